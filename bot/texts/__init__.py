"""What the bot says: Fluent files, a folder a language, and the one place where others' words are escaped."""

import re
from collections.abc import Iterable
from functools import cache
from html import escape as escape_markup
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

FOLDER = Path(__file__).parent
FALLBACK = "en"
LONGEST_VALUE = 120
ELLIPSIS = "…"

_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]+")
_SPACES = re.compile(r"\s{2,}|[^\S\u00a0\u202f]")
"""A space that keeps an amount together stays as it is."""


class Html(str):
    """Text for Telegram whose markup is ours; what others wrote in it is escaped."""

    __slots__ = ()


class Language:
    """The sentences of one language. `code` is the name of its folder."""

    def __init__(self, code: str, source: str) -> None:
        self.code = code
        resource = FluentResource(source)
        broken = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
        if broken:
            raise ValueError(f"{code}: cannot be read: {broken[0]}")
        keys = [entry.id.name for entry in resource.body if isinstance(entry, ast.Message)]
        locale = next(line for line in source.splitlines() if line.startswith("language-locale"))
        self.locale = locale.partition("=")[2].strip()
        self._bundle = FluentBundle([self.locale], use_isolating=False)
        self._bundle.add_resource(resource)
        self._patterns = {key: self._bundle.get_message(key).value for key in keys}
        self._constants: dict[str, str] = {}

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._patterns)

    def plain(self, key: str, /, **values: str | int) -> str:
        """The sentence without markup, for buttons and toasts. Raises KeyError for an unknown key."""
        if values:
            return self._formatted(key, values)
        constant = self._constants.get(key)
        if constant is None:
            constant = self._constants[key] = self._formatted(key, {})
        return constant

    def _formatted(self, key: str, values: dict[str, str | int]) -> str:
        pattern = self._patterns[key]
        assert pattern is not None  # noqa: S101 - no message of ours is without a text
        text, _ = self._bundle.format_pattern(pattern, values)
        return str(text)

    def html(self, key: str, /, **values: str | int) -> Html:
        """The sentence for a message's text: values are escaped unless they are `Html`, numbers are kept."""
        return Html(self.plain(key, **{name: _safe(value) for name, value in values.items()}))


def _safe(value: str | int) -> str | int:
    return escape(value) if isinstance(value, str) and not isinstance(value, Html) else value


def escape(words: str, longest: int = LONGEST_VALUE) -> Html:
    """What somebody wrote, as `shorten` leaves it, with its markup made harmless."""
    return Html(escape_markup(shorten(words, longest), quote=False))


def shorten(words: str, longest: int) -> str:
    """At most `longest` characters on one line, with an ellipsis where something was cut; never empty."""
    line = _SPACES.sub(" ", _UNSEEN.sub(" ", words[: longest * 4])).strip()
    if len(line) > longest:
        line = line[: longest - 1].rstrip(" ,.;:–-\u200d") + ELLIPSIS
    return line or "–"


def join(between: str, parts: Iterable[Html]) -> Html:
    """The parts in one text, `between` them."""
    return Html(between.join(parts))


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def languages() -> dict[str, Language]:
    """All languages by code, Lithuanian first: a folder in this one is a language."""
    found = {path.parent.name for path in FOLDER.glob("*/*.ftl")}
    codes = sorted(found, key=lambda code: (code != "lt", code))
    return {code: Language(code, source_of(code)) for code in codes}


def source_of(code: str) -> str:
    """All sentences of a language, its files one after the other."""
    files = sorted((FOLDER / code).glob("*.ftl"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def speak(code: str) -> Language:
    """The language of that code; English where there is none."""
    known = languages()
    return known.get(code) or known[FALLBACK]
