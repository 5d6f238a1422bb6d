"""The sheet of a month's trips: the visits of a member in order, and what they cost."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from core.actions.expenses import spent_of
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.insights.period import month_of
from core.model import Company, Expense, Member, Visit
from core.notices.files import Trip, TripExpense, TripMonths, TripSheet
from core.storage import expense_rows, records, visits
from core.storage.names import names

MONTHS = 3


def show_months(work: Work, by: Member, chat_id: int) -> None:
    """Asks for which of the last months the sheet is wanted."""
    month = work.today(by).replace(day=1)
    months = [month]
    for _ in range(MONTHS - 1):
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    counts = [len(_visits(work, by, each)) or len(_expenses(work, by, each)) for each in months]
    work.post(chat_id, TripMonths(months=months, counts=counts), to=by)


def send(work: Work, by: Member, month: str, chat_id: int) -> None:
    """Sends the sheet of a month ("202611"). Raises NoLongerApplies for what is no month."""
    try:
        first = datetime.strptime(month, "%Y%m").replace(tzinfo=UTC).date()
    except ValueError as error:
        raise NoLongerApplies() from error
    expenses = _expenses(work, by, first)
    trips = [_trip(work, by, visit, expenses) for visit in _visits(work, by, first)]
    called = names(work.session, Company, (each.company_id for each in expenses))
    spent = [
        TripExpense(on=each.spent_on, spent=spent_of(each), company=called.get(each.company_id, ""))
        for each in expenses
    ]
    work.post(chat_id, TripSheet(name=by.name, month=first, trips=trips, expenses=spent), to=by)


def _visits(work: Work, by: Member, first: date) -> list[Visit]:
    zone = work.zone_of(by)
    following = (first + timedelta(days=31)).replace(day=1)
    begin, end = (datetime.combine(day, time(), tzinfo=zone) for day in (first, following))
    return list(visits.between(work.session, by, begin, end))


def _expenses(work: Work, by: Member, first: date) -> list[Expense]:
    return expense_rows.of_month(work.session, by, first, month_of(first).end)


def _trip(work: Work, by: Member, visit: Visit, expenses: Sequence[Expense]) -> Trip:
    company = records.by_id(work.session, Company, visit.company_id)
    started = visit.started_at.astimezone(work.zone_of(by))
    minutes = round((visit.ended_at - visit.started_at).total_seconds() / 60) if visit.ended_at else None
    return Trip(
        on=started.date(),
        at=started.time().replace(second=0, microsecond=0),
        company=company.name if company else "",
        region=company.region if company else None,
        minutes=minutes,
        latitude=visit.latitude,
        longitude=visit.longitude,
        spent=[
            spent_of(each)
            for each in expenses
            if visit.contact_id is not None and each.contact_id == visit.contact_id
        ],
    )
