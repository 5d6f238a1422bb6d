"""Whom and what rows refer to by name: companies, salespeople, products; unknown ones are created."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from core.exchange.bulk import Bulk, known_outside
from core.exchange.company_index import CompanyIndex
from core.exchange.insertion import table_of
from core.exchange.names import NameKey, company_key, is_short_for, owner_key, plain, squashed
from core.exchange.outcome import Outcome
from core.exchange.own_ids import number_in
from core.exchange.plain_text import cleaned
from core.model import Base, Company, Member, Product
from core.terms import Role


class Companies:
    """The directory's companies by external id and by name; who says "Statyba" may mean UAB „Statyba“."""

    def __init__(self, bulk: Bulk, outcome: Outcome) -> None:
        self._bulk, self._outcome = bulk, outcome
        self._index = CompanyIndex()
        self._found: dict[str, int | None] = {}
        self.put, self.named = self._index.put, self._index.named
        self.refresh()

    def refresh(self) -> None:
        """Takes in companies that came into the directory since, and begins a new step."""
        self._found = {}
        query = select(Company.id, Company.name, Company.external_id).where(Company.deleted_at.is_(None))
        newer = query.where(Company.id > self._index.last_id).order_by(Company.id)
        found = self._bulk.connection.execute(newer.execution_options(yield_per=1_000))
        self._index.put_all((company_id, name, outside) for company_id, name, outside in found)

    def get(self, reference: str | None) -> int | None:
        """The company that a name or external id refers to; None: unknown, or no reference."""
        if reference is None:
            return None
        if reference not in self._found:
            self._found[reference] = self._look_up(reference)
        return self._found[reference]

    def _look_up(self, reference: str) -> int | None:
        index = self._index
        found = index.with_id(reference) or index.written(reference) or self._own(reference)
        if found is not None:
            return found
        found = index.named(reference) or self._of_other_form(reference)
        if found is not None:
            self._outcome.warn(f'company "{reference}" was taken as "{index.name(found)}"')
        return found

    def _of_other_form(self, reference: str) -> int | None:
        """The only company of that name, where the reference or the company has no legal form."""
        alike = self._index.of_any_form(reference)
        if len(alike) != 1:
            return None
        both = company_key(reference).legal and company_key(self._index.name(alike[0])).legal
        return None if both else alike[0]

    def _own(self, reference: str) -> int | None:
        """The company that an id of ours means."""
        if number_in(reference) is None:
            return None
        found = known_outside(self._bulk.connection, Company, [reference]).get(reference)
        return found["id"] if found is not None and found["deleted_at"] is None else None

    def create_unknown(self, references: Iterable[str | None]) -> None:
        """Creates the companies that nobody knows yet, one for all spellings that are the same name."""
        new: dict[NameKey, str] = {}
        for reference in references:
            if reference is not None and self.get(reference) is None:
                new.setdefault(company_key(reference), reference)
        values = [{"name": name, "created_at": self._bulk.now} for name in new.values()]
        ids = self._bulk.create(Company, values)
        self._bulk.log([self._bulk.created(Company, company_id) for company_id in ids])
        for company_id, name in zip(ids, new.values(), strict=True):
            self.warn_if_alike(name)
            self.put(company_id, name, None)
        self._found = {name: found for name, found in self._found.items() if found is not None}
        self._outcome.created["companies"] += len(ids)

    def warn_if_alike(self, name: str) -> None:
        """Says so where a new company is named much like a known one; the two are kept apart."""
        alike = self._index.alike(name)
        known = self._index.name(alike) if alike is not None else name
        if known == name:
            return
        same = "but for its legal form" if company_key(known).bare == company_key(name).bare else "much"
        self._outcome.warn(
            f'company "{name}" is named like "{known}" {same}; they are kept apart '
            f'(to join them: --map-value "company:{name}={known}")'
        )


