"""When a next step is reminded of, and which moments are quiet: pure calculation."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.local_time import instant_of

USEFUL_FOR = timedelta(hours=4)
"""A reminder that is later than that (the bot was down) is not sent: the next agenda has it."""


@dataclass(frozen=True, slots=True)
class Peace:
    """When somebody is not to be disturbed: each day from `quiet_from` to `quiet_to`, local times in `zone`,
    over midnight where the first is later; and until `snoozed_until`. None: no such time."""

    zone: ZoneInfo
    quiet_from: time | None = None
    quiet_to: time | None = None
    snoozed_until: datetime | None = None

    def end_of_quiet(self, moment: datetime) -> datetime:
        """The moment itself where it is not in the quiet hours, else their end (UTC); snoozing apart."""
        if self.quiet_from is None or self.quiet_to is None:
            return moment
        local = moment.astimezone(self.zone)
        clock, day = local.time(), local.date()
        if self.quiet_from <= self.quiet_to:
            is_quiet, ends_on = self.quiet_from <= clock < self.quiet_to, day
        else:
            is_quiet = clock >= self.quiet_from or clock < self.quiet_to
            ends_on = day + timedelta(days=1) if clock >= self.quiet_from else day
        return instant_of(ends_on, self.quiet_to, self.zone) if is_quiet else moment

    def after_snooze(self, moment: datetime) -> datetime:
        return max(moment, self.snoozed_until) if self.snoozed_until else moment


def remind_at(due_at: datetime, lead: timedelta, booked_at: datetime, peace: Peace) -> datetime:
    """When something is reminded of that is due at `due_at`, a time that somebody named (UTC).

    So long before as its kind needs, but at most half of the time that was left when it was booked. Quiet
    hours move this moment only as far as it stays before `due_at`: the named time itself is never moved. A
    snooze moves everything.
    """
    left = max(due_at - booked_at, timedelta())
    moment = due_at - min(lead, left / 2)
    quiet_end = peace.end_of_quiet(moment)
    return peace.after_snooze(quiet_end if quiet_end < due_at else moment).astimezone(UTC)
