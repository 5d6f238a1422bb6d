"""Giving a person what is kept about them, as one JSON document."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.exchange.personal import belongings
from core.exchange.personal.belongings import Belongings, rows_of, table_of
from core.exchange.personal.columns import JSON, PLAIN
from core.exchange.personal.mentions import within
from core.exchange.personal.subjects import Kind, Subject
from core.model import Company, Deal, Member, Stage
from core.storage.names import Titled, names

RECORDS = (
    *("people", "members", "name_aliases", "contacts", "next_steps", "deals", "deal_comments", "attachments"),
    *("visits", "own_words", "held_notices", "digests"),
)
ALSO_OF_MEMBER = {
    "contacts": "by_id",
    "deals": "owner_id",
    "next_steps": "owner_id",
    "attachments": "by_id",
    "expenses": "by_id",
    "orders": "owner_id",
    "absences": "member_id",
    "targets": "member_id",
    "member_routines": "member_id",
    "feature_uses": "member_id",
}
"""What a colleague did and has beside what is about themselves, by the column that says whose it is."""

NOT_HERE = (
    "What the chats of Telegram hold, and photos and files, which Telegram keeps.",
    "What backups hold that were made earlier.",
    "What was logged long ago is here as it was logged; messages as they came are kept for a time only.",
)


def document(session: Session, subject: Subject, now: datetime) -> dict[str, Any]:
    """Everything that the database has about somebody, in plain values: dates as ISO text, money as text."""
    found = belongings.of(session, subject)
    records = {name: list(rows_of(session, name, found.ids.get(name, []))) for name in RECORDS}
    if subject.kind is Kind.MEMBER:
        records |= {name: _of_member(session, name, subject.id) for name in ALSO_OF_MEMBER}
    else:
        records["deals"] = _deals_with(session, subject.id)
    told = {
        "subject": {"kind": subject.kind, "id": subject.id, "name": subject.name},
        "made_at": now,
        "records": {name: rows for name, rows in records.items() if rows},
        "audit": list(_audit(session, found)),
        "messages": [_parsed(row, "payload") for row in rows_of(session, "inbox", found.ids["inbox"])],
        "told": [_parsed(row, "payload") for row in rows_of(session, "outbox", found.ids["outbox"])],
        "mentioned": list(_mentioned(session, found)),
        "names": _names(session, records),
        "not_here": list(NOT_HERE),
    }
    plain: dict[str, Any] = msgspec.to_builtins(told, enc_hook=_as_text, str_keys=True)
    return plain


def _as_text(value: Any) -> Any:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _of_member(session: Session, name: str, member_id: int) -> list[dict[str, Any]]:
    table = table_of(name)
    query = select(table).where(table.c[ALSO_OF_MEMBER[name]] == member_id).order_by(table.c.id)
    return [dict(row) for row in session.execute(query).mappings()]


def _deals_with(session: Session, person_id: int) -> list[dict[str, Any]]:
    """Those in which they are spoken to, as their own."""
    deals = table_of("deals")
    query = select(deals).where(deals.c.person_id == person_id).order_by(deals.c.id)
    return [dict(row) for row in session.execute(query).mappings()]


def _audit(session: Session, found: Belongings) -> Iterator[dict[str, Any]]:
    """Who did what that is about them, and which fields got which values."""
    about = {(name, key) for name in RECORDS for key in found.ids.get(name, [])}
    changes = table_of("changes")
    who = names(session, Member, session.scalars(select(Member.id)))
    for operation in rows_of(session, "operations", found.ids["operations"]):
        query = select(changes).where(changes.c.operation_id == operation["id"]).order_by(changes.c.id)
        rows = [dict(row) for row in session.execute(query).mappings()]
        theirs = [row for row in rows if found.subject.kind is Kind.MEMBER or _key(row) in about]
        intent = operation["intent"] and msgspec.json.decode(operation["intent"])
        by = who.get(operation["by_id"])
        yield {"did": operation["name"], "at": operation["at"], "by": by, "intent": intent, "changes": theirs}


def _key(change: dict[str, Any]) -> tuple[str, int]:
    return change["record"], change["record_id"]


def _parsed(row: dict[str, Any], column: str) -> dict[str, Any]:
    try:
        return row | {column: msgspec.json.decode(row[column])}
    except msgspec.DecodeError:
        return row


def _mentioned(session: Session, found: Belongings) -> Iterator[dict[str, Any]]:
    """Where others wrote of them, or were told of them, outside of what is about them anyway."""
    for name, columns in (*PLAIN.items(), *JSON.items()):
        table, known = table_of(name), set(found.ids.get(name, []))
        query = select(table.c.id, *(table.c[column] for column in columns)).order_by(table.c.id)
        for row in session.execute(query.execution_options(yield_per=belongings.CHUNK)):
            for column in columns:
                text = row._mapping[column]
                if text and row.id not in known and _is_in(found, name, text):
                    yield {"table": name, "id": row.id, "column": column, "text": text}


def _is_in(found: Belongings, name: str, text: str) -> bool:
    if name in PLAIN:
        return found.mentions.are_in(text)
    try:
        return within(text, found.mentions.without) != text
    except ValueError:
        return False


def _names(session: Session, records: dict[str, list[dict[str, Any]]]) -> dict[str, dict[int | None, str]]:
    """What the numbers in the records stand for."""
    rows = [row for some in records.values() for row in some]
    kinds: dict[str, type[Titled]] = {"company_id": Company, "deal_id": Deal, "stage_id": Stage}
    found = {
        column: names(session, kind, {row.get(column) for row in rows}) for column, kind in kinds.items()
    }
    people = {row.get(column) for row in rows for column in ("by_id", "owner_id", "to_id", "member_id")}
    return found | {"member_id": names(session, Member, people)}
