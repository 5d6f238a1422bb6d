"""A backup of a bot at work: people are answered meanwhile, and what is in it fits together."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from core.exchange.backup.making import back_up
from core.exchange.backup.restoring import restore
from core.storage.database import Database
from playground.testing import Phone
from tests.flows.conftest import Running, rows_of, said, texts

WORDS = 25
BACKUPS = 3


async def test_people_are_answered_while_backups_are_made_of_whole_transactions(
    running: Running, phone: Callable[[int], Phone], database_url: str, tmp_path: Path
) -> None:
    people = [phone(7001), phone(7002)]
    paths = [tmp_path / f"{number}.backup" for number in range(BACKUPS)]
    for person in people:
        await person.start()
    async with running(database_url):
        talking = asyncio.gather(*(_talk(person) for person in people))
        for path in paths:
            await asyncio.to_thread(_back_up, database_url, path)
        await talking
        for person in people:
            await said(person, WORDS + 1, 30)
    for person in people:
        assert await texts(person) == ["echo /start", *(f"echo {number}" for number in range(WORDS))]
    for path in paths:
        handled, answered = _in(path)
        assert handled == answered


async def _talk(person: Phone) -> None:
    for number in range(WORDS):
        await person.say(str(number))
        await asyncio.sleep(0.02)


def _back_up(url: str, path: Path) -> None:
    database = Database(url)
    back_up(database, path, datetime.now(UTC))
    database.close()


def _in(path: Path) -> tuple[int, int]:
    """How many updates of a backup are handled, and how many letters answer them."""
    url = f"sqlite:///{path.with_suffix('.sqlite3')}"
    database = Database(url)
    restore(path, database)
    database.close()
    found = rows_of(
        url, "SELECT (SELECT count(*) FROM inbox WHERE done_at IS NOT NULL), (SELECT count(*) FROM outbox)"
    )
    return found[0][0], found[0][1]
