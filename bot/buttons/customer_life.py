"""Buttons of a customer's card: where a person works now, an order without a deal, where they buy now."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("ce")
@dataclass(frozen=True, slots=True)
class ChangeEmployer(Button):
    """Ask where the person works now."""

    person_id: int


@code("ao")
@dataclass(frozen=True, slots=True)
class AddOrder(Button):
    """Ask what the company has ordered for."""

    company_id: int


@code("wh")
@dataclass(frozen=True, slots=True)
class AskWhere(Button):
    """Ask where a company buys now."""

    company_id: int


@code("bf")
@dataclass(frozen=True, slots=True)
class BuysNow(Button):
    """A company buys from the competitor of a deal, or "nobody", "talking", "other" in words, "later".

    `place`: tidy or c, the company's card.
    """

    company_id: int
    answer: str
    place: str
