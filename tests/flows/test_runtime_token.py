"""The token is in no line of the log, no column of the database and nothing printed, whatever fails."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

import aiohttp
import pytest

from bot.incoming.shapes import Update
from core.actions.work import Work
from playground.jsontypes import Json
from playground.testing import Phone
from tests.flows.conftest import Running, rows_of, said
from tests.flows.echo import FACE, echo
from tests.flows.office import TOKEN

SECRET = TOKEN.partition(":")[2]
FAULTS = ("502", "cut", "lost", "429")


def careless(update: Update, work: Work) -> None:
    """A mistake of ours that quotes the token."""
    if update.message is not None and update.message.text == "quote":
        raise LookupError(f"https://example.org/bot{TOKEN}/sendMessage")
    echo(update, work)


def _says(text: str, message: Json) -> bool:
    words: str = message["text"]
    return words.startswith(text)


def everything_logged(caplog: pytest.LogCaptureFixture) -> str:
    """All records, as the most talkative handler would write them."""
    formatter = logging.Formatter("%(name)s %(message)s %(args)s %(ids)s", defaults={"ids": ""})
    return "\n".join(formatter.format(record) for record in caplog.records)


async def test_no_fault_of_a_running_bot_tells_its_token(
    running: Running,
    phone: Callable[[int], Phone],
    sqlite_url: str,
    faults: Callable[..., Awaitable[None]],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    ona = phone(7001)
    await ona.start()
    with caplog.at_level("DEBUG"):
        async with running(sqlite_url, face=replace(FACE, handle=careless)):
            for kind in FAULTS:
                await faults("getUpdates", "sendMessage", kind=kind, retry_after=0)
                await ona.say(kind)
                await ona.wait_for(partial(_says, f"echo {kind}"), 20)
            await ona.say("quote")
            await ona.wait_for(partial(_says, "fault "), 20)
    logged = everything_logged(caplog)
    assert "polling.trouble" in logged
    assert "update.set_aside" in logged
    assert SECRET not in logged
    assert SECRET not in "".join(capfd.readouterr())
    kept = rows_of(sqlite_url, "SELECT payload, error FROM inbox UNION ALL SELECT payload, error FROM outbox")
    assert SECRET not in repr(kept)


async def test_an_unexpected_fault_of_the_connection_does_not_tell_it_either(
    running: Running,
    phone: Callable[[int], Phone],
    sqlite_url: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    ona = phone(7001)
    await ona.start()
    real, left = aiohttp.ClientSession.request, [6]

    def request(session: aiohttp.ClientSession, method: str, url: str, **more: object) -> object:
        if TOKEN in str(url) and left[0]:
            left[0] -= 1
            raise RuntimeError(f"cannot open {url}")
        return real(session, method, url, **more)  # type: ignore[arg-type]

    with caplog.at_level("DEBUG"):
        async with running(sqlite_url):
            await said(ona, 1)
            monkeypatch.setattr(aiohttp.ClientSession, "request", request)
            await ona.say("after")
            assert (await said(ona, 2))[-1] == "echo after"
    assert left == [0]
    assert SECRET not in everything_logged(caplog)
