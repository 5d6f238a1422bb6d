"""Time passes: what the bot tells by itself, driven by the stand-in's clock over HTTP."""

import asyncio

from core.storage.ledger import put
from tests.flows.conftest import appears, rows_of
from tests.flows.office import BOT_ID, MANTAS, Office
from tests.flows.test_agenda import with_a_call_today

AGENDAS = "SELECT count(*) FROM outbox WHERE notice = 'Agenda' AND edits_message_id IS NULL AND chat_id = 501"


async def agendas(office: Office) -> int:
    return int(rows_of(office.url, AGENDAS)[0][0])


async def test_the_clock_put_to_eight_tomorrow_brings_what_was_forgotten(office: Office) -> None:
    await with_a_call_today(office)
    asked = await agendas(office)
    await office.clock("2027-11-24T08:00:00+02:00")
    morning = await office.told(MANTAS, "planuota vakar", timeout_s=60)
    assert "❗ 📞 Jonas Stankaitis" in morning["text"]
    await office.clock("2027-11-24T08:30:00+02:00")
    await asyncio.sleep(1.5)
    assert await agendas(office) == asked + 1


async def test_weekends_have_no_agenda(office: Office) -> None:
    await with_a_call_today(office)
    await office.clock("2027-11-27T08:00:00+02:00")
    await asyncio.sleep(1.5)
    history = await office.phone(MANTAS).history()
    assert not any("planuota" in each["text"] for each in history if each["from"]["id"] == BOT_ID)


async def test_a_call_booked_by_message_is_reminded_of_at_its_hour_put_off_and_done(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos, perskambinti šiandien 15:00")
    await office.told(MANTAS, "15:00")
    await appears(office.url, "SELECT id FROM next_steps WHERE remind_at IS NOT NULL")
    await office.clock("2027-11-23T15:00:00+02:00")
    reminder = await office.told(MANTAS, "🔔 15:00 📞 Jonas Stankaitis", timeout_s=60)
    await office.tap(MANTAS, reminder, "+1 val.")
    moved = await office.told(MANTAS, "⏩ Perkelta", timeout_s=60)
    assert (moved["message_id"], "16:00" in moved["text"]) == (reminder["message_id"], True)
    await appears(office.url, "SELECT id FROM next_steps WHERE remind_at IS NOT NULL")
    await office.clock("2027-11-23T16:00:00+02:00")
    again = await office.told(MANTAS, "🔔 16:00", timeout_s=60)
    await office.tap(MANTAS, again, "Atlikta")
    assert "Kaip sekėsi?" in (await office.told(MANTAS, "Kaip sekėsi?"))["text"]
    sent = "SELECT count(*) FROM outbox WHERE notice = 'Reminder'"
    assert rows_of(office.url, sent) == [(2,)]


async def test_who_could_not_be_written_to_gets_agendas_again_once_they_write(office: Office) -> None:
    with office.house.work() as work:
        put(work.session, office.house.member(work, "Mantas"), {"blocked_at": work.now})
    await with_a_call_today(office)
    assert rows_of(office.url, "SELECT id FROM members WHERE blocked_at IS NOT NULL") == []
    await office.clock("2027-11-24T08:00:00+02:00")
    await office.told(MANTAS, "planuota vakar", timeout_s=60)
