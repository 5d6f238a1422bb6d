"""Screens shown anew: a message of the bot's with the present state of what it is about."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec

from core.actions import (
    absence,
    agenda,
    bidders,
    customer_card,
    deal_board,
    deal_card,
    deal_history,
    deal_life,
    giving,
    members,
    planning,
    preferences,
    promises,
    settings,
    steps,
    tidy,
    visits,
    where_now,
)
from core.actions.answer import retell
from core.actions.answers import showing
from core.actions.picking import quick_picks
from core.actions.work import Work
from core.errors import SalesError
from core.model import Member, NextStep, Operation
from core.notices import (
    Agenda,
    Answer,
    Away,
    DealBoard,
    DealCard,
    DealChange,
    DealHistory,
    DealLife,
    DealList,
    Deed,
    HandedOver,
    Leaving,
    Logged,
    LogPicks,
    Members,
    Notice,
    OthersBid,
    OwnSettings,
    Practice,
    Promises,
    Reminder,
    StepCard,
    StepPicks,
    Tidy,
    VisitCard,
    Week,
    decode,
)
from core.notices.customers import Brief, CompanyCard, PersonCard, WhereNow
from core.notices.deal_view import DealView
from core.notices.purpose import Purpose
from core.notices.report_view import ReportView
from core.storage import records

JUST = timedelta(seconds=3)
"""So soon after a screen has changed, a tap was meant for the one before."""

Show = Callable[[Work, Member, Any, int, int], None]
"""Puts the notice's screen anew in place of the message; values: the notice, the chat, the message."""


def show_again(work: Work, by: Member, chat_id: int, message_id: int) -> bool:
    """Shows the screen that stands in the message as it is now; False where none can be shown anew."""
    notice = standing(work, by, chat_id, message_id)
    if notice is None or type(notice) not in AGAIN:
        return False
    if isinstance(notice, HandedOver) and _stands(work, by, notice.operation_id):
        return True
    try:
        with work.attempt(), work.still_saying(_still_true(work, by, notice)):
            AGAIN[type(notice)](work, by, notice, chat_id, message_id)
    except SalesError:
        return False  # what it was about is gone, or no longer theirs to see
    return True


def show_done(work: Work, by: Member, chat_id: int, message_id: int, deed: Deed) -> bool:
    """Shows the card that answered a message anew, with what was done on it; False where there is none."""
    notice = standing(work, by, chat_id, message_id)
    if not isinstance(notice, Logged):
        return False
    with work.still_saying({"deed": deed}):
        _logged(work, by, notice, chat_id, message_id)
    return True


def just_changed(work: Work, by: Member, chat_id: int, message_id: int) -> bool:
    """Whether a tap has just put another screen into the message, so that the next one was the same thumb."""
    letter = records.told_in(work.session, by, chat_id, message_id)
    return letter is not None and letter.edits_message_id is not None and work.now - letter.created_at < JUST


def _still_true(work: Work, by: Member, notice: Notice) -> dict[str, Deed | DealChange]:
    """What the screen says was just done on it, as long as it can be taken back there."""
    said = {name: getattr(notice, name, None) for name in ("deed", "change")}
    return {
        name: each
        for name, each in said.items()
        if isinstance(each, Deed | DealChange) and _stands(work, by, each.operation_id)
    }


def _stands(work: Work, by: Member, operation_id: int) -> bool:
    operation = records.find(work.session, by, Operation, operation_id)
    return operation is not None and operation.undone_at is None and operation.is_recent(work.now)


def standing(work: Work, by: Member, chat_id: int, message_id: int) -> Notice | None:
    """The screen that stands in a message of the bot's to the member; None where none is known."""
    letter = records.told_in(work.session, by, chat_id, message_id)
    if letter is None:
        return None
    try:
        return decode(letter.payload)
    except msgspec.MsgspecError:
        return None  # an older version's screen


def _agenda(work: Work, by: Member, notice: Agenda, chat_id: int, message_id: int) -> None:
    agenda.show_today(work, by, chat_id, page=notice.page, edits=message_id)


def _week(work: Work, by: Member, _notice: Week, chat_id: int, message_id: int) -> None:
    agenda.show_week(work, by, chat_id, edits=message_id)


def _step(work: Work, by: Member, notice: StepCard, chat_id: int, message_id: int) -> None:
    steps.show_card(work, by, notice.step.id, notice.place, chat_id, message_id)


def _picks(work: Work, by: Member, notice: StepPicks, chat_id: int, message_id: int) -> None:
    purpose = Purpose.read(notice.purpose)
    if purpose.verb == "plan":
        planning.show_plan(work, by, purpose, chat_id, message_id)
    elif records.get(work.session, by, NextStep, purpose.subject_id).is_open:
        steps.show_move(work, by, purpose, chat_id, message_id)
    else:
        steps.show_card(work, by, purpose.subject_id, purpose.place, chat_id, message_id)


def _reminder(work: Work, by: Member, notice: Reminder, chat_id: int, message_id: int) -> None:
    if len(notice.steps) == 1:
        steps.show_card(work, by, notice.steps[0].id, "", chat_id, message_id)
    else:
        agenda.show_today(work, by, chat_id, edits=message_id)


