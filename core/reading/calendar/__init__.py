"""Dates, times and spans of a message: grammar first, the calendar when "now" is known.

    line = Line(tokenize(text))                       # of core.reading.words; all finders share it
    whens = find_whens(line)                          # in order, never overlapping; independent of now
    found = resolve(whens[0], now, Direction.FUTURE)  # now: naive local datetime
    found.on, found.at                                # date | None, time | None
    found.ambiguous_date, found.dates                 # ask: "ketv. ar penkt.", "5/12"
    found.ambiguous_time, found.times                 # ask: "10 ar 11"

Direction is the clause's: FUTURE for plans and closing, PAST for what happened; `expr.direction` (from
"praeitą", "ago", "rytoj") wins over it inside `resolve`. A date and a time in different places of one clause
("Evening call with Janis on Wednesday") are two expressions: `combine(a, b)` makes one of them, or gives None
when both say a date or both a time. Where "vakar 2 val." (`expr.maybe_duration`) is a length, use
`without_clock(expr)`. A time without a date resolves to today if still ahead, else tomorrow (PAST: today).
"""

from core.reading.calendar.assembly import find_whens
from core.reading.calendar.expressions import (
    Clock,
    DateWords,
    DayPart,
    Direction,
    Relation,
    Resolved,
    WhenExpr,
)
from core.reading.calendar.resolution import combine, resolve, without_clock

__all__ = [
    "Clock",
    "DateWords",
    "DayPart",
    "Direction",
    "Relation",
    "Resolved",
    "WhenExpr",
    "combine",
    "find_whens",
    "resolve",
    "without_clock",
]
