"""The office side of the year: who joins and leaves, the price list, the targets of each quarter."""

import math
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.demo.year.calendar import MONTHS, Calendar
from bot.demo.year.cast import DIRECTOR, OWNER, Cast, Seller
from bot.demo.year.events import Event, HandsOver, Joins, Leaves, PutsProduct, SetsTarget
from bot.demo.year.market import rhythms
from bot.demo.year.tables import table
from core.terms import Role

EIGHT = 8 * 60
STRETCH = 1.1
"""Targets ask for a tenth more than a seller usually wins."""


def opening(calendar: Calendar, cast: Cast, language: str) -> Iterator[Event]:
    """The first morning: everybody who is there joins, the owner first, and the price list is written."""
    morning = calendar.at(calendar.start, EIGHT - 90)
    names = {row["lt"]: row[language] for row in (team["name"] for team in table("team")["teams"])}
    members = sorted(table("team")["members"], key=lambda row: row["id"] != OWNER)
    for number, row in enumerate(members):
        seller = cast.sellers.get(row["id"])
        is_late = seller is not None and "joins" in row
        at = calendar.at(seller.joins_on, EIGHT - 30) if seller and is_late else _after(morning, number)
        team = names.get(row.get("team", ""))
        yield Joins(at=at, by=OWNER, member=row["id"], name=row["name"], role=Role(row["role"]), team=team)
    for number, row in enumerate(table("market")["products"]):
        yield _product(_after(morning, 30 + number), row, language)
    spring = calendar.at(calendar.month(MONTHS // 2), EIGHT)
    yield _product(spring, table("market")["products"][0] | {"price": 45}, language)


def goodbyes(calendar: Calendar, cast: Cast, keys: dict[int, list[int]]) -> Iterator[Event]:
    """Who leaves hands over early that morning. `keys`: all deals that a seller ever begins."""
    for seller in cast.sellers.values():
        if seller.leaves_on is None:
            continue
        at, heirs = calendar.at(seller.leaves_on, EIGHT - 60), seller.heirs
        for number, heir in enumerate(heirs[:-1]):
            part = frozenset(key for key in keys[seller.id] if key % len(heirs) == number)
            yield HandsOver(at=_after(at, number), by=DIRECTOR, giver=seller.id, taker=heir, deals=part)
        yield Leaves(at=_after(at, len(heirs)), by=DIRECTOR, leaver=seller.id, heir=heirs[-1])


def targets(calendar: Calendar, cast: Cast, language: str) -> Iterator[Event]:
    """For each seller and each of their teams, on the first morning of each quarter."""
    names = {row["lt"]: row[language] for row in (team["name"] for team in table("team")["teams"])}
    for number in range(MONTHS + 1):
        first = calendar.month(number)
        if number and first.month % 3 != 1:
            continue
        at = calendar.at(calendar.working(first, DIRECTOR), EIGHT - 20)
        starts = date(first.year, (first.month - 1) // 3 * 3 + 1, 1)
        ends = (starts + timedelta(days=95)).replace(day=1)
        totals: dict[str, Decimal] = {}
        for seller in cast.sellers.values():
            if seller.is_there(calendar.working(first, seller.id)):
                amount = _expected(seller)
                totals[seller.team] = totals.get(seller.team, Decimal(0)) + amount
                yield SetsTarget(
                    at=at, by=DIRECTOR, starts_on=starts, ends_on=ends, amount=amount, member=seller.id
                )
        for team, total in totals.items():
            yield SetsTarget(
                at=at, by=DIRECTOR, starts_on=starts, ends_on=ends, amount=total, team=names[team]
            )


def _expected(seller: Seller) -> Decimal:
    """What the seller may be asked for in a quarter: leads x chance x mean amount, in thousands."""
    shares = (1 - seller.dealers, seller.dealers)
    each = (
        share * rhythm.wins * rhythm.amount * math.exp(rhythm.spread**2 / 2)
        for share, rhythm in zip(shares, rhythms(), strict=True)
    )
    return Decimal(max(10, round(3 * seller.pace * seller.skill * STRETCH * sum(each) / 1000)) * 1000)


def _product(at: datetime, row: dict[str, Any], language: str) -> PutsProduct:
    name, unit = row["name"][language], row["unit"][language]
    return PutsProduct(at=at, by=OWNER, name=name, price=Decimal(row["price"]), unit=unit)


def _after(at: datetime, minutes: int) -> datetime:
    return at + timedelta(minutes=minutes)
