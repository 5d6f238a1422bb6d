"""Effort as a report: contacts and minutes, whose, with whom, about what, in which stage."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from core.actions.reports.absent import absence_notes
from core.actions.reports.facts import Facts
from core.actions.reports.grouping import ALL, Key, of_contacts
from core.actions.reports.shape import Note, Report, rounded
from core.history import Worked
from core.insights.effort import Effort, effort_by, effort_of
from core.insights.period import Span, week_of
from core.storage.contact_rows import Per, Which, worked

COLUMNS = ("group", "contacts", "minutes", "minutes_measured", "by_kind")

WEEKLY = ("week", "contacts", "minutes", "by_kind")

PER: Mapping[str | None, Per] = {
    None: Per.MEMBER,
    "rep": Per.MEMBER,
    "team": Per.MEMBER,
    "company": Per.COMPANY,
    "segment": Per.COMPANY,
    "deal": Per.DEAL,
    "product": Per.DEAL,
    "pipeline": Per.DEAL,
    "stage": Per.STAGE,
    "kind": Per.MEMBER,
}
"""What contacts are counted by in the database to be grouped so."""


def effort(facts: Facts) -> Report:
    """A row for each group, `all` without one, most minutes first. The groups add up to the totals."""
    by = facts.question.by
    rows = contacts_of(facts, PER[by], facts.span)
    usual = facts.team.habits.minutes
    total = effort_of(rows, usual)
    groups: Mapping[Key, Effort] = {(None, ALL): total}
    if by is not None:
        groups = effort_by(rows, of_contacts(facts, by), usual)
    ordered = sorted(groups.items(), key=lambda item: (-item[1].minutes, item[0][1] or ""))
    totals = {k: v for k, v in _row(None, total).items() if k != "group"}
    totals["measured_share"] = rounded(total.measured_share)
    return facts.report(
        "effort",
        COLUMNS,
        [_row(key[1], found) for key, found in ordered],
        totals,
        [*measured_notes(total), *absence_notes(facts)],
    )


def weeks(facts: Facts) -> Report:
    """A row for each week of the period that has begun, idle ones too: contacts and minutes by kind."""
    span, usual = facts.span, facts.team.habits.minutes
    by_week = effort_by(contacts_of(facts, Per.DAY, span), lambda row: week_of(row.on or span.start), usual)
    last = min(max(facts.today, span.start), span.end - timedelta(days=1))
    found, week = [], week_of(span.start)
    while week.start <= last:
        row = _row(None, by_week.get(week, Effort()))
        found.append({"week": week.start} | {name: row[name] for name in WEEKLY[1:]})
        week = week_of(week.end)
    return facts.report("effort", WEEKLY, found, {}, [])


def contacts_of(facts: Facts, per: Per, span: Span | None) -> Sequence[Worked]:
    """Contacts of the period that the asker sees, of the pipeline asked about."""
    of_pipeline = facts.pipeline_id is not None
    rows = worked(facts.session, facts.asker, per, Which(span, facts.before, per_deal=of_pipeline))
    if not of_pipeline:
        return rows
    deals = {deal.id for deal in facts.endings}
    return [row for row in rows if row.deal_id in deals]


def measured_notes(total: Effort) -> list[Note]:
    """Which share of minutes is logged and which usual."""
    if total.measured_share is None:
        return [Note("note-no-contacts")]
    if total.measured_share == 1:
        return []
    return [Note("note-usual-minutes", {"percent": round(total.measured_share * 100)})]


def _row(group: str | None, found: Effort) -> dict[str, Any]:
    return {
        "group": group,
        "contacts": found.contacts,
        "minutes": found.minutes,
        "minutes_measured": found.measured,
        "by_kind": {
            kind.value: {"contacts": part.contacts, "minutes": part.minutes}
            for kind, part in sorted(found.by_kind.items())
        },
    }
