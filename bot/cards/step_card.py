"""One next step: what, who and when, and everything that can be done about it."""

from bot.buttons.agenda import Done, ShowAgenda, ShowPromises, ShowWeek
from bot.buttons.deals import OpenDeal
from bot.buttons.picking import ShowPicks
from bot.buttons.steps import DropStep, OpenStep
from bot.cards.deed import deed_lines, deed_rows
from bot.cards.frame import HALF_LABEL, Rendered, Row, button, screen
from bot.cards.names import called, company_in_full
from bot.cards.steps import card_line
from bot.texts import Html, Language, escape, join
from core.notices import StepCard
from core.notices.purpose import Purpose


def step_card(notice: StepCard, words: Language) -> Rendered:
    """The card; a step that is over shows what it was, without what could be done about it."""
    deed = deed_lines(notice.deed, notice.today, words)
    rows = deed_rows(notice.deed, notice.place, words)
    if notice.is_open:
        rows += _actions(notice, words)
    return screen([*deed, *_facts(notice, words)], [*rows, *_ways(notice, words)])


def _facts(notice: StepCard, words: Language) -> list[Html]:
    step = notice.step
    facts = [card_line(step, notice.today, words)]
    if step.person:
        person = [called(step.person), *([escape(notice.phone, 40)] if notice.phone else [])]
        facts.append(Html("👤 " + join(", ", person)))
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
    """To its deal, and back to where it was opened."""
    step = notice.step
    deal = [button(words.plain("button-deal"), OpenDeal(step.deal_id, 0), HALF_LABEL)] if step.deal_id else []
    return [[*deal, *back(notice.place, words)]]


def back(place: str, words: Language, step_id: int = 0) -> Row:
    """The way back to a place; without one, to the step whose day was to be picked."""
    label = words.plain("button-back")
    name = place.rstrip("0123456789")
    if name == "agenda":
        return [button(label, ShowAgenda(int(place.removeprefix(name) or 0)), HALF_LABEL)]
    if name == "week":
        return [button(label, ShowWeek(), HALF_LABEL)]
    if name in ("ours", "theirs"):
        return [button(label, ShowPromises(name, int(place.removeprefix(name) or 0)), HALF_LABEL)]
    return [button(label, OpenStep(step_id, place), HALF_LABEL)] if step_id else []
