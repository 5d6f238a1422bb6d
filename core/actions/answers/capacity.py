"""How many salespeople it takes: the number with its range, and what drives it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core.actions.answers.told import Told, facts_of, tenths, total
from core.actions.reports.capacity import capacity as capacity_report
from core.actions.reports.facts import Facts
from core.actions.work import Work
from core.model import Member
from core.notices.report_view import ReportView
from core.notices.reports import Figure, Opens

SHARE = "share_of_"

WHY = {
    "note-no-target": "capacity-no-target",
    "note-period-over": "capacity-over",
    "note-no-pace": "capacity-no-pace",
    "note-nothing-won": "capacity-nothing-won",
}
"""What the answer has to say when there is no number."""


def capacity(work: Work, by: Member, view: ReportView) -> Told:
    """Where the number is not known, what to set or do for it."""
    facts = facts_of(work, by, view)
    found = capacity_report(facts)
    totals = found.totals
    drivers = {each["driver"]: each["value"] for each in totals["drivers"]}
    notes = [Figure(key=WHY[note.key]) for note in found.notes if note.key in WHY]
    rows = [] if len(found.rows) < 2 else [_pipeline(row) for row in found.rows]
    if totals["people_needed"] is not None:
        if any(note.key == "note-pace-observed" for note in found.notes):
            notes.append(Figure(key="capacity-observed"))
        if "ramp_up_months" not in drivers:
            notes.append(Figure(key="capacity-no-ramp"))
    return Told("capacity-heading", [*_answer(facts, totals), *_drivers(facts, drivers)], rows, notes)


def _answer(facts: Facts, totals: Mapping[str, Any]) -> list[Figure]:
    lines = []
    if totals["people_needed"] is not None:
        low, high = tenths(totals["people_low"]), tenths(totals["people_high"])
        number = tenths(totals["people_needed"])
        if low is None or low == high:
            lines.append(Figure(key="capacity-needed", number=number))
        else:
            lines.append(Figure(key="capacity-range", number=number, low=low, high=high))
    lines.append(Figure(key="capacity-now", number=tenths(totals["people_now"])))
    if totals["target"] is not None:
        won, target = total(facts, totals["won"]), total(facts, totals["target"])
        lines.append(Figure(key="capacity-won", sum=won, each=target))
    return lines


def _drivers(facts: Facts, drivers: Mapping[str, Any]) -> list[Figure]:
    lines = []
    if "minutes_per_won" in drivers and "mean_won_value" in drivers:
        mean, minutes = total(facts, drivers["mean_won_value"]), round(drivers["minutes_per_won"])
        lines.append(Figure(key="capacity-per-won", minutes=minutes, each=mean))
    if drivers.get("minutes_per_day") is not None and drivers["working_days_left"]:
        minutes = round(drivers["minutes_per_day"])
        lines.append(Figure(key="capacity-pace", minutes=minutes, days=drivers["working_days_left"]))
    lines += [
        Figure(key="capacity-kind", word=name.removeprefix(SHARE), percent=round(share * 100))
        for name, share in drivers.items()
        if name.startswith(SHARE)
    ]
    if "ramp_up_months" in drivers:
        lines.append(Figure(key="capacity-ramp", number=tenths(drivers["ramp_up_months"])))
    if "newcomers" in drivers:
        lines.append(Figure(key="capacity-newcomers", number=tenths(drivers["newcomers"])))
    if "wavers" in drivers:
        lines.append(Figure(key="capacity-wavers", word=drivers["wavers"]))
    return lines


def _pipeline(row: Mapping[str, Any]) -> Opens:
    figures = []
    if row["people_needed"] is not None:
        figures.append(Figure(key="capacity-needed", number=tenths(row["people_needed"])))
    now = tenths(row["people_now"])
    figures.append(Figure(key="capacity-now", number=Decimal(0) if now is None else now))
    return Opens(what="", id=0, name=row["group"], figures=figures)
