"""Clock times and parts of the day: which hour is meant."""

from datetime import time

from core.reading.calendar.expressions import Clock, DayPart

USUAL: dict[DayPart, time | None] = {
    DayPart.MORNING: time(9),
    DayPart.BEFORE_NOON: time(11),
    DayPart.NOON: time(12),
    DayPart.AFTERNOON: time(14),
    DayPart.DAY_END: time(17),
    DayPart.EVENING: time(18),
    DayPart.NIGHT: None,
}


def time_of(clock: Clock, part: DayPart | None) -> time:
    """The hour meant: as said if exact, by the part of the day if one is said, else 1 to 6 are
    afternoon.
    """
    return time(_hour(clock, part) % 24, clock.minute)


def _hour(clock: Clock, part: DayPart | None) -> int:
    hour = clock.hour
    if clock.exact or hour == 0 or hour > 12:
        return hour
    match part:
        case DayPart.MORNING | DayPart.BEFORE_NOON:
            return hour
        case DayPart.AFTERNOON | DayPart.DAY_END | DayPart.EVENING:
            return hour if hour == 12 else hour + 12
        case DayPart.NOON:
            return hour + 12 if hour < 10 else hour
        case DayPart.NIGHT:
            return 24 if hour == 12 else hour if hour < 6 else hour + 12
    return hour + 12 if hour <= 6 else hour


def with_meridiem(clock: Clock, meridiem: str) -> Clock | None:
    """The clock with am, pm or night settled; None for "15 am"."""
    if clock.hour > 12 or clock.hour == 0:
        return Clock(clock.hour, clock.minute, exact=True) if meridiem != "am" or clock.hour == 0 else None
    part = {"am": DayPart.MORNING, "pm": DayPart.EVENING, "night": DayPart.NIGHT}[meridiem]
    hour = 0 if meridiem == "am" and clock.hour == 12 else _hour(Clock(clock.hour), part) % 24
    return Clock(hour, clock.minute, exact=True)


def before(hour: int, minutes: int) -> Clock:
    """So many minutes before the hour: (3, 15) is 2:45."""
    return Clock((hour - 1) % 12 or 12, 60 - minutes) if hour <= 12 else Clock(hour - 1, 60 - minutes)
