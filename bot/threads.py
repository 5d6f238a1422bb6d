"""From the event loop to the database and back: jobs on threads, grouped where that pays."""

import asyncio
import contextlib
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from core.storage.database import Database

T = TypeVar("T")

GROUP_LIMIT = 32
GROUP_TIME_S = 0.1
"""After this long a transaction takes in nothing more: a commit costs several jobs, but people wait."""

SHARED_THREADS = 6


@dataclass(slots=True)
class _Job(Generic[T]):
    work: Callable[[Session], T]
    future: asyncio.Future[T]


@dataclass(slots=True)
class _Ended:
    job: _Job[Any]
    result: Any = None
    error: Exception | None = None


_Batch = list[_Job[Any]]


class DatabaseThreads:
    """Runs jobs that write, each committed before its future resolves.

    SQLite has one writer: a single thread, which commits the jobs that wait together as one transaction (a
    commit costs more than a job), those too that came one by one while it was busy. Where one of them fails
    the transaction is rolled back and each is done again alone, so that only the culprit fails: a job must
    be fit to be run twice. PostgreSQL gets several threads and a transaction a job. Jobs of one loop
    iteration start in the order of their submission, and on SQLite end in it, too.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._group = GROUP_LIMIT if database.is_sqlite else 1
        self._count = 1 if database.is_sqlite else SHARED_THREADS
        self._queue: queue.SimpleQueue[_Batch | None] = queue.SimpleQueue()
        self._submitted: _Batch = []
        self._threads: list[threading.Thread] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._reader = ThreadPoolExecutor(1, "database-reader")

    @property
    def in_order(self) -> bool:
        """Whether jobs end in the order in which they were submitted."""
        return self._count == 1

    def start(self) -> None:
        """Begins to work; to be called in the event loop."""
        self._loop = asyncio.get_running_loop()
        for number in range(self._count):
            thread = threading.Thread(target=self._run, name=f"database-{number}", daemon=True)
            thread.start()
            self._threads.append(thread)

    async def stop(self) -> None:
        """Ends after the jobs that were submitted."""
        self._flush()
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            await asyncio.to_thread(thread.join)
        await asyncio.to_thread(self._reader.shutdown)
        await asyncio.sleep(0)  # results that were on their way to the loop

    def submit(self, work: Callable[[Session], T]) -> asyncio.Future[T]:
        """Runs `work` in a write transaction on a database thread; the future ends after the commit."""
        loop = self._loop
        if loop is None:
            raise RuntimeError("the database threads are not running")
        future: asyncio.Future[T] = loop.create_future()
        if not self._submitted:
            loop.call_soon(self._flush)
        self._submitted.append(_Job(work, future))
        return future

    def read(self, work: Callable[[Session], T]) -> asyncio.Future[T]:
        """Runs `work`, which only reads and takes its time, beside the jobs that write; one at a time, as
        Python runs one at a time anyway."""
        return asyncio.get_running_loop().run_in_executor(self._reader, self._reading, work)

    def _reading(self, work: Callable[[Session], T]) -> T:
        with self._database.reading() as session:
            return work(session)

    def _flush(self) -> None:
        """Hands over what one iteration of the loop submitted, so that it can share a transaction."""
        batch, self._submitted = self._submitted, []
        if self._group > 1 and batch:
            self._queue.put(batch)
            return
        for job in batch:
            self._queue.put([job])

    def _run(self) -> None:
        while (jobs := self._queue.get()) is not None:
            while jobs:
                jobs = self._run_group(jobs)
                if self._group > 1:
                    jobs += self._at_hand()

    def _at_hand(self) -> _Batch:
        """What else waits by now, so that it can share the next transaction."""
        found: _Batch = []
        with contextlib.suppress(queue.Empty):
            while (jobs := self._queue.get_nowait()) is not None:
                found += jobs
            self._queue.put(None)  # the end, again
        return found

    def _run_group(self, jobs: _Batch) -> _Batch:
        """Works off as many of the jobs as one transaction should hold; returns the others."""
        ended: list[_Ended] = []
        try:
            self._in_one_transaction(jobs[: self._group], ended)
        except Exception as error:
            if len(ended) <= 1:  # it did not even begin, or there is only one suspect
                ended = [_Ended(job, error=error) for job in (jobs if not ended else jobs[:1])]
            else:
                ended = [self._alone(each.job) for each in ended]
        self._deliver(ended)
        return jobs[len(ended) :]

    def _in_one_transaction(self, jobs: Sequence[_Job[Any]], ended: list[_Ended]) -> None:
        until = time.monotonic() + GROUP_TIME_S
        with self._database.writing() as session:
            for job in jobs:
                ended.append(_Ended(job))
                ended[-1].result = job.work(session)
                session.expunge_all()
                if time.monotonic() > until:
                    break

    def _alone(self, job: _Job[Any]) -> _Ended:
        try:
            with self._database.writing() as session:
                return _Ended(job, job.work(session))
        except Exception as error:
            return _Ended(job, error=error)

    def _deliver(self, ended: list[_Ended]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_resolve, ended)


def _resolve(ended: list[_Ended]) -> None:
    for each in ended:
        if each.job.future.cancelled():
            continue
        if each.error is not None:
            each.job.future.set_exception(each.error)
        else:
            each.job.future.set_result(each.result)
