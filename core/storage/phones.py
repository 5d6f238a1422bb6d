"""Queries for people and companies by their telephone number, however it was written."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import Company, Person
from core.phones import COMPARED, digits_of

Reached = TypeVar("Reached", Company, Person)


def having(session: Session, record: type[Reached], phone: str) -> Sequence[Reached]:
    """The companies or people of the shared directory who have the number, those entered first come first."""
    wanted = digits_of(phone)
    if len(wanted) < COMPARED:
        return []
    found = session.scalars(
        select(record)
        .where(record.phone_end == wanted[-COMPARED:], record.deleted_at.is_(None))
        .order_by(record.id)
    )
    return [each for each in found if digits_of(each.phone or "") == wanted]


def person_with(session: Session, phone: str) -> Person | None:
    """The person of the shared directory who has the number; the one entered first of several."""
    return next(iter(having(session, Person, phone)), None)


def people_called(session: Session, name: str) -> Person | None:
    """The person of exactly this name; the one entered first of several."""
    same = (Person.name == name, Person.deleted_at.is_(None))
    return session.scalar(select(Person).where(*same).order_by(Person.id).limit(1))
