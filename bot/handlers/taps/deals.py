"""Taps on the board, the lists and the cards of deals."""

from datetime import date, time
from typing import TypeVar

from bot.buttons.deals import (
    Comment,
    DealAt,
    DealMenu,
    HandOver,
    LoseDeal,
    LostTo,
    MoveDeal,
    OpenDeal,
    SayOfDeal,
    SetCategory,
    ShowDeals,
    ShowHistory,
)
from bot.buttons.packing import UnknownButton
from bot.handlers.taps.tap import Taps
from core.actions import comments, deal_board, deal_card, deal_deeds, deal_history, giving, places
from core.actions.again import standing
from core.actions.asking import ask_in_words
from core.actions.deal_words import DEAL, FIELDS, LOST_TO
from core.actions.rivals import HAS_RIVAL
from core.actions.work import Work
from core.model import Member
from core.notices import (
    AskInWords,
    Commented,
    DealCard,
    DealChange,
    DealHistory,
    DealLife,
    DealPassed,
    Logged,
    LoggedTogether,
)
from core.notices.deal_view import DealView
from core.notices.purpose import Purpose, deal_leads_to
from core.terms import Category, LostReason, Remark

Word = TypeVar("Word", LostReason, Category, Remark)

IN_WORDS = -1
"""In place of a competitor: one that is told in words."""

STAY = (Logged, LoggedTogether, DealPassed, Commented)
"""Screens that tell what was done: they stay, and a deal that is opened from them comes below."""


def _deals(work: Work, member: Member, button: ShowDeals, chat_id: int, message_id: int) -> None:
    view = DealView.read(button.view) if button.view else deal_board.first_view(member)
    deal_board.show(work, member, view, chat_id, edits=message_id)


def _open(work: Work, member: Member, button: OpenDeal, chat_id: int, message_id: int) -> None:
    shown = standing(work, member, chat_id, message_id)
    edits = None if isinstance(shown, STAY) else message_id
    if isinstance(shown, DealLife):
        place = shown.place
    else:
        place = "" if isinstance(shown, DealCard) else places.place_of(shown)
    deal_card.show(work, member, button.deal_id, place, chat_id, edits=edits)


def _open_at(work: Work, member: Member, button: DealAt, chat_id: int, message_id: int) -> None:
    deal_card.show(work, member, button.deal_id, button.place, chat_id, edits=message_id)


def _menu(work: Work, member: Member, button: DealMenu, chat_id: int, message_id: int) -> None:
    place = place_in(work, member, chat_id, message_id)
    deal_card.show(work, member, button.deal_id, place, chat_id, edits=message_id, menu=button.menu)


def _move(work: Work, member: Member, button: MoveDeal, chat_id: int, message_id: int) -> None:
    change = deal_deeds.move(work, member, button.deal_id, button.from_id, button.to_id)
    changed(work, member, button.deal_id, change, chat_id, message_id)


def _lose(work: Work, member: Member, button: LoseDeal, chat_id: int, message_id: int) -> None:
    reason = _word(LostReason, button.reason)
    change = deal_deeds.lose(work, member, button.deal_id, reason)
    menu = "rivals" if reason in HAS_RIVAL else ""
    changed(work, member, button.deal_id, change, chat_id, message_id, menu)


def _lost_to(work: Work, member: Member, button: LostTo, chat_id: int, message_id: int) -> None:
    if button.rival_deal_id == IN_WORDS:
        place = place_in(work, member, chat_id, message_id)
        ask = AskInWords(about=LOST_TO, record_id=button.operation_id, field="competitor", place=place)
        ask_in_words(work, member, chat_id, ask)
        return
    deal_id, change = deal_deeds.lost_to_known(work, member, button.operation_id, button.rival_deal_id)
    changed(work, member, deal_id, change, chat_id, message_id)


def _category(work: Work, member: Member, button: SetCategory, chat_id: int, message_id: int) -> None:
    change = deal_deeds.set_category(work, member, button.deal_id, _word(Category, button.category))
    changed(work, member, button.deal_id, change, chat_id, message_id)


def _say(work: Work, member: Member, button: SayOfDeal, chat_id: int, message_id: int) -> None:
    if button.field not in FIELDS:
        raise UnknownButton(button.field)
    deal = deal_deeds.standing_deal(work, member, button.deal_id)
    place = place_in(work, member, chat_id, message_id)
    ask = AskInWords(about=DEAL, record_id=deal.id, field=button.field, place=place)
    ask_in_words(work, member, chat_id, ask)


def _give(work: Work, member: Member, button: HandOver, chat_id: int, message_id: int) -> None:
    place = place_in(work, member, chat_id, message_id)
    giving.give(work, member, button.deal_id, button.member_id, place, chat_id, message_id)
    work.toast = "toast-saved"


def _history(work: Work, member: Member, button: ShowHistory, chat_id: int, message_id: int) -> None:
    place = place_in(work, member, chat_id, message_id)
    deal_history.show(work, member, button.deal_id, button.page, place, chat_id, edits=message_id)


def _comment(work: Work, member: Member, button: Comment, chat_id: int, message_id: int) -> None:
    place = place_in(work, member, chat_id, message_id)
    comments.ask(work, member, button.deal_id, _word(Remark, button.kind), place, chat_id)


def show_dates(work: Work, member: Member, purpose: Purpose, chat_id: int, card_id: int) -> None:
    """Back from the month to the quick picks of a contract date."""
    deal_card.show(
        work, member, purpose.subject_id, deal_leads_to(purpose.place), chat_id, edits=card_id, menu="dates"
    )


def set_close(
    work: Work, member: Member, purpose: Purpose, on: date, _at: time | None, chat_id: int, card_id: int
) -> None:
    """Takes the day that was picked for a contract date."""
    change = deal_deeds.set_close(work, member, purpose.subject_id, on)
    deal_card.show(
        work, member, purpose.subject_id, deal_leads_to(purpose.place), chat_id, edits=card_id, change=change
    )


def changed(
    work: Work,
    member: Member,
    deal_id: int,
    change: DealChange,
    chat_id: int,
    card_id: int,
    menu: str = "",
) -> None:
    """Shows the card anew with what was done on top."""
    place = place_in(work, member, chat_id, card_id)
    deal_card.show(work, member, deal_id, place, chat_id, edits=card_id, menu=menu, change=change)
    work.toast = "toast-saved"


def place_in(work: Work, member: Member, chat_id: int, message_id: int) -> str:
    """Where the deal's card, or the screen opened from it, that stands in the message leads back to."""
    shown = standing(work, member, chat_id, message_id)
    return shown.place if isinstance(shown, DealCard | DealHistory | DealLife) else ""


def _word(vocabulary: type[Word], word: str) -> Word:
    try:
        return vocabulary(word)
    except ValueError as error:
        raise UnknownButton(word) from error


TAPS: Taps = {
    ShowDeals: _deals,
    OpenDeal: _open,
    DealAt: _open_at,
    DealMenu: _menu,
    MoveDeal: _move,
    LoseDeal: _lose,
    LostTo: _lost_to,
    SetCategory: _category,
    SayOfDeal: _say,
    HandOver: _give,
    ShowHistory: _history,
    Comment: _comment,
}
