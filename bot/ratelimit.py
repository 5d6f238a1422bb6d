"""How fast we may send, a little below Telegram's own limits, and how much of us one person may take."""

import asyncio
from collections.abc import Callable

GLOBAL_PER_S = 28.0
GLOBAL_BURST = 28.0
CHAT_PER_S = 1.0
CHAT_BURST = 30.0
GROUP_PER_S = 0.3
GROUP_BURST = 15.0
MOST_PAID = 1000
PERSON_PER_S = 10.0
PERSON_BURST = 60.0
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

    def empty(self, now: float) -> None:
        """What was saved up is lost."""
        self._fill(now)
        self._level = min(self._level, 0.0)

    def is_full(self, now: float) -> bool:
        self._fill(now)
        return self._level >= self.burst

    def _fill(self, now: float) -> None:
        self._level = min(self.burst, self._level + (now - self._at) * self.rate)
        self._at = now


class Pace:
    """Says how long a letter has to wait for its turn, so that Telegram need not say it.

    What a person sent pays for one letter to them, so that a conversation is not slowed down unless Telegram
    itself does: the limits are there for what we begin. The clock is the event loop's.
    """

    def __init__(self, time: Callable[[], float] | None = None) -> None:
        self._time = time or asyncio.get_running_loop().time
        self._all = Bucket(GLOBAL_PER_S, GLOBAL_BURST, self._time())
        self._chats: dict[int, Bucket] = {}
        self._paid: dict[int, int] = {}
        self._held_until = 0.0

    def heard(self, chat_id: int) -> None:
        """Somebody wrote in the chat: the next letter there is an answer."""
        self._paid[chat_id] = min(self._paid.get(chat_id, 0) + 1, MOST_PAID)
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

    def slow(self, chat_id: int) -> None:
        """Telegram found the chat too fast: from now on it gets its letters at the sustained rate."""
        self._paid.pop(chat_id, None)
        now = self._time()
        self._bucket(chat_id, now).empty(now)

    def hold(self, seconds: float) -> None:
        """Lets nothing out for a while: Telegram asked for it, or refuses us altogether."""
        self._held_until = max(self._held_until, self._time() + seconds)

    def _bucket(self, chat_id: int, now: float) -> Bucket:
        rate, burst = (CHAT_PER_S, CHAT_BURST) if chat_id > 0 else (GROUP_PER_S, GROUP_BURST)
        return _of_chat(self._chats, chat_id, rate, burst, now)


class Patience:
    """Says how long a chat's next update waits, so that one who floods takes little from the others.

    Only what piles up is counted: whoever waits for an answer before they write again is never slowed down.
    Nothing is lost, it is only handled later. The clock is the event loop's.
    """

    def __init__(self, time: Callable[[], float] | None = None) -> None:
        self._time = time or asyncio.get_running_loop().time
        self._chats: dict[int, Bucket] = {}

    def wait_s(self, chat_id: int) -> float:
        """Takes a turn for a chat in which more waits; it comes after that many seconds."""
        now = self._time()
        return _of_chat(self._chats, chat_id, PERSON_PER_S, PERSON_BURST, now).take(now)


def _of_chat(chats: dict[int, Bucket], chat_id: int, rate: float, burst: float, now: float) -> Bucket:
    """The chat's bucket; those that are full again are forgotten when they become many."""
    found = chats.get(chat_id)
    if found is None:
        if len(chats) >= KEPT_BUCKETS:
            for key in [key for key, each in chats.items() if each.is_full(now)]:
                del chats[key]
        found = chats[chat_id] = Bucket(rate, burst, now)
    return found
