"""What a calendar period is called."""

from datetime import date

from babel.dates import format_date

from bot.texts import Language, upper_first
from core.notices.report_view import Length


def label(start: date, length: Length, words: Language) -> str:
    """ "48-oji savaitė", "2026 m. lapkritis", "2026 m. IV ketv.", "2026 m."."""
    year = str(start.year)
    if length is Length.WEEK:
        return words.plain("period-week", week=str(start.isocalendar().week))
    if length is Length.YEAR:
        return words.plain("period-year", year=year)
    if length is Length.QUARTER:
        return words.plain("period-quarter", year=year, quarter=(start.month + 2) // 3)
    month = format_date(start, "LLLL", locale=words.locale)
    return upper_first(words.plain("period-month", year=year, month=month))
