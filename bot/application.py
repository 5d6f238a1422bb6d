"""All wiring, in one place: what there is in a running bot, and who knows whom."""

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.ageing import AGE_S, Ageing
from bot.charts.studio import Studio
from bot.clock import Clock, catch_up, follow
from bot.config import Settings
from bot.delivery.lanes import Delivery
from bot.delivery.pictures import Pictures
from bot.delivery.sending import Render, Sender
from bot.freezing import FREEZE_S, Freezing
from bot.incoming.dispatch import Dispatch
from bot.incoming.handling import Answer, Handle, Handling, Outcome
from bot.incoming.intake import Intake
from bot.incoming.taps import Choices, Taps, Toast
from bot.incoming.updates import ALLOWED
from bot.logs import event, fault, quieten
from bot.menu import Commands, Menu
from bot.polling import Polling
from bot.ratelimit import Pace
from bot.rounds import ROUND_S, Rounds
from bot.schedule import Sweeps
from bot.threads import DatabaseThreads
from bot.transport import Transport
from core.actions.answers.showing import awaits_picture
from core.model import Member
from core.storage.database import Database
from core.storage.directory_cache import DirectoryCache
from core.storage.pipelines import sync
from core.storage.schema import migrate
from core.terms import Role

if TYPE_CHECKING:
    from bot.web import HttpServer

log = logging.getLogger(__name__)

STOP_S = 9.0
YOUNG_OBJECTS = 10_000
"""After so many new objects those in rings are looked for; a message leaves hardly any."""


class TokenRefused(Exception):
    """Telegram does not know the token: it was mistyped or revoked."""


@dataclass(frozen=True, slots=True)
class Face:
    """What the bot does with an update and how it speaks: the handlers and the cards."""

    handle: Handle
    render: Render
    toast: Toast
    commands: Commands
    choices: Choices
    warm_up: Callable[[], None] = lambda: None
    """Loads what the first message would otherwise have to wait for."""

    @classmethod
    def real(cls) -> "Face":
        from bot import cards, handlers
        from core.reading import warm_up

        return cls(handlers.handle, cards.render, cards.toast, cards.commands, cards.choices, warm_up)


