"""Inserting very many rows: their values go to the driver as it needs them, an instant prepared only once."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
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
    names = (*rows[0], *(name for name in _defaults(table) if name not in rows[0]))
    statement, processes = _prepared(table, names, connection.dialect)
    defaults = _defaults(table)
    values = [
        tuple(
            process(row.get(name, defaults.get(name))) if process else row.get(name, defaults.get(name))
            for name, process in processes
        )
        for row in rows
    ]
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
    table: Table, names: Sequence[str], dialect: Dialect
) -> tuple[str, Sequence[tuple[str, Process | None]]]:
    """The statement, and in the order of its values each name with what makes its values the driver's."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    processes: list[tuple[str, Process | None]] = []
    for name in getattr(compiled, "positiontup", None) or ():
        process = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
        processes.append((name, lru_cache(maxsize=5_000, typed=True)(process) if process else None))
    return str(compiled), processes
