"""The Friday tidy: one by one through deals that have no next step or whose contract date has passed."""

from datetime import date, timedelta

from sqlalchemy import func, select

from core.actions import deal_changes, deal_deeds, where_now
from core.actions.deal_list import deal_lines
from core.actions.picking import FORTNIGHT, quick_picks, still_ahead
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Deal, Member
from core.notices import Deed, Notice, Pick, Tidy
from core.storage import neglected, records
from core.terms import LostReason
from core.working_days import on_or_after

MONTH = timedelta(days=30)

NO_DEAL_LEFT = 2**62
"""An id beyond those of all deals, from which on the tidy goes when all of them are gone through."""


def begun(work: Work, member: Member) -> Notice | None:
    """Where the tidy begins; None where all is in order."""
    first = _untidy(work, member, 0)
    return _about(work, member, first, 0) if first else where_now.question(work, member, 0)


def show_tidy(
    work: Work,
    by: Member,
    start: int,
    chat_id: int,
    *,
    edits: int | None = None,
    deed: Deed | None = None,
    asks: str = "",
) -> int:
    """Shows the next deal to put in order, from the id `start` on; after the last, asks about customers who
    fell silent; then says that all is in order. The letter's id.

    `asks`: "reason" asks why the deal was lost.
    """
    deal = _untidy(work, by, start)
    if deal is None:
        return _after_deals(work, by, start, 0, chat_id, edits, deed)
    return work.post(chat_id, _about(work, by, deal, start, deed, asks), to=by, edits=edits)


def _untidy(work: Work, by: Member, start: int) -> Deal | None:
    """The first deal to put in order whose id is `start` or higher."""
    which = neglected.untidy(by, work.today(by)) & (Deal.id >= start)
    return work.session.scalar(select(Deal).where(which).order_by(Deal.id).limit(1))


def _about(work: Work, by: Member, deal: Deal, start: int, deed: Deed | None = None, asks: str = "") -> Tidy:
    today, country = work.today(by), work.team.country
    is_late = deal.expected_close_on is not None and deal.expected_close_on < today
    which = neglected.untidy(by, today) & (Deal.id >= start)
    return Tidy(
        today=today,
        deal=deal_lines(work, by, [deal])[0],
        reason="date-passed" if is_late else "no-step",
        picks=_dates(today, country) if is_late else quick_picks(today, country),
        start=start,
        left=work.session.scalar(select(func.count()).select_from(Deal).where(which)) or 0,
        deed=deed,
        asks=asks,
    )


def show_customers(
    work: Work, by: Member, first_id: int, chat_id: int, *, edits: int | None = None, deed: Deed | None = None
) -> int:
    """Asks about the next customer who fell silent, from that id on, or says that all is done."""
    return _after_deals(work, by, NO_DEAL_LEFT, first_id, chat_id, edits, deed)


def _after_deals(
    work: Work, by: Member, start: int, first_id: int, chat_id: int, edits: int | None, deed: Deed | None
) -> int:
    letter = where_now.show_next(work, by, first_id, chat_id, edits=edits, deed=deed)
    if letter is not None:
        return letter
    return work.post(chat_id, Tidy(today=work.today(by), start=start, deed=deed), to=by, edits=edits)


def new_date(work: Work, by: Member, deal_id: int, on: date) -> Deed:
    """Expects the contract on another day, the very one that was named."""
    still_ahead(work, by, on)
    deal = _open(work, by, deal_id)
    operation_id = deal_changes.set_fields(work, by, deal_id, {"expected_close_on": on})
    if operation_id is None:
        raise NoLongerApplies()
    return Deed(what="dated", operation_id=operation_id, deal=deal.title, on=on)


def ask_reason(work: Work, by: Member, deal_id: int, chat_id: int, card_id: int) -> None:
    """Asks why the deal was lost. Raises NoLongerApplies where it is over already."""
    _open(work, by, deal_id)
    show_tidy(work, by, deal_id, chat_id, edits=card_id, asks="reason")


def lose(work: Work, by: Member, deal_id: int, reason: str) -> Deed:
    """The deal is lost, for that reason. Raises NoLongerApplies where it is over already."""
    if reason not in {each.value for each in LostReason}:
        raise NoLongerApplies()
    change = deal_deeds.lose(work, by, deal_id, LostReason(reason))
    deal = records.get(work.session, by, Deal, deal_id)
    return Deed(what="lost", operation_id=change.operation_id, deal=deal.title)


def _open(work: Work, by: Member, deal_id: int) -> Deal:
    deal = records.get(work.session, by, Deal, deal_id)
    if not deal.is_open or deal.deleted_at is not None:
        raise NoLongerApplies()
    return deal


def _dates(today: date, country: str) -> list[Pick]:
    """Later contract dates at one tap: in two weeks and in a month, on working days."""
    return [
        Pick(name="fortnight", on=on_or_after(today + FORTNIGHT, country)),
        Pick(name="month", on=on_or_after(today + MONTH, country)),
    ]
