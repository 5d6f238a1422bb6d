"""A bot's updates: kept until it confirms them, handed out by long poll, in the order they happened."""

import asyncio
from dataclasses import dataclass
from itertools import islice

from .errors import Refusal, conflict
from .jsontypes import Json
from .store import Store

FIRST_UPDATE_ID = 500_000_001
KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost",
)  # fmt: skip
_ONLY_WHEN_ASKED = {"chat_member", "message_reaction", "message_reaction_count"}
DEFAULT_KINDS = [kind for kind in KINDS if kind not in _ONLY_WHEN_ASKED]
_OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True)
class Pending:
    """An update not yet confirmed, and the line it stands in (a webhook keeps each line's order)."""

    update: Json
    line: str


@dataclass
class _Poll:
    offset: int
    limit: int
    answer: asyncio.Future[list[Json]]


class Updates:
    """One bot's queue. Ids only grow, across restarts too; nothing is dropped before it is confirmed."""

    def __init__(self, store: Store, bot_id: int, kept: Json) -> None:
        self._store = store
        self._bot_id = bot_id
        self.next_id: int = kept.get("next_id", FIRST_UPDATE_ID)
        self.allowed: list[str] = kept.get("allowed", DEFAULT_KINDS)
        self.pending: dict[int, Pending] = {}  # oldest first
        self.arrived = asyncio.Event()
        self._poll: _Poll | None = None

    def restore(self, update: Json, line: str) -> None:
        """Puts a kept update back at a restart."""
        self.pending[update["update_id"]] = Pending(update, line)

    def push(self, kind: str, body: Json, line: str) -> None:
        """Queues an update, unless the bot did not ask for its kind."""
        if kind not in self.allowed:
            return
        number = self.next_id
        update: Json = {"update_id": number, kind: body}
        self.next_id += 1
        self._save()
        self.pending[number] = Pending(update, line)
        self._store.put("update", f"{self._bot_id}/{number}", {"update": update, "line": line})
        self.arrived.set()
        asyncio.get_running_loop().call_soon(self._wake)

    def allow(self, kinds: list[str] | None) -> None:
        """Remembers `allowed_updates`; None leaves it as it was, an empty list means the default."""
        if kinds is None:
            return
        self.allowed = [kind for kind in KINDS if kind in kinds] or list(DEFAULT_KINDS)
        self._save()

    def _save(self) -> None:
        self._store.put("updates", self._bot_id, {"next_id": self.next_id, "allowed": self.allowed})

    def confirm(self, update_id: int) -> None:
        """Forgets one update."""
        if self.pending.pop(update_id, None):
            self._store.drop("update", f"{self._bot_id}/{update_id}")

    def forget_all(self) -> None:
        """`drop_pending_updates`."""
        for update_id in list(self.pending):
            self.confirm(update_id)

    def _start(self, offset: int) -> int:
        """The id from which to hand out; what is below a valid offset is confirmed."""
        head = next(iter(self.pending), self.next_id)
        if offset < 0:
            offset += self.next_id
        if offset < head or offset > self.next_id + 10:
            return head
        for update_id in [known for known in self.pending if known < offset]:
            self.confirm(update_id)
        return offset

    def _ready(self, offset: int, limit: int) -> list[Json]:
        ready = (pending.update for known, pending in self.pending.items() if known >= offset)
        return list(islice(ready, limit))

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[Json]:
        """`getUpdates`: confirms what is below the offset, then answers.

        At once when there is something, else at the next update or at the timeout. A waiting poll is ended
        with 409 by the next one that has to wait.
        """
        start = self._start(offset)
        ready = self._ready(start, limit)
        if ready or timeout_s <= 0:
            return ready
        self.end_poll(_OTHER_POLLER)
        poll = _Poll(start, limit, asyncio.get_running_loop().create_future())
        self._poll = poll
        try:
            return await asyncio.wait_for(poll.answer, timeout_s)
        except TimeoutError:
            return []
        finally:
            if self._poll is poll:
                self._poll = None

    def end_poll(self, words: str) -> None:
        """Ends a waiting poll with 409 and these words."""
        if self._poll and not self._poll.answer.done():
            self._poll.answer.set_exception(conflict(words))
        self._poll = None

    def stop(self) -> None:
        """Answers a waiting poll, so that the server can stop."""
        if self._poll and not self._poll.answer.done():
            self._poll.answer.set_exception(Refusal(500, "Internal Server Error: restart"))
        self._poll = None

    def _wake(self) -> None:
        poll = self._poll
        if poll and not poll.answer.done() and (ready := self._ready(poll.offset, poll.limit)):
            self._poll = None
            poll.answer.set_result(ready)
