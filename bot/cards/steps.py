"""Next steps as lines of a card, and the buttons that tick them off."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from bot.buttons.agenda import Done
from bot.cards.frame import Row, button
from bot.cards.names import icon, with_initials
from bot.cards.own_words import own_words
from bot.cards.phone import height
from bot.texts import Html, Language, dates, escape, join, shorten, upper_first
from core.notices import StepLine
from core.terms import StepKind

MOST_BUTTONS = 2
SHORTER = (40, 24, 14)
"""Characters of a name, or of what a step is about, where long ones share a screen."""

TICKED_OFF = (StepKind.PROPOSAL, StepKind.EMAIL, StepKind.MESSAGE, StepKind.TASK)
"""Kinds that are ticked off by hand, likeliest first; a call or visit is done by logging it."""


def card_line(step: StepLine, today: date, words: Language) -> Html:
    """ "📞 Perskambinti penktadienį, lapkričio 27 d., 10:00"."""
    line = _with_time(step, upper_first(what(step, words)), today, words)
    if step.free_day:
        line = join(" ", [line, words.html("step-free-day", day=step.free_day)])
    return Html(f"{icon(step.kind)} {line}")


def open_line(step: StepLine, today: date, words: Language) -> Html:
    """The line of a step that is to be done; a mark before it where its day has passed."""
    day = step.on or step.remind_on
    line = card_line(step, today, words)
    return Html(f"❗ {line}") if day is not None and day < today else line


def over_line(step: StepLine, words: Language) -> Html:
    """The same of a step that is over, whose day no longer matters: "📞 Perskambinti"."""
    return Html(f"{icon(step.kind)} {escape(upper_first(what(step, words)))}")


def as_room_allows(
    steps: Sequence[StepLine], draw: Callable[[Sequence[StepLine]], list[Html]], room: float
) -> list[Html]:
    """The lines of the steps, their names and words shortened as far as it takes to have room together."""
    lines = draw(steps)
    for longest in SHORTER:
        if height(lines) <= room:
            break
        lines = draw([_in_brief(step, longest) for step in steps])
    return lines


def _person_in_brief(name: str, longest: int) -> str:
    """A name with an initial where it is longer, so that it stays one."""
    if len(name) <= longest:
        return name
    return next((each for each in with_initials(name) if len(each) <= longest), name)


def _in_brief(step: StepLine, longest: int) -> StepLine:
    words = (_person_in_brief(step.person or "", longest), step.company, step.deal, step.text)
    person, company, deal, text = (each and shorten(each, longest) for each in words)
    return msgspec.structs.replace(step, person=person, company=company, deal=deal, text=text or "")


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
