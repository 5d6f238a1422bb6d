"""Plurals, days, money, lengths of time and names of companies, as each language has them."""

from datetime import date, time
from decimal import Decimal

import pytest

from bot.texts import dates, speak
from bot.texts.companies import full_name, short_name
from bot.texts.money import money, money_range, total
from core.notices import Sum

LT, EN = speak("lt"), speak("en")
TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("count", "lithuanian", "english"),
    [
        (0, "0 veiksmų", "0 contacts"),
        (1, "1 veiksmas", "1 contact"),
        (2, "2 veiksmai", "2 contacts"),
        (9, "9 veiksmai", "9 contacts"),
        (10, "10 veiksmų", "10 contacts"),
        (11, "11 veiksmų", "11 contacts"),
        (12, "12 veiksmų", "12 contacts"),
        (19, "19 veiksmų", "19 contacts"),
        (20, "20 veiksmų", "20 contacts"),
        (21, "21 veiksmas", "21 contacts"),
        (22, "22 veiksmai", "22 contacts"),
        (101, "101 veiksmas", "101 contacts"),
        (111, "111 veiksmų", "111 contacts"),
        (1234, "1\u00a0234 veiksmai", "1,234 contacts"),
    ],
)
def test_contacts_are_counted(count: int, lithuanian: str, english: str) -> None:
    assert (LT.plain("contacts-count", count=count), EN.plain("contacts-count", count=count)) == (
        lithuanian,
        english,
    )


@pytest.mark.parametrize(
    ("key", "one", "few", "many", "other"),
    [
        ("contacts-count", "1 veiksmas", "3 veiksmai", "1,5 veiksmo", "10 veiksmų"),
        ("step-more", "ir dar 1 žingsnis", "ir dar 3 žingsniai", "ir dar 1,5 žingsnio", "ir dar 10 žingsnių"),
        (
            "deals-heading",
            "💼 1 atviras sandoris",
            "💼 3 atviri sandoriai",
            "💼 1,5 atviro sandorio",
            "💼 10 atvirų sandorių",
        ),
        (
            "agenda-all-done",
            "✅ Viskas padaryta: 1 žingsnis.",
            "✅ Viskas padaryta: 3 žingsniai.",
            "✅ Viskas padaryta: 1,5 žingsnio.",
            "✅ Viskas padaryta: 10 žingsnių.",
        ),
    ],
)
def test_lithuanian_has_four_plural_forms(key: str, one: str, few: str, many: str, other: str) -> None:
    said = [LT.plain(key, count=count) for count in (1, 3, 1.5, 10)]  # type: ignore[arg-type]
    assert said == [one, few, many, other]


@pytest.mark.parametrize(
    ("day", "lithuanian", "english"),
    [
        (date(2026, 11, 24), "šiandien", "today"),
        (date(2026, 11, 25), "rytoj", "tomorrow"),
        (date(2026, 11, 23), "vakar", "yesterday"),
        (date(2026, 11, 26), "ketvirtadienį, lapkričio 26 d.", "on Thursday 26 November"),
        (date(2026, 11, 27), "penktadienį, lapkričio 27 d.", "on Friday 27 November"),
        (date(2026, 11, 28), "šeštadienį, lapkričio 28 d.", "on Saturday 28 November"),
        (date(2026, 11, 29), "sekmadienį, lapkričio 29 d.", "on Sunday 29 November"),
        (date(2026, 11, 30), "pirmadienį, lapkričio 30 d.", "on Monday 30 November"),
        (date(2026, 12, 1), "antradienį, gruodžio 1 d.", "on Tuesday 1 December"),
        (date(2026, 12, 2), "trečiadienį, gruodžio 2 d.", "on Wednesday 2 December"),
        (date(2027, 1, 4), "pirmadienį, sausio 4 d.", "on Monday 4 January"),
        (date(2027, 6, 1), "antradienį, 2027 m. birželio 1 d.", "on Tuesday 1 June 2027"),
    ],
)
def test_days_answer_when(day: date, lithuanian: str, english: str) -> None:
    assert (dates.on_day(day, TUESDAY, LT), dates.on_day(day, TUESDAY, EN)) == (lithuanian, english)


def test_months_stand_in_the_genitive() -> None:
    said = [dates.short(date(2026, month, 15), date(2026, 6, 1), LT) for month in range(1, 13)]
    assert " ".join(text.split()[0] for text in said) == (
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio"
    )


def test_headings_stand_in_the_nominative() -> None:
    assert dates.heading(date(2026, 11, 27), LT) == "Penktadienis, lapkričio 27 d."
    assert dates.heading(date(2026, 11, 27), EN) == "Friday 27 November"


@pytest.mark.parametrize(
    ("day", "at", "lithuanian", "english"),
    [
        (date(2026, 11, 27), time(10), "penktadienį, lapkričio 27 d., 10:00", "on Friday 27 November, 10:00"),
        (date(2026, 11, 25), time(9, 5), "rytoj 9:05", "tomorrow at 9:05"),
        (date(2026, 11, 25), None, "rytoj", "tomorrow"),
    ],
)
def test_times_follow_their_day(day: date, at: time | None, lithuanian: str, english: str) -> None:
    assert (dates.when(day, at, TUESDAY, LT), dates.when(day, at, TUESDAY, EN)) == (lithuanian, english)


