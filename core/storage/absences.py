"""Who stands in for whom while somebody is away."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import Absence, Member


def stood_in_for(session: Session, deputy: Member, on: date) -> Sequence[int]:
    """The ids of the members who are away on that day and have named `deputy`, who may act for them."""
    return session.scalars(
        select(Absence.member_id)
        .where(Absence.deputy_id == deputy.id, Absence.deleted_at.is_(None))
        .where(Absence.starts_on <= on, on < Absence.ends_on)
        .distinct()
    ).all()
