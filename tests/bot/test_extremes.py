"""The salesperson's screens at their extremes: 10,000 deals, endless names, twins, and nothing at all."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from time import process_time
from typing import Any

import pytest
from sqlalchemy import insert

from bot.cards import render
from bot.cards.phone import ONE_SCREEN, height
from bot.texts import Html, languages
from core.actions import (
    agenda,
    beginning,
    customer_card,
    deal_board,
    deal_card,
    deal_history,
    deal_life,
    find,
    mine,
    promises,
    tidy,
)
from core.actions.work import Work
from core.model import Deal, Member
from core.notices import Help, Notice
from core.notices.deal_view import DealView
from core.storage.directory_cache import DirectoryCache
from tests.bot.test_cards_limits import hold
from tests.builders import NOW, TEAM, House

CHAT = 501
NAME = ("Ilgiausias pasaulyje statybų ir remonto darbų bendrovės pavadinimas " * 4)[:250]
TWINS = 3
HUGE = Decimal(10) ** 12

MORE = 2
"""Lines by which a list of endless names and sums may be taller than a screen."""

Shows = Callable[[Work, Member], Any]

SLOWEST_S = 2.0
"""Of the processor, for a screen of a salesperson with 10,000 deals, many times what it takes."""


def lists() -> Iterator[tuple[str, Shows]]:
    """Screens that need no record."""
    yield "today", lambda work, by: agenda.show_today(work, by, CHAT)
    yield "week", lambda work, by: agenda.show_week(work, by, CHAT)
    yield "board", lambda work, by: deal_board.show(work, by, DealView(), CHAT)
    yield "tidy", lambda work, by: tidy.show_tidy(work, by, 0, CHAT)
    yield "me", lambda work, by: mine.show(work, by, CHAT)
    yield "who sees", lambda work, by: mine.show_who_sees(work, by, CHAT)
    yield "promises", lambda work, by: promises.show_promises(work, by, "ours", 0, CHAT)
    yield "new", lambda work, by: beginning.show(work, by, CHAT)
    yield "find", lambda work, by: find.show(work, by, NAME, CHAT)
    yield "brief of a name", lambda work, by: find.show(work, by, NAME, CHAT, brief=True)
    yield "help", lambda work, by: work.post(CHAT, Help(role=by.role, part="commands"), to=by)


def records(deal: int, stage: int, company: int) -> Iterator[tuple[str, Shows]]:
    """Screens of a deal and its company."""
    for page in (0, 1666, 99_999):
        yield f"list {page}", partial(_list, view=DealView(stage_id=stage, page=page))
    for menu in ("", "more", "stages", "reasons", "dates", "category", "colleagues"):
        yield f"deal {menu}", partial(_deal, deal=deal, menu=menu)
    yield "history", lambda work, by: deal_history.show(work, by, deal, 0, "", CHAT)
    for choosing in ("", "pause", "object", "share"):
        yield f"life {choosing}", partial(_life, deal=deal, choosing=choosing)
    for page in (0, 1, 99):
        for name, show in (("company", customer_card.show_company), ("brief", customer_card.show_brief)):
            yield f"{name} {page}", partial(_customer, show=show, company=company, page=page)


def _list(work: Work, by: Member, view: DealView) -> None:
    deal_board.show(work, by, view, CHAT)


def _deal(work: Work, by: Member, deal: int, menu: str) -> None:
    deal_card.show(work, by, deal, "", CHAT, edits=None, menu=menu)


def _life(work: Work, by: Member, deal: int, choosing: str) -> None:
    deal_life.show(work, by, deal, CHAT, None, choosing)


def _customer(work: Work, by: Member, show: Any, company: int, page: int) -> None:
    show(work, by, company, CHAT, page=page)


def shown(house: House, show: Shows) -> tuple[Notice, float]:
    """The screen, and the seconds of the processor that it took."""
    with house.database.writing() as session, DirectoryCache().using(session) as directory:
        work = Work(session, NOW, TEAM, directory)
        by = house.member(work, "Mantas")
        began = process_time()
        show(work, by)
        return work.posted[-1].notice, process_time() - began


def crowded(house: House) -> tuple[int, int, int]:
    """Mantas's 10,000 deals with companies of one endless name; the ids of a deal, its stage and company."""
    companies = [house.company(NAME, f"Jonas {NAME}"[:250]) for _ in range(TWINS)]
    sums: dict[str, Any] = {"amount": HUGE, "currency": "EUR", "expected_close_on": date(2026, 11, 30)}
    first = house.deal(companies[0], NAME, **sums)
    model = house.load(Deal, first)
    columns = [column.name for column in Deal.__table__.columns if column.name != "id"]
    row = {name: getattr(model, name) for name in columns}
    with house.database.writing() as session:
        rows = [row | {"company_id": companies[number % TWINS]} for number in range(9_999)]
        session.execute(insert(Deal), rows)
    return first, model.stage_id, companies[0]


@pytest.mark.alone
def test_ten_thousand_deals_and_endless_names_leave_every_screen_usable(house: House) -> None:
    wrong = []
    for name, show in [*lists(), *records(*crowded(house))]:
        notice, seconds = shown(house, show)
        for code in languages():
            drawn = render(notice, code)
            hold(drawn)
            rows = len(drawn.keyboard.inline_keyboard) if drawn.keyboard else 0
            tall = height([Html(drawn.text)], rows)
            if tall > ONE_SCREEN + MORE or seconds > SLOWEST_S:
                wrong.append((name, code, round(tall, 1), round(seconds, 1)))
    assert wrong == []


@pytest.mark.parametrize("name", [name for name, _ in lists()])
def test_with_nothing_at_all_every_screen_says_so(house: House, name: str) -> None:
    notice, _ = shown(house, dict(lists())[name])
    for code in languages():
        drawn = render(notice, code)
        hold(drawn)
        assert drawn.text
