"""What an answer is made of before it becomes a screen, and the facts that it stands on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.actions.deal_names import own_title
from core.actions.pictures.asking import PICTURES
from core.actions.reports.facts import Facts, gather
from core.actions.reports.shape import Question
from core.actions.work import Work
from core.errors import NotFound
from core.history import DealRow
from core.model import Member, Pipeline
from core.money import whole
from core.notices import Sum
from core.notices.report_view import PICTURE, ReportView
from core.notices.reports import Choice, Figure, Opens, Picture
from core.storage.scope import sees_member, sees_team
from core.terms import Role


@dataclass(frozen=True, slots=True)
class Told:
    """The key of the heading, what answers first, the lines that open, and what else is to be said.

    `back`: the answer that this is a part of. `has_period`: it is another in another period.
    """

    heading: str
    lines: Sequence[Figure] = ()
    rows: Sequence[Opens] = ()
    notes: Sequence[Figure] = ()
    choices: Sequence[Choice] = field(default_factory=list)
    back: ReportView | None = None
    has_period: bool = True
    picture: Picture | None = None


def with_picture(
    told: Told,
    facts: Facts,
    view: ReportView,
    name: str,
    lines: Sequence[Figure],
    beside: Sequence[Choice] = (),
) -> Told:
    """The answer as the picture of that name, where that is asked for, above the lines that say what it does
    not, with the way to the rest and to what stands beside; else the answer with the way to its picture."""
    if view.part == PICTURE:
        more = Choice(view=str(view.of("")), key="choice-in-words")
        picture = PICTURES[name](facts)
        return Told(told.heading, lines, choices=[more, *beside], picture=picture)
    return replace(told, choices=[*told.choices, Choice(view=str(view.of(PICTURE)), key="choice-picture")])


def facts_of(work: Work, by: Member, view: ReportView) -> Facts:
    """What the answer stands on: all that the asker sees, or a team's below them, as its manager would, or of
    that what is one member's.

    Raises NotFound for a team or a member that is not theirs to see and for a pipeline that there is not.
    """
    asker = by
    if view.of_member:
        asker = _alone(work, by, view.of_member)
    elif view.team_id:
        if not sees_team(work.session, by, view.team_id):
            raise NotFound()
        asker = Member(id=0, name="", role=Role.MANAGER, team_id=view.team_id)
    pipeline = work.session.get(Pipeline, view.pipeline_id) if view.pipeline_id else None
    if view.pipeline_id and pipeline is None:
        raise NotFound()
    question = Question(view.span, pipeline=pipeline.name if pipeline else None)
    facts = gather(work.session, asker, work.team, work.now, question)
    facts.within = by if view.of_member else None
    return facts


def _alone(work: Work, by: Member, member_id: int) -> Member:
    """The member as somebody who sees their own deals only, whatever they may see besides."""
    member = work.session.get(Member, member_id)
    if member is None or (member.id != by.id and not sees_member(work.session, by, member.id)):
        raise NotFound()
    return Member(id=member.id, name=member.name, role=Role.REP)


def total(facts: Facts, amount: Decimal | None) -> Sum | None:
    """Money in the team's currency, to whole units: an answer is read at a glance."""
    return None if amount is None else Sum(whole(amount), facts.worth.currency)


def deal_called(facts: Facts, deal: DealRow) -> str:
    """A deal's own title, else its customer."""
    company = facts.names.companies.get(deal.company_id or 0)
    return own_title(deal.title, company) or company or ""


def percent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)


def tenths(number: float | None) -> Decimal | None:
    """With one decimal, where it has one."""
    return None if number is None else Decimal(str(round(number, 1))).normalize() + Decimal(0)
