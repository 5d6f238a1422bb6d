"""Files: attached to what they follow or reply to, and fetched again; and the sheet of a month's trips."""

import asyncio
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from core.model import Company
from core.storage.ledger import put
from playground.testing import png
from tests.flows.conftest import appears, rows_of
from tests.flows.office import BOT_ID, MANTAS, Office

ALYTUS = {"latitude": 54.3963, "longitude": 24.0459}


async def sent(office: Office, kind: str) -> dict[str, Any]:
    """The first message of the bot's with such a file."""
    return await office.phone(MANTAS).wait_for(
        lambda message: message["from"]["id"] == BOT_ID and kind in message, timeout_s=10
    )


async def test_a_photo_follows_the_log_and_is_fetched_from_the_customers_card(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos")
    await office.told(MANTAS, "Įrašyta")
    await office.phone(MANTAS).send_file("photo", png(), name="a.png")
    told = await office.told(MANTAS, "Nuotrauka pridėta")
    assert "Jonas Stankaitis" in told["text"]
    assert rows_of(office.url, "SELECT kind, contact_id, company_id, deal_id FROM attachments") == [
        ("photo", 1, 1, 1)
    ]
    await office.phone(MANTAS).say("/find Statyba")
    card = await office.phone(MANTAS).wait_for(
        lambda message: "📎 1" in str(message.get("reply_markup")), timeout_s=10
    )
    await office.tap(MANTAS, card, "📎 1")
    assert "Mantas" in (await sent(office, "photo"))["caption"]
    await office.tap(MANTAS, told, "Atšaukti")
    await office.told(MANTAS, "Atšaukta")
    assert rows_of(office.url, "SELECT deleted_at IS NOT NULL FROM attachments") == [(1,)]


async def test_a_caption_is_read_and_its_file_goes_to_what_it_logs(office: Office) -> None:
    caption = "Buvau pas Joną iš Statybos 30 min"
    await office.phone(MANTAS).send_file("document", b"%PDF-1.4", name="a.pdf", caption=caption)
    await office.told(MANTAS, "vizitas, 30 min.")
    await asyncio.sleep(0.3)
    assert rows_of(office.url, "SELECT kind, contact_id, name FROM attachments") == [("document", 1, "a.pdf")]


async def test_a_caption_that_only_names_a_customer_takes_the_file_there_and_is_kept(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos")
    await office.told(MANTAS, "Įrašyta")
    for caption in ("Tilto brėžinys", "Tiltas", "brėžinys"):
        await office.phone(MANTAS).send_file("photo", png(), name="a.png", caption=caption)
        await appears(office.url, f"SELECT 1 FROM contacts WHERE note = '{caption}'")
    found = (
        "SELECT note, a.company_id FROM attachments a JOIN contacts c ON c.id = a.contact_id ORDER BY a.id"
    )
    assert rows_of(office.url, found) == [("Tilto brėžinys", 2), ("Tiltas", 2), ("brėžinys", 2)]
    history = await office.phone(MANTAS).history()
    assert not any("Neradau" in message.get("text", "") for message in history)


async def test_a_captioned_file_goes_with_its_log_when_that_is_corrected_or_to_another_alone(
    office: Office,
) -> None:
    caption = "Buvau pas Joną iš Statybos 30 min"
    await office.phone(MANTAS).send_file("photo", png(), name="a.png", caption=caption)
    card = await office.told(MANTAS, "vizitas, 30 min.")
    await office.phone(MANTAS).say("Ne, Tiltui", reply_to=card["message_id"])
    await office.told(MANTAS, "UAB „Tiltas“")
    await appears(office.url, "SELECT 1 FROM attachments WHERE company_id = 2 AND contact_id = 2")
    await office.tap(MANTAS, await office.told(MANTAS, "UAB „Tiltas“"), "Taisyti")
    await office.tap(MANTAS, await office.offered(MANTAS, "Failo klientą"), "Failo klientą")
    await office.told(MANTAS, "Kurio kliento failas?")
    await office.phone(MANTAS).say("Statyba")
    await office.told(MANTAS, "Nuotrauka pridėta: „Statyba“")
    assert rows_of(office.url, "SELECT company_id, contact_id FROM attachments") == [(1, None)]
    log = await office.told(MANTAS, "vizitas, 30 min.")
    assert "UAB „Tiltas“" in log["text"], "the log stays where it is, its card too"


async def test_a_file_that_follows_nothing_is_asked_about_once_and_an_album_with_it(office: Office) -> None:
    await office.phone(MANTAS).send_file("photo", png(), png(), png(), name="a.png")
    asks = await office.told(MANTAS, "Kurio kliento failas?")
    await office.phone(MANTAS).say("Tiltas")
    await office.told(MANTAS, "Nuotrauka pridėta")
    assert rows_of(office.url, "SELECT company_id FROM attachments") == [(2,)] * 3
    history = await office.phone(MANTAS).history()
    assert len([each for each in history if each["from"]["id"] == BOT_ID]) == 1, (
        "told in place of the question"
    )
    assert asks["message_id"]


async def test_forwarded_words_are_a_note_on_whose_they_are(office: Office) -> None:
    words = {"sender_name": "Rasa", "text": "Sveiki, imsim už 12 tūkst. – Rasa"}
    await office.phone(MANTAS).say(forward=words)
    await office.told(MANTAS, "Kurio kliento žodžiai?")
    await office.phone(MANTAS).say("Tiltas")
    await office.told(MANTAS, "pastaba")
    notes = "SELECT company_id, kind, note FROM contacts WHERE deleted_at IS NULL"
    assert rows_of(office.url, notes) == [(2, "note", "Sveiki, imsim už 12 tūkst. – Rasa")]
    assert rows_of(
        office.url, "SELECT count(*) FROM deals WHERE amount IS NOT NULL AND deleted_at IS NULL"
    ) == [(0,)]


async def test_the_months_trips_come_as_a_workbook_without_formulas(office: Office) -> None:
    with office.house.work() as work:
        company = work.session.get(Company, 2)
        assert company is not None
        put(work.session, company, {"name": "=1+1 Tiltas"})
    await office.phone(MANTAS).say(location=ALYTUS)
    await office.told(MANTAS, "Pas ką esi?")
    await office.phone(MANTAS).say("Tiltas")
    card = await office.told(MANTAS, "Išvykau")
    await office.clock("2027-11-23T11:00:00+02:00")
    await office.tap(MANTAS, card, "Išvykau")
    await office.told(MANTAS, "45 min.")
    await office.phone(MANTAS).say("/trips")
    await office.tap(MANTAS, await office.told(MANTAS, "kelionės lapas?"), "2027 m. lapkritis (1)")
    message = await sent(office, "document")
    assert message["document"]["file_name"] == "kelionės-lapas-2027-11.xlsx"
    async with office.http.get(f"{office.telegram.url}/api/files/{message['document']['file_id']}") as answer:
        book = load_workbook(BytesIO(await answer.read()))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0][:6] == ("Data", "Eilė", "Laikas", "Klientas", "Vieta", "Trukmė, min.")
    assert [str(value) for value in rows[1][1:4]] == ["1", "10:15", "'=1+1 Tiltas"]
    assert rows[1][5] == 45
