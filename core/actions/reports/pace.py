"""How much a salesperson sells in: minutes of a working day, days that are left, and how newcomers begin."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from core.actions.reports.absent import is_free
from core.actions.reports.facts import Facts
from core.history import Worked
from core.insights.capacity import LEVEL, month_numbers, ramp
from core.insights.period import Span
from core.insights.presence import working_days
from core.model import Member
from core.storage.contact_rows import days_by_member
from core.terms import Role

RECENT = timedelta(days=91)
"""Who logged nothing for so long does not sell any more."""

MONTHS = 12
DAYS_OF_MONTH = 365.25 / 12

Seen = Mapping[int, tuple[date, date]]
"""The first and the last day on which each member had a contact."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`people` that sell now; minutes `per_day` of each, None: nobody knows; working days left in the period.

    `ramp`: how good newcomers are in their first months, None: there were none to learn from.
    """

    people: int
    per_day: float | None
    days_left: int
    ramp: Sequence[float] | None

    @property
    def per_person(self) -> float | None:
        return self.per_day * self.days_left if self.per_day is not None and self.days_left else None


def pace(facts: Facts, rows: Sequence[Worked], minutes_of: Callable[[Worked], int]) -> Pace:
    """By the configured part of a working day, else by what was logged in the last twelve months."""
    seen = days_by_member(facts.session, facts.asker, facts.before)
    habits = facts.team.habits
    if habits.selling_percent is not None:
        per_day: float | None = float(habits.hours_per_day * 60 * habits.selling_percent / 100)
    else:
        per_day = _observed(facts, rows, seen, minutes_of)
    left = len(working_days(_left(facts), is_free(facts)))
    return Pace(_people(facts, seen), per_day, left, _ramp(facts, seen))


def months_left(facts: Facts) -> float:
    """What is left of the period from the moment asked about, in months."""
    return _left(facts).days / DAYS_OF_MONTH


def _left(facts: Facts) -> Span:
    start = max(facts.span.start, facts.today)
    return Span(start, max(facts.span.end, start))


def _observed(
    facts: Facts, rows: Sequence[Worked], seen: Seen, minutes_of: Callable[[Worked], int]
) -> float | None:
    """All selling minutes of whole months by the working days of everybody who was there.

    Days off are among them, so that the usual holidays are in the pace.
    """
    now = facts.today.replace(day=1)
    over = sorted({row.on for row in rows if row.on is not None and row.on < now})[-MONTHS:]
    if over:
        window = Span(over[0], now)
    else:
        window = Span(min((first for first, _ in seen.values()), default=facts.today), facts.today)
    minutes = sum(minutes_of(row) for row in rows if not over or row.on in over)
    days = sorted(working_days(window, is_free(facts))) if window.days > 0 else []
    person_days = 0
    for first, last in seen.values():
        until = facts.today if facts.today - last <= RECENT else last
        person_days += sum(first <= day <= until for day in days)
    return minutes / person_days if person_days else None


def _people(facts: Facts, seen: Seen) -> int:
    """Those who logged lately, and salespeople who could; nobody who has left."""
    count = 0
    for member in facts.session.scalars(select(Member)):
        if facts.members_seen is not None and member.id not in facts.members_seen:
            continue
        if member.left_at is not None and member.left_at.timestamp() <= facts.now:
            continue
        came = member.joined_at is not None and member.joined_at.timestamp() <= facts.now
        sells = member.role is Role.REP and member.telegram_id is not None and came
        logs = member.id in seen and facts.today - seen[member.id][1] <= RECENT
        count += sells or logs
    return count


def _ramp(facts: Facts, seen: Seen) -> list[float] | None:
    """From those whose first month is seen: they came after the history had begun."""
    begun = min((first for first, _ in seen.values()), default=facts.today)
    won: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for deal in facts.endings:
        owner = deal.owner_id
        if owner in seen and owner is not None and deal.closed_on and facts.processes.is_won(deal):
            number = month_numbers(seen[owner][0], deal.closed_on) + 1
            won[owner][number] += facts.worth.units(deal.units, deal.currency, deal.closed_on) or 0
    stayed = [
        member_id
        for member_id, (first, last) in seen.items()
        if month_numbers(begun, first) > 0 and month_numbers(first, last) >= LEVEL
    ]
    return ramp([won[member_id] for member_id in stayed])
