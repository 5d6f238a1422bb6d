"""Travel and expenses behind a report, by the same groups as the contacts they were told with."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from core.actions.reports.facts import Facts
from core.actions.reports.grouping import ALL, Key, of_contacts
from core.actions.reports.shape import Note
from core.history import DealRow, SpentRow, Worked, as_amount
from core.insights.expenses import METRES, Travel, travel
from core.insights.period import Span
from core.storage.contact_rows import Per
from core.storage.expense_rows import Asked, spent, spent_on_deals
from core.terms import ContactKind

Group = TypeVar("Group", bound=Hashable)


def travel_by(facts: Facts, by: str | None, per: Per, span: Span | None) -> Mapping[Key, Travel]:
    """What was spent in the period, by group; of the pipeline asked about."""
    rows = spent(facts.session, facts.asker, per, Asked(span, facts.before))
    if facts.pipeline_id is not None:
        deals = {deal.id for deal in facts.endings}
        rows = [row for row in rows if row.deal_id in deals]
    return {key: _together(facts, of_group) for key, of_group in _grouped(rows, _group(facts, by)).items()}


def travel_of(facts: Facts, deals: Iterable[DealRow]) -> Mapping[int, Travel]:
    """What was spent on each of these deals in its whole life until the moment asked about."""
    rows = spent_on_deals(facts.session, {deal.id for deal in deals}, facts.before)
    return {key: _together(facts, some) for key, some in _grouped(rows, lambda row: row.key or 0).items()}


def travel_notes(facts: Facts, found: Iterable[Travel]) -> list[Note]:
    """What is in the cost of travel and expenses, and the kilometres that nobody has priced."""
    together = Travel()
    for each in found:
        together.add(each)
    notes = []
    if together.units:
        sum_ = f"{as_amount(together.units)} {facts.worth.currency}"
        notes.append(Note("note-expenses", {"sum": sum_}))
    if together.unpriced_metres:
        kilometres = Decimal(together.unpriced_metres) / METRES
        notes.append(Note("note-no-kilometre-cost", {"number": f"{kilometres:f}"}))
    return notes


def _together(facts: Facts, rows: Iterable[SpentRow]) -> Travel:
    return travel(rows, facts.worth, facts.team.habits.kilometre_cost)


def _group(facts: Facts, by: str | None) -> Callable[[SpentRow], Key]:
    if by is None:
        return lambda _row: (None, ALL)
    group = of_contacts(facts, by)
    return lambda row: group(Worked(row.key, ContactKind.VISIT, 0, 0, 0, row.deal_id))


def _grouped(
    rows: Iterable[SpentRow], group: Callable[[SpentRow], Group]
) -> Mapping[Group, Sequence[SpentRow]]:
    found: dict[Group, list[SpentRow]] = defaultdict(list)
    for row in rows:
        found[group(row)].append(row)
    return found
