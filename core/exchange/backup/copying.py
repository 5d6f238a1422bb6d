"""All rows from one database into another of the same schema, whichever kinds the two are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, func, inspect, select, text

from core.exchange.progress import Progress

STEP = 1_000

Row = Sequence[Any]


class DoesNotFit(Exception):
    """A value that the other kind of database cannot keep; the text says where it is, not what."""


def copy_all(source: Connection, target: Connection, counts: Mapping[str, int], progress: Progress) -> None:
    """Replaces the rows of `target` by those of `source`, within the transaction that `target` is in.

    Tables and columns are taken from the databases themselves, so that an older schema is copied as it is;
    what a database computes is left to it. `counts`: how many rows each table has, for `progress` only.
    Raises DoesNotFit for a value that `target` cannot keep.
    """
    ours, theirs = _tables(target), _tables(source)
    write = _into_sqlite if target.dialect.name == "sqlite" else _into_postgresql
    _empty(target, ours)
    for name, table in ours.items():
        columns = [theirs[name].c[column.name] for column in table.c]
        query = select(*columns).order_by(columns[0])
        with source.execute(query, execution_options={"yield_per": STEP}) as found:
            write(target, table, _told(_fitting(found, target), name, counts[name], progress))


def _tables(connection: Connection) -> dict[str, Table]:
    """The tables with the columns that are stored in them, those that others refer to first."""
    inspector, held = inspect(connection), MetaData()
    names = [name for name, _ in inspector.get_sorted_table_and_fkc_names() if name]
    found = {}
    for name in names:
        stored = [each for each in inspector.get_columns(name) if "computed" not in each]
        found[name] = Table(name, held, *(Column(each["name"], each["type"]) for each in stored))
    return found


def _empty(target: Connection, tables: Mapping[str, Table]) -> None:
    if target.dialect.name == "sqlite":
        target.execute(text("PRAGMA defer_foreign_keys = ON"))
        for table in reversed(list(tables.values())):
            target.execute(table.delete())
    else:
        quoted = target.dialect.identifier_preparer.quote
        target.execute(text("TRUNCATE " + ", ".join(quoted(name) for name in tables)))


def _fitting(rows: Iterable[Row], target: Connection) -> Iterator[Row]:
    """The rows as the target has them."""
    fit = _for_sqlite if target.dialect.name == "sqlite" else _for_postgresql
    for row in rows:
        yield [fit(value) for value in row]


def _for_sqlite(value: Any) -> Any:
    """SQLite keeps instants without a zone, in UTC."""
    return value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) else value


def _for_postgresql(value: Any) -> Any:
    """PostgreSQL keeps no character 0, which an odd message may hold."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    return value.replace("\0", "") if isinstance(value, str) else value


def _told(rows: Iterator[Row], name: str, total: int, progress: Progress) -> Iterator[Row]:
    for number, row in enumerate(rows, start=1):
        yield row
        if number % STEP == 0:
            progress(f"Copying {name}", number, total)


def _into_sqlite(target: Connection, table: Table, rows: Iterator[Row]) -> None:
    names = [column.name for column in table.c]
    while step := list(islice(rows, STEP)):
        target.execute(table.insert(), [dict(zip(names, row, strict=True)) for row in step])


def _into_postgresql(target: Connection, table: Table, rows: Iterator[Row]) -> None:
    """In one stream, and the numbers that the next records get go on after the highest."""
    quoted = target.dialect.identifier_preparer.quote
    into = f"{quoted(table.name)} ({', '.join(quoted(column.name) for column in table.c)})"
    driver: Any = target.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as stream:
            for row in rows:
                stream.write_row(row)
    except target.dialect.loaded_dbapi.DataError as error:
        where = (error.diag.context or table.name).partition(":")[0]
        raise DoesNotFit(f"{error.diag.message_primary}: {where}") from None
    key = table.c[0]
    counter = target.execute(select(func.pg_get_serial_sequence(quoted(table.name), key.name))).scalar()
    if counter is not None:
        highest = select(func.max(key)).scalar_subquery()
        target.execute(select(func.setval(counter, func.coalesce(highest, 1), highest.is_not(None))))
