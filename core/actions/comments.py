"""A manager's praise or question about a deal goes to its salesperson; the answer comes back under it."""

import msgspec

from core.actions import budget
from core.actions.asking import ask_in_words
from core.actions.deal_list import deal_lines
from core.actions.work import Work
from core.errors import NoLongerApplies, NotAllowed, NotFound
from core.model import Deal, DealComment, Member, OutboxMessage
from core.notices import AskInWords, Commented, CommentSent
from core.storage import records
from core.storage.ledger import add, put
from core.terms import Remark

COMMENT, REPLY = "comment", "comment-reply"
"""What is asked about: the words for a deal's salesperson, and the answer to a comment."""

LONGEST = 2_000


def can_comment(work: Work, by: Member, deal: Deal) -> bool:
    """Whether the deal is somebody else's whom the member manages and the bot can reach."""
    return by.manages and _addressee(work, by, deal) is not None


def ask(work: Work, by: Member, deal_id: int, kind: Remark, place: str, chat_id: int) -> None:
    """Asks for the words. Raises NotFound, NotAllowed, and NoLongerApplies where nobody would get them."""
    deal = _deal(work, by, deal_id)
    if not by.manages:
        raise NotAllowed()
    if not can_comment(work, by, deal) or kind is Remark.REPLY:
        raise NoLongerApplies()
    wanted = AskInWords(about=COMMENT, record_id=deal.id, field=kind.value, place=place)
    ask_in_words(work, by, chat_id, wanted)


def say(work: Work, by: Member, ask: AskInWords, text: str, chat_id: int) -> None:
    """Passes a manager's words on to the deal's salesperson of now. Raises as `ask` does."""
    deal = _deal(work, by, ask.record_id)
    if not by.manages:
        raise NotAllowed()
    to = _addressee(work, by, deal)
    if to is None:
        raise NoLongerApplies()
    _pass_on(work, by, to, deal, Remark(ask.field), text, chat_id)


def answer(work: Work, by: Member, comment_id: int, text: str, chat_id: int) -> None:
    """Passes an answer on to who wrote the comment, under what they were told when they wrote it.

    Raises NotFound where the comment was not to the member, NoLongerApplies where its author is gone.
    """
    comment = records.by_id(work.session, DealComment, comment_id)
    if comment is None or comment.to_id != by.id:
        raise NotFound()
    deal, to = (
        records.by_id(work.session, Deal, comment.deal_id),
        records.by_id(work.session, Member, comment.by_id),
    )
    if deal is None or to is None or not _can_be_told(to):
        raise NoLongerApplies()
    _pass_on(work, by, to, deal, Remark.REPLY, text, chat_id, parent=comment)


def _pass_on(
    work: Work,
    by: Member,
    to: Member,
    deal: Deal,
    kind: Remark,
    text: str,
    chat_id: int,
    parent: DealComment | None = None,
) -> None:
    words = text.strip()[:LONGEST]
    values = {"deal_id": deal.id, "by_id": by.id, "to_id": to.id, "kind": kind, "text": words}
    values |= {"created_at": work.now, "parent_id": parent.id if parent else None}
    comment_id = add(work.session, DealComment, values)
    reply = AskInWords(about=REPLY, record_id=comment_id, field=Remark.REPLY.value)
    line = deal_lines(work, to, [deal])[0]
    told = Commented(kind=kind, by=by.name, text=words, deal=line, ask=reply)
    if parent is not None:
        work.post(to.telegram_id or 0, told, to=to, reply_to=_message_of(work, to, parent))
    else:
        budget.tell(work, to, told)
    own_line = msgspec.structs.replace(line, owner=None)
    sent = CommentSent(kind=kind, to=to.name, text=words, deal=own_line)
    letter_id = work.post(chat_id, sent, to=by)
    comment = records.by_id(work.session, DealComment, comment_id)
    if comment is not None:
        put(work.session, comment, {"letter_id": letter_id})


def _message_of(work: Work, author: Member, comment: DealComment | None) -> int | None:
    """The message that told the author that their comment was passed on, if it is known still."""
    letter = records.by_id(work.session, OutboxMessage, comment.letter_id) if comment is not None else None
    if letter is None or letter.chat_id != author.telegram_id:
        return None
    return letter.edits_message_id or letter.message_id


def _deal(work: Work, by: Member, deal_id: int) -> Deal:
    deal = records.get(work.session, by, Deal, deal_id)
    if deal.deleted_at is not None:
        raise NotFound()
    return deal


def _addressee(work: Work, by: Member, deal: Deal) -> Member | None:
    owner = records.by_id(work.session, Member, deal.owner_id)
    return owner if owner is not None and owner.id != by.id and _can_be_told(owner) else None


def _can_be_told(member: Member) -> bool:
    return member.has_access and member.telegram_id is not None
