"""What has just been done to a deal, on top of its card, with its Undo."""

from bot.buttons.logged import Undo
from bot.cards.frame import HALF_LABEL, Row, button
from bot.texts import Html, Language, dates, escape, shorten
from bot.texts.companies import short_name
from bot.texts.money import money
from core.notices import DealCard, DealChange
from core.terms import LostReason


def change_lines(notice: DealCard, words: Language) -> list[Html]:
    """What was done, what it asks, and a gap under it; nothing where nothing was done."""
    change = notice.change
    if change is None:
        return []
    lines = [ended(_said(change, notice, words), change.reason, words)]
    if change.competitor:
        lines.append(words.html("deal-competitor", name=short_name(change.competitor, words)))
    if notice.menu == "begun":
        lines.append(words.html("deal-begun-asks"))
    if notice.menu == "rivals":
        lines.append(words.html("deal-lost-to"))
    return [*lines, Html("")]


def change_rows(notice: DealCard, words: Language) -> list[Row]:
    if notice.change is None:
        return []
    return [[button(words.plain("button-undo"), Undo(notice.change.operation_id), HALF_LABEL)]]


def ended(said: Html, reason: LostReason | None, words: Language) -> Html:
    """What became of the deal, and why where it was lost for a reason."""
    return words.html("deal-lost-why", lost=said, reason=reason.value) if reason else said


def _said(change: DealChange, notice: DealCard, words: Language) -> Html:
    amounts = [money(each, words) for each in (change.before, change.after) if each]
    days = [dates.short(each, notice.today, words) for each in (change.on_before, change.on) if each]
    return words.html(
        "deal-change",
        what=change.what,
        name=shorten(change.name, 60) if change.name else "",
        amount=escape(" → ".join(amounts)),
        when=escape(" → ".join(days)),
        category=change.category.value if change.category else "",
    )
