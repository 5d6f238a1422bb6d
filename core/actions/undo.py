"""Undo: taking an operation back, field by field, where nothing newer stands."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import InstrumentedAttribute

from core.actions import giving, handover
from core.actions.again import show_again, standing
from core.actions.answer import retell, undone
from core.actions.work import Work
from core.errors import NothingToUndo, TooLateToUndo
from core.model import (
    Absence,
    Attachment,
    Base,
    Change,
    Company,
    Contact,
    Deal,
    DealShare,
    Expense,
    Member,
    NameAlias,
    NextStep,
    Operation,
    Order,
    OutboxMessage,
    OwnWord,
    Person,
    StageChange,
    Visit,
)
from core.notices import Logged
from core.storage import records
from core.storage.ledger import CREATED, Ledger, decoded, put

RECORDS: dict[str, type[Base]] = {
    record.__tablename__: record
    for record in (
        *(Company, Person, Deal, Contact, NextStep),
        *(Absence, Attachment, DealShare, Expense, NameAlias, Order, OwnWord, Visit),
    )
}
"""The records that a person can write and so take back."""

NEVER_UNDONE = frozenset(
    {"undo", "join", "leave", "move_member", "import", "language", "zone", "forget", "target", "product"}
)
"""Operations that are no sales work, or have a way back of their own."""

TOGETHER = (
    frozenset({"amount", "currency"}),
    frozenset({"stage_id", "stage_entered_at", "closed_on", "lost_reason"}),
    frozenset({"buys_from", "where_said_on"}),
)
"""Fields that only make sense together: where one of them stays, all do."""

USES: dict[type[Base], tuple[InstrumentedAttribute[Any], ...]] = {
    Company: (
        Contact.company_id,
        NextStep.company_id,
        Deal.company_id,
        Person.company_id,
        Expense.company_id,
    ),
    Person: (Contact.person_id, NextStep.person_id, Deal.person_id),
    Deal: (Contact.deal_id, NextStep.deal_id, Expense.deal_id),
}
"""What hangs on a record: while there is any, undoing its creation keeps it."""


def undo(work: Work, by: Member, operation_id: int, chat_id: int, card_id: int | None) -> list[str]:
    """Takes the operation back and says so: its card tells of it, another screen is shown as it is now.

    Returns the fields where something newer stands. Raises NotFound, NothingToUndo and TooLateToUndo.
    """
    operation = records.get(work.session, by, Operation, operation_id)
    if operation.undone_at is not None or operation.by_id != by.id or operation.name in NEVER_UNDONE:
        raise NothingToUndo()
    if not operation.is_recent(work.now):
        raise TooLateToUndo()
    return undo_shown(work, by, operation, chat_id, card_id)


def undo_last(work: Work, by: Member, chat_id: int) -> None:
    """Takes the member's newest operation back: where it is shown, and said below as well.

    Raises NothingToUndo and TooLateToUndo.
    """
    newest = work.session.scalar(
        select(Operation)
        .where(Operation.by_id == by.id, Operation.undone_at.is_(None), Operation.name.not_in(NEVER_UNDONE))
        .order_by(Operation.id.desc())
        .limit(1)
    )
    if newest is None:
        raise NothingToUndo()
    card_id = records.card_of(work.session, by, newest) or _shown_in(work, by, newest, chat_id)
    kept = undo(work, by, newest.id, chat_id, card_id)
    if card_id is not None:
        work.post(chat_id, undone(work, newest, kept), to=by)


def undo_shown(work: Work, by: Member, operation: Operation, chat_id: int, card_id: int | None) -> list[str]:
    """Takes the operation back, however old, and shows it; returns what could not be taken back."""
    kept = take_back(work, by, operation)
    if operation.name == handover.NAME:
        giving.tell_taken_back(work, by, operation.id)
    if (
        card_id is None
        or _tells(work, by, operation, chat_id, card_id)
        or not show_again(work, by, chat_id, card_id)
    ):
        retell(work, by, operation, card_id, kept=kept)
    return kept


def _tells(work: Work, by: Member, operation: Operation, chat_id: int, card_id: int) -> bool:
    """Whether the message is the card of that operation, and not of one whose step it has closed."""
    shown = standing(work, by, chat_id, card_id)
    return isinstance(shown, Logged) and shown.operation_id == operation.id


def _shown_in(work: Work, by: Member, operation: Operation, chat_id: int) -> int | None:
    """The message with the screen on which it was done, its Undo under it."""
    named = f'"operation_id":{operation.id}'
    found = work.session.execute(
        select(OutboxMessage.message_id, OutboxMessage.edits_message_id)
        .where(OutboxMessage.chat_id == chat_id, OutboxMessage.member_id == by.id)
        .where(OutboxMessage.created_at >= operation.at)
        .where(or_(*(OutboxMessage.payload.contains(named + end) for end in ",}")))
        .order_by(OutboxMessage.id.desc())
        .limit(1)
    ).one_or_none()
    return None if found is None else (found.edits_message_id or found.message_id)


def take_back(work: Work, by: Member, operation: Operation) -> list[str]:
    """Reverts what the operation wrote, newest first; returns the fields where something newer stands."""
    ledger = Ledger.begin(work.session, "undo", work.now, by_id=by.id, chat_id=operation.chat_id)
    changes = work.session.scalars(
        select(Change).where(Change.operation_id == operation.id).order_by(Change.id.desc())
    ).all()
    by_record: dict[tuple[str, int], list[Change]] = defaultdict(list)
    for change in changes:
        by_record[change.record, change.record_id].append(change)
    kept: list[str] = []
    for (name, record_id), of_record in by_record.items():
        found = work.session.get(RECORDS[name], record_id) if name in RECORDS else None
        if found is not None:
            kept += _revert(work, ledger, found, of_record)
    _revert_moves(work, operation, kept)
    put(work.session, operation, {"undone_at": work.now})
    ledger.close()
    return kept


def _revert(work: Work, ledger: Ledger, found: Base, changes: Sequence[Change]) -> list[str]:
    """Reverts the changes of one record, newest first; returns what could not be."""
    if any(change.field == CREATED for change in changes):
        if _is_used(work, found):
            return [found.__tablename__]
        ledger.change(found, {"deleted_at": work.now})
        return []
    values: dict[str, Any] = {}
    kept: set[str] = set()
    for change in changes:
        name = change.field
        current = values.get(name, getattr(found, name))
        if name not in kept and current == decoded(type(found), name, change.new):
            values[name] = decoded(type(found), name, change.old)
        else:
            kept.add(name)
    if "deleted_at" in values and _is_used(work, found):
        kept.add("deleted_at")
    together = {name for group in TOGETHER if kept & group for name in group}
    ledger.change(found, {name: value for name, value in values.items() if name not in kept | together})
    return sorted(kept)


def _is_used(work: Work, found: Base) -> bool:
    """Whether other records hang on a company, person or deal, so that it must stay."""
    key = getattr(found, "id")  # noqa: B009 - the base class has no id
    for column in USES.get(type(found), ()):
        record = column.class_
        others = select(record.id).where(column == key, record.deleted_at.is_(None))
        if work.session.scalar(others.limit(1)) is not None:
            return True
    return False


def _revert_moves(work: Work, operation: Operation, kept: Sequence[str]) -> None:
    if "stage_id" in kept:
        return
    work.session.execute(
        update(StageChange).where(StageChange.operation_id == operation.id).values(undone_at=work.now),
        execution_options={"synchronize_session": False},
    )
