"""Days, clock times and durations as a language says them."""

from datetime import date, time, timedelta
from functools import lru_cache

from bot.texts import Language, upper_first
from bot.texts.unbroken import NO_BREAK_SPACE

NEAR_DAYS = 6
YEAR_FROM_DAYS = 90


@lru_cache(maxsize=4096)
def heading(day: date, words: Language) -> str:
    """The day as a heading: "Penktadienis, lapkričio 27 d."."""
    return upper_first(words.plain("date-heading", **_parts(day, words), weekday=_weekday(day, words)))


@lru_cache(maxsize=4096)
def on_day(day: date, today: date, words: Language) -> str:
    """When, with its date: "penktadienį, lapkričio 27 d."; "rytoj" where near. The year where it is far."""
    near = _near(day, today, words)
    if near:
        return near
    weekday = words.plain("weekday-on", weekday=day.weekday())
    if needs_year(day, today):
        return words.plain("date-on-year", **_parts(day, words), weekday=weekday, year=str(day.year))
    return words.plain("date-on", **_parts(day, words), weekday=weekday)


def when(day: date, at: time | None, today: date, words: Language) -> str:
    """The day as `on_day` says it, and the clock time where there is one."""
    said = on_day(day, today, words)
    if at is None:
        return said
    if abs((day - today).days) <= 1:
        return words.plain("near-at", day=said, time=clock(at, words))
    return words.plain("day-at", day=said, time=clock(at, words))


@lru_cache(maxsize=4096)
def soon(day: date, today: date, words: Language) -> str:
    """When, as short as it is clear: "ketvirtadienį" within the next six days, else as `on_day` says it."""
    if 1 < (day - today).days <= NEAR_DAYS:
        return words.plain("weekday-on", weekday=day.weekday())
    return on_day(day, today, words)


@lru_cache(maxsize=4096)
def short(day: date, today: date | None, words: Language) -> str:
    """The date without its weekday: "gruodžio 24 d.", "rytoj"; the year where it is far."""
    near = _near(day, today, words) if today else ""
    if near:
        return near
    if today is None or needs_year(day, today):
        return words.plain("date-short-year", **_parts(day, words), year=str(day.year))
    return words.plain("date-short", **_parts(day, words))


def coming(day: date, words: Language) -> str:
    """A day of the next twelve months, whose year goes without saying: "kovo 1 d."."""
    return words.plain("date-short", **_parts(day, words))


@lru_cache(maxsize=4096)
def by(day: date, today: date | None, words: Language) -> str:
    """`short` as an answer to "when?": "gruodžio 24 d.", "on 24 December", "tomorrow"."""
    said = short(day, today, words)
    near = today is not None and _near(day, today, words)
    return said if near else words.plain("date-by", date=said)


@lru_cache(maxsize=4096)
def until(day: date, today: date, words: Language) -> str:
    """The date as an end: "iki gruodžio 15 d.", "until 15 December"; the year where it is far."""
    parts = _parts(day, words)
    if needs_year(day, today):
        said = words.plain("date-short-year", **parts, year=str(day.year))
    else:
        said = words.plain("date-short", **parts)
    return words.plain("date-until", date=said)


def clock(at: time, words: Language) -> str:
    return words.plain("time", hour=str(at.hour), minute=f"{at.minute:02}")


def duration(minutes: int, words: Language) -> str:
    """Minutes as "15 min." or "1 val. 30 min.", on one line."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words.plain("minutes", minutes=rest)
    if not rest:
        return words.plain("hours", hours=hours)
    return words.plain("hours-minutes", hours=hours, minutes=rest).replace(" ", NO_BREAK_SPACE)


def needs_year(day: date, today: date) -> bool:
    """Whether a reader of today would wonder which year is meant."""
    return day.year != today.year and abs((day - today).days) > YEAR_FROM_DAYS


def named(day: date, today: date, words: Language) -> str:
    """The day as a choice: "Penktadienis, lapkričio 27 d."; "Rytoj" where near."""
    return upper_first(_near(day, today, words)) or heading(day, words)


def _near(day: date, today: date, words: Language) -> str:
    match (day - today).days:
        case 0:
            return words.plain("today")
        case 1:
            return words.plain("tomorrow")
        case -1:
            return words.plain("yesterday")
    return ""


def _parts(day: date, words: Language) -> dict[str, str]:
    return {"month": words.plain("month", month=day.month), "day": str(day.day)}


def _weekday(day: date, words: Language) -> str:
    return words.plain("weekday", weekday=day.weekday())


@lru_cache(maxsize=4096)
def days_between(start: date, end: date, words: Language) -> str:
    """The days from `start` to before `end`: "lapkričio 23–29 d.", "lapkričio 30 d. – gruodžio 6 d."."""
    return days_from_to(start, end - timedelta(days=1), words)


@lru_cache(maxsize=4096)
def days_from_to(first: date, last: date, words: Language) -> str:
    """Both days and those between them, the month said once where it is one."""
    if first == last:
        return words.plain("date-short", **_parts(first, words))
    if (first.year, first.month) == (last.year, last.month):
        return words.plain("date-days", **_parts(first, words), last=str(last.day))
    ends = (words.plain("date-short", **_parts(day, words)) for day in (first, last))
    return " – ".join(ends)
