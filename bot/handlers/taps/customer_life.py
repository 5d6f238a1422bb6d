"""Taps on a customer's card that ask: for words, and where they buy now."""

from bot.buttons.customer_life import AddOrder, AskWhere, BuysNow, ChangeEmployer
from bot.handlers.taps.tap import Taps
from core.actions import customer_card, customer_life, tidy, where_now
from core.actions.work import Work
from core.model import Member

OTHER, LATER = "other", "later"
"""Answers that are none: the competitor's name comes in words, and not now."""


def _employer(work: Work, member: Member, button: ChangeEmployer, chat_id: int, _message_id: int) -> None:
    customer_life.ask_employer(work, member, button.person_id, chat_id)


def _order(work: Work, member: Member, button: AddOrder, chat_id: int, _message_id: int) -> None:
    customer_life.ask_order(work, member, button.company_id, chat_id)


def _ask_where(work: Work, member: Member, button: AskWhere, chat_id: int, message_id: int) -> None:
    where_now.show(work, member, button.company_id, where_now.ON_CARD, chat_id, edits=message_id)


def _buys_now(work: Work, member: Member, button: BuysNow, chat_id: int, message_id: int) -> None:
    company_id, in_tidy = button.company_id, button.place == where_now.IN_TIDY
    if button.answer == OTHER:
        where_now.ask_whom(work, member, company_id, button.place, chat_id)
    elif button.answer == LATER and in_tidy:
        tidy.show_customers(work, member, company_id + 1, chat_id, edits=message_id)
    elif button.answer == LATER:
        customer_card.show_company(work, member, company_id, chat_id, edits=message_id)
    else:
        deed = where_now.say(work, member, company_id, button.answer)
        work.toast = "toast-saved"
        if in_tidy:
            tidy.show_customers(work, member, company_id, chat_id, edits=message_id, deed=deed)
        else:
            where_now.show_said(work, member, company_id, button.place, chat_id, deed, edits=message_id)


TAPS: Taps = {ChangeEmployer: _employer, AddOrder: _order, AskWhere: _ask_where, BuysNow: _buys_now}
