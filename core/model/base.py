"""The declarative base and the column types that keep instants, money and vocabularies exact."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Computed, DateTime, Dialect, Enum, ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from core.phones import COMPARED

Id = BigInteger().with_variant(Integer, "sqlite")
"""A key: 64 bits everywhere; SQLite wants the word INTEGER to number rows by itself."""


class Base(DeclarativeBase):
    """All mapped records. They have no relationships: what a use case needs, its query names."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Instant(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC. A naive one is refused: nobody could say what it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Amount(TypeDecorator[Decimal]):
    """Money in major units, exact to 1/10 000, stored as a whole number so both databases sum it exactly.

    Raises ValueError for finer fractions and for absolute values of 10^14 and above.
    """

    impl = BigInteger
    cache_ok = True
    SCALE = Decimal(10_000)
    LIMIT = Decimal(10) ** 14

    @property
    def python_type(self) -> type[Decimal]:
        return Decimal

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        units = value * self.SCALE
        if abs(value) >= self.LIMIT or units != units.to_integral_value():
            raise ValueError(f"not an amount that can be kept exactly: {value}")
        return int(units)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        if value is None:
            return None
        exact = Decimal(value) / self.SCALE
        return exact.quantize(Decimal("0.01")) if value % 100 == 0 else exact


def vocabulary(words: type[StrEnum]) -> Enum:
    """A column type for one of the fixed vocabularies, stored as its plain word."""
    return Enum(
        words,
        native_enum=False,
        length=20,
        values_callable=lambda members: [member.value for member in members],
    )


def key() -> Mapped[int]:
    """The primary key of a record, given by the database."""
    return mapped_column(Id, primary_key=True, autoincrement=True)


def to(target: str, **options: Any) -> Mapped[Any]:
    """A reference to another record (`to("companies.id")`)."""
    return mapped_column(Id, ForeignKey(target), **options)


def words(length: int, **options: Any) -> Mapped[Any]:
    """A text column of at most `length` characters on databases that check it."""
    return mapped_column(String(length), **options)


PHONE_SEPARATORS = " -()./"


def phone_end() -> Mapped[str | None]:
    """The last digits of the record's `phone`, however it is written, kept by the database to find it by."""
    bare = "phone"
    for separator in PHONE_SEPARATORS:
        bare = f"replace({bare}, '{separator}', '')"
    end = f"substr({bare}, length({bare}) - {COMPARED - 1})"
    return mapped_column(String(100), Computed(end), index=True, deferred=True)
