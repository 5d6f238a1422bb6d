"""A visit that goes on, with what to know there; and the question when it ended."""

from bot.buttons.capture import EndVisit, NoVisit, OtherVisit
from bot.buttons.logged import Undo
from bot.cards.brief import brief_lines
from bot.cards.frame import HALF_LABEL, Rendered, button, fit, in_rows, screen
from bot.cards.names import called, company_in_full
from bot.texts import Html, Language, dates
from bot.texts.companies import short_name
from core.notices import VisitCard, VisitForgotten

MINUTES = (30, 60, 120, 240)


def visit_card(notice: VisitCard, words: Language) -> Rendered:
    """Where one is and since when, the deals, promises and last contacts; and how to leave."""
    since = dates.clock(notice.started_at.time(), words)
    head = [words.html("visit-at", company=company_in_full(notice.company.name, words), since=since)]
    if notice.person:
        head.append(Html(f"👤 {called(notice.person)}"))
    if notice.learnt:
        head.append(words.html("visit-learnt"))
    known = brief_lines(notice.brief, words)
    body = [Html(""), *known] if known[0] else known
    foot = [Html(""), words.html("visit-how")]
    shown = fit(body, lambda count: words.html("more", count=count), beside=[*head, *foot])
    own = [button(words.plain("visit-other"), OtherVisit(notice.visit_id), HALF_LABEL)]
    if notice.operation_id:
        own.insert(0, button(words.plain("button-undo"), Undo(notice.operation_id), HALF_LABEL))
    leave = [button(words.plain("visit-left"), EndVisit(notice.visit_id, 0))]
    return screen([*head, *shown, *foot], [leave, own])


def visit_forgotten(notice: VisitForgotten, words: Language) -> Rendered:
    """The question, and answers that are likely."""
    since = dates.clock(notice.started_at.time(), words)
    day = dates.on_day(notice.started_at.date(), notice.asked_on, words)
    company = short_name(notice.company, words)
    answers = [
        button(dates.duration(minutes, words), EndVisit(notice.visit_id, minutes), HALF_LABEL)
        for minutes in MINUTES
    ]
    asks = words.html("visit-forgotten", company=company, day=day, since=since)
    return screen([asks], [*in_rows(answers), [button(words.plain("visit-none"), NoVisit(notice.visit_id))]])
