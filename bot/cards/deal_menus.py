"""The buttons under a deal's card: the usual ones, and the menus behind them."""

from collections.abc import Callable

from telegram import InlineKeyboardButton

from bot.buttons.beginning import ToPipeline
from bot.buttons.capture import LogAbout
from bot.buttons.deal_life import ShowLife
from bot.buttons.deals import (
    Comment,
    DealMenu,
    HandOver,
    LoseDeal,
    LostTo,
    MoveDeal,
    SayOfDeal,
    SetCategory,
    ShowDeals,
    ShowHistory,
)
from bot.buttons.find import OpenCompany, OpenPerson
from bot.buttons.packing import Button
from bot.buttons.picking import ShowMonth
from bot.buttons.reports import ShowAnswer
from bot.buttons.steps import PlanStep
from bot.cards.frame import HALF_LABEL, THIRD_LABEL, Row, button, in_rows
from bot.cards.names import with_initials
from bot.cards.picking import moment
from bot.cards.step_card import back as back_to
from bot.cards.step_card import card_of
from bot.cards.steps import tick_rows
from bot.texts import Language, dates, upper_first
from bot.texts.companies import short_name
from core.notices import DealCard, Option
from core.notices.purpose import Purpose, of_deal
from core.notices.report_view import is_report
from core.terms import Remark

IN_WORDS = -1
MOST_CHOICES = 12


def menu_rows(notice: DealCard, words: Language) -> list[Row]:
    """The buttons of the menu that is open, and the way back to the card."""
    if not notice.menu:
        return _usual(notice, words) if notice.closed_on is None else _over(notice, words)
    rows = MENUS[notice.menu](notice, words)
    if notice.menu in ANSWERED:
        return rows
    up = "" if notice.menu in FROM_CARD else "more"
    return [*rows, [button(words.plain("button-back"), DealMenu(notice.deal.id, up))]]


def _usual(notice: DealCard, words: Language) -> list[Row]:
    deal_id, moves = notice.deal.id, notice.moves
    plan = PlanStep(deal_id, notice.company_id or 0, notice.person_id or 0)
    first: Row = [button(words.plain("plan-step"), plan, HALF_LABEL)]
    if moves.next:
        says = MoveDeal(deal_id, notice.stage_id, moves.next.id)
        first.insert(0, button(f"→ {moves.next.name}", says, HALF_LABEL))
    nothing_new = notice.change is None and notice.deed is None
    ticks = tick_rows(notice.steps, words, of_deal(notice.place))[:1] if nothing_new else []
    said = _comments(notice, words)
    return [first, _ends(notice, words), *ticks, said, _who(notice, words), _last_row(notice, words)]


def _comments(notice: DealCard, words: Language) -> Row:
    """Praise or a question to the salesperson, for a manager who comes from a report."""
    if not notice.can_comment:
        return []
    kinds = (Remark.PRAISE, Remark.QUESTION)
    return [
        button(
            words.plain("comment-button", kind=kind.value), Comment(notice.deal.id, kind.value), HALF_LABEL
        )
        for kind in kinds
    ]


def _ends(notice: DealCard, words: Language) -> Row:
    """Won, lost, or a log by taps."""
    deal_id, moves = notice.deal.id, notice.moves
    log = LogAbout(deal_id, notice.company_id or 0, notice.person_id or 0)
    row: Row = []
    if moves.won:
        says = MoveDeal(deal_id, notice.stage_id, moves.won.id)
        row.append(button(words.plain("deal-win"), says, THIRD_LABEL))
    if moves.lost:
        row.append(button(words.plain("deal-lose"), DealMenu(deal_id, "reasons"), THIRD_LABEL))
    return [*row, button(words.plain("deal-log"), log, THIRD_LABEL)]


def _who(notice: DealCard, words: Language) -> Row:
    """The customer's cards; their names stand above in full."""
    row: Row = []
    if notice.company_id and notice.deal.company:
        name = short_name(notice.deal.company, words)
        generic = [f"🏢 {words.plain('button-company')}"]
        row.append(button(f"🏢 {name}", OpenCompany(notice.company_id), HALF_LABEL, shorter=generic))
    if notice.person_id and notice.person:
        shorter = with_initials(notice.person, "👤 ")
        row.append(button(f"👤 {notice.person}", OpenPerson(notice.person_id), HALF_LABEL, shorter=shorter))
    return row


def _last_row(notice: DealCard, words: Language) -> Row:
    give = button(words.plain("deal-give"), DealMenu(notice.deal.id, "colleagues"), THIRD_LABEL)
    return [give, _more(notice, words), *_back(notice, words)]


def _over(notice: DealCard, words: Language) -> list[Row]:
    """Of a deal that is won or lost: open it again, and what else there is."""
    again = button(words.plain("deal-reopen"), DealMenu(notice.deal.id, "stages"), HALF_LABEL)
    return [[again, _more(notice, words)], _comments(notice, words), _back(notice, words)]


