"""Taking an import back whose later step failed: in short steps too, newest first."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError

from core.exchange.insertion import table_of
from core.exchange.journal import Changed, Created, Journal
from core.exchange.turns import Turn, a_turn, let_others
from core.model import Base, Change, Deal, Operation, StageChange
from core.storage.database import Database
from core.storage.revisions import DIRECTORY, bump


def take_back(database: Database, journal: Journal, operation_id: int) -> None:
    """Removes what the import created and gives what it changed the old values.

    What somebody used or changed in the meantime stays, with its entries in the log.
    """
    entries = journal.newest_first()
    entry = next(entries, None)
    while entry is not None:
        with a_turn(database, nothing_to_say) as session:
            turn = Turn()
            while entry is not None and not turn.is_over:
                _take_back(session.connection(), entry, operation_id)
                entry = next(entries, None)
            bump(session.connection(), DIRECTORY)
        let_others(database)
    with a_turn(database, nothing_to_say) as session:
        left = select(Change.id).where(Change.operation_id == operation_id).limit(1)
        if session.scalar(left) is None:
            session.execute(delete(Operation).where(Operation.id == operation_id))


def nothing_to_say() -> None:
    """While what was begun is taken back, nobody can break it off."""


def _take_back(connection: Connection, entry: Created | Changed, operation_id: int) -> None:
    if isinstance(entry, Created):
        _remove(connection, entry, operation_id)
    else:
        _give_back(connection, entry, operation_id)


def _remove(connection: Connection, entry: Created, operation_id: int) -> None:
    table = Base.metadata.tables[entry.table]
    try:
        with connection.begin_nested():
            _remove_all(connection, table, entry.ids, operation_id)
    except IntegrityError:
        for record_id in entry.ids if len(entry.ids) > 1 else ():
            _remove(connection, Created(entry.table, [record_id]), operation_id)


def _remove_all(connection: Connection, table: Table, ids: Sequence[int], operation_id: int) -> None:
    changes, moves = table_of(Change), table_of(StageChange)
    if table is table_of(Deal):
        ours = moves.c.deal_id.in_(ids) & (moves.c.operation_id == operation_id)
        connection.execute(delete(moves).where(ours))
    connection.execute(delete(table).where(table.c.id.in_(ids)))
    entries = (changes.c.record == table.name) & changes.c.record_id.in_(ids)
    connection.execute(delete(changes).where(entries, changes.c.operation_id == operation_id))


def _give_back(connection: Connection, entry: Changed, operation_id: int) -> None:
    table = Base.metadata.tables[entry.table]
    current = connection.execute(select(table).where(table.c.id == entry.record_id)).mappings().one_or_none()
    if current is None:
        return
    ours: Mapping[str, Any] = {
        name: old for name, old in entry.old.items() if current[name] == entry.new[name]
    }
    if len(ours) < len(entry.old):  # somebody went on from here
        return
    connection.execute(
        update(table).where(table.c.id == bindparam("key")).values(ours), {"key": entry.record_id}
    )
    changes, moves = table_of(Change), table_of(StageChange)
    of_it = (changes.c.record == table.name) & (changes.c.record_id == entry.record_id)
    connection.execute(delete(changes).where(of_it, changes.c.operation_id == operation_id))
    if table is table_of(Deal):
        ours_too = (moves.c.deal_id == entry.record_id) & (moves.c.operation_id == operation_id)
        connection.execute(delete(moves).where(ours_too))
