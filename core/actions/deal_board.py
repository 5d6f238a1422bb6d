"""The board of open deals: pipelines and stages with counts and sums, and the deals of a stage."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from core.actions.deal_list import deal_lines
from core.actions.work import Work
from core.errors import NotAllowed
from core.insights.period import month_of
from core.model import Deal, Member, Pipeline, Stage
from core.notices import DealBoard, DealList, Named, PipelineCount, StageStanding, Standing, Sum
from core.notices.deal_view import DealView, Only, Whose
from core.storage import open_deals
from core.storage.pipeline_stages import first_pipeline, known_stage, stages_of
from core.storage.scope import Sight, sight_of

PAGE = 6
"""Deals on one screen of a phone."""


def first_view(by: Member) -> DealView:
    """What is shown first: who manages others sees their deals, everybody else their own."""
    return DealView(Whose.TEAM if sight_of(by) is not Sight.OWN else Whose.MINE)


def show(work: Work, by: Member, view: DealView, chat_id: int, *, edits: int | None = None) -> None:
    """Shows a view: the board, or a page of a stage's deals; a page beyond the last shows the last.

    Raises NotAllowed where somebody who manages nobody asks for the team's, NotFound for an unknown stage.
    """
    if view.whose is Whose.TEAM and sight_of(by) is Sight.OWN:
        raise NotAllowed()
    notice = _list(work, by, view) if view.stage_id else _board(work, by, view)
    work.post(chat_id, notice, to=by, edits=edits)


def _board(work: Work, by: Member, view: DealView) -> DealBoard:
    rows = open_deals.by_stage(work.session, by, _which(work, by, view))
    pipelines = _pipelines(work, rows)
    chosen = view.pipeline_id or (pipelines[0].id if pipelines else first_pipeline(work.session).id)
    ours = [row for row in rows if row.pipeline_id == chosen]
    several = len(pipelines) > 1
    return DealBoard(
        view=str(DealView(view.whose, view.only, chosen)),
        has_team=sight_of(by) is not Sight.OWN,
        standing=_standing(ours),
        stages=[
            StageStanding(
                stage=Named(stage.id, stage.name),
                standing=_standing(row for row in ours if row.stage_id == stage.id),
            )
            for stage in _stages(work, chosen, ours)
        ],
        pipelines=[
            PipelineCount(pipeline=Named(each.id, each.name), count=_count(rows, each.id))
            for each in pipelines
            if several
        ],
    )


def _list(work: Work, by: Member, view: DealView) -> DealList:
    stage = known_stage(work.session, view.stage_id)
    which = _which(work, by, view) & (Deal.stage_id == stage.id)
    standing = _standing(open_deals.by_stage(work.session, by, which))
    pages = max(1, -(-standing.count // PAGE))
    page = min(max(view.page, 0), pages - 1)
    deals = open_deals.page_of(work.session, by, which, offset=page * PAGE, limit=PAGE)
    return DealList(
        view=str(view.turned(page)),
        stage=stage.name,
        pipeline_id=stage.pipeline_id,
        pages=pages,
        standing=standing,
        deals=deal_lines(work, by, deals),
        today=work.today(by),
    )


def _which(work: Work, by: Member, view: DealView) -> ColumnElement[bool]:
    """The condition that an open deal belongs to the view, whatever its stage."""
    today = work.today(by)
    which = open_deals.seen_open(sight_of(by) if view.whose is Whose.TEAM else Sight.OWN)
    if view.only is Only.STALE:
        stages = work.session.scalars(select(Stage).where(Stage.expected_days.is_not(None))).all()
        return which & open_deals.standing_still(stages, work.now, today)
    if view.only is Only.CLOSING:
        return which & _closing_in_month_of(today)
    return which


def _closing_in_month_of(day: date) -> ColumnElement[bool]:
    month = month_of(day)
    return Deal.expected_close_on.between(month.start, month.end - timedelta(days=1))


def _pipelines(work: Work, rows: Sequence[Any]) -> Sequence[Pipeline]:
    """The pipelines in use, and those that the configuration no longer names but deals are still in."""
    held = {row.pipeline_id for row in rows}
    return work.session.scalars(
        select(Pipeline)
        .where(or_(Pipeline.archived.is_(False), Pipeline.id.in_(held)))
        .order_by(Pipeline.archived, Pipeline.position)
    ).all()


def _stages(work: Work, pipeline_id: int, rows: Sequence[Any]) -> Sequence[Stage]:
    """The open stages in order, and after them those no longer used that deals are still in."""
    used = [stage for stage in stages_of(work.session, pipeline_id) if stage.meaning.is_open]
    others = {row.stage_id for row in rows} - {stage.id for stage in used}
    if not others:
        return used
    query = select(Stage).where(Stage.id.in_(others)).order_by(Stage.position)
    return [*used, *work.session.scalars(query)]


def _standing(rows: Iterable[Any]) -> Standing:
    count, without, totals = 0, 0, dict[str, Any]()
    for row in rows:
        count += row.count
        if row.currency is None:
            without += row.count
        else:
            totals[row.currency] = totals.get(row.currency, 0) + row.total
    sums = [Sum(total, currency) for currency, total in sorted(totals.items(), key=lambda item: -item[1])]
    return Standing(count=count, without_amount=without, totals=sums)


def _count(rows: Iterable[Any], pipeline_id: int) -> int:
    return sum(row.count for row in rows if row.pipeline_id == pipeline_id)
