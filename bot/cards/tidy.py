"""The Friday tidy: one deal at a time, one tap each."""

from bot.buttons.agenda import TidyFrom, TidyLost
from bot.buttons.deals import OpenDeal
from bot.buttons.packing import LAST_ID
from bot.cards.deed import deed_lines, deed_rows
from bot.cards.frame import HALF_LABEL, Rendered, Row, bold, button, in_rows, screen
from bot.cards.names import deal_line, whose_deal
from bot.cards.picking import pick_rows
from bot.texts import Html, Language, dates, escape, join, upper_first
from core.notices import DealLine, Tidy
from core.notices.purpose import Purpose
from core.terms import LostReason, StepKind


def tidy(notice: Tidy, words: Language) -> Rendered:
    """The deal, why it is here and what may become of it; or thanks."""
    deed = deed_lines(notice.deed, notice.today, words)
    above = deed_rows(notice.deed, "tidy", words)
    if notice.deal is None:
        was_work = notice.deed is not None or notice.start > 0
        return screen([*deed, words.html("tidy-done" if was_work else "tidy-nothing")], above)
    deal = notice.deal
    lines = [
        words.html("tidy-left", count=notice.left),
        bold(deal_line(deal, words)),
        join(" · ", [part for part in _about(deal, words) if part]),
        _why(notice, deal, words),
    ]
    return screen([*deed, *lines], [*above, *_answers(notice, deal, words)])


def _about(deal: DealLine, words: Language) -> list[Html]:
    return [whose_deal(deal, words), escape(deal.stage, 40) if deal.stage else Html("")]


def _why(notice: Tidy, deal: DealLine, words: Language) -> Html:
    if notice.asks:
        return words.html("tidy-why-lost")
    when = dates.by(deal.close_on, notice.today, words) if deal.close_on else ""
    return words.html("tidy-why", reason=notice.reason, when=when)


def _answers(notice: Tidy, deal: DealLine, words: Language) -> list[Row]:
    if notice.asks:
        return [*_lost_because(deal, words), [button(words.plain("button-back"), TidyFrom(deal.id))]]
    late = notice.reason == "date-passed"
    subject, kind = (str(deal.id), "") if late else (f"d{deal.id}", StepKind.CALL.value)
    purpose = Purpose("close" if late else "plan", subject, kind, "tidy")
    return [
        *pick_rows(notice.picks, str(purpose), notice.today, words),
        [
            button(words.plain("tidy-lost"), TidyLost(deal.id), HALF_LABEL),
            button(words.plain("tidy-keep"), TidyFrom(min(deal.id + 1, LAST_ID)), HALF_LABEL),
        ],
        [button(words.plain("button-deal"), OpenDeal(deal.id))],
    ]


def _lost_because(deal: DealLine, words: Language) -> list[Row]:
    return in_rows(
        [
            button(
                upper_first(words.plain("lost-reason", reason=reason)), TidyLost(deal.id, reason), HALF_LABEL
            )
            for reason in LostReason
        ]
    )
