"""The bot takes snapshots beside its work, and stops in the middle of one when it has to."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.freezing import Freezing
from bot.threads import DatabaseThreads
from core.model import Snapshot, SnapshotForecast
from tests.builders import TEAM, House


@pytest.fixture
async def threads(house: House) -> AsyncIterator[DatabaseThreads]:
    running = DatabaseThreads(house.database)
    running.start()
    yield running
    await running.stop()


def finished(house: House) -> int:
    with house.database.reading() as session:
        query = select(func.count()).select_from(Snapshot).where(Snapshot.done_at.is_not(None))
        return session.scalar(query) or 0


async def test_a_tick_takes_what_is_due_and_the_next_one_nothing(
    house: House, threads: DatabaseThreads
) -> None:
    clock = Clock()
    freezing = Freezing(house.database, threads, clock, TEAM)
    await freezing.tick()
    await freezing.tick()
    assert finished(house) == 1
    clock.forward_to(timedelta(days=14))
    await freezing.tick()
    assert finished(house) == 3


async def test_others_write_while_it_is_taken(house: House, threads: DatabaseThreads) -> None:
    freezing, seen = Freezing(house.database, threads, Clock(), TEAM), []

    def look(session: Session) -> int:
        return session.scalar(select(func.count()).select_from(SnapshotForecast)) or 0

    rest = freezing.rest

    def rest_while_others_write() -> None:
        seen.append(freezing.write(look))
        rest()

    freezing.rest = rest_while_others_write  # type: ignore[method-assign]
    await freezing.tick()
    assert finished(house) == 1
    assert seen[0] == 0 < seen[-1]


async def test_a_bot_that_stops_leaves_it_to_the_next_start(house: House, threads: DatabaseThreads) -> None:
    freezing = Freezing(house.database, threads, Clock(), TEAM)
    freezing.rest = freezing.stop  # type: ignore[method-assign]
    await freezing.tick()
    assert finished(house) == 0
