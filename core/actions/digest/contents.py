"""What a digest says: what happened, the forecasts, the funnels, contracts to come, work and customers."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from msgspec.structs import replace

from core.actions.digest.advice import advice
from core.actions.digest.facts import DigestFacts
from core.actions.digest.pictures import pictures
from core.actions.reports.absent import away
from core.actions.reports.customers import customers_of
from core.actions.reports.effort import contacts_of
from core.actions.reports.forecast import forecast
from core.actions.reports.targets import target_of
from core.history import DealRow, as_amount
from core.insights.closing import closings
from core.insights.customers import State
from core.insights.effort import effort_of
from core.insights.period import Span
from core.insights.week import because_of, largest, moved_on, slipped
from core.money import whole
from core.notices import Sum
from core.notices.digest import (
    Digest,
    DigestDeal,
    DigestDeals,
    DigestForecast,
    DigestPart,
    Gone,
)
from core.notices.report_view import OF_LENGTH, Length
from core.storage.contact_rows import Per
from core.storage.week_rows import postponements, selling, why_lost
from core.terms import ContactKind, StageMeaning

MOST_NAMED = 2
MOST_CONTRACTS = 3
MOST_PARTS = 4
MOST_RIVALS = 3


def contents(facts: DigestFacts) -> Digest:
    """The digest of the reader whose facts these are, not kept yet."""
    processes = facts.now.processes
    leads = _leads(facts, facts.open)
    offered = [deal for deal in facts.open if processes.stage(deal).meaning is not StageMeaning.LEAD]
    orders = [order for order in facts.now.orders if order.ordered_on in facts.span]
    ordered = [facts.now.worth.units(o.units, o.currency, o.ordered_on) or 0 for o in orders]
    contacts, visits = _effort(facts, facts.span)
    before, _ = _effort(facts, _period_before(facts))
    new, dormant, gone = _customers(facts)
    return Digest(
        id=0,
        start=facts.span.start,
        end=facts.span.end,
        length=facts.length,
        people=_people(facts),
        won=_won(facts),
        lost=_lost(facts),
        slipped=_slipped(facts),
        moved=_deals(facts, moved_on(facts.before, facts.deals, processes)),
        forecast=_forecast(facts),
        contracts=_contracts(facts),
        parts=_parts(facts),
        orders=len(orders),
        ordered=facts.sum(sum(ordered)) if orders else None,
        leads=len(leads),
        leads_change=len(leads) - len(_leads(facts, list(facts.before.values()))),
        open=len(offered),
        open_sum=_total(facts, offered),
        without_amount=sum(deal.units is None for deal in offered),
        contacts=contacts,
        contacts_change=contacts - before,
        visits=visits,
        absent=len(away(facts.week, facts.span)),
        new_customers=new,
        dormant=dormant,
        gone=gone,
        advice=advice(facts),
        pictures=pictures(facts),
    )


def won_of(facts: DigestFacts) -> list[DealRow]:
    """The deals won in the period, the largest first."""
    won = [deal for deal in facts.closed if facts.now.processes.is_won(deal)]
    return largest(won, facts.now.worth, facts.now.today)


def lost_of(facts: DigestFacts) -> list[DealRow]:
    """The deals lost in the period, the largest first."""
    lost = [deal for deal in facts.closed if facts.now.processes.is_lost(deal)]
    return largest(lost, facts.now.worth, facts.now.today)


def _won(facts: DigestFacts) -> DigestDeals:
    return _deals(facts, won_of(facts))


def _lost(facts: DigestFacts) -> DigestDeals:
    lost = lost_of(facts)
    why = why_lost(facts.now.session, [deal.id for deal in lost[:MOST_NAMED]])
    found = _deals(facts, lost)
    named = [
        replace(deal, reason=why[deal.id][0], competitor=why[deal.id][1]) if deal.id in why else deal
        for deal in found.named
    ]
    return DigestDeals(count=found.count, sum=found.sum, named=named)


def _slipped(facts: DigestFacts) -> DigestDeals:
    """Those put off most often are named first."""
    deals = [slip.deal for slip in slipped(facts.before, facts.deals, facts.now.processes)]
    times = postponements(facts.now.session, [deal.id for deal in deals], facts.now.before)
    ordered = sorted(deals, key=lambda deal: (-times[deal.id], -(facts.units(deal) or 0), deal.id))
    named = [replace(facts.named(deal), times=times[deal.id]) for deal in ordered[:MOST_NAMED]]
    return DigestDeals(count=len(deals), sum=_total(facts, deals), named=named)


def _deals(facts: DigestFacts, deals: Sequence[DealRow]) -> DigestDeals:
    named = [facts.named(deal) for deal in deals[:MOST_NAMED]]
    return DigestDeals(count=len(deals), sum=_total(facts, deals), named=named)


def _total(facts: DigestFacts, deals: Sequence[DealRow]) -> Sum | None:
    known = [units for deal in deals if (units := facts.units(deal)) is not None]
    return facts.sum(sum(known)) if known else None


def _leads(facts: DigestFacts, deals: Sequence[DealRow]) -> list[DealRow]:
    processes = facts.now.processes
    return [deal for deal in deals if processes.stage(deal).meaning is StageMeaning.LEAD]


def _forecast(facts: DigestFacts) -> DigestForecast:
    now, then = forecast(facts.now).totals, forecast(facts.then).totals
    thin = facts.now.chances.is_thin
    before, after = facts.change_in_expected
    which = because_of(before, after)
    deal = next((deal for deal in facts.deals if deal.id == which), None)

    def change(name: str) -> Sum | None:
        old, new = then[name], now[name]
        return None if old is None or new is None else _money(facts, new - old)

    expected = "weighted" if thin else "expected"
    target = now["target"]
    return DigestForecast(
        start=facts.now.span.start,
        length=Length.MONTH if facts.length is Length.MONTH else Length.QUARTER,
        won=_money(facts, now["won"]),
        floor=_money(facts, now["floor"]),
        expected=_money(facts, now[expected]),
        best_case=_money(facts, now["best_case"]),
        floor_change=change("floor"),
        expected_change=change(expected),
        low=None if thin else _money(facts, now["expected_low"]),
        high=None if thin else _money(facts, now["expected_high"]),
        target=None if target is None else _money(facts, target),
        closed=facts.now.chances.closed if thin else None,
        because=None if deal is None else facts.named(deal),
    )


def _money(facts: DigestFacts, amount: Decimal) -> Sum:
    return Sum(whole(amount), facts.now.worth.currency)


def _parts(facts: DigestFacts) -> list[DigestPart]:
    """What is expected of each pipeline that has a target, where there are several."""
    pipelines = {stage.pipeline_id: stage.pipeline for stage in facts.now.processes.stages}
    if len(pipelines) < 2:
        return []
    _, added = facts.change_in_expected
    sums = Counter[int]()
    for deal in facts.deals:
        sums[deal.pipeline_id] += added.get(deal.id, 0)
    targets = {each: target_of(facts.now, None, None, each) for each in pipelines}
    return [
        DigestPart(
            name=pipelines[each],
            expected=_money(facts, as_amount(sums[each])),
            target=facts.sum(target),
        )
        for each, target in targets.items()
        if target is not None
    ][:MOST_PARTS]


def _contracts(facts: DigestFacts) -> list[DigestDeal]:
    """The largest open deals whose contract somebody expects in the forecast's period, or we do."""
    now = facts.now
    found = closings(facts.open, now.now, now.today, now.chances, now.processes)
    soon = [
        each
        for each in found
        if each.deal.contract_on in now.span or (each.median and each.median in now.span)
    ]
    soon.sort(key=lambda each: (-(facts.units(each.deal) or 0), each.deal.id))
    return [
        replace(facts.named(each.deal), early_on=each.p10, late_on=each.p90)
        for each in soon[:MOST_CONTRACTS]
        if facts.units(each.deal)
    ]


