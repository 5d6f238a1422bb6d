"""Measures forecasts of teams that never were: `python -m tests.core.insights.measure SEED SEEDS [KIND …]`.

For each kind and horizon: the error (WAPE), beside the sketch's, the bias, and how often the 80 % range held;
then the Brier score of winning at last beside that of the plain share of deals won that were in the stage,
and how often the contract came before and after the range of its date.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from random import Random

from core.history import DAY, UNITS, DealRow
from core.insights.chances import Chances
from core.insights.closing import closings
from core.insights.spread import interval
from tests.core.insights.funnels import (
    BEGIN,
    PROCESSES,
    WON,
    Course,
    came,
    known,
    learnt,
    loans,
    on_day,
    projects,
    shop,
    sketch,
)
from tests.core.insights.selling import KINDS, sell

HORIZONS = (14, 30, 56, 91)

Days = tuple[int, int, int]
"""The first day on which is forecast, the one before which it ends, and the step."""


def of_habits(name: str, days: int, random: Random) -> list[Course]:
    return sell(KINDS[name], random, days)


def drawn(team: Callable[..., list[Course]], rate: float, days: int, random: Random) -> list[Course]:
    return team(random, days, rate)


ITS_DAYS = {
    "loan applications": (168, 420, 42),
    "long and few": (420, 714, 42),
    "brought along": (91, 203, 14),
    "thin": (238, 308, 14),
    "regular": (140, 280, 28),
    "big loans": (140, 280, 28),
}
USUAL_DAYS = (280, 560, 35)

TEAMS: dict[str, tuple[Callable[[int, Random], list[Course]], Days]] = {
    "few projects": (partial(drawn, projects, 0.35), (300, 440, 28)),
    "projects": (partial(drawn, projects, 1.0), (280, 420, 28)),
    "small shop": (partial(drawn, shop, 0.8), (84, 182, 14)),
    "shop": (partial(drawn, shop, 3), (120, 204, 14)),
    "loans": (partial(drawn, loans, 4), (120, 204, 14)),
    "three months": (partial(of_habits, "stale"), (91, 126, 7)),
    **{name: (partial(of_habits, name), ITS_DAYS.get(name, USUAL_DAYS)) for name in KINDS},
}


@dataclass
class Account:
    """What forecasts of one horizon missed by, all told."""

    missed: float = 0.0
    sketch_missed: float = 0.0
    over: float = 0.0
    came: float = 0.0
    held: int = 0
    days: int = 0

    def __str__(self) -> str:
        brought = self.came or 1.0
        ratio = self.missed / (self.sketch_missed or 1.0)
        held = self.held / self.days
        return f"{self.missed / brought:5.2f} {ratio:5.2f} {self.over / brought:+5.2f} {held:4.0%}"


@dataclass
class Kept:
    """The accounts of a kind of team by horizon, and of its deals' closings."""

    horizons: dict[int, Account] = field(default_factory=lambda: {each: Account() for each in HORIZONS})
    closing: Counter[str] = field(default_factory=Counter)
    squares: float = 0.0
    plain: float = 0.0

    def look(self, courses: list[Course], day: int) -> None:
        rows = known(courses, day)
        chances, now = learnt(rows, day), BEGIN + day * DAY
        opened = [row for row in rows if row.stage_id < WON]
        for horizon, account in self.horizons.items():
            ours = [
                ((row.units or 0) / UNITS, chances.between(row, now, now, now + horizon * DAY))
                for row in opened
            ]
            said = sum(worth * chance for worth, chance in ours)
            low, high = interval([(round(w), c) for w, c in ours], chances.effect(horizon))
            truth = came(rows, courses, day, horizon)
            account.missed += abs(said - truth)
            account.sketch_missed += abs(sketch(rows, day, horizon) - truth)
            account.over += said - truth
            account.came += truth
            account.held += min(low, said) - 1 <= truth <= max(high, said) + 1
            account.days += 1
        self._close(rows, opened, courses, chances, now)

    def _close(
        self, rows: list[DealRow], opened: list[DealRow], courses: list[Course], chances: Chances, now: float
    ) -> None:
        passed: Counter[int] = Counter()
        won: Counter[int] = Counter()
        for row in rows:
            if row.stage_id >= WON:
                stages = {move.stage_id for move in row.moves}
                passed.update(stages)
                won.update(stages if row.stage_id == WON else ())
        for each in closings(opened, now, on_day(now), chances, PROCESSES):
            wins = [at for stage, at in courses[each.deal.id - 1].moves if stage == WON]
            stage = each.deal.stage_id
            self.closing["deals"] += 1
            self.squares += (each.chance - bool(wins)) ** 2
            self.plain += ((won[stage] + 1) / (passed[stage] + 2) - bool(wins)) ** 2
            if wins and each.p10 and each.p90:
                contract_on = on_day(BEGIN + wins[0] * DAY)
                self.closing["won"] += 1
                self.closing["before"] += contract_on < each.p10
                self.closing["after"] += contract_on > each.p90

    def __str__(self) -> str:
        deals, won = max(self.closing["deals"], 1), max(self.closing["won"], 1)
        return " | ".join(map(str, self.horizons.values())) + (
            f" | {self.squares / deals:.3f} {self.plain / deals:.3f}"
            f" {self.closing['before'] / won:4.0%} {self.closing['after'] / won:4.0%}"
        )


def measured(name: str, first_seed: int, seeds: int) -> Kept:
    team, (first, last, step) = TEAMS[name]
    kept = Kept()
    for seed in range(first_seed, first_seed + seeds):
        courses = team(last + 95, Random(f"{name}{seed}"))
        for day in range(first, last, step):
            kept.look(courses, day // 7 * 7)
    return kept


def lines(first_seed: int, seeds: int, names: list[str]) -> Iterator[str]:
    yield f"{'':20} " + " | ".join(f"{each:3} days: ratio bias held" for each in HORIZONS)
    for name in names or TEAMS:
        yield f"{name:20} {measured(name, first_seed, seeds)}"


if __name__ == "__main__":
    for line in lines(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
