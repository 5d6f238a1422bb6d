"""Activities of a file into the database."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from core.exchange.bulk import Bulk, known, known_outside
from core.exchange.directory import update_all
from core.exchange.insertion import table_of
from core.exchange.names import plain
from core.exchange.outcome import Outcome
from core.exchange.own_ids import number_in, own_id
from core.exchange.people_index import PeopleIndex
from core.exchange.references import Companies, owners
from core.exchange.rows import ActivityRow
from core.model import Contact, Deal, Person

Record = Mapping[str, Any]


class ActivityMerge:
    """Takes the activities of a file.

    A row without external id means the same kind of activity of the same salesperson with the same customer
    at the same instant. A person or deal that nobody knows is left out, and said so.
    """

    def __init__(self, bulk: Bulk, outcome: Outcome) -> None:
        self._bulk, self._outcome = bulk, outcome
        self._companies = Companies(bulk, outcome)
        self._owners = owners(bulk, outcome)
        self._people = PeopleIndex(bulk)
        last = bulk.connection.execute(select(func.max(table_of(Contact).c.id))).scalar_one()
        self._last_before = last or 0

    def merge(self, rows: Sequence[ActivityRow]) -> None:
        """Writes a step of rows; companies and salespeople that nobody knows are created first."""
        for known_names in (self._companies, self._owners, self._people):
            known_names.refresh()
        self._companies.create_unknown(row.company for row in rows)
        self._owners.create_unknown(row.owner for row in rows)
        by_id = known_outside(self._bulk.connection, Contact, (row.external_id for row in rows))
        unnamed = self._unnamed([row for row in rows if row.external_id is None])
        new: list[Record] = []
        pairs: list[tuple[Record, Record]] = []
        for row, (values, implied) in zip(rows, self._values(rows), strict=True):
            whole = {**values, "company_id": values["company_id"] or implied}
            before: Record | None = by_id.get(row.external_id) if row.external_id else None
            if row.external_id is None and (waiting := unnamed.get(_natural(whole))):
                before = waiting.pop(0)
            if before is None:
                new.append({**whole, "created_at": row.occurred_at, "no_answer": False})
            else:
                pairs.append((before, {**values, **self._kept(row, implied, before)}))
        ids = self._bulk.create(Contact, new)
        entries = zip(ids, new, strict=True)
        self._bulk.log([self._bulk.created(Contact, key, values["occurred_at"]) for key, values in entries])
        self._outcome.taken += len(ids)
        update_all(self._bulk, self._outcome, Contact, pairs)

    def finish(self) -> None:
        """Has nothing to add."""

    def _values(self, rows: Sequence[ActivityRow]) -> Iterable[tuple[Record, int | None]]:
        """What each row says, and the company that its person or deal implies."""
        deals = self._deals(row.deal for row in rows if row.deal)
        companies = {row.line: self._companies.get(row.company) for row in rows}
        people = self._people_of(rows, companies)
        for row in rows:
            company_id = companies[row.line]
            person = people.get(row.line)
            deal = self._deal(row, deals, company_id)
            if row.person and person is None:
                self._outcome.warn(f'person "{row.person}" is not known and was left out')
            implied = (person["company_id"] if person else None) or (deal["company_id"] if deal else None)
            values = {
                "external_id": row.external_id,
                "kind": row.kind,
                "by_id": self._owners.get(row.owner),
                "occurred_on": row.occurred_on,
                "occurred_at": row.occurred_at,
                "company_id": company_id,
                "person_id": person["id"] if person else None,
                "deal_id": deal["id"] if deal else None,
                "duration_min": row.duration_min,
                "note": row.note,
            }
            yield values, implied

    def _people_of(
        self, rows: Sequence[ActivityRow], companies: Mapping[int, int | None]
    ) -> Mapping[int, Record]:
        """The person of each row, by its line."""
        by_id = known_outside(self._bulk.connection, Person, (row.person for row in rows))
        named = {
            row.line: found
            for row in rows
            if row.person and (found := self._people.get(row.person, companies[row.line]))
        }
        by_key = known(self._bulk.connection, Person, "id", set(named.values()))
        people: dict[int, Record] = {line: by_key[key] for line, key in named.items()}
        return people | {row.line: by_id[row.person] for row in rows if row.person in by_id}

    def _kept(self, row: ActivityRow, implied: int | None, before: Record) -> Record:
        """What a known activity keeps: its local day, and that its person or deal alone tells whom with."""
        kept = {"by_id": self._owners.get(row.owner, before["by_id"])}
        if before["occurred_at"] == row.occurred_at:
            kept["occurred_on"] = before["occurred_on"]
        if before["company_id"] is None and self._companies.get(row.company) == implied:
            kept["company_id"] = None
        return kept

    def _deals(self, references: Iterable[str]) -> Mapping[str, list[Record]]:
        """The deals that may be meant, by external id and by title."""
        table = table_of(Deal)
        wanted = set(references)
        ours = known_outside(self._bulk.connection, Deal, (key for key in wanted if number_in(key)))
        query = select(table).where(
            table.c.external_id.in_(wanted) | table.c.title.in_(wanted), table.c.deleted_at.is_(None)
        )
        found: dict[str, list[Record]] = defaultdict(list)
        for deal in self._bulk.connection.execute(query).mappings() if wanted else ():
            row = dict(deal)
            found[plain(row["title"])].append(row)
            if row["external_id"]:
                found[row["external_id"]].insert(0, row)
        for key, row in ours.items():
            found[key].insert(0, row)
        return found

    def _deal(
        self, row: ActivityRow, deals: Mapping[str, list[Record]], company_id: int | None
    ) -> Record | None:
        if row.deal is None:
            return None
        by_id = [
            deal
            for deal in deals.get(row.deal, ())
            if row.deal in (deal["external_id"], own_id(deal["id"], deal["created_at"]))
        ]
        titled = [deal for deal in deals.get(plain(row.deal), ()) if deal["company_id"] == company_id]
        if by_id or len(titled) == 1:
            return (by_id or titled)[0]
        self._outcome.warn(f'deal "{row.deal}" is not known and was left out')
        return None

    def _unnamed(self, rows: Sequence[ActivityRow]) -> Mapping[tuple[Any, ...], list[Record]]:
        table = table_of(Contact)
        at_those_times = table.c.occurred_at.in_({row.occurred_at for row in rows})
        query = select(table).where(
            at_those_times, table.c.external_id.is_(None), table.c.id <= self._last_before
        )
        found: dict[tuple[Any, ...], list[Record]] = defaultdict(list)
        if rows:
            for row in self._bulk.connection.execute(query.order_by(table.c.id)).mappings():
                found[_natural(dict(row))].append(dict(row))
        return found


def _natural(values: Record) -> tuple[Any, ...]:
    return tuple(values[name] for name in ("kind", "occurred_at", "by_id", "company_id", "person_id", "note"))
