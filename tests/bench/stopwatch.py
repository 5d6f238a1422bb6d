"""CPU time of the stations that a message passes in the bot: each without those inside it."""

import functools
import importlib
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

LOOP = "transport and event loop"
COMMIT = "transaction: begin, commit, session"

STATIONS = (
    ("bot.polling.batch_from", "parsing the update"),
    ("bot.incoming.intake._arrival", "parsing the update"),
    ("bot.incoming.handling._update_from", "parsing the update"),
    ("core.storage.inbox.store", "inbox: keep"),
    ("core.storage.inbox.take", "inbox: take"),
    ("core.storage.inbox.mark_done", "inbox: done"),
    ("core.storage.directory_cache.number", "names: have they changed"),
    ("core.storage.directory_cache.DirectoryCache._load", "names: load the changed"),
    ("bot.handlers.handle", "action: who and what"),
    ("core.actions.log.understand", "reading"),
    ("core.actions.log.settled", "action: who was met"),
    ("core.actions.log.from_report", "action: intent"),
    ("core.actions.log.resolve", "action: customer"),
    ("core.actions.deal.choose", "action: which deal"),
    ("core.actions.deal.apply", "action: deal"),
    ("core.actions.log._contact", "action: contact"),
    ("core.actions.plans.fulfil", "action: steps fulfilled"),
    ("core.actions.plans.write", "action: steps written"),
    ("core.storage.ledger.Ledger.close", "action: operation and change log"),
    ("core.actions.answer.card", "action: card"),
    ("core.actions.work.Work.post", "outbox: post"),
    ("core.storage.outbox.settle", "outbox: sent"),
    ("bot.delivery.sending.Sender._rendered", "rendering"),
)
"""Where each function is looked up when it is called, and the station it belongs to."""


class Stopwatch:
    """Charges each thread's CPU to the station it is in; what is outside of all, to the thread's own."""

    def __init__(self) -> None:
        self.used_s: defaultdict[str, float] = defaultdict(float)
        self.calls: Counter[str] = Counter()
        self._local = threading.local()

    def install(self) -> None:
        """Wraps the stations. Raises AttributeError or ImportError where one has moved."""
        for place, station in STATIONS:
            owner, name = owner_of(place)
            given = vars(owner)[name]
            if isinstance(given, classmethod):
                setattr(owner, name, classmethod(self._timed(given.__func__, station)))
            else:
                setattr(owner, name, self._timed(given, station))

    def reset(self) -> None:
        """Begins anew, for the calling thread at once, for the others at their next station."""
        self.used_s.clear()
        self.calls.clear()

    def _timed(self, function: Callable[..., Any], station: str) -> Callable[..., Any]:
        @functools.wraps(function)
        def timed(*args: Any, **named: Any) -> Any:
            outside = self._enter(station)
            try:
                return function(*args, **named)
            finally:
                self._charge()
                self._local.station = outside

        return timed

    def _enter(self, station: str) -> str:
        outside: str = getattr(self._local, "station", "") or _own_station()
        self._local.station = outside
        self._charge()
        self._local.station = station
        self.calls[station] += 1
        return outside

    def _charge(self) -> None:
        now = time.thread_time()
        self.used_s[self._local.station] += now - getattr(self._local, "at", now)
        self._local.at = now


def _own_station() -> str:
    return LOOP if threading.current_thread() is threading.main_thread() else COMMIT


def owner_of(place: str) -> tuple[Any, str]:
    """The module or class that holds the last name of a dotted path."""
    path, _, name = place.rpartition(".")
    try:
        return importlib.import_module(path), name
    except ModuleNotFoundError:
        module, _, owner = path.rpartition(".")
        return getattr(importlib.import_module(module), owner), name
