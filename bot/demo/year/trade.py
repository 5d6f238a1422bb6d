"""Trade without deals: orders of repeat customers until they fall silent, and visits to keep in touch."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bot.demo.year.calendar import LEADS, Calendar
from bot.demo.year.cast import Cast
from bot.demo.year.events import Event, Logs, Orders
from bot.demo.year.market import note
from core.terms import ContactKind

HOW = (ContactKind.CALL, ContactKind.CALL, ContactKind.EMAIL, ContactKind.MESSAGE)
KEEPING = (ContactKind.CALL, ContactKind.VISIT, ContactKind.EMAIL)
LAST_ORDER = 0.07
"""How often an order turns out to have been the last."""


@dataclass(frozen=True, slots=True)
class Trade:
    """What a customer of a seller does besides deals, from a day on and up to another."""

    calendar: Calendar
    cast: Cast
    language: str
    until: date

    def orders(
        self, seller: int, customer: int, first: date, usual: Decimal, product: int, dice: random.Random
    ) -> Iterator[Event]:
        """Orders about as often as usual, more in good months, until the customer buys elsewhere."""
        gap, day = dice.uniform(16, 45), first
        while day < self.until:
            holder = self.cast.holder(seller, customer, day)
            day = self.calendar.working(day, holder.id)
            at = self.calendar.at(day, dice.randint(8 * 60, 16 * 60 + 30))
            if dice.random() < 0.75:
                yield self._contact(holder.id, customer, day, dice.choice(HOW), "order", at.minute, dice)
            amount = (usual * Decimal(str(round(dice.uniform(0.6, 1.4), 2)))).quantize(Decimal("0.01"))
            later = self.calendar.at(day, 16 * 60 + 45)
            yield Orders(at=later, by=holder.id, customer=customer, amount=amount, product=product)
            if dice.random() < LAST_ORDER:
                return
            day += timedelta(days=max(5, round(gap * dice.uniform(0.7, 1.3) / LEADS[day.month])))

    def keeping_in_touch(
        self, seller: int, customer: int, first: date, dice: random.Random
    ) -> Iterator[Event]:
        """A call or visit now and then; with some customers it just stops."""
        day = first
        while (day := day + timedelta(days=dice.randint(35, 80))) < self.until:
            if dice.random() < 0.12:
                return
            holder = self.cast.holder(seller, customer, day)
            day = self.calendar.working(day, holder.id, dice)
            kind = dice.choice(KEEPING)
            yield self._contact(holder.id, customer, day, kind, kind.value, dice.randint(0, 59), dice)

    def _contact(
        self,
        by: int,
        customer: int,
        day: date,
        kind: ContactKind,
        about: str,
        minute: int,
        dice: random.Random,
    ) -> Logs:
        minutes = dice.randint(3, 40) if kind in (ContactKind.CALL, ContactKind.VISIT) else None
        return Logs(
            at=self.calendar.at(day, dice.randint(8, 16) * 60 + minute),
            by=by,
            customer=customer,
            on=day,
            kind=kind,
            text=note(self.language, about, dice),
            minutes=minutes,
        )
