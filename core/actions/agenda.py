"""The agenda: a member's next steps of a day or a week, and those of whom they stand in for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.actions import budget
from core.actions.card import step_line
from core.actions.deal_names import own_title
from core.actions.picking import FRIDAY
from core.actions.suggestions import suggestions
from core.actions.work import Work
from core.model import Company, Deal, Member, NextStep, Person
from core.notices import Agenda, Deed, StepLine, Week
from core.storage import neglected, next_steps
from core.storage.absences import stood_in_for
from core.storage.names import names

PAGE = 6
"""Steps on one screen, each with its buttons."""

WEEK = 7
WEEK_LINES = 20
"""Steps of a week on one screen; what is more is counted."""


def show_today(
    work: Work, by: Member, chat_id: int, *, page: int = 0, edits: int | None = None, deed: Deed | None = None
) -> int:
    """Posts what is overdue and due today, or puts it in place of an earlier agenda; the letter's id."""
    return work.post(chat_id, today(work, by, page, deed), to=by, edits=edits)


def today(work: Work, by: Member, page: int = 0, deed: Deed | None = None) -> Agenda:
    """A page of today's agenda: overdue first, then by time; a page beyond the last is the last. What has an
    hour today is on the first page, however much is overdue.

    Suggestions come last; not when all that was planned is done, for then that is all, nor beside a deed.
    """
    day = work.today(by)
    which = next_steps.due_until(_whose(work, by), day)
    pages = max(1, -(-next_steps.count(work.session, which) // PAGE))
    page = min(max(page, 0), pages - 1)
    steps = next_steps.page_of_day(work.session, which, day, offset=page * PAGE, limit=PAGE)
    shown, done = lines(work, by, steps), done_today(work, by)
    ends_here = page + 1 == pages and (shown or not done) and deed is None
    return Agenda(
        on=day,
        overdue=[line for line in shown if line.remind_on and line.remind_on < day],
        due=[line for line in shown if line.remind_on == day],
        done_today=done,
        page=page,
        pages=pages,
        suggestions=suggestions(work, by) if ends_here else [],
        to_tidy=to_tidy(work, by) if day.weekday() == FRIDAY else 0,
        deed=deed,
        held=budget.told_today(work, by),
    )


def show_week(
    work: Work, by: Member, chat_id: int, *, edits: int | None = None, deed: Deed | None = None
) -> int:
    """Posts the steps of today and the six days after it, or puts them in place; the letter's id."""
    first = work.today(by)
    which = next_steps.due_within(_whose(work, by), first, first + timedelta(days=WEEK - 1))
    steps = next_steps.page_by_day(work.session, which, limit=WEEK_LINES)
    hidden = next_steps.count(work.session, which) - len(steps)
    notice = Week(first=first, steps=lines(work, by, steps), hidden=hidden, deed=deed)
    return work.post(chat_id, notice, to=by, edits=edits)


@dataclass(frozen=True, slots=True)
class StepNames:
    """What the customers, deals and owners of steps are called, asked for all of them at once."""

    companies: Mapping[int | None, str]
    people: Mapping[int | None, str]
    deals: Mapping[int | None, str]
    owners: Mapping[int | None, str]

    @classmethod
    def of(cls, session: Session, steps: Sequence[NextStep], reader_id: int | None = None) -> "StepNames":
        """`reader_id`: whose own name is not needed."""
        others = (step.owner_id for step in steps if step.owner_id != reader_id)
        return cls(
            names(session, Company, (step.company_id for step in steps)),
            names(session, Person, (step.person_id for step in steps)),
            names(session, Deal, (step.deal_id for step in steps)),
            names(session, Member, others),
        )

    def line(self, work: Work, reader: Member, step: NextStep) -> StepLine:
        """The step as a line for the reader, with its owner where that is somebody else."""
        company = self.companies.get(step.company_id)
        return step_line(
            work,
            reader,
            step,
            company=company,
            person=self.people.get(step.person_id),
            deal=own_title(self.deals.get(step.deal_id), company) or None,
            owner=self.owners.get(step.owner_id) if step.owner_id != reader.id else None,
        )


def lines(work: Work, by: Member, steps: Sequence[NextStep]) -> list[StepLine]:
    """Steps as lines, with the names of their customers and deals, and of an owner who is somebody else."""
    known = StepNames.of(work.session, steps, by.id)
    return [known.line(work, by, step) for step in steps]


def _whose(work: Work, by: Member) -> list[int]:
    return [by.id, *stood_in_for(work.session, by, work.today(by))]


def to_tidy(work: Work, by: Member) -> int:
    """How many deals of the member's have no next step or a contract date that has passed."""
    which = neglected.untidy(by, work.today(by))
    return work.session.scalar(select(func.count()).select_from(Deal).where(which)) or 0


def done_today(work: Work, by: Member) -> int:
    """How many steps of the member's were done on their present day."""
    midnight = datetime.combine(work.today(by), time(), tzinfo=work.zone_of(by))
    return (
        work.session.scalar(
            select(func.count())
            .select_from(NextStep)
            .where(NextStep.owner_id == by.id, NextStep.done_at >= midnight)
            .where(NextStep.done_at < midnight + timedelta(days=1))
        )
        or 0
    )
