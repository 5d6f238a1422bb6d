"""A phone number in two interactions, over HTTP, and the contact for the phone."""

from sqlalchemy import create_engine, text

from tests.flows.office import MANTAS, Office


async def test_a_number_is_found_and_sent_to_the_phone(office: Office) -> None:
    engine = create_engine(office.url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE people SET phone = '+37061234567' WHERE name LIKE 'Jonas%'"))
    engine.dispose()
    phone = office.phone(MANTAS)
    await phone.say("/find jonas")
    card = await office.told(MANTAS, "+37061234567")
    assert "UAB „Statyba“" in card["text"]
    await office.tap(MANTAS, card, "Į telefoną")
    shared = await office.received(MANTAS, "contact")
    assert shared["contact"]["phone_number"] == "+37061234567"
    assert "FN:Jonas Stankaitis" in shared["contact"]["vcard"]
    await office.tap(MANTAS, card, "Statyba")
    company = await office.told(MANTAS, "Fasado medžiagos")
    assert company["message_id"] == card["message_id"]
    await office.tap(MANTAS, company, "Prieš vizitą")
    assert "Prieš vizitą" in (await office.told(MANTAS, "📋"))["text"]


async def test_find_without_words_asks_and_takes_the_next_message(office: Office) -> None:
    phone = office.phone(MANTAS)
    await phone.say("/brief")
    await office.told(MANTAS, "Pas ką važiuoji")
    await phone.say("Tiltas")
    assert "UAB „Tiltas“" in (await office.told(MANTAS, "📋"))["text"]


async def test_what_no_longer_fits_a_phone_is_on_the_next_screen_in_place(office: Office) -> None:
    for number in range(9):
        office.house.deal(1, f"Fasado šiltinimo darbai ir medžiagos {number}")
    await office.phone(MANTAS).say("/find statyba")
    card = await office.told(MANTAS, "Atviri sandoriai")
    await office.tap(MANTAS, card, "Daugiau")
    further = await office.offered(MANTAS, "‹ Atgal")
    assert further["message_id"] == card["message_id"]
    assert "ir dar 2" in further["text"]
    await office.tap(MANTAS, further, "‹ Atgal")
    await office.offered(MANTAS, "Daugiau")


async def test_the_help_is_short_and_its_commands_are_behind_a_button(office: Office) -> None:
    await office.phone(MANTAS).say("/help")
    short = await office.told(MANTAS, "/find")
    assert "/promises" not in short["text"]
    await office.tap(MANTAS, short, "Visos komandos")
    listed = await office.told(MANTAS, "/promises")
    assert listed["message_id"] == short["message_id"]
