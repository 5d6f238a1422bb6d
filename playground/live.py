"""The live feed of each person: numbered events, enough of them kept to resume after a lost connection."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field

from .jsontypes import Json

_KEPT = 2000


@dataclass(frozen=True)
class Event:
    """One event: its number in the person's feed, its name and its data."""

    number: int
    name: str
    data: Json


@dataclass
class _Feed:
    events: deque[Event] = field(default_factory=lambda: deque(maxlen=_KEPT))
    last: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)


class Live:
    """All feeds. Ids are `run-number`; one of another run or too far back starts the feed with `reset`."""

    def __init__(self) -> None:
        self.run = f"{time.time_ns():x}"
        self._feeds: dict[int, _Feed] = {}
        self.closed = False

    def _feed(self, person_id: int) -> _Feed:
        return self._feeds.setdefault(person_id, _Feed())

    def publish(self, person_id: int, name: str, data: Json) -> None:
        """Adds an event to a person's feed and wakes its readers."""
        feed = self._feed(person_id)
        feed.last += 1
        feed.events.append(Event(feed.last, name, data))
        feed.arrived.set()
        feed.arrived = asyncio.Event()

    def publish_all(self, name: str, data: Json) -> None:
        """Adds an event to every feed that someone has opened or that has events."""
        for person_id in list(self._feeds):
            self.publish(person_id, name, data)

    def close(self) -> None:
        """Wakes every reader for the last time."""
        self.closed = True
        for feed in self._feeds.values():
            feed.arrived.set()

    def start(self, person_id: int, last_id: str) -> int | None:
        """The number after which to read on; None when what came after `last_id` is no longer known."""
        feed = self._feed(person_id)
        if not last_id:
            return feed.last
        run, _, number = last_id.rpartition("-")
        first = feed.events[0].number if feed.events else feed.last + 1
        if run == self.run and number.isdigit() and first - 1 <= int(number) <= feed.last:
            return int(number)
        return None

    def last(self, person_id: int) -> int:
        """The number of the newest event."""
        return self._feed(person_id).last

    async def after(self, person_id: int, number: int, timeout_s: float) -> list[Event]:
        """Events above the number; waits for one, at most the timeout (then none)."""
        feed = self._feed(person_id)
        if feed.last <= number and not self.closed:
            try:
                await asyncio.wait_for(feed.arrived.wait(), timeout_s)
            except TimeoutError:
                return []
        return [event for event in feed.events if event.number > number]
