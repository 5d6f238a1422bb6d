"""A big import takes turns with others who write, and leaves nothing behind when it fails."""

import time
from collections.abc import Iterator
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import event, func, select

from core.exchange.fields import Kind
from core.exchange.imports import import_file
from core.model import (
    Change,
    Company,
    Contact,
    Deal,
    Member,
    Operation,
    Person,
    Product,
    StageChange,
)
from core.storage.database import BUSY_TIMEOUT_MS, Database
from core.storage.ledger import Ledger
from core.terms import ContactKind
from tests.core.exchange.conftest import NOW, TEAM, Desk

pytestmark = pytest.mark.alone

ROWS = 4_000
RECORDS = (Operation, Change, Company, Person, Deal, StageChange, Contact, Member, Product)


def big_file(rows: int = ROWS) -> str:
    lines = (
        f"x{n},Sandoris {n},UAB Klientas {n % 500},won,{n}.50,Oak,2026-01-05,2026-03-05" for n in range(rows)
    )
    return "\n".join(["external_id,title,company,stage,amount,product,created_on,closed_on", *lines])


class Busy:
    """Somebody who writes again and again beside an import, on connections of their own."""

    def __init__(self, database: Database) -> None:
        self._database = Database(database.url)
        self._stop = Event()
        self._thread = Thread(target=self._run)
        self.longest_wait_s = 0.0
        self.seen: set[int] = set()
        self.touched: int | None = None

    def __enter__(self) -> "Busy":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self._database.close()

    def _run(self) -> None:
        while not self._stop.wait(0.02):
            begun = time.monotonic()
            with self._database.writing() as session:
                self.longest_wait_s = max(self.longest_wait_s, time.monotonic() - begun)
                self.seen.add(session.scalar(select(func.count()).select_from(Deal)) or 0)
                deal_id = session.scalar(select(func.min(Deal.id)).where(Deal.external_id.is_not(None)))
                if deal_id is not None and self.touched is None:
                    self.touched = deal_id
                    values = {"kind": ContactKind.CALL, "occurred_on": NOW.date(), "occurred_at": NOW}
                    ledger = Ledger.begin(session, "log", NOW)
                    ledger.create(
                        Contact, {**values, "created_at": NOW, "deal_id": deal_id, "no_answer": False}
                    )
                    ledger.close()


@pytest.fixture
def busy(desk: Desk) -> Iterator[Busy]:
    with Busy(desk.database) as beside:
        yield beside


def slow(what: str, done: int, total: int) -> None:
    """Makes an import slow enough to have several steps wherever the test runs."""
    if what == "Writing":
        time.sleep(0.1)


def broken_off(what: str, done: int, total: int) -> None:
    """Breaks an import off when nearly everything is written, as Ctrl-C does."""
    slow(what, done, total)
    if what == "Writing" and done == total:
        raise KeyboardInterrupt


def counts(desk: Desk) -> list[int]:
    with desk.database.reading() as session:
        return [session.scalar(select(func.count()).select_from(record)) or 0 for record in RECORDS]


def test_others_write_while_a_big_import_runs(desk: Desk, busy: Busy) -> None:
    path = desk.folder / "big.csv"
    path.write_text(big_file())
    outcome = import_file(desk.database, Kind.DEALS, path, TEAM, NOW, progress=slow)
    assert outcome.taken == ROWS
    assert busy.longest_wait_s < BUSY_TIMEOUT_MS / 1000 / 2
    assert [seen for seen in busy.seen if 0 < seen < ROWS], "nobody had a turn before the end"
    assert desk.take_file("deals", path).unchanged == ROWS
    with desk.database.reading() as session:
        imports = session.scalar(select(func.count()).where(Operation.name == "import"))
    assert imports == 1


def test_an_import_that_is_broken_off_leaves_the_database_as_it_was(desk: Desk) -> None:
    desk.take("companies", "external_id,name,note,region\nc1,UAB Klientas 1,sena,Kaunas\n")
    desk.take("deals", "external_id,title,company,stage,amount\nx1,Senas,c1,lead,7\n")
    before = counts(desk), desk.all(Deal)[0].amount, desk.all(Company)[0].name
    path = desk.folder / "big.csv"
    path.write_text(big_file())
    with pytest.raises(KeyboardInterrupt):
        import_file(desk.database, Kind.DEALS, path, TEAM, NOW, progress=broken_off)
    assert (counts(desk), desk.all(Deal)[0].amount, desk.all(Company)[0].name) == before
    assert import_file(desk.database, Kind.DEALS, path, TEAM, NOW).taken == ROWS - 1


def test_what_somebody_used_meanwhile_stays_when_an_import_is_broken_off(desk: Desk, busy: Busy) -> None:
    path = desk.folder / "big.csv"
    path.write_text(big_file())
    with pytest.raises(KeyboardInterrupt):
        import_file(desk.database, Kind.DEALS, path, TEAM, NOW, progress=broken_off)
    (deal,) = desk.all(Deal)
    assert deal.id == busy.touched
    assert [company.id for company in desk.all(Company)] == [deal.company_id]
    assert {change.record_id for change in desk.all(Change) if change.record == "deals"} == {deal.id}
    assert [move.deal_id for move in desk.all(StageChange)] == [deal.id, deal.id]


def test_a_big_dry_run_stops_nobody_and_writes_nothing(desk: Desk, busy: Busy) -> None:
    outcome = desk.take("deals", big_file(), dry_run=True)
    assert (outcome.taken, outcome.created["companies"]) == (ROWS, 500)
    assert desk.all(Deal) == []
    assert busy.longest_wait_s < BUSY_TIMEOUT_MS / 1000 / 2


def test_an_import_outwaits_one_who_writes_longer_than_the_database_waits(desk: Desk) -> None:
    if not desk.database.is_sqlite:
        pytest.skip("only SQLite has one writer")
    event.listen(desk.database.engine, "checkout", _impatient)
    waited: list[int] = []

    def count(what: str, done: int, total: int) -> None:
        if what == "Writing" and not done:
            waited.append(done)
            if len(waited) == 3:
                free.set()

    free, held = Event(), Event()
    holder = Thread(target=_hold, args=(Database(desk.database.url), held, free))
    holder.start()
    held.wait()
    path = desk.folder / "few.csv"
    path.write_text(big_file(3))
    assert import_file(desk.database, Kind.DEALS, path, TEAM, NOW, progress=count).taken == 3
    holder.join()
    assert len(waited) >= 3


def _impatient(connection: Any, _entry: object, _proxy: object) -> None:
    connection.execute("PRAGMA busy_timeout=50")


def _hold(database: Database, held: Event, free: Event) -> None:
    with database.writing():
        held.set()
        free.wait(30)
    database.close()
