"""Comments on deals: from a manager to the deal's salesperson, and the answers back under them."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.buttons.deals import Comment, DealAt
from bot.buttons.packing import pack
from bot.handlers import handle
from bot.incoming.shapes import update_from
from core.actions import comments, deal_card, deal_history
from core.actions.reports.asking import ask
from core.actions.reports.shape import Question
from core.actions.work import Posted
from core.errors import NoLongerApplies, NotFound
from core.model import Deal, DealComment, Member, OutboxMessage
from core.notices import AskInWords, Commented, CommentSent, DealCard, DealHistory, HistoryLine, Logged
from core.notices.report_view import Asked, first_view
from core.storage.ledger import add, put
from core.terms import Remark
from tests.builders import NOW, House

REPORT = str(first_view(Asked.FUNNEL, NOW.date()))
MANTAS, RUTA, AISTE = 501, 502, 504


@pytest.fixture
def deal(house: House) -> int:
    return house.deal(house.company("UAB Statyba"), "Fasadas")


def send(house: House, telegram_id: int, **more: Any) -> list[Posted]:
    """What is posted when somebody writes or taps; the messages are then in the chats, numbered as posted."""
    user = {"id": telegram_id, "is_bot": False, "first_name": "P"}
    chat = {"id": telegram_id, "type": "private", "first_name": "P"}
    body: dict[str, Any] = {"message_id": 7000, "date": int(NOW.timestamp()), "chat": chat}
    if "data" in more:
        card = body | {"text": "card", "message_id": more["on"]}
        tap = {"id": "1", "from": user, "message": card, "chat_instance": "1", "data": more["data"]}
        update: dict[str, Any] = {"callback_query": tap}
    else:
        words = body | {"from": user, "text": more["text"]}
        if "to" in more:
            words["reply_to_message"] = body | {"message_id": more["to"]}
        update = {"message": words}
    read = update_from(json.dumps({"update_id": 1} | update))
    with house.work() as work:
        handle(read, work)
        for each in work.posted:
            letter = work.session.get(OutboxMessage, each.id)
            assert letter is not None
            put(work.session, letter, {"message_id": 100 + each.id})
        return list(work.posted)


def opened(house: House, deal: int, telegram_id: int = AISTE, place: str = REPORT) -> list[Posted]:
    return send(house, telegram_id, data=pack(DealAt(deal, place)), on=50)


def asked(house: House, deal: int, kind: str = "question", telegram_id: int = AISTE) -> list[Posted]:
    opened(house, deal, telegram_id)
    return send(house, telegram_id, data=pack(Comment(deal, kind)), on=50)


def test_a_deal_opened_from_a_report_offers_comments_to_who_manages_its_salesperson(
    house: House, deal: int
) -> None:
    def offers(telegram_id: int, place: str = REPORT) -> bool:
        card = opened(house, deal, telegram_id, place)[-1].notice
        assert isinstance(card, DealCard)
        return card.can_comment

    assert offers(AISTE)
    assert not offers(AISTE, "")
    assert not offers(MANTAS)


@pytest.mark.parametrize("kind", ["praise", "question"])
def test_the_words_reach_the_salesperson_with_the_deal_and_the_answer_comes_back_under_them(
    house: House, deal: int, kind: str
) -> None:
    ask = asked(house, deal, kind)[-1]
    assert isinstance(ask.notice, AskInWords)
    posted = send(house, AISTE, text="Kada skambinsi?", to=100 + ask.id)
    told = next(each for each in posted if isinstance(each.notice, Commented))
    sent = next(each for each in posted if isinstance(each.notice, CommentSent))
    assert isinstance(told.notice, Commented)
    assert (told.chat_id, told.notice.by, told.notice.text) == (MANTAS, "Aistė", "Kada skambinsi?")
    assert (told.notice.kind, told.notice.deal.id) == (Remark(kind), deal)
    assert sent.chat_id == AISTE

    back = send(house, MANTAS, text="Skambinau vakar, 15 min", to=100 + told.id)
    answer = next(each for each in back if isinstance(each.notice, Commented))
    assert isinstance(answer.notice, Commented)
    assert (answer.chat_id, answer.reply_to_message_id) == (AISTE, 100 + sent.id)
    assert (answer.notice.kind, answer.notice.text) == (Remark.REPLY, "Skambinau vakar, 15 min")
    assert not [each for each in back if isinstance(each.notice, Logged)]
    confirmed = next(each for each in back if isinstance(each.notice, CommentSent))

    again = send(house, AISTE, text="Ačiū", to=100 + answer.id)
    thanks = next(each for each in again if isinstance(each.notice, Commented))
    assert (thanks.chat_id, thanks.reply_to_message_id) == (MANTAS, 100 + confirmed.id)
    with house.work() as work:
        kept = work.session.scalars(select(DealComment).order_by(DealComment.id)).all()
    assert [each.kind for each in kept] == [Remark(kind), Remark.REPLY, Remark.REPLY]
    assert [each.parent_id for each in kept] == [None, kept[0].id, kept[1].id]


def test_only_a_reply_answers_the_next_message_is_the_salespersons_own(house: House, deal: int) -> None:
    ask = asked(house, deal)[-1]
    send(house, AISTE, text="Kada skambinsi?", to=100 + ask.id)
    posted = send(house, MANTAS, text="Skambinau 15 min")
    assert not [each for each in posted if isinstance(each.notice, Commented)]
    assert [each for each in posted if isinstance(each.notice, Logged)]


def test_a_report_written_after_the_question_was_asked_for_is_not_sent_to_anybody(
    house: House, deal: int
) -> None:
    asked(house, deal)
    posted = send(house, AISTE, text="Skambinau Jonui iš Statybos 15 min")
    assert not [each for each in posted if isinstance(each.notice, Commented)]


def test_nobody_else_asks_answers_or_hears(house: House, deal: int) -> None:
    told = asked(house, deal, telegram_id=RUTA)
    assert not [each for each in told if isinstance(each.notice, AskInWords)]
    wanted = AskInWords(about=comments.COMMENT, record_id=deal, field="question")
    with house.work() as work:
        comments.say(work, house.member(work, "Aistė"), wanted, "Kada?", AISTE)
        comment = work.session.scalars(select(DealComment)).one()
        with pytest.raises(NotFound):
            comments.answer(work, house.member(work, "Rūta"), comment.id, "aš", RUTA)
        with pytest.raises(NotFound):
            comments.say(work, house.member(work, "Rūta"), wanted, "Kada?", RUTA)
        assert {each.chat_id for each in work.posted if isinstance(each.notice, Commented)} == {MANTAS}


def test_who_left_is_not_asked(house: House, deal: int) -> None:
    with house.work() as work:
        mantas, aiste = house.member(work, "Mantas"), house.member(work, "Aistė")
        put(work.session, mantas, {"left_at": NOW - timedelta(days=1)})
        with pytest.raises(NoLongerApplies):
            comments.ask(work, aiste, deal, Remark.QUESTION, REPORT, AISTE)
        deal_card.show(work, aiste, deal, REPORT, AISTE)
        card = work.posted[-1].notice
        assert isinstance(card, DealCard)
        assert not card.can_comment
        assert work.session.get(Member, mantas.id) is not None


def test_comments_stand_in_the_deals_history_and_managers_use_of_them_in_adoption(
    house: House, deal: int
) -> None:
    opened(house, deal)
    send(house, AISTE, data=pack(Comment(deal, "praise")), on=50)
    told = send(house, AISTE, text="Puikiai suderėta")
    (heard,) = (each for each in told if isinstance(each.notice, Commented))
    send(house, MANTAS, text="Ačiū", to=100 + heard.id)
    for reader, hears in (("Mantas", 2), ("Aistė", 2), ("Kęstas", 2)):
        assert len(_remarks(house, deal, reader)) == hears, reader
    said = [(line.what, line.by, line.new and line.new.name) for line in _remarks(house, deal, "Mantas")]
    assert sorted(said) == [("praise", "Aistė", "Puikiai suderėta"), ("reply", "Mantas", "Ačiū")]
    with house.work() as work:
        totals = ask(work, house.member(work, "Kęstas"), "adoption", Question()).totals
    assert (totals["comments"], totals["comments_answered"]) == (1, 1)


def test_a_co_owner_sees_the_history_without_what_was_said_to_another(house: House, deal: int) -> None:
    values = {"deal_id": deal, "by_id": house.ids["Aistė"], "to_id": house.ids["Mantas"], "text": "Slapta"}
    with house.work() as work:
        add(work.session, DealComment, values | {"kind": Remark.PRAISE, "created_at": work.now})
        work.session.get_one(Deal, deal).owner_id = house.ids["Rūta"]
    assert _remarks(house, deal, "Rūta") == []
    assert len(_remarks(house, deal, "Aistė")) == 1


def _remarks(house: House, deal: int, reader: str) -> list[HistoryLine]:
    with house.work() as work:
        deal_history.show(work, house.member(work, reader), deal, 0, "", 501)
        notice = work.posted[-1].notice
    assert isinstance(notice, DealHistory)
    return [line for line in notice.lines if line.what in set(Remark)]