def _more(notice: DealCard, words: Language) -> InlineKeyboardButton:
    return button(words.plain("deal-more"), DealMenu(notice.deal.id, "more"), THIRD_LABEL)


def _back(notice: DealCard, words: Language) -> Row:
    """The way back to the list, agenda or card that it was opened from, else to the board."""
    place = notice.place
    if is_report(place):
        return [button(words.plain("button-back"), ShowAnswer(place), THIRD_LABEL)]
    if place and not place.startswith("b"):
        card = card_of(place, notice.deal.id, notice.company_id, notice.person_id)
        return back_to(place, words, card)
    return [button(words.plain("deal-back"), ShowDeals(place), THIRD_LABEL)]


def _more_menu(notice: DealCard, words: Language) -> list[Row]:
    deal_id = notice.deal.id
    says: dict[str, Button] = {"stages": DealMenu(deal_id, "stages")}
    if notice.closed_on is None:
        says |= {"dates": DealMenu(deal_id, "dates"), "category": DealMenu(deal_id, "category")}
    says |= {
        "amount": SayOfDeal(deal_id, "amount"),
        "title": SayOfDeal(deal_id, "title"),
        "history": ShowHistory(deal_id, 0),
    }
    rows = in_rows(
        [button(words.plain("deal-menu", menu=menu), each, HALF_LABEL) for menu, each in says.items()]
    )
    return [*rows, [button(words.plain("life-more"), ShowLife(deal_id, ""))]]


def _stages(notice: DealCard, words: Language) -> list[Row]:
    return in_rows(
        [
            button(
                option.name or "", MoveDeal(notice.deal.id, notice.stage_id, int(option.value)), HALF_LABEL
            )
            for option in notice.choices[:MOST_CHOICES]
        ]
    )


def _reasons(notice: DealCard, words: Language) -> list[Row]:
    return in_rows(
        [
            button(
                upper_first(words.plain("lost-reason", reason=option.value)),
                LoseDeal(notice.deal.id, option.value),
                HALF_LABEL,
            )
            for option in notice.choices
        ]
    )


def _begun(notice: DealCard, words: Language) -> list[Row]:
    """The other pipelines that it may belong into; or there is no more to say of it."""
    others = [
        button(f"⇄ {option.name}", ToPipeline(notice.deal.id, int(option.value)), HALF_LABEL)
        for option in notice.choices[:MOST_CHOICES]
    ]
    return [*in_rows(others), [button(words.plain("new-skip"), DealMenu(notice.deal.id, ""))]]


def _rivals(notice: DealCard, words: Language) -> list[Row]:
    """Competitors met before, another one in words, or none."""
    operation_id = notice.change.operation_id if notice.change else 0
    known = [
        button(short_name(option.name or "", words), LostTo(operation_id, int(option.value)), HALF_LABEL)
        for option in notice.choices[:MOST_CHOICES]
    ]
    others = [
        button(words.plain("deal-rival", which="other"), LostTo(operation_id, IN_WORDS), HALF_LABEL),
        button(words.plain("deal-rival", which="none"), LostTo(operation_id, 0), HALF_LABEL),
    ]
    return in_rows([*known, *others])


def _dates(notice: DealCard, words: Language) -> list[Row]:
    """Ends of months and of the quarter, any day of a month, or words."""
    purpose = str(Purpose("close", str(notice.deal.id), place=of_deal(notice.place)))
    picks = [
        button(_day(option, notice, words), moment(option.on, None, purpose))
        for option in notice.choices
        if option.on
    ]
    others = [
        button(words.plain("pick-month"), ShowMonth("", purpose), HALF_LABEL),
        button(words.plain("deal-in-words"), SayOfDeal(notice.deal.id, "close_date"), HALF_LABEL),
    ]
    return in_rows([*picks, *others])


def _day(option: Option, notice: DealCard, words: Language) -> str:
    return upper_first(dates.short(option.on or notice.today, notice.today, words))


def _categories(notice: DealCard, words: Language) -> list[Row]:
    return [
        [
            button(
                upper_first(words.plain("category", category=option.value)),
                SetCategory(notice.deal.id, option.value),
            )
        ]
        for option in notice.choices
    ]


def _colleagues(notice: DealCard, words: Language) -> list[Row]:
    return in_rows(
        [
            button(
                option.name or "",
                HandOver(notice.deal.id, int(option.value)),
                HALF_LABEL,
                shorter=with_initials(option.name or ""),
            )
            for option in notice.choices[:MOST_CHOICES]
        ]
    )


MENUS: dict[str, Callable[[DealCard, Language], list[Row]]] = {
    "more": _more_menu,
    "begun": _begun,
    "stages": _stages,
    "reasons": _reasons,
    "rivals": _rivals,
    "dates": _dates,
    "category": _categories,
    "colleagues": _colleagues,
}

ANSWERED = frozenset({"begun", "rivals"})
"""Menus that are questions: their answers lead back to the card."""

FROM_CARD = frozenset({"more", "reasons", "colleagues"})
"""Menus that are opened from the card itself; the others from the one behind "more"."""
