"""Promises: what we owe customers, or what they owe us, the soonest first."""

from collections.abc import Sequence

from bot.buttons.agenda import ShowPromises
from bot.buttons.steps import OpenStep
from bot.cards.agenda import who
from bot.cards.deed import deed_lines, deed_rows
from bot.cards.frame import HALF_LABEL, Rendered, Row, bold, button, fit, in_rows, page_row, screen
from bot.cards.names import customer, with_initials
from bot.cards.phone import ONE_SCREEN, height
from bot.cards.steps import as_room_allows, open_line
from bot.texts import Html, Language, join
from core.notices import Promises, StepLine

PAGE = 6
MOST_LINES = 12
SIDES = ("ours", "theirs")


def promises(notice: Promises, words: Language) -> Rendered:
    """The page; its promises are numbered as their buttons are, and the other side is a tap away."""
    place = f"{notice.side}{notice.page}"
    deed = deed_lines(notice.deed, notice.today, words)
    count = notice.counts.get(notice.side, 0)
    heading = bold(words.html("promises-heading", side=notice.side, count=count))
    above = deed_rows(notice.deed, place, words)
    if not notice.steps:
        lines = [*deed, heading, words.html("promises-none", side=notice.side)]
        return screen(lines, [*above, _sides(notice, words)])
    steps, first = notice.steps[:MOST_LINES], notice.page * PAGE + 1

    def draw(shown: Sequence[StepLine]) -> list[Html]:
        return [_line(number, step, notice, words) for number, step in enumerate(shown, first)]

    rows = len(above) + (len(steps) + 1) // 2 + (notice.pages > 1) + 1
    lines = as_room_allows(steps, draw, ONE_SCREEN - height([*deed, heading], rows))
    body = fit(lines, lambda more: words.html("more", count=more), beside=[*deed, heading])
    buttons = [
        button(
            f"{number}. {who(step, words)}",
            OpenStep(step.id, place),
            HALF_LABEL,
            shorter=[*with_initials(step.person or "", f"{number}. "), str(number)],
        )
        for number, step in enumerate(steps, first)
    ]
    pages = page_row(notice.page, notice.pages, lambda page: ShowPromises(notice.side, page))
    return screen([*deed, heading, *body], [*above, *in_rows(buttons), pages, _sides(notice, words)])


def _line(number: int, step: StepLine, notice: Promises, words: Language) -> Html:
    """ "1. ❗ 📄 Išsiųsti pasiūlymą vakar – Jonas Kairelis, „Statyba“"."""
    named = customer(step.person, step.company, words)
    said = join(" – ", [part for part in (open_line(step, notice.today, words), named) if part])
    return Html(f"{number}. {said}")


def _sides(notice: Promises, words: Language) -> Row:
    return [
        button(
            words.plain("promises-side", side=side, count=notice.counts.get(side, 0)),
            ShowPromises(side, 0),
        )
        for side in SIDES
        if side != notice.side
    ]
