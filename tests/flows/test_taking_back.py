"""What was done is taken back for a day, where it is shown; what was asked is told where it was asked."""

import pytest

from core.model import Person
from core.storage.ledger import Ledger
from playground.jsontypes import Json
from tests.flows.conftest import rows_of
from tests.flows.office import MANTAS, STORY, Office
from tests.flows.test_deals import in_place, labels, offering, opened


async def shown(office: Office, card: Json) -> list[str]:
    """The words of the bot's messages from the card on."""
    return [
        message["text"]
        for message in await office.phone(MANTAS).history()
        if message["from"]["is_bot"] and message["message_id"] >= card["message_id"]
    ]


async def test_the_command_takes_back_the_card_above_in_its_place(office: Office) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.phone(MANTAS).say("/undo")
    undone = await in_place(office, card, "Atšaukta: skambutis, „Statyba“")
    assert "reply_markup" not in undone
    await office.phone(MANTAS).wait_for(
        lambda message: message["text"] == undone["text"] and message["message_id"] > card["message_id"]
    )
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(0,)]


async def test_the_command_takes_back_what_was_done_on_a_deal_s_card_there(office: Office) -> None:
    card = await opened(office)
    await office.tap(MANTAS, card, "→ Įvertinta")
    await in_place(office, card, "➡️ Etapas: Įvertinta")
    await office.phone(MANTAS).say("/undo")
    await offering(office, card, "→ Įvertinta")
    await office.told(MANTAS, "Atšaukta")


async def test_after_a_day_the_button_says_what_to_do_instead_and_nothing_is_taken_back(
    office: Office,
) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.clock("2027-11-24T10:15:01+02:00")
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    async with office.phone(MANTAS).live() as feed:
        await office.phone(MANTAS).press(card["message_id"], data)
        _, answer = await feed.next("callback_answer")
    assert answer["text"].startswith("Mygtuku atšaukti galima parą")
    await office.phone(MANTAS).say("/undo")
    await office.told(MANTAS, "Naujausias tavo įrašas senesnis nei para")
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(1,)]
    await office.tap(MANTAS, card, "Taisyti")
    await in_place(office, card, "Ką pataisyti?")


async def test_another_company_in_words_is_shown_on_the_card_and_the_question_goes(office: Office) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.tap(MANTAS, card, "Taisyti")
    await office.tap(MANTAS, await offering(office, card, "Įmonę"), "Įmonę")
    await office.tap(MANTAS, await offering(office, card, "Kita…"), "Kita…")
    asks = await office.told(MANTAS, "įmonės pavadinim")
    await office.phone(MANTAS).say("Tiltas")
    corrected = await in_place(office, card, "„Tiltas“")
    assert "Atšaukti" in labels(corrected)
    await office.gone(MANTAS, asks)
    assert len(await shown(office, card)) == 1


async def test_a_name_near_a_known_one_is_taken_as_written_and_the_known_one_offered(office: Office) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.phone(MANTAS).say("Ne, Tilptui")
    corrected = await in_place(office, card, "„Tilptas“ (nauja įmonė)")
    assert "Nauja įmonė ar viena iš žinomų?" in corrected["text"]
    await office.tap(MANTAS, corrected, "UAB „Tiltas“")
    corrected = await in_place(office, card, "UAB „Tiltas“")
    await office.tap(MANTAS, corrected, "Taisyti")
    await office.tap(MANTAS, await offering(office, card, "Įmonę"), "Įmonę")
    await office.tap(MANTAS, await offering(office, card, "Kita…"), "Kita…")
    await office.told(MANTAS, "įmonės pavadinim")
    await office.phone(MANTAS).say("Tilptas")
    corrected = await in_place(office, card, "„Tilptas“")
    names = "SELECT name FROM companies WHERE id = (SELECT company_id FROM contacts WHERE deleted_at IS NULL)"
    assert rows_of(office.url, names) == [("Tilptas",)]
    assert "UAB „Tiltas“" not in labels(corrected), "what was said to be wrong is not offered"


async def test_a_no_right_after_a_card_corrects_it_without_a_reply(office: Office) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.phone(MANTAS).say("ne, ne 15 min., o 40 min.")
    await in_place(office, card, "skambutis, 40 min.")
    await office.phone(MANTAS).say("Ne, Tiltui")
    await in_place(office, card, "„Tiltas“")
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(1,)]


async def test_a_no_long_after_a_card_or_after_something_else_is_a_message_of_its_own(
    office: Office,
) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.tap(MANTAS, card, "Atšaukti")
    await in_place(office, card, "Atšaukta")
    await office.phone(MANTAS).say("Ne, Tiltui")
    await office.told(MANTAS, "pastaba")


async def test_a_person_who_works_elsewhere_now_has_a_card_that_says_so(office: Office) -> None:
    await office.phone(MANTAS).say("/find Jonas")
    card = await office.told(MANTAS, "Jonas Stankaitis")
    await office.tap(MANTAS, card, "Dirba kitur")
    await office.phone(MANTAS).say("Tiltas")
    await in_place(office, card, "„Tiltas“")
    await office.told(MANTAS, "✅")


async def replied(office: Office, card: Json, text: str, holds: str) -> Json:
    await office.phone(MANTAS).say(text, reply_to=card["message_id"])
    return await in_place(office, card, holds)


