"""Adoption as a report: is it used, by whom, and what does a log take?"""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from core.actions.reports.absent import absence_notes, days_of
from core.actions.reports.days import day_of
from core.actions.reports.facts import Facts
from core.actions.reports.shape import Report, Row, rounded
from core.history import LogRow
from core.insights.adoption import Habit, habit, habits
from core.model import Member
from core.storage import digests, remarks, step_rows
from core.storage.log_rows import logged
from core.terms import Role

COLUMNS = (
    *("rep", "active_days", "logs", "median_hours_to_log", "messages_per_log", "taps_per_log"),
    *("deals_with_next_step", "digests_opened"),
)
NOBODY = Habit(0, 0, None, None, None)


def adoption(facts: Facts) -> Report:
    """A row for each person who could log in the period, or did; the most active first."""
    lines, totals = adoption_of(facts)
    return facts.report(
        "adoption",
        COLUMNS,
        [row for _, row in lines],
        totals,
        absence_notes(facts),
    )


def adoption_of(facts: Facts) -> tuple[list[tuple[int, Row]], Row]:
    """The rows with whose they are, and the totals."""
    rows = _logged(facts)
    local = day_of(facts.zone)
    found, planned, open_deals = habits(rows, local), *_deals(facts)
    people = _people(facts, found.keys())
    read = _digests(facts)
    names = facts.names.members
    ordered = sorted(people, key=lambda each: (-found.get(each, NOBODY).logs, names[each]))
    lines: list[tuple[int, Row]] = [
        (each, {"rep": names[each], **_figures(found.get(each, NOBODY), planned[each], read.get(each, 0))})
        for each in ordered
    ]
    totals: dict[str, Any] = {"people": len(people), "logging": sum(row["logs"] > 0 for _, row in lines)}
    opened = sum(read.get(each, 0) for each in people)
    totals |= _figures(habit(rows, local), sum(planned[each] for each in people), opened)
    told = _remarks(facts)
    commented = [told.get(each, (0, 0)) for each in people]
    totals |= {
        "comments": sum(count for count, _ in commented),
        "comments_answered": sum(answered for _, answered in commented),
        "open_deals": sum(open_deals[each] for each in people),
        "working_days": days_of(facts, facts.span),
    }
    return lines, totals


def _logged(facts: Facts) -> list[LogRow]:
    start, end = (datetime.fromtimestamp(each, UTC) for each in facts.seconds)
    return logged(facts.session, facts.asker, start, end, facts.before)


def _deals(facts: Facts) -> tuple[Counter[int], Counter[int]]:
    """The open deals of each member with a next step, and all of them."""
    deals, companies = step_rows.planned(facts.session, facts.before)
    planned, everything = Counter[int](), Counter[int]()
    for deal in facts.endings:
        if deal.owner_id is not None and facts.processes.is_open(deal):
            everything[deal.owner_id] += 1
            planned[deal.owner_id] += deal.id in deals or deal.company_id in companies
    return planned, everything


def _people(facts: Facts, logging: Any) -> list[int]:
    """Those with access in the period whose work the asker sees; the owner, if they log."""
    start, end = (datetime.fromtimestamp(each, UTC) for each in facts.seconds)
    until = min(end, facts.before or end)
    found = []
    for member in facts.session.scalars(select(Member)):
        if facts.members_seen is not None and member.id not in facts.members_seen:
            continue
        here = member.telegram_id is not None and (member.joined_at is None or member.joined_at < until)
        stayed = member.left_at is None or member.left_at >= start
        if member.id in logging or (here and stayed and member.role is not Role.OWNER):
            found.append(member.id)
    return found


def _digests(facts: Facts) -> dict[int, int]:
    """How many digests each member opened in the period."""
    start, end = (datetime.fromtimestamp(each, UTC) for each in facts.seconds)
    return digests.opened(facts.session, start, min(end, facts.before or end))


def _remarks(facts: Facts) -> dict[int, tuple[int, int]]:
    """How many comments on deals each member wrote in the period, and how many of them were answered."""
    start, end = (datetime.fromtimestamp(each, UTC) for each in facts.seconds)
    return remarks.said(facts.session, start, min(end, facts.before or end))


def _figures(found: Habit, planned: int, opened: int) -> Row:
    return {
        "active_days": found.active_days,
        "logs": found.logs,
        "median_hours_to_log": rounded(found.hours_to_log, 2),
        "messages_per_log": rounded(found.messages_per_log, 2),
        "taps_per_log": rounded(found.taps_per_log, 2),
        "deals_with_next_step": planned,
        "digests_opened": opened,
    }
