"""The one clock: aware, forward only, and able to jump over a sleep."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock, ClockRefused, catch_up, follow
from bot.config import TELEGRAM
from playground.server import start


def test_now_is_aware_and_real_by_default() -> None:
    assert abs((Clock().now() - datetime.now(UTC)).total_seconds()) < 1


def test_clock_goes_forward_only() -> None:
    clock = Clock()
    clock.forward_to(timedelta(hours=5))
    clock.forward_to(timedelta(hours=2))
    assert (clock.now() - datetime.now(UTC)).total_seconds() == pytest.approx(5 * 3600, abs=1)


async def test_sleep_ends_when_the_clock_jumps_over_it() -> None:
    clock = Clock()
    sleeping = asyncio.create_task(clock.sleep(7200))
    await asyncio.sleep(0)
    clock.forward_to(timedelta(hours=1))
    await asyncio.sleep(0.01)
    assert not sleeping.done()
    clock.forward_to(timedelta(hours=3))
    await asyncio.wait_for(sleeping, 1)


async def test_short_sleep_takes_its_time() -> None:
    clock = Clock()
    began = clock.now()
    await clock.sleep(0.05)
    assert clock.now() - began >= timedelta(seconds=0.05)


async def test_simulated_clock_is_refused_with_the_real_telegram() -> None:
    for attempt in (follow, catch_up):
        with pytest.raises(ClockRefused):
            await attempt(Clock(), "http://127.0.0.1:9/api/clock", TELEGRAM)


async def test_unreachable_stand_in_leaves_the_clock_as_it_is() -> None:
    clock = Clock()
    await catch_up(clock, "http://127.0.0.1:9/api/clock", "http://127.0.0.1:9")
    assert abs((clock.now() - datetime.now(UTC)).total_seconds()) < 1


async def test_stand_in_is_followed_within_moments() -> None:
    clock = Clock()
    async with start(port=0) as server:
        following = asyncio.create_task(follow(clock, f"{server.url}/api/clock", server.url))
        await asyncio.sleep(0.1)
        sleeping = asyncio.create_task(clock.sleep(3600))
        await asyncio.sleep(0)
        server.world.clock.move({"by_s": 4000})
        await asyncio.wait_for(sleeping, 2)
        following.cancel()
