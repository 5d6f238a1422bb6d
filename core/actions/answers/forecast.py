"""The three forecasts against the target, why they moved, and the deals that each is made of."""

from collections.abc import Mapping, Sequence

from core.actions.answers.deal_rows import (
    by_person,
    choice,
    deal_line,
    exact,
    person_line,
    state,
    whose,
    worth_of,
)
from core.actions.answers.forecast_moved import moved
from core.actions.answers.forecast_words import InWords
from core.actions.answers.told import Told, deal_called, facts_of, total, with_picture
from core.actions.reports.facts import Facts
from core.actions.reports.forecast import figures_of
from core.actions.reports.targets import target_of
from core.actions.work import Work
from core.history import DealRow, OrderRow, as_amount
from core.insights.alternatives import counted_once
from core.insights.forecast import Counted, Hope, counted_as, hopes, plain_figures
from core.model import Member
from core.notices.report_view import PEOPLE, ReportView
from core.notices.reports import Choice, Figure, Opens

HEADING = "forecast-heading"

EXPECTED, WON, FLOOR, BEST = "", "w", "f", "b"
"""Parts: what each figure is made of; the expected one is shown first."""

MADE_OF: Mapping[str, tuple[str, frozenset[Counted]]] = {
    WON: ("forecast-choice-won", frozenset({Counted.WON})),
    FLOOR: ("forecast-choice-floor", frozenset({Counted.WON, Counted.COMMIT})),
    BEST: ("forecast-choice-best", frozenset({Counted.WON, Counted.COMMIT, Counted.BEST_CASE})),
}
"""The text of the choice, and what counts in it, won orders apart."""


def forecast(work: Work, by: Member, view: ReportView) -> Told:
    """The figures first, then the deals that bring most; of a period that is over, what was won."""
    facts = facts_of(work, by, view)
    deals = facts.in_part(counted_once(facts.deals, facts.processes))
    orders = [order for order in facts.orders if order.ordered_on in facts.span]
    if view.part == PEOPLE and by.manages:
        return _people(facts, view)
    if view.part in MADE_OF:
        return _made_of(facts, view, deals, orders)
    figures, without = figures_of(facts, deals, facts.orders)
    target = target_of(facts, None, None)
    told = InWords(facts, figures, None if target is None else as_amount(target))
    notes = told.notes()
    if without:
        notes.append(Figure(key="without-sum", count=without))
    back = view.of_whom(0).of(PEOPLE) if view.of_member and by.manages else None
    lines, why = told.lines(), []
    if facts.span.end > facts.today:
        expected = figures["weighted" if facts.chances.is_thin else "expected"]
        why = moved(work, by, view, facts, deals, expected)
    rows = [*_hoped(facts, deals), *_won_rows(facts, deals, orders)]
    whole = Told(HEADING, [*lines, *why], rows, notes, _choices(view, by), back)
    return with_picture(whole, facts, view, "forecast", [*lines[:1], *why])


def _choices(view: ReportView, by: Member) -> list[Choice]:
    choices = [
        choice(view, EXPECTED, "forecast-choice-expected"),
        *(choice(view, part, key) for part, (key, _) in MADE_OF.items()),
    ]
    if by.manages and not view.of_member:
        choices.append(choice(view, PEOPLE, "choice-by-person"))
    return choices


def _hopes(facts: Facts, deals: Sequence[DealRow]) -> list[Hope]:
    """What each open deal brings to the expected figure, or to the weighted one where history is thin."""
    if not facts.chances.is_thin:
        return hopes(
            deals, facts.now, facts.seconds, facts.today, facts.chances, facts.processes, facts.worth
        )
    return [
        Hope(deal, units, facts.processes.probability(deal) / 100)
        for deal in deals
        if counted_as(deal, facts.span, facts.processes) in OPEN and (units := worth_of(facts, deal))
    ]


OPEN = frozenset(Counted) - {Counted.WON}


def _hoped(facts: Facts, deals: Sequence[DealRow]) -> list[Opens]:
    """The open deals that the expected figure leans on, those that bring most first."""
    found = [each for each in _hopes(facts, deals) if each.part]
    ordered = sorted(found, key=lambda each: (-each.part, each.deal.id))
    return [
        Opens(
            what="deal",
            id=each.deal.id,
            name=deal_called(facts, each.deal),
            figures=[
                Figure(
                    key="hoped",
                    sum=total(facts, as_amount(each.part)),
                    each=exact(facts, each.units),
                    percent=round(each.chance * 100),
                ),
                *whose(facts, each.deal),
            ],
        )
        for each in ordered
    ]


