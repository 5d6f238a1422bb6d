"""What a trip cost: told beside what happened, and never mistaken for what is sold."""

from datetime import datetime

import pytest

from core.reading import read
from core.reading.directory import Directory
from core.reading.expenses import expenses_in

NOW = datetime(2026, 11, 24, 10, 15)  # noqa: DTZ001 -- local time has no zone here

TOLD = [
    ("degalai 45 €", "fuel 45"),
    ("42 km", "way 42"),
    ("hotel 80 eur", "lodging 80"),
    ("Kuras 38,50 ir viešbutis 80", "fuel 38.50, lodging 80"),
    ("Vizitas pas Statybą 2 val., 42 km, degalai 45 €", "way 42, fuel 45"),
    ("Nuvažiavau 84 km pas Statybą", "way 84"),
    ("Visited Statyba, 42 km there and back. Lunch 18.50", "way 42, meal 18.50"),
    ("fuel €45 + parking €5", "fuel 45, parking 5"),
    ("Pietūs su klientu 32 €", "meal 32"),
    ("degalu uz 45", "fuel 45"),
    ("Buvau Statyboj 40 min, 12,5 km", "way 12.5"),
]

NOT_TOLD = [
    "Siūlome degalus 45 000 €",
    "Nori kuro 3000 litrų",
    "tvora 2 km",
    "objektas už 42 km",
    "Degalai 1,45 €/l",
    "greitis 90 km/h",
    "Skambinau Jonui 15 min, nori pasiūlymo 12k",
    "Viešbutis nori pasiūlymo 12k",
    "Parking Systems wants 40 pieces for 12k",
]


@pytest.mark.parametrize(("text", "spent"), TOLD)
def test_what_was_spent_is_told_by_itself(text: str, spent: str) -> None:
    said, found = expenses_in(text)
    assert ", ".join(f"{each.kind} {each.amount or each.kilometres}" for each in found) == spent
    assert len(said) == len(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_sold_or_far_away_is_no_expense(text: str) -> None:
    assert expenses_in(text) == (text, ())


def test_the_rest_of_the_message_is_read_as_if_nothing_was_spent() -> None:
    plain = read("Vizitas pas UAB Statyba 2 val.", NOW, Directory())
    told = read("Vizitas pas UAB Statyba 2 val., 42 km, degalai 45 €", NOW, Directory())
    (report,) = told.reports
    assert (report.kind, report.duration_min, report.amount) == ("visit", 120, None)
    assert report.new_company == plain.reports[0].new_company
    assert len(told.expenses) == 2
    assert read("degalai 45 €", NOW, Directory()).reports == ()
