"""Asking for a value in the person's own words, and knowing when the next message is the answer."""

from core.actions.work import Work
from core.model import Member, OutboxMessage
from core.notices import AskInWords, decode
from core.storage import records
from core.storage.ledger import put


def ask_in_words(
    work: Work, by: Member, chat_id: int, ask: AskInWords, *, operation_id: int | None = None
) -> None:
    """Posts the request; the member's next message may answer it even if it does not reply to it."""
    letter_id = work.post(chat_id, ask, to=by, operation_id=operation_id)
    put(work.session, by, {"asked_id": letter_id})


def open_ask(work: Work, by: Member) -> AskInWords | None:
    """What the member was asked for last and has not answered."""
    letter = records.by_id(work.session, OutboxMessage, by.asked_id)
    notice = decode(letter.payload) if letter is not None else None
    return notice if isinstance(notice, AskInWords) else None


def forget_ask(work: Work, by: Member) -> None:
    """The member has answered, or gone on to something else."""
    if by.asked_id is not None:
        put(work.session, by, {"asked_id": None})
