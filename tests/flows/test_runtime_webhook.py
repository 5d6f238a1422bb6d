"""Updates by webhook: kept before Telegram hears "ok", refused without the secret; health beside it."""

import asyncio
import io
import socket
from collections.abc import Callable

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.config import WebhookSettings
from core.storage.database import Database
from playground.testing import Phone
from tests.flows.conftest import Running, rows_of, said, update_of

SECRET = "s3cret-word"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@pytest.fixture
def hook() -> WebhookSettings:
    listen = f"127.0.0.1:{free_port()}"
    return WebhookSettings(f"http://{listen}/telegram", listen, SECRET)


async def test_messages_by_webhook_are_answered_in_order(
    running: Running, phone: Callable[[int], Phone], database_url: str, hook: WebhookSettings
) -> None:
    people = [phone(7001 + number) for number in range(3)]
    async with running(database_url, webhook=hook):
        for person in people:
            await person.start()
        for number in range(5):
            await asyncio.gather(*(person.say(str(number)) for person in people))
        expected = ["echo /start", *(f"echo {number}" for number in range(5))]
        for person in people:
            assert await said(person, 6) == expected


@pytest.mark.parametrize("header", [{}, {HEADER: "wrong"}, {HEADER: ""}, {HEADER: "s3cret-wörd"}])
async def test_request_without_the_secret_is_refused(
    running: Running,
    sqlite_url: str,
    hook: WebhookSettings,
    http: aiohttp.ClientSession,
    header: dict[str, str],
) -> None:
    async with running(sqlite_url, webhook=hook):
        async with http.post(hook.url, data=update_of(7001, 1, "x"), headers=header) as answer:
            assert answer.status == 403
        async with http.get(hook.url, headers={HEADER: SECRET}) as answer:
            assert answer.status == 405
    assert rows_of(sqlite_url, "SELECT count(*) FROM inbox") == [(0,)]


async def test_update_is_kept_before_the_answer(
    running: Running, sqlite_url: str, hook: WebhookSettings, http: aiohttp.ClientSession
) -> None:
    async with running(sqlite_url, webhook=hook):
        headers = {HEADER: SECRET}
        async with http.post(hook.url, data=update_of(7001, 1, "x"), headers=headers) as answer:
            assert answer.status == 200
            assert rows_of(sqlite_url, "SELECT count(*) FROM inbox") == [(1,)]
        async with http.post(hook.url, data=b"not an update", headers=headers) as answer:
            assert answer.status == 400
        async with http.post(hook.url, data=io.BytesIO(b"x" * (1024 * 1024 + 1)), headers=headers) as answer:
            assert answer.status == 413


async def test_update_that_cannot_be_kept_is_asked_for_again(
    running: Running, postgresql_url: str, hook: WebhookSettings, http: aiohttp.ClientSession
) -> None:
    async with running(postgresql_url, webhook=hook):
        other = Database(postgresql_url)
        with other.writing() as session:
            session.connection().exec_driver_sql("ALTER TABLE inbox RENAME TO away")
        headers = {HEADER: SECRET}
        async with http.post(hook.url, data=update_of(7001, 1, "x"), headers=headers) as answer:
            assert answer.status == 503
        with other.writing() as session:
            session.connection().exec_driver_sql("ALTER TABLE away RENAME TO inbox")
        async with http.post(hook.url, data=update_of(7001, 1, "x"), headers=headers) as answer:
            assert answer.status == 200
        other.close()


FIGURES = {
    "piltuvelis_updates_received",
    "piltuvelis_updates_handled",
    "piltuvelis_letters",
    "piltuvelis_answer_seconds",
    "piltuvelis_outbox_lag_seconds",
    "piltuvelis_due_lag_seconds",
    "piltuvelis_errors",
}


@pytest.mark.parametrize("polling", [True, False])
async def test_health_tells_nothing_about_anybody(
    running: Running,
    phone: Callable[[int], Phone],
    sqlite_url: str,
    hook: WebhookSettings,
    http: aiohttp.ClientSession,
    polling: bool,
) -> None:
    listen = f"127.0.0.1:{free_port()}"
    ona = phone(7001)
    async with running(sqlite_url, web=listen, webhook=None if polling else hook):
        await ona.start()
        await said(ona, 1)
        for path, expected in (("/healthz", "ok"), ("/readyz", "ok")):
            async with http.get(f"http://{listen}{path}") as answer:
                assert (answer.status, await answer.text()) == (200, expected)
        async with http.get(f"http://{listen}/metrics") as answer:
            told = await answer.text()
        families = {family.name: family for family in text_string_to_metric_families(told)}
        assert families.keys() >= FIGURES
        assert families["piltuvelis_answer_seconds"].type == "histogram"
        samples = [sample for family in families.values() for sample in family.samples]
        assert {name for sample in samples for name in sample.labels} <= {"result", "place", "le"}
        assert "7001" not in told
        async with http.post(f"http://{listen}/telegram", headers={HEADER: SECRET}) as answer:
            assert answer.status == 404
