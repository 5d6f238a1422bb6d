"""Whose a file is: one tap or one short reply puts it elsewhere, in both languages, over HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from core.storage.ledger import put
from playground.testing import png
from tests.flows.conftest import appears, rows_of
from tests.flows.office import MANTAS, Office

STATYBA, TILTAS = 1, 2
OWNERS = "SELECT DISTINCT company_id FROM attachments WHERE deleted_at IS NULL"


@dataclass(frozen=True)
class Spoken:
    """What a person says and reads in one language."""

    language: str
    called_tiltas: str
    called_statyba: str
    logged: str
    added: str
    guess: str
    which: str
    undo: str
    undone: str
    told: str
    files: str


LT = Spoken(
    "lt",
    "Skambinau Rasai iš Tilto",
    "Skambinau Jonui iš Statybos",
    "Įrašyta",
    "Nuotrauka pridėta",
    "Spėju",
    "Kuri",
    "Atšaukti",
    "Atšaukta",
    "Buvau objekte 30 min",
    "📎 Failai",
)
EN = Spoken(
    "en",
    "Called Rasa from Tiltas",
    "Called Jonas from Statyba",
    "Logged",
    "Photo attached",
    "My guess",
    "Which",
    "Undo",
    "Undone",
    "Talked for 30 min, all fine",
    "📎 Files",
)

both = pytest.mark.parametrize("spoken", [LT, EN], ids=["lt", "en"])


async def at_statyba_after_tiltas(office: Office, spoken: Spoken) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two calls are logged, the one to Statyba last; their cards."""
    with office.house.work() as work:
        put(work.session, office.house.member(work, "Mantas"), {"language": spoken.language})
    await office.phone(MANTAS).say(spoken.called_tiltas)
    first = await office.told(MANTAS, "Rasa")
    await office.phone(MANTAS).say(spoken.called_statyba)
    return first, await office.told(MANTAS, "Jonas")


async def photo(office: Office, **more: str) -> None:
    await office.phone(MANTAS).send_file("photo", png(), name="a.png", **more)


def labels(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def owners(office: Office) -> Sequence[Any]:
    return [row[0] for row in rows_of(office.url, OWNERS)]


@both
async def test_a_photo_that_follows_a_log_is_elsewhere_after_one_tap(office: Office, spoken: Spoken) -> None:
    await at_statyba_after_tiltas(office, spoken)
    await photo(office)
    card = await office.told(MANTAS, spoken.added)
    assert owners(office) == [STATYBA]
    assert [each for each in labels(card) if each.startswith("→")] == [
        next(each for each in labels(card) if "Rasa" in each)
    ], "the likeliest others, not the one where it is"
    await office.tap(MANTAS, card, "→")
    await office.told(MANTAS, "Rasa Tiltenė")
    await appears(office.url, f"{OWNERS} AND company_id = {TILTAS}")
    moved = await office.offered(MANTAS, "→ Jonas")
    await office.tap(MANTAS, moved, spoken.undo)
    await office.told(MANTAS, spoken.undone)
    assert owners(office) == [STATYBA]


@both
@pytest.mark.parametrize("is_told", [False, True], ids=["words", "report"])
async def test_a_caption_that_names_nobody_is_of_the_last_log_until_one_tap_moves_it_and_its_file(
    office: Office, spoken: Spoken, is_told: bool
) -> None:
    await at_statyba_after_tiltas(office, spoken)
    await photo(office, caption=spoken.told if is_told else "123")
    card = await office.told(MANTAS, spoken.guess)
    assert owners(office) == [STATYBA]
    await office.tap(MANTAS, card, "Tiltas")
    await appears(office.url, f"{OWNERS} AND company_id = {TILTAS}")
    await office.phone(MANTAS).wait_for(
        lambda message: (
            message["message_id"] == card["message_id"]
            and "Rasa" not in message["text"]
            and "Tiltas" in message["text"]
        )
    )
    kept = "SELECT c.company_id FROM contacts c JOIN attachments a ON a.contact_id = c.id"
    assert rows_of(office.url, kept) == [(TILTAS,)]


@both
async def test_a_caption_of_nobodys_asks_once_and_one_tap_settles_it_with_the_file(
    office: Office, spoken: Spoken
) -> None:
    await at_statyba_after_tiltas(office, spoken)
    await office.clock("2027-11-23T15:00:00+02:00")
    before = len(await office.phone(MANTAS).history())
    await photo(office, caption="123")
    card = await office.told(MANTAS, spoken.which)
    assert owners(office) == [None]
    await office.tap(MANTAS, card, "Tiltas")
    await appears(office.url, f"{OWNERS} AND company_id = {TILTAS}")
    assert len(await office.phone(MANTAS).history()) == before + 2, "the photo and its card"


@pytest.mark.parametrize(
    ("spoken", "words", "owner"),
    [
        (LT, "Ne, Tiltui", "UAB Tiltas"),
        (LT, "Tiltui", "UAB Tiltas"),
        (LT, "tai Rasai iš Tilto", "UAB Tiltas"),
        (LT, "Ne Statybai, o Tiltui", "UAB Tiltas"),
        (LT, "ne Statyba, Keliai", "Keliai"),
        (EN, "to Tiltas", "UAB Tiltas"),
        (EN, "No, Tiltas", "UAB Tiltas"),
        (EN, "not Statyba, Keliai", "Keliai"),
        (EN, "Rasa from Tiltas", "UAB Tiltas"),
    ],
)
async def test_a_reply_in_words_to_a_files_card_moves_the_file_and_logs_nothing(
    office: Office, spoken: Spoken, words: str, owner: str
) -> None:
    await at_statyba_after_tiltas(office, spoken)
    await photo(office)
    card = await office.told(MANTAS, spoken.added)
    await office.phone(MANTAS).say(words, reply_to=card["message_id"])
    found = "SELECT c.name FROM attachments a JOIN companies c ON c.id = a.company_id"
    await appears(office.url, f"{found} WHERE c.name = '{owner}'")
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(2,)]
    shown = [each for each in await office.phone(MANTAS).history() if spoken.added in each.get("text", "")]
    assert [each["message_id"] for each in shown] == [card["message_id"]], "told in place"


