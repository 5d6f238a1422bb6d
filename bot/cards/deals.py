"""A page of open deals, and what they come to."""

from telegram import InlineKeyboardButton

from bot.buttons.deals import DealsPage, OpenDeal
from bot.cards.frame import HALF_LABEL, Rendered, bold, button, fit, in_rows, page_row, screen
from bot.cards.names import called, customer
from bot.texts import Html, Language, dates, escape, join
from bot.texts.money import money
from core.notices import DealLine, DealList

MOST_DEALS = 10
MOST_TOTALS = 4


def deal_list(notice: DealList, words: Language) -> Rendered:
    """The page; its deals are numbered as their buttons are."""
    if not notice.count:
        return screen([words.html("deals-empty")])
    head = [*_heading(notice, words), Html("")]
    shown = list(enumerate(notice.deals[:MOST_DEALS], 1))
    lines = [_line(number, deal, notice, words) for number, deal in shown]
    hidden = len(notice.deals) - len(shown)
    body = fit(lines, lambda count: words.html("more", count=count), hidden=hidden, beside=head)
    buttons = [_open(number, deal, notice) for number, deal in shown]
    return screen([*head, *body], [*in_rows(buttons), page_row(notice.page, notice.pages, DealsPage)])


def _heading(notice: DealList, words: Language) -> list[Html]:
    totals = [escape(money(total, words)) for total in notice.totals[:MOST_TOTALS]]
    first = join(" · ", [bold(words.html("deals-heading", count=notice.count)), *totals])
    if not notice.without_amount:
        return [first]
    return [join(", ", [first, words.html("deals-without-amount", count=notice.without_amount)])]


def _line(number: int, deal: DealLine, notice: DealList, words: Language) -> Html:
    title = [bold(called(deal.title)), *([escape(money(deal.sum, words))] if deal.sum else [])]
    first = f"{number}. {join(', ', title)}"
    about = [customer(None, deal.company, words), escape(deal.stage, 40) if deal.stage else Html("")]
    if deal.close_on:
        about.append(words.html("deal-closes", when=dates.by(deal.close_on, notice.today, words)))
    return join("\n", [Html(first), join(" · ", [part for part in about if part])])


def _open(number: int, deal: DealLine, notice: DealList) -> InlineKeyboardButton:
    return button(f"{number}. {deal.title}", OpenDeal(deal.id, notice.page), HALF_LABEL)
