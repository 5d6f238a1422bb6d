"""Asking for a report by its name."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from core.actions.reports.adoption import adoption
from core.actions.reports.capacity import capacity
from core.actions.reports.closing import closing
from core.actions.reports.cost import cost_report
from core.actions.reports.customers import customers_report
from core.actions.reports.effort import effort
from core.actions.reports.facts import Facts, gather
from core.actions.reports.forecast import forecast
from core.actions.reports.funnel import funnel
from core.actions.reports.leads import leads
from core.actions.reports.process import process
from core.actions.reports.shape import Question, Report
from core.actions.work import TeamSettings, Work
from core.model import Member
from core.terms import Role

REPORTS: Mapping[str, Callable[[Facts], Report]] = {
    "leads": leads,
    "funnel": funnel,
    "forecast": forecast,
    "closing": closing,
    "effort": effort,
    "cost": cost_report,
    "customers": customers_report,
    "process": process,
    "adoption": adoption,
    "capacity": capacity,
}

GROUPS = ("rep", "team", "segment", "product", "company", "pipeline")
GROUPINGS: Mapping[str, tuple[str, ...]] = {
    "leads": (),
    "funnel": ("stage", *GROUPS),
    "forecast": ("stage", *GROUPS),
    "closing": (),
    "effort": ("stage", *GROUPS, "deal", "kind"),
    "cost": ("stage", *GROUPS),
    "customers": (),
    "process": (),
    "adoption": (),
    "capacity": (),
}
"""What the rows of a report can be grouped by."""


def ask(work: Work, by: Member, name: str, question: Question) -> Report:
    """The report of that name of what `by` may see. Raises UnknownPipeline."""
    return REPORTS[name](gather(work.session, by, work.team, work.now, question))


def ask_as_owner(
    session: Session, team: TeamSettings, now: datetime, name: str, question: Question
) -> Report:
    """The same for whoever holds the database itself."""
    return REPORTS[name](gather(session, owner(), team, now, question))


def owner() -> Member:
    """Whoever holds the database itself may see all of it."""
    return Member(id=0, name="", role=Role.OWNER)
