"""A simulated fortnight over HTTP, with outages and kills: everything that is due is queued exactly once."""

import asyncio
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import aiohttp

from core.actions.intent import Intent, Plan
from core.storage.database import Database
from core.storage.ledger import put
from core.terms import StepKind
from playground.server import Playground
from playground.testing import Phone
from tests.builders import House, build_house
from tests.flows.conftest import rows_of
from tests.flows.office import TOKEN

ROOT = Path(__file__).parents[2]
MONDAY = datetime(2027, 1, 11, tzinfo=UTC)
HOURS = (6, 8, 10)
"""Eight and ten in Vilnius, which are six and eight UTC; in London they are eight and ten UTC."""

SELLERS = ("Mantas", "Rūta", "Tadas")
DAYS = [MONDAY + timedelta(days=day) for day in range(14)]
WORKING = [day for day in DAYS if day.weekday() < 5]
KILLS, OUTAGES = 4, 4
LONGEST_S = 90.0


async def test_in_a_fortnight_of_kills_and_outages_everything_due_is_queued_once_and_sent(
    telegram: Playground, http: aiohttp.ClientSession, sqlite_url: str, phone: Callable[[int], Phone]
) -> None:
    house = build_house(Database(sqlite_url))
    for number in (501, 502, 503, 504, 505):
        await phone(number).ask("POST", "/api/people", {"id": number, "first_name": "P"})
        await phone(number).say("👋")
    steps = _book(house)
    chance = random.Random(7)
    moments = [day + timedelta(hours=hour) for day in DAYS for hour in HOURS]
    troubled = chance.sample([moment for moment in moments if moment.weekday() < 5], KILLS + OUTAGES)
    await _clock(http, telegram, MONDAY - timedelta(hours=4))
    bot = await _bot(telegram.url, sqlite_url)
    try:
        await _quiet(sqlite_url, MONDAY - timedelta(hours=4))
        for moment in moments:
            if moment in troubled[KILLS:]:
                fault = {"kind": chance.choice(["500", "close"]), "count": 2, "methods": ["sendMessage"]}
                await http.post(f"{telegram.url}/api/faults", json={"next": [fault]})
            await _clock(http, telegram, moment)
            if moment in troubled[:KILLS]:
                await asyncio.sleep(chance.uniform(0, 1.5))
                bot.kill()
                await bot.wait()
                bot = await _bot(telegram.url, sqlite_url)
            await _quiet(sqlite_url, moment)
    finally:
        bot.terminate()
        await bot.wait()
        house.database.close()
    _count(sqlite_url, steps)


def _count(url: str, steps: set[int]) -> None:
    told = rows_of(url, "SELECT chat_id, notice, payload, sent_at FROM outbox WHERE member_id IS NOT NULL")
    reminded = Counter(
        line["id"] for row in told if row.notice == "Reminder" for line in json.loads(row.payload)["steps"]
    )
    assert reminded == dict.fromkeys(steps, 1), "each reminder was queued exactly once"
    agendas = Counter((row.chat_id, json.loads(row.payload)["on"]) for row in told if row.notice == "Agenda")
    days = [day.date().isoformat() for day in WORKING]
    assert agendas == {(chat, day): 1 for chat in (501, 502, 503) for day in days}
    assert all(row.sent_at for row in told if row.notice in ("Reminder", "Agenda")), "and delivered"


def _book(house: House) -> set[int]:
    """A call at ten of each seller's own morning, every working day; Tadas sells in London."""
    with house.work() as work:
        put(work.session, house.member(work, "Tadas"), {"zone": "Europe/London"})
    booked = set()
    for day in WORKING:
        for name in SELLERS:
            plan = Plan(kind=StepKind.CALL, on=day.date(), at=time(10))
            company = house.company(f"UAB {name} {day:%m%d}")
            intent = Intent(text="", said_at=MONDAY, company_id=company, plans=[plan])
            booked.add(house.log(intent, by=name, now=MONDAY - timedelta(hours=4)).steps[0].id)
    return booked


async def _clock(http: aiohttp.ClientSession, telegram: Playground, moment: datetime) -> None:
    async with http.post(f"{telegram.url}/api/clock", json={"to": moment.isoformat()}) as answer:
        answer.raise_for_status()


async def _quiet(url: str, moment: datetime) -> None:
    """Returns once nothing that was due by the moment is left, and all letters are sent."""
    now = f"'{moment:%Y-%m-%d %H:%M:%S}.999999'"
    left = (
        "SELECT (SELECT count(*) FROM member_routines) < 5 OR"
        f" EXISTS (SELECT 1 FROM member_routines WHERE due_at <= {now}) OR"
        f" EXISTS (SELECT 1 FROM next_steps WHERE remind_at <= {now}) OR"
        " EXISTS (SELECT 1 FROM next_steps WHERE planned_for IS NULL) OR"
        " EXISTS (SELECT 1 FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL)"
    )
    async with asyncio.timeout(LONGEST_S):
        is_left = rows_of(url, left)[0][0]
        while is_left:
            await asyncio.sleep(0.1)
            is_left = rows_of(url, left)[0][0]


async def _bot(telegram_url: str, database_url: str) -> asyncio.subprocess.Process:
    variables = {
        "PILTUVELIS_TOKEN": TOKEN,
        "PILTUVELIS_TELEGRAM_BASE_URL": telegram_url,
        "PILTUVELIS_CLOCK_URL": f"{telegram_url}/api/clock",
        "PILTUVELIS_DATABASE": database_url,
    }
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=ROOT,
        env={**os.environ, **variables},
        stderr=asyncio.subprocess.DEVNULL,
    )
