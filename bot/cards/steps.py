"""Next steps as lines of a card, and the buttons that tick them off."""

from collections.abc import Sequence
from datetime import date

from bot.buttons.agenda import Done
from bot.cards.frame import Row, button
from bot.cards.names import icon
from bot.cards.own_words import own_words
from bot.texts import Html, Language, dates, escape, join, upper_first
from core.notices import StepLine
from core.terms import StepKind

MOST_BUTTONS = 2
TICKED_OFF = (StepKind.PROPOSAL, StepKind.EMAIL, StepKind.MESSAGE, StepKind.TASK)
"""Kinds that are ticked off by hand, likeliest first; a call or visit is done by logging it."""


def card_line(step: StepLine, today: date, words: Language) -> Html:
    """ "📞 Perskambinti penktadienį, lapkričio 27 d., 10:00"."""
    line = _with_time(step, upper_first(what(step, words)), today, words)
    if step.free_day:
        line = join(" ", [line, words.html("step-free-day", day=step.free_day)])
    return Html(f"{icon(step.kind)} {line}")


def over_line(step: StepLine, words: Language) -> Html:
    """The same of a step that is over, whose day no longer matters: "📞 Perskambinti"."""
    return Html(f"{icon(step.kind)} {escape(upper_first(what(step, words)))}")


def what(step: StepLine, words: Language) -> str:
    """What is to be done, in its own words where there are any; what the customer owes as awaited."""
    if step.reason:
        return words.plain("step-reason", reason=step.reason.value)
    said = own_words(step)
    if not step.by_customer:
        return said or words.plain("step", kind=step.kind.value)
    if said:
        return words.plain("step-awaited-words", words=said)
    return words.plain("step-awaited", kind=step.kind.value)


def _with_time(step: StepLine, said: str, today: date, words: Language) -> Html:
    if step.on:
        when = dates.when(step.on, step.at, today, words)
        return words.html("step-dated", what=said, when=when)
    if step.remind_on:
        is_over = "yes" if step.remind_on < today else "no"
        when = dates.soon(step.remind_on, today, words)
        return words.html("step-reminded", what=said, when=when, over=is_over)
    return escape(said)


def tick_rows(steps: Sequence[StepLine], words: Language, place: str = "card") -> list[Row]:
    """A row for each of the promises that are likeliest to be ticked off on the card, or another place."""
    ours = [step for step in steps if step.kind in TICKED_OFF and not step.by_customer and not step.reason]
    likeliest = sorted(ours, key=lambda step: TICKED_OFF.index(step.kind))[:MOST_BUTTONS]
    return [[button(done_label(step, words), Done(step.id, place))] for step in likeliest]


def done_label(step: StepLine, words: Language) -> str:
    """ "Pasiūlymas išsiųstas"; of what a customer owed "Gauta: pažadėjo atsiųsti brėžinius"."""
    if step.by_customer:
        noun = words.plain("step-noun", kind=step.kind.value)
        return words.plain("step-received", what=own_words(step) or noun)
    return words.plain("step-done", kind=step.kind.value, what=what(step, words))