@both
async def test_a_no_right_after_a_file_speaks_of_the_file_and_another_reply_is_a_note_on_its_customer(
    office: Office, spoken: Spoken
) -> None:
    await at_statyba_after_tiltas(office, spoken)
    await photo(office)
    card = await office.told(MANTAS, spoken.added)
    await office.phone(MANTAS).say("Ne, Tiltui" if spoken is LT else "No, Tiltas")
    await appears(office.url, f"{OWNERS} AND company_id = {TILTAS}")
    note = "Labai gražiai atrodo" if spoken is LT else "It looks very good"
    await office.phone(MANTAS).say(note, reply_to=card["message_id"])
    await appears(office.url, f"SELECT 1 FROM contacts WHERE note = '{note}' AND company_id = {TILTAS}")


@both
async def test_a_file_goes_to_the_card_or_message_or_screen_that_it_replies_to(
    office: Office, spoken: Spoken
) -> None:
    first, _last = await at_statyba_after_tiltas(office, spoken)
    await photo(office, reply_to=str(first["message_id"]))
    added = await office.told(MANTAS, spoken.added)
    assert owners(office) == [TILTAS]
    own = next(
        each for each in await office.phone(MANTAS).history() if each.get("text") == spoken.called_tiltas
    )
    for replied in (own, added):
        await photo(office, reply_to=str(replied["message_id"]))
    await appears(office.url, "SELECT count(*) FROM attachments GROUP BY by_id HAVING count(*) = 3")
    assert owners(office) == [TILTAS]
    await office.phone(MANTAS).say("/find Rasa")
    person = await office.offered(MANTAS, "📎 3")
    await photo(office, reply_to=str(person["message_id"]))
    await appears(office.url, "SELECT 1 FROM attachments WHERE person_id = 2 AND contact_id IS NULL")
    assert owners(office) == [TILTAS]


@both
async def test_a_file_is_fetched_again_from_its_logs_its_persons_its_companys_and_its_deals_card(
    office: Office, spoken: Spoken
) -> None:
    await at_statyba_after_tiltas(office, spoken)
    await photo(office)
    await office.told(MANTAS, spoken.added)

    fetched = 0

    async def fetch(message: dict[str, Any], label: str) -> None:
        nonlocal fetched
        fetched += 1
        await office.tap(MANTAS, message, label)
        sent = "SELECT notice FROM outbox WHERE notice = 'SentFile' AND sent_at IS NOT NULL GROUP BY 1"
        await appears(office.url, f"{sent} HAVING count(*) = {fetched}")

    log = await office.offered(MANTAS, spoken.files)
    assert "Jonas" in log["text"]
    await fetch(log, spoken.files)
    await office.phone(MANTAS).say("/find Jonas Stankaitis")
    await fetch(await office.offered(MANTAS, "📎 1"), "📎 1")
    await office.phone(MANTAS).say("/find Statyba")
    company = await office.told(MANTAS, "🏢")
    await fetch(company, "📎 1")
    await office.tap(MANTAS, company, "Fasado")
    deal = await office.told(MANTAS, "Fasado medžiagos")
    await fetch(deal, "📎 1")
    photos = [each for each in await office.phone(MANTAS).history() if "photo" in each]
    assert len(photos) == 1 + fetched == 5
