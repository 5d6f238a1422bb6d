"""A member's customers who fell silent, most valuable first: whom to call, and whom to ask about."""

import heapq
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.actions.comparing import Values
from core.actions.work import Work
from core.insights.dormant import is_dormant
from core.model import Member
from core.storage import neglected

CANDIDATES = 50
"""Silent customers that are looked at more closely, for how often they are usually in touch."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """A dormant customer of a member's: what it is worth, in 1/10 000 of the team's currency, and the day of
    the last contact."""

    company_id: int
    worth: int
    last_on: date


def silent(work: Work, by: Member, values: Values) -> list[Quiet]:
    """Dormant customers who have bought from the member or have a deal open with them.

    Those in a break, those with something planned and those whom a colleague has met since are left out.
    """
    habits, today = work.team.habits, values.on
    before = datetime.combine(today - timedelta(days=habits.silent_days), time(), tzinfo=work.zone_of(by))
    unmet = neglected.not_met_since(work.session, by, before)
    worth: defaultdict[int, int] = defaultdict(int)
    for company_id, total in neglected.worth_of_customers(work.session, by) if unmet else ():
        worth[company_id] += values.of(total)
    best = heapq.nlargest(CANDIDATES, (key for key in unmet if key in worth), key=worth.__getitem__)
    others = neglected.to_leave_alone(work.session, best, today, before)
    days = neglected.contact_days(work.session, best)
    return [
        Quiet(key, worth[key], days[key][-1])
        for key in best
        if key not in others and is_dormant(days[key], today, habits.silent_days, habits.silent_gaps)
    ]
