"""The Friday tidy: one by one through deals that have no next step or whose contract date has passed."""

from datetime import date, timedelta

from sqlalchemy import func, select

from core.actions import deal_changes
from core.actions.deal_list import deal_lines
from core.actions.picking import FORTNIGHT, quick_picks, still_ahead
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Deal, Member
from core.notices import Deed, Pick, Tidy
from core.storage import neglected, records
from core.storage.pipeline_stages import stages_of
from core.terms import StageMeaning
from core.working_days import on_or_after

MONTH = timedelta(days=30)


def show_tidy(
    work: Work, by: Member, start: int, chat_id: int, *, edits: int | None = None, deed: Deed | None = None
) -> int:
    """Shows the next deal to put in order, from the id `start` on, or says that all is; the letter's id."""
    today = work.today(by)
    which = neglected.untidy(by, today) & (Deal.id >= start)
    deal = work.session.scalar(select(Deal).where(which).order_by(Deal.id).limit(1))
    if deal is None:
        return work.post(chat_id, Tidy(today=today, start=start, deed=deed), to=by, edits=edits)
    is_late = deal.expected_close_on is not None and deal.expected_close_on < today
    country = work.team.country
    notice = Tidy(
        today=today,
        deal=deal_lines(work, by, [deal])[0],
        reason="date-passed" if is_late else "no-step",
        picks=_dates(today, country) if is_late else quick_picks(today, country),
        start=start,
        left=work.session.scalar(select(func.count()).select_from(Deal).where(which)) or 0,
        deed=deed,
    )
    return work.post(chat_id, notice, to=by, edits=edits)


def new_date(work: Work, by: Member, deal_id: int, on: date) -> Deed:
    """Expects the contract on another day, the very one that was named."""
    still_ahead(work, by, on)
    deal = _open(work, by, deal_id)
    operation_id = deal_changes.set_fields(work, by, deal_id, {"expected_close_on": on})
    if operation_id is None:
        raise NoLongerApplies()
    return Deed(what="dated", operation_id=operation_id, deal=deal.title, on=on)


def lose(work: Work, by: Member, deal_id: int) -> Deed:
    """The deal is lost; why, the tidy does not ask. Raises NoLongerApplies where it is over already."""
    deal = _open(work, by, deal_id)
    stages = stages_of(work.session, deal.pipeline_id)
    lost = next((stage for stage in stages if stage.meaning is StageMeaning.LOST), None)
    operation_id = deal_changes.move(work, by, deal_id, lost.id) if lost else None
    if operation_id is None:
        raise NoLongerApplies()
    return Deed(what="lost", operation_id=operation_id, deal=deal.title)


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
