"""Inserting very many rows: their values go to the driver by columns, an instant prepared only once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from core.model import Base, Change

Process = Callable[[Any], Any]

FIRST = ("operation_id", "record", "record_id", "field", "new", "valid_at", "known_at")


def insert_rows(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Inserts rows with the values of the fields `names`; the others get their columns' defaults."""
    given = dict(zip(names, zip(*rows, strict=True), strict=True))
    statement, processes = _prepared(table, tuple(names), connection.dialect)
    columns: list[Iterable[Any]] = []
    for name, process in processes:
        column = given[name] if name in given else repeat(_defaults(table)[name], len(rows))
        columns.append(map(process, column) if process else column)
    values = zip(*columns, strict=True)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(statement, list(values))
    else:
        _copy(connection, table, [name for name, _ in processes], values)


def _copy(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Sends the rows as a stream, which PostgreSQL takes several times faster than statements."""
    driver: Any = connection.connection.driver_connection
    statement = f"COPY {table.name} ({', '.join(names)}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def insert_first_values(
    connection: Connection,
    operation_id: int,
    record: str,
    names: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Logs first values of records: each row has the record's id, the instant, and JSON for each of `names`.

    None is no entry. SQLite makes the entries of a record by itself, which spares it most of the values.
    """
    table = table_of(Change)
    if connection.dialect.name != "sqlite":
        entries = [
            (operation_id, record, record_id, name, value, at, at)
            for record_id, at, *values in rows
            for name, value in zip(names, values, strict=True)
            if value is not None
        ]
        insert_rows(connection, table, FIRST, entries)
        return
    ((_, process),) = _prepared(table, ("valid_at",), connection.dialect)[1]
    prepared = process or (lambda at: at)
    marks = ", ".join(f"(?{number}, ?{len(names) + number})" for number in range(5, 5 + len(names)))
    statement = (
        f"INSERT INTO changes ({', '.join(FIRST)}) SELECT ?1, ?2, ?3, column1, column2, ?4, ?4 "  # noqa: S608
        f"FROM (VALUES {marks}) WHERE column2 IS NOT NULL"  # only question marks
    )
    values = [(operation_id, record, row[0], prepared(row[1]), *names, *row[2:]) for row in rows]
    connection.exec_driver_sql(statement, values)


@lru_cache(maxsize=100)
def _defaults(table: Table) -> Mapping[str, Any]:
    """The plain values that columns have where a row says nothing."""
    return {
        column.name: column.default.arg
        for column in table.c
        if isinstance(column.default, ScalarElementColumnDefault)
    }


@lru_cache(maxsize=100)
def _prepared(
    table: Table, given: Sequence[str], dialect: Dialect
) -> tuple[str, Sequence[tuple[str, Process | None]]]:
    """The statement, and in the order of its values each name with what makes its values the driver's."""
    names = dict.fromkeys((*given, *_defaults(table)))
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    processes: list[tuple[str, Process | None]] = []
    for name in getattr(compiled, "positiontup", None) or names:
        process = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
        processes.append((name, lru_cache(maxsize=5_000, typed=True)(process) if process else None))
    return str(compiled), processes


def table_of(record: type[Base]) -> Table:
    """The table of a mapped class."""
    table = record.__table__
    assert isinstance(table, Table)  # noqa: S101 - for the type checker: mapped classes have real tables
    return table
