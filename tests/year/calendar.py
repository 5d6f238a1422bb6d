"""What is due when, reckoned apart from the bot: the rules, a member and a moment at a time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from core.local_time import instant_of
from core.terms import Role
from core.working_days import free_day
from tests.year.team import SETTINGS, Person

Key = tuple[str, int, str]
"""What was due: the kind of notice, the member (of a reminder the step), and the day or period."""

MORNING, EVENING, FRIDAY_AT = time(8), time(17, 30), time(15)


@dataclass
class Diary:
    """What was due so far, and what the next ones depend on: what was told, what waits, what was done."""

    due: dict[Key, datetime] = field(default_factory=dict)
    told_on: dict[int, date] = field(default_factory=dict)
    """By member: the day of the last agenda."""

    waits: set[int] = field(default_factory=set)
    """Members for whom something is held."""

    done: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))
    """By member: the days of ticked steps."""

    def note(self, people: Sequence[Person], at: datetime) -> None:
        """Notes all that is due at the instant."""
        for person in people:
            local = at.astimezone(person.zone)
            day, clock = local.date(), local.time()
            for step in person.steps:
                if step.remind_at == at and step.is_open(at):
                    self.due["reminder", step.id, ""] = at
            if is_working(day):
                self._routines(person, day, clock, at)

    def _routines(self, person: Person, day: date, clock: time, at: datetime) -> None:
        if clock == MORNING and person.role is Role.MANAGER:
            self._digests(person, day, at)
        if clock == MORNING and (self._has_work(person, day, at) or person.id in self.waits):
            self._summary("agenda", person, day, at)
            self.told_on[person.id] = day
        is_evening = clock == EVENING and person.has_evening
        if is_evening and (self._has_evening(person, day, at) or person.id in self.waits):
            self._summary("evening", person, day, at)
        if clock == FRIDAY_AT and person.role is Role.REP and day == _last_of_week(day):
            self.due["week", person.id, str(_monday(day))] = at

    def _summary(self, kind: str, person: Person, day: date, at: datetime) -> None:
        self.due[kind, person.id, str(day)] = at
        self.waits.discard(person.id)

    def _has_work(self, person: Person, day: date, at: datetime) -> bool:
        """Whether anything open is new since the last agenda; what was due on its day comes back once."""
        first = self.told_on.get(person.id, date.min)
        return any(first <= step.on <= day and step.is_open(at) for step in person.steps)

    def _has_evening(self, person: Person, day: date, at: datetime) -> bool:
        ahead = day + timedelta(days=1)
        while not is_working(ahead):
            ahead += timedelta(days=1)
        open_on = {step.on for step in person.steps if step.is_open(at)}
        return day in self.done[person.id] or bool(open_on & {day, ahead})

    def _digests(self, person: Person, day: date, at: datetime) -> None:
        if day == _first_working(_monday(day)):
            self.due["digest", person.id, f"w{_monday(day) - timedelta(days=7)}"] = at
        if day == _first_working(day.replace(day=1)):
            ended = (day.replace(day=1) - timedelta(days=1)).replace(day=1)
            length = "q" if ended.month % 3 == 0 else "m"
            start = ended.replace(month=ended.month - 2) if length == "q" else ended
            self.due["digest", person.id, f"{length}{start}"] = at


def moments(people: Sequence[Person], days: Sequence[date]) -> list[datetime]:
    """All instants at which something may be due on these days, in order."""
    found = {step.remind_at for person in people for step in person.steps}
    for zone in {person.zone for person in people}:
        for day in filter(is_working, days):
            clocks = [MORNING, EVENING, *([FRIDAY_AT] if day == _last_of_week(day) else [])]
            found |= {instant_of(day, clock, zone).astimezone(UTC) for clock in clocks}
    return sorted(found)


def is_working(day: date) -> bool:
    return free_day(day, SETTINGS.country) is None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _first_working(day: date) -> date:
    return next(each for each in _from(day, 1) if is_working(each))


def _last_of_week(day: date) -> date:
    return next(each for each in _from(_monday(day) + timedelta(days=4), -1) if is_working(each))


def _from(day: date, step: int) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(days=step)
