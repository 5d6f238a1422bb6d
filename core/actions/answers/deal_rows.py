"""Deals as the lines of an answer: the dearest first, each valued as the sums above them value it."""

from collections.abc import Iterable, Sequence

from core.actions.answers.told import deal_called
from core.actions.reports.facts import Facts
from core.history import DealRow, as_amount
from core.insights.chances import entered
from core.insights.shares import grouped
from core.notices import Sum
from core.notices.report_view import MEMBER, ReportView
from core.notices.reports import Choice, Figure, Opens

DAY = 86_400


def exact(facts: Facts, units: int) -> Sum:
    """Money in the team's currency to the cent, so that lines add up to their sum."""
    return Sum(as_amount(units), facts.worth.currency)


def worth_of(facts: Facts, deal: DealRow) -> int | None:
    """What a deal counts for: a closed one by its day's rate, an open one by today's."""
    return facts.worth.units(deal.units, deal.currency, deal.closed_on or facts.today)


def sum_of(facts: Facts, deals: Iterable[DealRow]) -> int:
    """What deals come to, those without an amount left out."""
    return sum(worth_of(facts, deal) or 0 for deal in deals)


def dearest(facts: Facts, deals: Iterable[DealRow]) -> list[DealRow]:
    """The deals by what they count for; those without an amount last."""
    return sorted(deals, key=lambda deal: (-(worth_of(facts, deal) or 0), deal.units is None, deal.id))


def deal_line(facts: Facts, deal: DealRow, *figures: Figure) -> Opens:
    """What a deal is worth and whose it is, with more of it; opens its card."""
    units = worth_of(facts, deal)
    worth = Figure(key="no-sum") if units is None else Figure(key="sum-of", sum=exact(facts, units))
    return Opens(
        what="deal",
        id=deal.id,
        name=deal_called(facts, deal),
        figures=[worth, *whose(facts, deal), *figures],
    )


def whose(facts: Facts, deal: DealRow) -> list[Figure]:
    """The deal's salesperson, where the answer is about several."""
    owner = facts.names.members.get(deal.owner_id or 0)
    alone = facts.members_seen is not None and len(facts.members_seen) == 1
    return [Figure(key="person", name=owner)] if owner and not alone else []


def state(facts: Facts, deal: DealRow) -> list[Figure]:
    """Where an open deal stands and for how long; when a closed one was won or lost."""
    if not facts.processes.is_open(deal):
        key = "closed-won" if facts.processes.is_won(deal) else "closed-lost"
        return [Figure(key=key, on=deal.closed_on)]
    stage = Figure(key="in-stage", name=facts.processes.stage(deal).name)
    return [stage, Figure(key="days-there", days=round((facts.now - entered(deal)) / DAY))]


def by_person(facts: Facts, deals: Iterable[DealRow]) -> dict[int, list[DealRow]]:
    """The deals of each salesperson, of shared ones their part; 0: those that are nobody's."""
    return grouped(deals, facts.shares, facts.members_seen, lambda deal: deal.owner_id or 0)


def person_line(facts: Facts, view: ReportView, member_id: int, figures: Sequence[Figure]) -> Opens:
    """A salesperson; opens the same answer of their deals only."""
    return Opens(
        what=MEMBER if member_id else "",
        id=member_id,
        name=facts.names.members.get(member_id, ""),
        figures=list(figures),
        view=str(view.of_whom(member_id)) if member_id else "",
    )


def choice(view: ReportView, part: str, key: str, count: int | None = None) -> Choice:
    """Another part of the answer, marked where it is shown already."""
    return Choice(view=str(view.of(part)), key=key, count=count, chosen=view.part == part)
