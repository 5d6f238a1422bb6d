"""The coming seven days: what is planned for each."""

from collections.abc import Sequence
from itertools import groupby

from bot.buttons.agenda import ShowAgenda
from bot.buttons.picking import Nothing
from bot.buttons.steps import OpenStep
from bot.cards.agenda import brief, by_time
from bot.cards.deed import deed_lines, deed_rows
from bot.cards.frame import Rendered, bold, button, fit, in_rows, screen
from bot.cards.phone import ONE_SCREEN, ROW, height
from bot.cards.steps import as_room_allows
from bot.texts import Html, Language, dates
from core.notices import StepLine, Week

MOST_NUMBERS = (20, 12, 6)
"""Steps at most; fewer where so many have no room, however short."""

IN_A_ROW = 6


def week(notice: Week, words: Language) -> Rendered:
    """The days that have something, in order; the numbers open the steps."""
    deed = deed_lines(notice.deed, notice.first, words)
    above = deed_rows(notice.deed, "week", words)
    today = button(words.plain("week-today"), ShowAgenda(0))
    if not notice.steps:
        return screen([*deed, words.html("week-empty")], [*above, [today]])
    heading = words.html("week-heading")
    steps, lines = _fitting(notice, height([*deed, heading], len(above) + 1), words)
    hidden = notice.hidden + len(notice.steps) - len(steps)
    body = fit(lines, lambda count: words.html("more", count=count), hidden=hidden, beside=[*deed, heading])
    numbers = [button(str(number), OpenStep(step.id, "week")) for number, step in enumerate(steps, 1)]
    if len(numbers) > IN_A_ROW:
        numbers += [button("·", Nothing())] * (-len(numbers) % IN_A_ROW)
    return screen([*deed, bold(heading), *body], [*above, *in_rows(numbers, IN_A_ROW), [today]])


def _fitting(notice: Week, beside: float, words: Language) -> tuple[list[StepLine], list[Html]]:
    """The steps and their lines, as many as share a screen with what is `beside`, and at least a few."""
    for most in MOST_NUMBERS:
        steps = notice.steps[:most]
        room = ONE_SCREEN - beside + ROW * (-len(steps) // IN_A_ROW)
        lines = as_room_allows(steps, lambda shown: _days(shown, notice, words), room)
        if height(lines) <= room:
            break
    return steps, lines


def _days(steps: Sequence[StepLine], notice: Week, words: Language) -> list[Html]:
    lines: list[Html] = []
    number = 0
    for day, of_day in groupby(steps, key=lambda step: step.remind_on or notice.first):
        lines.append(bold(Html(dates.named(day, notice.first, words))))
        for step in by_time(list(of_day)):
            number += 1
            lines.append(Html(f"{number}. {brief(step, words)}"))
    return lines
