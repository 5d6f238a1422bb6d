"""Messages in the person's own words: logs, answers to questions, replies to cards, and edits of them."""

from core.actions import correct
from core.actions.card import reopened
from core.actions.customer import Customer
from core.actions.log import log_message
from core.actions.work import Source, Work
from core.model import Member, Operation, OutboxMessage
from core.notices import AskInWords, LoggedTogether, decode
from core.storage import records


def run(work: Work, member: Member, text: str, source: Source) -> None:
    """Logs what a message (not empty) says; as a reply, it answers or adds to the card that it replies to."""
    card = _replied_card(work, member, source)
    if card is not None and _answers(work, member, card, text, source):
        return
    about, deal_id = _about(work, member, card) if card is not None else (None, None)
    log_message(work, member, text, source, about=about, deal_id=deal_id)


def run_edit(work: Work, member: Member, text: str, source: Source) -> None:
    """Corrects what the original message wrote; one that had written nothing is read like a new one."""
    if not correct.edit(work, member, text, source) and text.strip() and not text.startswith("/"):
        run(work, member, text, source)


def _replied_card(work: Work, member: Member, source: Source) -> OutboxMessage | None:
    if source.reply_to_message_id is None:
        return None
    card = records.told_in(work.session, member, source.chat_id, source.reply_to_message_id)
    return card if card is not None and card.operation_id is not None else None


def _answers(work: Work, member: Member, card: OutboxMessage, text: str, source: Source) -> bool:
    """Whether the card asked for words, and now has them."""
    notice = decode(card.payload)
    if not isinstance(notice, AskInWords):
        return False
    correct.answer_in_words(work, member, notice.operation_id, notice.field, text, source)
    return True


def _about(work: Work, member: Member, card: OutboxMessage) -> tuple[Customer | None, int | None]:
    operation = records.find(work.session, member, Operation, card.operation_id)
    if operation is None or operation.undone_at is not None or _speaks_of_several(card):
        return None, None
    written = reopened(work, member, operation)
    return written.customer, written.deal.id if written.deal else None


def _speaks_of_several(card: OutboxMessage) -> bool:
    """Whether the card is about several customers, so that a reply to it is about none of them for sure."""
    notice = decode(card.payload)
    return isinstance(notice, LoggedTogether) and len(notice.parts) > 1