def _dated(deal: DealRow) -> list[Figure]:
    return [] if deal.contract_on is None else [Figure(key="said-by", on=deal.contract_on)]


def _won_rows(facts: Facts, deals: Sequence[DealRow], orders: Sequence[OrderRow]) -> list[Opens]:
    won = [deal for deal in deals if counted_as(deal, facts.span, facts.processes) is Counted.WON]
    return [*_listed(facts, won), *(_order(facts, order) for order in orders)]


def _listed(facts: Facts, deals: Sequence[DealRow]) -> list[Opens]:
    """Open ones first, each with its contract date; the dearest first."""
    processes = facts.processes
    ordered = sorted(
        deals, key=lambda deal: (not processes.is_open(deal), -(worth_of(facts, deal) or 0), deal.id)
    )
    return [
        deal_line(facts, deal, *(_dated(deal) if processes.is_open(deal) else state(facts, deal)))
        for deal in ordered
    ]


def _order(facts: Facts, order: OrderRow) -> Opens:
    units = facts.worth.units(order.units, order.currency, order.ordered_on)
    worth = Figure(key="no-sum") if units is None else Figure(key="sum-of", sum=exact(facts, units))
    return Opens(
        what="company" if order.company_id else "",
        id=order.company_id or 0,
        name=facts.names.companies.get(order.company_id or 0, ""),
        figures=[worth, Figure(key="ordered", on=order.ordered_on)],
    )


def _made_of(facts: Facts, view: ReportView, deals: Sequence[DealRow], orders: Sequence[OrderRow]) -> Told:
    """The deals and orders that one of the plain figures is the sum of."""
    key, kinds = MADE_OF[view.part]
    chosen = [deal for deal in deals if counted_as(deal, facts.span, facts.processes) in kinds]
    rows = [*_listed(facts, chosen), *(_order(facts, order) for order in orders)]
    units = sum(worth_of(facts, deal) or 0 for deal in chosen)
    units += sum(facts.worth.units(order.units, order.currency, order.ordered_on) or 0 for order in orders)
    line = Figure(key="forecast-listed", word=key, count=len(rows), sum=exact(facts, units))
    without = sum(deal.units is None for deal in chosen)
    notes = [Figure(key="without-sum", count=without)] if without else []
    choices = [choice(view, part, text) for part, (text, _) in MADE_OF.items()]
    return Told(HEADING, [line], rows, notes, choices, view.of(EXPECTED))


def _people(facts: Facts, view: ReportView) -> Told:
    """What each salesperson is expected to bring; the parts of shared deals are each one's own."""
    orders: dict[int, list[OrderRow]] = {}
    for order in facts.orders:
        orders.setdefault(order.owner_id or 0, []).append(order)
    deals = by_person(facts, counted_once(facts.deals, facts.processes))
    found = []
    for member_id in sorted(deals.keys() | orders.keys()):
        floor, expected = plainly(facts, deals.get(member_id, []), orders.get(member_id, []))
        if floor or expected:
            figures = [
                Figure(key="expected-of", sum=total(facts, as_amount(expected))),
                Figure(key="floor-of", sum=exact(facts, floor)),
            ]
            found.append((-expected, person_line(facts, view, member_id, figures)))
    rows = [row for _, row in sorted(found, key=lambda each: each[0])]
    whole = total(facts, as_amount(-sum(expected for expected, _ in found)))
    key = "forecast-plain" if facts.chances.is_thin else "forecast-sum"
    return Told(HEADING, [Figure(key=key, sum=whole)], rows, back=view.of(EXPECTED))


def plainly(facts: Facts, deals: Sequence[DealRow], orders: Sequence[OrderRow]) -> tuple[int, int]:
    """The floor and the expected sum (the weighted one where history is thin), without a range."""
    plain = plain_figures(deals, orders, facts.span, facts.today, facts.processes, facts.worth)
    return plain.floor, plain.won + sum(each.part for each in _hopes(facts, deals))
