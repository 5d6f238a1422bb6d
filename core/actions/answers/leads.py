"""The lead funnel: the interest that came in, from where, and what became of it, down to the leads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from core.actions.answers.deal_rows import choice, deal_line, dearest, exact, state
from core.actions.answers.told import Told, facts_of, percent, tenths, with_picture
from core.actions.reports.facts import Facts
from core.actions.work import Work
from core.errors import NotFound
from core.history import DealRow
from core.insights.leads import SourceFlow, source_flows
from core.model import Member
from core.notices.report_view import Asked, ReportView
from core.notices.reports import Choice, Figure, Opens

HEADING = "leads-heading"
ALL = 0
"""In place of a source: every lead."""

UNKNOWN = 1
"""In place of a source: nobody said where they came from."""

PARTS: Mapping[str, tuple[str, Callable[[SourceFlow], Sequence[DealRow]]]] = {
    "s": ("leads-choice-open", lambda flow: flow.open_leads),
    "a": ("leads-choice-qualified", lambda flow: flow.qualified_leads),
    "x": ("leads-choice-lost", lambda flow: flow.disqualified_leads),
    "w": ("leads-choice-won", lambda flow: flow.won_leads),
}
"""Parts of a source, before its number: the text of the choice, and the leads."""


def leads(work: Work, by: Member, view: ReportView) -> Told:
    """How many came and how many of them became more, then source by source."""
    facts = facts_of(work, by, view)
    deals = facts.in_part(facts.deals)
    *flows, whole = source_flows(deals, facts.seconds, facts.now, facts.processes, facts.worth)
    if view.part[:1] in PARTS:
        wanted = int(view.part[1:] or ALL)
        known = {_number(flow.source): flow for flow in flows} | {ALL: whole}
        if wanted not in known:
            raise NotFound()
        return _leads(facts, view, known[wanted], wanted)
    choices = [choice(view, f"{letter}{ALL}", key, len(of(whole))) for letter, (key, of) in PARTS.items()]
    to_funnel = Choice(view=str(replace(view, asked=Asked.FUNNEL, page=0)), key="funnel-choice")
    choices.append(to_funnel)
    rows = [_source(flow, view) for flow in flows]
    lines = _lines(facts, whole)
    told = Told(HEADING, lines, rows, choices=choices)
    return with_picture(told, facts, view, "leads", lines, [to_funnel])


def _number(source: str | None) -> int:
    """What a button calls a source: its name may be longer than fits there."""
    return UNKNOWN if source is None else max(crc32(source.encode()), UNKNOWN + 1)


def _lines(facts: Facts, flow: SourceFlow) -> list[Figure]:
    if not flow.entered:
        return [Figure(key="leads-none")]
    came = Figure(key="leads-came", count=flow.entered)
    became = Figure(
        key="leads-became",
        count=flow.qualified,
        percent=percent(flow.conversion),
        number=tenths(flow.disqualified),
        high=tenths(flow.still_here),
    )
    lines = [came, became]
    if flow.median_days is not None:
        lines.append(Figure(key="leads-days", days=round(flow.median_days)))
    if flow.won:
        lines.append(Figure(key="leads-won", count=flow.won, sum=exact(facts, flow.won_units)))
    return lines


def _source(flow: SourceFlow, view: ReportView) -> Opens:
    number = _number(flow.source)
    figures = [] if flow.source else [Figure(key="source-unknown")]
    whole = tenths(flow.entered)
    figures.append(
        Figure(key="went-on", count=flow.qualified, number=whole, percent=percent(flow.conversion))
    )
    at = str(view.of(f"s{number}"))
    return Opens(what="view", id=number, name=flow.source or "", figures=figures, view=at)


def _leads(facts: Facts, view: ReportView, flow: SourceFlow, number: int) -> Told:
    """What became of the leads of one source, and one list of them."""
    key, of = PARTS[view.part[:1]]
    found = of(flow)
    lines = [Figure(key="in-stage", name=flow.source)] if flow.source else []
    lines += [*_lines(facts, flow), Figure(key="leads-listed", word=key, count=len(found))]
    choices = [
        choice(view, f"{letter}{number}", text, len(some(flow))) for letter, (text, some) in PARTS.items()
    ]
    rows = [deal_line(facts, deal, *state(facts, deal)) for deal in dearest(facts, found)]
    return Told(HEADING, lines, rows, choices=choices, back=view.of(""))
