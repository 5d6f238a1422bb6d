"""What has just been done, on top of the screen it was done on, with its Undo and what comes next."""

from datetime import date

from telegram import InlineKeyboardButton

from bot.buttons.logged import Undo
from bot.buttons.picking import ShowPicks
from bot.buttons.steps import HowItWent, PlanStep
from bot.cards.frame import HALF_LABEL, Row, button
from bot.cards.names import called, customer, icon
from bot.cards.steps import done_label, what
from bot.texts import Html, Language, dates, escape, join, upper_first
from bot.texts.companies import short_name
from core.notices import Deed, StepLine
from core.notices.purpose import Purpose


def deed_lines(deed: Deed | None, today: date, words: Language) -> list[Html]:
    """What was done, what it asks, and a gap under it; nothing where nothing was done."""
    if deed is None:
        return []
    lines = [_said(deed, today, words)]
    if deed.asks:
        lines.append(words.html("deed-asks"))
    return [*lines, Html("")]


def deed_rows(deed: Deed | None, place: str, words: Language) -> list[Row]:
    """The answers to how it went, or what may come next, and Undo."""
    if deed is None:
        return []
    undo = button(words.plain("button-undo"), Undo(deed.operation_id), HALF_LABEL)
    if deed.asks and deed.step:
        return [_answers(deed.operation_id, deed.step, place, words), [_later(deed, place, words), undo]]
    return [[*_next(deed, place, words), undo]]


def _said(deed: Deed, today: date, words: Language) -> Html:
    values = {"about": _about(deed, words), "when": _when(deed, today, words)}
    values |= {"rival": short_name(deed.rival, words)} if deed.rival else {}
    said = words.html("deed", what=deed.what, **values)
    free = deed.step.free_day if deed.step and deed.what in ("moved", "planned") else None
    return join(" ", [said, words.html("step-free-day", day=free)]) if free else said


def _about(deed: Deed, words: Language) -> Html:
    """ "Pasiūlymas išsiųstas – Jonas Kairelis, „Statyba“"; the deal's name where it was done to a deal."""
    step = deed.step
    if step is None:
        return called(deed.deal) if deed.deal else customer(None, deed.company, words)
    who = customer(step.person, step.company, words)
    return join(" – ", [part for part in (escape(_named(deed.what, step, words)), who) if part])


def _named(did: str, step: StepLine, words: Language) -> str:
    """What was done by its noun where it is a contact now, as a line of the agenda where it is a plan."""
    if did == "done":
        return done_label(step, words)
    noun = words.plain("step-noun", kind=step.kind.value)
    if did == "logged":
        return noun
    if did == "no-answer":
        return upper_first(f"{noun}, {words.plain('no-answer', kind=step.kind.value)}")
    return f"{icon(step.kind)} {upper_first(what(step, words))}"


def _when(deed: Deed, today: date, words: Language) -> str:
    step, on = deed.step, deed.on
    if step is not None and step.on is not None:
        return dates.when(step.on, step.at, today, words)
    if on is None:
        return ""
    return dates.short(on, today, words) if deed.what == "where-nobody" else dates.by(on, today, words)


def _answers(operation_id: int, step: StepLine, place: str, words: Language) -> Row:
    missed = upper_first(words.plain("no-answer", kind=step.kind.value))
    return [
        button(words.plain("went-well"), HowItWent(operation_id, "well", place), HALF_LABEL),
        button(missed, HowItWent(operation_id, "no-answer", place), HALF_LABEL),
    ]


def _later(deed: Deed, place: str, words: Language) -> InlineKeyboardButton:
    says = HowItWent(deed.operation_id, "postponed", place)
    return button(words.plain("went-postponed"), says, HALF_LABEL)


def _next(deed: Deed, place: str, words: Language) -> Row:
    """After a contact its next step; after a day that we chose, another day."""
    step = deed.step
    if step is None:
        return []
    if deed.what == "logged":
        ids = (step.deal_id or 0, step.company_id or 0, step.person_id or 0)
        return [button(words.plain("plan-step"), PlanStep(*ids), HALF_LABEL)] if any(ids) else []
    if deed.what == "no-answer":
        purpose = Purpose("move", str(step.id), place=place)
        return [button(words.plain("button-other-day"), ShowPicks(str(purpose)), HALF_LABEL)]
    return []
