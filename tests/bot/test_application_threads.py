"""Jobs on the database threads: in order, several to a transaction, and a failing one fails alone."""

import asyncio
import threading
from functools import partial

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from bot.threads import DatabaseThreads
from core.model import Chat
from core.storage.database import Database


def write(number: int, session: Session) -> int:
    session.execute(insert(Chat), {"id": number})
    if number % 10 == 3:
        raise LookupError(number)
    return number


async def test_failing_job_fails_alone(database: Database) -> None:
    threads = DatabaseThreads(database)
    threads.start()
    jobs = [threads.submit(partial(write, number)) for number in range(20)]
    ended = await asyncio.gather(*jobs, return_exceptions=True)
    await threads.stop()
    for number, result in enumerate(ended):
        assert isinstance(result, LookupError) if number % 10 == 3 else result == number
    with database.reading() as session:
        kept = session.scalars(select(Chat.id).order_by(Chat.id)).all()
    assert kept == [number for number in range(20) if number % 10 != 3]


async def test_job_is_committed_when_its_future_ends(database: Database) -> None:
    threads = DatabaseThreads(database)
    threads.start()
    await threads.submit(lambda session: write(1, session))
    with database.reading() as session:
        assert session.scalars(select(Chat.id)).all() == [1]
    await threads.stop()


async def test_later_job_sees_what_an_earlier_one_wrote(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    threads = DatabaseThreads(database)
    threads.start()
    assert threads.in_order
    threads.submit(lambda session: write(1, session))
    assert await threads.submit(lambda session: session.scalars(select(Chat.id)).all()) == [1]
    await threads.stop()
    database.close()


async def test_jobs_that_came_while_another_was_under_way_share_a_transaction(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    threads = DatabaseThreads(database)
    threads.start()
    begun, may_end = threading.Event(), threading.Event()
    sessions: list[Session] = []

    def busy(_session: Session) -> None:
        begun.set()
        may_end.wait(10)

    first = threads.submit(busy)
    await asyncio.to_thread(begun.wait, 10)
    later = []
    for _ in range(5):
        later.append(threads.submit(sessions.append))
        await asyncio.sleep(0)  # each in an iteration of the loop of its own
    await asyncio.sleep(0)
    may_end.set()
    await asyncio.gather(first, *later)
    await threads.stop()
    database.close()
    assert len(sessions) == 5
    assert len(set(map(id, sessions))) == 1


async def test_jobs_before_the_stop_are_done(database: Database) -> None:
    threads = DatabaseThreads(database)
    threads.start()
    job = threads.submit(lambda session: write(1, session))
    await threads.stop()
    assert await job == 1


async def test_job_without_threads_is_refused(database: Database) -> None:
    with pytest.raises(RuntimeError):
        DatabaseThreads(database).submit(lambda session: None)
