"""Processes of the bench: the stand-in, the bots, and how much CPU and memory each has used."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from tests.bench.figures import ROOT

HOST = "127.0.0.1"
READY_S = 60.0
STOP_S = 15.0


class Broken(Exception):
    """A process did not start, or ended by itself; the text has its last words."""


class Process:
    """A Python process that runs one of our modules."""

    def __init__(self, running: asyncio.subprocess.Process, errors: Path) -> None:
        self._running = running
        self._errors = errors

    @property
    def cpu_s(self) -> float:
        """CPU time used so far by all its threads, to the nanosecond (Linux)."""
        return time.clock_gettime((~self._running.pid << 3) | 2)  # as clock_getcpuclockid(3) makes it

    @property
    def resident_mib(self) -> float:
        """Memory that is in RAM now (Linux)."""
        pages = int(Path(f"/proc/{self._running.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def check(self) -> None:
        """Raises Broken if it has ended."""
        if self._running.returncode is not None:
            words = self._errors.read_text(encoding="utf-8", errors="replace").strip()
            raise Broken(f"ended with {self._running.returncode}: {words[-300:]}")

    def tell(self, number: signal.Signals) -> None:
        """Sends it a signal."""
        self._running.send_signal(number)

    async def succeeds(self) -> None:
        """Waits for its end. Raises Broken where it failed."""
        if await self._running.wait():
            self.check()

    async def stop(self) -> None:
        """Asks it to end, and after a while makes it."""
        if self._running.returncode is not None:
            return
        self._running.terminate()
        try:
            await asyncio.wait_for(self._running.wait(), STOP_S)
        except TimeoutError:
            self._running.kill()
            await self._running.wait()


async def start(folder: Path, arguments: Sequence[str], variables: Mapping[str, str]) -> Process:
    """Runs `python -m …` in a folder, with none of our settings but the given ones."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PILTUVELIS_")}
    errors = folder / f"{arguments[0]}-{time.monotonic_ns()}.log"
    with errors.open("wb") as log:
        running = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *arguments,
            cwd=folder,
            env={**clean, "PYTHONPATH": str(ROOT), **variables},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    return Process(running, errors)


@asynccontextmanager
async def stand_in(folder: Path) -> AsyncIterator[str]:
    """The stand-in for Telegram as a process of its own; its address."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    process = await start(folder, ["playground", "--host", HOST, "--port", str(port)], {})
    url = f"http://{HOST}:{port}"
    try:
        await _until_it_answers(process, url)
        yield url
    finally:
        await process.stop()


async def _until_it_answers(process: Process, url: str) -> None:
    async with asyncio.timeout(READY_S), aiohttp.ClientSession() as http:
        while True:
            process.check()
            try:
                async with http.get(f"{url}/api/clock"):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
