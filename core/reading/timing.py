"""The date and time of a contact or step, put together from the expressions of its clause."""

from bisect import bisect_left
from dataclasses import replace
from datetime import datetime

from core.reading.calendar import Direction, Resolved, WhenExpr, combine, resolve, without_clock
from core.reading.durations import Duration
from core.reading.grammar.text import Clause, Text

LONGEST_CONTACT = 6


def when_of(
    clause: Clause, now: datetime, direction: Direction, text: Text
) -> tuple[Resolved | None, tuple[int, int] | None]:
    """What the clause says of time, all its expressions combined; after a correction the last one counts."""
    joined = _joined(clause, text, past=direction is Direction.PAST)
    if joined is None:
        return None, None
    return resolve(joined, now, direction), joined.span


def _colons(said: list[WhenExpr], text: Text) -> list[int]:
    """Where colons stand between the expressions, ascending."""
    if not said:
        return []
    between = range(min(when.last for when in said), max(when.first for when in said))
    return [i for i in between if text.tokens[i].raw == ":"]


def _has_colon_between(colons: list[int], left: WhenExpr, right: WhenExpr) -> bool:
    at = bisect_left(colons, left.last)
    return at < len(colons) and colons[at] < right.first


def _joined(clause: Clause, text: Text, *, past: bool) -> WhenExpr | None:
    joined: WhenExpr | None = None
    latest_counts = clause.has("correction") or clause.verb("move") is not None
    said = [when for when in clause.whens if when.has_date or when.has_time]
    colons = _colons(said, text)
    for when in [when for when in said if not when.is_now] or said:
        if joined is None:
            joined = when
            continue
        both = combine(joined, when)
        again = latest_counts or _has_colon_between(colons, joined, when)
        again = again or (past and _is_added(joined, when, text))
        if again and clause.has("same_time") and when.has_date and not when.has_time:
            both = combine(when, replace(joined, dates=()))
        joined = both if both is not None else (_instead(joined, when) if again else joined)
    return joined


def _is_added(before: WhenExpr, when: WhenExpr, text: Text) -> bool:
    """Whether it happened on both days, of which the later counts: "met her Tuesday and again today"."""
    between = {text.tokens[i].bare for i in range(before.last, when.first)}
    return "and" in between and between <= {"and", "again", "then", "also", "on"}


def _instead(before: WhenExpr, when: WhenExpr) -> WhenExpr:
    """What is said anew; a new hour leaves the day."""
    day = None if when.has_date else without_clock(before)
    return when if day is None or not day.has_date else combine(day, when) or when


def _is_way(clause: Clause, length: Duration) -> bool:
    """Whether the length is that of the way there."""
    return any(length.last <= s.first <= length.last + 1 for s in clause.all("travel"))


def settle_lengths(clause: Clause, *, done: bool) -> int | None:
    """Minutes that the contact of the clause took; "2 val." after a past contact is a length, else a clock
    time.

    Takes away from the clause's dates what turns out to be a length.
    """
    minutes: int | None = None
    for length in clause.durations:
        if length.is_offset or length.is_travel or _is_way(clause, length):
            continue
        when = next((w for w in clause.whens if w.first <= length.first < w.last), None)
        if length.maybe_clock and when is not None:
            if not done or (length.clock_hour or 0) > LONGEST_CONTACT or not when.maybe_duration:
                continue
            clause.whens.remove(when)
            rest = without_clock(when)
            if rest is not None and rest.has_date:
                clause.whens.append(rest)
        elif when is not None or (length.maybe_clock and (length.clock_hour or 0) > LONGEST_CONTACT):
            continue
        if done and minutes is None:
            minutes = length.minutes
    return minutes
