"""What was taken back, and a step that was done."""

from bot.buttons.logged import Undo
from bot.cards.frame import Rendered, button, screen
from bot.cards.kept import kept_line
from bot.cards.names import customer
from bot.cards.steps import done_label
from bot.texts import Html, Language, escape, join
from bot.texts.companies import short_name
from core.notices import StepDone, Undone


def undone(notice: Undone, words: Language) -> Rendered:
    """In place of the card: what is gone. It has no buttons."""
    first = undone_line(notice, words)
    return screen([first, kept_line(notice.kept, words)] if notice.kept else [first])


def undone_line(notice: Undone, words: Language) -> Html:
    """ "Atšaukta: skambutis, „Statyba“"."""
    parts = [words.plain("contact-kind", kind=notice.kind.value)] if notice.kind else []
    if notice.company:
        parts.append(short_name(notice.company, words))
    return words.html("undone-what", what=", ".join(parts)) if parts else words.html("undone")


def step_done(notice: StepDone, words: Language) -> Rendered:
    """The step that was ticked off, and Undo."""
    step = notice.step
    said = [escape(done_label(step, words)), customer(step.person, step.company, words)]
    line = join(" – ", [part for part in said if part])
    return screen([Html(f"✅ {line}")], [[button(words.plain("button-undo"), Undo(notice.operation_id))]])
