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


@code("ss")
@dataclass(frozen=True, slots=True)
class ShowSettings(Button):
    """Show all settings, or one of them with its choices: a kind of routine, "quiet", "snooze" or "zone"."""

    part: str


@code("sr")
@dataclass(frozen=True, slots=True)
class SetRoutine(Button):
    """Tell the routine at this local time ("0830"), "" no more."""

    kind: str
    at: str


@code("sq")
@dataclass(frozen=True, slots=True)
class SetQuiet(Button):
    """Keep these local hours quiet ("20000700"), "" none."""

    hours: str


@code("sz")
@dataclass(frozen=True, slots=True)
class Snooze(Button):
    """Be silent for so long: "1h", "3h", until the next working "morning"; "" no longer."""

    until: str


@code("zn")
@dataclass(frozen=True, slots=True)
class SetZone(Button):
    """Tell everything by the clocks of this zone."""

    zone: str
