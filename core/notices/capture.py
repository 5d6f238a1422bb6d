"""What is captured without writing: a log by taps, and the question whose something is."""

from datetime import date

import msgspec

from core.notices.base import Notice
from core.notices.logged import AskInWords, Logged
from core.notices.parts import Pick
from core.terms import ContactKind


class Whom(msgspec.Struct, frozen=True, kw_only=True):
    """A customer to choose. `subject`: what comes back with the tap; `metres`: how far away they are."""

    subject: str
    person: str | None = None
    company: str | None = None
    metres: int | None = None


class LogKinds(Notice, frozen=True, kw_only=True, tag=True):
    """Asks what took place, with that customer if one is known already."""

    whom: Whom | None = None


class WhomPicks(Notice, frozen=True, kw_only=True, tag=True):
    """A page (from 0) of customers, the likeliest first, for a purpose: its verb and what it is about.

    `ask`: who is not among them may be said in words.
    """

    purpose: str
    ask: AskInWords
    whom: list[Whom]
    page: int = 0
    pages: int = 1


class LogResults(Notice, frozen=True, kw_only=True, tag=True):
    """Asks how it went. `stage`: where the deal goes next, if it is plain which deal."""

    kind: ContactKind
    whom: Whom
    stage: str | None = None


class LogPicks(Notice, frozen=True, kw_only=True, tag=True):
    """What was just logged by taps, and the picks for its next step."""

    card: Logged
    picks: list[Pick]
    today: date
