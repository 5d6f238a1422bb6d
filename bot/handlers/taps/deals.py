"""Taps on lists and cards of deals."""

from bot.buttons.deals import DealsPage, OpenDeal
from bot.handlers.taps.tap import Taps
from core.actions import deal_list
from core.actions.work import Work
from core.model import Member


def _page(work: Work, member: Member, button: DealsPage, chat_id: int, message_id: int) -> None:
    deal_list.show_page(work, member, button.page, chat_id, edits=message_id)


def _deal(work: Work, member: Member, button: OpenDeal, chat_id: int, message_id: int) -> None:
    deal_list.show_card(work, member, button.deal_id, button.page, chat_id, message_id)


TAPS: Taps = {
    DealsPage: _page,
    OpenDeal: _deal,
}
