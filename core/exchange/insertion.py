"""Inserting very many rows: their values go to the driver as it needs them, an instant prepared only once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.schema import ScalarElementColumnDefault

Process = Callable[[Any], Any]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows that all have the same fields; a field that they don't have gets its column's default."""
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), rows)
        return
    defaults = _defaults(table)
    names = (*rows[0], *(name for name in defaults if name not in rows[0]))
    statement, processes = _prepared(table, names, connection.dialect)
    columns: list[Iterable[Any]] = []
    for name, process in processes:
        column = [row[name] for row in rows] if name in rows[0] else repeat(defaults[name], len(rows))
        columns.append(map(process, column) if process else column)
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


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
    table: Table, names: Sequence[str], dialect: Dialect
) -> tuple[str, Sequence[tuple[str, Process | None]]]:
    """The statement, and in the order of its values each name with what makes its values the driver's."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    processes: list[tuple[str, Process | None]] = []
    for name in getattr(compiled, "positiontup", None) or ():
        process = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
        processes.append((name, lru_cache(maxsize=5_000, typed=True)(process) if process else None))
    return str(compiled), processes
