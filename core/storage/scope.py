"""Who sees what: every lookup of a record starts from the person who asks."""

from typing import Any

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from core.model import Contact, Deal, Member, NextStep, Operation, Team
from core.terms import Role

OWNED_BY: dict[type[Any], InstrumentedAttribute[Any]] = {
    Deal: Deal.owner_id,
    Contact: Contact.by_id,
    NextStep: NextStep.owner_id,
    Operation: Operation.by_id,
}
"""Whose each kind of record is; companies and people are a directory that all members share."""


def seen_by(asker: Member, record: type[Any]) -> ColumnElement[bool]:
    """The condition that `asker` may see a record: their own; a manager the team's below; the owner all."""
    return belongs_to(asker, OWNED_BY[record])


def belongs_to(asker: Member, member_column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """The condition that the member in a column is one whose work `asker` may see."""
    if asker.role is Role.OWNER:
        return true()
    if asker.role is Role.MANAGER and asker.team_id is not None:
        return (member_column == asker.id) | member_column.in_(team_members(asker))
    return member_column == asker.id


def team_members(manager: Member) -> Select[tuple[int]]:
    """Ids of all members of the manager's team and the teams below it."""
    return select(Member.id).where(Member.team_id.in_(_teams_below(manager)))


def sees_team(session: Session, asker: Member, team_id: int | None) -> bool:
    """Whether a team is the asker's to manage: a manager's own and those below it; the owner's all."""
    if asker.role is Role.OWNER:
        return True
    below = select(Team.id).where(Team.id == team_id, Team.id.in_(_teams_below(asker)))
    return asker.role is Role.MANAGER and session.scalar(below) is not None


def _teams_below(manager: Member) -> Select[tuple[int]]:
    tree = select(Team.id).where(Team.id == manager.team_id).cte(recursive=True)
    child = aliased(Team)
    tree = tree.union_all(select(child.id).join(tree, child.parent_id == tree.c.id))
    return select(tree.c.id)
