"""Comments on deals, to whom they are meant for and to whom wrote them."""

from core.notices.base import Notice
from core.notices.logged import AskInWords
from core.notices.parts import DealLine
from core.terms import Remark


class Commented(Notice, frozen=True, kw_only=True, tag=True):
    """To whom a comment is meant for, with the deal it is about. `ask`: what a reply to it answers."""

    kind: Remark
    by: str
    text: str
    deal: DealLine
    ask: AskInWords


class CommentSent(Notice, frozen=True, kw_only=True, tag=True):
    """To whom wrote a comment: it is on its way to `to`; the answer comes under this message."""

    kind: Remark
    to: str
    text: str
    deal: DealLine
