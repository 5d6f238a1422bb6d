"""Buttons of what is captured without writing: a log by taps, and whose something is."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("la")
@dataclass(frozen=True, slots=True)
class LogAbout(Button):
    """Begin a log by taps with that customer; ids that are 0 are none."""

    deal_id: int
    company_id: int
    person_id: int


@code("lk")
@dataclass(frozen=True, slots=True)
class LogKind(Button):
    """What took place, with whom (a subject as `core.actions.planning` packs it, "" not said yet)."""

    kind: str
    subject: str


@code("lr")
@dataclass(frozen=True, slots=True)
class LogResult(Button):
    """How it went: well, no-answer or stage (the deal moved on)."""

    kind: str
    result: str
    subject: str


@code("lp")
@dataclass(frozen=True, slots=True)
class LogPlan(Button):
    """The next step of what was just logged: "" for none, else the day and the time in ISO, as picked."""

    operation_id: int
    when: str


@code("wm")
@dataclass(frozen=True, slots=True)
class PickWhom(Button):
    """It is that customer. `purpose`: what for, as `core.actions.whom` knows it."""

    subject: str
    purpose: str


@code("wn")
@dataclass(frozen=True, slots=True)
class WhomPage(Button):
    """Another page of the customers."""

    page: int
    purpose: str


@code("ve")
@dataclass(frozen=True, slots=True)
class EndVisit(Button):
    """I have left. `minutes`: how long it took, 0 as measured."""

    visit_id: int
    minutes: int


@code("vn")
@dataclass(frozen=True, slots=True)
class NoVisit(Button):
    """It was no visit, or to nobody."""

    visit_id: int


@code("vw")
@dataclass(frozen=True, slots=True)
class OtherVisit(Button):
    """The visit is to another customer."""

    visit_id: int


@code("fa")
@dataclass(frozen=True, slots=True)
class MoveFile(Button):
    """The file belongs to another customer."""

    attachment_id: int


@code("fm")
@dataclass(frozen=True, slots=True)
class GiveFile(Button):
    """The file belongs to that customer."""

    attachment_id: int
    subject: str


@code("fl")
@dataclass(frozen=True, slots=True)
class ShowContactFiles(Button):
    """Send the files of what was logged again."""

    contact_id: int


@code("fp")
@dataclass(frozen=True, slots=True)
class ShowPersonFiles(Button):
    """Send the files of a person again."""

    person_id: int


@code("ff")
@dataclass(frozen=True, slots=True)
class ShowFiles(Button):
    """Send the files of a deal, or else of a company, again; an id that is 0 is none."""

    deal_id: int
    company_id: int


@code("ts")
@dataclass(frozen=True, slots=True)
class SendTrips(Button):
    """Send the trip sheet of a month ("202611")."""

    month: str


@code("cn")
@dataclass(frozen=True, slots=True)
class AddNumber(Button):
    """Give the person who is known already the number of the shared card."""

    person_id: int


@code("ca")
@dataclass(frozen=True, slots=True)
class AnotherPerson(Button):
    """The shared card is of somebody else who has the same name."""
