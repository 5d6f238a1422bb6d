"""The labelled messages, sent over HTTP as a person would: each gets its answer, and soon."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest
from typer.testing import CliRunner

from bot.application import Application, Face
from bot.cli.app import app
from bot.config import Settings
from core.storage.database import Database
from playground.server import Playground
from playground.testing import Phone
from tests.builders import build_house
from tests.flows.conftest import rows_of
from tests.flows.office import BOT_ID, MANTAS, TOKEN

SHARED = os.environ.get("PILTUVELIS_SHARED")
P95_S = 0.3


@pytest.mark.alone
@pytest.mark.skipif(not SHARED, reason="PILTUVELIS_SHARED names no folder with the labelled messages")
async def test_every_labelled_message_is_answered_in_time(
    telegram: Playground, http: aiohttp.ClientSession, sqlite_url: str, settings_for: Callable[..., Settings]
) -> None:
    reading = Path(SHARED or "") / "reading"
    database = Database(sqlite_url)
    build_house(database)
    database.close()
    for kind in ("companies", "people", "deals"):
        done = CliRunner().invoke(
            app, ["--database", sqlite_url, "import", kind, str(reading / f"{kind}.csv")]
        )
        assert done.exit_code == 0, done.output
    async with http.post(f"{telegram.url}/bot{TOKEN}/getMe"):
        phone = Phone(telegram.url, http, MANTAS, BOT_ID)
    await phone.ask("POST", "/api/people", {"id": MANTAS, "first_name": "Mantas", "language_code": "lt"})
    application = Application(settings_for(sqlite_url), Face.real())
    await application.start()
    lines = (reading / "examples.jsonl").read_text(encoding="utf-8").splitlines()
    waited = []
    async with phone.live() as live:
        for line in lines:
            began = time.perf_counter()
            await phone.say(json.loads(line)["text"])
            answered = False
            while not answered:
                _, said = await live.next("message", timeout_s=10)
                answered = said["message"]["from"]["id"] == BOT_ID
            waited.append(time.perf_counter() - began)
    await application.stop()
    assert len(waited) == len(lines)
    assert rows_of(sqlite_url, "SELECT count(*) FROM inbox WHERE failed_at IS NOT NULL") == [(0,)]
    assert sorted(waited)[int(len(waited) * 0.95)] < P95_S
