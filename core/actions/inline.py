"""Customers offered in any chat while somebody types: by name, or whom they met lately."""

from collections.abc import Sequence

from sqlalchemy import select

from core.actions import find
from core.actions.work import Work
from core.model import Company, Member, Person
from core.notices.inline import Entry, InlinePage, Reachable
from core.storage.names import names

PAGE = 20

MOST_PEOPLE = 3
"""Of a company, on its card."""


def page(work: Work, by: Member, words: str, offset: str) -> InlinePage:
    """Whom the words name, or without words whom the member met lately; `offset` as the last page gave it.

    A page holds somebody wherever there still is anybody: an empty one would end the list.
    """
    keys = find.ranked(work, by, words) if words.strip() else list(find.lately(work, by))
    start = int(offset) if offset.isdecimal() else 0
    entries: list[Entry] = []
    while not entries and start < len(keys):
        entries = _entries(work, keys[start : start + PAGE])
        start += PAGE
    return InlinePage(entries=entries, next_offset=str(start) if start < len(keys) else "")


def _entries(work: Work, keys: Sequence[find.CustomerKey]) -> list[Entry]:
    """The customers with these keys, in their order, without those that were removed since."""
    found = _companies(work, [key for kind, key in keys if kind == "company"])
    found |= _people(work, [key for kind, key in keys if kind == "person"])
    return [found[key] for key in keys if key in found]


def _companies(work: Work, ids: Sequence[int]) -> dict[find.CustomerKey, Entry]:
    query = select(Company).where(Company.id.in_(ids), Company.deleted_at.is_(None))
    people = _reachable(work, ids)
    return {
        ("company", each.id): Entry(
            kind="company",
            id=each.id,
            name=each.name,
            region=each.region,
            phone=each.phone,
            email=each.email,
            website=each.website,
            people=people.get(each.id, [])[:MOST_PEOPLE],
        )
        for each in work.session.scalars(query)
    }


def _reachable(work: Work, company_ids: Sequence[int]) -> dict[int, list[Reachable]]:
    """Who of each company has a number."""
    found: dict[int, list[Reachable]] = {}
    query = select(Person.company_id, Person.name, Person.role, Person.phone).where(
        Person.company_id.in_(company_ids), Person.deleted_at.is_(None), Person.phone.is_not(None)
    )
    for company_id, name, role, phone in work.session.execute(query.order_by(Person.id)):
        found.setdefault(company_id, []).append(Reachable(name=name, role=role, phone=phone))
    return found


def _people(work: Work, ids: Sequence[int]) -> dict[find.CustomerKey, Entry]:
    query = select(Person).where(Person.id.in_(ids), Person.deleted_at.is_(None))
    people = work.session.scalars(query).all()
    employers = names(work.session, Company, (each.company_id for each in people))
    return {
        ("person", each.id): Entry(
            kind="person",
            id=each.id,
            name=each.name,
            company=employers.get(each.company_id),
            role=each.role,
            phone=each.phone,
            email=each.email,
        )
        for each in people
    }
