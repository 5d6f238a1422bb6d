"""What was taken back."""

from bot.cards.frame import Rendered, screen
from bot.cards.kept import kept_line
from bot.texts import Html, Language
from bot.texts.companies import short_name
from core.notices import Undone


def undone(notice: Undone, words: Language) -> Rendered:
    """In place of the card: what is gone. It has no buttons."""
    first = undone_line(notice, words)
    return screen([first, kept_line(notice.kept, words)] if notice.kept else [first])


def undone_line(notice: Undone, words: Language) -> Html:
    """ "Atšaukta: skambutis, „Statyba“"."""
    parts = [words.plain("contact-kind", kind=notice.kind.value)] if notice.kind else []
    if notice.what:
        parts = [words.plain("undone-deed", what=notice.what)]
    if notice.company:
        parts.append(short_name(notice.company, words))
    return words.html("undone-what", what=", ".join(parts)) if parts else words.html("undone")
