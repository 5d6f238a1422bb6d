"""Asking for a value in the person's own words, and knowing when the next message is the answer."""

from dataclasses import dataclass

import msgspec

from core.actions.work import Work
from core.model import Member, OutboxMessage
from core.notices import Answered, AskInWords, Deed, Notice, decode
from core.storage import records
from core.storage.ledger import put

STEP = "step"
"""What is asked about a step that was ticked off: how it went."""


@dataclass(frozen=True, slots=True)
class Request:
    """Something that the bot has asked for. `card_id`: the message with the screen that it is asked on, or
    for; `question_id`: the one that does no more than ask."""

    ask: AskInWords
    card_id: int | None = None
    question_id: int | None = None


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

    `ask`: an AskInWords, or a screen that has one as its field `ask`. Another question that waited goes away.
    """
    waiting = open_request(work, by)
    if waiting is not None:
        close(work, by, chat_id, waiting)
    if isinstance(ask, AskInWords) and edits is None:
        ask = msgspec.structs.replace(ask, card_id=work.tapped_id)
    letter_id = work.post(chat_id, ask, to=by, operation_id=operation_id, edits=edits)
    put(work.session, by, {"asked_id": letter_id})


def open_request(work: Work, by: Member) -> Request | None:
    """What the member was asked for last and has not answered."""
    letter = records.by_id(work.session, OutboxMessage, by.asked_id)
    return request_in(letter) if letter is not None else None


def request_in(letter: OutboxMessage) -> Request | None:
    """What a letter asks to be told in words: all of it, or what was just done on its screen."""
    notice = decode(letter.payload)
    place = letter.edits_message_id or letter.message_id
    if not isinstance(notice, AskInWords):
        asked = _asked_beside(notice)
        return Request(asked, card_id=place) if asked is not None else None
    if letter.edits_message_id is not None:
        return Request(notice, card_id=place)
    return Request(notice, card_id=notice.card_id, question_id=place)


def close(work: Work, by: Member, chat_id: int, request: Request) -> None:
    """Takes the question away once it is answered."""
    if request.question_id is not None:
        work.post(chat_id, Answered(), to=by, edits=request.question_id)


def _asked_beside(notice: Notice) -> AskInWords | None:
    deed = getattr(notice, "deed", None)
    if isinstance(deed, Deed) and deed.asks:
        return AskInWords(about=STEP, record_id=deed.operation_id, field=STEP)
    ask = getattr(notice, "ask", None)
    return ask if isinstance(ask, AskInWords) else None


def forget_ask(work: Work, by: Member) -> None:
    """The member has answered, or gone on to something else."""
    if by.asked_id is not None:
        put(work.session, by, {"asked_id": None})
