"""What selling costs: per contact, won deal and new customer, then deal by deal."""

from core.actions.answers.told import Told, deal_called, facts_of, percent, total
from core.actions.reports.cost import cost_report, minutes_of
from core.actions.reports.facts import Facts
from core.actions.reports.shape import Row
from core.actions.work import Work
from core.history import DealRow
from core.insights.cost import closed_in
from core.insights.effort import cost as money_of
from core.model import Member
from core.notices.report_view import ReportView
from core.notices.reports import Figure, Opens


def cost(work: Work, by: Member, view: ReportView) -> Told:
    """Money where an hour's cost is known, else minutes; the closed deals with the dearest first."""
    facts = facts_of(work, by, view)
    found = cost_report(facts).totals
    closed = closed_in(facts.endings, view.span, facts.processes)
    minutes = minutes_of(facts, closed)
    ordered = sorted(closed, key=lambda deal: (-minutes.get(deal.id, 0), deal.id))
    rows = [_deal(facts, deal, minutes.get(deal.id, 0)) for deal in ordered]
    lines = [Figure(key="cost-minutes", count=found["contacts"], minutes=found["minutes"])]
    notes = []
    if facts.team.habits.hourly_cost is None:
        notes.append(Figure(key="cost-unknown"))
        lines.append(Figure(key="cost-closed", count=len(closed), minutes=sum(minutes.values())))
    else:
        lines += _money(facts, found)
    if facts.worth.missing:
        notes.append(Figure(key="rates-missing", name=", ".join(sorted(facts.worth.missing))))
    return Told("cost-heading", lines, rows, notes)


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


def _deal(facts: Facts, deal: DealRow, minutes: int) -> Opens:
    won = facts.processes.is_won(deal)
    spent = money_of(minutes, facts.team.habits.hourly_cost)
    figures = [Figure(key="closed-won" if won else "closed-lost", on=deal.closed_on)]
    figures.append(
        Figure(key="minutes-of", minutes=minutes)
        if spent is None
        else Figure(key="sum-of", sum=total(facts, spent))
    )
    return Opens(what="deal", id=deal.id, name=deal_called(facts, deal), figures=figures)
