"""Who was away in the period: effort and adoption are not judged without it."""

from collections.abc import Mapping

from core.actions.reports.facts import Facts
from core.actions.reports.shape import Note
from core.insights.period import Span
from core.insights.presence import IsFree, days_away, working_days
from core.storage import report_rows
from core.working_days import free_day


def away(facts: Facts, span: Span) -> Mapping[int, int]:
    """The working days away of those whose work the asker sees, by member."""
    found = days_away(report_rows.absences(facts.session, facts.before), span, is_free(facts))
    seen = facts.members_seen
    return {member: days for member, days in found.items() if seen is None or member in seen}


def days_of(facts: Facts, span: Span) -> int:
    """How many working days the period has."""
    return len(working_days(span, is_free(facts)))


def absence_notes(facts: Facts) -> list[Note]:
    """Says how many people were away, and for how many working days together."""
    found = away(facts, facts.span)
    if not found:
        return []
    return [Note("note-absences", {"people": len(found), "days": sum(found.values())})]


def is_free(facts: Facts) -> IsFree:
    """Weekends and the public holidays of the team's country."""
    country = facts.team.country
    return lambda day: free_day(day, country) is not None
