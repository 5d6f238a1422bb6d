"""The directory by the ids that outside programs know: external ids, or else "#" and our own."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from core.model import Company, NameAlias, Person
from core.reading.directory import CompanyName, Directory, PersonName
from core.reading.intent import Key


@dataclass(frozen=True)
class Outside:
    """The directory whose keys are outside ids, and what those ids are called."""

    directory: Directory = field(default_factory=Directory)
    companies: Mapping[Key, str] = field(default_factory=dict)
    people: Mapping[Key, str] = field(default_factory=dict)


def outside_names(session: Session) -> Outside:
    """The names of all companies and people, as `import` and `parse` call them."""
    rows = session.execute(
        select(Company.id, Company.name, Company.external_id).where(Company.deleted_at.is_(None))
    )
    aliases = _aliases(session, NameAlias.company_id)
    keys: dict[int, str] = {}
    companies = []
    for company_id, name, external_id in rows:
        keys[company_id] = external_id or f"#{company_id}"
        companies.append(CompanyName(keys[company_id], name, tuple(aliases[company_id])))
    aliases = _aliases(session, NameAlias.person_id)
    known = select(Person.id, Person.name, Person.external_id, Person.company_id)
    people = [
        PersonName(external_id or f"#{person_id}", name, keys.get(company_id), tuple(aliases[person_id]))
        for person_id, name, external_id, company_id in session.execute(
            known.where(Person.deleted_at.is_(None))
        )
    ]
    names = ({each.key: each.name for each in companies}, {each.key: each.name for each in people})
    return Outside(Directory(companies, people), *names)


def _aliases(session: Session, owner: InstrumentedAttribute[int | None]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    query = select(owner, NameAlias.alias).where(owner.is_not(None), NameAlias.deleted_at.is_(None))
    for owner_id, alias in session.execute(query):
        if owner_id is not None:
            found[owner_id].append(alias)
    return found
