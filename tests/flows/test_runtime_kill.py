"""The process is killed while people write: nothing is lost, nothing is done twice, order is kept."""

import asyncio
import random
from collections.abc import Callable

from playground.server import Playground
from playground.testing import Phone
from tests.flows.conftest import echo_process, rows_of, texts

KILLS = 3


async def test_kill_loses_nothing_and_does_nothing_twice(
    telegram: Playground, phone: Callable[[int], Phone], database_url: str
) -> None:
    people = [phone(7001 + number) for number in range(3)]
    for person in people:
        await person.start()
    count = 0
    for _ in range(KILLS):
        process = await echo_process(telegram.url, database_url)
        killing = asyncio.create_task(_kill_soon(process))
        while not killing.done():
            await asyncio.gather(*(person.say(str(count)) for person in people))
            count += 1
            await asyncio.sleep(0.02)
        await killing
    process = await echo_process(telegram.url, database_url)
    try:
        for person in people:
            await person.wait_for(lambda message: message["text"] == f"echo {count - 1}", 60)
    finally:
        process.terminate()
        assert await process.wait() == 0
    effects = rows_of(database_url, "SELECT chat_id, count(*) FROM outbox GROUP BY chat_id")
    assert sorted(effects) == [(person.person, count + 1) for person in people]
    for person in people:
        in_order = list(dict.fromkeys(await texts(person)))
        assert in_order == ["echo /start", *(f"echo {number}" for number in range(count))]


async def _kill_soon(process: asyncio.subprocess.Process) -> None:
    await asyncio.sleep(random.uniform(0.05, 0.5))
    process.kill()
    await process.wait()
