"""The names in memory follow what anybody commits, and nothing else."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from core.model import Base, Company, NameAlias, Person
from core.reading.directory import Directory
from core.reading.tokens import folded
from core.storage.database import Database
from core.storage.directory_cache import DirectoryCache
from core.storage.ledger import Ledger

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_names_are_loaded_with_the_first_use(database: Database) -> None:
    company = _create(database, Company, name="UAB Statyba")
    person = _create(database, Person, name="Jonas Stankaitis", company_id=company)
    _create(database, NameAlias, alias="Bokštas", company_id=company)
    cache = DirectoryCache()
    assert _companies(database, cache, "Statyba") == {company}
    assert _companies(database, cache, "Bokštas") == {company}
    assert _people(database, cache, "Stankaitis") == {person}


def test_later_changes_are_seen_by_the_next_transaction(database: Database) -> None:
    cache = DirectoryCache()
    assert _companies(database, cache, "Statyba") == set()
    company = _create(database, Company, name="UAB Statyba")
    assert _companies(database, cache, "Statyba") == {company}
    person = _create(database, Person, name="Jonas", company_id=company)
    assert _people(database, cache, "Jonas") == {person}
    _change(database, Person, person, name="Petras")
    assert _people(database, cache, "Jonas") == set()
    assert _people(database, cache, "Petras") == {person}
    alias = _create(database, NameAlias, alias="Petriukas", person_id=person)
    assert _people(database, cache, "Petriukas") == {person}
    _change(database, NameAlias, alias, deleted_at=NOW)
    assert _people(database, cache, "Petriukas") == set()
    _change(database, Company, company, deleted_at=NOW)
    assert _companies(database, cache, "Statyba") == set()
    _change(database, Company, company, deleted_at=None)
    assert _companies(database, cache, "Statyba") == {company}


def test_what_was_rolled_back_is_not_known(database: Database) -> None:
    cache = DirectoryCache()
    try:
        with database.writing() as session, cache.using(session):
            _write(session, lambda ledger: ledger.create(Company, {"name": "UAB Vėjas", "created_at": NOW}))
            raise LookupError
    except LookupError:
        pass
    assert _companies(database, cache, "Vėjas") == set()
    company = _create(database, Company, name="UAB Vėjas")
    assert _companies(database, cache, "Vėjas") == {company}


def test_many_changes_are_loaded(database: Database) -> None:
    cache = DirectoryCache()
    _companies(database, cache, "x")
    with database.writing() as session:
        ledger = Ledger.begin(session, "import", NOW)
        last = 0
        for number in range(700):
            letters = "".join("abcdefghij"[int(digit)] for digit in str(number))
            last = ledger.create(Company, {"name": f"UAB Vard{letters}", "created_at": NOW})
        ledger.close()
    assert _companies(database, cache, "Vardgjj") == {last}


def _create(database: Database, record: type[Base], **values: Any) -> int:
    if record is not NameAlias or "created_at" not in values:
        values["created_at"] = NOW
    with database.writing() as session:
        record_id: int = _write(session, lambda ledger: ledger.create(record, values))
        return record_id


def _change(database: Database, record: type[Base], record_id: int, **values: Any) -> None:
    with database.writing() as session:
        loaded = session.get_one(record, record_id)
        _write(session, lambda ledger: ledger.change(loaded, values))


def _write(session: Session, change: Callable[[Ledger], Any]) -> Any:
    ledger = Ledger.begin(session, "test", NOW)
    result = change(ledger)
    ledger.close()
    return result


def _companies(database: Database, cache: DirectoryCache, word: str) -> set[Any]:
    with database.writing() as session, cache.using(session) as directory:
        return {key for hit in _hits(directory, word) for key in directory.companies_with(hit)}


def _people(database: Database, cache: DirectoryCache, word: str) -> set[Any]:
    with database.writing() as session, cache.using(session) as directory:
        return {key for hit in _hits(directory, word) for key in directory.people_with(hit)}


def _hits(directory: Directory, word: str) -> set[int]:
    return {hit.word for hit in directory.hits(folded(word))}
