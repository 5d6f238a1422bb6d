"""Customers offered in any chat while somebody types: by name, or whom they met lately."""

from collections.abc import Sequence

from sqlalchemy import select

from core.actions import find
from core.actions.work import Work
from core.model import Company, Member, Person
from core.notices.inline import Entry, InlinePage
from core.storage.names import names

PAGE = 20


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
    return {
        ("company", each.id): Entry(
            kind="company",
            id=each.id,
            name=each.name,
            region=each.region,
            phone=each.phone,
            email=each.email,
            website=each.website,
        )
        for each in work.session.scalars(query)
    }


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
