"""Suggestions under the agenda: what is worth doing, why, and the taps to it."""

from string import ascii_uppercase

from bot.buttons.agenda import TidyFrom
from bot.buttons.deals import OpenDeal
from bot.buttons.find import OpenCompany
from bot.buttons.picking import ShowMonth
from bot.buttons.steps import PlanStep
from bot.cards.frame import Row, bold, button, in_rows
from bot.cards.names import customer, deal_and_sum
from bot.cards.phone import height
from bot.texts import Html, Language, dates, escape, join
from core.notices import Agenda, Suggestion
from core.notices.purpose import Purpose

LETTERS = ascii_uppercase


def suggested(notice: Agenda, room: float, words: Language) -> tuple[list[Html], list[Row]]:
    """Their lines and rows of buttons, and on a Friday the way to the tidy.

    `room`: what the day's steps leave of the screen, for those come first; so many as fit are suggested.
    """
    tidy = words.plain("tidy-open", count=notice.to_tidy)
    foot = [[button(tidy, TidyFrom(0))]] if notice.to_tidy else []
    lettered = list(zip(LETTERS, notice.suggestions, strict=False))
    for shown in range(len(lettered), 0, -1):
        told = [_line(letter, each, notice, words) for letter, each in lettered[:shown]]
        lines = [Html(""), bold(words.html("suggested")), *told]
        if height(lines, 1 + len(foot)) <= room:
            place = f"agenda{notice.page}"
            taps = [tap for letter, each in lettered[:shown] for tap in _taps(letter, each, place)]
            return lines, [*in_rows(taps, 6), *foot]
    return [], foot


def _line(letter: str, each: Suggestion, notice: Agenda, words: Language) -> Html:
    """ "A. Fasado medžiagos, 12 000 €, „Statyba“ – nėra kito žingsnio"."""
    company = customer(None, each.company.name if each.company else None, words)
    deal = deal_and_sum(each.deal.name if each.deal else None, each.sum, words)
    when = dates.by(each.on, notice.on, words) if each.on else ""
    region = escape(each.region, 40) if each.region else Html("")
    named = (deal, company) if each.deal and each.deal.name else (company, deal)
    about = join(", ", [part for part in (*named, region) if part])
    if each.on_the_way:
        about = words.html("suggested-on-the-way", about=about)
    why = words.html("suggested-why", reason=each.reason, when=when, days=each.days)
    return Html(f"{letter}. " + join(" – ", [about, why]))


def _taps(letter: str, each: Suggestion, place: str) -> Row:
    """To open what has that letter, and to give it what it lacks: a new date, or a next step."""
    deal_id, company_id = (each.deal.id if each.deal else 0), (each.company.id if each.company else 0)
    opens = [button(f"🏢 {letter}", OpenCompany(company_id))] if company_id else []
    if deal_id:
        opens = [button(f"💼 {letter}", OpenDeal(deal_id))]
    if each.reason == "date-passed":
        close = Purpose("close", str(deal_id), place=place)
        return [*opens, button(f"📅 {letter}", ShowMonth("", str(close)))]
    return [*opens, button(f"+ {letter}", PlanStep(deal_id, 0 if deal_id else company_id, 0))]
