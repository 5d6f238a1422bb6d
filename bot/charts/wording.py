"""A picture put into words of a language: short sums, shares and days, as one writes them there."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal, format_percent, get_currency_symbol

from bot.charts.look import Bar, Plot
from bot.texts import Language, dates
from core.notices import Sum
from core.notices import reports as told
from core.notices.reports import Figure, Picture


def worded(picture: Picture, words: Language) -> Plot:
    """What the picture shows, to be drawn; of the same figures and words always the same."""
    return Plot(
        title=words.plain(picture.title),
        about=" · ".join(_about(picture, words)),
        bars=[_bar(each, picture, words) for each in picture.bars],
        legend=[_said(each, words) for each in picture.legend],
        marked=None if picture.marked is None else (picture.marked, _said(picture.mark, words)),
        foot=_said(picture.foot, words),
        colours=picture.colours,
        upright=picture.upright,
    )


def _about(picture: Picture, words: Language) -> list[str]:
    about = []
    if picture.start is not None and picture.end is not None:
        about.append(f"{_day(picture.start, words)} – {_day(picture.end - timedelta(days=1), words)}")
    if picture.as_of is not None:
        about.append(words.plain("chart-as-of", day=_day(picture.as_of, words)))
    return about


def _bar(bar: told.Bar, picture: Picture, words: Language) -> Bar:
    name = words.plain(bar.key) if bar.key else bar.name
    if bar.on is not None:
        name = format_date(bar.on, words.plain("chart-day-pattern"), locale=words.locale)
    said = _said(bar.said, words)
    if picture.upright:
        said = format_decimal(round(sum(bar.parts) / MINUTES), locale=words.locale)
    return Bar(name, bar.parts, said, bar.low, bar.high)


MINUTES = 60
"""Of an hour."""


def _said(figure: Figure | None, words: Language) -> str:
    if figure is None:
        return ""
    share = None if figure.percent is None else format_percent(figure.percent / 100, locale=words.locale)
    sums = {"sum": figure.sum, "low": figure.least, "high": figure.most}
    values: dict[str, Any] = {name: _brief(sum_, words) for name, sum_ in sums.items()}
    values |= {"count": figure.count or 0, "stale": figure.days or 0, "rate": share or "–"}
    values["time"] = dates.duration(figure.minutes or 0, words)
    return words.plain(figure.key, **values)


def _brief(money: Sum | None, words: Language) -> str:
    """ "1,2 mln. €": two or three digits are enough beside a bar; 0 where there is no amount."""
    amount = money.amount if money else Decimal(0)
    digits = 1 if abs(amount) >= 1_000 else 0
    number = format_compact_decimal(amount, format_type="short", locale=words.locale, fraction_digits=digits)
    if money is None:
        return str(number)
    return words.plain("chart-money", number=number, sign=get_currency_symbol(money.currency, words.locale))


def _day(day: date, words: Language) -> str:
    return str(format_date(day, "medium", locale=words.locale))
