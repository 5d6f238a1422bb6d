"""Targets: what a team or a salesperson is to win in a period."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from core.actions.work import Work
from core.errors import NotAllowed
from core.model import Member, Target
from core.storage.ledger import Ledger
from core.storage.members import is_seen_by
from core.storage.scope import sees_team


@dataclass(frozen=True, slots=True)
class Period:
    """Whose target for what: one team or one member, `starts_on` inclusive, `ends_on` exclusive."""

    starts_on: date
    ends_on: date
    team_id: int | None = None
    member_id: int | None = None
    pipeline_id: int | None = None


def set_target(work: Work, by: Member, period: Period, amount: Decimal, currency: str | None = None) -> int:
    """Sets the target, in place of an earlier one for exactly the same; returns its id.

    Raises NotAllowed unless `by` manages that team or member.
    """
    if not _manages(work, by, period):
        raise NotAllowed()
    values = {"amount": amount, "currency": currency or work.team.currency}
    same = [getattr(Target, name) == value for name, value in asdict(period).items()]
    known = work.session.scalar(select(Target).where(*same))
    ledger = Ledger.begin(work.session, "target", work.now, by_id=by.id)
    if known is None:
        target_id = ledger.create(Target, asdict(period) | values)
    else:
        ledger.change(known, values)
        target_id = known.id
    ledger.close()
    return target_id


def _manages(work: Work, by: Member, period: Period) -> bool:
    if not by.manages:
        return False
    if period.member_id is None:
        return sees_team(work.session, by, period.team_id)
    member = work.session.get(Member, period.member_id)
    return member is not None and is_seen_by(work.session, by, member)