def _logged(work: Work, by: Member, notice: Logged, _chat_id: int, message_id: int) -> None:
    retell(work, by, records.get(work.session, by, Operation, notice.operation_id), message_id)


def _log_picks(work: Work, by: Member, notice: LogPicks, chat_id: int, message_id: int) -> None:
    """The question for the next step stays, with days from today on, until it is answered."""
    operation = records.get(work.session, by, Operation, notice.card.operation_id)
    if operation.undone_at is not None:
        retell(work, by, operation, message_id)
        return
    today = work.today(by)
    fresh = msgspec.structs.replace(notice, picks=quick_picks(today, work.team.country), today=today)
    work.post(chat_id, fresh, to=by, operation_id=operation.id, edits=message_id)


def _practice(work: Work, by: Member, _notice: Practice, chat_id: int, message_id: int) -> None:
    preferences.say_language(work, by, chat_id, message_id)


def _company(work: Work, by: Member, notice: CompanyCard, chat_id: int, message_id: int) -> None:
    customer_card.show_company(work, by, notice.company.id, chat_id, edits=message_id, page=notice.page)


def _person(work: Work, by: Member, notice: PersonCard, chat_id: int, message_id: int) -> None:
    customer_card.show_person(work, by, notice.person.id, chat_id, edits=message_id)


def _brief(work: Work, by: Member, notice: Brief, chat_id: int, message_id: int) -> None:
    customer_card.show_brief(work, by, notice.company.id, chat_id, edits=message_id, page=notice.page)


def _deals(work: Work, by: Member, notice: DealBoard | DealList, chat_id: int, message_id: int) -> None:
    deal_board.show(work, by, DealView.read(notice.view), chat_id, edits=message_id)


def _deal(work: Work, by: Member, notice: DealCard, chat_id: int, message_id: int) -> None:
    deal_card.show(work, by, notice.deal.id, notice.place, chat_id, edits=message_id)


def _history(work: Work, by: Member, notice: DealHistory, chat_id: int, message_id: int) -> None:
    deal_history.show(work, by, notice.deal.id, notice.page, notice.place, chat_id, edits=message_id)


def _promises(work: Work, by: Member, notice: Promises, chat_id: int, message_id: int) -> None:
    promises.show_promises(work, by, notice.side, notice.page, chat_id, edits=message_id)


def _tidy(work: Work, by: Member, notice: Tidy, chat_id: int, message_id: int) -> None:
    tidy.show_tidy(work, by, notice.start, chat_id, edits=message_id)


def _where_now(work: Work, by: Member, notice: WhereNow, chat_id: int, message_id: int) -> None:
    if notice.place == where_now.IN_TIDY:
        tidy.show_customers(work, by, 0, chat_id, edits=message_id)
    else:
        where_now.show(work, by, notice.company.id, notice.place, chat_id, edits=message_id)


def _away(work: Work, by: Member, _notice: Away, chat_id: int, message_id: int) -> None:
    absence.show(work, by, chat_id, edits=message_id)


def _members(work: Work, by: Member, notice: Members, chat_id: int, message_id: int) -> None:
    members.show(work, by, notice.page, chat_id, edits=message_id)


def _leaving(work: Work, by: Member, notice: Leaving, chat_id: int, message_id: int) -> None:
    members.show_leaving(work, by, notice.member.id, notice.page, chat_id, message_id)


def _life(work: Work, by: Member, notice: DealLife, chat_id: int, message_id: int) -> None:
    deal_life.show(work, by, notice.deal.id, chat_id, message_id, place=notice.place)


def _others(work: Work, by: Member, notice: OthersBid, chat_id: int, message_id: int) -> None:
    bidders.show_others(work, by, notice.deal.id, chat_id, message_id)


def _visit(work: Work, by: Member, notice: VisitCard, chat_id: int, message_id: int) -> None:
    visits.show_card(work, by, notice.visit_id, chat_id, message_id)


def _answer(work: Work, by: Member, notice: Answer, chat_id: int, message_id: int) -> None:
    showing.show(work, by, ReportView.read(notice.view), chat_id, edits=message_id)


def _settings(work: Work, by: Member, notice: OwnSettings, chat_id: int, message_id: int) -> None:
    settings.show(work, by, notice.part, chat_id, edits=message_id)


AGAIN: dict[type[Notice], Show] = {
    Agenda: _agenda,
    Answer: _answer,
    Week: _week,
    StepCard: _step,
    StepPicks: _picks,
    Reminder: _reminder,
    Logged: _logged,
    LogPicks: _log_picks,
    Practice: _practice,
    Promises: _promises,
    Tidy: _tidy,
    Away: _away,
    Members: _members,
    OwnSettings: _settings,
    Leaving: _leaving,
    DealLife: _life,
    OthersBid: _others,
    DealBoard: _deals,
    DealList: _deals,
    DealCard: _deal,
    CompanyCard: _company,
    PersonCard: _person,
    Brief: _brief,
    DealHistory: _history,
    HandedOver: giving.show_taken_back,
    VisitCard: _visit,
    WhereNow: _where_now,
}
"""How each kind of screen is shown anew, where it can be."""
