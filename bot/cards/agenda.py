"""A day's next steps: overdue first, then by time, each to open, tick off or move."""

from collections.abc import Sequence
from datetime import date

from bot.buttons.agenda import Done, ShowAgenda
from bot.buttons.picking import ShowPicks
from bot.buttons.steps import OpenStep
from bot.cards.deed import deed_lines, deed_rows
from bot.cards.frame import Rendered, Row, bold, button, fit, in_rows, page_row, screen
from bot.cards.held import held_lines, held_row
from bot.cards.names import called, customer, deal_and_sum, icon
from bot.cards.own_words import own_words
from bot.cards.phone import ONE_SCREEN, height
from bot.cards.steps import as_room_allows, what
from bot.cards.suggested import suggested
from bot.texts import LONGEST_VALUE, Html, Language, dates, escape, join, upper_first
from bot.texts.companies import short_name
from core.notices import Agenda, StepLine
from core.notices.purpose import Purpose
from core.terms import StepKind

PAGE = 6
"""Steps of a page, so that the numbers go on from page to page."""

MOST = 12
IN_BRIEF = 40
"""Characters of what a step is about, where six long ones share a screen."""


def agenda(notice: Agenda, words: Language) -> Rendered:
    """The day's screen, also when nothing is planned or nothing is left."""
    place = f"agenda{notice.page}"
    deed = deed_lines(notice.deed, notice.on, words)
    above = deed_rows(notice.deed, place, words)
    heading = bold(words.html("agenda-heading", day=dates.heading(notice.on, words)))
    if not notice.overdue and not notice.due:
        shown = [*deed, heading, _nothing_left(notice, words), *held_lines(notice.held, words)]
        above = [*above, held_row(notice.held, words), _turn(notice, words)]
        worth, worth_rows = suggested(notice, ONE_SCREEN - height(shown, len(above)), words)
        return screen([*shown, *worth], [*above, *worth_rows])
    steps, first = [*notice.overdue, *by_time(notice.due)], notice.page * PAGE + 1
    foot = [words.html("agenda-done", count=notice.done_today)] if notice.done_today else []
    if notice.hidden:
        foot.append(words.html("agenda-hidden", count=notice.hidden))
    foot += held_lines(notice.held, words)
    rows = in_rows(
        [tap for number, step in enumerate(steps[:MOST], first) for tap in step_taps(number, step, place)], 6
    )
    turn = _turn(notice, words)
    above_worth = [*above, *rows, *([turn] if turn else []), held_row(notice.held, words)]
    lines = _lines(
        steps, first, notice, ONE_SCREEN - height([*deed, heading, *foot], len(above_worth)), words
    )
    body = fit(lines, lambda count: words.html("more", count=count), beside=[*deed, heading, *foot])
    shown = [*deed, heading, *body, *foot]
    worth, worth_rows = suggested(notice, ONE_SCREEN - height(shown, len(above_worth)), words)
    return screen([*shown, *worth], [*above_worth, *worth_rows])


def _turn(notice: Agenda, words: Language) -> Row:
    """To the other pages, or from the morning's few steps to all of them."""
    if notice.hidden:
        return [button(words.plain("agenda-show-all"), ShowAgenda(0))]
    return page_row(notice.page, notice.pages, ShowAgenda)


def _nothing_left(notice: Agenda, words: Language) -> Html:
    if notice.done_today:
        return words.html("agenda-all-done", count=notice.done_today)
    if notice.hidden:
        return words.html("agenda-hidden", count=notice.hidden)
    return words.html("agenda-empty")


def by_time(due: Sequence[StepLine]) -> list[StepLine]:
    """Those with a time first, in order; then those that any time of the day will do for."""
    return sorted(due, key=lambda step: (step.at is None, step.at.isoformat() if step.at else ""))


