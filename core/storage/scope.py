"""Who sees what: every lookup of a record starts from the person who asks."""

from datetime import date
from enum import Enum, auto
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from core.model import Absence, Contact, Deal, DealShare, Member, NextStep, Operation, Team
from core.terms import Role

OWNED_BY: dict[type[Any], InstrumentedAttribute[Any]] = {
    Deal: Deal.owner_id,
    Contact: Contact.by_id,
    NextStep: NextStep.owner_id,
    Operation: Operation.by_id,
}
"""Whose each kind of record is; companies and people are a directory that all members share."""


TODAY = "today"
"""In a session's info: a function that gives a member's local date, by which deputies are told."""


class Sight(Enum):
    """Whose work somebody may see: their own, that of their team and those below it as well, everybody's."""

    OWN = auto()
    TEAM = auto()
    ALL = auto()


def sight_of(asker: Member) -> Sight:
    """A manager of no team sees their own work only."""
    if asker.role is Role.OWNER:
        return Sight.ALL
    return Sight.TEAM if asker.role is Role.MANAGER and asker.team_id is not None else Sight.OWN


def asking(asker: Member) -> dict[str, Any]:
    """The parameters of the conditions below, so that a query can be built once for everybody who asks."""
    return {"asker_id": asker.id, "asker_team_id": asker.team_id}


def seen_with(sight: Sight, record: type[Any]) -> ColumnElement[bool]:
    """The condition that a record may be seen; its parameters are those of `asking`.

    Whoever has a share in a deal sees it, with its contacts and steps.
    """
    own = belongs_to(sight, OWNED_BY[record])
    if sight is Sight.ALL or record is Operation:
        return own
    shared = select(DealShare.deal_id).where(
        DealShare.member_id == bindparam("asker_id"), DealShare.deleted_at.is_(None)
    )
    of_deal: InstrumentedAttribute[Any] = Deal.id if record is Deal else record.deal_id
    return own | of_deal.in_(shared)


def belongs_to(sight: Sight, member_column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """The condition that the member in a column is one whose work may be seen; parameters as above."""
    if sight is Sight.ALL:
        return true()
    own = member_column == bindparam("asker_id")
    return own | member_column.in_(_team_members()) if sight is Sight.TEAM else own


def today_of(session: Session, member: Member) -> date:
    """The member's local date; that of no day at all where nobody has said what day it is."""
    said = session.info.get(TODAY)
    return said(member) if said is not None else date.min


def acts_on(record: type[Any]) -> ColumnElement[bool]:
    """The condition that the asker may act on a record as the deputy of whose it is.

    Its parameters are those of `asking` and `asker_today`.
    """
    stood_in_for = select(Absence.member_id).where(
        Absence.deputy_id == bindparam("asker_id"),
        Absence.deleted_at.is_(None),
        Absence.starts_on <= bindparam("asker_today"),
        Absence.ends_on > bindparam("asker_today"),
    )
    return OWNED_BY[record].in_(stood_in_for)


def sees_team(session: Session, asker: Member, team_id: int | None) -> bool:
    """Whether a team is the asker's to manage: a manager's own and those below it; the owner's all."""
    if asker.role is Role.OWNER:
        return True
    below = select(Team.id).where(Team.id == team_id, Team.id.in_(_teams_below()))
    return asker.role is Role.MANAGER and session.scalar(below, asking(asker)) is not None


def sees_member(session: Session, asker: Member, member_id: int) -> bool:
    """Whether a member's work is the asker's to see."""
    of_them = select(Member.id).where(Member.id == member_id, belongs_to(sight_of(asker), Member.id))
    return session.scalar(of_them, asking(asker)) is not None


def _team_members() -> Select[tuple[int]]:
    """Ids of all members of the asker's team and the teams below it."""
    return select(Member.id).where(Member.team_id.in_(_teams_below()))


def _teams_below() -> Select[tuple[int]]:
    tree = select(Team.id).where(Team.id == bindparam("asker_team_id")).cte(recursive=True)
    child = aliased(Team)
    tree = tree.union_all(select(child.id).join(tree, child.parent_id == tree.c.id))
    return select(tree.c.id)