def _effort(facts: DigestFacts, span: Span) -> tuple[int, int]:
    """Contacts of the period, and the visits among them."""
    found = effort_of(contacts_of(facts.week, Per.MEMBER, span), facts.now.team.habits.minutes)
    visits = found.by_kind.get(ContactKind.VISIT)
    return found.contacts, visits.contacts if visits else 0


def _period_before(facts: DigestFacts) -> Span:
    return OF_LENGTH[facts.length](facts.span.start - timedelta(days=1))


def _customers(facts: DigestFacts) -> tuple[int, int, list[Gone]]:
    """New in the period, fallen silent in it, and gone in it with where to."""
    habits = facts.now.team.habits
    found, silent = customers_of(facts.week)
    new = sum(each.state is State.NEW for each in found)
    fell = sum(
        (facts.span.start - silence.since).days
        <= max(habits.silent_days, habits.silent_gaps * silence.usual_gap)
        for silence in silent.values()
    )
    left = Counter(each.competitor for each in found if each.state is State.LOST and each.since in facts.span)
    ordered = sorted(left.items(), key=lambda item: (-item[1], item[0] or ""))
    return new, fell, [Gone(to=to, count=count) for to, count in ordered[:MOST_RIVALS]]


def _people(facts: DigestFacts) -> int:
    selling_now = selling(facts.now.session)
    seen = facts.now.members_seen
    return len(selling_now if seen is None else selling_now & seen)
