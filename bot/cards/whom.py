"""Whose it is: customers on buttons, the likeliest first; others are named in words."""

from bot.buttons.beginning import NewThing, NoEmployer
from bot.buttons.capture import PickWhom, WhomPage
from bot.cards.frame import HALF_LABEL, Rendered, Row, button, page_row, screen
from bot.texts import Language
from bot.texts.companies import short_name
from core.notices import WhomPicks
from core.notices.capture import Whom

MOST = 8
BEGIN, EMPLOYER = "begin", "employer"
NEW = ("company", "person")


def whom_picks(notice: WhomPicks, words: Language) -> Rendered:
    """The question, a row a customer, and the way to more of them."""
    verb = notice.purpose.partition(".")[0]
    rows = [
        [button(whom_label(whom, words), PickWhom(whom.subject, notice.purpose))]
        for whom in notice.whom[:MOST]
    ]
    pages = page_row(notice.page, notice.pages, lambda page: WhomPage(page, notice.purpose))
    words_line = "whom-in-words" if rows else "whom-in-words-only"
    return screen(
        [words.html("whom", verb=verb), words.html(words_line)], [*rows, pages, *_others(notice, words)]
    )


def _others(notice: WhomPicks, words: Language) -> list[Row]:
    """Who is new, where a deal is begun; nobody, where a person may work nowhere."""
    verb, _, about = notice.purpose.partition(".")
    if verb == BEGIN:
        return [[button(words.plain("whom-new", what=what), NewThing(what, 0), HALF_LABEL) for what in NEW]]
    if verb == EMPLOYER and about.isdecimal():
        return [[button(words.plain("whom-none"), NoEmployer(int(about)))]]
    return []


def whom_label(whom: Whom, words: Language) -> str:
    """ "Jonas Kairelis, „Statyba“", "„Statyba“, 120 m"."""
    company = short_name(whom.company, words) if whom.company else None
    far = distance(whom.metres, words) if whom.metres is not None else None
    return ", ".join(part for part in (whom.person, company, far) if part)


def distance(metres: int, words: Language) -> str:
    """ "120 m", "3 km"; whole tens of metres, whole kilometres."""
    if metres < 1000:
        return words.plain("metres", count=max(10, round(metres, -1)))
    return words.plain("kilometres", count=round(metres / 1000))
