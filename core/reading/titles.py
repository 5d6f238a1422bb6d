"""Which of a customer's deals a message names, told by the words of their titles."""

import re
import unicodedata
from collections.abc import Hashable, Mapping
from typing import TypeVar

Id = TypeVar("Id", bound=Hashable)

STEM = 5
"""Letters that tell a word of a title in its other cases ("sandėlio įrangą", "Sandėlio įranga")."""


def best_title(text: str, titles: Mapping[Id, str]) -> Id | None:
    """The only one of `titles` of which `text` has the most distinctive words; None where none or several."""
    said = _stems(text)
    words = {key: _stems(title) for key, title in titles.items()}
    shared = set.intersection(*words.values()) if len(words) > 1 else set()
    scores = {key: len((stems - shared) & said) for key, stems in words.items()}
    best = max(scores.values(), default=0)
    winners = [key for key, score in scores.items() if score == best]
    return winners[0] if best and len(winners) == 1 else None


def _stems(text: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return {word[:STEM] for word in re.findall(r"[^\W\d_]{4,}", plain)}
