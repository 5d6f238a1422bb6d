"""What a member sets: which routines come and when, quiet hours, silence; and the day's budget of notices."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from core.actions import reminders, routines, settings
from core.actions.intent import Intent, Plan
from core.actions.settings import NoSuchMoment
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.notices import Agenda, EveningLine, OwnSettings, Reminder
from core.reading.directory import Directory
from core.storage import routines as stored
from core.terms import StepKind
from tests.builders import NOW, TEAM, House
from tests.telling import Story

WEDNESDAY = date(2026, 11, 25)
EIGHT = datetime(2026, 11, 25, 6, tzinfo=UTC)
"""Eight on Wednesday in Vilnius."""


def told(house: House, now: datetime, notices_a_day: int = 6) -> list[str]:
    """The kinds of notice that a round at that moment posts for Mantas."""
    team = replace(TEAM, habits=replace(TEAM.habits, notices_a_day=notices_a_day))
    with house.database.writing() as session:
        work = Work(session, now, team, Directory())
        routines.settle(work)
        for routine in stored.due(session, now, 100):
            occasion = routines.take(work, routine)
            if occasion is not None:
                routines.tell(work, routine, occasion)
        reminders.plan(work)
        reminders.remind(work)
        return [type(each.notice).__name__ for each in work.posted if each.chat_id == 501]


@pytest.fixture
def story(house: House) -> Story:
    assert told(house, NOW) == []
    plans = [Plan(kind=StepKind.CALL, on=WEDNESDAY, at=time(10))]
    house.log(Intent(text="", said_at=NOW, company_id=house.company("UAB Statyba"), plans=plans))
    assert told(house, NOW) == []
    return Story(house)


def put(story: Story, kind: str, at: time | None) -> OwnSettings:
    return story.sees(OwnSettings, settings.set_routine, kind, at, 501, 1)


def test_the_agenda_comes_at_the_hour_that_was_chosen(story: Story) -> None:
    assert put(story, "agenda", time(9)).routines[0].at == time(9)
    assert told(story.house, EIGHT) == []
    assert told(story.house, EIGHT + timedelta(hours=1)) == [Agenda.__name__]


def test_one_that_is_turned_off_does_not_come(story: Story) -> None:
    assert put(story, "agenda", None).routines[0].at is None
    assert told(story.house, EIGHT) == []


def test_the_evening_line_comes_to_who_asked_for_it(story: Story) -> None:
    put(story, "evening", time(17, 30))
    told(story.house, EIGHT + timedelta(hours=2))
    assert told(story.house, EIGHT + timedelta(hours=9, minutes=30)) == [EveningLine.__name__]


def test_nobody_sets_a_routine_that_there_is_not(story: Story) -> None:
    for unknown in ("", "everything"):
        with pytest.raises(NoLongerApplies):
            put(story, unknown, time(9))


def test_quiet_hours_move_the_agenda_whose_hour_was_not_chosen_and_no_reminder(story: Story) -> None:
    shown = story.sees(OwnSettings, settings.set_quiet, (time(20), time(10, 30)), 501, 1)
    assert (shown.quiet_from, shown.quiet_to) == (time(20), time(10, 30))
    assert told(story.house, EIGHT) == []
    assert told(story.house, EIGHT + timedelta(hours=2)) == [Reminder.__name__], "the hour was named"
    assert told(story.house, EIGHT + timedelta(hours=2, minutes=30)) == [Agenda.__name__]


def test_an_hour_that_was_chosen_is_not_moved_by_quiet_hours(story: Story) -> None:
    put(story, "agenda", time(7))
    story.sees(OwnSettings, settings.set_quiet, (time(20), time(9)), 501, 1)
    assert told(story.house, EIGHT - timedelta(hours=1)) == [Agenda.__name__]


def test_after_a_silence_what_was_due_comes_once(story: Story) -> None:
    until = EIGHT + timedelta(hours=3)
    story.sees(OwnSettings, settings.snooze, until, 501, None)
    assert told(story.house, EIGHT) == []
    assert told(story.house, EIGHT + timedelta(hours=2)) == []
    assert sorted(told(story.house, until)) == [Agenda.__name__, Reminder.__name__]
    assert told(story.house, until + timedelta(minutes=1)) == []


def test_a_silence_that_is_ended_lets_all_come_at_its_time(story: Story) -> None:
    story.sees(OwnSettings, settings.snooze, EIGHT + timedelta(hours=3), 501, None)
    shown = story.sees(OwnSettings, settings.snooze, None, 501, None)
    assert shown.snoozed_until is None
    told(story.house, NOW)
    assert told(story.house, EIGHT) == [Agenda.__name__]
    assert told(story.house, EIGHT + timedelta(hours=2)) == [Reminder.__name__]


def test_what_was_reminded_of_is_not_again_when_settings_change(story: Story) -> None:
    assert Reminder.__name__ in told(story.house, EIGHT + timedelta(hours=2))
    story.now = EIGHT + timedelta(hours=2)
    story.sees(OwnSettings, settings.set_quiet, (time(20), time(7)), 501, 1)
    story.sees(OwnSettings, settings.snooze, None, 501, None)
    assert told(story.house, EIGHT + timedelta(hours=2, minutes=1)) == []


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("iki 14:00", datetime(2026, 11, 24, 14)),  # noqa: DTZ001 - local
        ("until Monday", datetime(2026, 11, 30, 8)),  # noqa: DTZ001
        ("iki rytojaus 10:30", datetime(2026, 11, 25, 10, 30)),  # noqa: DTZ001
    ],
)
def test_silence_lasts_as_long_as_it_is_said(story: Story, words: str, until: datetime) -> None:
    assert story.sees(OwnSettings, settings.snooze_as_said, words, 501).snoozed_until == until


@pytest.mark.parametrize("words", ["kada nors", "yesterday", "iki kitų metų liepos"])
def test_words_that_name_no_moment_of_the_coming_month_are_refused(story: Story, words: str) -> None:
    with pytest.raises(NoSuchMoment):
        story.sees(OwnSettings, settings.snooze_as_said, words, 501)


def test_beyond_the_days_budget_only_the_agenda_and_named_hours_come(story: Story) -> None:
    put(story, "evening", time(17, 30))
    put(story, "agenda", time(18))
    assert told(story.house, EIGHT + timedelta(hours=2), notices_a_day=1) == [Reminder.__name__]
    assert told(story.house, EIGHT + timedelta(hours=9, minutes=30), 1) == [EveningLine.__name__]
    assert told(story.house, EIGHT + timedelta(hours=10), 1) == [Agenda.__name__], "it has what found no room"
    thursday = EIGHT + timedelta(days=1)
    put(story, "agenda", time(8))
    plans = [Plan(kind=StepKind.CALL, on=date(2026, 11, 26))]
    story.house.log(Intent(text="", said_at=NOW, company_id=1, plans=plans))
    told(story.house, thursday, 1)
    evening = thursday + timedelta(hours=9, minutes=30)
    assert told(story.house, evening, 1) == [EveningLine.__name__], "a summary comes in any case"