async def test_a_reply_that_something_is_otherwise_corrects_the_card(office: Office) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await replied(office, card, "15 tūkst., ne 12", "15 000 €")
    await replied(office, card, "ne skambutis, o vizitas", "Pataisyta: vizitas, 15 min.")
    await replied(office, card, "Ne penktadienį, o pirmadienį", "lapkričio 29 d., 10:00")
    corrected = await replied(office, card, "Ne, Tiltui", "UAB „Tiltas“")
    assert len(await shown(office, card)) == 1, "nothing new is logged"
    contacts = "SELECT company_id, kind FROM contacts WHERE deleted_at IS NULL"
    assert rows_of(office.url, contacts) == [(2, "visit")]
    await office.tap(MANTAS, corrected, "Atšaukti")
    await in_place(office, card, "Atšaukta")
    assert rows_of(office.url, contacts) == []


async def test_a_reply_that_adds_something_is_a_note_on_the_same_deal(office: Office) -> None:
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.phone(MANTAS).say("dar nori katalogo", reply_to=card["message_id"])
    await office.told(MANTAS, "atalogo")
    assert rows_of(office.url, "SELECT deal_id FROM contacts WHERE deleted_at IS NULL") == [(1,), (1,)]


async def test_a_person_of_a_common_name_in_a_reply_is_the_one_at_the_card_s_company(office: Office) -> None:
    with office.house.work() as work:
        ledger = Ledger.begin(work.session, "import", work.now)
        for company in (1, 2):
            values = {"name": "Petras Petraitis", "company_id": company, "created_at": work.now}
            ledger.create(Person, values)
        ledger.close()
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await replied(office, card, "ne Jonas, o Petras", "Petras Petraitis, UAB „Statyba“")


async def test_a_bare_name_answers_what_was_asked_and_is_no_note(office: Office) -> None:
    office.house.company("UAB Karkllubė")
    await office.phone(MANTAS).say(STORY)
    card = await office.told(MANTAS, "skambutis, 15 min.")
    await office.tap(MANTAS, card, "Taisyti")
    await office.tap(MANTAS, await offering(office, card, "Įmonę"), "Įmonę")
    await office.tap(MANTAS, await offering(office, card, "Kita…"), "Kita…")
    await office.told(MANTAS, "įmonės pavadinim")
    await office.phone(MANTAS).say("Karkllubė")
    await in_place(office, card, "UAB „Karkllubė“")
    await office.phone(MANTAS).say("/find")
    await office.told(MANTAS, "Ko ieškai?")
    await office.phone(MANTAS).say("Karkllubė")
    await office.offered(MANTAS, "🏢 UAB „Karkllubė“")
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(1,)]


@pytest.mark.parametrize(
    ("said", "person", "company"),
    [
        ("skambinau Giedrei iš Vilkupės", "Giedrė", "Vilkupė"),
        ("Kalbėjau su Fauste Jonaityte iš Vilkupės", "Faustė Jonaitytė", "Vilkupė"),
    ],
)
async def test_a_new_woman_in_any_case_is_kept_in_the_nominative_with_her_company(
    office: Office, said: str, person: str, company: str
) -> None:
    await office.phone(MANTAS).say(said)
    card = await office.told(MANTAS, "naujas kontaktas")
    assert f"{person} (naujas kontaktas)" in card["text"]
    found = "SELECT p.name, c.name FROM people p JOIN companies c ON c.id = p.company_id"
    assert (person, company) in rows_of(office.url, found)


@pytest.mark.parametrize(
    ("reply", "person", "company"),
    [
        ("Ne, Giedrei", "Giedrė", "UAB Statyba"),
        ("Ne, su Giedre iš Vilkupės", "Giedrė", "Vilkupė"),
        ("Ne, Faustei iš Vilkupės", "Faustė", "Vilkupė"),
        ("Ne, Vilkupei", None, "Vilkupė"),
    ],
)
async def test_a_new_name_in_a_correcting_reply_is_kept_in_the_nominative(
    office: Office, reply: str, person: str | None, company: str
) -> None:
    await office.phone(MANTAS).say("Skambinau Statybai")
    card = await office.told(MANTAS, "Įrašyta: skambutis")
    await office.phone(MANTAS).say(reply, reply_to=card["message_id"])
    await in_place(office, card, person or company)
    found = (
        "SELECT p.name, c.name FROM contacts k JOIN companies c ON c.id = k.company_id"
        " LEFT JOIN people p ON p.id = k.person_id WHERE k.deleted_at IS NULL"
    )
    assert rows_of(office.url, found) == [(person, company)]


async def test_a_declined_name_that_answers_which_company_it_was_is_kept_in_the_nominative(
    office: Office,
) -> None:
    await office.phone(MANTAS).say("Skambinau Statybai")
    card = await office.told(MANTAS, "Įrašyta: skambutis")
    await office.tap(MANTAS, card, "Taisyti")
    await office.tap(MANTAS, await office.offered(MANTAS, "Įmon"), "Įmon")
    await office.tap(MANTAS, await office.offered(MANTAS, "Kita"), "Kita")
    await office.phone(MANTAS).say("Vilkupei")
    await in_place(office, card, "„Vilkupė“")
    assert ("Vilkupė",) in rows_of(office.url, "SELECT name FROM companies")
