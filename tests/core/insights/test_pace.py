"""What past windows tell: nothing not known then, how fast a team is now, and how much periods differ."""

from random import Random

import pytest

from core.history import DAY
from core.insights.past_windows import LENGTHS, Window, past_windows
from core.insights.periods_differ import USUAL, paces
from core.insights.rhythm import Rhythm
from tests.core.insights.funnels import BEGIN, LOST, PROCESSES, WON, Course, known, learnt


def course(day: int, is_won: bool) -> Course:
    """A deal that is over after three weeks."""
    return Course(((1, day + 0.1), (3, day + 10), (WON if is_won else LOST, day + 20.5)), 100)


def windows(courses: list[Course], day: int) -> list[list[Window]]:
    rows = known(courses, day)
    return past_windows(
        rows, PROCESSES, BEGIN + day * DAY, Rhythm(), {row.id: row.created_at for row in rows}
    )


def steady(weeks: int) -> list[Window]:
    random = Random(7)
    return [Window(100.0, random.gauss(100, 10), 100.0) for _ in range(weeks)]


def test_what_is_expected_of_a_window_uses_nothing_that_came_after_it() -> None:
    good = [course(day, day % 2 == 0) for day in range(210)]
    soured = [course(day, day % 2 == 0 and day < 160) for day in range(210)]
    for of_good, of_soured in zip(windows(good, 210), windows(soured, 210), strict=True):
        assert [each.expected for each in of_good[:12]] == [each.expected for each in of_soured[:12]]
    assert sum(each.brought for each in windows(soured, 210)[0][-3:]) == 0


def test_windows_of_a_steady_team_bring_what_is_expected() -> None:
    for found in windows([course(day, day % 2 == 0) for day in range(300)], 300):
        latest = found[-8:]
        ratio = sum(each.brought for each in latest) / sum(each.expected for each in latest)
        assert ratio == pytest.approx(1, abs=0.15)


def test_without_windows_periods_differ_as_they_usually_do() -> None:
    for pace in paces([[] for _ in LENGTHS], 1_000_000):
        assert pace.factor == 1
        assert USUAL < pace.differs < 1.3 * USUAL


def test_a_team_that_wins_less_and_less_is_expected_to_win_less() -> None:
    falling = [Window(100.0, 100.0 - 2 * number, 50.0) for number in range(25)]
    for slower, even in zip(
        paces([falling for _ in LENGTHS], 500), paces([steady(25) for _ in LENGTHS], 500), strict=True
    ):
        assert slower.factor < 0.93
        assert even.factor == pytest.approx(1, abs=0.05)


def test_the_more_periods_differed_the_wider_the_range() -> None:
    random = Random(3)
    wild = [Window(100.0, 100.0 * random.choice((0.4, 1.6)), 100.0) for _ in range(40)]
    calm, stormy = paces([steady(40)] * 4, 500)[0], paces([wild] * 4, 500)[0]
    assert calm.differs < USUAL < 0.35 < stormy.differs


def test_between_two_lengths_lies_what_is_between_them_and_no_chance_ever_falls() -> None:
    rows = known([course(day, day % 3 != 0) for day in range(200)], 200)
    chances = learnt(rows, 200)
    of = dict(zip(LENGTHS, (pace.differs for pace in chances.paces), strict=True))
    assert chances.effect(21) == pytest.approx((of[14] + of[28]) / 2)
    assert chances.effect(3) == of[14]
    assert chances.effect(400) == of[91]
    now = BEGIN + 200 * DAY
    deal = next(row for row in rows if row.stage_id < WON)
    told = [chances.between(deal, now, now, now + days * DAY) for days in range(1, 200, 3)]
    assert told == sorted(told)
    assert told[-1] < 1
