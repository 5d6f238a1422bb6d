"""Queries for people by their telephone number, however it was written."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from core.model import Person
from core.phones import COMPARED, digits_of

SEPARATORS = " -()./"


def person_with(session: Session, phone: str) -> Person | None:
    """The person of the shared directory who has the number; the one entered first of several."""
    wanted = digits_of(phone)
    if len(wanted) < COMPARED:
        return None
    bare: ColumnElement[str] = func.coalesce(Person.phone, "")
    for separator in SEPARATORS:
        bare = func.replace(bare, separator, "")
    found = session.scalars(
        select(Person)
        .where(Person.deleted_at.is_(None), bare.like(f"%{wanted[-COMPARED:]}"))
        .order_by(Person.id)
    )
    return next((person for person in found if digits_of(person.phone or "") == wanted), None)


def people_called(session: Session, name: str) -> Person | None:
    """The person of exactly this name; the one entered first of several."""
    same = (Person.name == name, Person.deleted_at.is_(None))
    return session.scalar(select(Person).where(*same).order_by(Person.id).limit(1))
