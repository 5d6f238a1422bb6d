"""The salesperson's screens at their extremes: 10,000 deals, endless names, twins, and nothing at all."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from time import process_time
from typing import Any

import msgspec
import pytest
from sqlalchemy import insert

from bot.cards import render
from bot.cards.phone import ONE_SCREEN, height
from bot.texts import Html, languages
from core.actions import (
    agenda,
    beginning,
    by_taps,
    customer_card,
    deal_board,
    deal_card,
    deal_history,
    deal_life,
    find,
    mine,
    planning,
    promises,
    steps,
    tidy,
    trips,
    whom,
)
from core.actions.customer import Customer
from core.actions.files import File, attach
from core.actions.intent import Intent, Plan
from core.actions.log import log_message
from core.actions.work import Source, Work
from core.model import Company, Deal, Member, NextStep
from core.notices import Help, Notice
from core.notices.deal_view import DealView, Only
from core.notices.purpose import Purpose
from core.storage.directory_cache import DirectoryCache
from core.terms import ContactKind, StepKind
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
    for side in ("ours", "theirs"):
        yield f"promises {side}", partial(_promises, side=side)
    for only in (Only.STALE, Only.CLOSING):
        yield f"board {only.name}", partial(_board, view=DealView(only=only))
    yield "log", lambda work, by: by_taps.show_kinds(work, by, "", CHAT, None)
    yield "log: with whom", lambda work, by: whom.show(work, by, "log.call", CHAT)
    yield "whose file", lambda work, by: whom.show(work, by, "file.1", CHAT)
    yield "trips", lambda work, by: trips.show_months(work, by, CHAT)
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
    yield "log: how it went", partial(_how, packed=f"d{deal}")
    yield "log of a win", partial(_win, company=company)
    yield (
        "plan",
        lambda work, by: planning.show_plan(work, by, Purpose("plan", f"d{deal}", "call"), CHAT, None),
    )
    yield "step", lambda work, by: steps.show_card(work, by, 1, "", CHAT, None)
    yield "person", lambda work, by: customer_card.show_person(work, by, 1, CHAT)
    yield "file", _file
    yield "history", lambda work, by: deal_history.show(work, by, deal, 0, "", CHAT)
    for choosing in ("", "pause", "object", "share"):
        yield f"life {choosing}", partial(_life, deal=deal, choosing=choosing)
    for page in (0, 1, 99):
        for name, show in (("company", customer_card.show_company), ("brief", customer_card.show_brief)):
            yield f"{name} {page}", partial(_customer, show=show, company=company, page=page)


def _promises(work: Work, by: Member, side: str) -> None:
    promises.show_promises(work, by, side, 0, CHAT)


def _board(work: Work, by: Member, view: DealView) -> None:
    deal_board.show(work, by, view, CHAT)


def _how(work: Work, by: Member, packed: str) -> None:
    by_taps.choose_kind(work, by, ContactKind.CALL.value, packed, CHAT, 7)


def _plan(work: Work, by: Member, purpose: Purpose) -> None:
    planning.show_plan(work, by, purpose, CHAT, None)


def _win(work: Work, by: Member, company: int) -> None:
    """A win of a customer with thousands of deals: it is asked which."""
    about = Customer(work.session.get(Company, company), None)
    log_message(work, by, "Laimėjom, sutartis pasirašyta", Source(CHAT, 9, NOW), about=about)


def _file(work: Work, by: Member) -> None:
    """A file that follows the last log, with whose it may be instead."""
    attach(work, by, File("photo", "A", "u"), Source(CHAT, 10, NOW), None, None)


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
    _planned(house, companies)
    return first, model.stage_id, companies[0]


def _planned(house: House, companies: list[int]) -> None:
    """A contact with each company, and 2,000 next steps, half of them theirs."""
    today = NOW.date()
    for number, company in enumerate(companies):
        plan = Plan(kind=StepKind.CALL, on=today, text=NAME)
        intent = Intent(
            text=NAME, said_at=NOW, kind=ContactKind.CALL, occurred_on=today, company_id=company, plans=[plan]
        )
        written = house.log(msgspec.structs.replace(intent, person_id=number + 1), message_id=number + 1)
    model = house.load(NextStep, written.steps[0].id)
    columns = [column.name for column in NextStep.__table__.columns if column.name != "id"]
    row = {name: getattr(model, name) for name in columns}
    with house.database.writing() as session:
        session.execute(insert(NextStep), [row | {"by_customer": bool(n % 2)} for n in range(1_997)])


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
