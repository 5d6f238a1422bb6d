"""The books of the year: what was due beside what was queued, delivered, and found in the chats."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from sqlalchemy import select

from core.model import Contact, HeldNotice, InboxUpdate, OutboxMessage
from core.storage.database import Database
from playground.jsontypes import Json
from tests.crash.crowd import mark_in
from tests.year.calendar import Key
from tests.year.team import Person

IN_TIME = timedelta(minutes=2)
"""Simulated: a restart and a lease that runs out fall into it."""

SECOND = timedelta(seconds=1)

HIDES = ("Agenda", "EveningLine")
UNASKED = (*HIDES, "Digest", "OwnWeek", "Reminder", "Commented")

FAULTS = (
    *("missing", "twice", "unexpected", "late", "undelivered", "unexplained"),
    *("held_lost", "held_twice", "not_logged", "faults"),
)
"""The figures of promises broken."""


@dataclass
class Account:
    """Figures of a run. Those of `FAULTS` have to be none.

    `folded`: notices that were held and told of in a summary; `doubled`: letters that are in a chat twice, as
    a kill fell between sending and marking; `unexplained`: twice for no such reason. `late`: queued later
    than two minutes after they were due. `faults`: updates and letters that were set aside, and bots that
    logged tracebacks. `most` and `usual`: unasked notices of a person's day, reminders of named hours among
    them.
    """

    due: int = 0
    once: int = 0
    delivered: int = 0
    folded: int = 0
    doubled: int = 0
    kills: int = 0
    outages: int = 0
    logged: int = 0
    usual: float = 0.0
    most: int = 0
    most_without_reminders: int = 0
    missing: int = 0
    twice: int = 0
    unexpected: int = 0
    late: int = 0
    undelivered: int = 0
    unexplained: int = 0
    held_lost: int = 0
    held_twice: int = 0
    not_logged: int = 0
    faults: int = 0
    by_kind: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    """What is wrong, a line each, to look into."""

    def blame(self, fault: str, words: object) -> None:
        """Counts one of `FAULTS`, and says what it is."""
        setattr(self, fault, getattr(self, fault) + 1)
        self.wrong.append(f"{fault}: {words}")

    def broken(self) -> dict[str, int]:
        """The figures that have to be none, and are not."""
        return {name: count for name in FAULTS if (count := getattr(self, name))}

    def is_sound(self) -> bool:
        return not self.broken()


@dataclass(frozen=True)
class Queued:
    """A notice that was queued, or held for a summary."""

    key: Key
    at: datetime
    is_held: bool


class Books:
    """Reads the database after the run."""

    def __init__(self, database: Database, people: Sequence[Person]) -> None:
        with database.reading() as session:
            letters = session.scalars(select(OutboxMessage).order_by(OutboxMessage.id)).all()
            self.held = session.scalars(select(HeldNotice).order_by(HeldNotice.id)).all()
            self.marks = Counter(mark_in(note or "") for note in session.scalars(select(Contact.note)))
            failed = select(InboxUpdate).where(InboxUpdate.failed_at.is_not(None))
            self.failed = session.scalars(failed).all()
        self.letters = [row for row in letters if row.edits_message_id is None]
        self.person = {person.id: person for person in people}

    def queued(self) -> Iterator[Queued]:
        """All notices that come by themselves and are reckoned with."""
        for row in self.letters:
            for key in _keys(row.member_id or 0, json.loads(row.payload)):
                yield Queued(key, row.created_at, is_held=False)
        for each in self.held:
            for key in _keys(each.member_id, json.loads(each.payload)):
                yield Queued(key, each.created_at, is_held=True)

    def told_of(self) -> Counter[int]:
        """How often a summary that came by itself told of each held notice."""
        told = [json.loads(row.payload) for row in self.letters if row.notice in HIDES]
        return Counter(line["id"] for notice in told for line in notice.get("held", []))

    def of_days(self, kinds: Sequence[str]) -> Counter[tuple[int, date]]:
        """How many notices of the kinds each person got on each of their days."""
        return Counter(
            (row.member_id, row.created_at.astimezone(self.person[row.member_id].zone).date())
            for row in self.letters
            if row.member_id in self.person and row.notice in kinds
        )


def _keys(member: int, notice: Mapping[str, Any]) -> Iterator[Key]:
    kind = notice["type"]
    if kind == "Agenda":
        yield "agenda", member, notice["on"]
    elif kind == "EveningLine":
        yield "evening", member, notice["today"]
    elif kind == "OwnWeek":
        yield "week", member, notice["start"]
    elif kind == "Digest":
        yield "digest", member, f"{notice['length']}{notice['start']}"
    elif kind == "Reminder":
        yield from (("reminder", line["id"], "") for line in notice["steps"])
    elif kind == "Commented":
        yield "comment", member, notice["text"]


def closed(books: Books, due: Mapping[Key, datetime], waits: Collection[int], account: Account) -> Account:
    """The account without what is in the chats. `waits`: who is still to have a summary."""
    _close_due(books, due, account)
    _close_held(books, waits, account)
    for number in range(account.logged):
        if books.marks[number] != 1:
            account.blame("not_logged", f"message {number}, {books.marks[number]} times")
    for update in books.failed:
        account.blame("faults", f"update {update.id}: {update.error}")
    for row in books.letters:
        if row.failed_at is not None:
            account.blame("faults", f"{row.notice} {row.id}: {row.error}")
    days = books.of_days(UNASKED)
    account.usual, account.most = median(days.values()), max(days.values())
    rest = books.of_days([kind for kind in UNASKED if kind != "Reminder"])
    account.most_without_reminders = max(rest.values())
    return account


def _close_due(books: Books, due: Mapping[Key, datetime], account: Account) -> None:
    """Whether what was due was queued, or held, once and in time, and nothing else."""
    queued: dict[Key, list[Queued]] = defaultdict(list)
    for each in books.queued():
        queued[each.key].append(each)
    account.due = len(due)
    account.by_kind = dict(Counter(kind for kind, _, _ in due))
    for key, moment in due.items():
        found = queued.pop(key, [])
        account.once += len(found) == 1
        said = f"{key} due {moment}: {[each.at.isoformat() for each in found]}"
        if not found:
            account.blame("missing", said)
        if len(found) > 1:
            account.blame("twice", said)
        if any(each.at - moment > IN_TIME for each in found):
            account.blame("late", said)
    for key, found in queued.items():
        for each in found:
            account.blame("unexpected", f"{key} at {each.at}")


def _close_held(books: Books, waits: Collection[int], account: Account) -> None:
    """Whether what was held was told of once."""
    told = books.told_of()
    account.folded = len(books.held)
    for each in books.held:
        times = told[each.id]
        said = f"{json.loads(each.payload)['type']} {each.id} from {each.created_at}, told {times} times"
        if not times and (each.told_at is not None or each.member_id not in waits):
            account.blame("held_lost", said)
        if times > 1:
            account.blame("held_twice", said)


def compare(
    books: Books,
    chats: Mapping[int, Sequence[Json]],
    kills: Sequence[datetime],
    account: Account,
    reach: timedelta = SECOND,
) -> None:
    """What is in the chats beside what was sent: each letter once, a second time only where a kill explains
    it. `chats`: the bot's messages by person. `reach`: for how long before a sending a kill explains it."""
    letters: dict[int, list[OutboxMessage]] = defaultdict(list)
    for row in books.letters:
        letters[row.chat_id].append(row)
    for chat, messages in chats.items():
        sent = sendings(messages)
        there = {each["message_id"] for each in sent}
        mine = {row.message_id for row in letters[chat]}
        account.delivered += sum(row.message_id in there for row in letters[chat])
        for row in letters[chat]:
            if row.sent_at is None or row.message_id not in there:
                account.blame("undelivered", f"{row.notice} {row.id} {row.sent_at} {row.error}")
        for each in sent:
            if each["message_id"] in mine:
                continue
            if _is_explained(each, letters[chat], kills, reach):
                account.doubled += 1
            else:
                account.blame("unexplained", each)


def sendings(messages: Sequence[Json]) -> list[Json]:
    """The first message of each letter that was sent: an album is one letter and several messages."""
    first: dict[str, Json] = {}
    for each in messages:
        first.setdefault(each.get("media_group_id") or str(each["message_id"]), each)
    return list(first.values())


def _is_explained(
    message: Json, letters: Sequence[OutboxMessage], kills: Sequence[datetime], reach: timedelta
) -> bool:
    """Whether a kill fell between this sending of a letter and its marking."""
    sent = datetime.fromtimestamp(message["date"], tz=kills[0].tzinfo) if kills else None
    if sent is None:
        return False
    later = (row.sent_at for row in letters if row.created_at <= sent + SECOND and row.sent_at is not None)
    return any(
        sent - reach <= kill <= marked + SECOND for marked in later if marked >= sent for kill in kills
    )
