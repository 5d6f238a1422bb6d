"""Buttons of what is mine or the team's to set: the language, and what the bot was taught."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("l")
@dataclass(frozen=True, slots=True)
class SetLanguage(Button):
    """Speak this language to me."""

    language: str


@code("hp")
@dataclass(frozen=True, slots=True)
class ShowHelp(Button):
    """Show a part of the help in place: "" how to write, the "commands", or those of a "team"."""

    part: str


@code("tp")
@dataclass(frozen=True, slots=True)
class TaughtPage(Button):
    """Another page of what the bot was taught."""

    page: int


@code("fg")
@dataclass(frozen=True, slots=True)
class Forget(Button):
    """Take back something that was taught: a "name" or a "word"; `page` is shown again."""

    what: str
    record_id: int
    page: int


@code("xr")
@dataclass(frozen=True, slots=True)
class TryPractice(Button):
    """Write the exercise's message for me."""


@code("xs")
@dataclass(frozen=True, slots=True)
class SkipPractice(Button):
    """I know how it works: no exercise."""
