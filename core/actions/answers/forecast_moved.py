"""Why a forecast moved: what was expected of the same period on Monday, and the deal that changed most."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sqlalchemy import select

from core.actions.answers.told import deal_called, total
from core.actions.reports.facts import Facts
from core.actions.reports.snapshot import Periods
from core.actions.work import Work
from core.history import DealRow, as_units
from core.insights.period import Span
from core.insights.week import because_of, part_in_expected
from core.model import Member, Snapshot, SnapshotDeal, SnapshotForecast
from core.notices.report_view import ReportView
from core.notices.reports import Figure
from core.terms import Role, Scope

CHANCE_IN = ("in_month", "in_quarter", "in_year", "next_quarter")
"""Where a snapshot keeps the chance of winning a deal in each of its periods, in their order."""

SAID: Mapping[tuple[bool, bool], str] = {
    (True, False): "forecast-up",
    (False, False): "forecast-down",
    (True, True): "forecast-up-because",
    (False, True): "forecast-down-because",
}
"""By whether more is expected, and whether one deal made most of it."""


def moved(
    work: Work, by: Member, view: ReportView, facts: Facts, deals: Sequence[DealRow], expected: Decimal
) -> list[Figure]:
    """Nothing where no snapshot tells of just this forecast, or where it stands as it stood."""
    scope = _scope(by, view)
    snapshot = work.session.scalars(
        select(Snapshot)
        .where(Snapshot.done_at.is_not(None), Snapshot.taken_on <= facts.today)
        .order_by(Snapshot.taken_on.desc())
        .limit(1)
    ).first()
    if scope is None or snapshot is None or snapshot.currency != facts.worth.currency:
        return []
    then = work.session.get(SnapshotForecast, (snapshot.id, *scope, facts.span.start, facts.span.end))
    if then is None or (then.expected_low is None) is not facts.chances.is_thin:
        return []
    change = round(expected - then.expected)
    if not change:
        return []
    because = _because(work, snapshot, facts, deals)
    key = SAID[change > 0, because is not None]
    return [Figure(key=key, sum=total(facts, Decimal(abs(change))), on=snapshot.taken_on, name=because)]


def _scope(by: Member, view: ReportView) -> tuple[Scope, int] | None:
    """Of whom the forecast is, if snapshots have such a one."""
    whose: tuple[Scope, int] | None
    if view.of_member or by.role is Role.REP:
        whose = (Scope.MEMBER, view.of_member or by.id)
    elif view.team_id or by.role is Role.MANAGER:
        team_id = view.team_id or by.team_id
        whose = (Scope.TEAM, team_id) if team_id else (Scope.MEMBER, by.id)
    else:
        whose = (Scope.ALL, 0)
    if not view.pipeline_id:
        return whose
    return (Scope.PIPELINE, view.pipeline_id) if whose == (Scope.ALL, 0) else None


def _because(work: Work, snapshot: Snapshot, facts: Facts, deals: Sequence[DealRow]) -> str | None:
    """The deal that makes most of the change; shared ones, of which a part counts, are left out."""
    chance_in = _chance_in(snapshot, facts.span)
    if chance_in is None:
        return None
    mine = {deal.id: deal for deal in deals if deal.id not in facts.shares}
    frozen = work.session.scalars(
        select(SnapshotDeal).where(SnapshotDeal.snapshot_id == snapshot.id, SnapshotDeal.counted)
    )
    then = {each.deal_id: _part_then(each, chance_in, facts.span) for each in frozen if each.deal_id in mine}
    about = (facts.now, facts.seconds, facts.span, facts.today)
    now = part_in_expected(mine.values(), *about, facts.chances, facts.processes, facts.worth)
    which = because_of(then, now)
    return deal_called(facts, mine[which]) if which is not None else None


def _chance_in(snapshot: Snapshot, span: Span) -> str | None:
    periods = zip(Periods.of(snapshot.taken_on), CHANCE_IN, strict=True)
    return next((name for period, name in periods if period == span), None)


def _part_then(frozen: SnapshotDeal, chance_in: str, span: Span) -> int:
    """What the deal added to what was expected."""
    if frozen.worth is None:
        return 0
    if frozen.closed_on is not None:
        return as_units(frozen.worth) if frozen.closed_on in span else 0
    chance: float | None = getattr(frozen, chance_in)
    if chance is None:  # there was too little to learn from
        chance = frozen.probability / 100 if frozen.contract_on in span else 0.0
    return round(as_units(frozen.worth) * chance)