class Application:
    """One bot process. `start` and `stop` are for tests; `run` is the whole life of a process."""

    def __init__(self, settings: Settings, face: Face | None = None, clock: Clock | None = None) -> None:
        self.settings = settings
        self.clock = clock or Clock()
        self.database = Database(settings.database_url)
        self._face = face or Face.real()
        self._names = DirectoryCache()
        self._tasks: list[asyncio.Task[None]] = []
        self._servers: list[HttpServer] = []
        self._is_up = False
        self._is_over = False

    def run(self) -> None:
        """Works until SIGTERM or SIGINT, then ends within ten seconds.

        Raises TokenRefused, SchemaTooNew, ClockRefused and OSError (an address in use) at the start.
        """
        asyncio.run(self._live())

    async def _live(self) -> None:
        ending = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, ending.set)
        try:
            await self.start()
            gc.freeze()  # what is loaded stays: it need not be gone through again and again
            gc.set_threshold(YOUNG_OBJECTS)
            gc.enable()
            await ending.wait()
        finally:
            await self.stop()

    async def start(self) -> None:
        """Brings the database up to date, connects everything and begins to take updates."""
        quieten()
        telegram, team = self.settings.telegram, self.settings.team
        if self.settings.clock_url:
            await catch_up(self.clock, self.settings.clock_url, telegram.base_url)
        await asyncio.to_thread(self._prepare)
        self._wire()
        self.threads.start()
        await self.transport.initialize()
        await self._introduce()
        self._spawn(self._follow_clock())
        await self.sweeps.sweep()
        await self.rounds.go()
        self.sweeps.start()
        await self._listen()
        self._spawn(self._announce_webhook() if telegram.webhook.url else self.polling.run())
        self.menu.begin(await asyncio.to_thread(self._members))
        self._is_up = True
        event(log, "bot.started", bot_id=self.bot_id, language=team.language)

    async def stop(self) -> None:
        """Takes nothing new, finishes what was begun, and writes down what was sent. Once is enough."""
        self._is_up = False
        if self._is_over:
            return
        self._is_over = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(STOP_S):
                await self._wind_down()
        self.database.close()
        event(log, "bot.stopped")

    async def is_ready(self) -> bool:
        """Whether updates can be taken in and kept now."""
        if not self._is_up:
            return False
        try:
            await asyncio.to_thread(self._ask_database)
        except Exception:
            return False
        return bool(self.settings.telegram.webhook.url) or self.polling.is_up

    def _wire(self) -> None:
        telegram, team = self.settings.telegram, self.settings.team
        self.transport = Transport()
        self.bot = Bot(
            telegram.token,
            base_url=f"{telegram.base_url}/bot",
            base_file_url=f"{telegram.base_url}/file/bot",
            request=self.transport,
            get_updates_request=self.transport,
        )
        self.bot_id = _id_in(telegram.token)
        self.threads = DatabaseThreads(self.database)
        self.pace = Pace()
        self.taps = Taps(self.bot, self._face.toast, self._face.choices)
        self.menu = Menu(self.bot, self._face.commands, team.language)
        self.pictures = Pictures(Studio())
        sender = Sender(
            self.transport, self.bot.base_url, self._face.render, self.clock, self.pace, self.pictures
        )
        self.delivery = Delivery(
            self.threads, sender, self.pace, self.clock, team.language, exclusive=self.database.is_sqlite
        )
        handling = Handling(self._face.handle, team, self.clock, self._names)
        self.dispatch = Dispatch(self.threads, handling, self._after, self._reads)
        self.intake = Intake(self.threads, self.clock, self.bot_id, self._wake, self.taps.tapped)
        self.polling = Polling(self.bot, self.transport, self.intake)
        keep = timedelta(days=self.settings.keep_days)
        self.sweeps = Sweeps(self.threads, self.clock, self.dispatch, self.delivery, keep)
        self.freezing = Freezing(self.database, self.threads, self.clock, team)
        self.sweeps.every(FREEZE_S, self.freezing.tick)
        self.sweeps.every(AGE_S, Ageing(self.threads, self.clock, self.settings.keep_words_months).tick)
        self.rounds = Rounds(self.threads, self.clock, self.delivery, team)
        self.sweeps.every(ROUND_S, self.rounds.go)

    def _wake(self, chats: set[int]) -> None:
        """Updates came in: what they pay for, and what waits to be written, goes along with them."""
        for chat_id in chats:
            self.pace.heard(chat_id)
        self.delivery.settling.flush()
        self.dispatch.wake(chats)

    def _after(self, outcome: Outcome) -> None:
        """An update's transaction is committed."""
        self.delivery.offer(outcome.posted)
        if isinstance(outcome.answer, Answer):
            self.taps.answer(outcome.answer)
        elif outcome.answer is not None:
            self.taps.offer(outcome.answer)
        self.menu.watch(outcome.posted)

    def _reads(self, key: Hashable) -> None:
        """An answer is being found; a picture of it can begin to be prepared for."""
        if awaits_picture(key):
            self.pictures.expected()

    async def _wind_down(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(server.stop() for server in self._servers))
        if not hasattr(self, "threads"):
            return
        self.sweeps.stop()
        self.freezing.stop()
        await self.dispatch.stop()
        await self.taps.stop()
        await self.delivery.stop()
        await self.pictures.stop()
        await self.menu.stop()
        await self.threads.stop()
        await self.transport.shutdown()

    async def _introduce(self) -> None:
        """Asks who we are. Raises TokenRefused; a Telegram that cannot be reached is waited for later."""
        try:
            await self.bot.get_me()
        except InvalidToken:
            raise TokenRefused("Telegram does not accept the token") from None
        except TelegramError as error:
            event(log, "telegram.unreachable", logging.WARNING, error=type(error).__name__)

    async def _follow_clock(self) -> None:
        if self.settings.clock_url:
            await follow(self.clock, self.settings.clock_url, self.settings.telegram.base_url)

    async def _listen(self) -> None:
        """Serves what is to be asked of us; where that is nothing, not even the server is loaded."""
        hook, listen = self.settings.telegram.webhook, self.settings.web.listen
        if not (hook.url or listen):
            return
        from bot.web import HttpServer, health, webhook

        routes = {hook.listen: [webhook(hook.url, hook.secret, self.intake)]} if hook.url else {}
        if listen:
            routes[listen] = [*routes.get(listen, []), *health(self.is_ready)]
        for address, served in routes.items():
            server = HttpServer(address, served)
            await server.start()
            self._servers.append(server)

    async def _announce_webhook(self) -> None:
        hook = self.settings.telegram.webhook
        await self.polling.until_it_works(
            lambda: self.bot.set_webhook(hook.url, secret_token=hook.secret, allowed_updates=ALLOWED)
        )

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        task.add_done_callback(_say_if_it_fell)
        self._tasks.append(task)

    def _prepare(self) -> None:
        self._face.warm_up()
        migrate(self.database)
        with self.database.writing() as session:
            sync(session, self.settings.pipelines, self.settings.teams)
        with self.database.reading() as session, self._names.using(session):
            pass  # they are loaded now, so that the first message need not wait

    def _members(self) -> list[tuple[int, Role, str | None]]:
        query = select(Member.telegram_id, Member.role, Member.language).where(
            Member.telegram_id.is_not(None), Member.left_at.is_(None), Member.blocked_at.is_(None)
        )
        with self.database.reading() as session:
            return [(row[0], row[1], row[2]) for row in session.execute(query)]

    def _ask_database(self) -> None:
        with self.database.reading() as session:
            session.execute(text("SELECT 1"))


def _id_in(token: str) -> int:
    """The bot's own user id, which begins its token."""
    number = token.partition(":")[0]
    if not number.isdecimal():
        raise TokenRefused("the token does not begin with a bot's number")
    return int(number)


def _say_if_it_fell(task: "asyncio.Task[None]") -> None:
    """A part that is to run for ever has ended: that is a mistake of ours, and must not pass unseen."""
    if not task.cancelled() and (error := task.exception()) is not None:
        fault(log, "bot.part_fell", error)
