"""Amounts: value, currency, ranges, and what is no money."""

from decimal import Decimal
from pathlib import Path

import pytest

from core.reading.amounts import Amount, find_amounts
from core.reading.tokens import tokenize
from core.reading.words import Line

ROWS = [
    line
    for line in (Path(__file__).parent / "test_amounts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]


def written(amount: Amount) -> str:
    """An amount as the table has it."""
    value = "..".join(map(str, amount.choices)) or ("?" if amount.is_vague else str(amount.value))
    flags = {
        "scaled": amount.has_multiplier,
        "percent": amount.is_percent,
        "unit-price": amount.is_unit_price,
        "reference": amount.is_reference,
    }
    said = [name for name, holds in flags.items() if holds]
    period = f"/{amount.period}" if amount.period else ""
    return " ".join(filter(None, [value, amount.currency, *said, amount.unit, period]))


@pytest.mark.parametrize("row", ROWS)
def test_amounts_of_phrase(row: str) -> None:
    phrase, expected = (part.strip() for part in row.rsplit("|", 1))
    found = find_amounts(Line(tokenize(phrase)))
    assert (" + ".join(map(written, found)) or "-") == expected


def test_span_covers_number_multiplier_and_currency() -> None:
    text = "Pasiūlymas – 12,5 tūkst. eurų, iki rytojaus"
    (amount,) = find_amounts(Line(tokenize(text)))
    assert text[slice(*amount.span)] == "12,5 tūkst. eurų"


def test_money_is_told_from_quantities() -> None:
    amounts = find_amounts(Line(tokenize("20 vnt. po 15 €, iš viso 300 €, nuolaida 5 %")))
    assert [amount.value for amount in amounts if amount.is_money] == [Decimal(300)]
