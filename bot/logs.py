"""Log lines: a constant event name and ids, never anything that somebody wrote, a name or a token."""

import logging
import secrets
import time
import traceback

QUIET = (
    "telegram",
    "httpx",
    "httpcore",
    "aiohttp",
    "apscheduler",
    "uvicorn",
    "alembic",
    "asyncio",
)
"""Libraries that would print addresses with the token in them, or contents."""


QUIET_S = 60.0


def quieten() -> None:
    """Lets the libraries below us speak of warnings only."""
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def event(log: logging.Logger, name: str, /, level: int = logging.INFO, **ids: object) -> None:
    """Writes one event: `update.set_aside update_id=12 reference=K3ZQ7A`."""
    if log.isEnabledFor(level):
        log.log(level, " ".join([name, *(f"{key}={value}" for key, value in ids.items())]), extra=ids_of(ids))


def ids_of(ids: dict[str, object]) -> dict[str, object]:
    """The ids as one field of the log record, for handlers that write JSON."""
    return {"ids": ids}


def fault(log: logging.Logger, name: str, error: BaseException, /, **ids: object) -> str:
    """Writes an unexpected exception's traceback under a new short reference, which it returns.

    The lines of code and the exception types are written; their texts are not, as they may quote a customer.
    """
    reference = new_reference()
    event(log, name, logging.ERROR, reference=reference, error=type(error).__name__, **ids)
    log.error("%s", trail(error))
    return reference


def new_reference() -> str:
    """Six characters that a person can read out on the phone."""
    return "".join(secrets.choice("23456789ABCDEFGHJKMNPQRSTUVWXYZ") for _ in range(6))


def trail(error: BaseException) -> str:
    """Where an exception and its causes came from, without their texts."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = "".join(traceback.format_tb(current.__traceback__))
        parts.append(f"{frames}{type(current).__module__}.{type(current).__qualname__}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\ncaused by\n".join(parts)


class Trouble:
    """Something that may stay broken for a while: one line when it begins, one when it is over.

    What comes and goes is written once a minute at most.
    """

    def __init__(self, log: logging.Logger, name: str) -> None:
        self._log = log
        self._name = name
        self._kind: str | None = None
        self._written_at = -QUIET_S
        self._said = False
        self._count = 0

    def met(self, error: BaseException | str, **ids: object) -> None:
        """It happened; the first time, and each time its kind changes, is written."""
        kind = error if isinstance(error, str) else type(error).__name__
        self._count += 1
        if kind == self._kind:
            return
        self._kind = kind
        now = time.monotonic()
        if now - self._written_at >= QUIET_S:
            self._written_at, self._said = now, True
            event(self._log, f"{self._name}.trouble", logging.WARNING, error=kind, **ids)

    def over(self) -> None:
        """It works (again)."""
        if self._kind is None:
            return
        if self._said:
            event(self._log, f"{self._name}.recovered", times=self._count)
        self._kind, self._said, self._count = None, False, 0
