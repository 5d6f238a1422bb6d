"""A page of a stage's open deals, and what all of them come to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
from bot.cards.names import called, deal_named, with_initials
from bot.cards.phone import ONE_SCREEN, height
from bot.texts import Html, Language, dates, escape, join, shorten
from bot.texts.companies import short_name
from bot.texts.money import money
from core.notices import DealLine, DealList
from core.notices.deal_view import DealView

MOST_DEALS = 10


@dataclass(frozen=True, slots=True)
class _Detail:
    """How much a list tells of each deal: letters of its title and its customer; how long it is there and by
    whom in full (`whole`), and its contract's date even where that is ahead (`ahead`).
    """

    title: int
    customer: int
    whole: bool = False
    ahead: bool = True


IN_FULL = _Detail(30, 22, whole=True)
DETAILS = (IN_FULL, _Detail(30, 22), _Detail(22, 16), _Detail(18, 12), _Detail(18, 12, ahead=False))
"""A title is a line of a phone. Where a list would take more than a screen, the next one is tried."""


def deal_list(notice: DealList, words: Language) -> Rendered:
    """The page; its deals are numbered as their buttons are."""
    view = DealView.read(notice.view)
    count = bold(words.html("deals-heading", count=notice.standing.count))
    parts = join(" · ", [count, *standing_parts(notice.standing, words)])
    which = words.html("deals-which", which=f"{view.whose.name}-{view.only.name}".lower())
    about = join(" · ", [part for part in (escape(notice.stage, 40), which) if part])
    head = [parts, about, Html("")]
    shown = list(enumerate(notice.deals[:MOST_DEALS], 1))
    rows = (len(shown) + 1) // 2 + (notice.pages > 1) + 1
    lines = _lines(shown, notice, ONE_SCREEN - height(head, rows), words)
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


def _lines(
    shown: Sequence[tuple[int, DealLine]], notice: DealList, room: float, words: Language
) -> list[Html]:
    """The deals in as much detail as there is room for."""
    lines: list[Html] = []
    for detail in DETAILS:
        lines = [_line(number, deal, notice, detail, words) for number, deal in shown]
        if height(lines) <= room:
            break
    return lines


def _line(number: int, deal: DealLine, notice: DealList, detail: _Detail, words: Language) -> Html:
    """ "1. Klojiniai, 12 000 €" and under it whose it is, how long it is here, and when it closes."""
    title = [
        bold(escape(deal_named(deal, words), detail.title)),
        *([escape(money(deal.sum, words))] if deal.sum else []),
    ]
    company = short_name(deal.company, words) if deal.company and deal.title else ""
    about = [escape(company, detail.customer) if company else Html("")]
    if deal.days and detail.whole:
        about.append(words.html("days", count=deal.days))
    passed = deal.close_on is not None and deal.close_on < notice.today
    if deal.close_on and (passed or detail.ahead):
        when = dates.by(deal.close_on, notice.today, words)
        about.append(words.html("deal-closed-by" if passed else "deal-closes", when=when))
    if deal.owner:
        about.append(called(deal.owner if detail.whole else _name_in_brief(deal.owner, detail.customer)))
    first = f"{number}. {join(', ', title)}"
    return join("\n", [part for part in (Html(first), join(" · ", [p for p in about if p])) if part])


def _name_in_brief(name: str, longest: int) -> str:
    return shorten(min([name, *with_initials(name)], key=len), longest)


def _open(number: int, deal: DealLine, view: DealView, longest: int, words: Language) -> InlineKeyboardButton:
    """By its title; by whose it is or its number, where that has no room."""
    whose = [f"{number}. {short_name(deal.company, words)}"] if deal.company else []
    label = f"{number}. {deal_named(deal, words)}"
    return button(label, DealAt(deal.id, str(view)), longest, shorter=[*whose, str(number)])
