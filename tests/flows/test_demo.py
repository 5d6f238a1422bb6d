"""`piltuvelis demo` as a newcomer has it: one command from any folder, and the same data the next time."""

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

import aiohttp

START_S = 60
MANTAS = 1001


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def demo(folder: Path, port: int) -> asyncio.subprocess.Process:
    """The running demo, once it has told its address."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", str(port), "--data", "here", "--no-browser"),
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), START_S)
    assert line.decode() == f"Open http://127.0.0.1:{port}/\n"
    return process


async def test_a_killed_demo_goes_on_at_the_same_address_with_the_same_data(
    tmp_path: Path, http: aiohttp.ClientSession
) -> None:
    port = free_port()
    process = await demo(tmp_path, port)
    chats = f"http://127.0.0.1:{port}/api/people/{MANTAS}/chats"
    async with http.get(chats) as answer:
        (bot,) = {chat["id"] for chat in await answer.json()}
    async with http.post(f"{chats}/{bot}/start", json={}) as answer:
        answer.raise_for_status()
    process.kill()
    await process.communicate()
    process = await demo(tmp_path, port)
    async with http.get(f"{chats}/{bot}/messages") as answer:
        assert "/start" in [message.get("text") for message in (await answer.json())["messages"]]
    process.send_signal(signal.SIGTERM)
    out, _ = await process.communicate()
    assert (process.returncode, out) == (0, b"")
