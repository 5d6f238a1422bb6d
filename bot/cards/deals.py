"""A page of a stage's open deals, and what all of them come to."""

from dataclasses import replace

from telegram import InlineKeyboardButton

from bot.buttons.deals import DealAt, ShowDeals
from bot.cards.deal_board import standing_parts
from bot.cards.frame import (
    HALF_LABEL,
    LONGEST_LABEL,
    Rendered,
    bold,
    button,
    fit,
    in_rows,
    page_row,
    screen,
)
from bot.cards.names import called, deal_named
from bot.texts import Html, Language, dates, escape, join
from bot.texts.companies import short_name
from bot.texts.money import money
from core.notices import DealLine, DealList
from core.notices.deal_view import DealView

MOST_DEALS = 10
LONGEST_LISTED = 30
"""Characters of a title in a list of many: a line of a phone."""

LONGEST_CUSTOMER = 22
"""Characters of the customer under it, beside the days and the contract's date."""


def deal_list(notice: DealList, words: Language) -> Rendered:
    """The page; its deals are numbered as their buttons are."""
    view = DealView.read(notice.view)
    count = bold(words.html("deals-heading", count=notice.standing.count))
    parts = join(" · ", [count, *standing_parts(notice.standing, words)])
    which = words.html("deals-which", which=f"{view.whose.name}-{view.only.name}".lower())
    about = join(" · ", [part for part in (escape(notice.stage, 40), which) if part])
    head = [parts, about, Html("")]
    shown = list(enumerate(notice.deals[:MOST_DEALS], 1))
    lines = [_line(number, deal, notice, words) for number, deal in shown]
    hidden = len(notice.deals) - len(shown)
    body = fit(lines, lambda left: words.html("more", count=left), hidden=hidden, beside=head)
    alone = len(shown) % 2 * len(shown)
    buttons = [
        _open(number, deal, view, LONGEST_LABEL if number == alone else HALF_LABEL, words)
        for number, deal in shown
    ]
    pages = page_row(view.page, notice.pages, lambda page: ShowDeals(str(view.turned(page))))
    board = replace(view, stage_id=0, page=0, pipeline_id=notice.pipeline_id)
    back = button(words.plain("deal-back"), ShowDeals(str(board)))
    return screen([*head, *body], [*in_rows(buttons), pages, [back]])


def _line(number: int, deal: DealLine, notice: DealList, words: Language) -> Html:
    """ "1. Klojiniai, 12 000 €" and under it whose it is, how long it is here, and when it closes."""
    title = [
        bold(escape(deal_named(deal, words), LONGEST_LISTED)),
        *([escape(money(deal.sum, words))] if deal.sum else []),
    ]
    company = short_name(deal.company, words) if deal.company and deal.title else ""
    about = [escape(company, LONGEST_CUSTOMER) if company else Html("")]
    if deal.days:
        about.append(words.html("days", count=deal.days))
    if deal.close_on:
        passed = deal.close_on < notice.today
        when = dates.by(deal.close_on, notice.today, words)
        about.append(words.html("deal-closed-by" if passed else "deal-closes", when=when))
    if deal.owner:
        about.append(called(deal.owner))
    first = f"{number}. {join(', ', title)}"
    return join("\n", [part for part in (Html(first), join(" · ", [p for p in about if p])) if part])


def _open(number: int, deal: DealLine, view: DealView, longest: int, words: Language) -> InlineKeyboardButton:
    """By its title; by whose it is or its number, where that has no room."""
    whose = [f"{number}. {short_name(deal.company, words)}"] if deal.company else []
    label = f"{number}. {deal_named(deal, words)}"
    return button(label, DealAt(deal.id, str(view)), longest, shorter=[*whose, str(number)])
