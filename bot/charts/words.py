"""What is written in pictures: short sums, shares and the period, as a language writes them."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_percent, get_currency_symbol

from bot.texts import Language
from core.actions.reports.shape import Report


def brief_money(amount: Decimal | None, report: Report, words: Language) -> str:
    """ "1,2 mln. €": two or three digits are enough beside a bar; nothing where there is no amount."""
    if amount is None:
        return ""
    digits = 1 if abs(amount) >= 1_000 else 0
    number = format_compact_decimal(amount, format_type="short", locale=words.locale, fraction_digits=digits)
    return words.plain("chart-money", number=number, sign=get_currency_symbol(report.currency, words.locale))


def share(value: float | None, words: Language) -> str:
    """A share in whole percent."""
    return "" if value is None else str(format_percent(value, locale=words.locale))


def period(report: Report, words: Language) -> str:
    """From the first to the last day of the report's period."""
    first, last = report.period.start, report.period.end - timedelta(days=1)
    return f"{_day(first, words)} – {_day(last, words)}"


def as_of(report: Report, words: Language) -> str:
    """The day by which is known what the report tells."""
    return words.plain("chart-as-of", day=_day(report.as_of, words))


def length(value: Any) -> float:
    """The length of a bar for a value; none for nothing."""
    return float(value or 0)


def _day(day: Any, words: Language) -> str:
    return str(format_date(day, "medium", locale=words.locale))
