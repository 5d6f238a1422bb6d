"""What is offered in any chat: customers of the shared directory, and nothing of anybody's work with them."""

from typing import Literal

import msgspec

Kind = Literal["company", "person"]


class Reachable(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of a company who has a number."""

    name: str
    role: str | None = None
    phone: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A company or person as the directory knows them. It may be sent to anybody, so it has no field for
    sums, deals, notes or contacts. `region` is for whoever looks, to tell two of one name apart."""

    kind: Kind
    id: int
    name: str
    company: str | None = None
    role: str | None = None
    region: str | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    people: list[Reachable] = []
    """Of a company: whom to call there, those entered first."""


class InlinePage(msgspec.Struct, frozen=True, kw_only=True):
    """Some of those who were looked for. `next_offset`: where the next page begins; empty on the last."""

    entries: list[Entry] = []
    next_offset: str = ""
