"""Corrected values: a tapped choice or the person's own words as changes of an intent."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

from core.actions.intent import NEW_DEAL, ORDER, Intent, Plan, Rest, StepsLeft, answered
from core.actions.work import Work
from core.errors import NoLongerApplies, NotFound, NotUnderstood
from core.model import Deal, Member
from core.notices import Sum
from core.reading.circumstances import Employment
from core.reading.intent import Field
from core.storage import records
from core.storage.pipeline_stages import pipelines_in_use
from core.terms import ContactKind


def with_choice(work: Work, by: Member, intent: Intent, field: str, value: str) -> Intent:
    """The intent with a field set to a tapped choice. Raises NoLongerApplies and NotFound."""
    try:
        changes = SETTERS[field](work, by, intent, value)
    except (KeyError, ValueError, InvalidOperation) as error:
        raise NoLongerApplies() from error
    return answered(intent, field, changes | {"corrected": True})


def with_words(intent: Intent, said: Intent | None, field: str, text: str) -> Intent:
    """The intent with a field set to what the person said in their own words, as `said` understands them.

    Raises NotUnderstood where they say nothing of it.
    """
    if field in (Field.COMPANY.value, Field.PERSON.value):
        changes = _who_in_words(said, field, text)
    else:
        changes = _value_in_words(said, field, intent)
    return answered(intent, field, changes | {"corrected": True})


def _set_company(work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    company = records.company(work.session, int(value))
    if company is None:
        raise NotFound()
    person = records.person(work.session, intent.person_id)
    keeps = person is not None and person.company_id == company.id
    return {
        "company_id": company.id,
        "new_company": None,
        "person_id": intent.person_id if keeps else None,
        "deal_id": None,
    }


def _set_person(work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    person = records.person(work.session, int(value))
    if person is None:
        raise NotFound()
    has_moved = intent.employment is Employment.MOVED
    return {
        "person_id": person.id,
        "company_id": intent.company_id if has_moved else person.company_id,
        "new_person": None,
        "new_company": None,
        "deal_id": None,
    }


def _set_deal(work: Work, by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    if value == ORDER:
        return {"deal_id": None, "without_deal": False, "as_order": True}
    if value == "none":
        return {"deal_id": None, "without_deal": True, "as_order": False}
    deal_id = int(value)
    if deal_id != NEW_DEAL:
        records.get(work.session, by, Deal, deal_id)
    return {"deal_id": deal_id, "without_deal": False, "as_order": False}


def _set_pipeline(work: Work, _by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    """Of a deal that the message begins."""
    if int(value) not in {pipeline.id for pipeline in pipelines_in_use(work.session)}:
        raise NotFound()
    return {"pipeline_id": int(value)}


def _set_kind(_work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    return {"kind": ContactKind(value), "occurred_on": intent.occurred_on or intent.said_at.date()}


def _set_date(work: Work, by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    day = date.fromisoformat(value)
    if day > work.today(by):
        raise NoLongerApplies()
    return {"occurred_on": day}


def _set_amount(work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    currency = intent.amount.currency if intent.amount else work.team.currency
    return {"amount": Sum(Decimal(value), currency)}


def _set_close(_work: Work, _by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    return {"close_on": date.fromisoformat(value)}


def _set_next_date(_work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    return {"plans": _first_plan(intent, on=date.fromisoformat(value))}


def _set_next_time(_work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    return {"plans": _first_plan(intent, at=time.fromisoformat(value))}


def _first_plan(intent: Intent, **changes: Any) -> list[Plan]:
    first, *others = intent.plans
    return [msgspec.structs.replace(first, **changes), *others]


def _set_rest(_work: Work, _by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    return {"rest": Rest(value)}


def _set_steps(_work: Work, _by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    return {"steps_left": StepsLeft(value)}


SETTERS: dict[str, Callable[[Work, Member, Intent, str], dict[str, Any]]] = {
    "company": _set_company,
    "person": _set_person,
    "deal": _set_deal,
    "pipeline": _set_pipeline,
    "kind": _set_kind,
    "date": _set_date,
    "rest": _set_rest,
    "steps": _set_steps,
    Field.AMOUNT.value: _set_amount,
    Field.CLOSE_DATE.value: _set_close,
    Field.OCCURRED.value: _set_date,
    Field.NEXT_DATE.value: _set_next_date,
    Field.NEXT_TIME.value: _set_next_time,
}


def _who_in_words(said: Intent | None, field: str, text: str) -> dict[str, Any]:
    """The customer that the words name: known, or new by exactly these words."""
    if said is not None and (said.company_id or said.person_id or said.new_company or said.new_person):
        names = ("company_id", "new_company", "person_id", "new_person")
        return {name: getattr(said, name) for name in names} | {"deal_id": None}
    name = " ".join(text.split())
    if not name:
        raise NotUnderstood()
    if field == Field.PERSON.value:
        return {"person_id": None, "new_person": name[:300], "deal_id": None}
    return {
        "company_id": None,
        "new_company": name[:300],
        "person_id": None,
        "new_person": None,
        "deal_id": None,
    }


def _value_in_words(said: Intent | None, field: str, intent: Intent) -> dict[str, Any]:
    if said is None:
        raise NotUnderstood()
    plan = said.plans[0] if said.plans else None
    values: dict[str, Any] = {
        Field.AMOUNT.value: said.amount and {"amount": said.amount},
        Field.CLOSE_DATE.value: said.close_on and {"close_on": said.close_on},
        Field.OCCURRED.value: said.occurred_on and {"occurred_on": said.occurred_on},
        "date": said.occurred_on and {"occurred_on": said.occurred_on},
        Field.NEXT_DATE.value: plan and plan.on and {"plans": _first_plan(intent, on=plan.on)},
        "expenses": said.expenses and {"expenses": [*intent.expenses, *said.expenses]},
        Field.NEXT_TIME.value: plan and plan.at and {"plans": _first_plan(intent, at=plan.at)},
    }
    if not values.get(field):
        raise NotUnderstood()
    return dict(values[field])
