"""`python -m playground`: the stand-in as a process of its own."""

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

from .server import start


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m playground", description=__import__("playground").__doc__
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="loopback only: there is no password (%(default)s)"
    )
    parser.add_argument("--port", type=int, default=8088, help="0 takes a free one (%(default)s)")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep everything there and continue from it")
    parser.add_argument("--bot-name", default="Test bot", help="(%(default)s)")
    parser.add_argument("--bot-username", default="test_bot", help="(%(default)s)")
    parser.add_argument(
        "--ends-with-input", action="store_true", help="end when standard input does: with whoever started it"
    )
    return parser.parse_args()


async def _serve(said: argparse.Namespace) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    if said.ends_with_input:
        asyncio.get_running_loop().add_reader(sys.stdin, _watch_input, stop)
    options = {"host": said.host, "port": said.port, "data": said.data}
    async with start(**options, bot_name=said.bot_name, bot_username=said.bot_username) as server:
        sys.stdout.write(f"Listening on {server.url}/\n")
        sys.stdout.flush()
        await stop.wait()


def _watch_input(stop: asyncio.Event) -> None:
    if not os.read(sys.stdin.fileno(), 1024):
        asyncio.get_running_loop().remove_reader(sys.stdin)
        stop.set()


def main() -> int:
    """Runs until SIGINT or SIGTERM (or the end of its input); 1 when the port is taken."""
    try:
        asyncio.run(_serve(_arguments()))
    except OSError as problem:
        sys.stderr.write(f"Can't listen: {problem.strerror}. Choose another port with --port.\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
