"""Takes values out of config.toml and the environment, and names every mistake it meets."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")
Check = Callable[[object], T]
"""Returns the checked value. Raises ValueError whose text says what is wrong and what is expected."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: the key (or environment variable), what is wrong and what is expected."""

    key: str
    text: str

    def __str__(self) -> str:
        return f"{self.key}: {self.text}"


@dataclass
class Values:
    """One table of the configuration (`prefix` is its dotted name) and what was wrong in it so far.

    `variables` maps dotted keys to the environment variables that win over the file, first one first.
    """

    table: Mapping[str, Any]
    prefix: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def take(self, key: str, check: Check[T], default: T) -> T:
        """The checked value of a key, or `default` where it is absent or wrong (then a problem is noted).

        An environment variable that is empty counts as not set.
        """
        self._known.add(key)
        for variable in self.variables.get(self.prefix + key, ()):
            if text := self.environment.get(variable, "").strip():
                return self._checked(f"{variable} ({self.prefix}{key})", check, text, default)
        if key not in self.table:
            return default
        return self._checked(self.prefix + key, check, self.table[key], default)

    def need(self, key: str, check: Check[T], default: T, expected: str) -> T:
        """As `take`, for a key that must be there."""
        if key not in self.table:
            self.problem(key, f"is missing; expected {expected}")
        return self.take(key, check, default)

    def inside(self, key: str) -> "Values":
        """The table under a key, which shares the list of problems."""
        self._known.add(key)
        table = self.table.get(key, {})
        if not isinstance(table, Mapping):
            self.problem(key, f"is {shown(table)}; expected a table, [{self.prefix}{key}]")
            table = {}
        return self._part(table, f"{self.prefix}{key}.")

    def each(self, key: str) -> "Iterable[Values]":
        """The tables of an array of tables ([[key]])."""
        self._known.add(key)
        rows = self.table.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            self.problem(key, f"is {shown(rows)}; expected tables, each headed [[{self.prefix}{key}]]")
            return
        for number, row in enumerate(rows, start=1):
            yield self._part(row, f"{self.prefix}{key}[{number}].")

    def know(self, key: str) -> None:
        """Says that somebody else takes the key."""
        self._known.add(key)

    def problem(self, key: str, text: str) -> None:
        self.problems.append(Problem(self.prefix + key, text))

    def refuse_unknown(self) -> None:
        """Notes each key that nobody took, with the known one it resembles."""
        for key in self.table:
            if key not in self._known:
                close = difflib.get_close_matches(key, self._known, n=1)
                known = ", ".join(sorted(self._known))
                hint = f"did you mean {close[0]}?" if close else f"known here: {known}"
                self.problem(key, f"is not a setting; {hint}")

    def _part(self, table: Mapping[str, Any], prefix: str) -> "Values":
        return Values(table, prefix, self.environment, self.variables, self.problems)

    def _checked(self, name: str, check: Check[T], value: object, default: T) -> T:
        try:
            return check(value)
        except ValueError as error:
            self.problems.append(Problem(name, str(error)))
            return default


def shown(value: object) -> str:
    """The value as it may stand in a message: quoted and not long."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"
