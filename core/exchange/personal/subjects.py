"""Whose data it is: a person at a customer's, or a member of the team."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import SalesError
from core.model import Company, Member, NameAlias, Person


class Kind(StrEnum):
    """What somebody is to the team. The value stands before the number: `person:12`."""

    PERSON = "person"
    MEMBER = "member"


class NobodyCalledSo(SalesError):
    """Nobody has that name or number. Field: `who` as asked for."""

    key = "error-nobody-called-so"


class SeveralCalledSo(SalesError):
    """Several have that name. Fields: `who` as asked for, `known` who they are."""

    key = "error-several-called-so"


@dataclass(frozen=True, slots=True)
class Subject:
    """One person. `detail`: the company they work at, or their role in the team."""

    kind: Kind
    id: int
    name: str
    detail: str = ""

    def __str__(self) -> str:
        detail = f", {self.detail}" if self.detail else ""
        return f"{self.kind}:{self.id} ({self.name}{detail})"


def find(session: Session, who: str) -> Subject:
    """By number (`person:12`, `member:3`), or by the whole name or a taught one, whatever the capitals.

    Somebody who was removed is found too. Raises NobodyCalledSo and SeveralCalledSo.
    """
    found = _numbered(session, who) or _called(session, who)
    if not found:
        raise NobodyCalledSo(who=who)
    if len(found) > 1:
        raise SeveralCalledSo(who=who, known="; ".join(str(each) for each in found))
    return found[0]


def _numbered(session: Session, who: str) -> list[Subject]:
    word, _, number = who.strip().partition(":")
    if word not in set(Kind) or not number.isdecimal():
        return []
    key = int(number)
    some = session.get(Person, key) if word == Kind.PERSON else session.get(Member, key)
    return [_subject(session, some)] if some is not None else []


def _called(session: Session, who: str) -> list[Subject]:
    """Compared here, as not every database knows the capitals of all letters."""
    wanted = _plain(who)
    taught = select(NameAlias.person_id, NameAlias.alias).where(NameAlias.person_id.is_not(None))
    people = {row[0] for row in session.execute(taught) if _plain(row[1]) == wanted}
    people |= {row[0] for row in session.execute(select(Person.id, Person.name)) if _plain(row[1]) == wanted}
    members = [row[0] for row in session.execute(select(Member.id, Member.name)) if _plain(row[1]) == wanted]
    found: list[Person | Member] = [session.get_one(Person, key) for key in sorted(people)]
    found += [session.get_one(Member, key) for key in members]
    return [_subject(session, each) for each in found]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _subject(session: Session, some: Person | Member) -> Subject:
    if isinstance(some, Member):
        return Subject(Kind.MEMBER, some.id, some.name, str(some.role))
    company = session.get(Company, some.company_id) if some.company_id else None
    return Subject(Kind.PERSON, some.id, some.name, company.name if company else "")
