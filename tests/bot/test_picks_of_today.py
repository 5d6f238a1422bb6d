"""Days told from the one on which a screen was shown: they do what their label says, or are shown anew."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.buttons.packing import unpack
from bot.cards import render
from bot.handlers import taps
from core.actions import by_taps, planning, practice, tidy
from core.actions.agenda import lines
from core.actions.intent import Intent, Plan
from core.actions.work import Work
from core.model import Contact, Deal, NextStep, OutboxMessage
from core.notices import (
    LanguageSet,
    LogPicks,
    LogResults,
    Notice,
    Practice,
    Reminder,
    StepCard,
    StepPicks,
    Tidy,
)
from core.notices.purpose import Purpose
from core.terms import StepKind
from tests.builders import NOW, House

CHAT, MESSAGE = 501, 70
TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)


class Chat:
    """Mantas's chat, in which the newest screen stands in one message."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.toast: str | None = None
        self.shown: Notice | None = None

    def put(self, work: Work) -> None:
        """What was just posted stands in the message."""
        letter = work.session.get_one(OutboxMessage, work.posted[-1].id)
        letter.message_id = MESSAGE
        work.session.flush()
        self.shown = work.posted[-1].notice

    def tap(self, label: str, now: datetime = NOW, code: str = "lt") -> None:
        """Taps the button of the screen whose label holds these words."""
        assert self.shown is not None
        keyboard = render(self.shown, code).keyboard
        assert keyboard is not None
        found = [
            str(each.callback_data)
            for row in keyboard.inline_keyboard
            for each in row
            if label in each.text.replace("\u00a0", " ")
        ]
        assert len(found) == 1, label
        assert unpack(found[0])
        with self.house.work(now) as work:
            taps.run(work, self.house.member(work, "Mantas"), found[0], CHAT, MESSAGE)
            self.toast = work.toast
            self.shown = work.posted[-1].notice if work.posted else self.shown


def booked(house: House, chat: Chat) -> int:
    """A call at ten, of which the chat holds the reminder."""
    plan = Plan(kind=StepKind.CALL, on=TODAY, at=time(10))
    company = house.company("UAB Statyba")
    step = house.log(Intent(text="", said_at=NOW, company_id=company, plans=[plan])).steps[0].id
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        shown = lines(work, mantas, [work.session.get_one(NextStep, step)])
        work.post(CHAT, Reminder(steps=shown, today=TODAY, tomorrow=TODAY + DAY), to=mantas)
        chat.put(work)
    return step


@pytest.mark.parametrize(("code", "tomorrow"), [("lt", "Rytoj"), ("en", "Tomorrow")])
def test_what_is_reminded_of_is_put_off_until_tomorrow_at_a_tap(
    house: House, code: str, tomorrow: str
) -> None:
    chat = Chat(house)
    step = booked(house, chat)
    chat.tap(tomorrow, code=code)
    assert chat.toast == "toast-saved"
    assert isinstance(chat.shown, StepCard)
    assert chat.shown.deed is not None
    moved = house.load(NextStep, step)
    assert (moved.due_on, moved.due_time) == (TODAY + DAY, time(10))


def test_tomorrow_of_yesterday_s_reminder_moves_nothing_and_shows_the_step(house: House) -> None:
    chat = Chat(house)
    step = booked(house, chat)
    chat.tap("Rytoj", NOW + DAY)
    assert chat.toast == "toast-no-longer"
    assert isinstance(chat.shown, StepCard)
    assert chat.shown.is_open
    assert house.load(NextStep, step).due_on == TODAY


def test_what_was_done_meanwhile_is_shown_in_place_of_its_reminder(house: House) -> None:
    chat = Chat(house)
    step = booked(house, chat)
    with house.work() as work:
        work.session.get_one(NextStep, step).done_at = NOW
    chat.tap("Rytoj")
    assert isinstance(chat.shown, StepCard)
    assert not chat.shown.is_open


def test_picks_of_another_day_are_shown_anew(house: House) -> None:
    chat, company = Chat(house), house.company("UAB Statyba")
    with house.work() as work:
        planning.show_plan(
            work, house.member(work, "Mantas"), Purpose("plan", f"c{company}", "call"), CHAT, None
        )
        chat.put(work)
    before = chat.shown
    chat.tap("Po 2 savaičių", NOW + timedelta(days=14))
    assert chat.toast == "toast-no-longer"
    assert isinstance(before, StepPicks)
    assert isinstance(chat.shown, StepPicks)
    assert [pick.on - timedelta(days=14) for pick in chat.shown.picks] == [pick.on for pick in before.picks]
    chat.tap("Rytoj", NOW + timedelta(days=14))
    assert chat.toast == "toast-saved"


def test_a_contract_of_an_old_tidy_is_not_expected_today(house: House) -> None:
    chat = Chat(house)
    deal = house.deal(house.company("UAB Statyba"), "Fasadas", expected_close_on=TODAY - DAY)
    with house.work() as work:
        tidy.show_tidy(work, house.member(work, "Mantas"), 0, CHAT)
        chat.put(work)
    chat.tap("Po 2 savaičių", NOW + timedelta(days=14))
    assert chat.toast == "toast-no-longer"
    assert isinstance(chat.shown, Tidy)
    assert chat.shown.today == TODAY + timedelta(days=14)
    assert house.load(Deal, deal).expected_close_on == TODAY - DAY


def test_a_next_step_of_a_log_is_not_picked_from_another_day(house: House) -> None:
    chat, company = Chat(house), house.company("UAB Statyba")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        by_taps.choose_kind(work, mantas, "call", f"c{company}", CHAT, MESSAGE)
        chat.put(work)
    assert isinstance(chat.shown, LogResults)
    chat.tap("Gerai")
    assert isinstance(chat.shown, LogPicks)
    chat.tap("Rytoj", NOW + DAY)
    assert chat.toast == "toast-no-longer"
    assert isinstance(chat.shown, LogPicks)
    assert chat.shown.card.steps == []
    assert chat.shown.today == TODAY + DAY, "the question stays, with the days of now"
    assert isinstance(house.load(Contact, 1), Contact)


def test_the_exercise_gives_way_once_something_is_logged(house: House) -> None:
    chat = Chat(house)
    with house.work() as work:
        assert practice.offer(work, house.member(work, "Mantas"), CHAT)
        chat.put(work)
    assert isinstance(chat.shown, Practice)
    house.contact(TODAY)
    chat.tap("Nusiųsk už mane")
    assert isinstance(chat.shown, LanguageSet)
