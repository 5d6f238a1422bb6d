"""What a message says of a visit: the visit becomes a contact, as long as it took."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from core.actions.customer import Customer
from core.actions.intent import Intent
from core.actions.work import Work
from core.model import Member, Visit
from core.storage import records, visits
from core.storage.ledger import Ledger
from core.terms import ContactKind

FORGOTTEN_AFTER = timedelta(hours=8)
"""So long nobody visits: whoever has not left by then is asked when it was."""

SAID_OF_A_VISIT = (None, ContactKind.NOTE, ContactKind.VISIT, ContactKind.MEETING)
"""Kinds that the words of a visit may have: what else took place was no part of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A visit that is told of, and when it ended as far as it was measured; `by_talk`: what reads as a call
    otherwise is of what they talked there."""

    visit: Visit
    until: datetime
    by_talk: bool = False


def customer_of(work: Work, visit: Visit) -> Customer:
    """Whom the visit is to."""
    person = records.person(work.session, visit.person_id)
    return Customer(records.company(work.session, visit.company_id), person)


def minutes_of(visit: Visit, until: datetime) -> int:
    """Whole minutes from the start, at least one."""
    return max(1, round((until - visit.started_at).total_seconds() / 60))


def is_forgotten(visit: Visit, now: datetime) -> bool:
    return visit.ended_at is None and now - visit.started_at > FORGOTTEN_AFTER


def with_visit(work: Work, by: Member, intent: Intent, told: Told) -> Intent:
    """The intent as the report of the visit: a visit, as long as it took unless the words say another time.

    One about somebody else, or about a call, stays what it is.
    """
    visit = told.visit
    is_of_it = intent.kind in SAID_OF_A_VISIT or (told.by_talk and intent.kind is ContactKind.CALL)
    if intent.company_id != visit.company_id or not is_of_it or intent.new_company:
        return intent
    return msgspec.structs.replace(
        intent,
        kind=ContactKind.VISIT,
        occurred_on=intent.occurred_on or visit.started_at.astimezone(work.zone_of(by)).date(),
        duration_min=intent.duration_min or minutes_of(visit, told.until),
        visit_id=visit.id,
    )


def with_visit_once(work: Work, by: Member, intents: Sequence[Intent], told: Told) -> list[Intent]:
    """The intents of a message, the first one about the visit as its report."""
    merged = [with_visit(work, by, intent, told) for intent in intents]
    first = next((index for index, intent in enumerate(merged) if intent.visit_id), None)
    return [merged[index] if index == first else intent for index, intent in enumerate(intents)]


def end(work: Work, ledger: Ledger, by: Member, intent: Intent, contact_id: int | None) -> None:
    """Ends the visit that the intent reports with its contact, in the operation that logs it."""
    visit = visits.last(work.session, by, intent.visit_id)
    if visit is None or contact_id is None:
        return
    took = timedelta(minutes=intent.duration_min or 1)
    ledger.change(visit, {"ended_at": visit.started_at + took, "contact_id": contact_id})
