"""A deal that was handed over: to who did it, to who has it now, and to whose it was."""

from bot.buttons.deals import OpenDeal
from bot.buttons.logged import Undo
from bot.cards.frame import Rendered, bold, button, fit, screen
from bot.cards.names import called, deal_line, whose_deal
from bot.cards.steps import card_line
from bot.texts import Html, Language, escape, join
from core.notices import DealPassed, HandedOver


def handed_over(notice: HandedOver, words: Language) -> Rendered:
    """To whom, with Undo."""
    line = words.html("deal-given", deal=called(notice.deal.name), name=called(notice.to))
    return screen([line], [[button(words.plain("button-undo"), Undo(notice.operation_id))]])


def deal_passed(notice: DealPassed, words: Language) -> Rendered:
    """From whom, the deal in two lines, and what is planned for it; to open where it is the reader's now."""
    deal = notice.deal
    first = _what_passed(notice, words)
    about = [whose_deal(deal, words), escape(deal.stage, 40)]
    head = [
        first,
        bold(deal_line(deal, words)),
        join(" · ", [part for part in about if part]),
    ]
    steps = [card_line(step, notice.today, words) for step in notice.steps]
    body = fit(steps, lambda count: words.html("more", count=count), beside=head)
    rows = [] if notice.to else [[button(words.plain("button-deal"), OpenDeal(deal.id))]]
    return screen([*head, *body], rows)


def _what_passed(notice: DealPassed, words: Language) -> Html:
    if notice.taken_back:
        to = called(notice.to) if notice.to else ""
        whose = "own" if notice.to == notice.by else "theirs" if to else "yours"
        return words.html("deal-taken-back", by=called(notice.by), name=to, whose=whose)
    if notice.to is None:
        return words.html("deal-got", name=called(notice.by))
    return words.html("deal-taken", by=called(notice.by), name=called(notice.to))
