"""The first minute leaves nothing behind, and tips stop by themselves."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from core.actions import practice, tips
from core.actions.log import log_message
from core.actions.preferences import set_language
from core.actions.work import Source
from core.errors import NoLongerApplies, NotUnderstood
from core.model import Change, Company, Contact, Member, Person
from core.notices import LanguageSet, Logged, Practice, Practised, TipsOff
from core.storage.ledger import put
from core.terms import ContactKind
from tests.builders import NOW, House

CARD = 7


def new_member(house: House) -> Member:
    with house.work() as work:
        member = house.member(work, "Mantas")
        put(work.session, member, {"joined_at": NOW})
    return member


def logged(house: House, text: str, days: float = 0) -> str | None:
    """What tip the card has that answers a message so many days after joining."""
    now = NOW + timedelta(days=days)
    with house.work(now) as work:
        log_message(work, house.member(work, "Mantas"), text, Source(501, round(days * 100) + 1, now))
        notice = work.posted[0].notice
        assert isinstance(notice, Logged)
        return notice.tip


@pytest.mark.parametrize("language", ["lt", "en"])
def test_the_exercise_shows_a_real_card_and_leaves_nothing(house: House, language: str) -> None:
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        set_language(work, mantas, language, 501, CARD)
        assert isinstance(work.posted[-1].notice, Practice)
        changes = work.session.scalar(select(func.count(Change.id)))
        practice.play(work, mantas, Source(501, CARD, NOW), edits=CARD)
        told = work.posted[-1].notice
        assert work.session.scalar(select(func.count(Change.id))) == changes
        for record in (Company, Person, Contact):
            assert work.session.scalar(select(func.count()).select_from(record)) == 0
    assert isinstance(told, Practised)
    assert told.card is not None
    assert (told.card.kind, told.card.duration_min) == (ContactKind.CALL, 10)
    assert told.card.person is not None
    assert told.card.company is not None
    assert told.card.amount is not None
    assert len(told.card.steps) == 2


def test_own_words_about_the_practice_customer_do_as_well(house: House) -> None:
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        practice.answer(work, mantas, "Buvau pas Pavyzdį, perskambinti penktadienį", Source(501, 8, NOW))
        told = work.posted[-1].notice
    assert isinstance(told, Practised)
    assert told.card is not None
    assert told.card.kind is ContactKind.VISIT


def test_a_message_about_a_real_customer_is_no_exercise(house: House) -> None:
    with house.work() as work, pytest.raises(NotUnderstood):
        practice.answer(work, house.member(work, "Mantas"), "Skambinau Statybai", Source(501, 8, NOW))


def test_who_has_logged_gets_no_exercise(house: House) -> None:
    logged(house, "Skambinau Tomui iš Lentvilos 10 min")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        set_language(work, mantas, "en", 501, CARD)
        assert isinstance(work.posted[-1].notice, LanguageSet)
        with pytest.raises(NoLongerApplies):
            practice.play(work, mantas, Source(501, CARD, NOW))


def test_a_tip_a_day_of_what_is_not_used_yet(house: House) -> None:
    new_member(house)
    with house.work() as work:
        tips.used(work, house.member(work, "Mantas"), "edit")
    assert logged(house, "Skambinau Tomui iš Lentvilos") == "reply"
    assert logged(house, "Skambinau Tomui iš Lentvilos", 0.01) is None
    assert logged(house, "Skambinau Tomui iš Lentvilos", 1) == "today"


def test_tips_end_with_two_weeks(house: House) -> None:
    new_member(house)
    assert logged(house, "Skambinau Tomui iš Lentvilos", 13) == "edit"
    assert logged(house, "Skambinau Tomui iš Lentvilos", 14) is None


def test_tips_end_once_the_habit_is_there(house: House) -> None:
    new_member(house)
    shown = [logged(house, "Skambinau Tomui iš Lentvilos", day) for day in range(10)]
    assert None not in shown[: tips.HABIT_DAYS - 1]
    assert set(shown[tips.HABIT_DAYS - 1 :]) == {None}


@pytest.mark.parametrize("words", ["No more tips", "Nebereikia patarimų", "be patarimų prašau"])
def test_no_more_tips_means_none(house: House, words: str) -> None:
    new_member(house)
    with house.work() as work:
        log_message(work, house.member(work, "Mantas"), words, Source(501, 1, NOW))
        assert isinstance(work.posted[0].notice, TipsOff)
    assert logged(house, "Skambinau Tomui iš Lentvilos") is None
