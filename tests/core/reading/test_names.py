"""Unknown names are put into the nominative, and legal forms are taken off."""

import pytest

from core.reading.names.legal import name_words
from core.reading.names.nominative import company_in_nominative, person_in_nominative


@pytest.mark.parametrize(
    ("written", "case", "name"),
    [
        ("Gediminui", "", "Gediminas"),
        ("Aurelija", "ins", "Aurelija"),
        ("Rasa Budriene", "ins", "Rasa Budrienė"),
        ("Laurynu Kazlausku", "ins", "Laurynas Kazlauskas"),
        ("Olive", "", "Olive"),
        ("Simone", "", "Simone"),
        ("Giedrei", "dat", "Giedrė"),
        ("Giedre", "ins", "Giedrė"),
        ("Neringą Kazlauskaitę", "acc", "Neringa Kazlauskaitė"),
        ("Ūlai", "dat", "Ūla"),
        ("Ulai", "dat", "Ula"),
        ("Faustei", "dat", "Faustė"),
        ("Fauste", "ins", "Faustė"),
        ("Fauste Jonaityte", "ins", "Faustė Jonaitytė"),
        ("Faustui", "dat", "Faustas"),
    ],
)
def test_person_is_put_into_the_nominative(written: str, case: str, name: str) -> None:
    assert person_in_nominative(tuple(written.split()), frozenset({case} if case else ())) == name


@pytest.mark.parametrize(
    ("written", "case", "name"),
    [
        ("Tolmankos", "gen", "Tolmanka"),
        ("Girpilio", "gen", "Girpilis"),
        ("Ugnėdos", "gen", "Ugnėda"),
        ("Stalbaldžių", "gen", "Stalbaldžiai"),
        ("Medplastą", "acc", "Medplastas"),
        ("Zelfix", "gen", "Zelfix"),
    ],
)
def test_company_is_put_into_the_nominative(written: str, case: str, name: str) -> None:
    assert company_in_nominative((written,), frozenset({case})) == name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("UAB „Vėjo malūnas“", ("Vėjo", "malūnas")),
        ("Pyke & Sons Ltd", ("Pyke", "Sons")),
        ("Kowalski sp. z o.o.", ("Kowalski",)),
        ("UAB", ("UAB",)),
    ],
)
def test_name_without_its_legal_form(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words
