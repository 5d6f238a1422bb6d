"""How dates and times go together, what is weak, and what the clock times of the two languages mean."""

from datetime import date, datetime, time

import pytest

from core.reading.calendar import Direction, Relation, WhenExpr, combine, find_whens, resolve, without_clock
from core.reading.calendar.holidays import easter
from core.reading.tokens import tokenize
from core.reading.words import Line

NOW = datetime(2026, 11, 24, 10, 15)  # noqa: DTZ001 - reading works in local time


def whens(text: str) -> list[WhenExpr]:
    return find_whens(Line(tokenize(text)))


def test_day_and_time_said_apart_are_combined() -> None:
    evening, wednesday = whens("Evening call with Janis on Wednesday")
    both = combine(evening, wednesday)
    assert both is not None
    found = resolve(both, NOW, Direction.FUTURE)
    assert (found.on, found.at) == (date(2026, 11, 25), time(18))


@pytest.mark.parametrize("text", ["Monday with Tom, Tuesday with Ann", "at 9 with Tom, at 2 with Ann"])
def test_two_days_or_two_times_are_not_combined(text: str) -> None:
    first, second = whens(text)
    assert combine(first, second) is None


def test_length_after_a_day_leaves_the_day() -> None:
    (when,) = whens("vakar 2 val.")
    assert when.maybe_duration
    day = without_clock(when)
    assert day is not None
    assert resolve(day, NOW, Direction.PAST).at is None


@pytest.mark.parametrize("text", ["rytoj nuo 2 val.", "at 2 h", "rytoj 14:00", "rytoj iki 15 val."])
def test_clock_time_with_its_word_is_no_length(text: str) -> None:
    (when,) = whens(text)
    assert not when.maybe_duration


@pytest.mark.parametrize(
    "text",
    [
        "Skambinau Mindaugui iš Penktadienio",
        "demo Penktadieniui",
        "aplankiau Penktadienį",
        "Susitikau su Ieva iš Ryto",
        "Penktadienio savininkas sutiko",
        "Penktadienis užsakė",
        "buvau pas Kovą",
        "pasiūlymas Gruodžiui",
        "meeting with April",
        "April called",
    ],
)
def test_what_may_be_a_name_is_weak(text: str) -> None:
    assert all(when.weak for when in whens(text))


@pytest.mark.parametrize(
    "text",
    [
        "Penktadienį skambinsiu",
        "skambinsiu penktadienį",
        "iki penktadienio",
        "Rytoj ryte",
        "perkelta į penktadienį",
        "sprendimas kovą",
        "in April",
        "by Friday",
    ],
)
def test_what_must_be_a_time_is_not_weak(text: str) -> None:
    (when,) = whens(text)
    assert not when.weak


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("iki penktadienio", Relation.BY),
        ("by Friday", Relation.BY),
        ("prieš Kalėdas", Relation.BEFORE),
        ("po penktadienio", Relation.AFTER),
        ("nuo pirmadienio", Relation.FROM),
        ("apie 10 val.", Relation.ABOUT),
        ("penktadienį", None),
    ],
)
def test_word_before_is_kept(text: str, relation: Relation | None) -> None:
    assert [when.relation for when in whens(text)] == [relation]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("praeitą penktadienį", Direction.PAST),
        ("two days ago", Direction.PAST),
        ("vakar", Direction.PAST),
        ("rytoj", Direction.FUTURE),
        ("kitą savaitę", Direction.FUTURE),
        ("in a week", Direction.FUTURE),
        ("penktadienį", None),
        ("šį penktadienį", None),
    ],
)
def test_words_tell_their_direction(text: str, direction: Direction | None) -> None:
    assert [when.direction for when in whens(text)] == [direction]


def test_span_is_in_the_original_text() -> None:
    text = "Ąžuolui 👍 skambinti rytoj,  apie 10 val., dėl kainos"
    (when,) = whens(text)
    assert text[slice(*when.span)] == "rytoj,  apie 10 val."


def test_end_of_a_span_is_kept() -> None:
    (when,) = whens("nuo gruodžio 5 d. iki 9 d.")
    assert resolve(when, NOW, Direction.FUTURE).until == date(2026, 12, 9)


@pytest.mark.parametrize(
    ("year", "day"),
    [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25)), (2285, (3, 22))],
)
def test_easter_is_on(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_every_day_of_years_resolves_everything() -> None:
    phrases = [
        "mėnesio gale",
        "iki Kalėdų",
        "po Naujųjų",
        "kitą mėnesį",
        "Q2",
        "vasario 29 d.",
        "31 d.",
        "po mėnesio",
    ]
    found = [when for phrase in phrases for when in whens(phrase)]
    for ordinal in range(date(2027, 12, 1).toordinal(), date(2029, 4, 1).toordinal()):
        now = datetime.combine(date.fromordinal(ordinal), time(12))
        for when in found:
            ahead, back = resolve(when, now, Direction.FUTURE).on, resolve(when, now, Direction.PAST).on
            assert ahead is not None
            assert ahead >= now.date()
            assert back is not None
            assert when.direction is Direction.FUTURE or back <= now.date()
