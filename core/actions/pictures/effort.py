"""Effort as a picture: the hours of each week, by what they were spent on."""

from core.actions.reports.shape import Report, Row
from core.notices.reports import Bar, Figure, Picture
from core.terms import ContactKind

KINDS = (
    frozenset({ContactKind.VISIT, ContactKind.MEETING}),
    frozenset({ContactKind.CALL}),
    frozenset({ContactKind.EMAIL, ContactKind.MESSAGE, ContactKind.PROPOSAL, ContactKind.DEMO}),
)
"""Kinds of contact that are a colour together, from the ground up."""

KEYS = ("chart-met", "chart-called", "chart-wrote")


def effort(report: Report) -> Picture:
    """A column for each week of the period with its minutes; the total is at the foot."""
    contacts = sum(int(row["contacts"]) for row in report.rows)
    minutes = sum(int(row["minutes"]) for row in report.rows)
    return Picture(
        title="chart-effort",
        start=report.period.start,
        end=report.period.end,
        bars=[Bar(on=row["week"], parts=_parts(row)) for row in report.rows],
        legend=[Figure(key=key) for key in KEYS],
        colours=(0, 1, 2),
        foot=Figure(key="chart-effort-foot", count=contacts, minutes=minutes),
        upright=True,
    )


def _parts(row: Row) -> list[float]:
    found = row["by_kind"]
    return [float(sum(found[kind]["minutes"] for kind in kinds if kind in found)) for kinds in KINDS]
