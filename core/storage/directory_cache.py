"""The names of companies and people in memory, brought up to date at the beginning of each transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Condition
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from core.model import Change, Company, NameAlias, OwnWord, Person
from core.reading.directory import CompanyName, Directory, PersonName
from core.reading.intent import Key
from core.storage.ledger import DIRECTORY_RECORDS
from core.storage.revisions import DIRECTORY, number

CHUNK = 500
"""So many ids in one query."""


class DirectoryCache:
    """One Directory for all transactions of this process.

    It is loaded with the first and compared with the revision number by each: what another process, the
    command line or an import has changed is loaded before names are looked up. Names that a transaction
    writes itself are seen by the next one.
    """

    def __init__(self) -> None:
        self._directory = Directory()
        self._number: int | None = None
        self._seen = 0
        self._readers = 0
        self._changing = False
        self._turn = Condition()

    @contextmanager
    def using(self, session: Session) -> Iterator[Directory]:
        """The names as they are committed now; they stay as they are until the block ends.

        To be used before the transaction writes anything.
        """
        current = number(session, DIRECTORY)
        self._enter(session, current)
        try:
            yield self._directory
        finally:
            with self._turn:
                self._readers -= 1
                self._turn.notify_all()

    def _enter(self, session: Session, current: int) -> None:
        with self._turn:
            while self._changing:
                self._turn.wait()
            if self._number is not None and self._number >= current:
                self._readers += 1
                return
            self._changing = True
            while self._readers:
                self._turn.wait()
        try:
            self._load(session)
        except BaseException:
            self._number = None  # half-loaded: begin anew
            raise
        finally:
            with self._turn:
                self._changing = False
                self._turn.notify_all()
        with self._turn:
            self._readers += 1

    def _load(self, session: Session) -> None:
        """Numbers first, then names: a name that comes in between is loaded again, never missed."""
        current = number(session, DIRECTORY)
        seen = session.scalar(select(func.max(Change.id))) or 0
        if self._number is None:
            self._directory = _everything(session)
        else:
            companies, people = _changed(session, self._seen)
            self._put_companies(session, companies)
            self._put_people(session, people)
        self._directory.own_words = _own_words(session)
        self._number, self._seen = current, seen

    def _put_companies(self, session: Session, ids: Sequence[int]) -> None:
        for chunk in _chunks(ids):
            found = {each.key: each for each in _companies(session, Company.id.in_(chunk), chunk)}
            for company_id in chunk:
                company = found.get(company_id)
                if company is None:
                    self._directory.remove_company(company_id)
                else:
                    self._directory.put_company(*company)

    def _put_people(self, session: Session, ids: Sequence[int]) -> None:
        for chunk in _chunks(ids):
            found = {each.key: each for each in _people(session, Person.id.in_(chunk), chunk)}
            for person_id in chunk:
                person = found.get(person_id)
                if person is None:
                    self._directory.remove_person(person_id)
                else:
                    self._directory.put_person(*person)


def _everything(session: Session) -> Directory:
    return Directory(_companies(session), _people(session))


def _companies(
    session: Session, condition: ColumnElement[bool] | None = None, ids: Sequence[int] | None = None
) -> list[CompanyName]:
    aliases = _aliases(session, NameAlias.company_id, ids)
    query = select(Company.id, Company.name).where(Company.deleted_at.is_(None)).order_by(Company.id)
    rows = session.connection().execute(query if condition is None else query.where(condition))
    return [CompanyName(key, name, tuple(aliases[key])) for key, name in rows]


def _people(
    session: Session, condition: ColumnElement[bool] | None = None, ids: Sequence[int] | None = None
) -> list[PersonName]:
    aliases = _aliases(session, NameAlias.person_id, ids)
    query = select(Person.id, Person.name, Person.company_id).where(Person.deleted_at.is_(None))
    query = query.order_by(Person.id)
    rows = session.connection().execute(query if condition is None else query.where(condition))
    return [PersonName(key, name, company, tuple(aliases[key])) for key, name, company in rows]


def _own_words(session: Session) -> dict[Key, dict[str, str]]:
    query = select(OwnWord.member_id, OwnWord.word, OwnWord.meaning).where(OwnWord.deleted_at.is_(None))
    found: defaultdict[Key, dict[str, str]] = defaultdict(dict)
    for member_id, word, meaning in session.connection().execute(query.order_by(OwnWord.id)):
        found[member_id][word] = meaning
    return found


def _aliases(
    session: Session, owner: InstrumentedAttribute[Any], ids: Sequence[int] | None
) -> defaultdict[int, list[str]]:
    query = select(owner, NameAlias.alias).where(owner.is_not(None), NameAlias.deleted_at.is_(None))
    if ids is not None:
        query = query.where(owner.in_(ids))
    found: defaultdict[int, list[str]] = defaultdict(list)
    for key, alias in session.connection().execute(query.order_by(NameAlias.id)):
        found[key].append(alias)
    return found


def _changed(session: Session, after: int) -> tuple[list[int], list[int]]:
    """Ids of the companies and people whose names, aliases or existence changed later in the log."""
    query = select(Change.record, Change.record_id).distinct()
    query = query.where(Change.id > after, Change.record.in_(DIRECTORY_RECORDS))
    ids: defaultdict[str, set[int]] = defaultdict(set)
    for record, record_id in session.connection().execute(query):
        ids[record].add(record_id)
    for chunk in _chunks(sorted(ids["name_aliases"])):
        owners = select(NameAlias.company_id, NameAlias.person_id).where(NameAlias.id.in_(chunk))
        for company_id, person_id in session.connection().execute(owners):
            ids["companies" if person_id is None else "people"].add(
                company_id if person_id is None else person_id
            )
    return sorted(ids["companies"]), sorted(ids["people"])


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
