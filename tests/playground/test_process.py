"""`python -m playground` as a process: starts, stops, survives being killed."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

from playground.server import Playground
from playground.testing import BotClient, Failed, Phone


async def launch(*arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground", *arguments),
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout
    line = (await asyncio.wait_for(process.stdout.readline(), 10)).decode()
    assert line.startswith("Listening on http://127.0.0.1:")
    return line.split()[-1].rstrip("/")


async def test_a_killed_process_continues_where_it_was(
    tmp_path: Path, session: aiohttp.ClientSession
) -> None:
    process = await launch("--port", "0", "--data", str(tmp_path), "--bot-name", "Funnel")
    url = await address(process)
    bot = BotClient(url, session)
    assert (await bot("getMe"))["first_name"] == "Funnel"
    ona = Phone(url, session, 7001, bot.id)
    await ona.ask("POST", "/api/people", {"id": 7001, "first_name": "Ona"})
    await ona.start()
    process.kill()
    await process.communicate()

    process = await launch("--port", "0", "--data", str(tmp_path))
    bot = BotClient(await address(process), session)
    assert [update["message"]["text"] for update in await bot.updates()] == ["/start"]
    poll = asyncio.create_task(bot.updates(offset=-1 + 10**12, timeout=30))
    await asyncio.sleep(0.05)
    poll.cancel()
    process.send_signal(signal.SIGTERM)
    out, err = await asyncio.wait_for(process.communicate(), 10)
    assert (process.returncode, out, err) == (0, b"", b"")


async def test_a_taken_port_is_said_plainly(server: Playground) -> None:
    process = await launch("--port", server.url.rpartition(":")[2])
    _, err = await asyncio.wait_for(process.communicate(), 10)
    assert process.returncode == 1
    assert b"Choose another port with --port" in err
    assert b"Traceback" not in err


async def test_pages_from_elsewhere_are_not_served(ona: Phone, session: aiohttp.ClientSession) -> None:
    headers = {"Origin": "https://elsewhere.example"}
    async with session.post(f"{ona.url}/api/people", data=b"{}", headers=headers) as response:
        assert response.status == 403
    async with session.get(f"{ona.url}/api/people", headers={"Origin": ona.url}) as response:
        assert response.status == 200


async def test_a_link_has_a_payload_that_links_can_have(ona: Phone) -> None:
    await ona.start("aZ09_-" * 10)
    for payload in ("a b", "ą", "x" * 65):
        with pytest.raises(Failed) as refused:
            await ona.start(payload)
        assert refused.value.status == 409
