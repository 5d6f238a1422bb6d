"""Which chat is worked on when: one update of a chat at a time, different chats side by side."""

import asyncio
import logging
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import partial
from typing import Any

from bot.incoming.handling import NOTHING_PREPARED, Blamed, Handling, Outcome
from bot.logs import Trouble
from bot.metrics import METRICS
from bot.ratelimit import Patience
from bot.threads import DatabaseThreads
from core.actions.work import NeedsReading
from core.storage.inbox import Busy
from core.storage.trouble import is_temporary

log = logging.getLogger(__name__)

BUSY_RETRY_S = 0.02
TROUBLE_RETRY_S = (0.2, 5.0)


class Dispatch:
    """Starts the next transaction of each chat that has waiting updates, until none has.

    `after` is called in the event loop with what each committed transaction did, in order per chat.
    """

    def __init__(
        self,
        threads: DatabaseThreads,
        handling: Handling,
        after: Callable[[Outcome], None],
        reads: Callable[[Hashable], None] = lambda _key: None,
    ) -> None:
        """`reads`: is told under which key something is being found apart."""
        self._reads = reads
        self._threads = threads
        self._handling = handling
        self._after = after
        self._working: set[int] = set()
        self._again: set[int] = set()
        self._patience = Patience()
        self._resting: set[int] = set()
        self._trouble = Trouble(log, "inbox")
        self._failures = 0
        self._stopping = False
        self._idle = asyncio.Event()
        self._idle.set()

    def wake(self, chats: Iterable[int]) -> None:
        """There may be waiting updates of these chats."""
        for chat_id in chats:
            if chat_id in self._working:
                self._again.add(chat_id)
            elif not self._stopping and chat_id not in self._resting:
                self._start(chat_id)

    async def stop(self) -> None:
        """Begins nothing new; returns when what was begun has ended."""
        self._stopping = True
        await self._idle.wait()

    def _start(
        self,
        chat_id: int,
        blamed: Exception | None = None,
        prepared: Mapping[Hashable, Any] = NOTHING_PREPARED,
    ) -> None:
        self._working.add(chat_id)
        self._idle.clear()
        job = partial(self._handling.next_of, chat_id=chat_id, blamed=blamed, prepared=prepared)
        future = self._threads.submit(job)
        future.add_done_callback(partial(self._ended, chat_id))

    def _read(self, chat_id: int, needs: NeedsReading) -> None:
        """Reads what the update needs beside those that write; its chat waits for it, others do not."""
        self._working.add(chat_id)
        self._reads(needs.key)
        future = self._threads.read(partial(self._handling.read, needs=needs))
        future.add_done_callback(partial(self._prepared, chat_id))

    def _prepared(self, chat_id: int, future: "asyncio.Future[Mapping[Hashable, Any]]") -> None:
        if future.cancelled() or future.exception() is not None:
            self._ended(chat_id, future)
        else:
            self._start(chat_id, prepared=future.result())

    def _ended(self, chat_id: int, future: "asyncio.Future[Any]") -> None:
        self._working.discard(chat_id)
        again = chat_id in self._again
        self._again.discard(chat_id)
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            self._worked(chat_id, future.result(), again)
        elif isinstance(error, Busy):
            self._wake_later(chat_id, BUSY_RETRY_S)
        elif isinstance(error, Exception) and not is_temporary(error) and not isinstance(error, Blamed):
            self._start(chat_id, blamed=error)
        else:
            self._wake_later(chat_id, self._delay_after(error))
        if not self._working:
            self._idle.set()

    def _worked(self, chat_id: int, outcome: Outcome, again: bool) -> None:
        self._failures = 0
        self._trouble.over()
        if outcome.needs is not None:
            self._again |= {chat_id} if again else set()
            self._read(chat_id, outcome.needs)
            return
        self._after(outcome)
        if outcome.again_in_s is not None:
            self._wake_later(chat_id, outcome.again_in_s)
        if outcome.more or again:
            self._go_on(chat_id)

    def _go_on(self, chat_id: int) -> None:
        """More waits in the chat: at once, or after a rest where one person floods us."""
        wait_s = self._patience.wait_s(chat_id)
        if not wait_s:
            self.wake((chat_id,))
            return
        self._resting.add(chat_id)
        asyncio.get_running_loop().call_later(wait_s, self._rested, chat_id)

    def _rested(self, chat_id: int) -> None:
        self._resting.discard(chat_id)
        self.wake((chat_id,))

    def _delay_after(self, error: BaseException) -> float:
        shortest, longest = TROUBLE_RETRY_S
        self._failures += 1
        self._trouble.met(error)
        METRICS.errors.labels("inbox").inc()
        return min(longest, shortest * 2.0 ** min(self._failures, 10))

    def _wake_later(self, chat_id: int, delay_s: float) -> None:
        asyncio.get_running_loop().call_later(delay_s, self.wake, (chat_id,))
