"""Working days of a country: weekends and public holidays."""

import sys
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import holidays


def _countries_one_by_one() -> None:
    """Puts an empty package in place of the library's, which loads all its 250 countries (6 MiB) with any."""
    name = f"{holidays.__name__}.countries"
    if name not in sys.modules:
        countries = ModuleType(name)
        countries.__path__ = [str(Path(holidays.__file__).parent / "countries")]
        sys.modules[name] = countries


_countries_one_by_one()


@lru_cache(maxsize=32)
def _holidays(country: str, language: str | None) -> holidays.HolidayBase:
    supported = holidays.country_holidays(country).supported_languages
    return holidays.country_holidays(country, language=language if language in supported else None)


def free_day(day: date, country: str, language: str | None = None) -> str | None:
    """The name of the public holiday, or "weekend", or None for a working day."""
    name = _holidays(country, {"en": "en_US"}.get(language or "", language)).get(day)
    if name:
        return str(name)
    return "weekend" if day.weekday() >= 5 else None


def add_working_days(day: date, count: int, country: str) -> date:
    """The working day `count` working days after `day` (before it, if negative)."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        if free_day(day, country) is None:
            left -= 1
    return day


def on_or_after(day: date, country: str) -> date:
    """The day itself if it is a working day, else the next one: where a day that we computed goes."""
    return day if free_day(day, country) is None else add_working_days(day, 1, country)
