"""Answers in the person's own words to what the bot asked for, by what the answer is for."""

from collections.abc import Callable

from bot.handlers import capture
from core.actions import (
    beginning,
    comments,
    correct,
    customer_life,
    deal_life,
    deal_words,
    find,
    how_it_went,
    practice,
    where_now,
    whom,
)
from core.actions.again import show_again
from core.actions.asking import STEP, Request, close
from core.actions.work import Source, Work
from core.model import Member
from core.notices import AskInWords

Answer = Callable[[Work, Member, AskInWords, str, Source], None]
"""Takes the words for what was asked. Raises NotUnderstood where they say nothing of it."""


def take(work: Work, member: Member, request: Request, text: str, source: Source) -> None:
    """Gives the words to whoever asked for them; the screen that asked shows what became of it.

    Raises NotUnderstood and what that use case raises.
    """
    ask, card_id = request.ask, request.card_id
    apart = ask.about in TOLD_APART
    with work.in_place_of(None if apart else card_id):
        ANSWERS[ask.about](work, member, ask, text, source)
    if apart and card_id is not None:
        show_again(work, member, source.chat_id, card_id)
    close(work, member, source.chat_id, request)


def _operation(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    correct.answer_in_words(work, member, ask.record_id, ask.field, text, source)


def _step(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    how_it_went.in_words(work, member, ask.record_id, text, source)


def _life(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    deal_life.answer(work, member, ask, text, source)


def _employer(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    customer_life.answer_employer(work, member, ask.record_id, text, source)


def _order(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    customer_life.answer_order(work, member, ask.record_id, text, source)


def _practice(work: Work, member: Member, _ask: AskInWords, text: str, source: Source) -> None:
    practice.answer(work, member, text, source)


def _find(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    find.show(work, member, text, source.chat_id, brief=ask.field == find.BRIEF)


def _deal(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    deal_words.set_value(work, member, ask, text, source.chat_id)


def _new(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    beginning.take_words(work, member, ask, text, source.chat_id)


def _lost_to(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    deal_words.set_competitor(work, member, ask, text, source.chat_id)


def _where_now(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    where_now.say_in_words(work, member, ask, text, source.chat_id)


def _comment(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    comments.say(work, member, ask, text, source.chat_id)


def _reply(work: Work, member: Member, ask: AskInWords, text: str, source: Source) -> None:
    comments.answer(work, member, ask.record_id, text, source.chat_id)


ANSWERS: dict[str, Answer] = {
    "operation": _operation,
    STEP: _step,
    find.ABOUT: _find,
    practice.ABOUT: _practice,
    whom.ABOUT: capture.in_words,
    deal_life.ABOUT: _life,
    deal_words.DEAL: _deal,
    deal_words.LOST_TO: _lost_to,
    customer_life.EMPLOYER: _employer,
    customer_life.ORDER: _order,
    beginning.ABOUT: _new,
    where_now.ABOUT: _where_now,
    comments.COMMENT: _comment,
    comments.REPLY: _reply,
}

TOLD_APART = frozenset(
    {
        *(STEP, practice.ABOUT, find.ABOUT, customer_life.EMPLOYER, customer_life.ORDER),
        *(comments.COMMENT, comments.REPLY),
    }
)
"""What is answered by a card of its own; the screen that asked stays, and is shown as it is now."""

TAKE_REPORTS = frozenset({STEP, practice.ABOUT})
"""What may be answered by a message that is a report by itself, as long as it names nobody else."""

TAKE_NAMES = frozenset({whom.ABOUT, beginning.ABOUT})
"""What is answered by a name, which read by itself would be a note about that customer."""

BY_THE_WAY = frozenset({STEP, practice.ABOUT})
"""What is asked for only in passing: even a reply may be meant otherwise."""
