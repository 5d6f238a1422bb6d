"""Every query is scoped by who asks: whatever a person writes or taps, no statement finds anything else than
it would if the salesperson whom they may not see had never done anything.

New commands, buttons and routines are tried without anybody adding them here. What has to look at everybody's
records is in the list below, with the reason; that none of it is told is a test of its own.
"""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select, true

from bot.handlers.commands import COMMANDS
from core.actions.work import Work
from core.errors import SalesError
from core.model import (
    Attachment,
    Base,
    Contact,
    Deal,
    Expense,
    FeatureUse,
    HeldNotice,
    Member,
    NextStep,
    Order,
    OutboxMessage,
    OwnWord,
    Target,
    Visit,
)
from core.notices import encode
from core.storage.directory_cache import DirectoryCache
from core.storage.ledger import add
from core.terms import ContactKind, ExpenseKind, StepKind
from tests.bot.everything import Act, How, messages, taps
from tests.bot.guarding import guard
from tests.bot.watching import hide, watched
from tests.builders import NOW, TEAM, House

REVIEWED = {
    "core.storage.deal_rows._present": "chances of winning are learnt from everybody's deals",
    "core.storage.deal_rows.priced": "so is how soon an amount is known",
    "core.storage.report_rows.orders": "whose a new customer is depends on who sold to them first",
    "core.storage.report_rows.targets": "a team's target stands above those of its members",
    "core.storage.step_rows.planned": "a customer with a next step of anybody's is not dormant",
    "core.storage.orders.has_bought": "whether a shared customer has bought before, yes or no",
    "core.storage.records.open_steps_with": "a call by anybody fulfils a promised call; it is not shown",
}
"""What looks at all records, and why. Nothing of another's is in what is told."""

COLLEAGUE, MANAGER = 502, 506
"""Of the same team; of another one."""

ASKERS = {COLLEAGUE: "Rūta", MANAGER: "Birutė"}
TODAY = NOW.date()

LEARNT_FROM = re.compile(r'"key":"(when-thin|forecast-thin|why-thin-history|why-closed-deals)"[^}]*')


@dataclass(frozen=True)
class Scene:
    """A house in which everybody has something of each kind, and Mantas' is not for the others."""

    house: House
    guarded: dict[str, int]
    own: dict[int, dict[str, int]]
    cache: DirectoryCache

    def tries(self, asker: int, how: How) -> Iterator[tuple[str, Act]]:
        return how(asker, [self.guarded, self.own[asker]])

    def told(self, act: Act, *, without: int = 0) -> list[str]:
        """What is told when somebody does this; nothing of it stays. `without`: a member who is hidden."""
        try:
            with self.house.database.writing() as session, self.cache.using(session) as directory:
                if without:
                    hide(session.connection(), without)
                work = Work(session, NOW, TEAM, directory)
                try:
                    act(work)
                except SalesError as refusal:
                    raise Over([repr(refusal)]) from None
                raise Over([encode(each.notice) for each in work.posted])
        except Over as over:
            return over.told


class Over(Exception):
    """Takes a transaction back."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self.told = told


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Each statement is run twice in a transaction of SQLite's."""
    return sqlite_url


@pytest.fixture
def scene(house: House) -> Scene:
    guarded = guard(house)
    _enrich(house, guarded, "Mantas")
    own = {asker: _enrich(house, guarded, ASKERS[asker]) for asker in ASKERS}
    cache = DirectoryCache()
    with house.database.reading() as session, cache.using(session):
        return Scene(house, guarded, own, cache)


def _enrich(house: House, ids: dict[str, int], owner: str) -> dict[str, int]:
    """Gives a member something of everything, with the customers whom all share; the new ids."""
    company, person, by = ids["company"], ids["person"], house.ids[owner]
    money: dict[str, Any] = {"amount": Decimal(300), "currency": "EUR"}
    house.deal(company, f"{owner}: laimėtas", owner, "Laimėta", closed_on=TODAY, **money)
    dated: dict[str, Any] = {"person_id": person, "expected_close_on": TODAY}
    deal = house.deal(company, f"{owner}: atviras", owner, "Derybos", **dated, **money)
    contact = {
        "kind": ContactKind.VISIT,
        "by_id": by,
        "occurred_on": TODAY,
        "occurred_at": NOW,
        "created_at": NOW,
        "company_id": company,
        "person_id": person,
        "deal_id": deal,
        "note": "x",
    }
    with house.database.writing() as session:
        contact_id = add(session, Contact, contact)
        step = {
            "kind": StepKind.CALL,
            "owner_id": by,
            "company_id": company,
            "remind_on": TODAY,
            "due_on": TODAY,
        }
        step_id = add(session, NextStep, step | {"created_at": NOW, "text": "x"})
        of_visit = {"company_id": company, "deal_id": deal, "contact_id": contact_id, "created_at": NOW}
        for record, values in _more(by, company, of_visit):
            add(session, record, values)
    return ids | {"deal": deal, "contact": contact_id, "step": step_id, "member": by}


