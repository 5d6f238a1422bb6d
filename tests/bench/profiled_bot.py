"""The whole bot, observed: by stopwatch or by cProfile, between two signals (SIGUSR1), into a file."""

import cProfile
import json
import os
import pstats
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

from bot.application import Application
from bot.config import load_settings
from bot.threads import DatabaseThreads
from tests.bench.stopwatch import LOOP, Stopwatch


class Watched:
    """The stations' CPU time."""

    def __init__(self) -> None:
        self._watch = Stopwatch()
        self._watch.install()
        self._before = (0.0, 0.0)

    def begin(self) -> None:
        self._watch.reset()
        self._before = time.process_time(), time.thread_time()

    def end(self, file: Path) -> None:
        whole, main = time.process_time() - self._before[0], time.thread_time() - self._before[1]
        found = {"used_s": self._watch.used_s, "calls": self._watch.calls, "whole_s": whole, "main_s": main}
        file.write_text(json.dumps(found | {"loop": LOOP}), encoding="utf-8")


class Profiled:
    """Calls of the event loop's thread and of the database's, by CPU time."""

    def __init__(self) -> None:
        self._profiles: dict[int, cProfile.Profile] = {}
        self._on = False
        run_group = DatabaseThreads._run_group

        def observed(threads: DatabaseThreads, jobs: Any) -> Any:
            if self._on:
                self._enable()
            return run_group(threads, jobs)

        setattr(DatabaseThreads, run_group.__name__, observed)

    def begin(self) -> None:
        self._on = True
        self._enable()

    def end(self, file: Path) -> None:
        stats = [pstats.Stats(profile) for profile in self._profiles.values()]
        for other in stats[1:]:
            stats[0].add(other)
        stats[0].dump_stats(file)

    def _enable(self) -> None:
        key = threading.get_ident()
        if key not in self._profiles:
            self._profiles[key] = cProfile.Profile(time.thread_time)
            self._profiles[key].enable()


def main() -> None:
    """Runs until SIGTERM; the first SIGUSR1 begins, the second ends and writes."""
    observer = Profiled() if sys.argv[1] == "calls" else Watched()
    file = Path(os.environ["BENCH_FILE"])
    steps = iter((observer.begin, lambda: observer.end(file)))
    signal.signal(signal.SIGUSR1, lambda _number, _frame: next(steps)())
    Application(load_settings(None)).run()


if __name__ == "__main__":
    main()
