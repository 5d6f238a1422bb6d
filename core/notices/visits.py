"""Visits: where somebody is, what is worth knowing there, and how it ended."""

from datetime import date, datetime

from core.notices.base import Notice
from core.notices.customers import Brief
from core.notices.parts import Named


class VisitCard(Notice, frozen=True, kw_only=True, tag=True):
    """A visit that goes on. `started_at` is in the reader's zone; `operation_id`: what Undo takes back.

    `learnt`: the customer's place was not known until now.
    """

    visit_id: int
    operation_id: int | None
    company: Named
    started_at: datetime
    brief: Brief
    person: str | None = None
    learnt: bool = False


class VisitForgotten(Notice, frozen=True, kw_only=True, tag=True):
    """Asks how long a visit took that was not ended. `started_at` is in the reader's zone."""

    visit_id: int
    company: str
    started_at: datetime
    asked_on: date
