"""What an expression means now: a date, a time, or the choices to ask about."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core.reading.calendar.expressions import Direction, Resolved, WhenExpr
from core.reading.calendar.times import USUAL, time_of


def resolve(expr: WhenExpr, now: datetime, direction: Direction) -> Resolved:
    """The local date and time meant; `now` is naive local time. The expression's own direction wins.

    A time without a date is today if still ahead, else tomorrow; looking back it is today.
    """
    direction = expr.direction or direction
    if expr.later is not None:
        moment = now + expr.later
        return Resolved(moment.date(), moment.time().replace(second=0, microsecond=0))
    times = _times(expr)
    at = times[0] if len(times) == 1 else None
    if not expr.dates:
        return Resolved(_day_of(times, now, direction), at, (), times if len(times) > 1 else ())
    dates = tuple(dict.fromkeys(day for words in expr.dates for day in words.on(now.date(), direction)))
    on = dates[0] if len(dates) == 1 else None
    until = expr.until.on(on, Direction.FUTURE) if expr.until and on else ()
    moved = expr.until.on(now.date(), Direction.FUTURE) if expr.until else ()
    return Resolved(
        on,
        at,
        dates if len(dates) > 1 else (),
        times if len(times) > 1 else (),
        until[0] if len(until) == 1 else None,
        moved[0] if len(moved) == 1 else None,
    )


def _times(expr: WhenExpr) -> tuple[time, ...]:
    if expr.clocks:
        return tuple(dict.fromkeys(time_of(clock, expr.part) for clock in expr.clocks))
    usual = USUAL[expr.part] if expr.part else None
    return (usual,) if usual else ()


def _day_of(times: tuple[time, ...], now: datetime, direction: Direction) -> date | None:
    if not times:
        return None
    if direction is Direction.PAST or min(times) > now.time():
        return now.date()
    return now.date() + timedelta(days=1)


def combine(first: WhenExpr, second: WhenExpr) -> WhenExpr | None:
    """One expression of a date and a time said apart in one clause; None if both say a date or both a time.

    The span, the word before and the form are the date's.
    """
    dated, timed = (first, second) if first.dates else (second, first)
    if not dated.dates or timed.dates or dated.later or timed.later or (dated.clocks and timed.clocks):
        return None
    if dated.part and timed.part:
        return None
    return replace(
        dated,
        clocks=dated.clocks or timed.clocks,
        part=dated.part or timed.part,
        until_clock=dated.until_clock or timed.until_clock,
        bare_clock=dated.bare_clock or timed.bare_clock,
        maybe_duration=dated.maybe_duration or timed.maybe_duration,
    )


def without_clock(expr: WhenExpr) -> WhenExpr | None:
    """The expression without its clock time ("vakar 2 val." where "2 val." is a length); None if no
    date is left.
    """
    if not expr.dates:
        return None
    return replace(expr, clocks=(), until_clock=None, bare_clock=False, maybe_duration=False)