def test_a_reminder_within_six_days_is_a_weekday_alone() -> None:
    assert dates.soon(date(2026, 11, 26), TUESDAY, LT) == "ketvirtadienį"
    assert dates.soon(date(2026, 11, 30), TUESDAY, LT) == "pirmadienį"
    assert dates.soon(date(2026, 12, 1), TUESDAY, LT) == "antradienį, gruodžio 1 d."
    assert dates.soon(date(2026, 11, 20), TUESDAY, LT) == "penktadienį, lapkričio 20 d."


@pytest.mark.parametrize(
    ("minutes", "lithuanian", "english"),
    [
        (15, "15 min.", "15 min"),
        (60, "1 val.", "1 h"),
        (90, "1 val. 30 min.", "1 h 30 min"),
        (1500, "25 val.", "25 h"),
    ],
)
def test_lengths_of_time(minutes: int, lithuanian: str, english: str) -> None:
    said = [dates.duration(minutes, words).replace("\u00a0", " ") for words in (LT, EN)]
    assert said == [lithuanian, english]


@pytest.mark.parametrize(
    ("amount", "currency", "lithuanian", "english"),
    [
        ("12000", "EUR", "12 000 €", "€12,000"),
        ("12000.00", "EUR", "12 000 €", "€12,000"),
        ("4500.5", "EUR", "4 500,50 €", "€4,500.50"),
        ("0", "EUR", "0 €", "€0"),
        ("1E+12", "EUR", "1 000 000 000 000 €", "€1,000,000,000,000"),
        ("900", "USD", "900 USD", "US$900"),
        ("900", "PLN", "900 PLN", "PLN 900"),
        ("10000", "", "10 000", "10,000"),
    ],
)
def test_money(amount: str, currency: str, lithuanian: str, english: str) -> None:
    value = Sum(Decimal(amount), currency)
    assert money(value, LT) == lithuanian.replace(" ", "\u00a0")
    assert money(value, EN) == english.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("amount", "lithuanian", "english"),
    [
        ("12000.60", "12 001 €", "€12,001"),
        ("12000", "12 000 €", "€12,000"),
        ("0.49", "0 €", "€0"),
        ("1000000000000.51", "1 000 000 000 001 €", "€1,000,000,000,001"),
    ],
)
def test_totals_and_estimates_have_no_cents(amount: str, lithuanian: str, english: str) -> None:
    value = Sum(Decimal(amount), "EUR")
    assert total(value, LT) == lithuanian.replace(" ", "\u00a0")
    assert total(value, EN) == english.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("low", "high", "currency", "lithuanian", "english"),
    [
        ("14000", "23500", "EUR", "14 000–23 500 €", "€14,000–€23,500"),
        ("0", "900.5", "PLN", "0–900 PLN", "PLN 0–PLN 900"),
        ("5", "5", "", "5–5", "5–5"),
    ],
)
def test_a_range_of_money(low: str, high: str, currency: str, lithuanian: str, english: str) -> None:
    ends = Sum(Decimal(low), currency), Sum(Decimal(high), currency)
    assert money_range(*ends, LT) == lithuanian.replace(" ", "\u00a0")
    assert money_range(*ends, EN) == english.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("stored", "full", "short", "english"),
    [
        ("UAB Statyba", "UAB „Statyba“", "„Statyba“", "Statyba"),
        ("Statyba, UAB", "UAB „Statyba“", "„Statyba“", "Statyba"),
        ('UAB "Statyba"', "UAB „Statyba“", "„Statyba“", "Statyba"),
        ("UAB „Statyba“", "UAB „Statyba“", "„Statyba“", "Statyba"),
        ("uab Statyba", "UAB „Statyba“", "„Statyba“", "Statyba"),
        ("VšĮ Žinių kalvelė", "VšĮ „Žinių kalvelė“", "„Žinių kalvelė“", "Žinių kalvelė"),
        ("Statyba", "„Statyba“", "„Statyba“", "Statyba"),
        ("Northfell Ltd", "Northfell Ltd", "Northfell Ltd", "Northfell Ltd"),
        ("SIA Rītkalni", "SIA Rītkalni", "SIA Rītkalni", "SIA Rītkalni"),
        ("OÜ Põhjakivi", "OÜ Põhjakivi", "OÜ Põhjakivi", "OÜ Põhjakivi"),
        ("Kauno miesto savivaldybė", *["Kauno miesto savivaldybė"] * 3),
        ("Kauno „Ąžuolo“ gimnazija", *["Kauno „Ąžuolo“ gimnazija"] * 3),
        ("UAB", "„UAB“", "„UAB“", "UAB"),
    ],
)
def test_companies_are_quoted_as_lithuanians_do(stored: str, full: str, short: str, english: str) -> None:
    assert (full_name(stored, LT), short_name(stored, LT)) == (full, short)
    assert short_name(stored, EN) == english
