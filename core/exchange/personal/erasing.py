"""Erasing a person: their words and names leave the database, and everything that is counted stays."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, or_, select, true, update
from sqlalchemy.orm import Session

from core.errors import SalesError
from core.exchange.personal import belongings
from core.exchange.personal.belongings import CHUNK, Belongings, table_of
from core.exchange.personal.columns import JSON, PLAIN
from core.exchange.personal.mentions import GONE, unsaid, within
from core.exchange.personal.subjects import Kind, Subject
from core.model import Company, Member, OwnWord, Person
from core.notices import Answered, encode
from core.storage.ledger import Ledger

ERASE = "erase"
"""What the operation is called; it names nobody."""

CLEARED: Mapping[str, Mapping[str, Any]] = {
    "contacts": {"note": None},
    "next_steps": {"text": None},
    "visits": {"latitude": None, "longitude": None},
    "deal_comments": {"text": GONE},
    "attachments": {"name": None, "file_id": GONE, "file_unique_id": GONE},
}
"""What the rows that are about a person hold of words and places, and what is there afterwards."""

UNCLEARED_OF_MEMBER = frozenset({"contacts", "next_steps", "attachments"})
"""What a colleague did for customers is the customers' history, and stays without the colleague's name."""

COUNTED: Mapping[str, tuple[str, ...]] = {
    "people": ("*", "deleted_at", "company_id"),
    "members": ("*", "left_at", "joined_at", "role", "team_id"),
}
"""Fields of their own whose past is no word of theirs, and is counted by."""


class StillHasAccess(SalesError):
    """A colleague who is still in the team cannot be erased. Field: `who`."""

    key = "error-still-has-access"


@dataclass
class Erased:
    """How many rows of each table were changed or deleted."""

    rows: dict[str, int] = field(default_factory=dict)

    def add(self, table: str, count: int) -> None:
        if count:
            self.rows[table] = self.rows.get(table, 0) + count


def erase(session: Session, subject: Subject, called: str, now: datetime) -> Erased:
    """Takes somebody's names, numbers, notes and messages out of every table, in this transaction.

    `called`: what stands in place of the name. What has not been handled or sent yet stays until it is. The
    log says that somebody was erased and when, not who it was. Raises StillHasAccess.
    """
    found, erased = belongings.of(session, subject), Erased()
    if subject.kind is Kind.PERSON:
        _erase_person(session, subject, called, now)
    else:
        _erase_member(session, found, called, now)
    erased.add("people" if subject.kind is Kind.PERSON else "members", 1)
    session.flush()
    connection = session.connection()
    _clear(connection, found, erased)
    _forget_values(connection, found, erased)
    _forget_messages(connection, found, erased)
    _forget_letters(connection, found, erased)
    _unname(connection, found, erased)
    session.expire_all()
    return erased


def _erase_person(session: Session, subject: Subject, called: str, now: datetime) -> None:
    person = session.get_one(Person, subject.id)
    for name in ("phone", "email"):  # a company of one has its owner's
        if getattr(person, name):
            theirs = Company.__table__.c[name] == getattr(person, name)
            session.execute(update(table_of("companies")).where(theirs).values({name: None}))
    ledger = Ledger.begin(session, ERASE, now)
    gone = {"phone": None, "email": None, "role": None, "note": None, "external_id": None}
    ledger.change(person, {"name": called, "deleted_at": person.deleted_at or now} | gone)
    ledger.close()
    session.connection().execute(
        delete(table_of("name_aliases")).where(table_of("name_aliases").c.person_id == subject.id)
    )


def _erase_member(session: Session, found: Belongings, called: str, now: datetime) -> None:
    member = session.get_one(Member, found.subject.id)
    if member.has_access:
        raise StillHasAccess(who=member.name)
    ledger = Ledger.begin(session, ERASE, now)
    own = {"telegram_id": None, "language": None, "zone": None, "asked_id": None, "visit_id": None}
    times = {"quiet_from": None, "quiet_to": None, "snoozed_until": None}
    ledger.change(member, {"name": called, "left_at": member.left_at or now} | own | times)
    for word in session.scalars(select(OwnWord).where(OwnWord.member_id == member.id)):
        ledger.change(word, {"deleted_at": word.deleted_at or now})
        word.word = word.meaning = GONE
    ledger.close()
    connection = session.connection()
    for name in ("member_routines", "held_notices"):
        connection.execute(delete(table_of(name)).where(table_of(name).c.member_id == member.id))
    invites = table_of("invites")
    theirs = or_(invites.c.member_id == member.id, invites.c.used_by_id == member.id)
    connection.execute(update(invites).where(theirs).values(name=None))
    connection.execute(delete(table_of("chats")).where(table_of("chats").c.id == found.telegram_id))


def _clear(connection: Connection, found: Belongings, erased: Erased) -> None:
    """The words of the rows that are about them, and of the messages that wrote those."""
    for name, values in CLEARED.items():
        if found.subject.kind is Kind.MEMBER and name in UNCLEARED_OF_MEMBER:
            continue
        erased.add(name, _update(connection, name, found.ids.get(name, []), values))
    if found.subject.kind is Kind.MEMBER:
        chat = {
            "chat_id": -found.subject.id
        }  # no chat's number; what one message did is still counted as one
        _update(connection, "operations", found.ids["operations"], chat)
    about = partial(found.mentions.without, about=True)
    if found.subject.kind is Kind.PERSON:
        _rewrite(connection, "deals", ("title",), about, erased, found.ids["deals"])
        _rewrite(connection, "contacts", ("note",), about, erased, found.ids["beside"])
    _rewrite(
        connection, "operations", ("intent",), partial(unsaid, change=about), erased, found.ids["operations"]
    )


def _forget_values(connection: Connection, found: Belongings, erased: Erased) -> None:
    """What their fields have ever been: the log keeps that they changed, and when."""
    changes = table_of("changes")
    fields = {name: changes.c.field.in_(values) for name, values in CLEARED.items()}
    fields |= {name: changes.c.field.not_in(kept) for name, kept in COUNTED.items()}
    for name, of_theirs in fields.items():
        for some in _chunked(found.ids.get(name, [])):
            theirs = (changes.c.record == name, changes.c.record_id.in_(some), of_theirs)
            forgotten = update(changes).where(*theirs).values(old=None, new=None)
            erased.add("changes", _done(connection, forgotten))


def _forget_messages(connection: Connection, found: Belongings, erased: Erased) -> None:
    """Updates that were handled or set aside keep their number only."""
    inbox = table_of("inbox")
    values: dict[str, Any] = {"payload": "{}"}
    values |= {"chat_id": 0} if found.subject.kind is Kind.MEMBER else {}
    for some in _chunked(found.ids["inbox"]):
        theirs = (inbox.c.id.in_(some), _is_over(inbox))
        erased.add("inbox", _done(connection, update(inbox).where(*theirs).values(values)))
    named = _naming(connection, found, "inbox", _is_over(inbox))
    erased.add("inbox", _update(connection, "inbox", named, {"payload": "{}"}))


def _forget_letters(connection: Connection, found: Belongings, erased: Erased) -> None:
    """Letters that were sent go. The newest of all stays, without its words: its number is given once."""
    outbox = table_of("outbox")
    newest = connection.scalar(select(func.max(outbox.c.id))) or 0
    is_over = or_(outbox.c.sent_at.is_not(None), outbox.c.failed_at.is_not(None))
    theirs = sorted({*found.ids["outbox"], *_naming(connection, found, "outbox", is_over)})
    for some in _chunked(theirs):
        gone = (outbox.c.id.in_(some), outbox.c.id != newest, is_over)
        erased.add("outbox", _done(connection, delete(outbox).where(*gone)))
    if newest in theirs:
        nothing: dict[str, Any] = {"notice": Answered.__name__, "payload": encode(Answered())}
        if found.subject.kind is Kind.MEMBER and newest in found.ids["outbox"]:
            nothing |= {"chat_id": 0}
        connection.execute(update(outbox).where(outbox.c.id == newest, is_over).values(nothing))
    held = table_of("held_notices")
    for some in _chunked(_naming(connection, found, "held_notices", true())):
        erased.add("held_notices", _done(connection, delete(held).where(held.c.id.in_(some))))


def _is_over(inbox: Table) -> ColumnElement[bool]:
    """What waits is handled as it was said."""
    return or_(inbox.c.done_at.is_not(None), inbox.c.failed_at.is_not(None))


def _naming(
    connection: Connection, found: Belongings, name: str, condition: ColumnElement[bool]
) -> list[int]:
    """The rows of a mailbox whose JSON names them."""
    table, ids = table_of(name), []
    query = select(table.c.id, table.c.payload).where(condition).order_by(table.c.id)
    for row in connection.execute(query):
        if _changed(row.payload, partial(within, change=found.mentions.without)) != row.payload:
            ids.append(row.id)
    return ids


def _unname(connection: Connection, found: Belongings, erased: Erased) -> None:
    """Goes through everything that others wrote and were told, and takes the name out of it."""
    without = found.mentions.without
    for name, columns in PLAIN.items():
        _rewrite(connection, name, columns, without, erased)
    for name, columns in JSON.items():
        _rewrite(connection, name, columns, partial(within, change=without), erased)


def _rewrite(
    connection: Connection,
    name: str,
    columns: tuple[str, ...],
    change: Callable[[str], str],
    erased: Erased,
    ids: list[int] | None = None,
) -> None:
    """Changes the columns where there is something to change: of all rows, or of those with the ids."""
    table = table_of(name)
    last, wanted = 0, None if ids is None else set(ids)
    while True:
        query = select(table.c.id, *(table.c[column] for column in columns)).where(table.c.id > last)
        if name == "inbox":
            query = query.where(_is_over(table))
        rows = connection.execute(query.order_by(table.c.id).limit(CHUNK)).all()
        if not rows:
            return
        last = rows[-1].id
        for row in rows:
            if wanted is None or row.id in wanted:
                _rewrite_row(connection, name, row, change, erased)


def _rewrite_row(
    connection: Connection, name: str, row: Any, change: Callable[[str], str], erased: Erased
) -> None:
    old = {column: value for column, value in row._mapping.items() if column != "id" and value}
    new = {column: _changed(value, change) for column, value in old.items()}
    if new != old:
        table = table_of(name)
        connection.execute(update(table).where(table.c.id == row.id).values(new))
        erased.add(name, 1)


def _changed(value: str, change: Callable[[str], str]) -> str:
    try:
        return change(value)
    except ValueError:
        return value  # no JSON: bytes that were set aside


def _update(connection: Connection, name: str, ids: list[int], values: Mapping[str, Any]) -> int:
    table = table_of(name)
    return sum(
        _done(connection, update(table).where(table.c.id.in_(some)).values(values)) for some in _chunked(ids)
    )


def _done(connection: Connection, statement: Any) -> int:
    return int(connection.execute(statement).rowcount)


def _chunked(ids: list[int]) -> list[list[int]]:
    return [ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK)]
