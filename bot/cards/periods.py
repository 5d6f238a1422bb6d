"""What a calendar period is called."""

from datetime import date

from babel.dates import format_date

from bot.texts import Language, upper_first
from core.notices.report_view import Length

NAMED = {Length.MONTH: "period-month", Length.QUARTER: "period-quarter"}


def label(start: date, length: Length, words: Language) -> str:
    """ "48-oji savaitė", "2026 m. lapkritis", "2026 m. IV ketv.", "2026 m."."""
    if length is Length.WEEK:
        return words.plain("period-week", week=str(start.isocalendar().week))
    if length is Length.YEAR:
        return words.plain("period-year", year=str(start.year))
    within = _within(start, length, words)
    return upper_first(words.plain(NAMED[length], year=str(start.year), within=within))


def label_beside(start: date, length: Length, shown: date, words: Language) -> str:
    """The same beside a period that is shown, whose year need not be said again: "III ketv."."""
    if length not in NAMED or start.year != shown.year:
        return label(start, length, words)
    return upper_first(_within(start, length, words))


def _within(start: date, length: Length, words: Language) -> str:
    if length is Length.QUARTER:
        return words.plain("quarter-of-year", quarter=(start.month + 2) // 3)
    return str(format_date(start, "LLLL", locale=words.locale))
