"""A new next step by taps: for a deal, a person or a company; its kind, then its day."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from core.actions.agenda import lines
from core.actions.picking import quick_picks, still_ahead
from core.actions.steps import when
from core.actions.work import Work
from core.errors import NoLongerApplies, NotFound
from core.model import Deal, Member, NextStep
from core.notices import Deed, StepPicks
from core.notices.purpose import Purpose
from core.storage import records
from core.storage.ledger import Ledger
from core.terms import StepKind


@dataclass(frozen=True, slots=True)
class About:
    """Whom and what a step is for."""

    company_id: int | None = None
    person_id: int | None = None
    deal: Deal | None = None


def subject(deal_id: int, company_id: int, person_id: int) -> str:
    """The subject of a purpose: the deal, else the person, else the company; the others follow from it.

    Raises NoLongerApplies where all are 0.
    """
    for letter, record_id in (("d", deal_id), ("p", person_id), ("c", company_id)):
        if record_id:
            return f"{letter}{record_id}"
    raise NoLongerApplies()


def show_plan(work: Work, by: Member, purpose: Purpose, chat_id: int, card_id: int | None) -> None:
    """Shows the kinds of step and the quick picks for one."""
    about, kind = read_subject(work, by, purpose.subject), _kind(purpose)
    step = NextStep(id=0, kind=kind, owner_id=by.id, **_whose(about))
    notice = StepPicks(
        purpose=str(purpose),
        step=lines(work, by, [step])[0],
        today=work.today(by),
        picks=quick_picks(work.today(by), work.team.country),
        is_new=True,
        place=purpose.place,
    )
    work.post(chat_id, notice, to=by, edits=card_id)


def plan(work: Work, by: Member, purpose: Purpose, on: date, at: time | None) -> tuple[int, Deed]:
    """Writes the step; its id, and what was done. Raises NoLongerApplies for a day that is over, NotFound."""
    still_ahead(work, by, on)
    about, kind = read_subject(work, by, purpose.subject), _kind(purpose)
    ledger = Ledger.begin(work.session, "plan_step", work.now, by_id=by.id, chat_id=by.telegram_id)
    values: dict[str, Any] = {"kind": kind, "owner_id": by.id, "created_at": work.now, "by_customer": False}
    values |= _whose(about) | when(work, by, on, at)
    step_id = ledger.create(NextStep, values)
    ledger.close()
    step = records.get(work.session, by, NextStep, step_id)
    return step_id, Deed(what="planned", operation_id=ledger.operation_id, step=lines(work, by, [step])[0])


def _whose(about: About) -> dict[str, Any]:
    return {
        "company_id": about.company_id,
        "person_id": about.person_id,
        "deal_id": about.deal.id if about.deal else None,
    }


def _kind(purpose: Purpose) -> StepKind:
    try:
        return StepKind(purpose.kind)
    except ValueError as error:
        raise NoLongerApplies() from error


def read_subject(work: Work, by: Member, packed: str) -> About:
    """The records of a subject, as `subject` packs it. Raises NotFound and NoLongerApplies."""
    letter, digits = packed[:1], packed[1:]
    if not digits.isdecimal():
        raise NoLongerApplies()
    if letter == "d":
        deal = records.get(work.session, by, Deal, int(digits))
        return About(deal.company_id, deal.person_id, deal)
    if letter == "p" and (person := records.person(work.session, int(digits))):
        return About(person.company_id, person.id)
    if letter == "c" and (company := records.company(work.session, int(digits))):
        return About(company.id)
    raise NotFound()
