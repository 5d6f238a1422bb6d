"""Colleagues: to whom a deal may be handed over."""

from collections.abc import Sequence

from sqlalchemy import select

from core.actions.work import Work
from core.model import Deal, Member
from core.storage.members import team_of


def colleagues(work: Work, by: Member, deal: Deal) -> Sequence[Member]:
    """Who may take the deal over from its owner, by name: whom the member manages, else those of their team.

    Somebody who manages nobody hands over only what is their own.
    """
    if by.manages:
        found = [by, *team_of(work.session, by)]
    elif deal.owner_id == by.id:
        found = list(_same_team(work, by))
    else:
        found = []
    return [each for each in found if each.id != deal.owner_id]


def are_of_one_team(one: Member, other: Member) -> bool:
    """Whether they work side by side; where there are no teams, all do."""
    return one.team_id == other.team_id


def _same_team(work: Work, by: Member) -> Sequence[Member]:
    of_team = Member.team_id.is_(None) if by.team_id is None else Member.team_id == by.team_id
    with_access = (Member.left_at.is_(None), Member.telegram_id.is_not(None))
    query = select(Member).where(of_team, Member.id != by.id, *with_access).order_by(Member.name)
    return work.session.scalars(query).all()
