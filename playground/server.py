"""The whole stand-in as one HTTP server, for a process of its own or inside a test."""

from collections.abc import Generator
from pathlib import Path
from types import TracebackType
from typing import Any

from aiohttp import web

from . import bot_api, people_api
from .people_api.http import errors_as_json
from .webhooks import start_webhook
from .world import Settings, World

PAGE = Path(__file__).parent / "page"
_REQUEST_LIMIT = 60 * 2**20


class Playground:
    """A running server: its address, its world, and the way to stop it."""

    def __init__(self, world: World, runner: web.AppRunner, host: str, port: int) -> None:
        self.world = world
        self.url = f"http://{host}:{port}"
        self._runner = runner

    async def close(self) -> None:
        """Answers what waits, stops listening, writes the state."""
        await self.world.close()
        await self._runner.cleanup()


class Starting:
    """What `start` gives: await it for a Playground, or use it as an async context manager."""

    def __init__(self, host: str, port: int, settings: Settings) -> None:
        self._host = host
        self._port = port
        self._settings = settings
        self._running: Playground | None = None

    def __await__(self) -> Generator[Any, None, Playground]:
        return self._start().__await__()

    async def _start(self) -> Playground:
        world = World(self._settings)
        runner = web.AppRunner(
            application(world), access_log=None, handler_cancellation=True, shutdown_timeout=1.0
        )
        await runner.setup()
        site = web.TCPSite(runner, self._host, self._port)
        try:
            await site.start()
        except OSError:
            await world.close()
            await runner.cleanup()
            raise
        for bot in world.bots.by_id.values():
            if bot.webhook:
                start_webhook(world, bot)
        port = int(runner.addresses[0][1])
        return Playground(world, runner, self._host, port)

    async def __aenter__(self) -> Playground:
        self._running = await self._start()
        return self._running

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._running:
            await self._running.close()


def start(
    *,
    host: str = "127.0.0.1",
    port: int = 8088,
    data: Path | None = None,
    bot_name: str = "Test bot",
    bot_username: str = "test_bot",
) -> Starting:
    """Starts the server; port 0 takes a free one; `data` keeps the state there, else it is in memory.

    Raises OSError when the port is taken.
    """
    return Starting(host, port, Settings(data, bot_name, bot_username))


def application(world: World) -> web.Application:
    """The aiohttp application of a world."""
    app = web.Application(middlewares=[errors_as_json], client_max_size=_REQUEST_LIMIT)
    app[bot_api.WORLD] = world
    app.add_routes(bot_api.routes())
    app.add_routes(people_api.routes())
    app.router.add_get("/", _index)
    if PAGE.is_dir():
        app.router.add_static("/page/", PAGE)
    app.on_response_prepare.append(_no_stale_page)
    app.on_response_prepare.append(_kept_before_answered)
    return app


async def _index(request: web.Request) -> web.StreamResponse:
    index = PAGE / "index.html"
    if index.exists():
        return web.FileResponse(index)
    return web.Response(text="A stand-in for Telegram is running here; it has no page.\n")


async def _no_stale_page(request: web.Request, response: web.StreamResponse) -> None:
    if request.path == "/" or request.path.startswith("/page/"):
        response.headers["Cache-Control"] = "no-cache"


async def _kept_before_answered(request: web.Request, _response: web.StreamResponse) -> None:
    """What an answer says has happened is on disk, also if the process is killed the moment it is read."""
    request.app[bot_api.WORLD].store.commit()
