"""The one clock: real time, or the simulated time of a stand-in that it follows."""

import asyncio
import contextlib
import logging
from datetime import UTC, datetime, timedelta

import aiohttp

from bot.config import TELEGRAM
from bot.logs import Trouble, event

log = logging.getLogger(__name__)

LONG_POLL_S = 25
RETRY_S = 1.0


class ClockRefused(Exception):
    """A simulated clock was configured together with the real Telegram, whose dates it would contradict."""


class Clock:
    """Tells what time it is. Nothing else reads the time; network timeouts stay on the loop's own clock.

    Simulated time is real time plus an offset that only grows, so `now` never goes back by a jump of the
    stand-in's clock.
    """

    def __init__(self) -> None:
        self._ahead = timedelta()
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        """The moment, aware, UTC."""
        return datetime.now(UTC) + self._ahead

    def forward_to(self, ahead: timedelta) -> None:
        """Runs that much ahead of real time from now on; less than before is ignored."""
        if ahead > self._ahead:
            self._ahead = ahead
            self._moved.set()
            self._moved = asyncio.Event()

    async def sleep_until(self, moment: datetime) -> None:
        """Returns once `moment` has come on this clock, also when the clock jumps over it."""
        while (left := (moment - self.now()).total_seconds()) > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._moved.wait(), left)

    async def sleep(self, seconds: float) -> None:
        """Returns after that many seconds on this clock."""
        await self.sleep_until(self.now() + timedelta(seconds=seconds))


async def follow(clock: Clock, url: str, base_url: str) -> None:
    """Keeps `clock` at the stand-in's time, for ever; `url` is the address of its `/api/clock`.

    An unreachable stand-in is asked again; until then the clock runs on. Raises ClockRefused where `base_url`
    is the real Telegram.
    """
    if base_url == TELEGRAM:
        raise ClockRefused("a simulated clock cannot be used with the real Telegram")
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=5, sock_read=LONG_POLL_S + 10)
    trouble = Trouble(log, "clock")
    version = -1
    async with aiohttp.ClientSession(timeout=timeout) as http:
        while True:
            try:
                version = await _next(clock, http, url, version)
                trouble.over()
            except (aiohttp.ClientError, TimeoutError, OSError, KeyError, TypeError, ValueError) as error:
                trouble.met(error)
                await asyncio.sleep(RETRY_S)


async def catch_up(clock: Clock, url: str, base_url: str) -> None:
    """Sets the clock to the stand-in's time once. Raises ClockRefused as `follow` does."""
    if base_url == TELEGRAM:
        raise ClockRefused("a simulated clock cannot be used with the real Telegram")
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as http:
        try:
            await _next(clock, http, url, -1)
        except (aiohttp.ClientError, TimeoutError, OSError, KeyError, TypeError, ValueError) as error:
            event(log, "clock.unreachable", logging.WARNING, error=type(error).__name__)


async def _next(clock: Clock, http: aiohttp.ClientSession, url: str, version: int) -> int:
    query = {"after": version, "timeout": LONG_POLL_S} if version >= 0 else {}
    async with http.get(url, params=query) as answer:
        answer.raise_for_status()
        told = await answer.json()
    clock.forward_to(timedelta(seconds=float(told["offset_s"])))
    return int(told["version"])
