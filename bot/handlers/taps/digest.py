"""Taps on digests: what a line stands for, in place, leading back to the digest."""

from bot.buttons.digest import DigestOpens
from bot.handlers.taps.tap import Taps
from core.actions import deal_card
from core.actions.answers import showing
from core.actions.digest import keeping
from core.actions.work import Work
from core.model import Member
from core.notices.report_view import ReportView


def _open(work: Work, member: Member, button: DigestOpens, chat_id: int, message_id: int) -> None:
    if button.deal_id:
        keeping.opened(work, member, button.digest_id)
        deal_card.show(work, member, button.deal_id, button.view, chat_id, edits=message_id)
    else:
        view = ReportView.read(button.view)
        showing.open_from_digest(work, member, button.digest_id, view, chat_id, message_id)


TAPS: Taps = {DigestOpens: _open}
