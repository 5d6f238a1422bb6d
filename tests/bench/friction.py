"""What twelve standard tasks cost a salesperson: messages, taps and characters, played over HTTP.

The whole bot answers, with a stand-in for Telegram and an embedded database. A task counts only when the
database holds what it was to bring about, and, for what is only looked up, the screen shows it.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bot.config import Settings, TelegramSettings, WebhookSettings, WebSettings
from core.actions.work import TeamSettings
from core.storage.database import Database
from core.storage.schema import migrate
from playground import server
from playground.jsontypes import Json
from tests.bench import friction_tasks
from tests.bench.figures import Figure
from tests.bench.friction_tasks import TASKS, Reply, Say, Tap, Task
from tests.bench.office import Office as BenchOffice
from tests.flows.conftest import rows_of
from tests.flows.office import BOT_ID, MANTAS, RUTA, TOKEN, Office, open_office

MOST_IN_ALL = 15
MOST_OF_ONE = 3
PATIENCE_S = 10.0


class NotPlayed(Exception):
    """A task could not be played to its end: which, and where it stopped."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a task took."""

    task: str
    messages: int
    taps: int
    characters: int

    @property
    def interactions(self) -> int:
        return self.messages + self.taps


async def measure(folder: Path) -> list[Cost]:
    """Plays all tasks, in a fresh office with a database of its own in the folder. Raises NotPlayed."""
    url = f"sqlite:///{folder / 'friction.sqlite3'}"
    database = Database(url)
    migrate(database)
    database.close()
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(server.start(port=0, bot_name="Piltuvėlis"))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        account = TelegramSettings(TOKEN, telegram.url, WebhookSettings())
        settings = Settings(
            TeamSettings(), (), url, account, WebSettings(""), clock_url=f"{telegram.url}/api/clock"
        )
        office = await stack.enter_async_context(open_office(telegram, http, settings))
        friction_tasks.prepare(office.house)
        await office.phone(RUTA).start()  # a bot may write only to those who wrote to it
        return [await _play(office, task) for task in TASKS]


async def _play(office: Office, task: Task) -> Cost:
    phone = office.phone(MANTAS)
    since = await _newest(office)
    if not task.shown and _found(office, task) == task.effect:
        raise NotPlayed(f"{task.name}: so it was before")
    if task.before:
        await phone.say(task.before)
        await _until(lambda: _is_answered(office, since), f"{task.name}: no answer", office, since)
    for move in task.moves:
        if isinstance(move, Reply):
            card = (await _answers(office, since))[0]
            await phone.say(move.text, reply_to=card["message_id"])
        elif isinstance(move, Say):
            await phone.say(move.text)
        else:
            await _tap(office, task, move, since)
    await _took_effect(office, task, since)
    said = [move.text for move in task.moves if isinstance(move, Say)]
    return Cost(task.name, len(said), len(task.moves) - len(said), sum(map(len, said)))


async def _is_answered(office: Office, since: int) -> bool:
    return bool(await _answers(office, since))


async def _tap(office: Office, task: Task, move: Tap, since: int) -> None:
    """Presses the button as soon as it is there: on a screen of this task, the newest first."""

    async def pressed() -> bool:
        for message in await _answers(office, since):
            for button in _buttons(message):
                if move.label in button["text"]:
                    await office.phone(MANTAS).press(message["message_id"], button["callback_data"])
                    return True
        return False

    await _until(pressed, f"{task.name}: there is no button {move.label!r}", office, since)


async def _took_effect(office: Office, task: Task, since: int) -> None:
    """Waits for what the task was to bring about, and for the bot to have said something."""

    async def is_seen() -> bool:
        answers = await _answers(office, since)
        text = answers[0].get("text", "") if answers else ""
        return (
            bool(text) and _found(office, task) == task.effect and all(words in text for words in task.shown)
        )

    await _until(is_seen, f"{task.name}: no effect", office, since, lambda: _found(office, task))


def _found(office: Office, task: Task) -> tuple[tuple[object, ...], ...]:
    return tuple(tuple(row) for row in rows_of(office.url, task.query))


async def _until(
    holds: Callable[[], Awaitable[bool]],
    why: str,
    office: Office,
    since: int,
    instead: Callable[[], tuple[object, ...]] = tuple,
) -> None:
    until = time.monotonic() + PATIENCE_S
    while not await holds():
        if time.monotonic() > until:
            screens = [message.get("text", "") for message in await _answers(office, since)]
            raise NotPlayed(f"{why}; found {instead()}; screens {screens[:2]}")
        await asyncio.sleep(0.02)


def _buttons(message: Json) -> list[Json]:
    return [each for row in message.get("reply_markup", {}).get("inline_keyboard", []) for each in row]


async def _answers(office: Office, since: int) -> list[Json]:
    """What the bot said after that message, the newest first."""
    history = await office.phone(MANTAS).history()
    return [
        message
        for message in reversed(history)
        if message["from"]["id"] == BOT_ID and message["message_id"] > since
    ]


async def _newest(office: Office) -> int:
    history = await office.phone(MANTAS).history()
    return int(history[-1]["message_id"]) if history else 0


class Friction:
    """Part h: the twelve tasks, once; counts don't vary from round to round."""

    letters = "h"
    rounds = 1

    def __init__(self) -> None:
        self._costs: list[Cost] = []

    async def prepare(self, office: BenchOffice, stack: AsyncExitStack) -> None:
        self._folder = office.folder

    async def measure(self, number: int) -> None:
        self._costs = await measure(self._folder)

    def figures(self) -> Sequence[Figure]:
        if not self._costs:
            return []
        total = sum(cost.interactions for cost in self._costs)
        most = max(cost.interactions for cost in self._costs)
        written = sum(cost.characters for cost in self._costs)
        return [
            Figure(
                "friction_interactions",
                total,
                "count",
                "messages and taps for twelve standard tasks",
                f"at most {MOST_IN_ALL}",
            ),
            Figure(
                "friction_most",
                most,
                "count",
                "messages and taps for the longest of them",
                f"at most {MOST_OF_ONE}",
            ),
            Figure("friction_characters", written, "count", "characters written for all of them"),
        ]
