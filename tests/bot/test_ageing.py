"""Words of what was logged long ago go where the team wants that; figures and what is new stay."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

import bot.ageing
import core.exchange.personal.ageing
from bot.ageing import Ageing
from bot.clock import Clock
from bot.threads import DatabaseThreads
from core.model import Contact, InboxUpdate, NextStep, Operation, OutboxMessage
from tests.bot.personal_story import MANTAS, tell
from tests.bot.test_personal import contents, reports
from tests.builders import NOW, House


class Later(Clock):
    """So many days after what was logged."""

    def __init__(self, days: int) -> None:
        super().__init__()
        self.days = days

    def now(self) -> datetime:
        return NOW + timedelta(days=self.days)


async def aged(house: House, months: int, clock: Clock) -> None:
    threads = DatabaseThreads(house.database)
    threads.start()
    await Ageing(threads, clock, months).tick()
    await threads.stop()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several steps for the few rows of a test."""
    monkeypatch.setattr(bot.ageing, "PAUSE_S", 0)
    monkeypatch.setattr(core.exchange.personal.ageing, "STEP", 3)


async def test_words_go_after_their_time_and_no_figure_changes(house: House, quick: None) -> None:
    chats = tell(house)
    with house.database.writing() as session:
        session.execute(update(NextStep).where(NextStep.id == 1).values(text="uždarytas", done_at=NOW))
        session.execute(update(NextStep).where(NextStep.id == 2).values(text="atviras", done_at=None))
        session.execute(update(InboxUpdate).values(payload="{}"))
    before = reports(house)
    assert "susilaužė koją" in contents(house)
    await aged(house, 3, Later(100))
    left = contents(house)
    assert "susilaužė" not in left
    assert "uždarytas" not in left
    assert "atviras" in left
    assert reports(house) == before
    with house.database.reading() as session:
        assert session.scalars(select(Contact).where(Contact.note.is_not(None))).all() == []
        assert len(session.scalars(select(OutboxMessage)).all()) == 1, (
            "the newest, whose number is given once"
        )
        operation = session.scalars(select(Operation).where(Operation.intent.is_not(None))).first()
    assert operation is not None
    chats.edits(MANTAS, operation.message_id or 0, "Skambinau Rimui iš Statybos 20 min")
    with house.database.reading() as session:
        assert session.scalars(select(InboxUpdate).where(InboxUpdate.failed_at.is_not(None))).all() == []


@pytest.mark.parametrize(("months", "days"), [(0, 10_000), (3, 90)])
async def test_words_stay_for_ever_or_for_their_time(
    house: House, quick: None, months: int, days: int
) -> None:
    tell(house)
    before = contents(house)
    await aged(house, months, Later(days))
    assert contents(house) == before


async def test_a_step_that_is_closed_late_loses_its_words_the_day_after(house: House, quick: None) -> None:
    tell(house)
    clock, threads = Later(100), DatabaseThreads(house.database)
    threads.start()
    ageing = Ageing(threads, clock, 3)
    with house.database.writing() as session:
        session.execute(update(NextStep).values(text="atviras", done_at=None))
    await ageing.tick()
    with house.database.writing() as session:
        session.execute(update(NextStep).values(done_at=clock.now()))
    await ageing.tick()
    assert "atviras" in contents(house), "it was looked at on that day already"
    clock.days += 1
    await ageing.tick()
    await threads.stop()
    assert "atviras" not in contents(house)
