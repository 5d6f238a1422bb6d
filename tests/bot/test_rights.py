"""Who may do what: every button that there is, aimed at a salesperson's records by each kind of other person;
twice, after the records went elsewhere, and after their salesperson left.

New buttons are tried without anybody adding them here: their fields are filled with the ids of the records
that are to be guarded, in every role that an id can have.
"""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from bot.buttons.deals import OpenDeal
from bot.buttons.packing import CODES, pack
from bot.handlers import handle
from core.errors import SalesError
from core.model import Base, Contact, Deal, Member, NextStep, Operation
from core.notices import DealCard, Notice, encode
from core.storage.ledger import put
from tests.bot.guarding import SECRETS, guard, tap_of, ways
from tests.builders import NOW, House

GUARDED = (Deal, Contact, NextStep, Operation)
FEWER = 4
"""Ways to fill a button's fields that are tried where each is tried several times."""


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Rights are the same questions to both kinds of database: one of them is asked."""
    return sqlite_url


@pytest.fixture
def guarded(house: House) -> dict[str, int]:
    return guard(house)


def tapped(house: House, telegram_id: int, data: str) -> list[Notice]:
    """What a person is told who taps such a button, forged or not."""
    with house.work() as work:
        try:
            with work.attempt():
                handle(tap_of(telegram_id, data), work)
        except SalesError:
            return []  # refused: taken back, as the inbox does it
        return [each.notice for each in work.posted]


TOLD = frozenset({"outbox", "inbox", "operations", "changes", "revisions", "feature_uses"})
"""Tables of what was said and used, not of what is: a second tap shows its screen again, and may say so."""

ASKED = Member.__table__.c.asked_id
"""The letter that asks for words: a second tap asks in another."""


def digest(house: House) -> dict[str, list[Any]]:
    """Every row of every table of what is, all fields, by table."""
    tables = [table for table in Base.metadata.sorted_tables if table.name not in TOLD]
    with house.database.reading() as session:
        return {table.name: _rows(session, table) for table in tables}


def _rows(session: Session, table: Table) -> list[Any]:
    fields = [field for field in table.c if field is not ASKED]
    return sorted(map(tuple, session.execute(select(*fields))), key=repr)


def state(house: House, ids: dict[str, int]) -> list[Any]:
    """The guarded records as they are."""
    with house.database.reading() as session:
        return [
            session.execute(select(*record.__table__.columns).where(record.__table__.c.id == ids[name])).one()
            for name, record in zip(("deal", "contact", "step", "operation"), GUARDED, strict=True)
        ]


OTHERS = {502: "a colleague", 503: "one of another team", 506: "a manager elsewhere"}
OUTSIDE = {507: "one who left", 599: "a stranger"}


@pytest.mark.parametrize("code", sorted(CODES))
def test_no_button_shows_or_changes_what_is_anothers(
    house: House, guarded: dict[str, int], code: str
) -> None:
    before = state(house, guarded)
    for data in ways(CODES[code], guarded):
        for person, who in OTHERS.items():
            told = " ".join(encode(notice) for notice in tapped(house, person, data))
            assert not any(secret in told for secret in SECRETS), (who, data)
        for person, who in OUTSIDE.items():
            assert tapped(house, person, data) == [], (who, data)
        assert state(house, guarded) == before, data


SEEN_BY = [(501, True), (504, True), (505, True), (502, False), (506, False)]


@pytest.mark.parametrize(("person", "sees"), SEEN_BY)
def test_a_deal_opens_for_its_salesperson_the_manager_above_and_the_owner(
    house: House, guarded: dict[str, int], person: int, sees: bool
) -> None:
    told = tapped(house, person, pack(OpenDeal(guarded["deal"])))
    assert any(isinstance(notice, DealCard) for notice in told) is sees


ABOVE = {504: "the manager above", 505: "the owner"}
WRITTEN = (1, 3)
"""Of the guarded records the contact and the operation: what the salesperson wrote themselves."""


@pytest.mark.parametrize("code", sorted(CODES))
def test_whoever_is_above_may_act_but_not_rewrite_what_the_salesperson_wrote(
    house: House, guarded: dict[str, int], code: str
) -> None:
    before = state(house, guarded)
    for data in ways(CODES[code], guarded, FEWER):
        for person, who in ABOVE.items():
            tapped(house, person, data)
            after = state(house, guarded)
            assert [after[each] for each in WRITTEN] == [before[each] for each in WRITTEN], (who, data)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_tap_that_comes_twice_does_it_once(house: House, guarded: dict[str, int], code: str) -> None:
    for data in ways(CODES[code], guarded, FEWER):
        tapped(house, 501, data)
        once = digest(house)
        tapped(house, 501, data)
        twice = digest(house)
        assert {name: rows for name, rows in twice.items() if rows != once[name]} == {}, data


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_tap_replayed_after_the_deal_went_elsewhere_or_its_salesperson_left_does_nothing_to_it(
    house: House, guarded: dict[str, int], code: str
) -> None:
    with house.database.writing() as session:
        deal = session.get(Deal, guarded["deal"])
        assert deal is not None
        put(session, deal, {"owner_id": house.ids["Tadas"]})
    before = state(house, guarded)[0]
    replayed = list(ways(CODES[code], guarded, FEWER))
    for data in replayed:
        tapped(house, 501, data)
        assert state(house, guarded)[0] == before, data
    with house.database.writing() as session:
        gone = session.get(Member, house.ids["Mantas"])
        assert gone is not None
        put(session, gone, {"left_at": NOW - timedelta(minutes=1)})
    whole = state(house, guarded)
    for data in replayed:
        assert tapped(house, 501, data) == [], data
    assert state(house, guarded) == whole


FORGED = ["od:1", "zz:1:0", "od:1:0:0", "od:-5:0", f"od:{10**20}:0", f"od:1:{2**63}", "u:0", "\x00", "od:١:0"]


@pytest.mark.parametrize("data", FORGED)
def test_forged_data_is_harmless(house: House, guarded: dict[str, int], data: str) -> None:
    before = state(house, guarded)
    tapped(house, 501, data)
    assert state(house, guarded) == before
