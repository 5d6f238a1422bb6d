"""One update, one transaction: taken from the inbox, handled, marked done."""

import logging
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.incoming.shapes import Update, update_from
from bot.logs import fault
from bot.metrics import METRICS
from core.actions.work import NeedsReading, Posted, TeamSettings, Work
from core.errors import SalesError
from core.notices import Fault, Notice, Refusal
from core.notices.inline import InlinePage
from core.reading.directory import Directory
from core.storage import inbox
from core.storage.directory_cache import DirectoryCache
from core.storage.inbox import ATTEMPTS, RETRY_AFTER, Waiting
from core.storage.members import by_telegram_id
from core.storage.trouble import is_temporary

log = logging.getLogger(__name__)

Handle = Callable[[Update, Work], None]
"""Does everything for one update through the session and `work.post`; raises SalesError for a refusal."""


NOTHING_PREPARED: Mapping[Hashable, Any] = MappingProxyType({})

INLINE_LIVES = timedelta(seconds=10)
"""For so long somebody who looks for a customer in a chat waits; later Telegram takes no answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers a tap: the key of a short text, None for none, and the language of who tapped."""

    query_id: str
    toast: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What answers somebody who looks for a customer in any chat, in their language."""

    query_id: str
    page: InlinePage
    language: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one transaction did. `more`: another update of the chat waits; `again_in_s`: this one, then.

    `needs`: nothing was done, as something is to be read before.
    """

    posted: Sequence[Posted] = ()
    answer: Answer | Offer | None = None
    more: bool = False
    again_in_s: float | None = None
    needs: NeedsReading | None = None


NOTHING = Outcome()


class Unreadable(Exception):
    """The update is not in the shape that Telegram documents, so trying again is of no use."""


class Blamed(Exception):
    """A failed update could not even be counted as failed."""


class Handling:
    """Handles the oldest waiting update of a chat in the transaction of the session it is given."""

    def __init__(self, handle: Handle, team: TeamSettings, clock: Clock, names: DirectoryCache) -> None:
        self._handle = handle
        self._team = team
        self._clock = clock
        self._names = names

    def next_of(
        self,
        session: Session,
        chat_id: int,
        blamed: Exception | None = None,
        prepared: Mapping[Hashable, Any] = NOTHING_PREPARED,
    ) -> Outcome:
        """Puts the update's effect, the answers and the mark that it is done into this transaction.

        A refusal or an unexpected exception takes the effect back. The exception is tried again some times,
        then the update is set aside and the person gets a reference. Raises what is temporary trouble of the
        database, and inbox.Busy.

        `prepared`: what `read` has found for it. `blamed`: what made an earlier transaction with this update
        fail as a whole. It is then only counted; Blamed is raised where not even that succeeds.
        """
        now = self._clock.now()
        waiting = inbox.take(session.connection(), chat_id, now)
        if waiting is None:
            return NOTHING
        if not prepared:
            METRICS.latency.observe(max(0.0, (now - waiting.received_at).total_seconds()))
        if blamed is not None:
            return self._counted(session, chat_id, waiting, blamed, now)
        with self._names.using(session) as directory:
            work = Work(session, now, self._team, directory, prepared=prepared)
            return self._handled(work, chat_id, waiting)

    def read(self, session: Session, needs: NeedsReading) -> Mapping[Hashable, Any]:
        """Finds what an update needs, and what was found for it before; a refusal stands for itself."""
        try:
            found = needs.find(Work(session, self._clock.now(), self._team, Directory()))
        except SalesError as refusal:
            found = refusal
        return {**needs.known, needs.key: found}

    def _handled(self, work: Work, chat_id: int, waiting: Waiting) -> Outcome:
        work.session.connection().exec_driver_sql("SAVEPOINT handled")
        try:
            update = self._effect(work, chat_id, waiting)
        except NeedsReading as needs:
            _take_back(work.session)
            return Outcome(needs=needs)
        except Exception as error:
            if is_temporary(error) or not work.session.is_active:  # a failed flush loses the transaction
                raise
            _take_back(work.session)
            return self._failed(work.session, chat_id, waiting, error, work.now)
        inbox.mark_done(work.session.connection(), waiting.id, work.now)
        METRICS.handled.labels("done").inc()
        return Outcome(work.posted, self._answer(work, update), waiting.more)

    def _effect(self, work: Work, chat_id: int, waiting: Waiting) -> Update:
        update = _update_from(waiting)
        if update.inline_query is not None and work.now - waiting.received_at > INLINE_LIVES:
            return update
        try:
            self._handle(update, work)
            work.session.flush()
        except SalesError as refusal:
            _take_back(work.session)
            work.posted.clear()
            work.toast = work.offered = None
            user = update.sender
            _post(work, chat_id, user.id if user else 0, Refusal(key=refusal.key, fields=refusal.fields))
        return update

    def _counted(
        self, session: Session, chat_id: int, waiting: Waiting, blamed: Exception, now: datetime
    ) -> Outcome:
        try:
            return self._failed(session, chat_id, waiting, blamed, now)
        except Exception as error:
            raise Blamed(type(error).__name__) from error

    def _failed(
        self, session: Session, chat_id: int, waiting: Waiting, error: Exception, now: datetime
    ) -> Outcome:
        attempts = waiting.attempts + 1
        kind = type(error.__cause__ if isinstance(error, Unreadable) and error.__cause__ else error).__name__
        connection = session.connection()
        if attempts < ATTEMPTS and not isinstance(error, Unreadable):
            wait = RETRY_AFTER[min(attempts, len(RETRY_AFTER)) - 1]
            inbox.put_off(connection, waiting.id, attempts, now + wait, kind)
            METRICS.handled.labels("retried").inc()
            return Outcome(more=waiting.more, again_in_s=wait.total_seconds())
        reference = fault(log, "update.set_aside", error, update_id=waiting.update_id, attempts=attempts)
        inbox.set_aside(connection, waiting.id, attempts, now, kind)
        METRICS.handled.labels("set_aside").inc()
        work = Work(session, now, self._team, Directory())
        if chat_id > 0:
            _post(work, chat_id, chat_id, Fault(reference=reference))
        return Outcome(work.posted, more=waiting.more)

    def _answer(self, work: Work, update: Update) -> Answer | Offer | None:
        tap, inline = update.callback_query, update.inline_query
        if tap is not None:
            language = self._language_of(work, tap.from_user.id) if work.toast else self._team.language
            return Answer(tap.id, work.toast, language)
        if inline is not None and work.offered is not None:
            return Offer(inline.id, work.offered, self._language_of(work, inline.from_user.id))
        return None

    def _language_of(self, work: Work, user_id: int) -> str:
        member = by_telegram_id(work.session, user_id)
        return (member.language if member else None) or self._team.language


def _take_back(session: Session) -> None:
    """Undoes what the handlers wrote."""
    session.connection().exec_driver_sql("ROLLBACK TO SAVEPOINT handled")
    session.expunge_all()


def _update_from(waiting: Waiting) -> Update:
    try:
        return update_from(waiting.payload)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise Unreadable(type(error).__name__) from error


def _post(work: Work, chat_id: int, user_id: int, notice: Notice) -> None:
    work.post(chat_id, notice, to=by_telegram_id(work.session, user_id) if user_id else None)
