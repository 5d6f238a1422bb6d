"""One row's cells as values, by the columns, mappings and conventions of the whole file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from core.exchange.amounts import AmountSurvey, parse_amount
from core.exchange.columns import Columns, fold
from core.exchange.dates import DateSurvey, Moment, Order, parse_date
from core.exchange.fields import AMOUNTS, DATES, LONGEST, Kind
from core.exchange.table import Row, Table
from core.exchange.vocabulary import word_for

Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read")
ValueMap = Mapping[str, Mapping[str, str]]
"""Field → their word, folded → ours."""

NOTHING = frozenset(
    {"-", "–", "—", "n/a", "#n/a", "null", "nan", "none", "0000-00-00", "0000-00-00 00:00:00"}
)
"""What programs write where they have no value; only in columns where it can be nothing else."""


@dataclass
class Layout:
    """How a file is to be read: its columns, the words to replace, and what a look at all rows has told.

    `met` has the words that were replaced somewhere, by field, folded.
    """

    kind: Kind
    columns: Columns
    value_map: ValueMap
    dates: dict[str, DateSurvey] = field(default_factory=dict)
    amounts: dict[str, AmountSurvey] = field(default_factory=dict)
    met: set[tuple[str, str]] = field(default_factory=set)
    _orders: dict[str, Order] = field(default_factory=dict)

    def order(self, name: str) -> Order:
        """The order of a column of dates, when all of them were looked at."""
        if name not in self._orders:
            self._orders[name] = self._order(name)
        return self._orders[name]

    def _order(self, name: str) -> Order:
        """A column that tells nothing follows the file's other columns."""
        survey = self.dates[name]
        if survey.is_told:
            return survey.order
        told = {
            other.order
            for other in self.dates.values()
            if other.is_told and other.day_first + other.month_first
        }
        return told.pop() if len(told) == 1 else survey.order

    @property
    def doubtful(self) -> list[str]:
        """The columns of dates that could be read both ways, and nothing in the file says which."""
        told = any(survey.is_told and survey.day_first + survey.month_first for survey in self.dates.values())
        return [
            name
            for name, survey in self.dates.items()
            if survey.is_contradictory or not (told or survey.is_told)
        ]


class Cells:
    """A row, read by the layout of its file. Every reader raises ValueError that names the field."""

    def __init__(self, layout: Layout, row: Row, warn: Callable[[str], None]) -> None:
        self._layout = layout
        self._fields, self._words = layout.columns.fields, layout.value_map
        self._further = layout.columns.further
        self._cells = row.cells
        self.line = row.line
        self.warn = warn

    def raw(self, name: str) -> str:
        """The cell of a field, mapped; empty where there is none."""
        at = self._fields.get(name)
        if at is None:
            return ""
        cell = self._cells[at]
        if not cell and name in self._further:
            cell = next((self._cells[i] for i in self._further[name] if self._cells[i]), "")
        if name not in self._words or (said := fold(cell)) not in self._words[name]:
            return cell
        self._layout.met.add((name, said))
        return self._words[name][said]

    def told(self, name: str) -> str:
        """The cell of a date, amount or fixed word; empty where another program wrote that there is none."""
        cell = self.raw(name)
        return "" if cell.casefold() in NOTHING else cell

    def text(self, name: str) -> str | None:
        """The text of a field, None where it is empty."""
        cell = self.raw(name)
        if len(cell) > LONGEST.get(name, 300):
            raise ValueError(f"{name} has {len(cell):,} characters; at most {LONGEST[name]:,} can be kept")
        return str(cell) or None

    def day(self, name: str) -> Moment | None:
        """The date of a field."""
        cell = self.told(name)
        return _named(name, lambda: parse_date(cell, self._layout.order(name))) if cell else None

    def amount(self, name: str) -> tuple[Decimal | None, str | None]:
        """The amount of a field and the currency written with it."""
        cell = self.told(name)
        if not cell:
            return None, None
        mark = self._layout.amounts[name].decimal_mark
        return _named(name, lambda: parse_amount(cell, mark))

    def word(self, name: str, vocabulary: type[Word]) -> Word | None:
        """The word of a fixed vocabulary."""
        cell = self.told(name)
        if not cell:
            return None
        found = word_for(vocabulary, cell)
        if found is None:
            expected = ", ".join(vocabulary)
            raise ValueError(f'{name} "{cell[:40]}" is not known; expected {expected}, or --map-value')
        return found


def survey(layout: Layout, table: Table, progress: Callable[[], None]) -> None:
    """Goes through all rows once and notes what only a whole column can tell; not where there is no such."""
    fields = layout.columns.fields
    layout.dates = {name: DateSurvey() for name in fields if name in DATES}
    layout.amounts = {name: AmountSurvey() for name in fields if name in AMOUNTS}
    surveys: dict[str, DateSurvey | AmountSurvey] = {**layout.dates, **layout.amounts}
    further = layout.columns.further
    watched = [
        (at, column.see) for name, column in surveys.items() for at in (fields[name], *further.get(name, ()))
    ]
    for number, row in enumerate(table.rows() if watched else ()):
        if number % 1_000 == 0:
            progress()
        if isinstance(row, Row):
            for at, see in watched:
                if row.cells[at]:
                    see(row.cells[at])


def _named(name: str, read: Callable[[], Read]) -> Read:
    try:
        return read()
    except ValueError as error:
        raise ValueError(f"{name} {error}") from None
