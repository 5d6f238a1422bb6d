"""What a digest's lines stand for: deals won, lost, put off and moved on, and those without a next step."""

from collections.abc import Callable, Mapping, Sequence

from core.actions.answers.told import Told, deal_called
from core.actions.digest.advice import without_step
from core.actions.digest.contents import lost_of, won_of
from core.actions.digest.facts import DigestFacts, Glance
from core.actions.work import Work
from core.history import DealRow
from core.insights.week import moved_on, slipped
from core.model import Member
from core.notices.report_view import ReportView
from core.notices.reports import Figure, Opens
from core.storage.week_rows import why_lost

WON, LOST, PUT_OFF, MOVED, NO_STEP = "w", "l", "s", "a", "n"
"""The parts; the last with a member's id behind it."""

Listed = Sequence[tuple[DealRow, Sequence[Figure]]]


def week(work: Work, by: Member, view: ReportView) -> Told:
    """The deals of one part, largest first, with what they come to."""
    facts = Glance(work.session, work.team, work.now, view.span, view.length).seen_by(by)
    part = view.part[:1]
    listed = LISTS.get(part, _won)(work, facts, view)
    units = [found for deal, _ in listed if (found := facts.units(deal)) is not None]
    lines = [Figure(key=COUNTED.get(part, COUNTED[WON]), count=len(listed), name=_whose(facts, view))]
    if units:
        lines.append(Figure(key="sum-of", sum=facts.sum(sum(units))))
    rows = [_row(facts, deal, figures) for deal, figures in listed]
    return Told("digest-part-heading", lines, rows)


def _won(_work: Work, facts: DigestFacts, _view: ReportView) -> Listed:
    return [(deal, [Figure(key="closed-won", on=deal.closed_on)]) for deal in won_of(facts)]


def _lost(work: Work, facts: DigestFacts, _view: ReportView) -> Listed:
    lost = lost_of(facts)
    why = why_lost(work.session, [deal.id for deal in lost])
    found = []
    for deal in lost:
        reason, competitor = why.get(deal.id, (None, None))
        figures = [Figure(key="closed-lost", on=deal.closed_on)]
        figures += [Figure(key="lost-because", word=reason.value)] if reason else []
        figures += [Figure(key="gone-to", name=competitor)] if competitor else []
        found.append((deal, figures))
    return found


def _put_off(_work: Work, facts: DigestFacts, _view: ReportView) -> Listed:
    slips = slipped(facts.before, facts.deals, facts.now.processes)
    return [
        (slip.deal, [Figure(key="date-was", on=slip.before), Figure(key="date-is", on=slip.deal.contract_on)])
        for slip in slips
    ]


def _moved(_work: Work, facts: DigestFacts, _view: ReportView) -> Listed:
    stages = facts.now.processes
    return [
        (deal, [Figure(key="in-stage", name=stages.stage(deal).name)])
        for deal in sorted(
            moved_on(facts.before, facts.deals, stages), key=lambda deal: (-(facts.units(deal) or 0), deal.id)
        )
    ]


def _no_step(_work: Work, facts: DigestFacts, view: ReportView) -> Listed:
    stages = facts.now.processes
    mine = [deal for deal in without_step(facts) if deal.owner_id == _member(view)]
    mine.sort(key=lambda deal: (-(facts.units(deal) or 0), deal.id))
    return [(deal, [Figure(key="in-stage", name=stages.stage(deal).name)]) for deal in mine]


LISTS: Mapping[str, Callable[[Work, DigestFacts, ReportView], Listed]] = {
    WON: _won,
    LOST: _lost,
    PUT_OFF: _put_off,
    MOVED: _moved,
    NO_STEP: _no_step,
}
COUNTED = {
    WON: "digest-won",
    LOST: "digest-lost",
    PUT_OFF: "digest-slipped",
    MOVED: "digest-moved",
    NO_STEP: "digest-no-step",
}


def _member(view: ReportView) -> int:
    return int(view.part[1:] or 0) if view.part.startswith(NO_STEP) else 0


def _whose(facts: DigestFacts, view: ReportView) -> str | None:
    return facts.now.names.members.get(_member(view))


def _row(facts: DigestFacts, deal: DealRow, figures: Sequence[Figure]) -> Opens:
    who = facts.now.names.members.get(deal.owner_id or 0)
    said = [Figure(key="sum-of", sum=facts.sum(facts.units(deal)))] if deal.units is not None else []
    whose = [Figure(key="person", name=who)] if who else []
    return Opens(
        what="deal", id=deal.id, name=deal_called(facts.now, deal), figures=[*said, *whose, *figures]
    )
