"""Buttons that pick a day and a time. What it is for is packed as `core.notices.purpose` says."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("pp")
@dataclass(frozen=True, slots=True)
class ShowPicks(Button):
    """Show the quick picks."""

    purpose: str


@code("pm")
@dataclass(frozen=True, slots=True)
class ShowMonth(Button):
    """Show a month ("202612") to pick a day from; "" is the present one."""

    month: str
    purpose: str


@code("pd")
@dataclass(frozen=True, slots=True)
class PickDay(Button):
    """This day ("20261203"); where a time is of use, it is asked for."""

    day: str
    purpose: str


@code("pw")
@dataclass(frozen=True, slots=True)
class PickMoment(Button):
    """This day, and this time if there is one ("20261203T0900"), for good."""

    moment: str
    purpose: str


@code("no")
@dataclass(frozen=True, slots=True)
class Nothing(Button):
    """A heading or a gap among buttons: a tap on it does nothing."""
