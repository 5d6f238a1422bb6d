"""What each kind of setting must look like; a check raises ValueError with what is expected instead."""

import difflib
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from importlib.util import find_spec
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.config.values import shown
from core.insights.period import Span
from core.insights.period import parse as parse_span

Word = TypeVar("Word", bound=StrEnum)

LANGUAGES = ("lt", "en")


def text(value: object) -> str:
    """A string without surrounding spaces."""
    if not isinstance(value, str):
        raise ValueError(f'is {shown(value)}; expected text in quotes, as "{value}"')
    return value.strip()


def name(value: object) -> str:
    """A string that is not empty and fits its column."""
    found = text(value)
    if not found or len(found) > 200:
        raise ValueError(f"is {shown(found)}; expected a name of 1 to 200 characters")
    return found


def one_of(allowed: tuple[str, ...]) -> Callable[[object], str]:
    """A check for one of a few words."""

    def check(value: object) -> str:
        found = text(value)
        if found not in allowed:
            raise ValueError(f"is {shown(found)}; expected {_alternatives(allowed)}{_meant(found, allowed)}")
        return found

    return check


language = one_of(LANGUAGES)


def word_of(vocabulary: type[Word]) -> Callable[[object], Word]:
    """A check for a word of a fixed vocabulary."""
    check = one_of(tuple(word.value for word in vocabulary))
    return lambda value: vocabulary(check(value))


def whole(low: int, high: int) -> Callable[[object], int]:
    """A check for a whole number from `low` to `high`, both inclusive."""

    def check(value: object) -> int:
        if isinstance(value, str) and re.fullmatch(r"-?\d{1,18}", value.strip()):
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"is {shown(value)}; expected a whole number from {low} to {high}")
        return value

    return check


def zone(value: object) -> str:
    """A name of the IANA time zone database."""
    found = text(value)
    try:
        ZoneInfo(found)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = _meant(found, available_timezones())
        raise ValueError(
            f'is {shown(found)}, not a time zone; expected a name as "Europe/Vilnius"{hint}'
        ) from None
    return found


def currency(value: object) -> str:
    """An ISO 4217 code in capitals."""
    found = text(value)
    if not re.fullmatch(r"[A-Z]{3}", found) or not _is_currency(found):
        raise ValueError(f'is {shown(found)}; expected an ISO 4217 code of three capitals, as "EUR"')
    return found


def day(value: object) -> date:
    """A date, as TOML has it or in quotes."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(text(value))
    except ValueError:
        raise ValueError(f"is {shown(value)}; expected a date as 2026-01-31") from None


def rate(value: object) -> Decimal:
    """What one of a currency is worth in another: a positive number, exact, so in quotes."""
    given = str(value) if isinstance(value, int) and not isinstance(value, bool) else text(value)
    try:
        found = Decimal(given)
    except InvalidOperation:
        found = Decimal(0)
    if not found.is_finite() or found <= 0:
        raise ValueError(f'is {shown(value)}; expected a positive number in quotes, as "0.92"')
    return found


def amount(value: object) -> Decimal:
    """Money in the team's currency: positive, exact to four decimals."""
    given = repr(value) if isinstance(value, int | float) and not isinstance(value, bool) else text(value)
    try:
        found = Decimal(given)
    except InvalidOperation:
        found = Decimal(0)
    if not found.is_finite() or not 0 < found < 10**14 or found != round(found, 4):
        raise ValueError(f'is {shown(value)}; expected a positive amount, as "25.50"')
    return found


def hours(value: object) -> Decimal:
    """Hours of a day, more than none."""
    if not isinstance(value, bool) and isinstance(value, int | float) and 0 < value <= 24:
        return Decimal(str(value))
    raise ValueError(f"is {shown(value)}; expected hours of a day, as 8 or 7.5")


def span(value: object) -> Span:
    """A period by its name, or from one day to another, which is not in it."""
    try:
        return parse_span(text(value))
    except (ValueError, OverflowError):
        raise ValueError(
            f'is {shown(value)}; expected a period: "2026-Q4", "2026-11", "2026", "2026-10-01..2026-12-15"'
        ) from None


def country(value: object) -> str:
    """An ISO 3166 code in capitals."""
    found = text(value)
    if not re.fullmatch(r"[A-Z]{2}", found):
        raise ValueError(f'is {shown(found)}; expected an ISO 3166 code of two capitals, as "LT"')
    return found


def token(value: object) -> str:
    """A bot token as @BotFather gives it. What was given instead is never shown."""
    found = text(value)
    if found and not re.fullmatch(r"\d{1,18}:[\w-]+", found, re.ASCII):
        raise ValueError(
            "does not look like a bot token; expected what @BotFather gave, as 123456789:AAExample"
        )
    return found


def secret(value: object) -> str:
    """Telegram's rule for the secret of a webhook. What was given instead is never shown."""
    found = text(value)
    if found and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", found):
        raise ValueError("has characters that Telegram refuses; expected 1 to 256 of A-Z, a-z, 0-9, _ and -")
    return found


def address(value: object) -> str:
    """An http(s) address without a slash at the end; empty is kept."""
    found = text(value).rstrip("/")
    if not found:
        return found
    try:
        parts = urlsplit(found)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or re.search(r"\s", found):
        raise ValueError(f'is {shown(found)}; expected an address as "https://example.com"')
    return found


def listen(value: object) -> str:
    """A host:port to listen at; empty is kept."""
    found = text(value)
    if found:
        host, _, port = found.rpartition(":")
        if not host or not port.isascii() or not port.isdigit() or int(port) > 65535:
            raise ValueError(f'is {shown(found)}; expected host:port, as "127.0.0.1:8080"')
    return found


def database(value: object) -> str:
    """A SQLAlchemy address of SQLite or PostgreSQL. It may hold a password, so it is never shown."""
    found = text(value)
    try:
        backend = make_url(found).drivername.partition("+")[0]
    except (ArgumentError, ValueError):
        raise ValueError(
            'is not the address of a database; expected as "sqlite:///piltuvelis.sqlite3" '
            'or "postgresql://user:password@host/name"'
        ) from None
    if backend not in ("sqlite", "postgresql", "postgres"):
        raise ValueError(f'names {shown(backend)}; expected "sqlite:///…" or "postgresql://…"')
    if backend != "sqlite" and find_spec("psycopg") is None:
        raise ValueError("is PostgreSQL, whose driver is not installed: pip install 'psycopg[binary]'")
    return found


def _is_currency(code: str) -> bool:
    if code in ("EUR", "USD", "GBP", "PLN"):
        return True
    from babel.numbers import is_currency  # slow to load, and mostly not needed

    return bool(is_currency(code))


def _alternatives(words: tuple[str, ...]) -> str:
    quoted = [f'"{word}"' for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]


def _meant(found: str, known: tuple[str, ...] | set[str]) -> str:
    close = difflib.get_close_matches(found, known, n=1)
    return f'; did you mean "{close[0]}"?' if close else ""


def percent(value: object) -> Decimal:
    """A share in percent, exact: 2.5 is two and a half."""
    if not isinstance(value, bool) and isinstance(value, int | float) and 0 <= value <= 100:
        return Decimal(str(value))
    raise ValueError(f"is {shown(value)}; expected a number from 0 to 100, as 2.5")
