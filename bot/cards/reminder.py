"""Reminders: the next steps whose time has come, and what can be done about each at a tap."""

from datetime import datetime, time

from bot.buttons.agenda import Done
from bot.buttons.capture import LogAbout
from bot.buttons.find import BriefPage
from bot.buttons.picking import PickMoment, ShowPicks
from bot.buttons.steps import InAnHour
from bot.cards.agenda import IN_BRIEF, due, step_taps
from bot.cards.brief import brief_entries
from bot.cards.frame import HALF_LABEL, THIRD_LABEL, Rendered, Row, bold, button, fit, in_rows, screen
from bot.cards.names import called
from bot.cards.phone import LONGEST_NUMBER, ONE_SCREEN, first_screen, height
from bot.texts import Html, Language, dates, escape, upper_first
from core.notices import Reminder, StepLine
from core.notices.purpose import Purpose

MOST = 12
"""Steps of one message that have buttons of their own."""

PLACE = "agenda0"
"""Where a tap on one of several leads: to the agenda, on which the others are."""


def reminder(notice: Reminder, words: Language) -> Rendered:
    """One step with all that can be done about it, or several with the buttons of an agenda."""
    return _single(notice, words) if len(notice.steps) == 1 else _several(notice, words)


def _single(notice: Reminder, words: Language) -> Rendered:
    step = notice.steps[0]
    lines = [Html(f"🔔 {bold(_due(step, notice, words))}")]
    if step.deal and step.text:
        lines.append(Html(f"💼 {called(step.deal)}"))
    entries = brief_entries(notice.brief, words) if notice.brief is not None else []
    number = Html(f"☎️ {escape(notice.phone, LONGEST_NUMBER)}") if notice.phone else None
    if number and number not in {entry.line for entry in entries}:
        lines.append(number)
    rows = _actions(step, notice, words)
    if notice.brief is not None:
        room = ONE_SCREEN - height(lines, len(rows) + 1) - 1
        shown, more = first_screen(entries, room)
        lines += [Html(""), *(entry.line for entry in shown)]
        if more:
            says = BriefPage(notice.brief.company.id, 0)
            rows.append([button(words.plain("reminder-brief"), says)])
    return screen(lines, rows)


def _several(notice: Reminder, words: Language) -> Rendered:
    numbered = list(enumerate(notice.steps, start=1))
    heading = bold(words.html("reminder-several"))
    lines = [Html(f"{number}. {_due(step, notice, words)}") for number, step in numbered]
    body = fit(lines, lambda count: words.html("more", count=count), beside=[heading])
    taps = [tap for number, step in numbered[:MOST] for tap in step_taps(number, step, PLACE)]
    return screen([Html(f"🔔 {heading}"), *body], in_rows(taps, 6))


def _due(step: StepLine, notice: Reminder, words: Language) -> Html:
    """As on the agenda; a day that is not the reader's today is said."""
    said = due(step, words, IN_BRIEF)
    if step.on is None or step.on == notice.today:
        return said
    return Html(f"{escape(upper_first(dates.soon(step.on, notice.today, words)))} {said}")


def _actions(step: StepLine, notice: Reminder, words: Language) -> list[Row]:
    """Done and Log; an hour later, tomorrow, another day."""
    done = "button-received" if step.by_customer else "button-done"
    first = [button(words.plain(done), Done(step.id, ""), HALF_LABEL)]
    ids = (step.deal_id or 0, step.company_id or 0, step.person_id or 0)
    if any(ids):
        first.append(button(words.plain("reminder-log"), LogAbout(*ids), HALF_LABEL))
    purpose = str(Purpose("move", str(step.id)))
    moment = datetime.combine(notice.tomorrow, step.at or time(9)).strftime("%Y%m%dT%H%M")
    tomorrow = upper_first(dates.soon(notice.tomorrow, notice.today, words))
    return [
        first,
        [
            button(words.plain("reminder-hour"), InAnHour(step.id, ""), THIRD_LABEL),
            button(tomorrow, PickMoment(moment, purpose), THIRD_LABEL),
            button(words.plain("reminder-other"), ShowPicks(purpose), THIRD_LABEL),
        ],
    ]
