"""The life of one deal as the messages about it tell it."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from bot.demo.year.calendar import Calendar
from bot.demo.year.cast import Cast, Seller
from bot.demo.year.events import Begins, DropsSteps, Event, Logs, MovesBack, Sets
from bot.demo.year.fate import End, Fate, Itinerary, Lead, Touch
from bot.demo.year.market import competitor, note
from core.actions.intent import Plan
from core.terms import Category, ContactKind, LostReason, StageMeaning, StepKind

MINUTES = {
    ContactKind.CALL: (3, 25),
    ContactKind.VISIT: (25, 90),
    ContactKind.MEETING: (30, 90),
    ContactKind.DEMO: (30, 60),
}
WHY_EARLY = {
    LostReason.NO_NEED: 4,
    LostReason.NO_RESPONSE: 4,
    LostReason.NO_BUDGET: 3,
    LostReason.TIMING: 2,
    LostReason.COMPETITOR: 1,
}
WHY_LATE = {
    LostReason.PRICE: 5,
    LostReason.COMPETITOR: 5,
    LostReason.TIMING: 2,
    LostReason.NO_BUDGET: 2,
    LostReason.OTHER: 1,
}
FORGOTTEN_DAYS = (70, 150)
"""After so many days somebody closes a deal that has faded, more often than not."""


@dataclass
class DealLife:
    """Tells the events of a deal, and keeps what its holder knows of it so far."""

    calendar: Calendar
    cast: Cast
    language: str
    lead: Lead
    dice: random.Random
    amount: Decimal | None = None
    close_on: date | None = None
    rival: str | None = None
    reached: int = 0
    told: list[Event] = field(default_factory=list)

    def tell(self, fate: Fate) -> Sequence[Event]:
        """All events of the deal, however far in the future they go."""
        route = Itinerary(self.calendar, self.cast, self.lead, self.dice)
        touches = list(route.touches(fate))
        worth = self._worth(fate)
        for number, touch in enumerate(touches):
            following = touches[number + 1] if number + 1 < len(touches) else None
            self._touch(touch, following, touches[-1].on, worth, is_first=number == 0)
        if fate.end is End.FADES:
            self._fade(touches[-1].told_on)
        return self.told

    def _worth(self, fate: Fate) -> Decimal:
        rhythm = self.lead.rhythm
        value = self.lead.money or self.dice.lognormvariate(math.log(rhythm.amount), rhythm.spread)
        return _rounded(Decimal(value) * (8 if fate.is_big else 1))

    def _touch(
        self, touch: Touch, following: Touch | None, end: date, worth: Decimal, *, is_first: bool
    ) -> None:
        holder = self.cast.holder(self.lead.seller, self.lead.key, touch.told_on)
        at = self.calendar.at(touch.told_on, self._minute(touch))
        if is_first:
            self._begin(holder, at, worth)
        known = {} if touch.no_answer else self._learnt(touch, holder, end, worth)
        minutes = None if touch.no_answer or touch.kind not in MINUTES else self._minutes(touch.kind, holder)
        self.told.append(
            Logs(
                at=at + timedelta(minutes=3),
                by=holder.id,
                customer=self.lead.customer.key,
                deal=self.lead.key,
                on=touch.on,
                kind=touch.kind,
                text=note(self.language, "no_answer" if touch.no_answer else touch.kind, self.dice),
                minutes=minutes,
                no_answer=touch.no_answer,
                plans=self._plans(touch, following, holder),
                **known,
            )
        )
        self._afterwards(touch, holder, at + timedelta(minutes=9), end)

    def _minute(self, touch: Touch) -> int:
        """At once, or in the morning of a later day."""
        return (
            self.dice.randint(8 * 60, 17 * 60) if touch.told_on == touch.on else self.dice.randint(480, 560)
        )

    def _minutes(self, kind: ContactKind, holder: Seller) -> int | None:
        return self.dice.randint(*MINUTES[kind]) if self.dice.random() < 0.45 + 0.5 * holder.tidy else None

    def _begin(self, holder: Seller, at: datetime, worth: Decimal) -> None:
        lead = self.lead
        if lead.money:
            self.amount = worth
        elif self.dice.random() < 0.3:
            self.amount = _rounded(worth * Decimal(str(self.dice.uniform(0.8, 1.2))))
        self.told.append(
            Begins(
                at=at,
                by=holder.id,
                deal=lead.key,
                customer=lead.customer.key,
                lane=lead.lane,
                title=lead.title,
                source=lead.source.name,
                product=lead.product,
                amount=self.amount,
            )
        )

    def _plans(self, touch: Touch, following: Touch | None, holder: Seller) -> tuple[Plan, ...]:
        """What is agreed for the next time; sloppy ones often forget to say it."""
        if following is None:
            wanted = touch.enters not in (StageMeaning.WON, StageMeaning.LOST)
            if not wanted or self.dice.random() > holder.tidy:
                return ()
            later = self.calendar.working(touch.told_on + timedelta(days=10), holder.id)
            return (Plan(kind=StepKind.CALL, on=later),)
        if self.dice.random() > 0.35 + 0.6 * holder.tidy:
            return ()
        kind = StepKind(following.kind.value)
        if kind is StepKind.PROPOSAL and self.dice.random() < 0.4:
            return (Plan(kind=kind),)
        timed = kind in (StepKind.MEETING, StepKind.VISIT, StepKind.DEMO) or self.dice.random() < 0.3
        at = time(self.dice.randint(9, 16), self.dice.choice((0, 0, 30))) if timed else None
        return (Plan(kind=kind, on=following.due_on, at=at),)

    def _learnt(self, touch: Touch, holder: Seller, end: date, worth: Decimal) -> dict[str, Any]:
        """What this contact tells of the deal besides that it took place."""
        if touch.back:
            return {}
        known: dict[str, Any] = {"stage": touch.enters} if touch.enters else {}
        if touch.enters in self.lead.stages:
            self.reached = max(self.reached, self.lead.stages.index(touch.enters))
        known |= self._sum(touch, holder, worth) | self._date(touch, holder, end)
        if self.rival is None and touch.enters is StageMeaning.PROPOSAL and self.dice.random() < 0.3:
            self.rival = known["competitor"] = competitor(self.language, self.dice)
        if touch.enters is StageMeaning.LOST:
            known |= self._lost()
        return known

    def _sum(self, touch: Touch, holder: Seller, worth: Decimal) -> dict[str, Any]:
        if touch.enters is StageMeaning.PROPOSAL and self.dice.random() < 0.4 + 0.6 * holder.tidy:
            self.amount = worth
        elif touch.enters is StageMeaning.NEGOTIATION and self.amount and self.dice.random() < 0.35:
            self.amount = _rounded(self.amount * Decimal(self.dice.choice(("0.92", "0.95", "1.1"))))
        elif touch.enters is StageMeaning.WON and not self.amount and self.dice.random() < 0.7:
            self.amount = worth
        else:
            return {}
        return {"amount": self.amount}

    def _date(self, touch: Touch, holder: Seller, end: date) -> dict[str, Any]:
        """The contract date: hoped for at the proposal, pushed out when it comes near, or left behind."""
        if touch.enters in (StageMeaning.WON, StageMeaning.LOST):
            return {}
        if self.close_on is None:
            if touch.enters is not StageMeaning.PROPOSAL or self.dice.random() > 0.5 + 0.48 * holder.tidy:
                return {}
            ahead = max(7, round((end - touch.told_on).days * self.dice.uniform(0.5, 1.15)))
        elif self.close_on <= touch.told_on + timedelta(days=3):
            if self.dice.random() > 0.2 + 0.75 * holder.tidy:
                return {}
            ahead = self.dice.randint(12, 45)
        else:
            return {}
        self.close_on = self.calendar.working(touch.told_on + timedelta(days=ahead), holder.id)
        return {"close_on": self.close_on}

    def _lost(self) -> dict[str, Any]:
        reasons = WHY_LATE if self.reached >= len(self.lead.stages) - 2 else WHY_EARLY
        reason = self.dice.choices(list(reasons), weights=list(reasons.values()))[0]
        if reason is LostReason.COMPETITOR and self.rival is None:
            self.rival = competitor(self.language, self.dice)
        told: dict[str, Any] = {"lost_reason": reason if self.dice.random() < 0.9 else None}
        return told | ({"competitor": self.rival} if reason is LostReason.COMPETITOR else {})

    def _afterwards(self, touch: Touch, holder: Seller, at: datetime, end: date) -> None:
        """What the holder sets by hand right after the contact."""
        shared: dict[str, Any] = {"at": at, "by": holder.id, "deal": self.lead.key}
        if touch.no_answer:
            return
        if touch.back and touch.enters:
            self.told.append(MovesBack(stage=touch.enters, **shared))
        elif touch.enters is StageMeaning.WON:
            self.told.append(DropsSteps(**shared))
        elif category := self._category(touch, end):
            self.told.append(Sets(values={"category": category}, **shared))
        elif self.close_on and touch.enters is None and self.dice.random() < 0.03:
            self.close_on += timedelta(days=self.dice.randint(14, 60))
            self.told.append(Sets(values={"expected_close_on": self.close_on}, **shared))

    def _category(self, touch: Touch, end: date) -> Category | None:
        """The holder's own word on the forecast: of a few deals, and better than chance."""
        roll, is_near = self.dice.random(), (end - touch.told_on).days < 35
        if touch.enters is StageMeaning.NEGOTIATION and roll < (0.4 if is_near else 0.15):
            return Category.COMMIT
        if touch.enters is StageMeaning.PROPOSAL and roll < 0.15:
            return Category.BEST_CASE if roll < 0.12 else Category.OMITTED
        return None

    def _fade(self, last: date) -> None:
        if self.dice.random() < 0.4:
            return
        day = last + timedelta(days=self.dice.randint(*FORGOTTEN_DAYS))
        holder = self.cast.holder(self.lead.seller, self.lead.key, day)
        day = self.calendar.working(day, holder.id)
        self._touch(
            Touch(day, day, day, ContactKind.NOTE, StageMeaning.LOST), None, day, Decimal(0), is_first=False
        )


def _rounded(value: Decimal) -> Decimal:
    """To two or three figures, as offers are."""
    step = Decimal(10) ** (max(value.adjusted(), 2) - 1)
    return max(step, (value / step).to_integral_value() * step).quantize(Decimal(1))
