"""Runs the bot against the stand-in for Telegram, with the sample team, until it is told to stop."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
from sqlalchemy import select

from bot.config import Settings, TelegramSettings, suggested_pipelines
from bot.demo import keeping, sample
from core.actions.work import TeamSettings
from core.model import Member
from core.storage.database import Database
from core.storage.pipelines import sync
from core.storage.schema import migrate

TOKEN = "700000001:demo-token-for-the-stand-in-only-00000"  # noqa: S105 - opens nothing but the local stand-in
HOST = "127.0.0.1"
OWNER_ID = 1006
START_TIMEOUT_S = 30
STOP_TIMEOUT_S = 10


class StandInFailed(Exception):
    """The stand-in for Telegram could not start, for instance because the port is taken."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo is to be. `directory` keeps everything; `empty` leaves the sample team out.

    `database_url`: another database than the embedded one in `directory`.
    """

    port: int
    directory: Path
    language: str
    empty: bool
    database_url: str | None = None

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def database_file(self) -> Path | None:
        """The embedded database, where there is no other."""
        return None if self.database_url else self.directory / "piltuvelis.sqlite3"


def settings(demo: Demo) -> Settings:
    """The demo's settings: an embedded database in its folder, the stand-in for Telegram, its clock."""
    name = {"lt": "Pavyzdinė komanda", "en": "Sample team"}[demo.language]
    team = TeamSettings(name=name, language=demo.language, owner_id=OWNER_ID if demo.empty else None)
    return Settings(
        team=team,
        pipelines=suggested_pipelines(demo.language),
        database_url=demo.database_url or f"sqlite:///{demo.database_file}",
        telegram=TelegramSettings(token=TOKEN, base_url=demo.url),
        clock_url=f"{demo.url}/api/clock",
    )


@asynccontextmanager
async def stand_in(demo: Demo) -> AsyncIterator[None]:
    """The stand-in as a process of its own, which ends with the block. Raises StandInFailed.

    It ends with us even where we are killed: its input is a pipe that only we hold.
    """
    command = [
        "-m",
        "playground",
        "--host",
        HOST,
        "--port",
        str(demo.port),
        "--data",
        str(demo.directory / "telegram"),
        "--ends-with-input",
    ]
    names = ["--bot-name", "Piltuvėlis", "--bot-username", "piltuvelis_demo_bot"]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, *names, stdin=pipe, stdout=pipe, start_new_session=True
    )
    try:
        await _ready(process)
        yield
    finally:
        if process.returncode is None:
            process.terminate()
            await asyncio.wait_for(process.wait(), STOP_TIMEOUT_S)


async def prepare(demo: Demo) -> None:
    """Writes the sample team where there is none yet, and its people to the stand-in."""
    async with aiohttp.ClientSession(demo.url) as http:
        now = await _now(http)
        await asyncio.get_running_loop().run_in_executor(None, _write_sample, demo, now)
        for person in _people(demo):
            async with http.post("/api/people", json=person) as answer:
                answer.raise_for_status()


def _people(demo: Demo) -> Sequence[dict[str, str | int]]:
    everyone = sample.people(demo.language)
    shown = [person for person in everyone if person.telegram_id == OWNER_ID] if demo.empty else everyone
    people: list[dict[str, str | int]] = []
    for person in shown:
        first, _, last = person.name.partition(" ")
        people.append(
            {
                "id": person.telegram_id,
                "first_name": first,
                "last_name": last,
                "language_code": demo.language,
                "note": person.note,
            }
        )
    return people


def _write_sample(demo: Demo, now: datetime) -> None:
    wanted = settings(demo)
    file = demo.database_file
    if file is not None and not demo.empty and not file.exists():
        keeping.put(file, wanted.team, now, keeping.default_folder(), _say_that_it_takes_a_while)
        return
    database = Database(wanted.database_url)
    try:
        migrate(database)
        with database.writing() as session:
            if demo.empty:
                sync(session, wanted.pipelines)
            elif session.scalar(select(Member.id).limit(1)) is None:
                sample.build(session, wanted.team, now)
    finally:
        database.close()


def _say_that_it_takes_a_while() -> None:
    sys.stderr.write("Building the sample team's year. This happens once and takes some fifteen seconds.\n")


async def _now(http: aiohttp.ClientSession) -> datetime:
    async with http.get("/api/clock") as answer:
        answer.raise_for_status()
        told = await answer.json()
    return datetime.fromisoformat(told["now"]).astimezone(UTC)


async def _ready(process: asyncio.subprocess.Process) -> None:
    if process.stdout is None:
        raise StandInFailed("its output cannot be read")
    try:
        line = await asyncio.wait_for(process.stdout.readline(), START_TIMEOUT_S)
    except TimeoutError as error:
        raise StandInFailed("it did not answer in time") from error
    if not line.startswith(b"Listening"):
        raise StandInFailed("the port may be taken; choose another with --port")
