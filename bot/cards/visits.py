"""A visit that goes on, with what to know there; and the question when it ended."""

from bot.buttons.capture import EndVisit, NoVisit, OtherVisit
from bot.buttons.logged import Undo
from bot.cards.brief import brief_entries
from bot.cards.frame import HALF_LABEL, Rendered, button, in_rows, screen
from bot.cards.names import called, company_in_full
from bot.cards.phone import ONE_SCREEN, first_screen, height, lines_of
from bot.texts import Html, Language, dates
from bot.texts.companies import short_name
from core.notices import VisitCard, VisitForgotten

MINUTES = (30, 60, 120, 240)


def visit_card(notice: VisitCard, words: Language) -> Rendered:
    """Where one is and since when, the deals, promises and last contacts; and how to leave."""
    since = dates.clock(notice.started_at.time(), words)
    head = [words.html("visit-at", company=company_in_full(notice.company.name, words), since=since)]
    if notice.person and notice.person not in {person.name for person in notice.brief.people}:
        head.append(Html(f"👤 {called(notice.person)}"))
    if notice.learnt:
        head.append(words.html("visit-learnt"))
    foot = [Html(""), words.html("visit-how")]
    room = ONE_SCREEN - height([*head, Html(""), *foot], 2)
    known, hidden = first_screen(brief_entries(notice.brief, words), room)
    shown = lines_of(known) if known[0].heads else [Html(""), *lines_of(known)]
    shown += [words.html("more", count=hidden)] if hidden else []
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
