"""When will the contract be: open deals one by one as a report."""

from typing import Any

from core.actions.reports.facts import Facts
from core.actions.reports.shape import Note, Report, money, rounded
from core.insights.closing import Closing, closings

COLUMNS = (
    *("deal", "company", "rep", "amount", "stage", "rep_date", "median_date", "p10_date", "p90_date"),
    *("win_probability", "reasons"),
)


def closing(facts: Facts) -> Report:
    """A row for each open deal, whatever its period: the date is what is asked for."""
    found = closings(facts.deals, facts.now, facts.today, facts.chances, facts.processes)
    rows = [_row(facts, each) for each in found]
    sums = [units for each in found if (units := _units(facts, each)) is not None]
    missing = sum(each.deal.units is None for each in found)
    notes = facts.thin()
    if missing:
        notes.append(Note("note-without-amount", {"count": missing}))
    return facts.report(
        "closing",
        COLUMNS,
        rows,
        {"deals": len(rows), "amount": money(sum(sums)), "without_amount": missing},
        [*notes, *facts.notes()],
    )


def _units(facts: Facts, found: Closing) -> int | None:
    return facts.worth.units(found.deal.units, found.deal.currency, facts.today)


def _row(facts: Facts, found: Closing) -> dict[str, Any]:
    deal = found.deal
    return {
        "deal": deal.title,
        "company": facts.names.companies.get(deal.company_id or 0),
        "rep": facts.names.members.get(deal.owner_id or 0),
        "amount": money(_units(facts, found)),
        "stage": facts.processes.stage(deal).name,
        "rep_date": deal.contract_on,
        "median_date": found.median,
        "p10_date": found.p10,
        "p90_date": found.p90,
        "win_probability": rounded(found.chance, 4),
        "reasons": [
            {"reason": each.reason.value} | ({"value": each.value} if each.value is not None else {})
            for each in found.reasons
        ],
    }
