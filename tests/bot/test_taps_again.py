"""A tap that comes once more: nothing is done twice, and what was done can still be taken back."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from bot.buttons.deals import HandOver, LoseDeal, MoveDeal
from bot.buttons.logged import Undo
from bot.buttons.packing import Button, pack
from bot.buttons.steps import InAnHour
from bot.cards import render, toast
from bot.handlers import taps
from bot.texts import languages
from core.actions import agenda, deal_card
from core.actions.intent import Intent, Plan
from core.model import Deal, NextStep, OutboxMessage, Stage
from core.notices import DealCard, HandedOver, Notice, Reminder
from core.terms import ContactKind, LostReason, StepKind
from tests.builders import NOW, House

CHAT, MESSAGE = 501, 70


class Thumb:
    """Mantas's thumb on the card of one deal, which stands in one message."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.deal = house.deal(house.company("UAB Statyba"), "Fasadas")
        with house.work() as work:
            stages = work.session.scalars(select(Stage))
            self.stages = {stage.name: stage.id for stage in stages}
            letter = deal_card.show(work, house.member(work, "Mantas"), self.deal, "", CHAT)
            work.session.get_one(OutboxMessage, letter).message_id = MESSAGE

    def tap(self, button: Button, seconds: float = 0) -> tuple[str | None, Notice | None]:
        """What the tap says, and the screen that it leaves, None for the one that stood there."""
        with self.house.work(NOW + timedelta(seconds=seconds)) as work:
            taps.run(work, self.house.member(work, "Mantas"), pack(button), CHAT, MESSAGE)
            shown = [each.notice for each in work.posted if each.chat_id == CHAT]
            return work.toast, shown[-1] if shown else None

    def moves(self) -> MoveDeal:
        return MoveDeal(self.deal, self.stages["Užklausa"], self.stages["Derybos"])


def undo_labels(notice: Notice | None, code: str) -> list[str]:
    assert notice is not None
    keyboard = render(notice, code).keyboard
    assert keyboard is not None
    labels = [button.text for row in keyboard.inline_keyboard for button in row]
    return [label for label in labels if label in ("Atšaukti", "Undo")]


@pytest.mark.parametrize("code", languages())
def test_a_double_tap_keeps_undo_and_says_that_it_is_done(house: House, code: str) -> None:
    thumb = Thumb(house)
    thumb.tap(thumb.moves())
    said, shown = thumb.tap(thumb.moves(), 1)
    assert said == "toast-already-done"
    assert toast(said, code) in ("Tai jau atlikta", "That is done already")
    assert isinstance(shown, DealCard)
    assert shown.change is not None
    assert shown.change.what == "moved"
    assert len(undo_labels(shown, code)) == 1


def test_an_old_button_says_so_and_the_card_keeps_undo_for_a_day(house: House) -> None:
    thumb = Thumb(house)
    thumb.tap(thumb.moves())
    said, shown = thumb.tap(thumb.moves(), 23 * 3600)
    assert said == "toast-no-longer"
    assert len(undo_labels(shown, "lt")) == 1
    said, shown = thumb.tap(thumb.moves(), 24 * 3600 + 60)
    assert said == "toast-no-longer"
    assert undo_labels(shown, "lt") == []


def test_undo_that_comes_too_late_leaves_the_card(house: House) -> None:
    thumb = Thumb(house)
    _, shown = thumb.tap(thumb.moves())
    assert isinstance(shown, DealCard)
    assert shown.change is not None
    undo = Undo(shown.change.operation_id)
    said, shown = thumb.tap(undo, 24 * 3600 + 1)
    assert said == "toast-too-late-to-undo"
    assert undo_labels(shown, "en") == []
    assert house.load(Deal, thumb.deal).stage_id == thumb.stages["Derybos"]


def test_what_was_undone_is_said_no_longer(house: House) -> None:
    thumb = Thumb(house)
    _, shown = thumb.tap(thumb.moves())
    assert isinstance(shown, DealCard)
    assert shown.change is not None
    undo = Undo(shown.change.operation_id)
    assert thumb.tap(undo)[0] == "toast-undone"
    said, shown = thumb.tap(undo, 1)
    assert said == "toast-already-done"
    assert undo_labels(shown, "lt") == []


def test_won_instead_of_lost_just_after_shows_what_stands_now(house: House) -> None:
    thumb = Thumb(house)
    thumb.tap(LoseDeal(thumb.deal, LostReason.PRICE.value))
    _, shown = thumb.tap(MoveDeal(thumb.deal, thumb.stages["Užklausa"], thumb.stages["Laimėta"]), 10)
    assert isinstance(shown, DealCard)
    assert shown.lost_reason is LostReason.PRICE
    assert len(undo_labels(shown, "en")) == 1


def test_a_deal_handed_over_twice_keeps_its_undo(house: House) -> None:
    thumb = Thumb(house)
    with house.work() as work:
        ruta = house.member(work, "Rūta").id
    give = HandOver(thumb.deal, ruta)
    _, shown = thumb.tap(give)
    assert isinstance(shown, HandedOver)
    said, again = thumb.tap(give, 1)
    assert (said, again) == ("toast-already-done", None)
    assert thumb.tap(Undo(shown.operation_id), 2)[0] == "toast-undone"


def test_an_hour_later_is_one_hour_however_often_it_is_tapped(house: House) -> None:
    plan = Plan(kind=StepKind.CALL, on=NOW.date(), at=time(10, 15))
    intent = Intent(text="", said_at=NOW, kind=ContactKind.CALL, occurred_on=NOW.date(), plans=[plan])
    step = house.log(intent).steps[0]
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        notice = Reminder(
            steps=agenda.lines(work, mantas, [step]),
            today=NOW.date(),
            tomorrow=NOW.date() + timedelta(days=1),
        )
        letter = work.post(CHAT, notice, to=mantas)
        work.session.get_one(OutboxMessage, letter).message_id = MESSAGE + 1
    for seconds in (0, 1, 600):
        with house.work(NOW + timedelta(seconds=seconds)) as work:
            taps.run(work, house.member(work, "Mantas"), pack(InAnHour(step.id, "")), CHAT, MESSAGE + 1)
        assert house.load(NextStep, step.id).due_time == time(11, 15)
