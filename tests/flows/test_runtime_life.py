"""A process's life: it starts on what it finds, follows the stand-in's clock, and ends in time."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.application import Application, TokenRefused
from bot.clock import ClockRefused
from bot.config import TELEGRAM, Settings, TelegramSettings
from bot.metrics import METRICS
from bot.rounds import Rounds
from core.actions.work import TeamSettings
from core.model import MemberRoutine, NextStep
from core.storage.database import Database
from core.storage.ledger import add
from core.terms import RoutineKind, StepKind
from playground.server import Playground
from playground.testing import Phone
from tests.builders import build_house
from tests.flows.conftest import Running, appears, echo_process, rows_of, said
from tests.flows.echo import FACE


async def test_clock_of_the_stand_in_is_followed(
    running: Running,
    phone: Callable[[int], Phone],
    sqlite_url: str,
    telegram: Playground,
    http: aiohttp.ClientSession,
) -> None:
    await _move(http, telegram, 3600)
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url, clock=f"{telegram.url}/api/clock") as application:
        assert _ahead(application) > 3500
        waiting = asyncio.create_task(application.clock.sleep(86_000))
        await asyncio.sleep(0.05)
        await _move(http, telegram, 86_400)
        await asyncio.wait_for(waiting, 3)
        assert _ahead(application) > 89_000
        await said(ona, 1)
    ((at,),) = rows_of(sqlite_url, "SELECT received_at FROM inbox")
    assert datetime.fromisoformat(at).replace(tzinfo=UTC) > datetime.now(UTC) + timedelta(minutes=59)


async def test_simulated_clock_is_refused_with_the_real_telegram(sqlite_url: str) -> None:
    account = TelegramSettings("1:" + "A" * 35, TELEGRAM)
    settings = Settings(TeamSettings(), (), sqlite_url, account, clock_url="http://127.0.0.1:9/api/clock")
    application = Application(settings, FACE)
    with pytest.raises(ClockRefused):
        await application.start()
    await application.stop()


async def test_unknown_token_ends_the_start(sqlite_url: str, telegram: Playground) -> None:
    settings = Settings(TeamSettings(), (), sqlite_url, TelegramSettings("nonsense", telegram.url))
    application = Application(settings, FACE)
    with pytest.raises(TokenRefused):
        await application.start()
    await application.stop()


async def test_unreachable_telegram_is_waited_for(sqlite_url: str) -> None:
    account = TelegramSettings("123456:" + "A" * 35, "http://127.0.0.1:9")
    application = Application(Settings(TeamSettings(), (), sqlite_url, account), FACE)
    await application.start()
    assert not await application.is_ready()
    await application.stop()


@pytest.mark.alone
async def test_stop_ends_in_time_in_the_middle_of_work(
    running: Running,
    phone: Callable[[int], Phone],
    sqlite_url: str,
    faults: Callable[..., Awaitable[None]],
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url) as application:
        await said(ona, 1)
        await faults("sendMessage", kind="hang")
        await ona.say("hanging")
        await asyncio.sleep(0.3)
        began = asyncio.get_running_loop().time()
        await application.stop()
        assert asyncio.get_running_loop().time() - began < 9.5
    assert rows_of(sqlite_url, "SELECT count(*) FROM outbox WHERE sent_at IS NULL") == [(1,)]


async def test_a_process_that_is_told_to_end_does_so_in_time_while_telegram_hangs(
    telegram: Playground,
    phone: Callable[[int], Phone],
    sqlite_url: str,
    faults: Callable[..., Awaitable[None]],
) -> None:
    ona = phone(7001)
    process = await echo_process(telegram.url, sqlite_url)
    await ona.start()
    await said(ona, 1)
    await faults("sendMessage", "getUpdates", kind="hang", count=3)
    await ona.say("hanging")
    await appears(sqlite_url, "SELECT 1 FROM outbox WHERE payload LIKE '%hanging%'")
    began = asyncio.get_running_loop().time()
    process.send_signal(signal.SIGTERM)
    assert await process.wait() == 0
    assert asyncio.get_running_loop().time() - began < 10


def due_lag_s() -> float | None:
    return METRICS.registry.get_sample_value("piltuvelis_due_lag_seconds")


async def test_what_is_due_and_not_told_is_seen_in_the_figures(
    running: Running, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none_comes(_rounds: Rounds) -> None:
        return None

    monkeypatch.setattr(Rounds, "go", none_comes)
    house, now = build_house(Database(sqlite_url)), datetime.now(UTC)
    async with running(sqlite_url) as application:
        await application.sweeps.sweep()
        assert due_lag_s() == 0
        with house.database.writing() as session:
            step = {"kind": StepKind.CALL, "owner_id": house.ids["Mantas"], "created_at": now}
            add(session, NextStep, step | {"remind_at": now - timedelta(minutes=5)})
        await application.sweeps.sweep()
        assert 299 < (due_lag_s() or 0) < 330
        with house.database.writing() as session:
            routine = {"member_id": house.ids["Mantas"], "kind": RoutineKind.AGENDA, "zone": "Europe/Vilnius"}
            add(session, MemberRoutine, routine | {"due_at": now - timedelta(hours=1)})
        await application.sweeps.sweep()
        assert 3599 < (due_lag_s() or 0) < 3630
    house.database.close()


async def test_what_was_handled_long_ago_is_tidied_away(
    running: Running, phone: Callable[[int], Phone], database_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(database_url) as application:
        await ona.say("one")
        sent = "SELECT n FROM (SELECT count(sent_at) AS n FROM outbox) AS sent WHERE n = 2"
        await appears(database_url, sent)
        application.clock.forward_to(timedelta(days=31))
        await ona.say("two")
        await said(ona, 3)
        await application.sweeps.tidy()
    for mailbox in ("inbox", "outbox"):
        assert rows_of(database_url, f"SELECT count(*) FROM {mailbox}") == [(1,)]


def _ahead(application: Application) -> float:
    return (application.clock.now() - datetime.now(UTC)).total_seconds()


async def _move(http: aiohttp.ClientSession, telegram: Playground, seconds: int) -> None:
    async with http.post(f"{telegram.url}/api/clock", json={"by_s": seconds}) as answer:
        answer.raise_for_status()
