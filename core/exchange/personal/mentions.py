"""Where a text names somebody: their name in any case, their number however it is written, their address."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from core.phones import digits_of
from core.reading.names.declension import rows, stems
from core.reading.tokens import folded, lowered

WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\+?\d[\d ()./-]{4,}\d")
GONE = "…"
"""What stands in place of what was erased."""

SHORTEST = 2
LEAST_DIGITS = 6


@dataclass(frozen=True)
class Mentions:
    """The words by which somebody is named, in all forms, without diacritics.

    `last`: of surnames, which name them alone; `first`: of first names, which do so beside a surname, and in
    a text that is known to be about them (`about`). `is_shared`: others have the surname too, so that it
    says who is meant only beside the first name.
    """

    first: frozenset[str]
    last: frozenset[str]
    numbers: frozenset[str]
    addresses: tuple[str, ...]
    is_shared: bool = False

    @classmethod
    def of(
        cls, names: Iterable[str], phones: Iterable[str] = (), addresses: Iterable[str] = (), *, alone: bool
    ) -> "Mentions":
        """Of one name or several, each with its first name first.

        `alone`: a name of one word names them by itself, as in a team; else only in texts about them.
        """
        first: set[str] = set()
        last: set[str] = set()
        for name in names:
            words = WORD.findall(name)
            first |= _forms(words[:1])
            last |= _forms(words[1:] or (words if alone else []))
        numbers = {digits for phone in phones if len(digits := digits_of(phone)) >= LEAST_DIGITS}
        kept = tuple(address.casefold() for address in addresses if address)
        return cls(frozenset(first), frozenset(last), frozenset(numbers), kept)

    def names_also(self, other: str) -> bool:
        """Whether somebody or something else is called by the surname."""
        return any(folded(word) in self.last for word in WORD.findall(other))

    def are_in(self, text: str, *, about: bool = False) -> bool:
        return self.without(text, about=about) != text

    def without(self, text: str, *, about: bool = False) -> str:
        """The text with what names them taken out. `about`: it is known to be about them."""
        for address in self.addresses:
            text = re.sub(re.escape(address), GONE, text, flags=re.IGNORECASE)
        if self.numbers:
            text = NUMBER.sub(lambda found: self._number(found[0]), text)
        words = list(WORD.finditer(text))
        marks = [self._marks(folded(word[0])) for word in words]
        gone = [
            at
            for at in range(len(words))
            if self._is_named(marks, at, about and not _is_anothers(words, marks, at))
        ]
        for at in reversed(gone):
            text = text[: words[at].start()] + GONE + text[words[at].end() :]
        return text

    def _number(self, written: str) -> str:
        digits = digits_of(written)
        return GONE if any(digits.endswith(each[-LEAST_DIGITS - 2 :]) for each in self.numbers) else written

    def _marks(self, word: str) -> tuple[bool, bool]:
        return word in self.first, word in self.last

    def _is_named(self, marks: list[tuple[bool, bool]], at: int, about: bool) -> bool:
        first, last = marks[at]
        if not (first or last):
            return False
        if about or (last and not self.is_shared):
            return True
        beside = marks[max(0, at - 1) : at] + marks[at + 1 : at + 2]
        return any(near[0] if last else near[1] for near in beside)


def _is_anothers(words: list[re.Match[str]], marks: list[tuple[bool, bool]], at: int) -> bool:
    """Whether a first name is followed by a surname that is not theirs."""
    return not marks[at][1] and at + 1 < len(words) and words[at + 1][0].istitle() and not marks[at + 1][1]


def within(text: str, change: Callable[[str], str]) -> str:
    """The JSON with every text in it changed; the same where nothing is.

    The names of fields and words of vocabularies are left alone: somebody may be called Call or Order.
    """
    value = json.loads(text)
    changed = _changed(value, change, is_free=False)
    return text if changed == value else json.dumps(changed, ensure_ascii=False, separators=(",", ":"))


FREE = frozenset(
    {"text", "caption", "called", "unread", "name", "title", "note", "detail", "new_person", "new_company"}
    | {"first_name", "last_name", "username"}
)
"""Fields of JSON that hold what somebody wrote, even where it is a single word in small letters."""
VOCABULARY = re.compile(r"[a-z0-9_:.-]*")


def _changed(value: Any, change: Callable[[str], str], *, is_free: bool) -> Any:
    if isinstance(value, str):
        return value if not is_free and VOCABULARY.fullmatch(value) else change(value)
    if isinstance(value, list):
        return [_changed(each, change, is_free=is_free) for each in value]
    if isinstance(value, dict):
        return {name: _changed(each, change, is_free=name in FREE) for name, each in value.items()}
    return value


SAID = frozenset({"text", "called", "new_person", "unread"})
"""Fields of what was understood that hold the message itself."""


def unsaid(intent: str, change: Callable[[str], str] = str) -> str:
    """What was understood, as JSON, without the words in which it was said, and the rest of it changed."""
    return within(json.dumps(_without_words(json.loads(intent)), ensure_ascii=False), change)


def _without_words(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_words(each) for each in value]
    if isinstance(value, dict):
        kept = {name: _without_words(each) for name, each in value.items() if name not in SAID}
        return kept | {name: "" for name in ("text",) if name in value}
    return value


def _forms(words: Iterable[str]) -> set[str]:
    """All that a word of a name may end in, each without diacritics."""
    found: set[str] = set()
    for word in words:
        if len(word) < SHORTEST:
            continue
        found.add(folded(word))
        for stem in stems(lowered(word)):
            found |= {stem.stem + ending for ending in rows()[stem.row].cases}
    return {form for form in found if len(form) >= SHORTEST}
