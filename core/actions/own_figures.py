"""A salesperson's own figures, small enough to stand under a logged contact."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import select

from core.actions.reports.learnt import learnt, learnt_today
from core.actions.work import Work
from core.history import DAY, OrderRow, as_amount, as_units
from core.insights.alternatives import counted_once
from core.insights.forecast import Outlook, Plain, hopes, outlook, plain_figures
from core.insights.own import days_late
from core.insights.period import Span, month_of
from core.insights.process import Processes
from core.insights.shares import part_of, valued
from core.insights.spread import quick_interval
from core.insights.worth import Worth
from core.model import Change, Deal, Member, Order, Stage, Target
from core.storage import deal_rows, report_rows
from core.storage.ledger import decoded
from core.storage.shares import has_part_in, shares_then
from core.terms import StageMeaning

MOST_WON = 200
"""The newest so many won deals tell how well somebody's dates hold."""


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
    own = deal_rows.deals(work.session, member, mine & has_part_in(member.id), None)
    shares = shares_then(work.session, None, of_member=member.id)
    known = valued(counted_once(own, processes), shares, worth, today)
    deals = part_of(known, shares, {member.id})
    plain = plain_figures(deals, _orders(work, member, span), span, today, processes, worth)
    chances = learnt(work, processes)
    ahead = Outlook(plain.weighted)
    if not chances.is_thin:
        now = work.now.timestamp()
        end = datetime.combine(span.end, time(), work.zone_of(member)).timestamp()
        found = hopes(deals, now, (now, end), today, chances, processes, worth)
        ahead = outlook(plain.won, found, chances.effect((end - now) / DAY), quick_interval)
    return _month(work, span, plain, ahead, _target(work, member, span, worth))


def own_accuracy(work: Work, member: Member) -> Accuracy:
    """How early or late the member's contract dates ran: the first said of each deal they have won."""
    won = (
        select(Deal.id, Deal.closed_on)
        .join(Stage, Stage.id == Deal.stage_id)
        .where(Deal.owner_id == member.id, Deal.deleted_at.is_(None), Deal.closed_on.is_not(None))
        .where(Stage.meaning == StageMeaning.WON)
        .order_by(Deal.closed_on.desc(), Deal.id.desc())
        .limit(MOST_WON)
    )
    closed_on = {row[0]: row[1] for row in work.session.execute(won)}
    said = (
        select(Change.record_id, Change.new)
        .where(Change.record == Deal.__tablename__, Change.record_id.in_(closed_on))
        .where(Change.field == "expected_close_on", Change.old.is_(None), Change.new.is_not(None))
        .order_by(Change.id.desc())
    )
    first = {row[0]: decoded(Deal, "expected_close_on", row[1]) for row in work.session.execute(said)}
    return Accuracy(*days_late((day, closed_on[deal_id]) for deal_id, day in first.items()))


def usual_days(work: Work, pipeline_id: int, stage_id: int) -> float | None:
    """The median of days that the team's deals stay in a stage, those that are there still as not over yet.

    None where fewer than half have left it, or none was ever there, or it is no open stage of the pipeline.
    """
    processes = Processes(tuple(report_rows.stages(work.session)))
    if stage_id not in {stage.id for stage in processes.open_stages(pipeline_id)}:
        return None
    return learnt_today(work, processes).usual_days[stage_id]


def own_funnel(work: Work, member: Member) -> list[StageStanding]:
    """The member's open deals by stage, in the order of pipelines and stages; stages without deals too.

    Stages that the configuration no longer names are there only where the member has deals in them.
    """
    processes = Processes(tuple(report_rows.stages(work.session)))
    worth = Worth(work.team.currency, work.team.rates)
    mine = Deal.closed_on.is_(None) & (Deal.owner_id == member.id)
    by_stage: dict[int, list[int | None]] = {}
    for deal in deal_rows.deals(work.session, member, mine, None):
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


def _month(work: Work, span: Span, plain: Plain, ahead: Outlook, target: int | None) -> ExpectedMonth:
    return ExpectedMonth(
        starts_on=span.start,
        ends_on=span.end,
        currency=work.team.currency,
        won=as_amount(plain.won),
        expected=as_amount(ahead.expected or 0),
        low=None if ahead.low is None else as_amount(ahead.low),
        high=None if ahead.high is None else as_amount(ahead.high),
        weighted=as_amount(plain.weighted),
        target=None if target is None else as_amount(target),
        is_thin=ahead.low is None,
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