def _lines(steps: Sequence[StepLine], first: int, notice: Agenda, room: float, words: Language) -> list[Html]:
    """A line a step; what each is about is shortened where they would not have room together, and left out
    of a page's last ones first.
    """
    late, lines, count = len(notice.overdue), list[Html](), len(steps)
    for whole in range(count, -1 if count <= PAGE else count - 1, -1):

        def draw(shown: Sequence[StepLine], whole: int = whole) -> list[Html]:
            drawn = [
                _line(step, place < late, notice, words)
                if place < whole
                else _in_brief(step, place < late, words)
                for place, step in enumerate(shown)
            ]
            return [Html(f"{number}. {line}") for number, line in enumerate(drawn, first)]

        lines = as_room_allows(steps, draw, room)
        if height(lines) <= room:
            break
    return lines


def _line(step: StepLine, is_late: bool, notice: Agenda, words: Language) -> Html:
    return overdue(step, notice.on, words) if is_late else due(step, words)


def _in_brief(step: StepLine, is_late: bool, words: Language) -> Html:
    return Html(f"❗ {brief(step, words)}") if is_late else brief(step, words)


def step_taps(number: int, step: StepLine, place: str) -> Row:
    """To open the step of that number, to tick it off, and to give it another day."""
    move = Purpose("move", str(step.id), place=place)
    return [
        button(str(number), OpenStep(step.id, place)),
        button(f"✓ {number}", Done(step.id, place)),
        button(f"⏩ {number}", ShowPicks(str(move))),
    ]


def brief(step: StepLine, words: Language) -> Html:
    """ "10:00 📞 Jonas Kairelis, „Statyba“": a step among many; what it is, where the icon does not tell."""
    named = customer(step.person, step.company, words)
    if not named or step.kind is StepKind.TASK or step.by_customer:
        said = escape(what(step, words) if named else upper_first(what(step, words)), IN_BRIEF)
        named = join(" – ", [part for part in (named, said) if part])
    start = f"{dates.clock(step.at, words)} " if step.at else ""
    return Html(f"{start}{icon(step.kind)} {_whose(step, named, words)}")


def overdue(step: StepLine, today: date, words: Language) -> Html:
    """ "❗ 📄 Jonas Kairelis, „Statyba“ – nori pasiūlymo, planuota vakar"."""
    planned_on = step.on or step.remind_on
    about = [_what(step, words) or escape(_noun(step, words))]
    if planned_on:
        when = dates.by(planned_on, today, words)
        about.append(words.html("agenda-planned", gender=_gender(step), when=when))
    return Html(f"❗ {icon(step.kind)} {_about(step, join(', ', about), words)}")


def due(step: StepLine, words: Language, longest: int = LONGEST_VALUE) -> Html:
    """ "10:00 📞 Jonas Kairelis, „Statyba“ – dėl pasiūlymo"."""
    start = f"{dates.clock(step.at, words)} " if step.at else ""
    return Html(f"{start}{icon(step.kind)} {_about(step, _what(step, words, longest), words)}")


def _about(step: StepLine, said: Html, words: Language) -> Html:
    named = customer(step.person, step.company, words)
    about = join(" – ", [part for part in (named, said) if part])
    about = about if named else Html(upper_first(said or escape(what(step, words))))
    return _whose(step, about, words)


def _whose(step: StepLine, about: Html, words: Language) -> Html:
    return words.html("agenda-for", about=about, name=called(step.owner)) if step.owner else about


def _what(step: StepLine, words: Language, longest: int = LONGEST_VALUE) -> Html:
    """What it is about beyond its icon: its own words, what we wait for, or the deal."""
    if step.by_customer:
        return escape(what(step, words), longest)
    said = own_words(step)
    return escape(said, longest) if said else deal_and_sum(step.deal, None, words)


def _noun(step: StepLine, words: Language) -> str:
    return words.plain("step-noun", kind=step.kind.value)


def _gender(step: StepLine) -> str:
    """What "planned" agrees with: the noun that stands before it, else nothing."""
    if step.by_customer:
        return "customer"
    return "none" if own_words(step) or step.deal else step.kind.value


def who(step: StepLine, words: Language) -> str:
    """Who it is about, else what it is: for a button."""
    named = short_name(step.company, words) if step.company else upper_first(what(step, words))
    return step.person or named