def _more(by: int, company: int, of_visit: dict[str, Any]) -> Iterator[tuple[type[Base], dict[str, Any]]]:
    money = {"amount": Decimal(55), "currency": "EUR"}
    file = {"kind": "photo", "file_id": "f", "file_unique_id": "u", "album": "a"}
    notice = {"payload": '{"type":"Help","role":"rep"}', "member_id": by, "created_at": NOW}
    month = {"starts_on": TODAY.replace(day=1), "ends_on": TODAY.replace(day=28)}
    yield Order, money | {"company_id": company, "ordered_on": TODAY, "owner_id": by, "created_at": NOW}
    yield (
        Expense,
        of_visit | money | {"kind": ExpenseKind.FUEL, "by_id": by, "spent_on": TODAY, "spent_at": NOW},
    )
    yield Attachment, of_visit | file | {"by_id": by}
    yield Visit, {"member_id": by, "company_id": company, "started_at": NOW, "ended_at": NOW}
    yield OwnWord, {"member_id": by, "word": "tumo", "meaning": "rytoj", "created_at": NOW}
    yield FeatureUse, {"member_id": by, "feature": "find", "first_at": NOW}
    yield Target, month | money | {"member_id": by}
    yield HeldNotice, notice
    yield (
        OutboxMessage,
        notice | {"chat_id": by, "notice": "Help", "attempts": 0, "message_id": 7, "sent_at": NOW},
    )


HOW: dict[str, How] = {"taps": taps, "messages": messages}
EVERYTHING = pytest.mark.parametrize(("asker", "how"), [*itertools.product(ASKERS, HOW)])


@EVERYTHING
def test_no_query_finds_what_is_anothers(scene: Scene, asker: int, how: str) -> None:
    with watched(scene.house.database) as watch:
        watch.hidden_id = scene.house.ids["Mantas"]
        for _name, act in scene.tries(asker, HOW[how]):
            scene.told(act)
    assert watch.looked > 100
    assert {site: found for site, found in watch.found.items() if site not in REVIEWED} == {}
    if (asker, how) == (MANAGER, "messages"):
        assert REVIEWED.keys() - watch.found.keys() == set(), "these may leave the list"


@EVERYTHING
def test_nothing_that_is_told_depends_on_what_is_anothers(scene: Scene, asker: int, how: str) -> None:
    hidden = scene.house.ids["Mantas"]
    for name, act in scene.tries(asker, HOW[how]):
        with_them, without = scene.told(act), scene.told(act, without=hidden)
        assert [_plain(told) for told in with_them] == [_plain(told) for told in without], name


def _plain(told: str) -> str:
    """What is told, without how many closed deals of the whole team its chances were learnt from."""
    return LEARNT_FROM.sub("", told)


def _everybodys(work: Work) -> Any:
    return work.session.scalars(select(Deal)).all()


def _by_an_empty_condition(work: Work) -> Any:
    return work.session.scalar(select(func.count(Contact.id)).where(true() | (Contact.by_id == 2)))


def _whether_there_is_any(work: Work) -> Any:
    return work.session.scalar(select(Expense.id).where(Expense.by_id != 2).limit(1))


@pytest.mark.parametrize("planted", [_everybodys, _by_an_empty_condition, _whether_there_is_any])
def test_a_query_that_is_not_scoped_is_found(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, planted: Callable[[Work], Any]
) -> None:
    def leaks(work: Work, _member: Member, _chat_id: int, _rest: str) -> None:
        planted(work)

    monkeypatch.setitem(COMMANDS, "help", leaks)
    with watched(scene.house.database) as watch:
        watch.hidden_id = scene.house.ids["Mantas"]
        for name, act in scene.tries(COLLEAGUE, messages):
            if name == "/help":
                scene.told(act)
    assert list(watch.found) == ["bot.handlers.commands.run"]
