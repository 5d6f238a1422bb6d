"""Suggestions under the agenda: what is worth doing, why, and the taps to it."""

from bot.buttons.agenda import TidyFrom
from bot.buttons.deals import OpenDeal
from bot.buttons.steps import PlanStep
from bot.cards.frame import HALF_LABEL, Row, bold, button
from bot.cards.names import customer, deal_and_sum
from bot.texts import Html, Language, dates, join
from bot.texts.companies import short_name
from core.notices import Agenda, Suggestion


def suggested(notice: Agenda, words: Language) -> tuple[list[Html], list[Row]]:
    """Their lines and rows of buttons, and on a Friday the way to the tidy."""
    tidy = words.plain("tidy-open", count=notice.to_tidy)
    foot = [[button(tidy, TidyFrom(0))]] if notice.to_tidy else []
    if not notice.suggestions:
        return [], foot
    lines = [_line(each, notice, words) for each in notice.suggestions]
    rows = [_row(each, words) for each in notice.suggestions]
    return [Html(""), bold(words.html("suggested")), *lines], [*rows, *foot]


def _line(each: Suggestion, notice: Agenda, words: Language) -> Html:
    """ "💡 Fasado medžiagos, 12 000 €, „Statyba“ – nėra kito žingsnio"."""
    company = customer(None, each.company.name if each.company else None, words)
    deal = deal_and_sum(each.deal.name if each.deal else None, each.sum, words)
    when = dates.by(each.on, notice.on, words) if each.on else ""
    about = join(", ", [part for part in (deal, company) if part])
    why = words.html("suggested-why", reason=each.reason, when=when, days=each.days)
    return Html("💡 " + join(" – ", [about, why]))


def _row(each: Suggestion, words: Language) -> Row:
    deal_id, company_id = (each.deal.id if each.deal else 0), (each.company.id if each.company else 0)
    plan = PlanStep(deal_id, 0 if deal_id else company_id, 0)
    if each.deal:
        opens = button(f"💼 {each.deal.name}", OpenDeal(deal_id, 0), HALF_LABEL)
        return [opens, button(words.plain("plan-step"), plan, HALF_LABEL)]
    name = short_name(each.company.name, words) if each.company else ""
    return [button(words.plain("plan-step-with", name=name), plan)]
