"""Where do they buy now? Whom it is asked, when, and what becomes of the answers."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.buttons.customer_life import AskWhere, BuysNow
from bot.buttons.packing import pack
from bot.handlers import taps
from core.actions import tidy, where_now
from core.actions.customer_card import company_card
from core.actions.reports.asking import ask
from core.actions.reports.shape import Question, Report
from core.actions.undo import undo
from core.errors import NoLongerApplies, NotFound
from core.insights.period import Span
from core.model import Company
from core.notices import AskInWords, Notice, Tidy
from core.notices.customers import WhereNow
from tests.builders import NOW, House

CHAT = 501
TODAY = date(2026, 11, 24)
QUARTER = Span(date(2026, 10, 1), date(2027, 1, 1))


def customer(house: House, name: str, by: str = "Mantas") -> int:
    """One who bought in March and has not been heard of for 70 days."""
    company = house.company(name)
    won: dict[str, Any] = {"stage": "Laimėta", "closed_on": date(2026, 3, 5), "currency": "EUR"}
    house.deal(company, f"{name} – stogas", by, amount=100, **won)
    for days in (90, 80, 70):
        house.contact(TODAY - timedelta(days=days), by=by, company_id=company)
    return company


@pytest.fixture
def rival(house: House) -> int:
    """A deal that Mantas lost to Medistora."""
    gone: dict[str, Any] = {"stage": "Prarasta", "closed_on": date(2026, 2, 2), "competitor": "Medistora"}
    return house.deal(house.company("Kita"), "Kita", **gone)


def tidied(house: House, now: datetime = NOW, who: str = "Mantas") -> Notice:
    with house.work(now) as work:
        tidy.show_tidy(work, house.member(work, who), 0, CHAT)
        return work.posted[-1].notice


def tapped(house: House, button: Any, who: str = "Mantas") -> Notice:
    with house.work() as work:
        taps.run(work, house.member(work, who), pack(button), CHAT, 70)
        assert work.toast != "toast-no-longer"
        return work.posted[-1].notice


def report(house: House, now: datetime = NOW, **question: Any) -> Report:
    with house.work(now) as work:
        return ask(work, house.member(work, "Kęstas"), "customers", Question(QUARTER, **question))


def lost(found: Report) -> list[tuple[str, str]]:
    return sorted((row["company"], row["competitor"]) for row in found.rows if row["state"] == "lost")


def test_after_the_deals_the_tidy_asks_where_the_silent_buy(house: House, rival: int) -> None:
    company = customer(house, "Statyba")
    customer(house, "Svetima", by="Rūta")
    question = tidied(house)
    assert isinstance(question, WhereNow)
    assert (question.company.name, question.days) == ("Statyba", 70)
    assert [option.name for option in question.rivals] == ["Medistora"]
    thanks = tapped(house, BuysNow(company, str(rival), "tidy"))
    assert isinstance(thanks, Tidy)
    assert (thanks.deal, thanks.deed and thanks.deed.rival) == (None, "Medistora")
    assert lost(report(house)) == [("Kita", "Medistora"), ("Statyba", "Medistora")]


def test_who_was_asked_about_is_not_asked_about_again_for_a_quarter(house: House) -> None:
    customer(house, "Statyba")
    assert isinstance(tidied(house), WhereNow)
    assert isinstance(tidied(house), WhereNow), "it waits for an answer that day"
    for days, asks in ((7, False), (90, False), (91, True)):
        assert isinstance(tidied(house, NOW + timedelta(days=days)), WhereNow) is asks, days


def test_three_are_asked_about_on_a_day_and_one_is_put_off_at_a_tap(house: House) -> None:
    ids = [customer(house, f"Klientas {number}") for number in range(5)]
    asked, notice = [], tidied(house)
    while isinstance(notice, WhereNow):
        asked.append(notice.company.id)
        notice = tapped(house, BuysNow(notice.company.id, "later", "tidy"))
    assert len(asked) == where_now.A_DAY
    assert set(asked) < set(ids)
    assert all(house.load(Company, company).where_said_on is None for company in asked)


def test_an_answer_taken_back_is_asked_for_again(house: House, rival: int) -> None:
    company = customer(house, "Statyba")
    tidied(house)
    thanks = tapped(house, BuysNow(company, str(rival), "tidy"))
    assert isinstance(thanks, Tidy)
    assert thanks.deed is not None
    with house.work() as work:
        undo(work, house.member(work, "Mantas"), thanks.deed.operation_id, CHAT, None)
    assert house.load(Company, company).buys_from is None
    assert lost(report(house)) == [("Kita", "Medistora")]
    assert isinstance(tidied(house), WhereNow)


def test_a_break_pauses_the_silence_and_talk_names_nobody(house: House) -> None:
    resting, talking = customer(house, "Ilsisi"), customer(house, "Kalba")
    tidied(house)
    tapped(house, BuysNow(resting, "nobody", "tidy"))
    tapped(house, BuysNow(talking, "talking", "tidy"))
    assert house.load(Company, resting).paused_until == TODAY + where_now.QUARTER
    found = report(house)
    assert [row["company"] for row in found.rows if row["state"] == "dormant"] == ["Kalba"]
    assert lost(found) == []


def test_another_name_is_said_in_a_word(house: House) -> None:
    company = customer(house, "Statyba")
    question = tapped(house, AskWhere(company))
    assert isinstance(question, WhereNow)
    assert question.place == "c"
    wanted = tapped(house, BuysNow(company, "other", "c"))
    assert isinstance(wanted, AskInWords)
    with house.work() as work:
        where_now.say_in_words(work, house.member(work, "Mantas"), wanted, "Lentų namai", CHAT)
        shown = work.posted[-1].notice
    assert isinstance(shown, WhereNow)
    assert (shown.deed and shown.deed.rival) == "Lentų namai"
    with house.work() as work:
        card = company_card(work, house.member(work, "Mantas"), company)
    assert (card.buys_from, card.said_on, card.is_silent) == ("Lentų namai", TODAY, True)


def test_who_is_heard_of_again_or_buys_is_not_lost(house: House, rival: int) -> None:
    company = customer(house, "Statyba")
    tapped(house, BuysNow(company, str(rival), "c"))
    later = NOW + timedelta(days=3)
    house.contact(later.date(), company_id=company, created_at=later)
    assert lost(report(house, later + timedelta(days=1))) == [("Kita", "Medistora")]
    then = report(house, later + timedelta(days=1), as_of=TODAY + timedelta(days=1))
    assert lost(then) == [("Kita", "Medistora"), ("Statyba", "Medistora")], "as it was known then"
    with house.work(later) as work, pytest.raises(NoLongerApplies):
        where_now.say(work, house.member(work, "Mantas"), company, "talking")


def test_a_colleague_who_never_met_them_has_no_say(house: House) -> None:
    company = customer(house, "Statyba")
    with house.work() as work:
        for who, sees in (("Rūta", False), ("Tadas", False), ("Aistė", True)):
            member = house.member(work, who)
            assert company_card(work, member, company).is_silent is sees
            if not sees:
                with pytest.raises(NotFound):
                    where_now.say(work, member, company, "talking")