@dataclass
class Named:
    """Records known by name alone; `record` is what a row of the file creates when nobody has that name."""

    bulk: Bulk
    outcome: Outcome
    record: type[Base]
    what: str
    key: Callable[[str], str]
    defaults: dict[str, Any] = field(default_factory=dict)
    _ids: dict[str, int] = field(default_factory=dict)
    _exact: dict[str, int] = field(default_factory=dict)
    _written: dict[int, str] = field(default_factory=dict)
    _squashed: dict[str, int] = field(default_factory=dict)
    _created: list[int] = field(default_factory=list)

    def refresh(self) -> "Named":
        """Takes in records that came since."""
        table = table_of(self.record)
        newer = select(table.c.id, table.c.name).where(table.c.id > max(self._written, default=0))
        for record_id, name in self.bulk.connection.execute(newer.order_by(table.c.id)):
            self._put(record_id, name)
        return self

    def get(self, name: str | None, now: int | None = None) -> int | None:
        """The record of that name, in whatever spelling; of several `now`, the one that stands there."""
        if name is None:
            return None
        if now is not None and cleaned(self._written.get(now, "")) == name:
            return now
        if (exactly := self._exact.get(name)) is not None:
            return exactly
        found = self._ids.get(self.key(name))
        if found is not None:
            self.outcome.warn(f'{self.what} "{name}" was taken as "{self._written[found]}"')
        return found

    def create_unknown(self, names: Iterable[str | None]) -> None:
        """Creates records for the names that nobody has."""
        new: dict[str, str] = {}
        for name in names:
            if name is not None and name not in self._exact and self.key(name) not in self._ids:
                new.setdefault(self.key(name), name)
        ids = self.bulk.create(self.record, [{"name": name, **self.defaults} for name in new.values()])
        self.bulk.log([self.bulk.created(self.record, record_id) for record_id in ids])
        for record_id, name in zip(ids, new.values(), strict=True):
            alike = self._alike(name)
            if alike is not None:
                known = self._written[alike]
                self.outcome.warn(
                    f'{self.what} "{name}" looks like another spelling of "{known}"; they are kept apart '
                    f'(to join them: --map-value "{self.what}:{name}={known}")'
                )
            self._put(record_id, name)
        self._created += ids
        self.outcome.created[self.what] += len(ids)

    def _alike(self, name: str) -> int | None:
        """A record whose name has the same letters, or is what a person's initials are short for."""
        found = self._squashed.get(squashed(name))
        if found is not None or self.record is not Member:
            return found
        return next(
            (
                known
                for known, written in self._written.items()
                if is_short_for(name, written) or is_short_for(written, name)
            ),
            None,
        )

    def warn_if_run_together(self) -> None:
        """Says so where a name is two words of others run together: "GTXPro" beside "GTX Basic", "MG Pro"."""
        words = {
            word for name in self._written.values() if " " in plain(name) for word in plain(name).split()
        }
        for record_id in self._created:
            name = self._written[record_id]
            apart = [
                f"{name[:at]} {name[at:]}"
                for at in range(2, len(name) - 1)
                if plain(name[:at]) in words and plain(name[at:]) in words
            ]
            if apart and " " not in name:
                self.outcome.warn(
                    f'{self.what} "{name}" is not known and looks like another spelling of "{apart[0]}"; '
                    f'it was kept as it is (to change it: --map-value "{self.what}:{name}={apart[0]}")'
                )

    def _put(self, record_id: int, name: str) -> None:
        self._ids.setdefault(self.key(name), record_id)
        self._exact.setdefault(cleaned(name), record_id)
        self._squashed.setdefault(squashed(name), record_id)
        self._written[record_id] = name


def owners(bulk: Bulk, outcome: Outcome) -> Named:
    """The team's people; an unknown one becomes a salesperson who can be invited later."""
    return Named(bulk, outcome, Member, "owner", owner_key, {"role": Role.REP}).refresh()


def products(bulk: Bulk, outcome: Outcome) -> Named:
    """What is sold."""
    return Named(bulk, outcome, Product, "product", plain).refresh()
