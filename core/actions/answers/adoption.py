"""Is it used: who logs, how soon, with how many messages and taps; a person's logs open."""

from collections.abc import Mapping
from typing import Any

from core.actions.answers.effort import logs_of_member
from core.actions.answers.told import Told, facts_of, tenths
from core.actions.reports.absent import away
from core.actions.reports.adoption import adoption_of
from core.actions.work import Work
from core.model import Member
from core.notices.report_view import MEMBER, ReportView
from core.notices.reports import Figure, Opens

HOUR = 60


def adoption(work: Work, by: Member, view: ReportView) -> Told:
    """The team's habit, then each person's; who was away is said so, not counted as silent."""
    facts = facts_of(work, by, view)
    if view.member_id:
        return logs_of_member(work, facts, view.member_id)
    lines, totals = adoption_of(facts)
    missing = away(facts, view.span)
    rows = [_person(member_id, row, missing) for member_id, row in lines]
    notes = [Figure(key="away-people", count=len(missing), days=sum(missing.values()))] if missing else []
    return Told("adoption-heading", _lines(totals), rows, notes)


def _lines(totals: Mapping[str, Any]) -> list[Figure]:
    lines = [Figure(key="adoption-people", count=totals["logging"], number=tenths(totals["people"]))]
    if totals["logs"]:
        lines.append(Figure(key="adoption-logs", count=totals["logs"]))
        delay = round(totals["median_hours_to_log"] * HOUR)
        lines.append(Figure(key="adoption-delay", minutes=delay) if delay else Figure(key="adoption-at-once"))
        messages, taps = tenths(totals["messages_per_log"]), tenths(totals["taps_per_log"])
        lines.append(Figure(key="adoption-taps", number=messages, high=taps))
    if totals["open_deals"]:
        steps = Figure(
            key="adoption-steps", count=totals["deals_with_next_step"], number=tenths(totals["open_deals"])
        )
        lines.append(steps)
    if totals["digests_opened"]:
        lines.append(Figure(key="adoption-digests", count=totals["digests_opened"]))
    if totals["comments"]:
        answered = tenths(totals["comments_answered"])
        lines.append(Figure(key="adoption-comments", count=totals["comments"], number=answered))
    return lines


def _person(member_id: int, row: Mapping[str, Any], missing: Mapping[int, int]) -> Opens:
    figures = []
    if row["logs"]:
        figures.append(Figure(key="adoption-row", count=row["logs"], days=row["active_days"]))
    else:
        figures.append(Figure(key="adoption-row-none"))
    if member_id in missing:
        figures.append(Figure(key="away-days", days=missing[member_id]))
    return Opens(what=MEMBER, id=member_id, name=row["rep"], figures=figures)
