"""Competitors: who took deals from us, for the question whom the customer chose."""

from sqlalchemy import func, select

from core.actions.work import Work
from core.model import Deal, Member
from core.notices import Option
from core.storage.scope import asking, seen_with, sight_of
from core.terms import LostReason

MOST = 5

HAS_RIVAL = frozenset({LostReason.PRICE, LostReason.COMPETITOR, LostReason.OTHER})
"""Reasons for which somebody else may have got the deal, so that it is asked who."""


def rivals(work: Work, by: Member, first: str | None) -> list[Option]:
    """The competitors met most often in deals the member sees, `first` before all, by a deal of each."""
    query = (
        select(func.max(Deal.id), Deal.competitor)
        .where(Deal.competitor.is_not(None), Deal.deleted_at.is_(None), seen_with(sight_of(by), Deal))
        .group_by(Deal.competitor)
        .order_by((Deal.competitor == (first or "")).desc(), func.count().desc(), Deal.competitor)
        .limit(MOST)
    )
    rows = work.session.execute(query, asking(by)).all()
    return [Option(value=str(deal_id), name=name) for deal_id, name in rows]


def rival_of(work: Work, by: Member, deal_id: int) -> str | None:
    """The competitor of a deal that the member sees."""
    seen = select(Deal.competitor).where(Deal.id == deal_id, seen_with(sight_of(by), Deal))
    return work.session.scalar(seen, asking(by))
