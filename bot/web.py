"""HTTP that is asked of us: Telegram's webhook, health and metrics."""

import asyncio
import contextlib
import hmac
import logging
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from urllib.parse import urlsplit

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.config import host_and_port
from bot.incoming.intake import Intake
from bot.logs import Trouble
from bot.metrics import METRICS

log = logging.getLogger(__name__)

BODY_LIMIT = 1024 * 1024
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name
STOP_S = 3.0


class TooLarge(Exception):
    """A request body above the limit."""


def webhook(url: str, secret: str, intake: Intake) -> Route:
    """Takes updates at the path of `url`: 200 once one is kept, 403 without the secret, 503 to try again."""
    trouble = Trouble(log, "webhook")
    expected = secret.encode()

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode("latin-1", "replace")
        if not expected or not hmac.compare_digest(given, expected):
            return PlainTextResponse("forbidden", 403)
        try:
            kept = await intake.keep([await _body(request)])
        except TooLarge:
            return PlainTextResponse("too large", 413)
        except ClientDisconnect:
            return PlainTextResponse("gone", 400)
        except SQLAlchemyError as error:
            trouble.met(error)
            return PlainTextResponse("not now", 503)
        trouble.over()
        return PlainTextResponse("ok") if kept is not None else PlainTextResponse("no update", 400)

    return Route(urlsplit(url).path or "/", receive, methods=["POST"])


def health(is_ready: Callable[[], Awaitable[bool]]) -> Sequence[Route]:
    """`/healthz` (the process lives), `/readyz` (it can do its work), `/metrics`; they tell nothing else."""

    async def healthz(request: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(request: Request) -> Response:
        return PlainTextResponse("ok") if await is_ready() else PlainTextResponse("not ready", 503)

    async def metrics(request: Request) -> Response:
        return Response(generate_latest(METRICS.registry), media_type=CONTENT_TYPE_LATEST)

    return (Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics))


async def _body(request: Request) -> bytes:
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > BODY_LIMIT:
            raise TooLarge()
    return bytes(parts)


class _Uvicorn(uvicorn.Server):
    """Leaves the process's signals to the application."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class HttpServer:
    """Serves routes at one address until it is stopped. `port`: where it listens, as 0 takes a free one."""

    def __init__(self, listen: str, routes: Sequence[Route]) -> None:
        self._listen = listen
        config = uvicorn.Config(
            Starlette(routes=list(routes)),
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=int(STOP_S),
        )
        self._server = _Uvicorn(config)
        self._task: asyncio.Task[None] | None = None
        self.port = 0

    async def start(self) -> None:
        """Listens. Raises OSError where the address is taken."""
        host, port = host_and_port(self._listen)
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family, backlog=1024)
        listening.setblocking(False)
        self.port = listening.getsockname()[1]
        self._task = asyncio.create_task(self._server.serve(sockets=[listening]))

    async def stop(self) -> None:
        """Answers what it has begun, then closes."""
        if self._task is not None:
            self._server.should_exit = True
            await asyncio.wait({self._task}, timeout=STOP_S)
            self._task = None
