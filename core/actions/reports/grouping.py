"""What contacts, deals and orders are grouped in, so that the same thing has the same row in each report."""

from collections.abc import Callable

from core.actions.reports.facts import Facts
from core.actions.reports.names import Sold
from core.history import DealRow, Worked

ALL = "all"

Key = tuple[int | str | None, str | None]
"""What a row is about, and what it is called: two deals of one name are two rows."""


def of_contacts(facts: Facts, by: str) -> Callable[[Worked], Key]:
    """What a row of contacts is counted in."""
    names = facts.names
    if by == "deal":
        titles = {deal.id: deal.title for deal in facts.endings}
        return lambda row: (row.key, titles.get(row.key or 0))
    if by in ("product", "pipeline"):
        group = names.grouping(by, facts.processes)
        of_deal = {deal.id: deal for deal in facts.endings}
        return lambda row: _named(group(of_deal[row.key])) if row.key in of_deal else (None, None)
    if by == "stage":
        stages = {stage.id: stage.name for stage in facts.processes.stages}
        return lambda row: (row.key, stages.get(row.key or 0))
    if by == "kind":
        return lambda row: _named(row.kind.value)
    if by == "team":
        return lambda row: _named(names.teams.get(names.team_of.get(row.key or 0) or 0))
    if by == "segment":
        return lambda row: _named(names.segment_of.get(row.key or 0))
    called = names.members if by == "rep" else names.companies
    return lambda row: (row.key, called.get(row.key or 0))


def of_sold(facts: Facts, by: str | None) -> Callable[[Sold], Key]:
    """What a deal or an order is counted in."""
    if by is None:
        return lambda sold: (None, ALL)
    group = facts.names.grouping(by, facts.processes)
    if by == "rep":
        return lambda sold: (sold.owner_id, group(sold))
    if by == "company":
        return lambda sold: (sold.company_id, group(sold))
    if by == "stage":
        return lambda sold: (sold.stage_id, group(sold)) if isinstance(sold, DealRow) else (None, None)
    return lambda sold: _named(group(sold))


def _named(name: str | None) -> Key:
    return name, name
