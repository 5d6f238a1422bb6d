"""Messages in the person's own words: logs, answers to questions, replies to cards, and edits of them."""

from bot.handlers import answers
from core.actions import amending, correct, file_owner, tips, visit_story
from core.actions.asking import Request, forget_ask, open_request, request_in
from core.actions.card import reopened
from core.actions.customer import Customer
from core.actions.deal_words import DEAL
from core.actions.log import introduces, is_report, log_message, names_only
from core.actions.work import Source, Work
from core.errors import NotUnderstood
from core.model import Member, Operation, OutboxMessage
from core.notices import Attached, LoggedTogether, decode
from core.storage import records


def run(work: Work, member: Member, text: str, source: Source) -> None:
    """Logs what a message (not empty) says; as a reply, it answers or adds to the card that it replies to.

    What was asked for last may be answered without a reply too, as long as the message is no report itself.
    """
    card = _replied_card(work, member, source)
    request = _asked(work, member, card, text, source)
    forget_ask(work, member)
    if request is not None and _answers(work, member, request, text, source, is_reply=card is not None):
        return
    if card is not None:
        tips.used(work, member, "reply")
        if _amends(work, member, card, text, source):
            return
    if card is None and member.visit_id is not None and visit_story.tell(work, member, text, source):
        return
    if card is None and _amends_newest(work, member, text, source):
        return
    about, deal_id = _about(work, member, card) if card is not None else (None, None)
    log_message(work, member, text, source, about=about, deal_id=deal_id)


def run_edit(work: Work, member: Member, text: str, source: Source) -> None:
    """Corrects what the original message wrote; one that had written nothing is read like a new one."""
    tips.used(work, member, "edit")
    if not correct.edit(work, member, text, source) and text.strip() and not text.startswith("/"):
        run(work, member, text, source)


def _replied_card(work: Work, member: Member, source: Source) -> OutboxMessage | None:
    if source.reply_to_message_id is None:
        return None
    card = records.told_in(work.session, member, source.chat_id, source.reply_to_message_id)
    return card if card is not None and (card.operation_id is not None or request_in(card)) else None


def _asked(
    work: Work, member: Member, card: OutboxMessage | None, text: str, source: Source
) -> Request | None:
    """What the message answers: the request that it replies to, or the last one if it may be its answer."""
    if card is not None or source.reply_to_message_id is not None:
        return request_in(card) if card is not None else None
    request = open_request(work, member)
    if request is None or request.ask.about in answers.TAKE_REPORTS:
        return request
    if request.ask.about in answers.TAKE_NAMES:
        return request if names_only(work, member, text, source) else None
    if request.ask.about == DEAL and introduces(work, member, text, source):
        return None
    return None if is_report(work, member, text, source) else request


def _answers(
    work: Work, member: Member, request: Request, text: str, source: Source, *, is_reply: bool
) -> bool:
    """Whether the words were taken; those of a message that replies to nothing may be meant otherwise."""
    try:
        with work.attempt():
            answers.take(work, member, request, text, source)
    except NotUnderstood:
        if is_reply and request.ask.about not in answers.BY_THE_WAY:
            raise
        return False
    return True


def _amends(work: Work, member: Member, card: OutboxMessage, text: str, source: Source) -> bool:
    """Whether the reply says that something on the card is otherwise; then it is corrected."""
    shown = decode(card.payload)
    if isinstance(shown, Attached):
        place = card.edits_message_id or card.message_id
        return file_owner.told_otherwise(work, member, shown, text, source, place)
    operation = records.find(work.session, member, Operation, card.operation_id)
    if operation is None or _speaks_of_several(card):
        return False
    return amending.amend(work, member, operation, text, source)


def _amends_newest(work: Work, member: Member, text: str, source: Source) -> bool:
    """The same of what was logged or attached just before, without a reply."""
    in_file = file_owner.newest_told_otherwise(work, member, text, source)
    return in_file or amending.amend_newest(work, member, text, source)


def _about(work: Work, member: Member, card: OutboxMessage) -> tuple[Customer | None, int | None]:
    shown = decode(card.payload)
    if isinstance(shown, Attached):
        return file_owner.customer_of(work, member, shown)
    operation = records.find(work.session, member, Operation, card.operation_id)
    if operation is None or operation.undone_at is not None or _speaks_of_several(card):
        return None, None
    written = reopened(work, member, operation)
    return written.customer, written.deal.id if written.deal else None


def _speaks_of_several(card: OutboxMessage) -> bool:
    """Whether the card is about several customers, so that a reply to it is about none of them for sure."""
    notice = decode(card.payload)
    return isinstance(notice, LoggedTogether) and len(notice.parts) > 1
