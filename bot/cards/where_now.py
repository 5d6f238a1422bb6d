"""Where a customer buys who fell silent: competitors met before at a tap, another one in a word."""

from bot.buttons.customer_life import BuysNow
from bot.buttons.find import OpenCompany
from bot.cards.deed import deed_lines, deed_rows
from bot.cards.frame import HALF_LABEL, Rendered, bold, button, in_rows, screen
from bot.cards.names import company_in_full
from bot.texts import Language
from bot.texts.companies import short_name
from core.notices.customers import WhereNow

MOST_RIVALS = 6
ANSWERS = ("nobody", "talking", "other", "later")
"""What may be said besides a competitor's name (see `BuysNow`)."""


def where_now(notice: WhereNow, words: Language) -> Rendered:
    """The question with its answers below, and what was just answered above it."""
    above, undo = deed_lines(notice.deed, notice.today, words), deed_rows(notice.deed, notice.place, words)
    company = notice.company
    if not notice.days:
        opens = button(words.plain("button-company"), OpenCompany(company.id), HALF_LABEL)
        said = above[:1] or [bold(company_in_full(company.name, words))]
        return screen(said, [[opens, *(tap for row in undo for tap in row)]])
    lines = [
        bold(company_in_full(company.name, words)),
        words.html("suggested-why", reason="silent", when="", days=notice.days),
        words.html("where-now"),
    ]
    named = [(short_name(each.name or "", words), each.value) for each in notice.rivals[:MOST_RIVALS]]
    others = [(words.plain("where-now-answer", which=which), which) for which in ANSWERS]
    rivals, answers = (
        in_rows([button(text, BuysNow(company.id, says, notice.place), HALF_LABEL) for text, says in part])
        for part in (named, others)
    )
    return screen([*above, *lines], [*undo, *rivals, *answers])
