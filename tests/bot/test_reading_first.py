"""What takes long and only reads is read beside the writing, before its update is handled, in order."""

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.clock import Clock
from bot.incoming.dispatch import Dispatch
from bot.incoming.handling import Handling, Outcome
from bot.incoming.shapes import Update
from bot.threads import DatabaseThreads
from core.actions.work import TeamSettings, Work
from core.errors import NotFound
from core.model import Chat, OutboxMessage
from core.notices import Answered, Refusal
from core.reading.directory import Directory
from core.storage import inbox
from core.storage.database import Database
from core.storage.directory_cache import DirectoryCache
from core.storage.inbox import Received
from core.storage.ledger import add

pytestmark = pytest.mark.alone

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
SLOW, QUICK = 10, 20
"""The chat that asks for what takes long, and another one."""


WRITTEN = 1000
"""Rows from here on are what handling an update wrote; two of one update would clash."""


class Bot:
    """Updates of two chats handled on a database: `find` is what the slow chat asks for."""

    def __init__(self, database: Database, find: Callable[[Work], Any]) -> None:
        self.database, self.find = database, find
        self.done: list[int] = []
        self.handled: list[int] = []
        self.threads = DatabaseThreads(database)
        handling = Handling(self.handle, TeamSettings(), Clock(), DirectoryCache())
        self.dispatch = Dispatch(self.threads, handling, self.after)
        self.changed = asyncio.Event()

    def handle(self, update: Update, work: Work) -> None:
        assert update.message is not None
        chat_id = update.message.chat.id
        self.handled.append(chat_id)
        add(work.session, Chat, {"id": WRITTEN * update.update_id + chat_id})
        if chat_id == SLOW:
            work.apart("slow", self.find)
        work.post(chat_id, Answered())

    def after(self, outcome: Outcome) -> None:
        self.done += [each.chat_id for each in outcome.posted]
        self.changed.set()

    async def run(self, *chats: int) -> None:
        """Starts on an update of each chat."""
        self.threads.start()
        self.keep(1, *chats)
        self.dispatch.wake(chats)

    def keep(self, first: int, *chats: int) -> None:
        with self.database.writing() as session:
            updates = [Received(first + n, chat, _message(first + n, chat)) for n, chat in enumerate(chats)]
            inbox.store(session.connection(), 1, updates, NOW)

    async def until(self, *chats: int) -> None:
        async with asyncio.timeout(20):
            while self.done != list(chats):
                self.changed.clear()
                await self.changed.wait()

    async def stop(self) -> None:
        await self.dispatch.stop()
        await self.threads.stop()


def _message(number: int, chat_id: int) -> str:
    chat = {"id": chat_id, "type": "private", "first_name": "P"}
    user = {"id": chat_id, "is_bot": False, "first_name": "P"}
    message = {"message_id": number, "date": int(NOW.timestamp()), "chat": chat, "from": user, "text": "?"}
    return json.dumps({"update_id": number, "message": message})


def posted(database: Database) -> Mapping[str, int]:
    with database.reading() as session:
        query = select(OutboxMessage.notice, func.count()).group_by(OutboxMessage.notice)
        return {row[0]: row[1] for row in session.execute(query)}


async def test_others_are_answered_while_somebody_waits_for_what_takes_long(database: Database) -> None:
    may_end = threading.Event()

    def find(work: Work) -> int:
        may_end.wait(20)
        return work.session.scalar(select(func.count()).select_from(Chat)) or 0

    bot = Bot(database, find)
    await bot.run(SLOW, QUICK)
    await bot.until(QUICK)
    may_end.set()
    await bot.until(QUICK, SLOW)
    await bot.stop()
    assert sorted(bot.handled) == [SLOW, SLOW, QUICK]
    with database.reading() as session:
        kept = session.scalar(select(func.count()).where(Chat.id > WRITTEN))
    assert kept == 2  # what the update wrote before it had to wait is not written twice
    assert posted(database) == {"Answered": 2}


async def test_a_chats_own_next_message_waits_for_the_answer(database: Database) -> None:
    may_end = threading.Event()

    def find(work: Work) -> None:
        may_end.wait(20)
        seen.append(work.session.scalar(select(func.count()).where(Chat.id > WRITTEN)))

    seen: list[int | None] = []
    bot = Bot(database, find)
    await bot.run(SLOW)
    bot.keep(2, SLOW)
    bot.dispatch.wake([SLOW])
    await asyncio.sleep(0)
    may_end.set()
    await bot.until(SLOW, SLOW)
    await bot.stop()
    assert seen == [0, 1]
    assert posted(database) == {"Answered": 2}


async def test_a_refusal_found_beforehand_is_told_like_any_other(database: Database) -> None:
    def find(_work: Work) -> None:
        raise NotFound()

    bot = Bot(database, find)
    await bot.run(SLOW)
    await bot.until(SLOW)
    await bot.stop()
    assert posted(database) == {Refusal.__name__: 1}


async def test_a_mistake_in_reading_counts_against_the_update_only(database: Database) -> None:
    def find(_work: Work) -> None:
        raise LookupError("a mistake of ours")

    bot = Bot(database, find)
    await bot.run(SLOW, QUICK)
    await bot.until(QUICK)
    await bot.stop()
    with database.writing() as session:
        waiting = inbox.take(session.connection(), SLOW, datetime(2099, 1, 1, tzinfo=UTC))
    assert waiting is not None
    assert waiting.attempts == 1


@pytest.mark.parametrize("prepared", [None, {"slow": 5}])
def test_without_a_bot_around_it_it_is_read_at_once(
    database: Database, prepared: Mapping[Any, int] | None
) -> None:
    with database.reading() as session:
        work = Work(session, NOW, TeamSettings(), Directory(), prepared=prepared)
        assert work.apart("slow", lambda _work: 5) == 5
