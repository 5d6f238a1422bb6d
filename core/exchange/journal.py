"""What an import did, kept aside until it is done, so that it can be taken back when a later step fails."""

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.exchange.aside import Aside

READ_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Created:
    """Records that were created in one go."""

    table: str
    ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class Changed:
    """Fields of a record that got new values."""

    table: str
    record_id: int
    old: Mapping[str, Any]
    new: Mapping[str, Any]


class Journal:
    """Keeps the entries of all steps that were committed, in order."""

    def __init__(self) -> None:
        self._aside = Aside("CREATE TABLE journal (number INTEGER PRIMARY KEY, entry BLOB)")
        self._waiting: list[Created | Changed] = []

    def created(self, table: str, ids: Sequence[int]) -> None:
        self._waiting.append(Created(table, ids))

    def changed(self, table: str, before: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        old = {name: before[name] for name in new}
        self._waiting.append(Changed(table, before["id"], old, dict(new)))

    def keep(self) -> None:
        """Keeps the entries since the last call: their transaction is committed."""
        for entry in self._waiting:
            self._aside.put("INSERT INTO journal (entry) VALUES (?)", (pickle.dumps(entry),))
        self._waiting = []

    def forget(self) -> None:
        """Drops the entries since the last call: their transaction stays open, or is rolled back."""
        self._waiting = []

    def newest_first(self) -> Iterator[Created | Changed]:
        """The entries that were kept."""
        for found in self._aside.steps("SELECT entry FROM journal ORDER BY number DESC", READ_AT_ONCE):
            yield from (pickle.loads(entry) for (entry,) in found)  # noqa: S301 - written by us a moment ago

    def close(self) -> None:
        self._aside.close()
