"""The plainest words for a day near another, from the languages' word lists."""

from datetime import date

from core.reading.words import LANGUAGES, forms, table

_FARTHEST = 7


def day_in_words(day: date, today: date, language: str) -> str | None:
    """How the language calls the day seen from `today` ("rytoj", "friday"); None if over a week off."""
    dates = table(language if language in LANGUAGES else LANGUAGES[0], "dates")
    away = (day - today).days
    entries = dates.get("relday", {}).get(str(away)) if abs(away) < _NEAR else None
    if entries is None and 0 < away <= _FARTHEST:
        entries = dates["weekday"][str(day.weekday())]
    return next(forms(entries[0], language)).text if entries else None


_NEAR = 3
