"""One next step: what, who and when, and everything that can be done about it."""

from bot.buttons.agenda import Done, ShowAgenda, ShowPromises, ShowWeek, TidyFrom
from bot.buttons.deals import DealAt, OpenDeal
from bot.buttons.find import OpenCompany, OpenPerson
from bot.buttons.packing import Button
from bot.buttons.picking import ShowPicks
from bot.buttons.steps import DropStep
from bot.cards.deed import deed_lines, deed_rows
from bot.cards.frame import HALF_LABEL, THIRD_LABEL, Rendered, Row, button, screen
from bot.cards.names import called, company_in_full
from bot.cards.phone import with_number
from bot.cards.steps import open_line, over_line
from bot.texts import Html, Language
from core.notices import StepCard
from core.notices.purpose import Purpose, deal_leads_to, is_deal

TOLD_IN_FULL = ("planned", "moved", "dropped")
"""Deeds that say what the step is and when, so that its own line would say it twice."""


def step_card(notice: StepCard, words: Language) -> Rendered:
    """The card; a step that is over shows what it was, without what could be done about it."""
    deed = deed_lines(notice.deed, notice.today, words)
    rows = deed_rows(notice.deed, notice.place, words)
    if notice.is_open:
        rows += _actions(notice, words)
    return screen([*deed, *_facts(notice, words)], [*rows, *_ways(notice, words)])


def _facts(notice: StepCard, words: Language) -> list[Html]:
    step = notice.step
    told = notice.deed is not None and notice.deed.what in TOLD_IN_FULL
    line = open_line(step, notice.today, words) if notice.is_open else over_line(step, words)
    facts = [] if told else [line]
    if step.person:
        facts.append(with_number([called(step.person)], notice.phone))
    if step.company:
        facts.append(Html(f"🏢 {company_in_full(step.company, words)}"))
    if step.deal:
        facts.append(Html(f"💼 {called(step.deal)}"))
    if step.owner:
        facts.append(words.html("deal-owner", name=called(step.owner)))
    return facts


def _actions(notice: StepCard, words: Language) -> list[Row]:
    step_id, place = notice.step.id, notice.place
    move = Purpose("move", str(step_id), place=place)
    received = "button-received" if notice.step.by_customer else "button-done"
    return [
        [
            button(words.plain(received), Done(step_id, place), HALF_LABEL),
            button(words.plain("button-move"), ShowPicks(str(move)), HALF_LABEL),
        ],
        [button(words.plain("button-drop"), DropStep(step_id, place))],
    ]


def _ways(notice: StepCard, words: Language) -> list[Row]:
    """To its deal, its company and its person, and back to where it was opened."""
    step = notice.step
    ways: dict[str, Button | None] = {
        "button-deal": OpenDeal(step.deal_id) if step.deal_id else None,
        "button-company": OpenCompany(step.company_id) if step.company_id else None,
        "button-person": OpenPerson(step.person_id) if step.person_id else None,
    }
    row = [button(words.plain(key), says, THIRD_LABEL) for key, says in ways.items() if says]
    card = card_of(notice.place, step.deal_id, step.company_id, step.person_id)
    return [row, back(notice.place, words, card)]


def back(place: str, words: Language, says: Button | None = None) -> Row:
    """The way back to a list or the agenda; where the place is none of these, to what `says`."""
    leads_to = _list(place) or says
    return [button(words.plain("button-back"), leads_to, HALF_LABEL)] if leads_to else []


def card_of(place: str, deal_id: int | None, company_id: int | None, person_id: int | None) -> Button | None:
    """The way back to a place that is a card of one of these, or the tidy; None where it is none."""
    if is_deal(place) and deal_id:
        return DealAt(deal_id, deal_leads_to(place))
    if place == "tidy" and deal_id:
        return TidyFrom(deal_id)
    if place == "c" and company_id:
        return OpenCompany(company_id)
    if place == "p" and person_id:
        return OpenPerson(person_id)
    return None


def _list(place: str) -> Button | None:
    name = place.rstrip("0123456789")
    page = int(place.removeprefix(name) or 0)
    if name == "agenda":
        return ShowAgenda(page)
    if name in ("ours", "theirs"):
        return ShowPromises(name, page)
    return ShowWeek() if name == "week" else None
