"""Which letter goes out when: one of a chat at a time and in order, different chats side by side."""

import asyncio
import logging
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.delivery.sending import Sender
from bot.delivery.settling import Settling
from bot.logs import Trouble, event, fault
from bot.metrics import METRICS
from bot.ratelimit import Pace
from bot.threads import DatabaseThreads
from core.actions.work import Posted
from core.notices import Notice
from core.storage import outbox
from core.storage.outbox import LEASE, Delayed, Failed, Letter, Result, Sent

log = logging.getLogger(__name__)

CLAIM_RETRY_S = 1.0
FAULT_PAUSE_S = 5.0
LEASE_MARGIN_S = 16.0
"""A letter is sent only while its lease outlasts the longest request."""

STOP_S = 4.0


@dataclass(slots=True)
class _Held:
    """A letter in our hands, and until when (on the loop's clock) it is ours alone."""

    letter: Letter
    notice: Notice | None
    until: float


class Delivery:
    """Brings the outbox to Telegram.

    Where this process has the database to itself (SQLite), what a transaction posted goes out as soon as it
    is offered. Where several processes share it, letters are claimed chat by chat. What cannot be sent for
    the moment goes back to the outbox, and its chat pauses; the others go on.
    """

    def __init__(
        self,
        threads: DatabaseThreads,
        sender: Sender,
        pace: Pace,
        clock: Clock,
        language: str,
        exclusive: bool,
    ) -> None:
        self._threads = threads
        self._sender = sender
        self._pace = pace
        self._clock = clock
        self._language = language
        self._exclusive = exclusive
        self.settling = Settling(threads, clock)
        self._lanes: dict[int, deque[_Held]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: set[int] = set()
        self._paused: set[int] = set()
        self._claiming: set[int] = set()
        self._behind: set[int] = set()
        self._trouble = Trouble(log, "delivery")
        self._stopping = asyncio.Event()

    def offer(self, posted: Iterable[Posted]) -> None:
        """These were posted by a transaction that is committed."""
        for each in posted:
            chat_id = each.chat_id
            if self._exclusive and not (chat_id in self._behind or self._is_waiting(chat_id)):
                self._enqueue(chat_id, [(_letter_of(each), each.notice)])
            else:
                self.look(chat_id)

    def look(self, chat_id: int) -> None:
        """There may be letters for the chat in the outbox that we do not hold."""
        self._behind.add(chat_id)
        if chat_id in self._lanes or self._is_waiting(chat_id) or self._stopping.is_set():
            return
        self._behind.discard(chat_id)
        self._claiming.add(chat_id)
        claim = self._threads.submit(partial(self._claim, chat_id=chat_id))
        claim.add_done_callback(partial(self._claimed, chat_id))

    async def stop(self) -> None:
        """Begins nothing new; returns when what was being sent is sent and written down, or after a while."""
        self._stopping.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=STOP_S)
            for task in late:
                task.cancel()
        await self.settling.stop()

    def _is_waiting(self, chat_id: int) -> bool:
        return chat_id in self._paused or chat_id in self._claiming

    def _claim(self, session: Session, chat_id: int) -> Sequence[Letter]:
        return outbox.claim(session.connection(), chat_id, self._clock.now(), self._language)

    def _claimed(self, chat_id: int, claim: "asyncio.Future[Sequence[Letter]]") -> None:
        self._claiming.discard(chat_id)
        if claim.cancelled():
            return
        error = claim.exception()
        if error is not None:
            self._trouble.met(error)
            self._pause(chat_id, CLAIM_RETRY_S)
            return
        if len(claim.result()) == outbox.CLAIM_LIMIT:
            self._behind.add(chat_id)
        self._enqueue(chat_id, [(letter, None) for letter in claim.result()])
        if chat_id in self._behind:
            self.look(chat_id)

    def _enqueue(self, chat_id: int, letters: Sequence[tuple[Letter, Notice | None]]) -> None:
        until = asyncio.get_running_loop().time() + LEASE.total_seconds() - LEASE_MARGIN_S
        fresh = [_Held(*each, until) for each in letters if each[0].id not in self._held]
        if not fresh or self._stopping.is_set():
            return
        self._held.update(each.letter.id for each in fresh)
        if chat_id in self._lanes:
            self._lanes[chat_id].extend(fresh)
            return
        self._lanes[chat_id] = deque(fresh)
        task = asyncio.create_task(self._run(chat_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, chat_id: int) -> None:
        lane = self._lanes[chat_id]
        pause_s = 0.0
        try:
            pause_s = await self._drain(chat_id, lane)
        except Exception as error:
            METRICS.errors.labels("delivery").inc()
            fault(log, "delivery.fault", error, chat_id=chat_id)
            pause_s = FAULT_PAUSE_S
        finally:
            self._held.difference_update(each.letter.id for each in lane)
            del self._lanes[chat_id]
        if pause_s:
            self._pause(chat_id, pause_s)
        elif chat_id in self._behind or not self._exclusive:
            self.look(chat_id)

    async def _drain(self, chat_id: int, lane: deque[_Held]) -> float:
        """Sends the lane's letters; returns for how many seconds the chat is to pause (0: all were sent)."""
        while lane and not self._stopping.is_set():
            await self._turn(chat_id)
            held = lane[0]
            if self._stopping.is_set() or not self._is_ours(held):
                self._behind.add(chat_id)
                break
            result = await self._sender.send(held.letter, held.notice)
            self._count(result)
            settled = self.settling.settle(result)
            settled.add_done_callback(partial(self._let_go, held.letter.id))
            lane.popleft()
            if isinstance(result, Delayed):
                pause_s = max(0.05, (result.retry_at - self._clock.now()).total_seconds())
                await self._give_back(settled, lane)  # meanwhile the clock may be set back
                return pause_s
            if lane or not self._exclusive:
                self.settling.flush()
                await settled  # so that a crash repeats one letter of a chat at most
        return 0.0

    def _let_go(self, row: int, _settled: "asyncio.Future[None]") -> None:
        self._held.discard(row)

    async def _turn(self, chat_id: int) -> None:
        wait_s = self._pace.wait_s(chat_id)
        if wait_s > 0:
            try:
                await asyncio.wait_for(self._stopping.wait(), wait_s)
            except TimeoutError:
                return

    def _is_ours(self, held: _Held) -> bool:
        return self._exclusive or asyncio.get_running_loop().time() < held.until

    async def _give_back(self, settled: "asyncio.Future[None]", lane: deque[_Held]) -> None:
        self.settling.flush()
        await settled
        rows = [each.letter.id for each in lane]
        if rows and not self._exclusive:
            await self._threads.submit(partial(_release, rows=rows))

    def _pause(self, chat_id: int, seconds: float) -> None:
        self._paused.add(chat_id)
        asyncio.get_running_loop().call_later(seconds, self._resume, chat_id)

    def _resume(self, chat_id: int) -> None:
        self._paused.discard(chat_id)
        self.look(chat_id)

    def _count(self, result: Result) -> None:
        METRICS.letters.labels(type(result).__name__.lower()).inc()
        if isinstance(result, Sent):
            self._trouble.over()
        elif isinstance(result, Delayed):
            self._trouble.met(result.error, outbox_id=result.id)
        elif isinstance(result, Failed):
            event(log, "letter.failed", logging.WARNING, outbox_id=result.id, blocked=result.blocked)


def _release(session: Session, rows: Sequence[int]) -> None:
    outbox.release(session.connection(), rows)


def _letter_of(posted: Posted) -> Letter:
    """The row as it was just written; its payload is not needed, as its notice is at hand."""
    return Letter(
        posted.id,
        posted.chat_id,
        "",
        posted.language,
        posted.edits_message_id,
        posted.reply_to_message_id,
        0,
    )
