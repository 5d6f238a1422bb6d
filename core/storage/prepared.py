"""Statements on a message's way, built and compiled once and then given to the driver as they are.

SQLAlchemy looks up, binds and wraps each execution anew, which takes several times as long as the small
statements of a message themselves. Here only what is sure to be needed is left: values go through their
column types both ways, and errors are SQLAlchemy's.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import (
    Column,
    Connection,
    Delete,
    Dialect,
    Insert,
    Select,
    TextClause,
    Update,
    inspect,
    select,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, make_transient_to_detached
from sqlalchemy.types import TypeEngine

from core.model import Base

Record = TypeVar("Record", bound=Base)
Values = Mapping[str, Any]
Convert = Callable[[Any], Any]


class Prepared:
    """A statement with bind parameters. Each set of names that it is given values for is compiled once.

    Its parameters are plain values, none of them a list; an insert fills the columns that are not among them
    with their constant defaults.
    """

    def __init__(self, statement: "Select[Any] | Insert | Update | Delete | TextClause") -> None:
        self._statement = statement
        self._compiled: dict[tuple[str, ...], _Compiled] = {}

    def rows(self, connection: Connection, values: Values) -> list[tuple[Any, ...]]:
        """What is found."""
        compiled = self._for(connection, values)
        with _Cursor(connection) as cursor:
            cursor.execute(compiled.sql, compiled.bound(values))
            return compiled.found(cursor, connection.dialect)

    def run(self, connection: Connection, values: Values) -> None:
        """Changes what it says."""
        compiled = self._for(connection, values)
        with _Cursor(connection) as cursor:
            cursor.execute(compiled.sql, compiled.bound(values))

    def run_many(self, connection: Connection, many: Sequence[Values]) -> None:
        """The same for several sets of values that have the same names; nothing where there are none."""
        if not many:
            return
        compiled = self._for(connection, many[0])
        with _Cursor(connection) as cursor:
            cursor.executemany(compiled.sql, [compiled.bound(values) for values in many])

    def _for(self, connection: Connection, values: Values) -> "_Compiled":
        names = (connection.dialect.name, *values)
        compiled = self._compiled.get(names)
        if compiled is None:
            compiled = self._compiled[names] = _compile(self._statement, connection.dialect, names[1:])
        return compiled


class PreparedRecords(Generic[Record]):
    """A statement that finds records of a kind, which are then the session's as if it had loaded them.

    `narrowed` adds conditions and order to the plain select of the kind.
    """

    def __init__(self, record: type[Record], narrowed: Callable[["Select[Any]"], "Select[Any]"]) -> None:
        mapper = inspect(record)
        columns = {each.key: each.columns[0] for each in mapper.column_attrs if not each.deferred}
        self._record = record
        self._mapper = mapper
        self._names = tuple(columns)
        self._key = self._names.index("id")
        self._prepared = Prepared(narrowed(select(*columns.values())))

    def all(self, session: Session, values: Values) -> list[Record]:
        """The records in the statement's order."""
        return [self._of(session, row) for row in self._prepared.rows(session.connection(), values)]

    def first(self, session: Session, values: Values) -> Record | None:
        """The first of them."""
        rows = self._prepared.rows(session.connection(), values)
        return self._of(session, rows[0]) if rows else None

    def _of(self, session: Session, row: tuple[Any, ...]) -> Record:
        key = self._mapper.identity_key_from_primary_key((row[self._key],))
        known: Any = session.identity_map.get(key)
        if known is not None:
            return cast(Record, known)
        found = fresh(self._record, dict(zip(self._names, row, strict=True)))
        make_transient_to_detached(found)
        session.add(found)
        return found


def fresh(record: type[Record], values: Mapping[str, Any]) -> Record:
    """A record with these values that no session knows of; the mapped constructor takes ten times as long."""
    made: Any = inspect(record).class_manager.new_instance()
    vars(made).update(values)
    return cast(Record, made)


