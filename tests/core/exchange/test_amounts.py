"""Amounts in the spellings of several countries."""

from decimal import Decimal

import pytest

from core.exchange.amounts import AmountSurvey, parse_amount

COLUMNS = [
    ("12 500,50 €|1.234|3", "12500.50|1234|3"),
    ("12 500,50|7", "12500.50|7"),
    ("1,054|2,000", "1054|2000"),
    ("1.054|2.000", "1054|2000"),
    ("1054|2750.50|12.500", "1054|2750.50|12.5"),
    ("1.234.567|12.500", "1234567|12500"),
    ("12,500.50|3,000", "12500.50|3000"),
    ("12'500.-|12,-", "12500|12"),
    ("$ 5,200.00|€1,000", "5200|1000"),
    ("0,5|1", "0.5|1"),
    ("12k|1.5M|$3 K|800", "12000|1500000|3000|800"),
    ("12 tūkst.|1,5 mln. €|2 tūkst. Eur", "12000|1500000|2000"),
]


@pytest.mark.parametrize(("cells", "expected"), COLUMNS)
def test_the_marks_of_amounts_are_told_from_the_whole_column(cells: str, expected: str) -> None:
    survey = AmountSurvey()
    for cell in cells.split("|"):
        survey.see(cell)
    amounts = [parse_amount(cell, survey.decimal_mark)[0] for cell in cells.split("|")]
    assert amounts == [Decimal(amount) for amount in expected.split("|")]


@pytest.mark.parametrize(
    ("cells", "shown"), [("1.250|2.500", "1.250"), ("1.250|2,50", ""), ("1250|2.50", ""), ("12|13", "")]
)
def test_a_mark_that_could_mean_both_is_shown(cells: str, shown: str) -> None:
    survey = AmountSurvey()
    for cell in cells.split("|"):
        survey.see(cell)
    assert survey.doubtful == shown


@pytest.mark.parametrize(
    ("cell", "currency"), [("5 €", "EUR"), ("5 EUR", "EUR"), ("$5", "USD"), ("5 gbp", "GBP"), ("5", None)]
)
def test_a_currency_written_with_the_amount_is_kept(cell: str, currency: str | None) -> None:
    assert parse_amount(cell, None)[1] == currency


@pytest.mark.parametrize(
    "cell", ["abc", "12x", "-5", "€", "1/2", "10-12", "999999999999999", "0.00001", "٣" * 3 + "x"]
)
def test_what_is_no_amount_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r"amount|negative|exactly"):
        parse_amount(cell, ".")
