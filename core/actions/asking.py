"""Asking for a value in the person's own words, and knowing when the next message is the answer."""

from core.actions.work import Work
from core.model import Member, OutboxMessage
from core.notices import AskInWords, Deed, Notice, decode
from core.storage import records
from core.storage.ledger import put

STEP = "step"
"""What is asked about a step that was ticked off: how it went."""


def ask_in_words(
    work: Work,
    by: Member,
    chat_id: int,
    ask: Notice,
    *,
    operation_id: int | None = None,
    edits: int | None = None,
) -> None:
    """Posts the request; the member's next message may answer it even if it does not reply to it.

    `ask`: an AskInWords, or a screen that has one as its field `ask`.
    """
    letter_id = work.post(chat_id, ask, to=by, operation_id=operation_id, edits=edits)
    put(work.session, by, {"asked_id": letter_id})


def open_ask(work: Work, by: Member) -> AskInWords | None:
    """What the member was asked for last and has not answered."""
    letter = records.by_id(work.session, OutboxMessage, by.asked_id)
    return asked_in(decode(letter.payload)) if letter is not None else None


def asked_in(notice: Notice) -> AskInWords | None:
    """What a screen asks to be told in words: all of it, or what was just done on it."""
    if isinstance(notice, AskInWords):
        return notice
    deed = getattr(notice, "deed", None)
    if isinstance(deed, Deed) and deed.asks:
        return AskInWords(about=STEP, record_id=deed.operation_id, field=STEP)
    ask = getattr(notice, "ask", None)
    return ask if isinstance(ask, AskInWords) else None


def forget_ask(work: Work, by: Member) -> None:
    """The member has answered, or gone on to something else."""
    if by.asked_id is not None:
        put(work.session, by, {"asked_id": None})
