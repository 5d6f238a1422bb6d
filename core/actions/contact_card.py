"""A contact card that was shared becomes a person, unless they are known; their company is asked once."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from core.actions import whom
from core.actions.beginning import EMPLOYER
from core.actions.whom import Candidate
from core.actions.work import Work
from core.errors import NotFound
from core.model import Company, Member, Person
from core.notices.capture import Whom
from core.notices.shared import PersonEntered, PersonKnown
from core.storage import phones, records
from core.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class SharedCard:
    """What a card says; `phone` may be empty only where a forwarded card has none."""

    name: str
    phone: str
    email: str | None = None
    organisation: str | None = None
    role: str | None = None


def receive(work: Work, by: Member, card: SharedCard, chat_id: int) -> None:
    """Says who is known by that number, or by that name; enters anybody else."""
    known = phones.person_with(work.session, card.phone)
    by_number = known is not None
    known = known or phones.people_called(work.session, card.name)
    if known is None:
        enter(work, by, card, chat_id, None)
        return
    company = records.company(work.session, known.company_id)
    notice = PersonKnown(
        person_id=known.id,
        name=known.name,
        company=company.name if company else None,
        phone=known.phone,
        by_number=by_number,
        given=card.phone,
        given_name=card.name,
        email=card.email,
        organisation=card.organisation,
    )
    work.post(chat_id, notice, to=by)


def enter(work: Work, by: Member, card: SharedCard, chat_id: int, card_id: int | None) -> None:
    """Writes the person, and asks for their company: those that the card may name first."""
    ledger = Ledger.begin(work.session, "enter_person", work.now, by_id=by.id, chat_id=chat_id)
    values: dict[str, Any] = {
        "name": card.name[:300],
        "phone": card.phone[:100] or None,
        "email": card.email[:200] if card.email else None,
        "role": card.role[:200] if card.role else None,
        "created_at": work.now,
    }
    person_id = ledger.create(Person, values)
    ledger.close()
    whom.show(work, by, f"{EMPLOYER}.{person_id}", chat_id, edits=card_id, first=_named(work, card))


def add_number(work: Work, by: Member, shown: PersonKnown, chat_id: int, card_id: int) -> None:
    """Gives the known person the number of the card. Raises NotFound."""
    person = records.person(work.session, shown.person_id)
    if person is None:
        raise NotFound()
    did = "changed" if person.phone else "added"
    ledger = Ledger.begin(work.session, "add_number", work.now, by_id=by.id, chat_id=chat_id)
    ledger.change(person, {"phone": shown.given})
    ledger.close()
    _tell(work, by, ledger.operation_id, person, chat_id, card_id, did)


def enter_another(work: Work, by: Member, shown: PersonKnown, chat_id: int, card_id: int) -> None:
    """Enters somebody else who has the same name."""
    card = SharedCard(shown.given_name, shown.given, shown.email, shown.organisation)
    enter(work, by, card, chat_id, card_id)


def _named(work: Work, card: SharedCard) -> list[Whom]:
    if not card.organisation:
        return []
    found = work.session.scalars(
        select(Company.id)
        .where(Company.deleted_at.is_(None), Company.name.contains(card.organisation, autoescape=True))
        .order_by(Company.id)
        .limit(3)
    )
    return whom.named(work, [Candidate(key, None) for key in found])


def _tell(
    work: Work, by: Member, operation_id: int, person: Person, chat_id: int, card_id: int | None, did: str
) -> None:
    company = records.company(work.session, person.company_id)
    notice = PersonEntered(
        operation_id=operation_id,
        person_id=person.id,
        name=person.name,
        phone=person.phone,
        company=company.name if company else None,
        did=did,
    )
    work.post(chat_id, notice, to=by, edits=card_id)
