"""Visits: begun by a place that was shared by hand, ended by the next message, a tap, or the next place."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec
from sqlalchemy import select

from core.actions import log, whom
from core.actions.answer import tell
from core.actions.customer import resolve
from core.actions.customer_card import brief
from core.actions.intent import Intent
from core.actions.visit_report import Told, customer_of, is_forgotten, with_visit
from core.actions.whom import Candidate
from core.actions.work import Source, Work
from core.errors import NoLongerApplies
from core.model import Change, Company, Contact, Member, Operation, Visit
from core.notices import Named, Undone, VisitCard, VisitForgotten
from core.notices.capture import Whom
from core.storage import places, records
from core.storage import visits as stored
from core.storage.ledger import CREATED, Ledger, put
from core.terms import ContactKind

VERB = "visit"
NEAREST = 3
REPORTED_WITHIN = timedelta(hours=1)
"""For so long after leaving, a message about the customer still tells of the visit."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the map, in degrees."""

    latitude: float
    longitude: float


def arrive(work: Work, by: Member, point: Point, source: Source) -> None:
    """Begins a visit, and asks to whom: the nearest customers first. It ends the one that goes on."""
    end_running(work, by, source.chat_id)
    ledger = Ledger.begin(work.session, "visit", work.now, by_id=by.id, chat_id=source.chat_id)
    values: dict[str, Any] = {
        "member_id": by.id,
        "started_at": source.said_at,
        "latitude": point.latitude,
        "longitude": point.longitude,
    }
    visit_id = ledger.create(Visit, values)
    ledger.close()
    put(work.session, by, {"visit_id": visit_id})
    whom.show(work, by, f"{VERB}.{visit_id}", source.chat_id, first=near(work, by, str(visit_id)))


def last_place(work: Work, by: Member) -> Point | None:
    """Where they shared their place before, if they did."""
    visit = stored.newest(work.session, by)
    if visit is None or visit.latitude is None or visit.longitude is None:
        return None
    return Point(visit.latitude, visit.longitude)


def near(work: Work, by: Member, visit_id: str) -> list[Whom]:
    """The customers nearest to where the visit began."""
    visit = stored.get(work.session, by, _id(visit_id))
    if visit.latitude is None or visit.longitude is None:
        return []
    found = places.nearest(work.session, visit.latitude, visit.longitude, NEAREST)
    named = whom.named(work, [Candidate(each.company_id, None) for each in found])
    far = {f"c{each.company_id}": each.metres for each in found}
    return [msgspec.structs.replace(each, metres=far[each.subject]) for each in named]


def is_at(work: Work, by: Member, visit_id: str, who: Intent, chat_id: int, card_id: int | None) -> None:
    """The visit is to that customer; where their place was not known, it is here. Shows what to know there.

    Raises NotFound, and NoLongerApplies for a visit that is over.
    """
    visit = stored.get(work.session, by, _id(visit_id))
    if visit.ended_at is not None:
        raise NoLongerApplies()
    ledger = Ledger.begin(work.session, "arrive", work.now, by_id=by.id, chat_id=chat_id)
    customer = resolve(work, ledger, who)
    if customer.company is None:
        raise NoLongerApplies()
    at = {"company_id": customer.company_id, "person_id": customer.person_id, "deal_id": who.deal_id}
    ledger.change(visit, at)
    learnt = customer.company.latitude is None and visit.latitude is not None
    if learnt:
        here = {"latitude": visit.latitude, "longitude": visit.longitude}
        ledger.change(customer.company, here)
    ledger.close()
    show_card(work, by, visit.id, chat_id, card_id, operation_id=ledger.operation_id, learnt=learnt)


def show_card(
    work: Work,
    by: Member,
    visit_id: int,
    chat_id: int,
    card_id: int | None,
    *,
    operation_id: int | None = None,
    learnt: bool = False,
) -> None:
    """Shows a visit that goes on; one to nobody asks to whom it is. Raises NotFound, NoLongerApplies."""
    visit = stored.get(work.session, by, visit_id)
    if visit.ended_at is not None:
        raise NoLongerApplies()
    customer = customer_of(work, visit)
    if customer.company is None:
        packed = str(visit_id)
        whom.show(work, by, f"{VERB}.{packed}", chat_id, edits=card_id, first=near(work, by, packed))
        return
    notice = VisitCard(
        visit_id=visit.id,
        operation_id=operation_id,
        company=Named(customer.company.id, customer.company.name),
        person=customer.person.name if customer.person else None,
        started_at=visit.started_at.astimezone(work.zone_of(by)),
        brief=brief(work, by, customer.company.id),
        learnt=learnt,
    )
    work.post(chat_id, notice, to=by, edits=card_id)


