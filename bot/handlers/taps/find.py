"""Taps on customers: their cards, the brief, and a number for the phone."""

from bot.buttons.find import (
    BriefPage,
    CompanyPage,
    OpenCompany,
    OpenPerson,
    PersonPage,
    SendPerson,
    SendPlace,
    ShowBrief,
)
from bot.handlers.taps.tap import Taps
from core.actions import customer_card
from core.actions.again import standing
from core.actions.work import Work
from core.model import Member
from core.notices import Answer


def _company(work: Work, member: Member, button: OpenCompany, chat_id: int, message_id: int) -> None:
    """An answer stays, and the company that is opened from it comes below."""
    stays = isinstance(standing(work, member, chat_id, message_id), Answer)
    edits = None if stays else message_id
    customer_card.show_company(work, member, button.company_id, chat_id, edits=edits)


def _person(work: Work, member: Member, button: OpenPerson, chat_id: int, message_id: int) -> None:
    customer_card.show_person(work, member, button.person_id, chat_id, edits=message_id)


def _brief(work: Work, member: Member, button: ShowBrief, chat_id: int, message_id: int) -> None:
    customer_card.show_brief(work, member, button.company_id, chat_id, edits=message_id)


def _company_page(work: Work, member: Member, button: CompanyPage, chat_id: int, message_id: int) -> None:
    customer_card.show_company(work, member, button.company_id, chat_id, edits=message_id, page=button.page)


def _person_page(work: Work, member: Member, button: PersonPage, chat_id: int, message_id: int) -> None:
    customer_card.show_person(work, member, button.person_id, chat_id, edits=message_id, page=button.page)


def _brief_page(work: Work, member: Member, button: BriefPage, chat_id: int, message_id: int) -> None:
    customer_card.show_brief(work, member, button.company_id, chat_id, edits=message_id, page=button.page)


def _send(work: Work, member: Member, button: SendPerson, chat_id: int, _message_id: int) -> None:
    customer_card.send_person(work, member, button.person_id, chat_id)


def _place(work: Work, member: Member, button: SendPlace, chat_id: int, _message_id: int) -> None:
    customer_card.send_place(work, member, button.company_id, chat_id)


TAPS: Taps = {
    OpenCompany: _company,
    CompanyPage: _company_page,
    OpenPerson: _person,
    PersonPage: _person_page,
    ShowBrief: _brief,
    BriefPage: _brief_page,
    SendPerson: _send,
    SendPlace: _place,
}
