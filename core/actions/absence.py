"""Absences: days off, and a colleague who stands in; the credit for what is won stays with the owner."""

from datetime import date, timedelta

from core.actions import budget
from core.actions.work import Work
from core.errors import NoLongerApplies, NotFound, SalesError
from core.model import Absence, Member
from core.notices import Away, Deed, Named, StandIn
from core.reading.calendar import Direction, Relation, find_whens, resolve
from core.reading.tokens import tokenize
from core.reading.words import Line
from core.storage.absences import next_absence, own_absence
from core.storage.ledger import Ledger
from core.storage.members import colleagues_of, member_by_id


class NoSuchDays(SalesError):
    """Words that were to say which days somebody is off, and name none that are still to come."""

    key = "error-no-such-days"


LONGEST = timedelta(days=366)
MOST_COLLEAGUES = 8


def off(work: Work, by: Member, words: str, chat_id: int) -> None:
    """Answers `/off`: with words, the member is away as they say; without, shows what stands.

    Raises NoSuchDays where the words name no day that is still to come.
    """
    if not words:
        show(work, by, chat_id)
        return
    starts_on, ends_on = _days(work, by, words)
    known = next_absence(work.session, by, work.today(by))
    values = {"starts_on": starts_on, "ends_on": ends_on}
    ledger = Ledger.begin(work.session, "absence", work.now, by_id=by.id, chat_id=chat_id)
    if known is not None and known.starts_on < ends_on:
        ledger.change(known, values)
        _tell_deputy(work, by, known)
    else:
        ledger.create(Absence, values | {"member_id": by.id, "created_at": work.now})
    ledger.close()
    show(work, by, chat_id, deed=Deed(what="away", operation_id=ledger.operation_id))


def show(work: Work, by: Member, chat_id: int, *, edits: int | None = None, deed: Deed | None = None) -> None:
    """Shows the member's absence of today, or the next one, with the colleagues who may stand in."""
    today = work.today(by)
    absence = next_absence(work.session, by, today)
    if absence is None:
        work.post(chat_id, Away(today=today, deed=deed), to=by, edits=edits)
        return
    deputy = member_by_id(work.session, absence.deputy_id)
    notice = Away(
        today=today,
        absence_id=absence.id,
        starts_on=absence.starts_on,
        ends_on=absence.ends_on,
        deputy=Named(deputy.id, deputy.name) if deputy else None,
        colleagues=[Named(each.id, each.name) for each in colleagues_of(work.session, by)[:MOST_COLLEAGUES]],
        deed=deed,
    )
    work.post(chat_id, notice, to=by, edits=edits)


def name_deputy(work: Work, by: Member, absence_id: int, deputy_id: int, chat_id: int, card_id: int) -> None:
    """Makes a colleague the deputy, 0: nobody; both are told. Raises NoLongerApplies and NotFound."""
    absence = _own(work, by, absence_id)
    if (absence.deputy_id or 0) == deputy_id:
        raise NoLongerApplies()
    if deputy_id and all(each.id != deputy_id for each in colleagues_of(work.session, by)):
        raise NotFound()
    _tell_deputy(work, by, absence, is_over=True)
    ledger = Ledger.begin(work.session, "deputy", work.now, by_id=by.id, chat_id=chat_id)
    ledger.change(absence, {"deputy_id": deputy_id or None})
    ledger.close()
    _tell_deputy(work, by, absence)
    what = "deputy" if deputy_id else "no-deputy"
    show(work, by, chat_id, edits=card_id, deed=Deed(what=what, operation_id=ledger.operation_id))


def end(work: Work, by: Member, absence_id: int, chat_id: int, card_id: int) -> None:
    """The member is back (or does not go). What was is kept. Raises NoLongerApplies if it is over."""
    absence = _own(work, by, absence_id)
    today = work.today(by)
    ledger = Ledger.begin(work.session, "back", work.now, by_id=by.id, chat_id=chat_id)
    was = absence.starts_on < today
    ledger.change(absence, {"ends_on": today} if was else {"deleted_at": work.now})
    ledger.close()
    _tell_deputy(work, by, absence, is_over=True)
    show(work, by, chat_id, edits=card_id, deed=Deed(what="back", operation_id=ledger.operation_id))


def _own(work: Work, by: Member, absence_id: int) -> Absence:
    absence = own_absence(work.session, by, absence_id)
    if absence is None or absence.ends_on <= work.today(by):
        raise NoLongerApplies()
    return absence


def _tell_deputy(work: Work, by: Member, absence: Absence, *, is_over: bool = False) -> None:
    deputy = member_by_id(work.session, absence.deputy_id)
    if deputy is None or deputy.telegram_id is None or not deputy.has_access:
        return
    notice = StandIn(
        name=by.name,
        starts_on=absence.starts_on,
        ends_on=absence.ends_on,
        today=work.today(deputy),
        is_over=is_over,
    )
    budget.tell(work, deputy, notice)


def _days(work: Work, by: Member, words: str) -> tuple[date, date]:
    """The first day away and the day of coming back, as the words say: "until Monday", "23 Dec – 4 Jan"."""
    today = work.today(by)
    local = work.now.astimezone(work.zone_of(by)).replace(tzinfo=None)
    for when in find_whens(Line(tokenize(words))):
        said = resolve(when, local, Direction.FUTURE)
        if not when.has_date or said.on is None:
            continue
        if said.until is not None:
            days = (said.on, said.until)
        elif when.relation in (Relation.BY, Relation.BEFORE):
            days = (today, said.on)
        else:
            days = (said.on, said.on + timedelta(days=1))
        if today < days[1] and days[0] < days[1] <= today + LONGEST:
            return max(days[0], today), days[1]
    raise NoSuchDays()
