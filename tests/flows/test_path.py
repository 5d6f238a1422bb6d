"""From a message to a logged contact: everything on the way is real."""

import asyncio
from typing import Any

import pytest

from core.actions.invites import invite
from core.terms import Role
from playground.jsontypes import Json
from playground.testing import Phone, png
from tests.flows.conftest import rows_of
from tests.flows.office import AISTE, BOT_ID, FRIDAY, MANTAS, STORY, STRANGER, Office


async def test_the_story_from_message_to_agenda_to_manager(office: Office) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "✅ Įrašyta: skambutis, 15 min.")
    assert card["text"].splitlines()[1:3] == [
        "👤 Jonas Stankaitis, UAB „Statyba“",
        "💼 Fasado medžiagos, 12 000 €",
    ]
    assert "priminsiu ketvirtadienį" in card["text"]
    assert "10:00" in card["text"]
    await office.clock(FRIDAY)
    await office.phone(MANTAS).say("/today")
    agenda = await office.told(MANTAS, "10:00 📞")
    assert "Jonas Stankaitis" in agenda["text"]
    assert "Penktadienis" in agenda["text"]


async def test_the_manager_sees_the_call_in_the_teams_day(office: Office) -> None:
    await office.phone(MANTAS).say(STORY)
    await office.told(MANTAS, "Įrašyta")
    await office.phone(AISTE).say("/team")
    await office.tap(AISTE, await office.told(AISTE, "Mantas"), "Šiandien")
    day = await office.told(AISTE, "📞 Jonas")
    assert "Statyba" in day["text"]
    assert "Rūta" in day["text"], "who has logged nothing is named too"
    await office.phone(MANTAS).say("/team")
    await office.told(MANTAS, "Tai gali tik vadovas")


async def test_undo_is_one_tap_and_a_second_tap_changes_nothing(office: Office) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "Įrašyta")
    await office.tap(MANTAS, card, "Atšaukti")
    undone = await office.told(MANTAS, "↩️")
    assert undone["message_id"] == card["message_id"], "edited in place"
    assert "reply_markup" not in undone
    rows = rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL")
    assert rows == [(0,)]


async def test_an_edited_message_corrects_its_card_in_place(office: Office) -> None:
    sent = await office.phone(MANTAS).say("Skambinau Jonui iš Statybos 15 min")
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.phone(MANTAS).edit(sent["message_id"], text="Skambinau Jonui iš Statybos 25 min")
    corrected = await office.told(MANTAS, "25 min.")
    assert corrected["message_id"] == card["message_id"]
    rows = rows_of(office.url, "SELECT duration_min FROM contacts WHERE deleted_at IS NULL")
    assert rows == [(25,)]


async def test_an_edit_keeps_the_new_company_that_the_message_made(office: Office) -> None:
    sent = await office.phone(MANTAS).say("Susitikau su Tomu Vilku iš UAB Vilkpėdė")
    await office.told(MANTAS, "nauja įmonė")
    edited = "Susitikau su Tomu Vilku iš UAB Vilkpėdė, 45 min"
    await office.phone(MANTAS).edit(sent["message_id"], text=edited)
    card = await office.told(MANTAS, "45 min.")
    assert "Vilkpėdė" in card["text"]
    rows = rows_of(office.url, "SELECT name FROM companies WHERE deleted_at IS NULL ORDER BY id DESC LIMIT 1")
    assert rows == [("UAB Vilkpėdė",)]


async def test_an_edit_that_says_nothing_takes_the_log_back(office: Office) -> None:
    sent = await office.phone(MANTAS).say("Skambinau Jonui iš Statybos 15 min")
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.phone(MANTAS).edit(sent["message_id"], text="labas")
    undone = await office.told(MANTAS, "↩️")
    assert undone["message_id"] == card["message_id"]
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(0,)]


