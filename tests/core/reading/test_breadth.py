"""One thing told in many ways: each phrase of the tables with each of four customers, whole messages.

`test_breadth_lt.txt` and `test_breadth_en.txt` have sections "[what] fields" and a phrase a line. {N} {G} {D}
{A} {I} {L} stand for the customer's name by case, {cN} and so on for a company only; "| fields" after a
phrase changes those of its section ("-": none).
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from core.reading import read
from core.reading.wire import got
from tests.core.reading.own_names import own_directory

NOW = datetime(2026, 3, 11, 10)  # noqa: DTZ001 - reading works in local time
DIRECTORY = own_directory()
CUSTOMERS = {
    "lt": (
        ("Miglė Miglės Miglei Miglę Migle", {"company": "k3", "person": "p4"}),
        ("Girinukas Girinuko Girinukui Girinuką Girinuku Girinuke", {"company": "k2"}),
        ("Bružas Bružo Bružui Bružą Bružu", {"company": "k4", "person": "p5"}),
        ("Smiltupė Smiltupės Smiltupei Smiltupę Smiltupe Smiltupėje", {"company": "k6"}),
    ),
    "en": (
        ("Guntis", {"company": "k9", "person": "p10"}),
        ("Brackenford", {"company": "k7"}),
        ("Carstone", {"company": "k7", "person": "p8"}),
        ("Weissbach", {"company": "k10"}),
    ),
}
_SLOT = re.compile(r"\{(c?)([NGDAIL])\}")
_USUAL = {("occurred", "2026-03-11"), ("currency", "EUR")}


Phrase = tuple[str, dict[str, str]]


def _sections(language: str) -> dict[str, list[Phrase]]:
    """The phrases of each section with what they mean, by what the section tells."""
    found: dict[str, list[Phrase]] = {}
    section: dict[str, str] = {}
    title = ""
    table = Path(__file__).with_name(f"test_breadth_{language}.txt")
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            title, _, told = line[1:].partition("]")
            section = _fields(told)
        elif line and not line.startswith("#"):
            phrase, _, changes = line.partition(" | ")
            fields = {**section, **_fields(changes)}
            meant = {name: value for name, value in fields.items() if value != "-"}
            found.setdefault(title, []).append((phrase, meant))
    return found


def _fields(told: str) -> dict[str, str]:
    return dict(part.strip().split("=", 1) for part in told.split(";") if part.strip())


SECTIONS = {language: _sections(language) for language in CUSTOMERS}


def _messages(language: str, phrase: str, fields: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    slots = _SLOT.findall(phrase)
    for forms, customer in CUSTOMERS[language] if slots else CUSTOMERS[language][:1]:
        if "person" in customer and any(company for company, _ in slots):
            continue
        words = dict(zip("NGDAIL", forms.split(), strict=False))
        message = _SLOT.sub(lambda slot, words=words: words[slot[2]], phrase)  # type: ignore[misc]
        yield message[0].upper() + message[1:], {**fields, **customer} if fields and slots else fields


def _told(language: str, message: str) -> dict[str, str]:
    fields = got(read(message, NOW, DIRECTORY, language=language))
    step = fields.pop("next")
    fields.pop("more", None)
    found = {
        name: ",".join(value) if name == "ask" else "yes" if value is True else str(value)
        for name, value in fields.items()
        if value not in (None, [], False) and (name == "ask" or (name, value) not in _USUAL)
    }
    return {**found, "next": " ".join(str(part) for part in step.values() if part)} if step else found


@pytest.mark.parametrize(
    ("language", "title"), [(lang, title) for lang in SECTIONS for title in SECTIONS[lang]]
)
def test_phrases_mean_the_same_of_every_customer(language: str, title: str) -> None:
    misread = [
        (message, meaning, told)
        for phrase, fields in SECTIONS[language][title]
        for message, meaning in _messages(language, phrase, fields)
        if (told := _told(language, message)) != meaning
    ]
    assert misread == []
