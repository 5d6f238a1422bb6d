"""A phone's screen: how much of it a card takes, and long cards cut into several, the needed first."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from textwrap import wrap

from telegram import InlineKeyboardButton

from bot.buttons.packing import Button
from bot.cards.frame import HALF_LABEL, Rendered, bold, button, in_rows, screen
from bot.texts import Html, Language, escape, join
from bot.texts.unbroken import unbroken

ONE_SCREEN = 30.3
"""Lines of text that a phone of 390 x 844 shows at once, its own bars apart."""

ROW = 2.05
"""Lines that a row of buttons takes."""

LINE = 36
"""Letters of a line, of a wide typeface."""

LONGEST_NUMBER = 40

_MARKUP = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a card, and the button to what it tells of; a heading (`heads`) stays with the next line."""

    line: Html
    tap: InlineKeyboardButton | None = None
    heads: bool = False


def height(lines: Sequence[Html], rows: int = 0) -> float:
    """How many lines of a screen these and so many rows of buttons take, about."""
    parts = unescape(_MARKUP.sub("", unbroken("\n".join(lines)))).split("\n") if lines else []
    return sum(max(1, len(wrap(part, LINE))) for part in parts) + ROW * rows


def with_number(parts: Sequence[Html], number: str | None) -> Html:
    """A person and their number, "👤 Jonas Kairelis, +370 612 34567": below, where a line would part it.

    The number is as it was given, so that the phone knows it for one and calls it.
    """
    said = Html("👤 " + join(", ", parts))
    if not number:
        return said
    shown = escape(number, LONGEST_NUMBER)
    beside = join(", ", [said, shown])
    return beside if height([beside]) == height([said]) == 1 else Html(f"{said}\n☎️ {shown}")


def screens(entries: Sequence[Entry], room: float) -> list[list[Entry]]:
    """The entries on screens with so much room each, in their order; at least one. A heading is repeated."""
    found: list[list[Entry]] = [[]]
    used, heading = 0.0, None
    for index, entry in enumerate(entries):
        heading = entry if entry.heads else heading
        together = entries[index : index + 1 + entry.heads]
        if found[-1] and used + sum(map(_height, together)) > room:
            again = [heading] if heading and heading is not entry else []
            found.append([*again])
            used = sum(map(_height, again))
        found[-1].append(entry)
        used += _height(entry)
    return found


def first_screen(entries: Sequence[Entry], room: float) -> tuple[list[Entry], int]:
    """What of the entries one screen shows, and how many are left out."""
    first, *others = screens(entries, room)
    if not others:
        return first, 0
    first, *others = screens(entries, room - 1)  # the line that counts them
    return first, sum(not entry.heads for screen in others for entry in screen)


def lines_of(entries: Iterable[Entry]) -> list[Html]:
    """The entries as lines, with a gap above each heading."""
    return [line for entry in entries for line in ((Html(""), entry.line) if entry.heads else (entry.line,))]


def paged(
    head: list[Html],
    entries: list[Entry],
    actions: list[InlineKeyboardButton],
    page: int,
    turn_to: Callable[[int], Button],
    words: Language,
) -> Rendered:
    """A screen of a long card: its head, the entries that fit, what they open; actions on the first alone."""
    room = ONE_SCREEN - height(head, len(in_rows(actions)) + 1) - ROW / 2  # half a row may stay empty
    pages = screens(entries, room)
    page = min(max(page, 0), len(pages) - 1)
    back = [button(words.plain("button-back"), turn_to(page - 1), HALF_LABEL)] if page else []
    further = page + 1 < len(pages)
    more = [button(words.plain("deal-more"), turn_to(page + 1), HALF_LABEL)] if further else []
    taps = in_rows([entry.tap for entry in pages[page] if entry.tap])
    ways = in_rows([*([] if page else actions), *back, *more])
    return screen([*head, *lines_of(pages[page])], [*taps, *ways])


def section(key: str, entries: list[Entry], words: Language) -> list[Entry]:
    """The entries under their heading; nothing where there are none."""
    return [Entry(bold(words.html(key)), heads=True), *entries] if entries else []


def plain(lines: Iterable[Html]) -> list[Entry]:
    """Lines that open nothing."""
    return [Entry(line) for line in lines]


def _height(entry: Entry) -> float:
    return height(lines_of([entry])) + (ROW / 2 if entry.tap else 0)
