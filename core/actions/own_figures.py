"""A salesperson's own figures, small enough to stand under a logged contact."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from core.actions.work import Work
from core.history import OrderRow, as_amount, as_units
from core.insights.durations import quantiles
from core.insights.forecast import Plain, plain_figures
from core.insights.own import days_late, stays
from core.insights.period import Span, month_of
from core.insights.process import Processes
from core.insights.worth import Worth
from core.model import Change, Deal, Member, Order, Stage, StageChange, Target
from core.storage import report_rows
from core.storage.ledger import decoded
from core.terms import StageMeaning

MOST_STAYS = 2_000
"""The newest so many moves into a stage tell how long deals stay there."""


@dataclass(frozen=True, slots=True)
class ExpectedMonth:
    """The member's current month, amounts in `currency`. Dates: `starts_on` inclusive, `ends_on` exclusive.

    `expected`: won and likely to be won of what is open now, within `low` to `high` in four cases of five;
    `weighted`: by the salesperson's dates and the stages' probabilities. `is_thin`: the team has closed too
    few deals to learn from, then `expected` is the weighted figure and `low`, `high` are None. `target` None:
    none is set. `without_amount`: so many of the open deals and those won are in no sum.
    """

    starts_on: date
    ends_on: date
    currency: str
    won: Decimal
    expected: Decimal
    low: Decimal | None
    high: Decimal | None
    weighted: Decimal
    target: Decimal | None
    is_thin: bool
    without_amount: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """`count` of the member's won deals had a contract date from the beginning; half of them were won
    `median_days` or more after the day that was said first (negative: before it), None: there is none."""

    count: int
    median_days: float | None


@dataclass(frozen=True, slots=True)
class StageStanding:
    """The member's open deals in a stage; `amount` in the team's currency, `without_amount` are not in it."""

    stage_id: int
    stage: str
    count: int
    amount: Decimal
    without_amount: int


def expected_month(work: Work, member: Member) -> ExpectedMonth:
    """What the member has won this month and may expect to win in it, from what is open now."""
    today = work.today(member)
    span = month_of(today)
    processes = Processes(tuple(report_rows.stages(work.session)))
    worth = Worth(work.team.currency, work.team.rates)
    mine = Deal.closed_on.is_(None) | Deal.closed_on.between(span.start, span.end - timedelta(days=1))
    deals = report_rows.deals(work.session, member, mine & (Deal.owner_id == member.id), None)
    plain = plain_figures(deals, _orders(work, member, span), span, today, processes, worth)
    return _month(work, span, plain, _target(work, member, span, worth))


def own_accuracy(work: Work, member: Member) -> Accuracy:
    """How early or late the member's contract dates ran: the first said of each deal they have won."""
    said = (
        select(Change.new, Deal.closed_on)
        .join(Deal, Deal.id == Change.record_id)
        .join(Stage, Stage.id == Deal.stage_id)
        .where(Change.record == Deal.__tablename__, Change.field == "expected_close_on")
        .where(Change.old.is_(None), Change.new.is_not(None))
        .where(Deal.owner_id == member.id, Deal.deleted_at.is_(None))
        .where(Stage.meaning == StageMeaning.WON, Deal.closed_on.is_not(None))
        .order_by(Change.id)
        .add_columns(Deal.id)
    )
    first: dict[int, Any] = {}
    for new, closed_on, deal_id in work.session.execute(said):
        first.setdefault(deal_id, (decoded(Deal, "expected_close_on", new), closed_on))
    return Accuracy(*days_late(first.values()))


def usual_days(work: Work, pipeline_id: int, stage_id: int) -> float | None:
    """The median of days that the team's deals stay in a stage, those that are there still as not over yet.

    None where fewer than half have left it, or none was ever there.
    """
    recent = (
        select(StageChange.deal_id)
        .where(StageChange.to_stage_id == stage_id, StageChange.undone_at.is_(None))
        .order_by(StageChange.id.desc())
        .limit(MOST_STAYS)
    )
    where = (Deal.pipeline_id == pipeline_id) & Deal.id.in_(recent)
    deals = report_rows.deals(work.session, None, where, None)
    processes = Processes(tuple(report_rows.stages(work.session)))
    return quantiles(stays(deals, processes, stage_id, work.now.timestamp()), 0.5)[0]


def own_funnel(work: Work, member: Member) -> list[StageStanding]:
    """The member's open deals by stage, in the order of pipelines and stages; stages without deals too.

    Stages that the configuration no longer names are there only where the member has deals in them.
    """
    processes = Processes(tuple(report_rows.stages(work.session)))
    worth = Worth(work.team.currency, work.team.rates)
    mine = Deal.closed_on.is_(None) & (Deal.owner_id == member.id)
    by_stage: dict[int, list[int | None]] = {}
    for deal in report_rows.deals(work.session, member, mine, None):
        by_stage.setdefault(deal.stage_id, []).append(
            worth.units(deal.units, deal.currency, work.today(member))
        )
    found = []
    for pipeline_id in dict.fromkeys(stage.pipeline_id for stage in processes.stages):
        for stage in processes.open_stages(pipeline_id):
            values = by_stage.get(stage.id, [])
            if values or not stage.archived:
                amounts = [units for units in values if units is not None]
                missing = len(values) - len(amounts)
                found.append(
                    StageStanding(stage.id, stage.name, len(values), as_amount(sum(amounts)), missing)
                )
    return found


def _month(work: Work, span: Span, plain: Plain, target: int | None) -> ExpectedMonth:
    return ExpectedMonth(
        starts_on=span.start,
        ends_on=span.end,
        currency=work.team.currency,
        won=as_amount(plain.won),
        expected=as_amount(plain.weighted),
        low=None,
        high=None,
        weighted=as_amount(plain.weighted),
        target=None if target is None else as_amount(target),
        is_thin=True,
        without_amount=plain.without_amount,
    )


def _orders(work: Work, member: Member, span: Span) -> list[OrderRow]:
    mine = (Order.owner_id == member.id) & Order.ordered_on.between(span.start, span.end - timedelta(days=1))
    return report_rows.orders(work.session, member, mine, None)


def _target(work: Work, member: Member, span: Span, worth: Worth) -> int | None:
    """The member's own for just this month, all pipelines together."""
    found = work.session.execute(
        select(Target.amount, Target.currency).where(
            Target.member_id == member.id, Target.starts_on == span.start, Target.ends_on == span.end
        )
    ).all()
    units = [worth.units(as_units(amount), currency, span.start) for amount, currency in found]
    known = [each for each in units if each is not None]
    return sum(known) if known else None
