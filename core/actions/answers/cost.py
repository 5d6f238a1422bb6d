"""What selling costs: per contact, won deal and new customer, then deal by deal."""

from decimal import Decimal

from core.actions.answers.told import Told, deal_called, facts_of, percent, total
from core.actions.reports.cost import cost_report, minutes_of
from core.actions.reports.facts import Facts
from core.actions.reports.shape import Row
from core.actions.reports.travel import travel_by, travel_of
from core.actions.work import Work
from core.history import DealRow, as_amount
from core.insights.cost import closed_in
from core.insights.effort import cost as money_of
from core.insights.expenses import METRES, Travel
from core.model import Member
from core.notices.report_view import ReportView
from core.notices.reports import Figure, Opens
from core.storage.contact_rows import Per


def cost(work: Work, by: Member, view: ReportView) -> Told:
    """Money where an hour's cost is known, else minutes; the closed deals with the dearest first."""
    facts = facts_of(work, by, view)
    found = cost_report(facts).totals
    closed = closed_in(facts.endings, view.span, facts.processes)
    minutes = minutes_of(facts, closed)
    spent = {deal_id: each.units for deal_id, each in travel_of(facts, closed).items()}
    hourly = facts.team.habits.hourly_cost
    costs = {deal.id: money_of(minutes.get(deal.id, 0), hourly, spent.get(deal.id, 0)) for deal in closed}
    ordered = sorted(closed, key=lambda deal: (-(costs[deal.id] or minutes.get(deal.id, 0)), deal.id))
    rows = [_deal(facts, deal, minutes.get(deal.id, 0), costs[deal.id]) for deal in ordered]
    lines = [Figure(key="cost-minutes", count=found["contacts"], minutes=found["minutes"])]
    notes = []
    if facts.team.habits.hourly_cost is None:
        notes.append(Figure(key="cost-unknown"))
        lines.append(Figure(key="cost-closed", count=len(closed), minutes=sum(minutes.values())))
    else:
        lines += _money(facts, found)
    notes += _travel(facts)
    if facts.worth.missing:
        notes.append(Figure(key="rates-missing", name=", ".join(sorted(facts.worth.missing))))
    return Told("cost-heading", lines, rows, notes)


def _travel(facts: Facts) -> list[Figure]:
    """What was spent on travel in the period, and the kilometres that nobody has priced."""
    (found,) = travel_by(facts, None, Per.MEMBER, facts.span).values() or [Travel()]
    notes = []
    if found.units:
        notes.append(Figure(key="cost-travel", sum=total(facts, as_amount(found.units))))
    if found.unpriced_metres:
        kilometres = Decimal(found.unpriced_metres) / METRES
        notes.append(Figure(key="cost-no-kilometre", number=kilometres))
    return notes


def _money(facts: Facts, found: Row) -> list[Figure]:
    """What cannot be said of nothing won, or of no new customers, is left out."""
    each, won, new, share = (
        found[name] for name in ("cost_per_contact", "cost_per_won", "cost_per_new_customer", "share_of_won")
    )
    lines = []
    if each is not None:
        lines.append(Figure(key="cost-total", sum=total(facts, found["cost"]), each=total(facts, each)))
    if won is not None:
        lines.append(Figure(key="cost-won", count=found["won_count"], each=total(facts, won)))
    if new is not None:
        lines.append(Figure(key="cost-new", count=found["new_customers"], each=total(facts, new)))
    if share is not None:
        lines.append(Figure(key="cost-share", percent=percent(share)))
    return lines


def _deal(facts: Facts, deal: DealRow, minutes: int, spent: Decimal | None) -> Opens:
    won = facts.processes.is_won(deal)
    figures = [Figure(key="closed-won" if won else "closed-lost", on=deal.closed_on)]
    figures.append(
        Figure(key="minutes-of", minutes=minutes)
        if spent is None
        else Figure(key="sum-of", sum=total(facts, spent))
    )
    return Opens(what="deal", id=deal.id, name=deal_called(facts, deal), figures=figures)
