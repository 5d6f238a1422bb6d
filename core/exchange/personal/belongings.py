"""Which rows are about somebody: theirs, those linked to theirs, and what was said and told of those."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, Table, or_, select, tuple_
from sqlalchemy.orm import Session

from core.exchange.personal.mentions import Mentions
from core.exchange.personal.subjects import Kind, Subject
from core.model import (
    Attachment,
    Base,
    Change,
    Company,
    Contact,
    Deal,
    DealComment,
    HeldNotice,
    InboxUpdate,
    Member,
    NameAlias,
    NextStep,
    Operation,
    OutboxMessage,
    OwnWord,
    Person,
    SentDigest,
    Visit,
)

CHUNK = 500
"""So many ids in one query."""

Ids = dict[str, list[int]]
"""Ids of rows by their table."""


@dataclass
class Belongings:
    """Ids of the rows that are about a subject, and the messages in chats that said them.

    `deals`: those whose customer they are themselves; of others they are only who is spoken to.
    """

    subject: Subject
    mentions: Mentions
    ids: Ids = field(default_factory=dict)
    messages: set[tuple[int, int]] = field(default_factory=set)
    telegram_id: int | None = None


def of(session: Session, subject: Subject) -> Belongings:
    """Everything about somebody."""
    found = Belongings(subject, _mentions(session, subject))
    if subject.kind is Kind.PERSON:
        _of_person(session, found)
    else:
        _of_member(session, found)
    return found


def _of_person(session: Session, found: Belongings) -> None:
    who = found.subject.id
    ids = found.ids
    ids["people"] = [who]
    ids["name_aliases"] = _ids(session, select(NameAlias.id).where(NameAlias.person_id == who))
    own = Deal.person_id == who, Deal.company_id.is_(None)
    ids["deals"] = _ids(session, select(Deal.id).where(*own))
    deals = select(Deal.id).where(*own).scalar_subquery()
    about = or_(Contact.person_id == who, Contact.deal_id.in_(deals))
    ids["contacts"] = _ids(session, select(Contact.id).where(about))
    contacts = select(Contact.id).where(about).scalar_subquery()
    for record in (NextStep, Visit):
        linked = or_(record.person_id == who, record.contact_id.in_(contacts), record.deal_id.in_(deals))
        ids[record.__tablename__] = _ids(session, select(record.id).where(linked))
    linked = or_(Attachment.contact_id.in_(contacts), Attachment.deal_id.in_(deals))
    ids["attachments"] = _ids(session, select(Attachment.id).where(linked))
    ids["deal_comments"] = _ids(session, select(DealComment.id).where(DealComment.deal_id.in_(deals)))
    _said_and_told(session, found)


def _said_and_told(session: Session, found: Belongings) -> None:
    """The operations that wrote the rows, the messages that said so and the letters that told of it.

    An import writes for everybody: it is no message, and tells of nobody alone.
    """
    operations: set[int] = set()
    for table, ids in found.ids.items():
        for some in _chunks(ids):
            written = select(Change.operation_id).where(Change.record == table, Change.record_id.in_(some))
            operations.update(session.scalars(written.distinct()))
    for some in _chunks(sorted(operations)):
        said = select(Operation.chat_id, Operation.message_id).where(
            Operation.id.in_(some), Operation.message_id.is_not(None)
        )
        found.messages.update((row[0], row[1]) for row in session.execute(said) if row[0] is not None)
    for pairs in _chunks(sorted(found.messages)):
        beside = select(Operation.id).where(tuple_(Operation.chat_id, Operation.message_id).in_(pairs))
        operations.update(session.scalars(beside))
    found.ids["operations"] = sorted(operations)
    letters: list[int] = []
    for some in _chunks(found.ids["operations"]):
        letters += _ids(session, select(OutboxMessage.id).where(OutboxMessage.operation_id.in_(some)))
    found.ids["outbox"] = letters
    found.ids["beside"] = sorted(_contacts_beside(session, found))
    found.ids["inbox"] = [row.id for row in _updates(session) if message_of(row.payload) in found.messages]


def _contacts_beside(session: Session, found: Belongings) -> set[int]:
    """Contacts with others that the same messages told of, whose notes are those messages."""
    beside: set[int] = set()
    for pairs in _chunks(sorted(found.messages)):
        same = tuple_(Operation.chat_id, Operation.message_id).in_(pairs)
        query = select(Change.record_id).join(Operation, Operation.id == Change.operation_id)
        beside.update(session.scalars(query.where(same, Change.record == "contacts")))
    return beside - set(found.ids["contacts"])


def _of_member(session: Session, found: Belongings) -> None:
    who = found.subject.id
    member = session.get_one(Member, who)
    found.telegram_id = member.telegram_id
    ids = found.ids
    ids["members"] = [who]
    for record in (OwnWord, HeldNotice, SentDigest, Visit):
        ids[record.__tablename__] = _ids(session, select(record.id).where(record.member_id == who))
    between = or_(DealComment.by_id == who, DealComment.to_id == who)
    ids["deal_comments"] = _ids(session, select(DealComment.id).where(between))
    ids["operations"] = _ids(session, select(Operation.id).where(Operation.by_id == who))
    theirs = or_(OutboxMessage.member_id == who, OutboxMessage.chat_id == member.telegram_id)
    ids["outbox"] = _ids(session, select(OutboxMessage.id).where(theirs))
    ids["inbox"] = _ids(session, select(InboxUpdate.id).where(InboxUpdate.chat_id == member.telegram_id))


def _mentions(session: Session, subject: Subject) -> Mentions:
    if subject.kind is Kind.MEMBER:
        mentions, others = Mentions.of([subject.name], alone=True), [Member.name, Person.name]
    else:
        person = session.get_one(Person, subject.id)
        aliases = session.scalars(select(NameAlias.alias).where(NameAlias.person_id == person.id))
        names = [person.name, *aliases]
        mentions = Mentions.of(names, [person.phone or ""], [person.email or ""], alone=False)
        others = [Person.name, Company.name, Member.name]
    same = {Kind.PERSON: Person, Kind.MEMBER: Member}[subject.kind]
    for column in others:
        record = column.class_
        query = select(column) if record is not same else select(column).where(record.id != subject.id)
        if any(mentions.names_also(name) for name in session.scalars(query)):
            return Mentions(mentions.first, mentions.last, mentions.numbers, mentions.addresses, True)
    return mentions


def message_of(payload: str) -> tuple[int, int] | None:
    """The chat and the number of the message that an update as Telegram sent it is about."""
    try:
        update = json.loads(payload)
    except ValueError:
        return None
    update = update if isinstance(update, dict) else {}
    message = update.get("message") or update.get("edited_message") or {}
    chat = message.get("chat", {}).get("id") if isinstance(message, dict) else None
    number = message.get("message_id") if isinstance(message, dict) else None
    return (chat, number) if isinstance(chat, int) and isinstance(number, int) else None


def _updates(session: Session) -> Iterator[Any]:
    query = select(InboxUpdate.id, InboxUpdate.payload).order_by(InboxUpdate.id)
    yield from session.execute(query.execution_options(yield_per=CHUNK))


def _ids(session: Session, query: Select[tuple[int]]) -> list[int]:
    return sorted(session.scalars(query))


def _chunks(some: list[Any]) -> Iterable[list[Any]]:
    return (some[at : at + CHUNK] for at in range(0, len(some), CHUNK))


def table_of(name: str) -> Table:
    return Base.metadata.tables[name]


def rows_of(session: Session, name: str, ids: list[int]) -> Iterator[dict[str, Any]]:
    """The rows of a table with these ids, in order."""
    table = table_of(name)
    for some in _chunks(ids):
        query = select(table).where(table.c.id.in_(some)).order_by(table.c.id)
        yield from (dict(row) for row in session.execute(query).mappings())
