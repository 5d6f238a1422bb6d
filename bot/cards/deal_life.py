"""A deal's circumstances: tender, break, other bidders for the object, shares; and what sets them."""

from datetime import date

from telegram import InlineKeyboardButton

from bot.buttons.deal_life import LoseOthers, SetLife, ShowLife
from bot.buttons.deals import OpenDeal
from bot.cards.away import undo_row
from bot.cards.deal_life_facts import short_facts
from bot.cards.frame import HALF_LABEL, LONGEST_LABEL, Rendered, Row, bold, button, fit, in_rows, screen
from bot.cards.names import called, deal_named
from bot.texts import Html, Language, dates, escape, join, upper_first
from bot.texts.companies import short_name
from bot.texts.money import money
from core.notices import DealLife, DealLine, Deed, Option, OthersBid, SharedWith

MOST_LINES = 8


def deal_life(notice: DealLife, words: Language) -> Rendered:
    """What stands, and a button for each that sets it; or the choices for one."""
    head = [*_done(notice.deed, notice.today, words), bold(Html(f"💼 {called(notice.deal.name)}"))]
    facts = _facts(notice, words)
    if notice.choosing:
        facts.append(words.html("life-choose", what=notice.choosing))
    body = fit(facts, lambda count: words.html("more", count=count), beside=head)
    return screen([*head, *body], _choices(notice, words) if notice.choosing else _buttons(notice, words))


def _done(deed: Deed | None, today: date, words: Language) -> list[Html]:
    if deed is None:
        return []
    on = dates.until(deed.on, today, words) if deed.on else ""
    about = called(deed.deal) if deed.deal else Html("")
    return [words.html("life-done", what=deed.what, about=about, until=on), Html("")]


def _facts(notice: DealLife, words: Language) -> list[Html]:
    """What stands, and which the other deals for the object are."""
    others = [_alternative(each, words) for each in notice.alternatives[:MOST_LINES]]
    lines = [*short_facts(notice, words), *others]
    return lines or [words.html("life-nothing")]


def _alternative(deal: DealLine, words: Language) -> Html:
    parts = [called(deal_named(deal, words))]
    if deal.company and deal.title:
        parts.append(escape(short_name(deal.company, words)))
    if deal.sum:
        parts.append(escape(money(deal.sum, words)))
    if deal.owner:
        parts.append(called(deal.owner))
    return Html(f"• {join(', ', parts)}")


def _buttons(notice: DealLife, words: Language) -> list[Row]:
    deal_id = notice.deal.id
    rows = in_rows(_settings(notice, words)) if notice.is_open else []
    if notice.company:
        ordered = _said(words.plain("life-order"), deal_id, "order", "words")
        rows = [*rows[:-1], [*rows[-1], ordered]] if rows and len(rows[-1]) == 1 else [*rows, [ordered]]
    back = button(words.plain("life-back"), OpenDeal(deal_id), HALF_LABEL)
    return [*rows, [back, *undo_row(notice.deed, words)]]


def _settings(notice: DealLife, words: Language) -> list[InlineKeyboardButton]:
    deal_id = notice.deal.id
    tender = ("life-no-tender", "none") if notice.tender_on else ("life-tender", "words")
    found = [
        _said(words.plain(tender[0]), deal_id, "tender", tender[1]),
        button(words.plain("life-pause"), ShowLife(deal_id, "pause"), HALF_LABEL),
        button(words.plain("life-object"), ShowLife(deal_id, "object"), HALF_LABEL),
        button(words.plain("life-share"), ShowLife(deal_id, "share"), HALF_LABEL),
        _said(words.plain("life-part"), deal_id, "part", "words"),
    ]
    if notice.alternatives:
        found.append(_said(words.plain("life-own-object"), deal_id, "object", "none"))
    return found


def _said(label: str, deal_id: int, field: str, value: str) -> InlineKeyboardButton:
    return button(label, SetLife(deal_id, field, value), HALF_LABEL)


def _choices(notice: DealLife, words: Language) -> list[Row]:
    field = notice.choosing or ""
    longest = LONGEST_LABEL if field == "object" else HALF_LABEL
    buttons = [_choice(notice, option, longest, words) for option in notice.choices]
    rows = in_rows(buttons, {"object": 1, "percent": 3}.get(field, 2))
    if field == "percent" and any(share.member_id == notice.member_id for share in notice.shares):
        nothing = SetLife(notice.deal.id, "share", f"{notice.member_id}.0")
        rows.append([button(words.plain("life-no-share"), nothing)])
    return [*rows, [button(words.plain("button-back"), ShowLife(notice.deal.id, ""))]]


def _choice(notice: DealLife, option: Option, longest: int, words: Language) -> InlineKeyboardButton:
    deal_id, field = notice.deal.id, notice.choosing or ""
    if field == "share":
        return button(option.name or "", ShowLife(deal_id, f"percent.{option.value}"), longest)
    if field == "percent":
        says = SetLife(deal_id, "share", f"{notice.member_id}.{option.value}")
        return button(words.plain("percent", percent=option.value), says, longest)
    return button(_label(option, words), SetLife(deal_id, field, option.value), longest)


def _label(option: Option, words: Language) -> str:
    if option.on:
        return upper_first(dates.coming(option.on, words))
    if option.value == "none":
        return words.plain("life-no-pause")
    parts = [option.name or ""]
    if option.detail:
        parts.append(short_name(option.detail, words))
    if option.sum:
        parts.append(money(option.sum, words))
    return ", ".join(parts)


def others_bid(notice: OthersBid, words: Language) -> Rendered:
    """One of several deals for an object is won: the others, and the tap that loses them."""
    name = called(notice.deal.name)
    if notice.deed is not None:
        head = words.html("others-lost", count=len(notice.others))
        rows = [undo_row(notice.deed, words)]
    elif notice.others:
        head = words.html("others-open", name=name, count=len(notice.others))
        rows = [[button(words.plain("others-lose"), LoseOthers(notice.deal.id))]]
    else:
        head, rows = words.html("others-none", name=name), []
    lines = [_alternative(each, words) for each in notice.others[:MOST_LINES]]
    return screen([head, *lines], rows)


def shared_with(notice: SharedWith, words: Language) -> Rendered:
    """To a colleague: what part of the deal is theirs."""
    key = "shared-with" if notice.percent else "shared-no-more"
    rows = [[button(words.plain("life-back"), OpenDeal(notice.deal.id))]] if notice.percent else []
    name, deal = called(notice.by), called(notice.deal.name)
    return screen([words.html(key, name=name, deal=deal, percent=notice.percent)], rows)
