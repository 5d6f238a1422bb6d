"""Shows answers: the screen, its pages, and what narrows it."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from functools import partial

from msgspec.structs import replace as replaced
from sqlalchemy import select

from core.actions import team_day
from core.actions.answers.accuracy import accuracy
from core.actions.answers.adoption import adoption
from core.actions.answers.capacity import capacity
from core.actions.answers.cost import cost
from core.actions.answers.customers import customers
from core.actions.answers.effort import effort
from core.actions.answers.forecast import forecast
from core.actions.answers.funnel import funnel
from core.actions.answers.leads import leads
from core.actions.answers.process import process
from core.actions.answers.team import DAY, team
from core.actions.answers.told import Told
from core.actions.answers.week import week
from core.actions.answers.when import when
from core.actions.digest import keeping
from core.actions.work import Work
from core.errors import NotAllowed
from core.model import Member, Pipeline, Team
from core.notices import Named
from core.notices.report_view import OWN_TOO, PICTURE, TEAMS, Asked, ReportView, first_view
from core.notices.reports import Answer, Choice
from core.storage.names import names
from core.storage.scope import sees_team

ANSWER = "answer"
"""How the key begins under which an answer is found apart."""

PAGE = 8
"""Lines of a screen that can be opened."""

LONG = {Asked.WHEN: 4, Asked.TEAM: 5}
"""As many where each takes two or three lines of a phone."""

BESIDE_FIGURES = {Asked.FORECAST: 3, Asked.WHEN: 3, Asked.TEAM: 3}
"""As many below the figures of the whole answer."""

ANSWERS: Mapping[Asked, Callable[[Work, Member, ReportView], Told]] = {
    Asked.EFFORT: effort,
    Asked.COST: cost,
    Asked.CAPACITY: capacity,
    Asked.PROCESS: process,
    Asked.CUSTOMERS: customers,
    Asked.ADOPTION: adoption,
    Asked.WEEK: week,
    Asked.FUNNEL: funnel,
    Asked.LEADS: leads,
    Asked.FORECAST: forecast,
    Asked.WHEN: when,
    Asked.ACCURACY: accuracy,
    Asked.TEAM: team,
}


def answer(work: Work, by: Member, asked: Asked, chat_id: int, part: str = "") -> None:
    """Answers a command. Raises NotAllowed for what a salesperson may not ask."""
    show(work, by, first_view(asked, work.today(by), part), chat_id)


def show(work: Work, by: Member, view: ReportView, chat_id: int, *, edits: int | None = None) -> None:
    """Posts the answer, or the team's day or the digest that was kept where that is asked for. Raises as
    `found` does."""
    if view.asked is Asked.TEAM and view.part == DAY:
        team_day.show(work, by, chat_id, edits=edits)
        return
    kept = None
    if by.manages and view.asked is Asked.WEEK and not view.part:
        kept = keeping.shown_again(work, by, view.length, view.start)
    answer = kept or work.apart((ANSWER, by.id, str(view)), partial(_found_for, asker_id=by.id, view=view))
    work.post(chat_id, answer, to=by, edits=edits)


def awaits_picture(key: Hashable) -> bool:
    """Whether what is found apart under that key will be shown as a picture."""
    return isinstance(key, tuple) and key[0] == ANSWER and ReportView.read(key[2]).part == PICTURE


def _found_for(work: Work, asker_id: int, view: ReportView) -> Answer:
    """The answer to somebody who is a record of another session. Raises as `found` does."""
    return found(work, work.session.get_one(Member, asker_id), view)


def open_from_digest(
    work: Work, by: Member, digest_id: int, view: ReportView, chat_id: int, edits: int
) -> None:
    """Posts the answer behind a line of a digest, which leads back to it. Raises as `found` does."""
    digest = keeping.opened(work, by, digest_id)
    notice = found(work, by, view)
    work.post(chat_id, notice if notice.back else replaced(notice, back=str(digest)), to=by, edits=edits)


def found(work: Work, by: Member, view: ReportView) -> Answer:
    """The answer, of which nothing is written yet.

    Raises NotAllowed for what a salesperson may not ask, NotFound for what is not theirs to see.
    """
    if not by.manages and view.asked not in OWN_TOO:
        raise NotAllowed()
    told = _choosing(work, by, view) or ANSWERS[view.asked](work, by, view)
    of_page = (LONG if view.part else BESIDE_FIGURES).get(view.asked, PAGE)
    pages = max(1, -(-len(told.rows) // of_page))
    page = min(view.page, pages - 1)
    teams, pipelines = _teams(work, by), _pipelines(work)
    return Answer(
        view=str(view.of(view.part, page)),
        heading=told.heading,
        today=work.today(by),
        team=_named(work, Team, view.team_id),
        pipeline=_named(work, Pipeline, view.pipeline_id),
        member=_named(work, Member, view.of_member),
        has_teams=len(teams) > 1,
        has_pipelines=len(pipelines) > 1,
        lines=list(told.lines),
        rows=list(told.rows[page * of_page : (page + 1) * of_page]),
        first=page * of_page + 1,
        pages=pages,
        choices=list(told.choices),
        notes=list(told.notes),
        back=str(told.back) if told.back is not None else "",
        has_period=told.has_period,
        picture=told.picture,
    )


def _choosing(work: Work, by: Member, view: ReportView) -> Told | None:
    """The choice of a team or a pipeline, where that is asked for; None: an answer is."""
    if not view.is_choice:
        return None
    of_teams = view.part.startswith(TEAMS)
    options = _teams(work, by) if of_teams else _pipelines(work)
    chosen = view.team_id if of_teams else view.pipeline_id
    whole = Choice(view=str(_narrowed(view, 0)), key="choice-all", chosen=not chosen)
    return Told(
        "choice-of-team" if of_teams else "choice-of-pipeline",
        choices=[
            whole,
            *(
                Choice(view=str(_narrowed(view, each.id)), name=each.name, chosen=each.id == chosen)
                for each in options
            ),
        ],
    )


def _narrowed(view: ReportView, chosen: int) -> ReportView:
    if view.part.startswith(TEAMS):
        return replace(view, part=view.chosen_for, page=0, team_id=chosen, of_member=0)
    return replace(view, part=view.chosen_for, page=0, pipeline_id=chosen)


def _teams(work: Work, by: Member) -> list[Named]:
    """The teams whose work the asker sees, by name."""
    found = work.session.execute(select(Team.id, Team.name).order_by(Team.name)).all()
    return [Named(row[0], row[1]) for row in found if sees_team(work.session, by, row[0])]


def _pipelines(work: Work) -> list[Named]:
    query = select(Pipeline.id, Pipeline.name).where(Pipeline.archived.is_(False)).order_by(Pipeline.position)
    return [Named(row[0], row[1]) for row in work.session.execute(query)]


def _named(work: Work, record: type[Team | Pipeline | Member], record_id: int) -> Named | None:
    name = names(work.session, record, [record_id or None]).get(record_id)
    return Named(record_id, name) if name is not None else None
