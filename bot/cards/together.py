"""The answer to a message about several customers: a line for each, with its own Undo."""

from bot.buttons.logged import Correct, Undo
from bot.cards import asking
from bot.cards.frame import HALF_LABEL, Rendered, Row, bold, button, fit, screen
from bot.cards.kept import kept_line
from bot.cards.logged import about_deal, is_the_news, outcome, remarks
from bot.cards.names import customer, icon, what_took_place
from bot.cards.steps import card_line
from bot.cards.undone import undone_line
from bot.texts import Html, Language, dates, escape, join, upper_first
from core.notices import Logged, LoggedTogether, Undone

MOST_PARTS = 20
"""So many customers have buttons; a message that names more is read in full all the same."""


def logged_together(notice: LoggedTogether, words: Language) -> Rendered:
    """One card for all of them; what was taken back is said in its line."""
    live = sum(1 for part in notice.parts if isinstance(part, Logged))
    head = [words.html("logged-together", count=live) if live else words.html("undone")]
    numbered = list(enumerate(notice.parts[:MOST_PARTS], 1))
    lines = [_line(number, part, words) for number, part in numbered]
    hidden = len(notice.parts) - len(numbered)
    body = fit(lines, lambda count: words.html("more", count=count), hidden=hidden, beside=head)
    rows = [
        row for number, part in numbered if isinstance(part, Logged) for row in _rows(number, part, words)
    ]
    return screen([*head, *body], rows)


def _line(number: int, part: Logged | Undone, words: Language) -> Html:
    if isinstance(part, Undone):
        said = [undone_line(part, words), kept_line(part.kept, words) if part.kept else Html("")]
        return Html(f"{number}. " + join(" ", [each for each in said if each]))
    who = customer(
        part.person.name if part.person else None, part.company.name if part.company else None, words
    )
    facts = [_what(part, words), outcome(part, words), *about_deal(part, words)]
    facts += [card_line(step, part.today, words) for step in part.steps]
    if part.kept:
        facts.append(kept_line(part.kept, words))
    facts += remarks(part, words)
    if part.question:
        facts.append(asking.sentence(part, words))
    told = join("; ", [fact for fact in facts if fact])
    name = bold(who) if who else words.html("logged-nobody")
    return Html(f"{number}. {name}: {told}") if told else Html(f"{number}. {name}")


def _what(part: Logged, words: Language) -> Html:
    if part.kind is None or (is_the_news(part) and outcome(part, words)):
        return Html("")
    took_place = upper_first(what_took_place(part.kind, part.duration_min, part.no_answer, words))
    if part.occurred_on and part.occurred_on != part.today:
        took_place = f"{took_place}, {dates.by(part.occurred_on, part.today, words)}"
    return Html(f"{icon(part.kind)} {escape(took_place)}")


def _rows(number: int, part: Logged, words: Language) -> list[Row]:
    own: Row = [
        button(f"{words.plain('button-undo')} {number}", Undo(part.operation_id), HALF_LABEL),
        button(f"{words.plain('button-correct')} {number}", Correct(part.operation_id), HALF_LABEL),
    ]
    return [*asking.rows(part, part.question, words), own] if part.question else [own]
