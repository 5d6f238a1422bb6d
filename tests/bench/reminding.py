"""What a tick costs: with 100,000 open reminders and nothing due, and with 1,000 of them due at once."""

import gc
import resource
import time as clock
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.rounds import CLAIMED_AT_ONCE
from core.actions import reminders, routines
from core.actions.work import TeamSettings, Work
from core.model import Company, Member, NextStep, Team
from core.reading.directory import Directory
from core.storage import routines as stored
from core.storage.database import Database
from core.storage.schema import migrate
from core.terms import Role, StepKind
from tests.bench.figures import Figure
from tests.bench.office import Office
from tests.bench.parts import Size

OPEN, DUE, PEOPLE = 100_000, 1_000, 50
TICKS = 200
START = datetime(2026, 11, 24, 20, tzinfo=UTC)
"""An evening, so that no routine is due."""

TEAM = TeamSettings()


class Reminding:
    """Part j, in this process: ticks on a database that is full of what is to come."""

    letters = "j"

    def __init__(self, size: Size) -> None:
        self.rounds = min(size.rounds, 3)
        self._idle_ms: list[float] = []
        self._busy_s: list[float] = []
        self._grown_mib: list[float] = []

    async def prepare(self, office: Office, stack: AsyncExitStack) -> None:
        self._database = Database(f"sqlite:///{office.folder / 'reminding.sqlite3'}")
        stack.callback(self._database.close)
        migrate(self._database)
        with self._database.writing() as session:
            _fill(session)

    async def measure(self, number: int) -> None:
        before = _memory_mib()
        self._idle_ms += [self._seconds(START) * 1000 for _ in range(TICKS)]
        gc.collect()
        self._busy_s.append(self._seconds(START + timedelta(hours=number + 1)))
        self._grown_mib.append(_memory_mib() - before)

    def figures(self) -> Sequence[Figure]:
        idle = f"a tick with {OPEN:,} open reminders and nothing due, ms of CPU, SQLite"
        busy = f"{DUE:,} due at once for {PEOPLE} people, until all are in the outbox, s of CPU, SQLite"
        grown = "memory that a round of 200 idle ticks and 1,000 reminders leaves behind, MiB"
        return [
            Figure("tick_idle_ms", median(self._idle_ms), "ms", idle, "≤ 5"),
            Figure("tick_thousand_due_s", median(self._busy_s), "s", busy, "≤ 1"),
            Figure("tick_memory_mib", self._grown_mib[-1], "MiB", grown, "flat"),
        ]

    def _seconds(self, now: datetime) -> float:
        """Of the processor, SQLite's share included: the machine may be busy with other things."""
        start = clock.process_time()
        while any(self._tick(now)):
            pass
        return clock.process_time() - start

    def _tick(self, now: datetime) -> tuple[bool, bool]:
        """The work of one tick of the bot's, a transaction for routines and one for reminders."""
        with self._database.writing() as session:
            work = Work(session, now, TEAM, Directory())
            routines.settle(work)
            stored.due(session, now, CLAIMED_AT_ONCE)
        with self._database.writing() as session:
            work = Work(session, now, TEAM, Directory())
            return reminders.plan(work), reminders.remind(work)


def _fill(session: Session) -> None:
    """Each hour from now on has its thousand, spread over the people, until there are so many as wanted."""
    connection = session.connection()
    connection.execute(insert(Team), [{"id": 1, "name": "Vilnius"}])
    people = [
        {"id": number, "name": f"P{number}", "role": Role.REP, "team_id": 1, "telegram_id": 500 + number}
        for number in range(1, PEOPLE + 1)
    ]
    connection.execute(insert(Member), people)
    companies = [
        {"id": number, "name": f"UAB Įmonė {number}", "created_at": START} for number in range(1, 1_001)
    ]
    connection.execute(insert(Company), companies)
    connection.execute(insert(NextStep), [_step(number) for number in range(OPEN)])


def _step(number: int) -> dict[str, object]:
    due_at = START + timedelta(hours=1 + number // DUE)
    return {
        "kind": StepKind.CALL,
        "owner_id": 1 + number % PEOPLE,
        "company_id": 1 + number % 1_000,
        "created_at": START,
        "due_on": due_at.date(),
        "due_time": time(due_at.hour),
        "due_at": due_at,
        "remind_on": due_at.date(),
        "remind_at": due_at,
        "planned_for": due_at,
        "by_customer": False,
    }


def _memory_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20
