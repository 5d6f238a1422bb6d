"""What becomes of a deal: how far it gets, how it ends, and the days on which it is touched until then."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from bot.demo.year.calendar import Calendar
from bot.demo.year.cast import Cast, Seller
from bot.demo.year.market import Customer, LeadSource, Rhythm
from core.terms import ContactKind, StageMeaning

HOW_FAR = (3, 3, 4, 3)
"""Weights of the stages in which deals are lost."""

PER_STAGE = {
    StageMeaning.LEAD: (ContactKind.CALL, ContactKind.CALL, ContactKind.EMAIL, ContactKind.MESSAGE),
    StageMeaning.QUALIFIED: (ContactKind.CALL, ContactKind.VISIT, ContactKind.MEETING, ContactKind.DEMO),
    StageMeaning.PROPOSAL: (ContactKind.CALL, ContactKind.CALL, ContactKind.EMAIL, ContactKind.MEETING),
    StageMeaning.NEGOTIATION: (ContactKind.CALL, ContactKind.MEETING, ContactKind.EMAIL),
}
ENTRY = {
    StageMeaning.QUALIFIED: (ContactKind.CALL, ContactKind.VISIT, ContactKind.MEETING),
    StageMeaning.PROPOSAL: (ContactKind.PROPOSAL,),
    StageMeaning.NEGOTIATION: (ContactKind.MEETING, ContactKind.CALL),
    StageMeaning.WON: (ContactKind.CALL, ContactKind.EMAIL, ContactKind.MEETING),
    StageMeaning.LOST: (ContactKind.CALL, ContactKind.CALL, ContactKind.EMAIL),
}


class End(Enum):
    """How a deal ends; one that fades is never closed, or only when somebody tidies up."""

    WON = auto()
    LOST = auto()
    FADES = auto()
    STAYS = auto()


@dataclass(frozen=True, slots=True)
class Lead:
    """An interest of a customer, from its first day. `stages`: meanings of the pipeline's open stages."""

    key: int
    seller: int
    lane: int
    rhythm: Rhythm
    stages: Sequence[StageMeaning]
    customer: Customer
    source: LeadSource
    day: date
    title: str
    product: int
    money: int


@dataclass(frozen=True, slots=True)
class Fate:
    end: End
    furthest: int
    is_big: bool = False


@dataclass(frozen=True, slots=True)
class Touch:
    """A contact of the deal's: planned for `due_on`, took place `on`, told on `told_on`.

    `enters`: the stage that the deal comes to with it; `back`: it falls back to it instead.
    """

    due_on: date
    on: date
    told_on: date
    kind: ContactKind
    enters: StageMeaning | None = None
    back: bool = False
    no_answer: bool = False


def fate(lead: Lead, seller: Seller, dice: random.Random) -> Fate:
    """How the deal will end, by the seller's skill and the source's luck."""
    is_big = dice.random() < lead.rhythm.big
    wins = lead.rhythm.wins * seller.skill * lead.source.luck * (0.8 if is_big else 1.0)
    fades = 0.03 + 0.08 * (1 - seller.tidy)
    roll, last = dice.random(), len(lead.stages) - 1
    if roll < wins:
        return Fate(End.WON, last, is_big)
    furthest = dice.choices(range(last + 1), weights=HOW_FAR[: last + 1])[0]
    return Fate(End.FADES if roll < wins + fades else End.LOST, furthest, is_big)


@dataclass(frozen=True, slots=True)
class Itinerary:
    """Lays the touches of a deal on days that the holder works, with their slips and late reports."""

    calendar: Calendar
    cast: Cast
    lead: Lead
    dice: random.Random

    def touches(self, fate: Fate) -> Iterator[Touch]:
        """All touches in order, a later one never before the day on which the earlier was told."""
        after = self.lead.day
        for wanted in self._wanted(fate):
            placed = self._placed(wanted, after)
            if placed.kind is ContactKind.CALL and self.dice.random() < 0.12:
                yield replace(placed, no_answer=True, enters=None, back=False, told_on=placed.on)
                placed = self._placed(replace(wanted, due_on=placed.on + timedelta(days=2)), placed.on)
            yield placed
            after = placed.told_on

    def _wanted(self, fate: Fate) -> Iterator[Touch]:
        """Touches by their wanted distance: `due_on` here counts from the day of the lead."""
        lead, last = self.lead, fate.furthest
        day = lead.day
        yield self._touch(day, self.dice.choice(PER_STAGE[StageMeaning.LEAD]))
        for index in range(last + 1):
            for number, step in enumerate(steps := self._steps(index, fate)):
                day += timedelta(days=step)
                if number < len(steps) - 1 or (index == last and fate.end in (End.FADES, End.STAYS)):
                    yield self._touch(day, self.dice.choice(PER_STAGE[lead.stages[index]]))
            if index < last and not (index == 0 and last > 1 and self.dice.random() < 0.12):
                yield from self._entering(index + 1, day)
                if index + 1 == last and self.dice.random() < 0.1:
                    day += timedelta(days=25)
                    yield from self._falling_back(index, day)
        ending = {End.WON: StageMeaning.WON, End.LOST: StageMeaning.LOST}.get(fate.end)
        if ending:
            yield self._touch(day, self.dice.choice(ENTRY[ending]), ending)

    def _steps(self, index: int, fate: Fate) -> list[int]:
        """Days between the touches in a stage."""
        pace = {End.WON: 1.0, End.LOST: 0.9}.get(fate.end, 1.1) * (1.6 if fate.is_big else 1.0)
        stay = self.dice.lognormvariate(math.log(self.lead.rhythm.days[index] * pace), 0.5)
        count = max(1, round(stay / self.lead.rhythm.between))
        return [max(1, round(stay / count * self.dice.uniform(0.7, 1.3))) for _ in range(count)]

    def _entering(self, index: int, day: date) -> Iterator[Touch]:
        stage = self.lead.stages[index]
        yield self._touch(day, self.dice.choice(ENTRY[stage]), stage)

    def _falling_back(self, index: int, day: date) -> Iterator[Touch]:
        yield replace(
            self._touch(day - timedelta(days=12), ContactKind.CALL, self.lead.stages[index]), back=True
        )
        yield from self._entering(index + 1, day)

    def _touch(self, day: date, kind: ContactKind, enters: StageMeaning | None = None) -> Touch:
        return Touch(day, day, day, kind, enters)

    def _placed(self, touch: Touch, after: date) -> Touch:
        """The touch on real days: not before the day after the last one was told, late as its holder is."""
        lead, dice = self.lead, self.dice
        is_first = touch.due_on == lead.day
        earliest = touch.due_on if is_first else max(touch.due_on, after + timedelta(days=1))
        holder = self.cast.holder(lead.seller, lead.key, earliest)
        due = self.calendar.working(earliest, holder.id, dice)
        sloppy = 1 - holder.tidy
        slips = not is_first and dice.random() < 0.06 + 0.4 * sloppy
        on = self.calendar.working(due + timedelta(days=dice.randint(1, 8)), holder.id) if slips else due
        late = dice.random() < 0.04 + 0.4 * sloppy
        told = self.calendar.working(on + timedelta(days=dice.randint(1, 4)), holder.id) if late else on
        return replace(touch, due_on=due, on=on, told_on=told)
