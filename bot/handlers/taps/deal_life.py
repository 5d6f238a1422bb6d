"""Taps on a deal's circumstances."""

from bot.buttons.deal_life import LoseOthers, SetLife, ShowLife
from bot.handlers.taps.deals import place_in
from bot.handlers.taps.tap import Taps
from core.actions import bidders, deal_life
from core.actions.work import Work
from core.model import Member


def _show(work: Work, member: Member, button: ShowLife, chat_id: int, message_id: int) -> None:
    place = place_in(work, member, chat_id, message_id)
    deal_life.show(work, member, button.deal_id, chat_id, message_id, button.choosing, place=place)


def _set(work: Work, member: Member, button: SetLife, chat_id: int, message_id: int) -> None:
    place = place_in(work, member, chat_id, message_id)
    deal_life.set_field(work, member, button.deal_id, button.field, button.value, chat_id, message_id, place)
    work.toast = "toast-saved" if button.value != deal_life.IN_WORDS else None


def _lose_others(work: Work, member: Member, button: LoseOthers, chat_id: int, message_id: int) -> None:
    bidders.lose_others(work, member, button.deal_id, chat_id, message_id)
    work.toast = "toast-saved"


TAPS: Taps = {
    ShowLife: _show,
    SetLife: _set,
    LoseOthers: _lose_others,
}
