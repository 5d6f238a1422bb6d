"""Adoption: who logs, how soon after the contact, and with how many messages and taps."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from core.history import LogRow

HOUR = 3600

BY_BUTTONS = 3
"""Taps that a log without a message takes at least: what took place, with whom, how it went."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How somebody logs. `hours_to_log`: the median from contact to log; None: no logs."""

    active_days: int
    logs: int
    hours_to_log: float | None
    messages_per_log: float | None
    taps_per_log: float | None


def habit(rows: Iterable[LogRow], day_of: Callable[[float], date]) -> Habit:
    """Of everything that was written, corrected versions and what was taken back included.

    Logs are what stands. A message with several customers is one message for several logs. Every correction
    writes the log anew: that is a tap, and a log by buttons alone takes three.
    """
    written = list(rows)
    standing = [row for row in written if row.stands]
    if not standing:
        return Habit(0, 0, None, None, None)
    versions: dict[tuple[int | None, int, int], list[LogRow]] = defaultdict(list)
    for row in written:
        if row.message_id is not None:
            versions[row.chat_id, row.message_id, row.part].append(row)
    kept = [some for some in versions.values() if any(row.stands for row in some)]
    buttons = [row for row in written if row.message_id is None]
    taps = sum(len(some) - 1 for some in kept)
    taps += sum(BY_BUTTONS if row.stands else 1 for row in buttons)
    first = [min(row.created_at for row in some) - some[-1].occurred_at for some in kept]
    first += [row.created_at - row.occurred_at for row in buttons if row.stands]
    messages = {(some[0].chat_id, some[0].message_id) for some in kept}
    return Habit(
        len({day_of(row.created_at) for row in standing}),
        len(standing),
        median(max(each, 0) / HOUR for each in first),
        len(messages) / len(standing),
        taps / len(standing),
    )


def habits(rows: Iterable[LogRow], day_of: Callable[[float], date]) -> Mapping[int, Habit]:
    """The same for each member who wrote anything."""
    by_member: dict[int, list[LogRow]] = defaultdict(list)
    for row in rows:
        by_member[row.member_id].append(row)
    return {member_id: habit(some, day_of) for member_id, some in by_member.items()}
