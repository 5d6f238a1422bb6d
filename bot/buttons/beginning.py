"""Buttons of what is new: companies, people and deals."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("nw")
@dataclass(frozen=True, slots=True)
class NewThing(Button):
    """Ask for the name of a new company, or of a person (of that company, if any)."""

    what: str
    company_id: int


@code("aa")
@dataclass(frozen=True, slots=True)
class EnterAnyway(Button):
    """It is none of those known: enter what the screen says."""


@code("em")
@dataclass(frozen=True, slots=True)
class SayEmployer(Button):
    """Ask where a new person works."""

    person_id: int


@code("ne")
@dataclass(frozen=True, slots=True)
class NoEmployer(Button):
    """A new person works nowhere that is known."""

    person_id: int


@code("bd")
@dataclass(frozen=True, slots=True)
class BeginDeal(Button):
    """Begin a deal with that customer; ids that are 0 are none."""

    company_id: int
    person_id: int


@code("pl")
@dataclass(frozen=True, slots=True)
class ToPipeline(Button):
    """Put a deal that was just begun into another pipeline."""

    deal_id: int
    pipeline_id: int
