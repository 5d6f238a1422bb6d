"""What can be chosen in a correction, a list of options for each field."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select

from core.actions.card import Written
from core.actions.customer import Customer
from core.actions.deal_names import deal_options
from core.actions.intent import NEW_DEAL, ORDER
from core.actions.work import Work
from core.model import Company, Contact, Member
from core.notices import Option
from core.reading.intent import Field
from core.storage import records
from core.storage.pipeline_stages import pipelines_in_use
from core.terms import ContactKind

OTHER = "other"
"""The choice that is none of those offered: the person is asked to say it in words."""

RECENT_COMPANIES = 6
MOST_DEALS = 6
DAYS = 7


def _company_choices(work: Work, by: Member, written: Written) -> list[Option]:
    """The companies that the member has spoken to last, but not the one that stands there."""
    recent = (
        select(Contact.company_id)
        .where(Contact.by_id == by.id, Contact.company_id.is_not(None), Contact.deleted_at.is_(None))
        .order_by(Contact.id.desc())
        .limit(100)
    )
    ids = [key for key in dict.fromkeys(work.session.scalars(recent)) if key != written.customer.company_id]
    named = (work.session.get(Company, key) for key in ids[:RECENT_COMPANIES] if key is not None)
    options = [Option(value=str(company.id), name=company.name) for company in named if company]
    return [*options, Option(value=OTHER)]


def _deal_choices(work: Work, by: Member, written: Written) -> list[Option]:
    customer: Customer = written.customer
    if customer.company is None and customer.person is None:
        return []
    found = records.open_deals_of(
        work.session, by, company_id=customer.company_id, person_id=customer.person_id
    )
    options = deal_options(work, found[:MOST_DEALS])
    if written.customer.company is not None and written.intent.ordered:
        options.append(Option(value=ORDER))
    return [*options, Option(value=str(NEW_DEAL)), Option(value="none")]


def pipeline_choices(work: Work, _by: Member, written: Written) -> list[Option]:
    """The other pipelines, where the message has begun a deal."""
    if written.deal is None or not written.deal_is_new:
        return []
    others = [each for each in pipelines_in_use(work.session) if each.id != written.deal.pipeline_id]
    return [Option(value=str(each.id), name=each.name) for each in others]


def _kind_choices(_work: Work, _by: Member, written: Written) -> list[Option]:
    return [Option(value=kind.value) for kind in ContactKind if kind is not written.intent.kind]


def _date_choices(work: Work, by: Member, written: Written) -> list[Option]:
    today = work.today(by)
    days = [today - timedelta(days=back) for back in range(DAYS)]
    return [Option(value=day.isoformat(), on=day) for day in days if day != written.intent.occurred_on]


def _next_choices(work: Work, by: Member, written: Written) -> list[Option]:
    today = work.today(by)
    days = [today + timedelta(days=ahead) for ahead in range(DAYS + 1)]
    planned = written.intent.plans[0].on if written.intent.plans else None
    return [*(Option(value=day.isoformat(), on=day) for day in days if day != planned), Option(value=OTHER)]


CHOICES: dict[str, Callable[[Work, Member, Written], list[Option]]] = {
    "company": _company_choices,
    "deal": _deal_choices,
    "pipeline": pipeline_choices,
    "kind": _kind_choices,
    "date": _date_choices,
    Field.NEXT_DATE.value: _next_choices,
}
