"""Taps on a customer's card that ask for words."""

from bot.buttons.customer_life import AddOrder, ChangeEmployer
from bot.handlers.taps.tap import Taps
from core.actions import customer_life
from core.actions.work import Work
from core.model import Member


def _employer(work: Work, member: Member, button: ChangeEmployer, chat_id: int, _message_id: int) -> None:
    customer_life.ask_employer(work, member, button.person_id, chat_id)


def _order(work: Work, member: Member, button: AddOrder, chat_id: int, _message_id: int) -> None:
    customer_life.ask_order(work, member, button.company_id, chat_id)


TAPS: Taps = {ChangeEmployer: _employer, AddOrder: _order}
