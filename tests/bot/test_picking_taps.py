"""Picks of a day, tapped: once, twice, forged."""

from datetime import time

import pytest
from sqlalchemy import func, select

from bot.buttons.packing import pack
from bot.buttons.picking import PickDay, PickMoment, ShowMonth, ShowPicks
from bot.handlers import taps
from core.actions import planning
from core.actions.work import Work
from core.model import Member, NextStep, OutboxMessage
from core.notices import MonthPicks, StepCard, StepPicks
from core.notices.purpose import Purpose
from tests.builders import House

MESSAGE = 70
PURPOSE = "plan.c1.call."
TOMORROW = pack(PickMoment("20261125T0900", PURPOSE))


def offered(work: Work, by: Member) -> None:
    """Picks for a step with a company, as they stand in a message of the chat."""
    planning.show_plan(work, by, Purpose.read(PURPOSE), 501, None)
    _delivered(work)


def _delivered(work: Work) -> None:
    letter = work.session.get(OutboxMessage, work.posted[-1].id)
    assert letter is not None
    letter.message_id = MESSAGE
    work.session.flush()


def steps_in(work: Work) -> int:
    return work.session.scalar(select(func.count()).select_from(NextStep)) or 0


def test_tapping_a_pick_twice_plans_one_step(house: House) -> None:
    house.company("UAB Statyba")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        offered(work, mantas)
        taps.run(work, mantas, TOMORROW, 501, MESSAGE)
        assert work.toast == "toast-saved"
        taps.run(work, mantas, TOMORROW, 501, MESSAGE)
        assert work.toast == "toast-already-done"
        assert steps_in(work) == 1
        shown = work.posted[-1].notice
        assert isinstance(shown, StepCard), "the second tap shows what stands there now"
        assert shown.step.at == time(9)


@pytest.mark.parametrize(
    "forged",
    [
        PickMoment("20261125T0900", "plan.c1.visit."),
        PickMoment("20261125T0900", "drop.1.."),
        PickMoment("20261301", PURPOSE),
        PickMoment("", PURPOSE),
        PickDay("soon", PURPOSE),
        PickDay("20261123", PURPOSE),
        ShowMonth("2026", PURPOSE),
        ShowMonth("000000", PURPOSE),
        ShowPicks("plan.c999.call."),
        ShowPicks("move.x.."),
        ShowPicks("move.1.."),
        ShowPicks("plan.c1.dance."),
        ShowPicks("nonsense"),
    ],
)
def test_what_the_screen_does_not_offer_changes_nothing(house: House, forged: PickMoment) -> None:
    house.company("UAB Statyba")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        offered(work, mantas)
        taps.run(work, mantas, pack(forged), 501, MESSAGE)
        assert work.toast == "toast-no-longer"
        assert steps_in(work) == 0


@pytest.mark.parametrize(
    ("turned", "shown"), [("202602", "2026-11"), ("202612", "2026-12"), ("209901", "2028-11")]
)
def test_months_turn_from_this_one_to_two_years_ahead(house: House, turned: str, shown: str) -> None:
    house.company("UAB Statyba")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        offered(work, mantas)
        taps.run(work, mantas, pack(ShowMonth(turned, PURPOSE)), 501, MESSAGE)
        month = work.posted[-1].notice
    assert isinstance(month, MonthPicks)
    assert f"{month.month:%Y-%m}" == shown


def test_another_kind_is_a_tap_on_its_icon(house: House) -> None:
    house.company("UAB Statyba")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        offered(work, mantas)
        taps.run(work, mantas, pack(ShowPicks("plan.c1.visit.")), 501, MESSAGE)
        picks = work.posted[-1].notice
        assert isinstance(picks, StepPicks)
        assert picks.step.kind == "visit"
        taps.run(work, mantas, pack(PickMoment("20261127", picks.purpose)), 501, MESSAGE)
        assert work.session.scalar(select(NextStep.kind)) == "visit"
