"""Buttons of customers: their cards, the brief, and a number for the phone."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("oc")
@dataclass(frozen=True, slots=True)
class OpenCompany(Button):
    """Show a company's card."""

    company_id: int


@code("op")
@dataclass(frozen=True, slots=True)
class OpenPerson(Button):
    """Show a person's card."""

    person_id: int


@code("br")
@dataclass(frozen=True, slots=True)
class ShowBrief(Button):
    """Show what to know of a company before a visit."""

    company_id: int


@code("cg")
@dataclass(frozen=True, slots=True)
class CompanyPage(Button):
    """Show a screen (from 0) of a company's card, edited in place."""

    company_id: int
    page: int


@code("pg")
@dataclass(frozen=True, slots=True)
class PersonPage(Button):
    """Show a screen (from 0) of a person's card, edited in place."""

    person_id: int
    page: int


@code("bg")
@dataclass(frozen=True, slots=True)
class BriefPage(Button):
    """Show a screen (from 0) of a brief, edited in place."""

    company_id: int
    page: int


@code("sp")
@dataclass(frozen=True, slots=True)
class SendPerson(Button):
    """Send a person as a contact that the phone can keep."""

    person_id: int


@code("pc")
@dataclass(frozen=True, slots=True)
class SendPlace(Button):
    """Send where a company is, for the phone to lead there."""

    company_id: int
