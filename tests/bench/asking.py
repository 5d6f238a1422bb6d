"""How long a manager's question takes, beside reading the rows that it is about once and doing nothing."""

import gc
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from decimal import Decimal
from statistics import median

from core.actions.answers.showing import found
from core.actions.reports.asking import ask_as_owner, owner
from core.actions.reports.shape import Question
from core.actions.work import TeamSettings, Work
from core.habits import Habits
from core.notices.report_view import MEMBER, Asked, ReportView, first_view
from core.reading.directory import Directory
from core.storage.database import Database
from tests.bench import asking_past
from tests.bench.figures import Figure
from tests.bench.office import Office
from tests.bench.parts import Size, middle_ratio

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
TEAM = TeamSettings(habits=Habits(hourly_cost=Decimal(25)))

CONTACTS = "SELECT id, kind, by_id, company_id, deal_id, occurred_on, duration_min FROM contacts"
QUARTER = f"{CONTACTS} WHERE occurred_on >= '2026-10-01' AND occurred_on < '2027-01-01'"
DEALS = (
    "SELECT id, title, pipeline_id, stage_id, created_on, created_at, stage_entered_at, company_id, owner_id,"
    " amount, currency, expected_close_on, closed_on FROM deals"
)
MOVES = "SELECT deal_id, to_stage_id, entered_at FROM stage_changes"

ASKED: Mapping[str, Sequence[str]] = {
    "effort": (QUARTER,),
    "cost": (QUARTER, DEALS),
    "capacity": (CONTACTS, DEALS),
    "process": (DEALS, MOVES, QUARTER),
    "customers": (CONTACTS, DEALS),
    "adoption": (QUARTER, DEALS),
}
"""Each report, and the rows that it is about."""

CHAT: Mapping[str, tuple[ReportView, Sequence[str], str]] = {
    "funnel": (first_view(Asked.FUNNEL, NOW.date()), (DEALS, MOVES), "≤ 1.5"),
    "forecast": (first_view(Asked.FORECAST, NOW.date()), (DEALS, MOVES), "≤ 2"),
    "when": (first_view(Asked.WHEN, NOW.date()), (DEALS, MOVES), "≤ 1.5"),
    "team": (first_view(Asked.TEAM, NOW.date()), (DEALS, MOVES), "≤ 1.5"),
    "customers": (first_view(Asked.CUSTOMERS, NOW.date()), (CONTACTS, DEALS), "≤ 4"),
    "person": (first_view(Asked.TEAM, NOW.date(), f"{MEMBER}7"), (DEALS, MOVES), "≤ 1.5"),
    "best": (first_view(Asked.FORECAST, NOW.date(), "b"), (DEALS, MOVES), "≤ 1.5"),
}
"""Answers in chat and what two of them open to, the rows that they are about, and the aim in seconds."""


class Asking:
    """Part i, in this process: each question and the bare reading in turn."""

    letters = "i"

    def __init__(self, size: Size) -> None:
        self.rounds = min(size.rounds, 3)
        self._contacts = size.contacts
        self._asked: dict[str, list[float]] = defaultdict(list)
        self._read: dict[str, list[float]] = defaultdict(list)

    async def prepare(self, office: Office, stack: AsyncExitStack) -> None:
        path = office.folder / "asking.sqlite3"
        self._database = Database(asking_past.build(path, self._contacts, NOW))
        stack.callback(self._database.close)
        self._bare = sqlite3.connect(path)
        stack.callback(self._bare.close)

    async def measure(self, number: int) -> None:
        for name, statements in ASKED.items():
            self._read[name].append(_seconds(lambda rows=statements: self._read_once(rows)))  # type: ignore[misc]
            self._asked[name].append(_seconds(lambda name=name: self._ask(name)))  # type: ignore[misc]
        for name, (view, statements, _) in CHAT.items():
            key = f"chat {name}"
            self._read[key].append(_seconds(lambda rows=statements: self._read_once(rows)))  # type: ignore[misc]
            self._asked[key].append(_seconds(lambda view=view: self._answer(view)))  # type: ignore[misc]

    def figures(self) -> Sequence[Figure]:
        figures = []
        for name in ASKED:
            ratio = middle_ratio(self._asked[name], self._read[name])
            what = f"report {name}, a quarter of {self._contacts:,} contacts"
            aim = "≤ 4 at 1,000,000" if name == "customers" else "≤ 1.5 at 1,000,000"
            figures.append(Figure(f"report_{name}", median(self._asked[name]), "s", what, aim))
            figures.append(Figure(f"report_{name}_ratio", ratio, "ratio", f"{what} ÷ bare SQL of its rows"))
        for name, (_, _, aim) in CHAT.items():
            taken, key = self._asked[f"chat {name}"], f"chat_{name}"
            what = f"chat answer {name}, a past of {self._contacts:,} contacts"
            figures.append(Figure(key, median(taken), "s", what, f"{aim} at 1,000,000"))
            ratio = middle_ratio(taken, self._read[f"chat {name}"])
            figures.append(Figure(f"{key}_ratio", ratio, "ratio", f"{what} ÷ bare SQL of its rows"))
        return figures

    def _answer(self, view: ReportView) -> None:
        with self._database.reading() as session:
            found(Work(session, NOW, TEAM, Directory()), owner(), view)

    def _ask(self, name: str) -> None:
        with self._database.reading() as session:
            ask_as_owner(session, TEAM, NOW, name, Question())

    def _read_once(self, statements: Sequence[str]) -> None:
        for statement in statements:
            for _ in self._bare.execute(statement):
                pass


def _seconds(doing: Callable[[], None]) -> float:
    """CPU time: others on the machine do not count. As the command line does, without collecting garbage."""
    gc.collect()
    gc.disable()
    began = time.process_time()
    doing()
    taken = time.process_time() - began
    gc.enable()
    return taken
