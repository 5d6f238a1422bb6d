"""Where is everything: the sales funnel, its stages and what was closed, down to the deals themselves."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from core.actions.answers.deal_rows import (
    by_person,
    choice,
    deal_line,
    dearest,
    exact,
    person_line,
    state,
    sum_of,
)
from core.actions.answers.told import Told, facts_of, percent, tenths, total, with_picture
from core.actions.reports.facts import Facts
from core.actions.work import Work
from core.errors import NotFound
from core.history import DealRow, as_amount
from core.insights.funnel import Closings, StageFlow, closings, stage_flows
from core.model import Member
from core.notices.report_view import PEOPLE, Asked, ReportView
from core.notices.reports import Choice, Figure, Opens

HEADING = "funnel-heading"

OPEN, WON, LOST = "o", "w", "l"
"""Parts: the open deals, and those won and lost in the period."""

IN_STAGE: Mapping[str, tuple[str, Callable[[StageFlow], Sequence[DealRow]]]] = {
    "s": ("funnel-choice-standing", lambda flow: flow.open_deals or ()),
    "a": ("funnel-choice-advanced", lambda flow: flow.gone_on),
    "x": ("funnel-choice-lost", lambda flow: flow.were_lost),
    "h": ("funnel-choice-stayed", lambda flow: flow.stayed),
}
"""Parts of a stage, before its id: the text of the choice, and the deals."""

Lists = Mapping[str, tuple[str, Sequence[DealRow]]]


def funnel(work: Work, by: Member, view: ReportView) -> Told:
    """What is open and what was closed, then stage by stage; several processes one by one first."""
    facts = facts_of(work, by, view)
    deals = facts.in_part(facts.deals)
    if view.part == PEOPLE and by.manages:
        return _people(facts, view)
    if view.part[:1] in IN_STAGE:
        return _stage(facts, deals, view)
    closed = closings(deals, facts.span, facts.processes, facts.worth)
    lists: Lists = {
        OPEN: ("funnel-choice-open", closed.open_deals),
        WON: ("funnel-choice-won", closed.won_deals),
        LOST: ("funnel-choice-lost", closed.lost_deals),
    }
    if view.part in lists:
        return _list(facts, view, lists)
    choices = [choice(view, part, key, len(some)) for part, (key, some) in lists.items() if some]
    leads = Choice(view=str(replace(view, asked=Asked.LEADS, page=0)), key="leads-choice")
    choices.append(leads)
    back = None
    if view.of_member and by.manages:
        back = view.of_whom(0).of(PEOPLE)
    elif by.manages:
        choices.append(choice(view, PEOPLE, "choice-by-person"))
    lines = _lines(facts, closed)
    told = Told(HEADING, lines, _rows(facts, deals, view), choices=choices, back=back)
    return with_picture(told, facts, view, "funnel", lines, [leads])


def _lines(facts: Facts, closed: Closings) -> list[Figure]:
    count, open_ = len(closed.open_deals), exact(facts, sum_of(facts, closed.open_deals))
    without = sum(deal.units is None for deal in closed.open_deals)
    lines = [
        Figure(key="funnel-open-without", count=count, sum=open_, number=tenths(without))
        if without
        else Figure(key="funnel-open", count=count, sum=open_)
    ]
    if closed.win_rate is None:
        return [*lines, Figure(key="funnel-nothing-closed")]
    won, all_ = exact(facts, closed.won_units), tenths(closed.won + closed.lost)
    rate = percent(closed.win_rate)
    lines.append(Figure(key="funnel-closed", count=closed.won, number=all_, sum=won, percent=rate))
    if closed.velocity is not None and closed.cycle_days is not None:
        speed = total(facts, as_amount(closed.velocity))
        lines.append(Figure(key="funnel-velocity", days=round(closed.cycle_days), sum=speed))
    elif closed.cycle_days is not None:
        lines.append(Figure(key="funnel-cycle", days=round(closed.cycle_days)))
    return lines


def _rows(facts: Facts, deals: Sequence[DealRow], view: ReportView) -> list[Opens]:
    """The stages of the process, or the processes where there are several."""
    ids = dict.fromkeys(stage.pipeline_id for stage in facts.processes.stages if not stage.archived)
    if facts.pipeline_id is None and len(ids) > 1:
        return [_process(facts, deals, view, pipeline_id) for pipeline_id in ids]
    chosen = facts.pipeline_id or next(iter(ids), 0)
    return [_line(facts, flow, view) for flow in _flows(facts, deals, chosen) if flow.standing is not None]


def _flows(facts: Facts, deals: Sequence[DealRow], pipeline_id: int) -> list[StageFlow]:
    return stage_flows(
        deals, pipeline_id, facts.seconds, facts.now, facts.today, facts.processes, facts.worth
    )


def _process(facts: Facts, deals: Sequence[DealRow], view: ReportView, pipeline_id: int) -> Opens:
    mine = [deal for deal in deals if deal.pipeline_id == pipeline_id]
    closed = closings(mine, facts.span, facts.processes, facts.worth)
    name = next(stage.pipeline for stage in facts.processes.stages if stage.pipeline_id == pipeline_id)
    standing = exact(facts, sum_of(facts, closed.open_deals))
    figures = [Figure(key="standing", count=len(closed.open_deals), sum=standing)]
    if closed.won_deals:
        figures.append(Figure(key="won-of", count=closed.won, sum=exact(facts, closed.won_units)))
    return Opens(
        what="view",
        id=pipeline_id,
        name=name,
        figures=figures,
        view=str(replace(view, pipeline_id=pipeline_id, page=0)),
    )


def _line(facts: Facts, flow: StageFlow, view: ReportView) -> Opens:
    worth = exact(facts, flow.units or 0)
    share = percent(flow.conversion)
    key = "in-short" if share is None else "in-short-on"
    figures = [Figure(key=key, count=flow.standing, sum=worth, percent=share)]
    at = str(view.of(f"s{flow.stage.id}"))
    return Opens(what="view", id=flow.stage.id, name=flow.stage.name, figures=figures, view=at)


def _stage(facts: Facts, deals: Sequence[DealRow], view: ReportView) -> Told:
    """One stage: what stands in it, and what became of those that came into it in the period."""
    stage = facts.processes.by_id.get(int(view.part[1:] or 0))
    flows = _flows(facts, deals, stage.pipeline_id) if stage is not None else []
    flow = next((each for each in flows if each.stage is stage), None)
    if flow is None or flow.open_deals is None:
        raise NotFound()
    lines = [Figure(key="in-stage", name=flow.stage.name)]
    if not view.part.startswith("s"):
        standing = exact(facts, flow.units or 0)
        lines.append(Figure(key="funnel-standing", count=flow.standing, sum=standing))
    if flow.entered:
        lines.append(Figure(key="funnel-came", count=flow.entered, percent=percent(flow.conversion)))
    if flow.median_days is not None:
        lines.append(Figure(key="funnel-days", days=round(flow.median_days)))
    if flow.p90_days is not None:
        lines.append(Figure(key="funnel-days-most", days=round(flow.p90_days)))
    parts = {f"{letter}{flow.stage.id}": (key, of(flow)) for letter, (key, of) in IN_STAGE.items()}
    return _list(facts, view, parts, lines)


def _list(facts: Facts, view: ReportView, lists: Lists, lines: Sequence[Figure] = ()) -> Told:
    """One of several lists of deals, with what it comes to, and the way to the others."""
    key, deals = lists[view.part]
    total = exact(facts, sum_of(facts, deals))
    head = [*lines, Figure(key="listed", word=key, count=len(deals), sum=total)]
    without = sum(deal.units is None for deal in deals)
    choices = [choice(view, part, text, len(some)) for part, (text, some) in lists.items()]
    return Told(
        HEADING,
        head,
        [deal_line(facts, deal, *state(facts, deal)) for deal in dearest(facts, deals)],
        [Figure(key="without-sum", count=without)] if without else [],
        choices,
        view.of(""),
    )


def _people(facts: Facts, view: ReportView) -> Told:
    """Each salesperson's open deals and what they won in the period."""
    found = []
    for member_id, deals in by_person(facts, facts.deals).items():
        closed = closings(deals, facts.span, facts.processes, facts.worth)
        units = sum_of(facts, closed.open_deals)
        if not closed.open_deals and not closed.won_deals and not closed.lost_deals:
            continue
        figures = [Figure(key="standing", count=len(closed.open_deals), sum=exact(facts, units))]
        if closed.won_deals:
            figures.append(Figure(key="won-of", count=closed.won, sum=exact(facts, closed.won_units)))
        found.append((-units, member_id, person_line(facts, view, member_id, figures)))
    rows = [line for *_, line in sorted(found, key=lambda each: each[:2])]
    whole = closings(facts.in_part(facts.deals), facts.span, facts.processes, facts.worth)
    return Told(HEADING, _lines(facts, whole)[:2], rows, back=view.of(""))
