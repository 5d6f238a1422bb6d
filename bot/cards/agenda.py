"""A day's next steps: overdue first, then by time, each with a tick."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton

from bot.buttons.agenda import Done
from bot.cards.frame import HALF_LABEL, Rendered, bold, button, fit, in_rows, screen
from bot.cards.names import customer, deal_and_sum, icon
from bot.cards.own_words import own_words
from bot.cards.steps import what
from bot.texts import Html, Language, dates, escape, join, upper_first
from bot.texts.companies import short_name
from core.notices import Agenda, StepLine
from core.terms import StepKind

MOST_TICKS = 6


def agenda(notice: Agenda, words: Language) -> Rendered:
    """The day's screen, also when nothing is planned or nothing is left."""
    heading = bold(words.html("agenda-heading", day=dates.heading(notice.on, words)))
    if not notice.overdue and not notice.due and not notice.hidden:
        return screen([heading, _nothing_left(notice, words)])
    lines = [_overdue(step, notice, words) for step in notice.overdue]
    lines += [_due(step, words) for step in _by_time(notice.due)]
    foot = [words.html("agenda-done", count=notice.done_today)] if notice.done_today else []
    body = fit(
        lines, lambda count: words.html("more", count=count), hidden=notice.hidden, beside=[heading, *foot]
    )
    return screen([heading, *body, *foot], in_rows(_ticks(notice, words)))


def _nothing_left(notice: Agenda, words: Language) -> Html:
    if notice.done_today:
        return words.html("agenda-all-done", count=notice.done_today)
    return words.html("agenda-empty")


def _by_time(due: Sequence[StepLine]) -> list[StepLine]:
    """Those with a time first, in order; then those that any time of the day will do for."""
    return sorted(due, key=lambda step: (step.at is None, step.at.isoformat() if step.at else ""))


def _overdue(step: StepLine, notice: Agenda, words: Language) -> Html:
    """ "❗ 📄 Jonas Kairelis, „Statyba“ – nori pasiūlymo, planuota vakar"."""
    planned_on = step.on or step.remind_on
    about = [_what(step, words) or escape(_noun(step, words))]
    if planned_on:
        when = dates.by(planned_on, notice.on, words)
        about.append(words.html("agenda-planned", gender=_gender(step), when=when))
    return Html(f"❗ {icon(step.kind)} {_about(step, join(', ', about), words)}")


def _due(step: StepLine, words: Language) -> Html:
    """ "10:00 📞 Jonas Kairelis, „Statyba“ – dėl pasiūlymo"."""
    start = f"{dates.clock(step.at, words)} " if step.at else ""
    return Html(f"{start}{icon(step.kind)} {_about(step, _what(step, words), words)}")


def _about(step: StepLine, said: Html, words: Language) -> Html:
    who = customer(step.person, step.company, words)
    if not who:
        return Html(upper_first(said or escape(what(step, words))))
    return join(" – ", [part for part in (who, said) if part])


def _what(step: StepLine, words: Language) -> Html:
    """What it is about beyond its icon: its own words, what we wait for, or the deal."""
    if step.by_customer:
        return escape(what(step, words))
    said = own_words(step)
    return escape(said) if said else deal_and_sum(step.deal, None, words)


def _noun(step: StepLine, words: Language) -> str:
    return words.plain("step-noun", kind=step.kind.value)


def _gender(step: StepLine) -> str:
    """What "planned" agrees with: the noun that stands before it, else nothing."""
    if step.by_customer:
        return "customer"
    return "none" if own_words(step) or step.deal else step.kind.value


def _ticks(notice: Agenda, words: Language) -> list[InlineKeyboardButton]:
    steps = [*notice.overdue, *_by_time(notice.due)][:MOST_TICKS]
    return [button(_tick_label(step, words), Done(step.id, "agenda"), HALF_LABEL) for step in steps]


def _tick_label(step: StepLine, words: Language) -> str:
    who = step.person or (short_name(step.company, words) if step.company else what(step, words))
    return f"✓ {who}" if step.kind is StepKind.TASK else f"✓ {icon(step.kind)} {who}"
