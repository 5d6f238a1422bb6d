"""Buttons of a customer's card: where a person works now, and an order without a deal."""

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
