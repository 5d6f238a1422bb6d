"""The simulated clock: real time plus an offset that only grows."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from .errors import PersonError
from .jsontypes import Json
from .store import Store


class Clock:
    """Tells the stand-in's time; forward only, remembered across restarts."""

    def __init__(self, store: Store) -> None:
        self._store = store
        kept = dict(store.load("clock")).get("clock", {})
        self.offset_s: float = kept.get("offset_s", 0.0)
        self.version: int = kept.get("version", 1)
        self._changed = asyncio.Event()

    def now(self) -> datetime:
        """The simulated instant, aware, UTC."""
        return datetime.now(UTC) + timedelta(seconds=self.offset_s)

    def unix(self) -> int:
        """The simulated instant in whole unix seconds, as in a message's `date`."""
        return int(self.now().timestamp())

    def state(self) -> Json:
        """What `GET /api/clock` answers."""
        return {"now": self.now().isoformat(), "offset_s": self.offset_s, "version": self.version}

    def move(self, request: Json) -> Json:
        """Moves to an aware ISO instant (`to`) or by seconds (`by_s`); 400 when that isn't forward."""
        step = self._step(request)
        if step <= 0:
            raise PersonError(400, "The clock goes forward only.")
        try:
            self.now() + timedelta(seconds=step)
        except OverflowError:
            raise PersonError(400, "That is further than the clock can go.") from None
        self.offset_s += step
        self.version += 1
        self._store.put("clock", "clock", {"offset_s": self.offset_s, "version": self.version})
        self._changed.set()
        self._changed = asyncio.Event()
        return self.state()

    def _step(self, request: Json) -> float:
        try:
            if "by_s" in request:
                return float(request["by_s"])
            instant = datetime.fromisoformat(request["to"])
        except (KeyError, TypeError, ValueError):
            raise PersonError(400, 'Say {"to": "ISO instant with zone"} or {"by_s": seconds}.') from None
        if instant.tzinfo is None:
            raise PersonError(400, "The instant needs a zone, e.g. 2026-11-30T08:00:00+02:00.")
        return (instant - self.now()).total_seconds()

    async def changed_after(self, version: int, timeout_s: float) -> Json:
        """The state as soon as the version is above `version`, or after the timeout."""
        if self.version <= version:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), timeout_s)
        return self.state()
