"""Columns are found by the names that people and other programs give them."""

import pytest

from core.exchange.columns import ColumnsUnclear, match_columns
from core.exchange.fields import Kind

HEADERS = [
    (Kind.COMPANIES, "external_id;name;region", "external_id name region"),
    (Kind.COMPANIES, "Įmonės pavadinimas;Įmonės kodas;Miestas;Tel. nr.", "name code region phone"),
    (
        Kind.COMPANIES,
        "Organization - ID;Organization - Name;Organization - Address",
        "external_id name region",
    ),
    (
        Kind.COMPANIES,
        "Record ID;Company name;Phone Number;City;Industry",
        "external_id name phone region segment",
    ),
    (Kind.PEOPLE, "Person - Name;Person - Organization;Person - Phone", "name company phone"),
    (Kind.PEOPLE, "Vardas, pavardė;Įmonė;Pareigos;El. paštas", "name company role email"),
    (
        Kind.DEALS,
        "Deal - ID;Deal - Title;Deal - Organization;Deal - Owner;Deal - Stage;Deal - Status;Deal - Value",
        "external_id title company owner stage status amount",
    ),
    (
        Kind.DEALS,
        "Record ID;Deal Name;Deal Stage;Close Date;Deal owner;Amount;Create Date;Pipeline",
        "external_id title stage close_on owner amount created_on pipeline",
    ),
    (
        Kind.DEALS,
        "opportunity_id;sales_agent;product;account;deal_stage;engage_date;close_date;close_value",
        "external_id owner product company stage created_on close_on amount",
    ),
    (
        Kind.DEALS,
        "Sandoris;Klientas;Vadybininkas;Būsena;Suma;Sukurta",
        "title company owner stage amount created_on",
    ),
    (
        Kind.ACTIVITIES,
        "Type;Due date;Organization;Person;Deal;Duration",
        "kind occurred_at company person deal duration_min",
    ),
]


@pytest.mark.parametrize(("kind", "header", "fields"), HEADERS)
def test_columns_are_guessed(kind: Kind, header: str, fields: str) -> None:
    columns = match_columns(kind, header.split(";"), {})
    found = sorted(columns.fields, key=lambda field: columns.fields[field])
    assert found == fields.split()
    assert columns.unused == ()


def test_a_given_mapping_wins_and_a_column_can_be_left_out() -> None:
    columns = match_columns(Kind.DEALS, ["Etapas", "Stage", "Suma"], {"stage": "stage", "SUMA": ""})
    assert columns.fields == {"stage": 1}
    assert columns.unused == ("Etapas",)


@pytest.mark.parametrize(
    ("header", "given", "text"),
    [
        (["x"], {}, "No column for name among: x"),
        (["x"], {"y": "name"}, "no such column; it has: x"),
        (["x"], {"x": "nmae"}, "did you mean name?"),
    ],
)
def test_what_is_missing_is_said(header: list[str], given: dict[str, str], text: str) -> None:
    with pytest.raises(ColumnsUnclear) as caught:
        match_columns(Kind.COMPANIES, header, given)
    assert text in str(caught.value)


def test_several_columns_of_one_meaning_are_all_used() -> None:
    columns = match_columns(Kind.DEALS, ["Deal - Stage", "Deal - Won time", "Deal - Lost time"], {})
    assert (columns.fields["closed_on"], columns.further, columns.unused) == (1, {"closed_on": [2]}, ())


def test_a_mapped_column_is_the_only_one_of_its_field() -> None:
    columns = match_columns(Kind.PEOPLE, ["Name", "Phone", "Mobile"], {"Mobile": "phone"})
    assert (columns.fields["phone"], columns.further, columns.unused) == (2, {}, ("Phone",))


def test_a_name_in_two_columns_is_enough() -> None:
    assert match_columns(Kind.PEOPLE, ["Vardas", "Pavardė"], {}).fields == {"first_name": 0, "last_name": 1}
