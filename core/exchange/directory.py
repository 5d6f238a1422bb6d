"""Companies and people of a file into the database."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from core.exchange.bulk import Bulk, difference, known, known_outside
from core.exchange.names import company_key, person_key
from core.exchange.outcome import Outcome
from core.exchange.people_index import NamesOfFile, PeopleIndex
from core.exchange.references import Companies
from core.exchange.rows import CompanyRow, PersonRow
from core.model import Base, Company, Person


class CompanyMerge:
    """Takes the companies of a file. A row without external id means the company of that name."""

    def __init__(self, bulk: Bulk, outcome: Outcome) -> None:
        self._bulk, self._outcome = bulk, outcome
        self._companies = Companies(bulk, outcome)
        self._names = NamesOfFile()

    def merge(self, rows: Sequence[CompanyRow]) -> None:
        """Writes a step of rows."""
        self._companies.refresh()
        by_id = known_outside(self._bulk.connection, Company, (row.external_id for row in rows))
        named = {row.line: self._companies.named(row.name) for row in rows}
        by_key = known(self._bulk.connection, Company, "id", (found for found in named.values() if found))
        new: list[CompanyRow] = []
        pairs: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = []
        for row in rows:
            before = by_id.get(row.external_id) if row.external_id else None
            if before is None and (same := by_key.get(named[row.line])) is not None:
                before = same if row.external_id is None or same["external_id"] is None else None
            if row.external_id is None and self._is_again(row):
                continue
            if before is None:
                new.append(row)
            else:
                pairs.append((before, _values(row)))
        self._create(new)
        update_all(self._bulk, self._outcome, Company, pairs)

    def finish(self) -> None:
        """Has nothing to add."""

    def _create(self, rows: Sequence[CompanyRow]) -> None:
        values = [{**_values(row), "created_at": self._bulk.now} for row in rows]
        ids = self._bulk.create(Company, values)
        self._bulk.log([self._bulk.created(Company, company_id) for company_id in ids])
        for company_id, row in zip(ids, rows, strict=True):
            if self._companies.named(row.name) is not None:
                self._outcome.warn(f'there is more than one company called "{row.name}"; they are kept apart')
            else:
                self._companies.warn_if_alike(row.name)
            self._companies.put(company_id, row.name, row.external_id)
        self._outcome.taken += len(ids)

    def _is_again(self, row: CompanyRow) -> bool:
        earlier = self._names.first_line(company_key(row.name), row.line)
        if earlier != row.line:
            self._outcome.skip(row.line, f'"{row.name}" is the company of line {earlier} again')
        return earlier != row.line


class PersonMerge:
    """Takes the people of a file. A row without external id means the person of that name at that company."""

    def __init__(self, bulk: Bulk, outcome: Outcome) -> None:
        self._bulk, self._outcome = bulk, outcome
        self._companies = Companies(bulk, outcome)
        self._people = PeopleIndex(bulk)
        self._names = NamesOfFile()

    def merge(self, rows: Sequence[PersonRow]) -> None:
        """Writes a step of rows; companies that nobody knows yet are created first."""
        self._companies.refresh()
        self._people.refresh()
        self._companies.create_unknown(row.company for row in rows)
        company_of = {row.line: self._companies.get(row.company) for row in rows}
        by_id = known_outside(self._bulk.connection, Person, (row.external_id for row in rows))
        named = {row.line: self._people.get(row.name, company_of[row.line]) for row in rows}
        by_key = known(self._bulk.connection, Person, "id", (found for found in named.values() if found))
        new: list[Mapping[str, Any]] = []
        pairs: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = []
        for row in rows:
            key = (person_key(row.name), company_of[row.line])
            before = by_id.get(row.external_id) if row.external_id else None
            if before is None and (same := by_key.get(named[row.line])) is not None:
                before = same if row.external_id is None or same["external_id"] is None else None
            if row.external_id is None and self._is_again(row, key):
                continue
            values = _values(row, company_id=key[1])
            if before is None:
                new.append({**values, "created_at": self._bulk.now})
            else:
                pairs.append((before, values))
        ids = self._bulk.create(Person, new)
        self._bulk.log([self._bulk.created(Person, person_id) for person_id in ids])
        self._outcome.taken += len(ids)
        update_all(self._bulk, self._outcome, Person, pairs)

    def finish(self) -> None:
        """Has nothing to add."""

    def _is_again(self, row: PersonRow, key: tuple[str, int | None]) -> bool:
        earlier = self._names.first_line(key, row.line)
        if earlier != row.line:
            self._outcome.skip(row.line, f'"{row.name}" is the person of line {earlier} again')
        return earlier != row.line


def update_all(
    bulk: Bulk,
    outcome: Outcome,
    record: type[Base],
    pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]],
) -> None:
    """Brings known records to what the file says; empty cells leave what is there."""
    changes, entries = [], []
    for before, values in pairs:
        changed = difference(before, values)
        if before["deleted_at"] is not None:
            changed["deleted_at"] = None
        if changed:
            changes.append((before, changed))
            entries += bulk.changed(record, before["id"], before, changed)
    bulk.change(record, changes)
    bulk.log(entries)
    outcome.updated += len(changes)
    outcome.unchanged += len(pairs) - len(changes)


def _values(row: CompanyRow | PersonRow, **found: int | None) -> dict[str, Any]:
    own = msgspec.structs.asdict(row)
    return {name: own[name] for name in own if name not in ("line", "company")} | found
