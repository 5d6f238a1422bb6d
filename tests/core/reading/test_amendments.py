"""Remarks that correct what was understood, and replies that only look like one."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from core.reading import CompanyName, Directory, PersonName
from core.reading.amendments import amendment, begins_amended
from core.terms import ContactKind

NOW = datetime(2026, 11, 24, 10, 15)  # noqa: DTZ001 - local time, a Tuesday
STATYBA, KELIAI, TILTAS, AUKSTAS, TIMBER = 1, 2, 3, 4, 5
JONAS, PETRAS, RASA = 11, 12, 13
CUSTOMERS = Directory(
    [
        CompanyName(STATYBA, "UAB Statyba"),
        CompanyName(KELIAI, "UAB Keliai"),
        CompanyName(TILTAS, "UAB Tiltas"),
        CompanyName(AUKSTAS, "UAB Pirmas aukštas"),
        CompanyName(TIMBER, "Baltic Timber"),
    ],
    [
        PersonName(JONAS, "Jonas Stankaitis", STATYBA),
        PersonName(PETRAS, "Petras Petraitis", STATYBA),
        PersonName(RASA, "Rasa Tiltenė", TILTAS),
    ],
)

CORRECTIONS: list[tuple[str, str, dict[str, Any]]] = [
    ("lt", "Ne, Keliams", {"company": KELIAI}),
    ("lt", "Klaida, Tiltas", {"company": TILTAS}),
    ("lt", "ne Statyba, Tiltas", {"company": TILTAS}),
    ("lt", "Keliams, ne Statybai", {"company": KELIAI}),
    ("lt", "ne ta įmonė, Keliai", {"company": KELIAI}),
    ("lt", "ne Jonas, o Petras", {"company": STATYBA, "person": PETRAS}),
    ("lt", "ten buvo Petras, ne Jonas", {"company": STATYBA, "person": PETRAS}),
    ("lt", "ne su Jonu, su Petru kalbėjau", {"company": STATYBA, "person": PETRAS}),
    ("lt", "Ne, skambinau Petrui", {"company": STATYBA, "person": PETRAS, "kind": ContactKind.CALL}),
    ("lt", "Turėjo būti Tiltas", {"company": TILTAS}),
    ("lt", "turejo but Tiltas", {"company": TILTAS}),
    ("lt", "iš tikrųjų čia buvo Petras", {"company": STATYBA, "person": PETRAS}),
    ("lt", "Turėjo būti 15 tūkst.", {"amount": Decimal(15000)}),
    ("lt", "turėjo būti vizitas", {"kind": ContactKind.VISIT}),
    ("lt", "turi būti penktadienį 11", {"on": date(2026, 11, 27), "at": time(11)}),
    ("en", "That should have been Keliai", {"company": KELIAI}),
    ("en", "it's actually Tiltas", {"company": TILTAS}),
    ("en", "no, it was Keliai", {"company": KELIAI}),
    ("en", "I meant Tiltas", {"company": TILTAS}),
    ("en", "not Jonas but Petras", {"company": STATYBA, "person": PETRAS}),
    ("en", "no it was with Petras, not Jonas", {"company": STATYBA, "person": PETRAS}),
    ("en", "sorry, Rasa from Tiltas", {"company": TILTAS, "person": RASA}),
    ("lt", "Ne, Statyva", {"new": "Statyva", "near": (STATYBA,)}),
    ("lt", "Ne, Statyvai", {"new": "Statyva", "near": (STATYBA,)}),
    ("lt", "Ne, Statybų linija", {"new": "Statybų linija"}),
    ("lt", "Ne, Aukštieji keliai", {"new": "Aukštieji keliai"}),
    ("lt", "Ne, Pirmam žingsniui", {"new": "Pirmas žingsnis"}),
    ("lt", "Ne, Pirmas žingsnis", {"new": "Pirmas žingsnis", "near": (AUKSTAS,)}),
    ("lt", "Ne, Pirmam", {"company": AUKSTAS}),
    ("lt", "ne, Keltas", {"new": "Keltas"}),
    ("lt", "Ne, Jonui Stankui", {"new_person": "Jonas Stankas"}),
    ("lt", "Ne, Giedrei", {"new_person": "Giedrė"}),
    ("lt", "Ne, su Giedre", {"new_person": "Giedrė"}),
    ("lt", "Ne, pas Faustę", {"new_person": "Faustė"}),
    ("lt", "Ne, Giedrei iš Vilkupės", {"new_person": "Giedrė", "new": "Vilkupė"}),
    ("lt", "Ne, su Fauste iš Keltuvės", {"new_person": "Faustė", "new": "Keltuvė"}),
    ("lt", "Ne, Vilkupei", {"new": "Vilkupė"}),
    ("lt", "ne Statybai, o Vilkupei", {"new": "Vilkupė"}),
    ("en", "No, Baltic Foods", {"new": "Baltic Foods"}),
    ("en", "it was Baltic, not Keliai", {"company": TIMBER}),
    ("lt", "Keltui, ne Statybos linijai", {"new": "Keltas"}),
    ("lt", "ne iš Kelto, o iš Tilto", {"company": TILTAS}),
    ("en", "No, Tiltos", {"new": "Tiltos"}),
    ("lt", "15 tūkst., ne 12", {"amount": Decimal(15000)}),
    ("lt", "ne 12, o 15 tūkst.", {"amount": Decimal(15000)}),
    ("en", "no, 15k", {"amount": Decimal(15000)}),
    ("lt", "ne skambutis, o vizitas", {"kind": ContactKind.VISIT}),
    ("en", "it was a visit, not a call", {"kind": ContactKind.VISIT}),
    ("lt", "Ne, 25 min", {"duration_min": 25}),
    ("lt", "Ne 15 min., o 25", {"duration_min": 25}),
    ("en", "not 15 but 25 min", {"duration_min": 25}),
    ("lt", "ne penktadienį, o pirmadienį 11:00", {"on": date(2026, 11, 30), "at": time(11)}),
    ("en", "no, on Monday at 11", {"on": date(2026, 11, 30), "at": time(11)}),
    ("lt", "Ne 10, o 11 val.", {"at": time(11)}),
    ("lt", "vakar, ne šiandien", {"on": date(2026, 11, 23), "is_past": True}),
    ("en", "yesterday, not today", {"on": date(2026, 11, 23), "is_past": True}),
]


@pytest.mark.parametrize(("language", "text", "values"), CORRECTIONS)
def test_a_remark_that_something_is_otherwise_gives_the_values_that_hold(
    language: str, text: str, values: dict[str, Any]
) -> None:
    found = amendment(text, NOW, CUSTOMERS, language=language)
    assert found is not None
    got = {
        "company": found.report.company if found.report else None,
        "person": found.report.person if found.report else None,
        "new": found.report.new_company if found.report else None,
        "new_person": found.report.new_person if found.report else None,
        "near": found.report.questions[0].choices if found.report and found.report.questions else None,
        "amount": found.amount.amount if found.amount else None,
        **{name: getattr(found, name) for name in ("kind", "duration_min", "on", "at", "is_past")},
    }
    assert {name: value for name, value in got.items() if value} == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lt", "dar nori katalogo"),
        ("lt", "Ne, nenori katalogo"),
        ("lt", "Ne, kaina per didelė Petrui"),
        ("lt", "Petrui netiko, ne ta spalva"),
        ("lt", "Ne, sutarėm penktadienį 11"),
        ("lt", "Ne, Petras atostogauja"),
        ("lt", "Jonas ne darbe, skambinti Petrui"),
        ("lt", "skambinau Petrui, neatsiliepė"),
        ("lt", "taip, penktadienį"),
        ("lt", "Ne, Vilniuje"),
        ("lt", "Ne, Tiltas bankrutavo"),
        ("lt", "ne, ačiū"),
        ("lt", "Turėjo būti susitikimas su Rasa, neatėjo"),
        ("lt", "turi būti pasirašyta iki penktadienio"),
        ("en", "no"),
        ("en", "No answer from Petras"),
        ("en", "also wants a catalogue"),
        ("en", "not interested, Petras is on holiday"),
        ("en", "no, he will call Rasa on Monday"),
    ],
)
def test_what_tells_more_is_no_correction(language: str, text: str) -> None:
    assert amendment(text, NOW, CUSTOMERS, language=language) is None


def test_only_words_of_denial_or_correction_begin_one_without_a_reply() -> None:
    assert begins_amended("Ne, Keliams")
    assert not begins_amended("Turėjo būti susitikimas su Rasa")