async def test_a_company_is_corrected_by_button(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Rasai iš Tilto")
    await office.told(MANTAS, "„Tiltas“")
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos")
    card = await office.told(MANTAS, "„Statyba“")
    await office.tap(MANTAS, card, "Taisyti")
    await office.tap(MANTAS, await office.told(MANTAS, "Ką pataisyti"), "Įmonę")
    menu = await office.told(MANTAS, "Kuri")
    await office.tap(MANTAS, menu, "Tiltas")
    corrected = await office.told(MANTAS, "✏️")
    assert "„Tiltas“" in corrected["text"]
    assert corrected["message_id"] == card["message_id"]


async def test_a_reply_to_a_card_is_about_its_customer(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos")
    card = await office.told(MANTAS, "skambutis")
    await office.phone(MANTAS).say("Susitikimas rytoj 14 val.", reply_to=card["message_id"])
    planned = await office.told(MANTAS, "14:00")
    assert "„Statyba“" in planned["text"]


async def test_a_stranger_gets_one_sentence_and_nothing_else(office: Office) -> None:
    for text in ("/start", STORY, "/deals", "/team"):
        await office.phone(STRANGER).say(text)
    await office.told(STRANGER, "")
    await asyncio.sleep(0.5)
    history = await office.phone(STRANGER).history()
    said = {message["text"] for message in history if message["from"]["id"] == BOT_ID}
    assert len(said) == 1
    assert "Statyb" not in said.pop()


async def test_an_invite_makes_a_stranger_a_colleague(office: Office) -> None:
    with office.house.work() as work:
        payload = invite(work.session, work.now.replace(year=2027), Role.REP, name="Simas").payload
    await office.phone(STRANGER).say(f"/start {payload}")
    welcome = await office.told(STRANGER, "Simas")
    await office.tap(STRANGER, welcome, "English")
    await office.told(STRANGER, "Called")


@pytest.mark.parametrize(
    "text",
    [
        "🙂🙂🙂",
        "שלום, דיברתי עם יונתן",
        "<b>Skambinau</b> <script>alert(1)</script> & <",
        "a\x00b",
        "Skambinau Jonui iš Statybos. " * 141,
        "/nesamone",
        "    .    ",
    ],
)
async def test_whatever_is_written_gets_an_answer(office: Office, text: str) -> None:
    await office.phone(MANTAS).say(text[:4096])
    answer = await office.told(MANTAS, "")
    assert "Traceback" not in answer["text"]
    assert rows_of(office.url, "SELECT count(*) FROM inbox WHERE failed_at IS NOT NULL") == [(0,)]


async def test_two_messages_in_one_second_are_both_logged_in_order(office: Office) -> None:
    phone = office.phone(MANTAS)
    await phone.say("Skambinau Jonui iš Statybos 5 min")
    await phone.say("Skambinau Rasai iš Tilto 7 min")
    await office.told(MANTAS, "7 min.")
    rows = rows_of(office.url, "SELECT duration_min FROM contacts ORDER BY id")
    assert rows == [(5,), (7,)]


async def answers(office: Office, person: int, quiet_s: float = 0.6) -> list[str]:
    """All that the bot has said to a person, once it has been quiet for a while."""
    await asyncio.sleep(quiet_s)
    history = await office.phone(person).history()
    return [message["text"] for message in history if message["from"]["id"] == BOT_ID]


async def test_a_sticker_gets_a_hint(office: Office) -> None:
    await office.phone(MANTAS).say(sticker={"emoji": "🙂"})
    await office.told(MANTAS, "Lipdukas")


async def test_an_album_gets_one_answer(office: Office) -> None:
    await office.phone(MANTAS).send_file("photo", png(), png(), png(), name="a.png")
    await office.told(MANTAS, "Kurio kliento failas?")
    assert len(await answers(office, MANTAS)) == 1


async def test_the_words_under_an_album_are_logged_and_corrected_when_edited(office: Office) -> None:
    words = "Buvau pas Statybą 20 min"
    sent = await office.phone(MANTAS).send_file("photo", png(), png(), name="a.png", caption=words)
    card = await office.told(MANTAS, "vizitas, 20 min.")
    captioned = next(message for message in sent if message.get("caption"))
    await office.phone(MANTAS).edit(captioned["message_id"], caption="Buvau pas Statybą 40 min")
    corrected = await office.told(MANTAS, "40 min.")
    assert corrected["message_id"] == card["message_id"]
    assert len(await answers(office, MANTAS)) == 1


async def test_a_forwarded_message_is_not_taken_for_ones_own_words(office: Office) -> None:
    await office.phone(MANTAS).say(forward={"sender_name": "Jonas", "text": STORY})
    await office.told(MANTAS, "Kurio kliento žodžiai?")
    assert rows_of(office.url, "SELECT kind, company_id FROM contacts") == [("note", None)]
    assert rows_of(office.url, "SELECT count(*) FROM next_steps") == [(0,)]


async def test_a_group_gets_silence(office: Office) -> None:
    group = {"title": "Draugai", "members": [MANTAS], "bots": [BOT_ID]}
    made = await office.phone(MANTAS).ask("POST", "/api/groups", group)
    in_group = Phone(office.telegram.url, office.http, MANTAS, made["id"])
    for words in (STORY, "/today", "/start"):
        await in_group.say(words)
    await asyncio.sleep(0.6)
    assert all(message["from"]["id"] != BOT_ID for message in await in_group.history())


def labels(message: Json) -> list[Any]:
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def test_deals_are_paged_in_place(office: Office) -> None:
    company = office.house.company("UAB Daug")
    for number in range(8):
        office.house.deal(company, f"Stogas {number}")
    await office.phone(MANTAS).say("/deals")
    board = await office.told(MANTAS, "9 atviri sandoriai")
    await office.tap(MANTAS, board, "Užklausa")
    page = await office.told(MANTAS, "Stogas")
    assert "1/2" in labels(page)
    assert "Stogas 7" not in page["text"]
    await office.tap(MANTAS, page, "›")
    second = await office.told(MANTAS, "Stogas 7")
    assert "2/2" in labels(second)
    await office.tap(MANTAS, second, "Stogas 7")
    card = await office.told(MANTAS, "●")
    assert {board["message_id"]} == {page["message_id"], second["message_id"], card["message_id"]}
