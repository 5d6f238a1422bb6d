"""Faults on purpose: latency, refusals and broken connections, and Telegram's flood limits, for tests."""

import random
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from .errors import PersonError, too_many_requests
from .jsontypes import Json

KINDS = ("429", "500", "502", "hang", "close", "cut", "lost")
_DEFAULTS: Json = {
    "latency_s": 0,
    "limits": False,
    "callback_expiry_s": 15,
    "webhook_retry_s": 1,
}


@dataclass
class Fault:
    """The next `count` calls of `methods` (None: any but getUpdates) fail in this way."""

    kind: str
    count: int = 1
    methods: list[str] | None = None
    retry_after: int = 1

    def fits(self, method: str) -> bool:
        if self.methods is None:
            return method.lower() != "getupdates"
        return method.lower() in [name.lower() for name in self.methods]

    def json(self) -> Json:
        return {
            "kind": self.kind,
            "count": self.count,
            "methods": self.methods,
            "retry_after": self.retry_after,
        }


class FloodLimits:
    """About what Telegram allows: 5 messages in 5 s a chat, 20 a minute a group, 30 a second overall."""

    def __init__(self) -> None:
        self._sent: dict[tuple[int, int], deque[float]] = {}

    def check(self, bot_id: int, chat_id: int, messages: int) -> None:
        """Counts the messages, or raises 429 with the seconds to wait."""
        now = time.monotonic()
        rules = [((bot_id, 0), 30, 1.0), ((bot_id, chat_id), 5, 5.0)]
        if chat_id < 0:
            rules = [rules[0], ((bot_id, chat_id), 20, 60.0)]
        waits = [self._wait(now, key, most, span) for key, most, span in rules]
        if max(waits) > 0:
            raise too_many_requests(int(max(waits)) + 1)
        for key, _, _ in rules:
            self._sent[key].extend([now] * messages)

    def _wait(self, now: float, key: tuple[int, int], most: int, span: float) -> float:
        sent = self._sent.setdefault(key, deque())
        while sent and sent[0] <= now - span:
            sent.popleft()
        return 0.0 if len(sent) < most else sent[len(sent) - most] + span - now


@dataclass
class Faults:
    """The switches of `/api/faults`; everything is off at the start."""

    settings: Json = field(default_factory=lambda: dict(_DEFAULTS))
    next: list[Fault] = field(default_factory=list)
    flood: FloodLimits = field(default_factory=FloodLimits)

    def json(self) -> Json:
        """The switches as they are."""
        return {**self.settings, "next": [fault.json() for fault in self.next]}

    def merge(self, request: Json) -> Json:
        """Changes the named switches, adds to `next`; 400 for one that does not exist."""
        added = [self._fault(item) for item in request.get("next", [])]
        for name in request:
            if name != "next" and name not in _DEFAULTS:
                raise PersonError(400, f"There is no switch {name!r}.")
        self.settings.update({name: value for name, value in request.items() if name != "next"})
        self.next.extend(added)
        if request.get("limits"):
            self.flood = FloodLimits()
        return self.json()

    def _fault(self, item: Any) -> Fault:
        try:
            fault = Fault(**item)
        except TypeError as mistake:
            raise PersonError(400, f"A fault has kind, count, methods, retry_after: {mistake}") from None
        fault.kind = str(fault.kind)
        if fault.kind not in KINDS:
            raise PersonError(400, f"A fault is one of {', '.join(KINDS)}.")
        return fault

    def clear(self) -> None:
        """Everything off again."""
        self.settings, self.next = dict(_DEFAULTS), []

    def take(self, method: str) -> Fault | None:
        """The fault that this call gets, used up by it; None when it gets none."""
        for fault in self.next:
            if fault.fits(method):
                fault.count -= 1
                if fault.count <= 0:
                    self.next.remove(fault)
                return fault
        return None

    def latency_s(self) -> float:
        """How long this call is to wait."""
        value = self.settings["latency_s"]
        return random.uniform(*value) if isinstance(value, list) else float(value)  # noqa: S311 - not for secrecy

    def check_flood(self, bot_id: int, chat_id: int, messages: int = 1) -> None:
        """Refuses with 429 when limits are on and this send is too much."""
        if self.settings["limits"]:
            self.flood.check(bot_id, chat_id, messages)
