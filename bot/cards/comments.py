"""A comment on a deal: to whom it is meant for, with the deal, and to whom wrote it."""

from bot.buttons.deals import OpenDeal
from bot.cards.frame import Rendered, bold, button, screen
from bot.cards.names import called, deal_line, whose_deal
from bot.texts import Html, Language, escape, join
from core.notices import Commented, CommentSent
from core.notices.parts import DealLine

LONGEST = 2_000


def commented(notice: Commented, words: Language) -> Rendered:
    """Who says what of which deal, and how to answer."""
    lines = [
        words.html("comment-from", kind=notice.kind.value, name=called(notice.by)),
        _words_of(notice.text),
        Html(""),
        *_about(notice.deal, words),
        Html(""),
        words.html("comment-how-to-answer"),
    ]
    return screen(lines, [[button(words.plain("button-deal"), OpenDeal(notice.deal.id))]])


def comment_sent(notice: CommentSent, words: Language) -> Rendered:
    """To whom it went, and about which deal."""
    head = words.html("comment-sent", kind=notice.kind.value, name=called(notice.to))
    return screen([head, _words_of(notice.text), *_about(notice.deal, words)[:1]])


def _words_of(text: str) -> Html:
    return Html(f"<blockquote>{escape(text, LONGEST)}</blockquote>")


def _about(deal: DealLine, words: Language) -> list[Html]:
    where = [whose_deal(deal, words), escape(deal.stage, 40)]
    return [
        Html(f"💼 {bold(deal_line(deal, words))}"),
        join(" · ", [part for part in where if part]),
    ]
