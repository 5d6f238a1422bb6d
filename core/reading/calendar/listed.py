"""Words that the languages list around dates: what may follow a day, what a number counts."""

from collections.abc import Mapping
from typing import Any

from core.reading.words import LANGUAGES, table


def is_listed(name: str, bare: str) -> bool:
    """Whether a word is in the list of that name, of any language."""
    return any(bare in _settings(language).get(name, ()) for language in LANGUAGES)


def _settings(language: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table(language, "dates").get("settings", {})
    return found


def count_endings() -> tuple[str, ...]:
    """Endings of nouns in the plural, which a number before them counts."""
    return tuple(ending for language in LANGUAGES for ending in _settings(language).get("count_endings", ()))
