"""The whole year in order: drawn from the seed alone, so that a later day only adds to an earlier one."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bot.demo.year.calendar import LEADS, MONTHS, Calendar
from bot.demo.year.cast import Cast, Seller, cast
from bot.demo.year.deal import DealLife
from bot.demo.year.events import Enters, Event, Logs
from bot.demo.year.fate import End, Fate, Lead, fate
from bot.demo.year.market import Customer, customers, product_names, rhythms, source
from bot.demo.year.staff import goodbyes, opening, targets
from bot.demo.year.tables import table
from bot.demo.year.trade import Trade
from core.terms import StageMeaning

SEED = 20261123
KNOWN_AT_FIRST = 11
"""Customers that a seller brings along on the first day."""

NEW_CUSTOMER = 0.25
"""How often a lead comes from somebody who was no customer yet."""

REPEATS = 0.5
"""How often a customer of the second pipeline goes on ordering after the first deal."""


@dataclass
class Script:
    """Draws the events of the year that begins at the calendar's start."""

    calendar: Calendar
    language: str
    cast: Cast = field(init=False)
    events: list[Event] = field(default_factory=list)
    _known: dict[int, list[Customer]] = field(default_factory=lambda: defaultdict(list))
    _new: dict[int, list[Customer]] = field(default_factory=lambda: defaultdict(list))
    _keys: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _count: int = 0

    def __post_init__(self) -> None:
        self.cast = cast(self.calendar)
        until = self.calendar.month(MONTHS + 1)
        self._trade = Trade(self.calendar, self.cast, self.language, until)
        self._rhythms, self._products = rhythms(), product_names(self.language)
        self._stages = [
            [meaning for stage in lane["stages"] if (meaning := StageMeaning(stage["meaning"])).is_open]
            for lane in table("team")["pipelines"]
        ]

    def write(self) -> Sequence[Event]:
        """All events, in order; some lie after the month in which the history is to end."""
        self.events += opening(self.calendar, self.cast, self.language)
        self.events += targets(self.calendar, self.cast, self.language)
        self._share_out()
        for number in range(MONTHS + 1):
            for seller in self.cast.sellers.values():
                self._month(seller, number)
        self.events += goodbyes(self.calendar, self.cast, self._keys)
        return sorted(self.events, key=lambda event: event.at)

    def _share_out(self) -> None:
        """Who has which customers; the known ones are entered on the first morning."""
        dice = _dice("market")
        sellers = list(self.cast.sellers.values())
        for number, customer in enumerate(customers(self.language, dice)):
            seller = sellers[number % len(sellers)]
            if customer.story is not None:
                self._tell_story(self.cast.sellers[customer.story], customer)
            elif seller.joins_on < self.calendar.month(1) and len(self._known[seller.id]) < KNOWN_AT_FIRST:
                self._enter(seller, customer, seller.joins_on, 8 * 60 + len(self._known[seller.id]))
                self._old_customer(seller, customer, _dice("old", customer.key))
            else:
                self._new[seller.id].append(customer)

    def _enter(self, seller: Seller, customer: Customer, day: date, minute: int) -> None:
        at = self.calendar.at(day, minute)
        self.events.append(
            Enters(
                at=at, by=seller.id, customer=customer.key, company=customer.company, people=customer.people
            )
        )
        self._known[seller.id].append(customer)

    def _old_customer(self, seller: Seller, customer: Customer, dice: random.Random) -> None:
        first = seller.joins_on + timedelta(days=dice.randint(1, 40))
        if dice.random() < 0.25:
            usual, product = Decimal(dice.randint(2, 18) * 50), dice.randrange(len(self._products))
            self.events += self._trade.orders(seller.id, customer.key, first, usual, product, dice)
        else:
            self.events += self._trade.keeping_in_touch(seller.id, customer.key, first, dice)

    def _tell_story(self, seller: Seller, customer: Customer) -> None:
        """The deal of the README's example: begun in the month before the last, still open on any day."""
        day = self.calendar.working(self.calendar.month(MONTHS - 1) + timedelta(days=12), seller.id)
        self._enter(seller, customer, seller.joins_on, 7 * 60 + 50)
        self._known[seller.id].remove(customer)
        dice = _dice("story", customer.key)
        self._deal(seller, customer, 0, day, dice, Fate(End.STAYS, 1))

    def _month(self, seller: Seller, number: int) -> None:
        first = self.calendar.month(number)
        dice = _dice(seller.id, number)
        is_new = (first - seller.joins_on).days < 45 and seller.joins_on > self.calendar.month(1)
        wanted = seller.pace * LEADS[first.month] * (0.5 if is_new else 1.0)
        days = sorted(dice.randint(0, 27) for _ in range(int(wanted + dice.random())))
        for day in (first + timedelta(days=days_in) for days_in in days):
            if seller.is_there(on := self.calendar.working(day, seller.id)):
                self._lead(seller, on, _dice(seller.id, number, self._count))

    def _lead(self, seller: Seller, day: date, dice: random.Random) -> None:
        known, new = self._known[seller.id], self._new[seller.id]
        if new and (dice.random() < NEW_CUSTOMER or not known):
            self._enter(seller, new[0], day, 7 * 60 + 45)
            customer = new.pop(0)
        else:
            customer = dice.choice(known)
        lane = int(dice.random() < seller.dealers)
        self._deal(seller, customer, lane, day, dice)

    def _deal(
        self,
        seller: Seller,
        customer: Customer,
        lane: int,
        day: date,
        dice: random.Random,
        known_fate: Fate | None = None,
    ) -> None:
        self._count += 1
        product = dice.randrange(len(self._products))
        written = customer.deal if known_fate else None
        lead = Lead(
            key=self._count,
            seller=seller.id,
            lane=lane,
            rhythm=self._rhythms[lane],
            stages=self._stages[lane],
            customer=customer,
            source=source(self.language, dice),
            day=day,
            title=written or self._products[product],
            product=product,
            money=customer.amount if written else 0,
        )
        self._keys[seller.id].append(lead.key)
        ending = known_fate or fate(lead, seller, dice)
        told = DealLife(self.calendar, self.cast, self.language, lead, dice).tell(ending)
        self.events += told
        if ending.end is End.WON and lane == 1 and dice.random() < REPEATS:
            self.events += self._repeats(lead, told, dice)

    def _repeats(self, lead: Lead, told: Sequence[Event], dice: random.Random) -> Iterator[Event]:
        last = max((event for event in told if isinstance(event, Logs)), key=lambda event: event.at)
        usual = (last.amount or Decimal(1500)) * Decimal("0.4")
        first = last.on + timedelta(days=dice.randint(15, 40))
        return self._trade.orders(lead.seller, lead.customer.key, first, usual, lead.product, dice)


def _dice(*what: Any) -> random.Random:
    return random.Random("/".join(map(str, (SEED, *what))))  # noqa: S311 - a sample, no secret
