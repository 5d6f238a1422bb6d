"""Which column of a file is which field."""

import difflib
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources

from core.exchange.fields import BESIDES, FIELDS, NAME_PARTS, NEEDED, SEVERAL, STATUS, Kind
from core.exchange.plain_text import without_marks


class ColumnsUnclear(Exception):
    """The file's columns cannot be told. The text says which and what to give with --map."""


@dataclass(frozen=True, slots=True)
class Columns:
    """`fields` gives each field the number of its column; `unused` names the columns that no field takes.

    `further` has the columns that say the same where a field's own says nothing.
    """

    fields: Mapping[str, int]
    unused: tuple[str, ...]
    further: Mapping[str, Sequence[int]] = field(default_factory=dict)


def match_columns(kind: Kind, header: Sequence[str], given: Mapping[str, str]) -> Columns:
    """The fields of a header's columns; `given` maps names of columns to fields and wins.

    Of several columns that mean the same field the first in the order of the field's names is taken. Raises
    ColumnsUnclear for a mapping to what is not there, and where a needed field has no column.
    """
    fields = _given(kind, header, given)
    taken = set(fields.values()) | {_find(header, name) for name, to in given.items() if not to}
    further: dict[str, Sequence[int]] = {}
    for name, names in _names()[kind].items():
        found = [] if name in fields and name in given.values() else _called(names, header, taken)
        if found and name not in fields:
            fields[name] = found.pop(0)
            taken.add(fields[name])
        if found and name in SEVERAL:
            further[name] = found
            taken.update(found)
    if "stage" not in fields and STATUS in fields:
        fields["stage"] = fields.pop(STATUS)
    missing = [name for name in NEEDED[kind] if name not in fields]
    if missing and not (missing == ["name"] and any(part in fields for part in NAME_PARTS)):
        raise ColumnsUnclear(_what_is_missing(kind, header, missing))
    unused = tuple(name for i, name in enumerate(header) if i not in taken and name.strip())
    return Columns(fields, unused, further)


def _called(names: Sequence[str], header: Sequence[str], taken: Collection[int]) -> list[int]:
    """The columns called one of the names, in the order of the names."""
    folded = [fold(name) for name in header]
    return [i for name in names for i, known in enumerate(folded) if known == name and i not in taken]


def field_of(kind: Kind, name: str) -> str | None:
    """The field of that name, or of a column called so."""
    folded = fold(name)
    return next((known for known, names in _names()[kind].items() if folded in names), None)


def recognised(kind: Kind, cells: Sequence[str]) -> int:
    """How many cells of a row are names of fields: a header has most of them."""
    known = {name for names in _names()[kind].values() for name in names}
    return len({fold(cell) for cell in cells} & known)


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """A column's name without case, diacritics, spaces, underscores and other marks."""
    return re.sub(r"[\W_]+", "", without_marks(name.casefold()))


@cache
def _names() -> Mapping[Kind, Mapping[str, tuple[str, ...]]]:
    """Kind → field → its names, folded, the field's own first and its own with the kind in front too."""
    document = tomllib.loads((resources.files(__package__) / "columns.toml").read_text(encoding="utf-8"))
    known: dict[Kind, dict[str, tuple[str, ...]]] = {}
    for kind in Kind:
        known[kind] = {}
        for about in (*FIELDS[kind], *BESIDES.get(kind, ())):
            own = [fold(name) for name in (about, *document[kind].get(about, ()))]
            prefixed = [before + name for before in _PREFIXES[kind] for name in own]
            known[kind][about] = tuple(dict.fromkeys(own + prefixed))
    return known


_PREFIXES = {
    Kind.COMPANIES: ("company", "organization", "account"),
    Kind.PEOPLE: ("person", "contact"),
    Kind.DEALS: ("deal", "opportunity"),
    Kind.ACTIVITIES: ("activity",),
}


def _given(kind: Kind, header: Sequence[str], given: Mapping[str, str]) -> dict[str, int]:
    fields: dict[str, int] = {}
    allowed = set(_names()[kind])
    for name, wanted in given.items():
        if wanted and wanted not in allowed:
            close = difflib.get_close_matches(wanted, allowed, n=1)
            hint = f"did you mean {close[0]}?" if close else f"fields of {kind}: {', '.join(FIELDS[kind])}."
            raise ColumnsUnclear(f'--map "{name}={wanted}": there is no field {wanted}; {hint}')
        at = _find(header, name)
        if wanted:
            fields[wanted] = at
    return fields


def _find(header: Sequence[str], name: str) -> int:
    for number, known in enumerate(header):
        if fold(known) == fold(name):
            return number
    listed = ", ".join(column for column in header if column.strip())
    raise ColumnsUnclear(f'--map "{name}=…": the file has no such column; it has: {listed[:500]}.')


def _what_is_missing(kind: Kind, header: Sequence[str], missing: Sequence[str]) -> str:
    listed = ", ".join(column for column in header if column.strip())[:500]
    return (
        f"No column for {' and '.join(missing)} among: {listed or 'no names at all'}. "
        f'Name it with --map "Column={missing[0]}".'
    )
