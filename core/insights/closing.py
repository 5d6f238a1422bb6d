"""When will the contract be? For each open deal the chance of winning, and the days if it is won."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.history import DAY, DealRow
from core.insights.chances import Chances, entered
from core.insights.evidence import AFTER
from core.insights.process import Processes
from core.insights.rates import Curve


class Why(StrEnum):
    """A reason behind a chance or a date; its `value` is in days, deals, or percent as its name says."""

    DAYS_IN_STAGE = "days_in_stage"
    USUAL_DAYS = "usual_days"
    STALE = "stale"
    DATE_PASSED_DAYS = "date_passed_days"
    LATER_THAN_SAID_DAYS = "later_than_said_days"
    EARLIER_THAN_SAID_DAYS = "earlier_than_said_days"
    CLOSED_DEALS = "closed_deals"
    THIN_HISTORY = "thin_history"
    NO_DATE = "no_date"


@dataclass(frozen=True, slots=True)
class Reason:
    """`value` None where the reason says all."""

    reason: Why
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """A deal's chance of ever being won, and its contract date given that it is won: median, 10 and 90 %."""

    deal: DealRow
    chance: float
    median: date | None
    p10: date | None
    p90: date | None
    reasons: tuple[Reason, ...]


def closings(
    deals: Sequence[DealRow],
    now: float,
    today: date,
    chances: Chances,
    processes: Processes,
) -> list[Closing]:
    """The open deals, the likeliest soon first.

    With too thin a history the chance is the stage's probability, and there are no dates.
    """
    found = [_closing(deal, now, today, chances, processes) for deal in deals if processes.is_open(deal)]
    return sorted(found, key=lambda each: (each.median or date.max, -each.chance, each.deal.id))


def _closing(deal: DealRow, now: float, today: date, chances: Chances, processes: Processes) -> Closing:
    curve = None if chances.is_thin else chances.curve(deal, now)
    chance = curve[-1] if curve else processes.probability(deal) / 100
    median = early = late = None
    if curve and chance > 0:
        median, early, late = (
            today + timedelta(days=chances.rhythm.day_after(now, _when(curve, share)))
            for share in (0.5, 0.1, 0.9)
        )
    reasons = tuple(_reasons(deal, now, today, median, chances))
    return Closing(deal, min(chance, 1.0), median, early, late, reasons)


def _when(curve: Curve, share: float) -> float:
    """Days until this share of all who are ever won is won."""
    wanted = curve[-1] * share
    for index in range(1, len(curve)):
        if curve[index] >= wanted:
            before, after = curve[index - 1], curve[index]
            part = (wanted - before) / (after - before) if after > before else 1.0
            return AFTER[index - 1] + part * (AFTER[index] - AFTER[index - 1])
    return AFTER[-1]


def _reasons(deal: DealRow, now: float, today: date, median: date | None, chances: Chances) -> list[Reason]:
    usual = chances.usual_days.get(deal.stage_id)
    age = (now - entered(deal)) / DAY
    found = [Reason(Why.DAYS_IN_STAGE, round(age, 1))]
    if usual is not None:
        found.append(Reason(Why.USUAL_DAYS, round(usual, 1)))
        if age > 2 * usual:
            found.append(Reason(Why.STALE))
    if deal.contract_on is None:
        found.append(Reason(Why.NO_DATE))
    elif deal.contract_on < today:
        found.append(Reason(Why.DATE_PASSED_DAYS, (today - deal.contract_on).days))
    elif median is not None and median != deal.contract_on:
        late = (median - deal.contract_on).days
        why = Why.LATER_THAN_SAID_DAYS if late > 0 else Why.EARLIER_THAN_SAID_DAYS
        found.append(Reason(why, abs(late)))
    found.append(Reason(Why.CLOSED_DEALS, chances.closed))
    if chances.is_thin:
        found.append(Reason(Why.THIN_HISTORY))
    return found
