"""The market of the sample team: customers with invented names, products, sources of leads, competitors."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, product
from typing import Any

from bot.demo.year.tables import table
from core.actions.new_customer import NewCompany, NewPerson

INVENTED = 300
"""Customers besides those written out by hand."""

SEGMENTS = ("B2B", "B2B", "B2B", "B2B", "B2C", "B2G")


@dataclass(frozen=True, slots=True)
class Customer:
    """A company with its people. `deal`: what one of the hand-written ones wants to buy, for `amount`."""

    key: int
    company: NewCompany
    people: tuple[NewPerson, ...]
    deal: str | None = None
    amount: int = 0
    story: int | None = None


def customers(language: str, dice: random.Random) -> list[Customer]:
    """The hand-written customers, then the invented ones in an order of their own."""
    written = [_written(key, row) for key, row in enumerate(table("customers")["companies"])]
    parts = table("market")["names"][language]
    names = [begin + end for begin, end in product(parts["begin"].split(), parts["end"].split())]
    dice.shuffle(names)
    numbers = count(100)
    invented = [
        _invented(key, name, language, parts, numbers, dice)
        for key, name in enumerate(names[:INVENTED], start=len(written))
    ]
    return written + invented


def _written(key: int, row: dict[str, Any]) -> Customer:
    people = tuple(NewPerson(**person) for person in row["people"])
    company = NewCompany(row["name"], row["region"], row["segment"])
    return Customer(key, company, people, row.get("deal"), row.get("amount", 0), row.get("story"))


def _invented(
    key: int, word: str, language: str, parts: dict[str, Any], numbers: "count[int]", dice: random.Random
) -> Customer:
    form = dice.choice(parts["forms"])
    name = f"{form} {word}" if language == "lt" else f"{word} {form}"
    region = dice.choices(parts["regions"], weights=range(len(parts["regions"]) * 2, 0, -2))[0]
    people = tuple(_person(parts, next(numbers), dice) for _ in range(dice.choice((1, 1, 2, 2, 3))))
    return Customer(key, NewCompany(name, region, dice.choice(SEGMENTS)), people)


def _person(parts: dict[str, Any], number: int, dice: random.Random) -> NewPerson:
    who = dice.choice(("his", "hers"))
    first = dice.choice(parts[f"first_{who}"].split())
    last = dice.choice(parts["last_begin"].split()) + dice.choice(parts[f"last_{who}"].split())
    return NewPerson(f"{first} {last}", dice.choice(parts[f"roles_{who}"]), f"+370 600 {number:05}")


@dataclass(frozen=True, slots=True)
class LeadSource:
    """Where a lead came from. `luck` times the usual chance of winning."""

    name: str
    luck: float


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How deals of a pipeline go: median days in each open stage, days between contacts, chance and money."""

    days: Sequence[float]
    between: float
    wins: float
    amount: float
    spread: float
    big: float


def rhythms() -> list[Rhythm]:
    """One for each pipeline, in order."""
    return [Rhythm(**row["rhythm"]) for row in table("team")["pipelines"]]


def source(language: str, dice: random.Random) -> LeadSource:
    """A source, as often as its share says."""
    rows = table("market")["sources"]
    row = dice.choices(rows, weights=[row["share"] for row in rows])[0]
    return LeadSource(row["name"][language], row["luck"])


def product_names(language: str) -> list[str]:
    """The products by name, in the price list's order."""
    return [row["name"][language] for row in table("market")["products"]]


def competitor(language: str, dice: random.Random) -> str:
    """One of the named competitors; the first are met most."""
    names = table("market")["competitors"][language]
    return str(dice.choices(names, weights=range(len(names), 0, -1))[0])


def note(language: str, about: str, dice: random.Random) -> str:
    """What somebody writes about a contact of this kind."""
    return str(dice.choice(table("market")["notes"][language][about]))
