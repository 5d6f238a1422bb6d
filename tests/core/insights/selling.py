"""More selling teams that never were: shapes that real funnels have, put together from a few habits."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.core.insights.funnels import LOST, WON, Course, working

ByDay = Callable[[float], float]
"""What a habit is on a day of the history, beside its usual 1."""


def always(_: float) -> float:
    return 1.0


@dataclass(frozen=True, slots=True)
class Habits:
    """How a team sells.

    `per_day`: new deals on an average day, on weekends `weekend` times as many. `days`, `onward`: mean days
    in each stage and the chance to leave it forward; `evenness`: the shape of the gamma that days are drawn
    from. `slow`: deviation of the logarithm of a deal's own pace. `back`, `reopened`, `forgotten`: how often.
    `patience`: days after which a deal that still is in the first half of its stages is given up; 0: never.
    `spread`: deviation of the logarithm of amounts. `busy`, `pace`, `luck`: by day, of new deals, of time,
    and of the chance to go on. `batch`: how many closings wait for the end of their quarter. `at_once`: so
    many deals stand in their stages when the history begins.
    """

    per_day: float
    days: tuple[float, ...] = (8, 14, 20, 12)
    onward: tuple[float, ...] = (0.6, 0.7, 0.75, 0.8)
    evenness: float = 1.3
    weekend: float = 0.0
    slow: float = 0.4
    back: float = 0.05
    reopened: float = 0.03
    forgotten: float = 0.03
    patience: float = 0.0
    spread: float = 0.8
    busy: ByDay = always
    pace: ByDay = always
    luck: ByDay = always
    batch: float = 0.0
    at_once: int = 0


def sell(habits: Habits, random: Random, days: int) -> list[Course]:
    """The deals that come on the days of a history."""
    found = [
        _deal(habits, random, random.random(), random.randrange(len(habits.days)))
        for _ in range(habits.at_once)
    ]
    for day in range(days):
        rate = (
            habits.per_day
            * habits.busy(day)
            * (habits.weekend if day % 7 >= 5 else (7 - 2 * habits.weekend) / 5)
        )
        count = int(rate) + (random.random() < rate % 1) if rate < 1 else round(random.gauss(rate, rate**0.5))
        found += [_deal(habits, random, day + random.random(), 0) for _ in range(count)]
    return found


def _deal(habits: Habits, random: Random, at: float, stage: int) -> Course:
    moves = [(stage + 1, at)]
    begun, slow = at, random.lognormvariate(0, habits.slow)
    size = random.lognormvariate(8, habits.spread)
    while True:
        if random.random() < habits.forgotten:
            return Course(tuple(moves), size)
        mean = habits.days[stage] * slow / habits.evenness
        at = working(at + random.gammavariate(habits.evenness, mean) / habits.pace(at))
        if habits.patience and stage < len(habits.days) / 2 and at > begun + habits.patience:
            moves.append((LOST, max(begun + habits.patience, moves[-1][1])))
            return Course(tuple(moves), size)
        forward = random.random() < min(habits.onward[stage] * habits.luck(at), 0.97)
        if not forward:
            moves.append((LOST, at))
            if random.random() > habits.reopened:
                return Course(tuple(moves), size)
            at += random.uniform(5, 60)
        elif stage + 1 < len(habits.days):
            stage += 1
        else:
            if random.random() < habits.batch:
                at = max(at, at - at % 91 + 91 - random.uniform(0.5, 10))
            moves.append((WON, at))
            return Course(tuple(moves), size)
        if forward and stage and random.random() < habits.back:
            moves.append((stage + 1, at))
            at, stage = working(at + random.expovariate(0.2)), stage - 1
        moves.append((stage + 1, at))


def growing(day: float) -> float:
    """To threefold in a year."""
    return float(3.0 ** (day / 365))


def shrinking(day: float) -> float:
    return float(3.0 ** (-day / 365))


def holidays(day: float) -> float:
    """July and August, and the end of December; the history begins in January."""
    day %= 365
    return 0.35 if 180 <= day < 240 or day >= 352 else 1.0


KINDS: dict[str, Habits] = {
    "loan applications": Habits(
        25, (1, 6, 9, 4), (0.8, 0.75, 0.85, 0.85), 1.5, 0.25, 0.3, 0.2, 0, 0, 30, 0.7, holidays
    ),
    "long and few": Habits(0.35, (30, 45, 60, 35), (0.6, 0.7, 0.75, 0.8), 2, spread=1.5),
    "growing": Habits(0.6, busy=growing),
    "shrinking": Habits(3.0, busy=shrinking),
    "holidays": Habits(2.0, busy=holidays, pace=holidays),
    "quarter ends": Habits(1.5, batch=0.7),
    "stale": Habits(1.5, forgotten=0.15),
    "to and fro": Habits(1.5, back=0.25, reopened=0.3),
    "brought along": Habits(1.0, at_once=200),
    "thin": Habits(0.4, (4, 7, 8), (0.6, 0.7, 0.75)),
    "worse and slower": Habits(
        1.5, pace=lambda day: 1 - min(day, 500) / 1000, luck=lambda day: 1.15 - min(day, 500) / 1250
    ),
    "better and faster": Habits(
        1.5, pace=lambda day: 0.7 + min(day, 500) / 700, luck=lambda day: 0.75 + min(day, 500) / 1250
    ),
    "regular": Habits(
        1.0, (5, 9, 10), (0.8, 0.8, 0.85), 30, slow=0.1, back=0, reopened=0, forgotten=0, spread=0.4
    ),
    "big loans": Habits(4, (2, 8, 10, 5), (0.85, 0.7, 0.85, 0.85), 1.5, 0.2, 0.3, 0.2, 0, 0.01, 30, 1.4),
    "good and bad months": Habits(
        1.5,
        luck=lambda day: (1.12, 0.85, 1.0, 1.15, 0.8)[int(day // 37) % 5],
        pace=lambda day: (1.3, 0.7, 1.0)[int(day // 45) % 3],
    ),
}