def leave(work: Work, by: Member, visit_id: int, minutes: int, chat_id: int, card_id: int | None) -> None:
    """Ends the visit and logs it; `minutes` 0: as long as it was measured, which is asked after 8 hours.

    Raises NotFound, and NoLongerApplies for a visit that is over or to nobody.
    """
    visit = stored.get(work.session, by, visit_id)
    if visit.ended_at is not None or visit.company_id is None:
        raise NoLongerApplies()
    if not minutes and is_forgotten(visit, work.now):
        ask_when_it_ended(work, by, visit, chat_id, card_id)
        return
    intent = with_visit(work, by, _told_by_nobody(work, visit, minutes), Told(visit, work.now))
    written = log.write(work, by, intent, Source(chat_id, 0, work.now), 0)
    tell(work, by, [written], chat_id, edits=card_id)


def ask_whom(work: Work, by: Member, visit_id: int, chat_id: int, card_id: int) -> None:
    """Asks anew to whom the visit is. Raises NotFound, and NoLongerApplies for one that is over."""
    if stored.get(work.session, by, visit_id).ended_at is not None:
        raise NoLongerApplies()
    packed = str(visit_id)
    whom.show(work, by, f"{VERB}.{packed}", chat_id, edits=card_id, first=near(work, by, packed))


def never_was(work: Work, by: Member, visit_id: int, chat_id: int, card_id: int | None) -> None:
    """It was no visit: takes it back, and says so in place of the question, with Undo."""
    visit = stored.get(work.session, by, visit_id)
    if visit.ended_at is not None:
        raise NoLongerApplies()
    ledger = Ledger.begin(work.session, "no_visit", work.now, by_id=by.id, chat_id=chat_id)
    ledger.change(visit, {"deleted_at": work.now})
    ledger.close()
    if card_id is not None:
        undone = Undone(operation_id=ledger.operation_id, kind=ContactKind.VISIT)
        work.post(chat_id, undone, to=by, edits=card_id)


def end_running(work: Work, by: Member, chat_id: int) -> None:
    """Ends the visit that goes on, if there is one: logged, or asked about when it was forgotten."""
    visit = stored.last(work.session, by, by.visit_id)
    if visit is None or visit.ended_at is not None:
        return
    if visit.company_id is None:
        never_was(work, by, visit.id, chat_id, None)
    else:
        leave(work, by, visit.id, 0, chat_id, None)


def reported(work: Work, by: Member, source: Source) -> Visit | None:
    """The visit that a message may tell of: the one that goes on, or that has just ended without words.

    A forgotten one is asked about instead.
    """
    visit = stored.last(work.session, by, by.visit_id)
    if visit is None or visit.company_id is None:
        return None
    if is_forgotten(visit, source.said_at):
        put(work.session, by, {"visit_id": None})
        ask_when_it_ended(work, by, visit, source.chat_id, None)
        return None
    if visit.ended_at is None:
        return visit
    just_left = source.said_at - visit.ended_at <= REPORTED_WITHIN
    return visit if just_left and _is_wordless(work, by, visit) else None


def ask_when_it_ended(work: Work, by: Member, visit: Visit, chat_id: int, card_id: int | None) -> None:
    company = records.by_id(work.session, Company, visit.company_id)
    notice = VisitForgotten(
        visit_id=visit.id,
        company=company.name if company else "",
        started_at=visit.started_at.astimezone(work.zone_of(by)),
        asked_on=work.today(by),
    )
    work.post(chat_id, notice, to=by, edits=card_id)


def operation_of(work: Work, by: Member, visit: Visit) -> Operation | None:
    """What logged the visit's contact."""
    operation_id = work.session.scalar(
        select(Change.operation_id)
        .where(Change.record == Contact.__tablename__, Change.record_id == visit.contact_id)
        .where(Change.field == CREATED)
    )
    return records.find(work.session, by, Operation, operation_id)


def _is_wordless(work: Work, by: Member, visit: Visit) -> bool:
    contact = records.find(work.session, by, Contact, visit.contact_id)
    return contact is not None and contact.deleted_at is None and not contact.note


def _told_by_nobody(work: Work, visit: Visit, minutes: int) -> Intent:
    return Intent(
        text="",
        said_at=work.now,
        kind=ContactKind.VISIT,
        company_id=visit.company_id,
        person_id=visit.person_id,
        deal_id=visit.deal_id,
        duration_min=minutes or None,
    )


def _id(said: str) -> int:
    if not said.isdecimal():
        raise NoLongerApplies()
    return int(said)
