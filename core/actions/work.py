"""One transaction's worth of work: the session, the moment, the team's settings and what is to be told."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import update
from sqlalchemy.orm import Session

from core.errors import SalesError
from core.habits import Habits
from core.model import Member, OutboxMessage
from core.money import Rate
from core.notices import Notice, encode
from core.notices.inline import InlinePage
from core.reading.directory import Directory
from core.storage.ledger import add
from core.storage.scope import TODAY

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TeamSettings:
    """The team's own habits. `language` is "lt" or "en"; `currency` an ISO code; `country` for holidays;
    `owner_id`: the Telegram account of the first owner, who needs no invite; `rates`: what others' money
    is worth in `currency`; `habits`: hours, costs, playbooks and targets."""

    name: str = ""
    language: str = "lt"
    zone: str = "Europe/Vilnius"
    currency: str = "EUR"
    country: str = "LT"
    owner_id: int | None = None
    rates: tuple[Rate, ...] = ()
    commission_percent: Decimal | None = None
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True, slots=True)
class Source:
    """The Telegram message behind an action; of a tap, `message_id` is 0. `said_at`: its own date, an edit's
    original's."""

    chat_id: int
    message_id: int
    said_at: datetime
    reply_to_message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """A row of the outbox that this transaction wrote."""

    id: int
    chat_id: int
    notice: Notice
    language: str
    edits_message_id: int | None
    reply_to_message_id: int | None


class NeedsReading(Exception):
    """Something is to be found beside the transactions that write, before the update is handled again.

    `find` finds it by a work of its own; `known` is what was found before.
    """

    def __init__(self, key: Hashable, find: "Callable[[Work], Any]", known: Mapping[Hashable, Any]) -> None:
        super().__init__(type(self).__name__)
        self.key, self.find, self.known = key, find, known


@dataclass
class Work:
    """What an action works with. `now` is aware UTC. Nothing here touches the network."""

    session: Session
    now: datetime
    team: TeamSettings
    directory: Directory
    posted: list[Posted] = field(default_factory=list)
    toast: str | None = None
    """Key of the short text that answers a tap, shown over the chat for a moment; None: no text."""
    tapped_id: int | None = None
    """The message whose button was tapped."""
    screen_id: int | None = None
    """The message of the bot's whose place the next screen takes; None: it comes below."""
    still: "Mapping[str, Any]" = field(default_factory=dict)
    """What the screen that is shown anew goes on saying of what was just done, by the notice's fields."""
    offered: InlinePage | None = None
    """What answers somebody who looks for a customer in any chat; None: nobody waits for it."""

    prepared: Mapping[Hashable, Any] | None = None
    """What was found beforehand, a refusal in place of what there is none of; None: nothing has to be."""

    def apart(self, key: Hashable, find: "Callable[[Work], T]") -> T:
        """What `find` finds, which takes long and only reads. Raises NeedsReading where it is to be found
        beforehand, so that nobody who writes has to wait for it."""
        if self.prepared is None:
            return find(self)
        if key not in self.prepared:
            raise NeedsReading(key, find, self.prepared)
        found: T = self.prepared[key]
        if isinstance(found, SalesError):
            raise found
        return found

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A savepoint: an exception takes back what was written and posted since, then goes on."""
        posted = len(self.posted)
        try:
            with self.session.begin_nested():
                yield
        except BaseException:
            del self.posted[posted:]
            raise

    @contextmanager
    def in_place_of(self, message_id: int | None) -> Iterator[None]:
        """The first screen that is posted meanwhile takes the place of the message, if there is one."""
        self.screen_id = message_id
        try:
            yield
        finally:
            self.screen_id = None

    @contextmanager
    def still_saying(self, said: "Mapping[str, Any]") -> Iterator[None]:
        """The screen that is posted meanwhile says these fields too, unless it has something newer to say."""
        self.still = said
        try:
            yield
        finally:
            self.still = {}

    def zone_of(self, member: Member) -> ZoneInfo:
        return ZoneInfo(member.zone or self.team.zone)

    def __post_init__(self) -> None:
        """Lookups tell by the day for whom somebody stands in; the session is what all of them have."""
        self.session.info[TODAY] = self.today

    def today(self, member: Member) -> date:
        """The member's local date."""
        return self.now.astimezone(self.zone_of(member)).date()

    def post(
        self,
        chat_id: int,
        notice: Notice,
        *,
        to: Member | None = None,
        operation_id: int | None = None,
        edits: int | None = None,
        reply_to: int | None = None,
    ) -> int:
        """Puts a notice into the outbox; sent after the commit, or after a restart. Returns its id."""
        if self.screen_id is not None and edits is None and to is not None and to.telegram_id == chat_id:
            edits, reply_to = self.screen_id, None
        self.screen_id = None if edits == self.screen_id else self.screen_id
        notice = self._still_said(notice)
        values = {
            "chat_id": chat_id,
            "notice": type(notice).__name__,
            "payload": encode(notice),
            "created_at": self.now,
            "member_id": to.id if to else None,
            "operation_id": operation_id,
            "edits_message_id": edits,
            "reply_to_message_id": reply_to,
            "attempts": 0,
        }
        language = (to.language if to else None) or self.team.language
        row = add(self.session, OutboxMessage, values)
        self.posted.append(Posted(row, chat_id, notice, language, edits, reply_to))
        return row

    def _still_said(self, notice: Notice) -> Notice:
        unsaid = {name: said for name, said in self.still.items() if getattr(notice, name, said) is None}
        return msgspec.structs.replace(notice, **unsaid) if unsaid else notice

    def repost(self, posted: Posted, notice: Notice) -> None:
        """Puts a notice in place of one of its kind that this transaction has posted."""
        self.session.execute(
            update(OutboxMessage).where(OutboxMessage.id == posted.id).values(payload=encode(notice)),
            execution_options={"synchronize_session": False},
        )
        self.posted[self.posted.index(posted)] = replace(posted, notice=notice)


def as_id(key: Hashable) -> int:
    """The record id behind a key of the directory, which in the bot is always one."""
    if not isinstance(key, int):
        raise TypeError(f"not a record id: {key!r}")
    return key
