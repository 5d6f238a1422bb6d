"""What stands in a cell of a report, in the reader's words: kinds, states, duties, reasons, drivers."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal, format_percent

from bot.texts import Language
from core.terms import ContactKind

SHARES = frozenset(
    {
        *("conversion", "win_rate", "win_probability", "coverage", "measured_share", "share_of_won"),
        *("followed_share", "commit_hit_rate"),
    }
)
"""Columns that hold a share, 0 to 1."""

KINDS = frozenset(ContactKind)
SHARE_OF = "share_of_"


def in_words(column: str, value: Any, words: Language, by: str | None = None) -> Any:
    """The value, said where it is a word or a list of our own; numbers, dates and texts of people stay.

    `by`: what the report's rows are grouped by.
    """
    if column == "group":
        return _group(value, words, by)
    say = SAY.get(column)
    return value if say is None or value is None else say(value, words)


def _group(value: Any, words: Language, by: str | None) -> Any:
    if by is None and value == "all":
        return words.plain("cell-all")
    if by == "kind" and value in KINDS:
        return words.plain("contact-kind-many", word=value)
    return value


def _by_kind(value: Mapping[str, Mapping[str, int]], words: Language) -> str:
    """ "skambučiai 3 (30 min.); vizitai 1 (60 min.)"."""
    return "; ".join(
        words.plain(
            "cell-kind-line",
            kind=words.plain("contact-kind-many", word=kind),
            contacts=part["contacts"],
            minutes=part["minutes"],
        )
        for kind, part in value.items()
    )


def _drivers(value: list[Mapping[str, Any]], words: Language) -> str:
    return "; ".join(_driver(str(each["driver"]), each["value"], words) for each in value)


def _driver(name: str, value: Any, words: Language) -> str:
    if name.startswith(SHARE_OF):
        kind = words.plain("contact-kind-many", word=name.removeprefix(SHARE_OF))
        return f"{kind} {format_percent(value, locale=words.locale)}"
    said = words.plain("cell-driver", name=value) if isinstance(value, str) else _number(value, words)
    return f"{words.plain('cell-driver', name=name)} {said}"


def _reasons(value: list[Mapping[str, Any]], words: Language) -> str:
    return "; ".join(
        words.plain("cell-reason", reason=each["reason"], value=_number(each.get("value", 0), words))
        for each in value
    )


def _number(value: Any, words: Language) -> str:
    if isinstance(value, Decimal | int | float):
        return str(format_decimal(value, locale=words.locale))
    return str(value)


SAY: Mapping[str, Callable[[Any, Language], str]] = {
    "kind": lambda value, words: words.plain("cell-fate", fate=value),
    "state": lambda value, words: words.plain("cell-state", state=value),
    "method": lambda value, words: words.plain("column", name=value),
    "missing": lambda value, words: "; ".join(words.plain("duty", word=each) for each in value),
    "by_kind": _by_kind,
    "drivers": _drivers,
    "reasons": _reasons,
}
"""Columns whose values are words or lists of our own."""
