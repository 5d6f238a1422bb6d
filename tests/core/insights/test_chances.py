"""The chance of winning: better than the sketch week after week, honest in its range, not fooled by age."""

from collections import defaultdict
from functools import partial
from random import Random

import pytest

from core.history import DAY, UNITS
from core.insights.spread import interval, quick_interval
from tests.core.insights.funnels import (
    BEGIN,
    WON,
    Course,
    Team,
    came,
    known,
    learnt,
    loans,
    projects,
    shop,
    sketch,
    weighted,
)

HORIZONS = (14, 30)

TEAMS: dict[str, tuple[Team, int, int, int]] = {
    "few projects": (partial(projects, days=460, rate=0.35), 300, 430, 14),
    "projects": (partial(projects, days=420, rate=1.0), 280, 390, 14),
    "small shop": (partial(shop, days=200, rate=0.8), 80, 170, 14),
    "shop": (partial(shop, days=230, rate=3), 120, 200, 14),
    "loans": (partial(loans, days=230, rate=4), 120, 200, 14),
}
"""How a team sells, and from which day to which, in which steps, its forecast is tried."""


@pytest.fixture(scope="module")
def trials() -> dict[tuple[str, int], dict[str, list[tuple[float, float, bool]]]]:
    """By team and horizon, for each method: what was said, what came, whether it was within the range."""
    found: dict[tuple[str, int], dict[str, list[tuple[float, float, bool]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for name, (team, first, last, step) in TEAMS.items():
        for seed in range(3):
            courses = team(Random(seed))
            for day in range(first, last, step):
                rows = known(courses, day)
                chances, now = learnt(rows, day), BEGIN + day * DAY
                for horizon in HORIZONS:
                    truth = came(rows, courses, day, horizon)
                    open_deals = [
                        ((row.units or 0) // UNITS, chances.between(row, now, now, now + horizon * DAY))
                        for row in rows
                        if row.stage_id < WON
                    ]
                    low, high = interval(open_deals, chances.effect(horizon))
                    ours = sum(worth * chance for worth, chance in open_deals)
                    of_team = found[name, horizon]
                    of_team["ours"].append((ours, truth, low <= truth <= high))
                    of_team["sketch"].append((sketch(rows, day, horizon), truth, False))
                    of_team["weighted"].append((weighted(rows), truth, False))
    return found


def wape(trials: list[tuple[float, float, bool]]) -> float:
    return sum(abs(said - truth) for said, truth, _ in trials) / sum(truth for _, truth, _ in trials)


def test_it_is_better_than_counting_outcomes_by_stage_and_age(
    trials: dict[tuple[str, int], dict[str, list[tuple[float, float, bool]]]],
) -> None:
    ours = {key: wape(methods["ours"]) for key, methods in trials.items()}
    theirs = {key: wape(methods["sketch"]) for key, methods in trials.items()}
    plain = {key: wape(methods["weighted"]) for key, methods in trials.items()}
    for key, error in ours.items():
        assert error < theirs[key] * 1.05, (key, error, theirs[key])
    assert sum(ours.values()) < 0.92 * sum(theirs.values())
    assert sum(ours.values()) < 0.5 * sum(plain.values())


def test_four_periods_of_five_end_within_the_range(
    trials: dict[tuple[str, int], dict[str, list[tuple[float, float, bool]]]],
) -> None:
    many = ("projects", "shop", "loans")  # of few deals each range is in steps, so that it holds more
    for horizon in HORIZONS:
        within = [hit for name in many for *_, hit in trials[name, horizon]["ours"]]
        assert 0.72 <= sum(within) / len(within) <= 0.90


def test_a_deal_older_than_any_that_was_won_has_hardly_a_chance() -> None:
    courses = [Course(((1, n), (3, n + 5), (WON if n % 2 else 6, n + 15)), 100) for n in range(100)]
    forgotten = [Course(((1, n), (3, n + 5)), 100) for n in range(0, 100, 10)]
    rows = known(courses + forgotten, 250)
    chances, now = learnt(rows, 250), BEGIN + 250 * DAY
    fresh = known([Course(((1, 240), (3, 248)), 100)], 250)[0]
    old = rows[-1]
    assert chances.between(old, now, now, now + 30 * DAY) < 0.05
    assert 0.35 < chances.between(fresh, now, now, now + 30 * DAY) < 0.65


def test_a_stage_that_nobody_left_yet_leans_on_its_configured_probability() -> None:
    courses = [Course(((1, n), (WON if n % 3 else 6, n + 10)), 100) for n in range(60)]
    rows = known([*courses, Course(((1, 60), (4, 69)), 100), Course(((1, 69),), 100)], 70)
    chances, now = learnt(rows, 70), BEGIN + 70 * DAY
    late, early = rows[-2], rows[-1]
    assert chances.curve(late, now) is not None
    assert chances.between(late, now, now, now + 5 * DAY) > chances.between(early, now, now, now + 5 * DAY)


def test_both_ways_of_drawing_agree() -> None:
    random = Random(5)
    deals = [(random.randint(1_000, 90_000), random.random() ** 2) for _ in range(90)]
    low, high = interval(deals, 0.2)
    quick_low, quick_high = quick_interval(deals, 0.2)
    width = high - low
    assert abs(low - quick_low) < width * 0.12
    assert abs(high - quick_high) < width * 0.12
    assert interval([], 0.2) == (0.0, 0.0)
    assert interval(deals, 0.2) == (low, high)


def test_very_many_deals_are_drawn_as_if_each_by_itself() -> None:
    deals = [(1_000 + number, 0.1 + 0.6 * (number % 2)) for number in range(2_000)]
    low, high = interval(deals, 0.0001)
    mean = sum(worth * chance for worth, chance in deals)
    deviation = sum(worth**2 * chance * (1 - chance) for worth, chance in deals) ** 0.5
    assert low == pytest.approx(mean - 1.2816 * deviation, rel=0.01)
    assert high == pytest.approx(mean + 1.2816 * deviation, rel=0.01)
