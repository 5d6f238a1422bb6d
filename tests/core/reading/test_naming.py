"""A few words that name a customer of the directory and say nothing else."""

from datetime import datetime

import pytest

from core.reading.directory import CompanyName, Directory, PersonName
from core.reading.naming import named_alone

NOW = datetime(2026, 11, 24, 10, 15)  # noqa: DTZ001 - a local time
DIRECTORY = Directory(
    [CompanyName(1, "UAB Statyba"), CompanyName(2, "UAB Tiltas")],
    [PersonName(7, "Rasa Tiltenė", 2), PersonName(8, "Jonas Stankaitis", 1)],
)


@pytest.mark.parametrize(
    ("words", "company"),
    [
        ("Tiltui", 2),
        ("Tiltas", 2),
        ("tai Statybai", 1),
        ("UAB Tiltas", 2),
        ("Rasai iš Tilto", 2),
        ("to Tiltas", 2),
        ("Rasa from Tiltas", 2),
        ("Tilto brėžinys", None),
        ("Gera nuotrauka", None),
        ("Keliai", None),
        ("Tiltui rytoj", None),
        ("Skambinau Tiltui", None),
        ("looks good", None),
    ],
)
@pytest.mark.parametrize("language", [None, "lt", "en"])
def test_only_a_bare_name_of_somebody_known_is_taken_for_one(
    words: str, company: int | None, language: str | None
) -> None:
    report = named_alone(words, NOW, DIRECTORY, language=language)
    found = report and (report.company or (report.person and DIRECTORY.company_of(report.person)))
    assert found == company
