"""The lead funnel: interest that came in, by where it came from, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.history import DAY, DealRow
from core.insights.durations import quantiles
from core.insights.funnel import Fates, Seconds
from core.insights.process import MEANINGS, Processes
from core.insights.worth import Worth
from core.terms import StageMeaning


@dataclass(frozen=True, slots=True)
class SourceFlow:
    """Deals that came into a lead stage in the period, by source (None: not known).

    Each is `qualified` (it left the leads forward, or was won), else `disqualified` (lost), else still here.
    `won`, `won_units`: what they have brought by now. Days until qualified or disqualified, median.
    """

    source: str | None
    qualified_leads: Sequence[DealRow]
    disqualified_leads: Sequence[DealRow]
    open_leads: Sequence[DealRow]
    median_days: float | None
    won_leads: Sequence[DealRow]
    won_units: int

    @property
    def entered(self) -> int:
        return self.qualified + self.disqualified + self.still_here

    @property
    def qualified(self) -> int:
        return len(self.qualified_leads)

    @property
    def disqualified(self) -> int:
        return len(self.disqualified_leads)

    @property
    def still_here(self) -> int:
        return len(self.open_leads)

    @property
    def won(self) -> int:
        return len(self.won_leads)

    @property
    def conversion(self) -> float | None:
        return self.qualified / self.entered if self.entered else None


def source_flows(
    deals: Iterable[DealRow], span: Seconds, now: float, processes: Processes, worth: Worth
) -> list[SourceFlow]:
    """The sources by how many leads they brought, those of unknown source last; then all together."""
    by_source: dict[str | None, list[DealRow]] = defaultdict(list)
    for deal in deals:
        came = _came(deal, processes)
        if came is not None and span[0] <= came < span[1]:
            by_source[deal.source].append(deal)
    rows = [_flow(source, leads, now, processes, worth) for source, leads in by_source.items()]
    rows.sort(key=lambda row: (row.source is None, -row.entered, row.source or ""))
    everything = [lead for leads in by_source.values() for lead in leads]
    return [*rows, _flow(None, everything, now, processes, worth)]


def _flow(
    source: str | None, leads: list[DealRow], now: float, processes: Processes, worth: Worth
) -> SourceFlow:
    fates: Fates = ([], [], [])
    stays, won, units = [], [], 0
    for lead in leads:
        came, left = _came(lead, processes) or 0.0, _left(lead, processes)
        lost = left is None and processes.is_lost(lead)
        fates[0 if left is not None else 1 if lost else 2].append(lead)
        end = left if left is not None else lead.moves[-1].at if lost else None
        stays.append((((now if end is None else end) - came) / DAY, end is not None))
        if processes.is_won(lead) and lead.closed_on is not None:
            won.append(lead)
            units += worth.units(lead.units, lead.currency, lead.closed_on) or 0
    return SourceFlow(source, *fates, quantiles(stays, 0.5)[0], won, units)


def _came(deal: DealRow, processes: Processes) -> float | None:
    """When the deal came into a lead stage first."""
    return next(
        (move.at for move in deal.moves if _meaning(move.stage_id, processes) is StageMeaning.LEAD), None
    )


def _left(deal: DealRow, processes: Processes) -> float | None:
    """When the deal, a lead before, came first to a stage that means more, or was won."""
    was_lead = False
    for move in deal.moves:
        meaning = _meaning(move.stage_id, processes)
        if was_lead and meaning is not StageMeaning.LOST and MEANINGS.index(meaning) > 0:
            return move.at
        was_lead = was_lead or meaning is StageMeaning.LEAD
    return None


def _meaning(stage_id: int, processes: Processes) -> StageMeaning:
    return processes.by_id[stage_id].meaning
