"""The word lists of the languages: one folder a language, one TOML file a subject.

    table("lt", "dates")        the file core/reading/words/lt/dates.toml as a mapping
    LANGUAGES                   the folders there are

An entry of a list of forms is a word or phrase as written ("po pietų"), a stem and the name of a paradigm
("penktadien|dienis", paradigms are tables of endings by grammatical case in the same language's numbers.toml), or
an abbreviation: "ketv." may lack its dot, "pr.!" must have it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

LANGUAGES = ("lt", "en")


@cache
def table(language: str, subject: str) -> Mapping[str, Any]:
    """The list `subject` of a language, read once a process; empty where the language has none.

    Raises tomllib.TOMLDecodeError if the file is broken.
    """
    place = resources.files(__package__) / language / f"{subject}.toml"
    if not place.is_file():
        return {}
    return tomllib.loads(place.read_text(encoding="utf-8"))


class Form(NamedTuple):
    """An inflected word or a phrase; `case` is "" where nothing is declined."""

    text: str
    case: str = ""
    needs_dot: bool = False


def forms(entry: str, language: str) -> Iterator[Form]:
    """Every form that an entry of a word list stands for."""
    stem, bar, paradigm = entry.partition("|")
    if not bar:
        yield Form(entry.rstrip("!").rstrip("."), "", entry.endswith("!"))
        return
    for case, endings in table(language, "numbers")["paradigm"][paradigm].items():
        for ending in endings.split(","):
            yield Form(stem + ending.strip(), case)
