"""Delivery of a bot's updates to its webhook: each line in order, lines side by side, until it says 2xx."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

import aiohttp

from .faults import Faults
from .jsontypes import Json
from .updates import Pending, Updates

_LONGEST_WAIT_S = 60.0
Reply = Callable[[Json], Awaitable[None]]


class Webhook:
    """Posts each pending update until it is taken; at most `max_connections` at once."""

    def __init__(
        self, config: Json, updates: Updates, session: aiohttp.ClientSession, faults: Faults, reply: Reply
    ) -> None:
        self._config = config
        self._updates = updates
        self._session = session
        self._faults = faults
        self._reply = reply
        self._busy: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.last_error: Json = {}
        self._main = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Stops posting; what was not taken stays pending."""
        tasks = [self._main, *self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            self._updates.arrived.clear()
            self._start_lines()
            await self._updates.arrived.wait()

    def _start_lines(self) -> None:
        for pending in self._updates.pending.values():
            line = pending.line
            if line not in self._busy and len(self._busy) < self._config["max_connections"]:
                self._busy.add(line)
                task = asyncio.create_task(self._deliver(line))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _deliver(self, line: str) -> None:
        try:
            while pending := self._first_of(line):
                await self._until_taken(pending)
        finally:
            self._busy.discard(line)
            self._updates.arrived.set()

    def _first_of(self, line: str) -> Pending | None:
        return next((pending for pending in self._updates.pending.values() if pending.line == line), None)

    async def _until_taken(self, pending: Pending) -> None:
        failures = 0
        while pending.update["update_id"] in self._updates.pending:
            problem, answer = await self._post(pending.update)
            if not problem:
                self._updates.confirm(pending.update["update_id"])
                if answer.get("method"):
                    await self._reply(answer)
                return
            self.last_error = {"last_error_date": int(time.time()), "last_error_message": problem}
            failures += 1
            base = float(self._faults.settings["webhook_retry_s"])
            await asyncio.sleep(min(base * 2 ** (failures - 1), _LONGEST_WAIT_S))

    async def _post(self, update: Json) -> tuple[str, Json]:
        """What went wrong (empty when it was taken) and the method call in the answer, if any."""
        headers = {"Content-Type": "application/json"}
        if self._config.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._config["secret_token"]
        body = json.dumps(update, ensure_ascii=False).encode()
        try:
            async with self._session.post(self._config["url"], data=body, headers=headers) as response:
                if 200 <= response.status < 300:
                    return "", _call_in(response.content_type, await response.text())
                return f"Wrong response from the webhook: {response.status} {response.reason}", {}
        except aiohttp.ClientConnectorError:
            return "Connection refused", {}
        except TimeoutError:
            return "Read timeout expired", {}
        except aiohttp.ClientError:
            return "Webhook connection closed", {}


def _call_in(content_type: str, text: str) -> Json:
    if content_type == "application/json":
        try:
            value: Any = json.loads(text or "{}")
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}
    return dict(parse_qsl(text)) if content_type == "application/x-www-form-urlencoded" else {}
