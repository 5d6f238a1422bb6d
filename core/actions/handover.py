"""Handing over: deals and what is planned for them go to a colleague, in one go when somebody leaves."""

from collections.abc import Sequence

from sqlalchemy import select

from core.actions.colleagues import are_of_one_team
from core.actions.work import Work
from core.errors import NotAllowed, SalesError
from core.model import Deal, Member, NextStep, Team
from core.storage.ledger import Ledger
from core.storage.members import is_seen_by
from core.storage.records import STILL_OPEN
from core.terms import Role

NAME = "hand_over"
"""The operation's name in the change log."""


class DealsLeftBehind(SalesError):
    """Somebody is to leave while deals or plans are theirs, and nobody was named to take them."""

    key = "error-deals-left-behind"


class CannotTakeOver(SalesError):
    """The colleague who is to take over has left, has no access yet, or is the one who gives."""

    key = "error-cannot-take-over"


def hand_over(
    work: Work, by: Member, giver: Member, taker: Member, deal_ids: Sequence[int] | None = None
) -> int:
    """Makes open deals of `giver` (all, or those named) and their open steps `taker`'s; how many deals.

    All of them: steps without a deal go along. Raises NotAllowed unless `by` manages both, CannotTakeOver.
    """
    _check(work, by, giver, taker)
    ledger = Ledger.begin(work.session, NAME, work.now, by_id=by.id)
    count = _give(work, ledger, giver, taker, deal_ids)
    ledger.close()
    return count


def hand_over_one(work: Work, by: Member, deal: Deal, taker: Member) -> int:
    """Makes an open deal and its open steps `taker`'s; returns the operation's id.

    Everybody may hand over their own deal to somebody of their team. Raises NotAllowed, CannotTakeOver.
    """
    giver = work.session.get(Member, deal.owner_id) if deal.owner_id else None
    own = giver is not None and giver.id == by.id and are_of_one_team(by, taker)
    if giver is not None and not own:
        _check(work, by, giver, taker)
    elif giver is None and by.role is not Role.OWNER:
        raise NotAllowed()
    _check_taker(giver, taker)
    ledger = Ledger.begin(work.session, NAME, work.now, by_id=by.id)
    if giver is None:
        ledger.change(deal, {"owner_id": taker.id})
    else:
        _give(work, ledger, giver, taker, [deal.id])
    ledger.close()
    return ledger.operation_id


def leave(work: Work, by: Member, leaver: Member, heir: Member | None = None) -> int:
    """Ends a member's access; what is open becomes the heir's in the same transaction. Returns the deals.

    The record stays, and with it who did what. Raises NotAllowed, CannotTakeOver, and DealsLeftBehind where
    something is open and there is no heir.
    """
    if heir is not None:
        _check(work, by, leaver, heir)
    elif not by.manages or not is_seen_by(work.session, by, leaver):
        raise NotAllowed()
    ledger = Ledger.begin(work.session, "leave", work.now, by_id=by.id)
    count = _give(work, ledger, leaver, heir, None)
    ledger.change(leaver, {"left_at": work.now})
    ledger.close()
    return count


def move_to_team(work: Work, by: Member, member: Member, team: Team) -> None:
    """Puts a member into another team; their deals go with them. Raises NotAllowed."""
    if not by.manages or not is_seen_by(work.session, by, member):
        raise NotAllowed()
    ledger = Ledger.begin(work.session, "move_member", work.now, by_id=by.id)
    ledger.change(member, {"team_id": team.id})
    ledger.close()


def _check(work: Work, by: Member, giver: Member, taker: Member) -> None:
    if not by.manages or not all(is_seen_by(work.session, by, member) for member in (giver, taker)):
        raise NotAllowed()
    _check_taker(giver, taker)


def _check_taker(giver: Member | None, taker: Member) -> None:
    if not taker.has_access or (giver is not None and giver.id == taker.id):
        raise CannotTakeOver(name=taker.name)


def _give(
    work: Work, ledger: Ledger, giver: Member, taker: Member | None, deal_ids: Sequence[int] | None
) -> int:
    open_deals = select(Deal).where(
        Deal.owner_id == giver.id, Deal.closed_on.is_(None), Deal.deleted_at.is_(None)
    )
    open_steps = select(NextStep).where(NextStep.owner_id == giver.id, *STILL_OPEN)
    if deal_ids is not None:
        open_deals = open_deals.where(Deal.id.in_(deal_ids))
        open_steps = open_steps.where(NextStep.deal_id.in_(deal_ids))
    deals = work.session.scalars(open_deals.order_by(Deal.id)).all()
    steps = work.session.scalars(open_steps.order_by(NextStep.id)).all()
    if taker is None and (deals or steps):
        raise DealsLeftBehind(name=giver.name, count=len(deals))
    for record in (*deals, *steps):
        ledger.change(record, {"owner_id": taker.id if taker else None})
    return len(deals)
