"""Keeping what came from Telegram before Telegram may forget it."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.incoming.updates import Arrival, NotAnUpdate, arrival_from
from bot.logs import event
from bot.metrics import METRICS
from bot.threads import DatabaseThreads
from core.storage import inbox
from core.storage.inbox import Received

log = logging.getLogger(__name__)


class Intake:
    """Stores updates in the inbox, then lets their chats be worked on.

    `arrived` is called in the event loop with the updates as soon as they are handed to the database.
    """

    def __init__(
        self,
        threads: DatabaseThreads,
        clock: Clock,
        bot_id: int,
        wake: Callable[[set[int]], None],
        tapped: Callable[[str], None],
    ) -> None:
        self._threads = threads
        self._clock = clock
        self._bot_id = bot_id
        self._wake = wake
        self._tapped = tapped

    async def keep(self, raws: Sequence[bytes]) -> int | None:
        """Returns the highest update number once all are durably kept; None where none had a number.

        Raises what the database raises; then nothing was kept, and Telegram still has all of them.
        """
        arrivals = [arrival for raw in raws if (arrival := _arrival(raw)) is not None]
        if not arrivals:
            return None
        for arrival in arrivals:
            if arrival.query_id is not None:
                self._tapped(arrival.query_id)
        batch = [arrival.received for arrival in arrivals]
        kept = self._threads.submit(partial(self._store, batch=batch))
        chats = {each.chat_id for each in batch}
        if self._threads.in_order:
            self._wake(chats)  # already now: then it shares the transaction
            await kept
        else:
            await kept
            self._wake(chats)
        METRICS.received.inc(len(batch))
        return max(each.update_id for each in batch)

    def _store(self, session: Session, batch: Sequence[Received]) -> None:
        inbox.store(session.connection(), self._bot_id, batch, self._clock.now())


def _arrival(raw: bytes) -> Arrival | None:
    try:
        return arrival_from(raw)
    except NotAnUpdate:
        event(log, "update.without_number", logging.ERROR, bytes=len(raw))
        return None
