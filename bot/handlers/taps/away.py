"""Taps on days off and on the members."""

from bot.buttons.away import EndAbsence, HasLeft, MemberLeaves, MembersPage, NameDeputy
from bot.handlers.taps.tap import Taps
from core.actions import absence, members
from core.actions.work import Work
from core.model import Member


def _deputy(work: Work, member: Member, button: NameDeputy, chat_id: int, message_id: int) -> None:
    absence.name_deputy(work, member, button.absence_id, button.member_id, chat_id, message_id)
    work.toast = "toast-saved"


def _end(work: Work, member: Member, button: EndAbsence, chat_id: int, message_id: int) -> None:
    absence.end(work, member, button.absence_id, chat_id, message_id)
    work.toast = "toast-saved"


def _page(work: Work, member: Member, button: MembersPage, chat_id: int, message_id: int) -> None:
    members.show(work, member, button.page, chat_id, edits=message_id)


def _leaving(work: Work, member: Member, button: MemberLeaves, chat_id: int, message_id: int) -> None:
    members.show_leaving(work, member, button.member_id, button.page, chat_id, message_id)


def _left(work: Work, member: Member, button: HasLeft, chat_id: int, message_id: int) -> None:
    members.leave(work, member, button.member_id, button.heir_id, button.page, chat_id, message_id)
    work.toast = "toast-saved"


TAPS: Taps = {
    NameDeputy: _deputy,
    EndAbsence: _end,
    MembersPage: _page,
    MemberLeaves: _leaving,
    HasLeft: _left,
}
