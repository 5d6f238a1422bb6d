"""Selling teams that never were, each with its rhythm, and a sketch of a forecast to be better than."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from core.history import DAY, UNITS, DealRow, Move, StageRow
from core.insights.chances import Chances, entered, fit
from core.insights.process import Processes, visits
from core.terms import Category, StageMeaning

BEGIN = 18_631 * DAY
"""A Monday."""

CHANCES = (10, 25, 50, 75, 100, 0)
PROCESSES = Processes(
    tuple(
        StageRow(number, 1, "Sales", meaning.value, number, meaning, chance, Category.PIPELINE, 14)
        for number, (meaning, chance) in enumerate(zip(StageMeaning, CHANCES, strict=True), start=1)
    )
)
WON, LOST = 5, 6


@dataclass(frozen=True, slots=True)
class Course:
    """The whole course of a deal: moves as (stage, day), and its amount."""

    moves: tuple[tuple[int, float], ...]
    amount: float


def working(day: float) -> float:
    """The moment, or the Monday after when it falls on a weekend."""
    weekday = int(day) % 7
    return day + (7 - weekday if weekday >= 5 else 0)


def projects(random: Random, days: int, rate: float, pace: float = 0.6) -> list[Course]:
    """Four stages, one skipped or gone back to now and then; deals that nobody closes; large and small."""
    found = []
    for day in range(days):
        if day % 7 >= 5 or random.random() > rate:
            continue
        at, stage, slow = day + random.random(), 1, random.lognormvariate(0, 0.5) * pace
        moves = [(1, at)]
        while stage < WON:
            if random.random() < 0.07:  # forgotten, and tidied away much later or never
                if random.random() < 0.5:
                    moves.append((LOST, at + random.uniform(100, 400)))
                break
            at = working(at + random.gammavariate(1.3, (8, 14, 20, 12)[stage - 1] / 1.3) * slow)
            if random.random() > 0.75:
                moves.append((LOST, at))
                if random.random() < 0.05:
                    at += random.uniform(10, 60)
                    moves.append((stage, at))
                    continue
                break
            stage += 2 if stage < 3 and random.random() < 0.15 else 1
            moves.append((stage, at))
            if stage == 3 and random.random() < 0.1:
                at += random.expovariate(0.2)
                stage = 2
                moves.append((stage, at))
        found.append(Course(tuple(moves), random.lognormvariate(8, 0.8)))
    return found


def shop(random: Random, days: int, rate: float) -> list[Course]:
    """Two stages and quick; some wait for the month's end; the rest is lost by silence."""
    found = []
    for day in range(days):
        for _ in range(round(rate * random.random() * 2 * (0.4 if day % 7 >= 5 else 1.2))):
            at = day + random.random()
            moves = [(1, at)]
            at += random.expovariate(0.25)
            if random.random() < 0.45:
                moves.append((LOST, at + random.expovariate(0.05)))
            else:
                moves.append((2, at))
                at += random.gammavariate(2, 6)
                if at % 30.4 < 22 and random.random() < 0.4:
                    at += 26 - at % 30.4
                moves.append((WON if random.random() < 0.62 else LOST, at))
            found.append(Course(tuple(moves), random.lognormvariate(6, 0.6)))
    return found


def loans(random: Random, days: int, rate: float) -> list[Course]:
    """To and fro between checking and asking for papers, and a timer that ends what the customer leaves."""
    found = []
    for day in range(days):
        for _ in range(round(rate * random.random() * 2 * (0.3 if day % 7 >= 5 else 1.2))):
            at = begun = day + random.random()
            moves = [(1, at)]
            found.append(Course((), random.lognormvariate(9, 0.8)))
            at = working(at + random.gammavariate(0.7, 1.5))
            moves.append((2, at))
            if random.random() < 0.35:
                moves.append((LOST, max(begun + 30 + random.random(), at)))
            else:
                at = working(at + random.gammavariate(1.5, 5))
                moves.append((3, at))
                _check(random, moves, at)
            found[-1] = Course(tuple(moves), found[-1].amount)
    return found


def _check(random: Random, moves: list[tuple[int, float]], at: float) -> None:
    papers = 0.42
    while True:
        at = working(at + random.gammavariate(2, 1.3))
        if random.random() > papers:
            moves.append((WON if random.random() < 0.55 + 0.3 * (papers < 0.4) else LOST, at))
            return
        moves.append((4, at))
        at = working(at + random.gammavariate(1.2, 4))
        moves.append((3, at))
        papers *= 0.6


def known(courses: Iterable[Course], day: float) -> list[DealRow]:
    """The deals as they were known at the beginning of a day."""
    rows = []
    for number, course in enumerate(courses, start=1):
        moves = tuple(Move(stage, BEGIN + at * DAY) for stage, at in course.moves if at < day)
        if moves:
            last = moves[-1]
            closed = on_day(last.at) if last.stage_id >= WON else None
            rows.append(
                DealRow(
                    *(number, str(number), 1, last.stage_id, on_day(moves[0].at), moves[0].at, moves),
                    units=int(course.amount * UNITS),
                    currency="EUR",
                    closed_on=closed,
                )
            )
    return rows


def learnt(rows: Sequence[DealRow], day: float) -> Chances:
    return fit(rows, PROCESSES, BEGIN + day * DAY, 0, {row.id: row.created_at for row in rows})


def came(rows: Iterable[DealRow], courses: Sequence[Course], day: float, horizon: int) -> float:
    """What the deals that are open then bring within the horizon."""
    return sum(
        courses[row.id - 1].amount
        for row in rows
        if row.stage_id < WON
        and any(s == WON and day <= at < day + horizon for s, at in courses[row.id - 1].moves)
    )


BINS = (0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 135, 200)


def sketch(rows: Sequence[DealRow], day: float, horizon: int) -> float:
    """The two-page forecast: of past deals seen so long in a stage, weekly, how many were won in time."""
    seen: Counter[tuple[int, int]] = Counter()
    won: Counter[tuple[int, int]] = Counter()
    for row in rows:
        won_at = row.moves[-1].at if row.stage_id == WON else None
        for stage_id, entered_at, left_at in visits(row, PROCESSES):
            for week in range(1, 53):
                then = BEGIN + (day - horizon - 7 * (week - 1)) * DAY
                if entered_at < then and (left_at is None or left_at >= then):
                    cells = [(stage_id, bisect_right(BINS, (then - entered_at) / DAY)), (stage_id, -1)]
                    seen.update(cells)
                    if won_at is not None and won_at < then + horizon * DAY:
                        won.update(cells)
    total = 0.0
    for row in rows:
        if row.stage_id < WON:
            age = (BEGIN + day * DAY - entered(row)) / DAY
            of_stage, cell = (row.stage_id, -1), (row.stage_id, bisect_right(BINS, age))
            usual = won[of_stage] / seen[of_stage] if seen[of_stage] else 0.0
            total += (row.units or 0) / UNITS * (won[cell] + 2 * usual) / (seen[cell] + 2)
    return total


def weighted(rows: Iterable[DealRow]) -> float:
    """Stage probability × amount, as other programs show it."""
    return sum(
        (row.units or 0) / UNITS * PROCESSES.probability(row) / 100 for row in rows if row.stage_id < WON
    )


def on_day(at: float) -> date:
    return date(1970, 1, 1) + timedelta(days=int(at // DAY))


Team = Callable[[Random], list[Course]]
