"""Answers with pictures over HTTP: in place, drawn apart, sent once, and never missed where there is none."""

import asyncio
import os
import signal
from collections.abc import Collection
from typing import Any

import pytest
from sqlalchemy import Select, select

from bot.charts.studio import Studio
from core.model import OutboxMessage
from playground.jsontypes import Json
from tests.flows.office import AISTE, MANTAS, STORY, Office

MONDAY = "2027-11-29T08:00:30+02:00"

LONG_S = 60.0


@pytest.fixture(autouse=True)
def patient(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested is not how fast a busy computer draws."""
    monkeypatch.setattr("bot.delivery.photos.PATIENCE_S", LONG_S)
    monkeypatch.setattr(office.application.pictures._studio, "_longest_s", LONG_S)


async def called(office: Office, method: str, count: int, ended: Collection[int] = (200,)) -> list[Json]:
    """The calls of a method that have ended so, oldest first, once there are so many."""
    async with asyncio.timeout(LONG_S):
        while True:
            async with office.http.get(f"{office.telegram.url}/api/requests") as answer:
                found: list[Json] = (await answer.json())["requests"]
            found = [each for each in found if each["method"] == method and each["status"] in ended]
            if len(found) >= count:
                return found
            await asyncio.sleep(0.05)


async def test_period_and_question_change_in_place(office: Office) -> None:
    phone = office.phone(AISTE)
    await phone.say("/funnel")
    picture = await office.received(AISTE, "photo", LONG_S)
    assert "Pardavimų piltuvėlis" in picture["caption"]
    count = len(await phone.history())
    await office.tap(AISTE, picture, "‹ III ketv.")
    before = await office.told(AISTE, "III ketv.", LONG_S)
    assert (before["message_id"], "photo" in before) == (picture["message_id"], True)
    await office.tap(AISTE, before, "Užklausos")
    leads = await office.told(AISTE, "Užklausų piltuvėlis", LONG_S)
    assert (leads["message_id"], "photo" in leads) == (picture["message_id"], True)
    await office.tap(AISTE, leads, "Metai")
    assert "photo" in await office.told(AISTE, "2027 m.", LONG_S)
    assert len(await phone.history()) == count


async def test_words_take_the_picture_s_place_and_it_theirs(office: Office) -> None:
    phone = office.phone(AISTE)
    await phone.say("/forecast")
    picture = await office.received(AISTE, "photo", LONG_S)
    count = len(await phone.history())
    await office.tap(AISTE, picture, "Išsamiau")
    await office.gone(AISTE, picture)
    words = await office.told(AISTE, "Prognozė", LONG_S)
    assert "photo" not in words
    await office.tap(AISTE, words, "Paveikslas")
    again = await office.received(AISTE, "photo", LONG_S)
    assert again["message_id"] == words["message_id"]
    assert len(await phone.history()) == count


async def test_who_asks_next_gets_what_is_there_already(office: Office) -> None:
    await office.phone(AISTE).say("/funnel")
    first = await office.received(AISTE, "photo", LONG_S)
    await office.phone(AISTE).say("/funnel")
    found = await called(office, "sendPhoto", 2)
    assert [bool(each["files"]) for each in found] == [True, False]
    assert found[1]["params"]["photo"] == first["photo"][-1]["file_id"]


async def test_a_number_that_telegram_has_forgotten_is_no_obstacle(office: Office) -> None:
    await office.phone(MANTAS).say("/funnel")
    await office.received(MANTAS, "photo", LONG_S)
    pictures = office.application.pictures
    pictures._ids.update(dict.fromkeys(pictures._ids, "forgotten"))
    await office.phone(MANTAS).say("/funnel")
    found = await called(office, "sendPhoto", 3, (200, 400))
    assert [each["status"] for each in found] == [200, 400, 200]


async def test_the_process_that_draws_may_die(office: Office) -> None:
    await office.phone(AISTE).say("/funnel")
    picture = await office.received(AISTE, "photo", LONG_S)
    studio = office.application.pictures._studio
    assert studio.process_id is not None
    os.kill(studio.process_id, signal.SIGKILL)
    await office.tap(AISTE, picture, "‹ III ketv.")
    assert "photo" in await office.told(AISTE, "III ketv.", LONG_S)


async def test_words_go_alone_where_there_is_no_picture(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(office.application.pictures, "_studio", Studio(longest_s=0.0, start_s=0.0))
    await office.phone(AISTE).say("/funnel")
    words = await office.told(AISTE, "Pardavimų piltuvėlis", LONG_S)
    assert "photo" not in words
    assert any("Išsamiau" in button["text"] for row in _rows(words) for button in row)
    assert [record.message.split()[0] for record in caplog.records].count("picture.missing") == 1


async def test_a_week_is_one_message_and_one_album(office: Office) -> None:
    await office.phone(AISTE).start()
    await office.phone(MANTAS).say(STORY)
    await office.told(MANTAS, "Įrašyta", LONG_S)
    await office.clock(MONDAY)
    words = await office.told(AISTE, "savaitė", LONG_S)
    await office.received(AISTE, "photo", LONG_S)
    album = [each for each in await office.phone(AISTE).history() if "photo" in each]
    assert len(album) > 1
    assert len({each["media_group_id"] for each in album}) == 1
    assert all(each["message_id"] > words["message_id"] for each in album)
    [sent] = await called(office, "sendMediaGroup", 1)
    assert len(sent["files"]) == len(album)
    await office.phone(AISTE).say("/digest")
    assert not (await called(office, "sendMediaGroup", 2))[1]["files"]


async def week_told_without_pictures(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest comes though no process can draw."""
    monkeypatch.setattr(office.application.pictures, "_studio", Studio(longest_s=0.0, start_s=0.0))
    await office.phone(AISTE).start()
    await office.phone(MANTAS).say(STORY)
    await office.told(MANTAS, "Įrašyta", LONG_S)
    await office.clock(MONDAY)
    await office.told(AISTE, "savaitė", LONG_S)


async def test_the_week_is_told_though_no_picture_can_be_drawn(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await week_told_without_pictures(office, monkeypatch)


async def test_an_album_waits_for_a_process_that_can_draw(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await week_told_without_pictures(office, monkeypatch)
    failed = select(OutboxMessage).where(OutboxMessage.notice == "DigestAlbum", OutboxMessage.attempts > 0)
    async with asyncio.timeout(LONG_S):
        while not await asyncio.to_thread(_is_there, office, failed):  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.05)
    monkeypatch.setattr(office.application.pictures, "_studio", Studio())
    assert "photo" in await office.received(AISTE, "photo", LONG_S)


def _is_there(office: Office, query: Select[tuple[OutboxMessage]]) -> bool:
    with office.application.database.reading() as session:
        return session.scalar(query) is not None


def _rows(message: Json) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = message["reply_markup"]["inline_keyboard"]
    return rows
