"""The way of an update through the machinery: kept, handled in order, answered, whatever goes wrong."""

import asyncio
from collections.abc import Callable

from playground.testing import Phone
from tests.flows.conftest import Running, said


async def test_message_is_answered(
    running: Running, phone: Callable[[int], Phone], database_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(database_url):
        await ona.say("labas")
        assert await said(ona, 2) == ["echo /start", "echo labas"]


async def test_messages_of_a_chat_are_answered_in_order(
    running: Running, phone: Callable[[int], Phone], database_url: str
) -> None:
    people = [phone(7001 + number) for number in range(5)]
    for person in people:
        await person.start()
    async with running(database_url):
        for number in range(8):
            await asyncio.gather(*(person.say(str(number)) for person in people))
        expected = ["echo /start", *(f"echo {number}" for number in range(8))]
        for person in people:
            assert await said(person, 9) == expected
