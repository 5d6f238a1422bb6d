"""What found no room in a day's budget, in lines under a summary, with a button that shows all of it."""

from bot.buttons.agenda import ShowHeld
from bot.cards.frame import Row, button
from bot.cards.names import called
from bot.cards.periods import label
from bot.texts import Html, Language, escape
from core.notices import HeldLine
from core.notices.report_view import Length

MOST = 4
LONGEST = 40


def held_lines(held: list[HeldLine], words: Language) -> list[Html]:
    """A heading and a line each, of many the first; nothing where nothing was held."""
    if not held:
        return []
    lines = [
        Html(""),
        words.html("held-heading"),
        *(_line(each, words) for each in held[:MOST]),
    ]
    more = len(held) - MOST
    return [*lines, words.html("more", count=more)] if more > 0 else lines


def held_row(held: list[HeldLine], words: Language) -> Row:
    """The button that shows them."""
    return [button(words.plain("held-show", count=len(held)), ShowHeld(held[-1].id))] if held else []


def _line(each: HeldLine, words: Language) -> Html:
    period = label(each.start, Length(each.length), words) if each.start else ""
    about = escape(each.about, LONGEST)
    name = called(each.name) if each.name else ""
    return words.html("held-line", what=each.what, name=name, about=about, period=period)
