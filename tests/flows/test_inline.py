"""Customers offered in any chat, over HTTP: to members only, and without anybody's work with them."""

import asyncio
import time

import pytest
from sqlalchemy import create_engine, text

from playground.jsontypes import Json
from tests.flows.conftest import appears, rows_of
from tests.flows.office import BOT_ID, MANTAS, RUTA, STORY, STRANGER, Office

SHORTLY_S = 1.0


async def ask(office: Office, person: int, query: str, offset: str = "") -> str:
    body = {"bot": BOT_ID, "query": query, "offset": offset}
    query_id: str = (await office.phone(person).ask("POST", f"/api/people/{person}/inline", body))["query_id"]
    return query_id


async def answered(office: Office, person: int, query_id: str, timeout_s: float = 30.0) -> Json:
    """What the person is offered, once the bot has answered."""
    async with asyncio.timeout(timeout_s):
        while True:
            shown: Json = await office.phone(person).ask("GET", f"/api/people/{person}/inline/{query_id}")
            if shown["answered"]:
                return shown
            await asyncio.sleep(0.02)


async def offered(office: Office, person: int, query: str, offset: str = "") -> Json:
    return await answered(office, person, await ask(office, person, query, offset))


def change(office: Office, sql: str) -> None:
    engine = create_engine(office.url)
    with engine.begin() as connection:
        connection.execute(text(sql))
    engine.dispose()


@pytest.mark.alone
async def test_a_chosen_customer_is_sent_into_another_chat_without_the_work_with_them(office: Office) -> None:
    change(office, "UPDATE people SET phone = '+37061234567', role = 'direktorius' WHERE name LIKE 'Jonas%'")
    await office.phone(MANTAS).say(STORY)
    await office.told(MANTAS, "12 000")
    query = await ask(office, MANTAS, "stat")
    began = time.monotonic()
    shown = await answered(office, MANTAS, query)
    assert time.monotonic() - began < SHORTLY_S
    assert [row["title"] for row in shown["results"]] == ["🏢 UAB „Statyba“"]
    query = await ask(office, MANTAS, "jonas")
    [person] = (await answered(office, MANTAS, query))["results"]
    assert person["description"] == "direktorius, „Statyba“ · +37061234567"
    group = {"title": "Klientai", "members": [MANTAS, RUTA], "bots": []}
    made = await office.phone(MANTAS).ask("POST", "/api/groups", group)
    body = {"result_id": person["id"], "chat": made["id"]}
    [sent] = (await office.phone(MANTAS).ask("POST", f"/api/people/{MANTAS}/inline/{query}/choose", body))[
        "messages"
    ]
    assert sent["text"] == "👤 Jonas Stankaitis\ndirektorius, UAB „Statyba“\n☎️ +37061234567"


async def test_without_words_those_met_lately_are_offered(office: Office) -> None:
    assert (await offered(office, MANTAS, ""))["results"] == []
    await office.phone(MANTAS).say(STORY)
    await office.told(MANTAS, "12 000")
    titles = [row["title"] for row in (await offered(office, MANTAS, ""))["results"]]
    assert titles == ["🏢 UAB „Statyba“", "👤 Jonas Stankaitis"]


async def test_the_next_page_goes_on_where_the_last_one_ended(office: Office) -> None:
    for number in range(25):
        office.house.company(f"Rytas {number}")
    first = await offered(office, MANTAS, "rytas")
    second = await offered(office, MANTAS, "rytas", first["next_offset"])
    ids = [row["id"] for shown in (first, second) for row in shown["results"]]
    assert (len(first["results"]), len(set(ids)), second["next_offset"]) == (20, 25, "")


async def test_strangers_and_those_who_left_are_offered_nothing_as_if_nobody_were_found(
    office: Office,
) -> None:
    nothing = {"answered": True, "results": [], "next_offset": "", "button": None}
    change(office, f"UPDATE members SET left_at = '2026-11-01 08:00:00' WHERE telegram_id = {RUTA}")
    for person in (STRANGER, RUTA):
        assert await offered(office, person, "stat") == nothing
        assert await offered(office, person, "") == nothing
    assert await offered(office, MANTAS, "niekieno") == nothing
    assert rows_of(office.url, "SELECT * FROM outbox") == []


async def test_a_card_chosen_in_the_bots_own_chat_is_not_read_as_a_log(office: Office) -> None:
    await office.phone(MANTAS).start()
    query = await ask(office, MANTAS, "stat")
    [company] = (await answered(office, MANTAS, query))["results"]
    body = {"result_id": company["id"], "chat": BOT_ID}
    before = rows_of(office.url, "SELECT count(*) FROM outbox")
    await office.phone(MANTAS).ask("POST", f"/api/people/{MANTAS}/inline/{query}/choose", body)
    await appears(
        office.url, "SELECT 1 FROM inbox WHERE payload LIKE '%chosen_inline%' AND done_at IS NOT NULL"
    )
    assert rows_of(office.url, "SELECT count(*) FROM outbox") == before
    assert rows_of(office.url, "SELECT * FROM contacts") == []