@dataclass(slots=True)
class _Compiled:
    """For one dialect. `order`: the names of the values in their order, None where the driver takes names.

    `ways_out` are known once the driver has said what it returns for the columns of the `types`.
    """

    sql: str
    order: tuple[str, ...] | None
    constants: dict[str, Any]
    ways_in: tuple[tuple[str, Convert], ...]
    types: tuple[TypeEngine[Any], ...]
    ways_out: tuple[tuple[int, Convert], ...] | None = None

    def bound(self, values: Values) -> Any:
        given = {**self.constants, **values}
        for name, convert in self.ways_in:
            given[name] = convert(given[name])
        return given if self.order is None else [given[name] for name in self.order]

    def found(self, cursor: Any, dialect: Dialect) -> list[tuple[Any, ...]]:
        if self.ways_out is None:
            self.ways_out = tuple(_ways_out(self.types, cursor, dialect))
        return [self._row(row, self.ways_out) for row in cursor.fetchall()]

    @staticmethod
    def _row(row: Sequence[Any], ways: tuple[tuple[int, Convert], ...]) -> tuple[Any, ...]:
        values = list(row)
        for index, convert in ways:
            values[index] = convert(values[index])
        return tuple(values)


def _compile(statement: Any, dialect: Dialect, names: Sequence[str]) -> _Compiled:
    columns = names if isinstance(statement, Insert | Update) else None
    compiled: Any = statement.compile(dialect=dialect, column_keys=columns)
    if "POSTCOMPILE" in str(compiled):
        raise TypeError("a list can be no parameter of a prepared statement")
    constants = {name: bind.value for name, bind in compiled.binds.items() if name not in names}
    constants |= _defaults(compiled)
    ways_in = {name: _way_in(bind.type, dialect) for name, bind in compiled.binds.items()}
    found = statement.selected_columns if isinstance(statement, Select) else _returned(statement)
    return _Compiled(
        str(compiled),
        tuple(compiled.positiontup) if compiled.positional else None,
        constants,
        tuple((name, convert) for name, convert in ways_in.items() if convert is not None),
        tuple(column.type for column in found),
    )


def _defaults(compiled: Any) -> dict[str, Any]:
    """The constants that an insert fills columns with. Raises TypeError where one would have to be made."""
    filled: dict[str, Any] = {}
    for column in (*(compiled.insert_prefetch or ()), *(compiled.update_prefetch or ())):
        if column.default is None or not column.default.is_scalar:
            raise TypeError(f"{column} has no constant default")
        filled[column.key] = column.default.arg
    return filled


def _returned(statement: Any) -> Sequence[Column[Any]]:
    return getattr(statement, "exported_columns", ()) if isinstance(statement, Insert | Update) else ()


def _way_in(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _ways_out(
    types: Iterable[TypeEngine[Any]], cursor: Any, dialect: Dialect
) -> Iterable[tuple[int, Convert]]:
    for index, kind in enumerate(types):
        convert = kind.dialect_impl(dialect).result_processor(dialect, cursor.description[index][1])
        if convert is not None:
            yield index, convert


class _Cursor:
    """The driver's cursor of a connection within its transaction; its errors become SQLAlchemy's."""

    __slots__ = ("_connection", "_cursor")

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._cursor = connection.connection.cursor()

    def __enter__(self) -> Any:
        return self._cursor

    def __exit__(self, _kind: Any, error: BaseException | None, _trace: Any) -> None:
        dialect = self._connection.dialect
        driver: Any = dialect.loaded_dbapi
        if error is not None and isinstance(error, driver.Error):
            self._fail(error, driver.Error)
        self._cursor.close()

    def _fail(self, error: BaseException, kind: type[Exception]) -> None:
        """Raises the error as SQLAlchemy's, without the values: they may be customers' names."""
        connection, dialect = self._connection, self._connection.dialect
        is_gone = dialect.is_disconnect(error, connection.connection, self._cursor)  # type: ignore[arg-type]
        if is_gone:
            connection.invalidate(error)
        raise DBAPIError.instance(
            None, None, error, kind, hide_parameters=True, connection_invalidated=is_gone, dialect=dialect
        ) from error
