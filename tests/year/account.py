"""The books of the year: what was due beside what was queued, delivered, and found in the chats."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from sqlalchemy import func, select

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


@dataclass
class Account:
    """Figures of a run. Those from `missing` to `faults` have to be none.

    `folded`: notices that were held and told of in a summary; `doubled`: messages that are in a chat twice,
    as a kill fell between sending and marking; `unexplained`: twice for no such reason. `late`: queued later
    than two minutes after they were due. `most` and `usual`: unasked notices of a person's day, reminders of
    named hours among them.
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
    """Some of what is wrong, to look into."""

    def is_sound(self) -> bool:
        bad = (self.missing, self.twice, self.unexpected, self.late, self.undelivered, self.unexplained)
        return not any((*bad, self.held_lost, self.held_twice, self.not_logged, self.faults))


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
            failed = select(func.count()).select_from(InboxUpdate).where(InboxUpdate.failed_at.is_not(None))
            self.failed = session.scalar(failed) or 0
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
    queued: dict[Key, list[Queued]] = defaultdict(list)
    for each in books.queued():
        queued[each.key].append(each)
    account.due = len(due)
    account.by_kind = dict(Counter(kind for kind, _, _ in due))
    for key, moment in due.items():
        found = queued.pop(key, [])
        account.once += len(found) == 1
        account.missing += not found
        account.twice += len(found) > 1
        account.late += any(each.at - moment > IN_TIME for each in found)
        if len(found) != 1 or found[0].at - moment > IN_TIME:
            account.wrong.append(f"{key} due {moment}: {[each.at.isoformat() for each in found]}")
    account.unexpected = sum(map(len, queued.values()))
    account.wrong += [f"not due: {key} {each[0].at}" for key, each in queued.items()]
    told = books.told_of()
    account.folded = len(books.held)
    lost = [each for each in books.held if told[each.id] == 0]
    account.held_lost = sum(each.told_at is not None or each.member_id not in waits for each in lost)
    account.held_twice = sum(told[each.id] > 1 for each in books.held)
    account.not_logged = sum(books.marks[number] != 1 for number in range(account.logged))
    account.faults += books.failed + sum(row.failed_at is not None for row in books.letters)
    days = books.of_days(UNASKED)
    account.usual, account.most = median(days.values()), max(days.values())
    rest = books.of_days([kind for kind in UNASKED if kind != "Reminder"])
    account.most_without_reminders = max(rest.values())
    return account


def compare(
    books: Books, chats: Mapping[int, Sequence[Json]], kills: Sequence[datetime], account: Account
) -> None:
    """What is in the chats beside what was sent: each letter once, a second time only where a kill explains
    it. `chats`: the bot's messages by person."""
    letters: dict[int, list[OutboxMessage]] = defaultdict(list)
    for row in books.letters:
        letters[row.chat_id].append(row)
    for chat, messages in chats.items():
        there = {each["message_id"] for each in messages}
        mine = {row.message_id: row for row in letters[chat]}
        account.delivered += sum(row.message_id in there for row in letters[chat])
        lost = [row for row in letters[chat] if row.sent_at is None or row.message_id not in there]
        account.undelivered += len(lost)
        account.wrong += [f"not delivered: {row.notice} {row.id} {row.sent_at} {row.error}" for row in lost]
        for each in messages:
            if each["message_id"] not in mine:
                is_explained = _is_explained(each, letters[chat], kills)
                account.doubled += is_explained
                account.unexplained += not is_explained


def _is_explained(message: Json, letters: Sequence[OutboxMessage], kills: Sequence[datetime]) -> bool:
    """Whether a kill fell between this sending of a letter and its marking."""
    sent = datetime.fromtimestamp(message["date"], tz=kills[0].tzinfo) if kills else None
    if sent is None:
        return False
    later = (row.sent_at for row in letters if row.created_at <= sent + SECOND and row.sent_at is not None)
    return any(
        sent - SECOND <= kill <= marked + SECOND for marked in later if marked >= sent for kill in kills
    )
