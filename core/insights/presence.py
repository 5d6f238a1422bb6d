"""Working days: how many a period has, and how many of them somebody was away."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from core.history import AbsenceRow
from core.insights.period import Span

IsFree = Callable[[date], bool]
"""Whether a day is a weekend or a public holiday."""


def working_days(span: Span, is_free: IsFree) -> frozenset[date]:
    """The days of the period on which people work."""
    days = (span.start + timedelta(days=number) for number in range(span.days))
    return frozenset(day for day in days if not is_free(day))


def days_away(absences: Iterable[AbsenceRow], span: Span, is_free: IsFree) -> Mapping[int, int]:
    """How many working days of the period each member was away; absences that overlap count once."""
    days = working_days(span, is_free)
    away: dict[int, set[date]] = {}
    for absence in absences:
        start, end = max(absence.starts_on, span.start), min(absence.ends_on, span.end)
        missed = {day for day in days if start <= day < end}
        if missed:
            away.setdefault(absence.member_id, set()).update(missed)
    return {member_id: len(missed) for member_id, missed in away.items()}
