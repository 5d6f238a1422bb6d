"""How fast we may send: token buckets a little below Telegram's own limits."""

import asyncio
from collections.abc import Callable

GLOBAL_PER_S = 28.0
GLOBAL_BURST = 28.0
CHAT_PER_S = 1.0
CHAT_BURST = 4.0
GROUP_PER_S = 0.3
KEPT_BUCKETS = 10_000


class Bucket:
    """Gives `rate` permissions a second, and up to `burst` that were saved up."""

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self.rate = rate
        self.burst = burst
        self._level = burst
        self._at = now

    def take(self, now: float) -> float:
        """Takes a permission; returns after how many seconds it may be used (0: at once)."""
        self._fill(now)
        self._level -= 1
        return max(0.0, -self._level / self.rate)

    def give(self, now: float) -> None:
        """Adds a permission, within the burst."""
        self._fill(now)
        self._level = min(self.burst, self._level + 1)

    def is_full(self, now: float) -> bool:
        self._fill(now)
        return self._level >= self.burst

    def _fill(self, now: float) -> None:
        self._level = min(self.burst, self._level + (now - self._at) * self.rate)
        self._at = now


class Pace:
    """Says how long a letter has to wait for its turn, so that Telegram need not say it.

    What a person sent pays for one letter to them, so that a conversation is never slowed down: the limits
    are there for what we begin ourselves. The clock is the event loop's.
    """

    def __init__(self, time: Callable[[], float] | None = None) -> None:
        self._time = time or asyncio.get_running_loop().time
        self._all = Bucket(GLOBAL_PER_S, GLOBAL_BURST, self._time())
        self._chats: dict[int, Bucket] = {}
        self._paid: dict[int, int] = {}
        self._held_until = 0.0

    def heard(self, chat_id: int) -> None:
        """Somebody wrote in the chat: the next letter there is an answer."""
        self._paid[chat_id] = min(self._paid.get(chat_id, 0) + 1, int(CHAT_BURST))
        if len(self._paid) > KEPT_BUCKETS:
            self._paid.clear()

    def wait_s(self, chat_id: int) -> float:
        """Takes a turn for the chat; the letter may go out after that many seconds."""
        now = self._time()
        held = max(0.0, self._held_until - now)
        paid = self._paid.pop(chat_id, 0)
        if paid:
            if paid > 1:
                self._paid[chat_id] = paid - 1
            return held
        return max(held, self._all.take(now), self._bucket(chat_id, now).take(now))

    def hold(self, seconds: float) -> None:
        """Lets nothing out for a while: Telegram asked for it, or refuses us altogether."""
        self._held_until = max(self._held_until, self._time() + seconds)

    def _bucket(self, chat_id: int, now: float) -> Bucket:
        found = self._chats.get(chat_id)
        if found is None:
            if len(self._chats) >= KEPT_BUCKETS:
                self._chats = {key: each for key, each in self._chats.items() if not each.is_full(now)}
            rate = CHAT_PER_S if chat_id > 0 else GROUP_PER_S
            found = self._chats[chat_id] = Bucket(rate, CHAT_BURST, now)
        return found
