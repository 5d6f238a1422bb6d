"""Answers with pictures over HTTP: in place, drawn apart, sent once, and never missed where there is none."""

import asyncio
import os
import signal
from typing import Any

import pytest

from bot.charts.studio import Studio
from playground.jsontypes import Json
from tests.flows.office import AISTE, MANTAS, Office

LONG_S = 60.0


@pytest.fixture(autouse=True)
def patient(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested is not how fast a busy computer draws."""
    monkeypatch.setattr("bot.delivery.photos.PATIENCE_S", LONG_S)
    monkeypatch.setattr(office.application.pictures._studio, "_longest_s", LONG_S)


async def sent_all(office: Office, count: int) -> list[Json]:
    """The calls that sent a picture, once there are so many."""
    while True:
        async with office.http.get(f"{office.telegram.url}/api/requests") as answer:
            found: list[Json] = (await answer.json())["requests"]
        pictures = [each for each in found if each["method"] == "sendPhoto" and each["status"]]
        if len(pictures) >= count:
            return pictures
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
    found = await sent_all(office, 2)
    assert [bool(each["files"]) for each in found] == [True, False]
    assert found[1]["params"]["photo"] == first["photo"][-1]["file_id"]


async def test_a_number_that_telegram_has_forgotten_is_no_obstacle(office: Office) -> None:
    await office.phone(MANTAS).say("/funnel")
    await office.received(MANTAS, "photo", LONG_S)
    pictures = office.application.pictures
    pictures._ids.update(dict.fromkeys(pictures._ids, "forgotten"))
    await office.phone(MANTAS).say("/funnel")
    found = await sent_all(office, 3)
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
    monkeypatch.setattr(office.application.pictures, "_studio", Studio(longest_s=0.0))
    await office.phone(AISTE).say("/funnel")
    words = await office.told(AISTE, "Pardavimų piltuvėlis", LONG_S)
    assert "photo" not in words
    assert any("Išsamiau" in button["text"] for row in _rows(words) for button in row)
    assert [record.message.split()[0] for record in caplog.records].count("picture.missing") == 1


def _rows(message: Json) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = message["reply_markup"]["inline_keyboard"]
    return rows
