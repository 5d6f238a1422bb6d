"""The lead funnel as a report."""

from core.actions.reports.facts import Facts
from core.actions.reports.shape import Report, Row, money, rounded
from core.insights.leads import SourceFlow, source_flows

COLUMNS = (
    *("source", "entered", "qualified", "disqualified", "still_here", "conversion", "median_days"),
    *("won_count", "won_value"),
)


def leads(facts: Facts) -> Report:
    """Rows by source."""
    *flows, total = source_flows(
        facts.in_part(facts.deals), facts.seconds, facts.now, facts.processes, facts.worth
    )
    totals = dict(_row(total))
    del totals["source"]
    return facts.report("leads", COLUMNS, [_row(flow) for flow in flows], totals, facts.notes())


def _row(flow: SourceFlow) -> Row:
    return {
        "source": flow.source,
        "entered": flow.entered,
        "qualified": flow.qualified,
        "disqualified": flow.disqualified,
        "still_here": flow.still_here,
        "conversion": rounded(flow.conversion),
        "median_days": rounded(flow.median_days, 2),
        "won_count": flow.won,
        "won_value": money(flow.won_units),
    }
