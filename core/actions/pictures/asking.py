"""Asking for a picture by the name of its report."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from core.actions.pictures.ageing import ageing
from core.actions.pictures.effort import effort
from core.actions.pictures.forecast import forecast
from core.actions.pictures.funnel import funnel
from core.actions.pictures.leads import leads
from core.actions.reports import closing as closing_report
from core.actions.reports import forecast as forecast_report
from core.actions.reports import funnel as funnel_report
from core.actions.reports import leads as leads_report
from core.actions.reports.asking import owner
from core.actions.reports.effort import weeks
from core.actions.reports.facts import Facts, gather
from core.actions.reports.shape import Question
from core.actions.work import TeamSettings
from core.notices.reports import Picture

PICTURES: Mapping[str, Callable[[Facts], Picture]] = {
    "leads": lambda facts: leads(leads_report.leads(facts)),
    "funnel": lambda facts: funnel(funnel_report.funnel(facts)),
    "forecast": lambda facts: forecast(forecast_report.forecast(facts)),
    "closing": lambda facts: ageing(closing_report.closing(facts)),
    "effort": lambda facts: effort(weeks(facts)),
}
"""The reports of which there is a picture."""


def draw_as_owner(
    session: Session, team: TeamSettings, now: datetime, name: str, question: Question
) -> Picture:
    """The picture for whoever holds the database itself. Raises UnknownPipeline, and KeyError for none."""
    return PICTURES[name](gather(session, owner(), team, now, question))
