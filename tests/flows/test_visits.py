"""Visits: begun by a place that is shared, ended by a message, a tap, or the next place."""

import pytest

from tests.flows.conftest import rows_of
from tests.flows.office import MANTAS, Office

ALYTUS = {"latitude": 54.3963, "longitude": 24.0459}
NEARBY = {"latitude": 54.3970, "longitude": 24.0470}
KAUNAS = {"latitude": 54.8985, "longitude": 23.9036}
VISITS = """
    SELECT contacts.kind, contacts.company_id, duration_min, visits.contact_id = contacts.id
    FROM visits JOIN contacts ON contacts.id = visits.contact_id
    WHERE contacts.deleted_at IS NULL AND visits.deleted_at IS NULL ORDER BY visits.id
"""


async def arrive(office: Office, at: dict[str, float], name: str) -> None:
    await office.phone(MANTAS).say(location=at)
    asks = await office.told(MANTAS, "Pas ką esi?")
    if any(name in button["text"] for row in buttons(asks) for button in row):
        await office.tap(MANTAS, asks, name)
    else:
        await office.phone(MANTAS).say(name)


def buttons(message: dict) -> list:  # type: ignore[type-arg]
    return list(message.get("reply_markup", {}).get("inline_keyboard", []))


async def test_a_place_begins_a_visit_and_leaving_logs_how_long_it_took(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos")
    await office.told(MANTAS, "Įrašyta")
    await arrive(office, ALYTUS, "Jonas")
    card = await office.told(MANTAS, "Išvykau")
    assert "Įsidėmėjau, kur jie yra" in card["text"]
    assert "Fasado medžiagos" in card["text"]
    await office.clock("2027-11-23T11:00:00+02:00")
    await office.tap(MANTAS, card, "Išvykau")
    left = await office.told(MANTAS, "vizitas, 45 min.")
    assert left["message_id"] == card["message_id"], "edited in place"
    assert rows_of(office.url, VISITS) == [("visit", 1, 45, 1)]
    assert rows_of(office.url, "SELECT latitude FROM companies WHERE id = 1") == [(ALYTUS["latitude"],)]
    await office.phone(MANTAS).say("/find Statyba")
    await office.tap(MANTAS, await office.offered(MANTAS, "📍 Vieta"), "📍 Vieta")
    venue = (await office.received(MANTAS, "venue"))["venue"]
    assert (venue["title"], venue["location"]["latitude"]) == ("UAB „Statyba“", ALYTUS["latitude"])


async def test_a_message_after_leaving_is_merged_into_the_visit(office: Office) -> None:
    await arrive(office, ALYTUS, "Statyba")
    await office.clock("2027-11-23T11:00:00+02:00")
    await office.tap(MANTAS, await office.told(MANTAS, "Išvykau"), "Išvykau")
    await office.told(MANTAS, "vizitas, 45 min.")
    await office.clock("2027-11-23T11:05:00+02:00")
    await office.phone(MANTAS).say("Nori pasiūlymo, perskambinti penktadienį")
    await office.told(MANTAS, "Perskambinti penktadienį")
    assert rows_of(office.url, VISITS) == [("visit", 1, 45, 1)]
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(1,)]


async def test_the_next_message_ends_a_visit_and_its_words_win(office: Office) -> None:
    await arrive(office, ALYTUS, "Statyba")
    await office.told(MANTAS, "Išvykau")
    await office.clock("2027-11-23T11:00:00+02:00")
    await office.phone(MANTAS).say("Susitikom 20 min, patiko pavyzdžiai")
    card = await office.told(MANTAS, "vizitas, 20 min.")
    assert rows_of(office.url, VISITS) == [("visit", 1, 20, 1)]
    await office.tap(MANTAS, card, "Atšaukti")
    await office.told(MANTAS, "Atšaukta")
    assert rows_of(office.url, "SELECT ended_at, contact_id FROM visits") == [(None, None)]


@pytest.mark.parametrize("words", ["Aptarėm kainas, nori pasiūlymo", "Discussed prices, wants a proposal"])
async def test_talk_is_of_the_visit_that_goes_on_and_a_call_is_not(office: Office, words: str) -> None:
    await arrive(office, ALYTUS, "Statyba")
    await office.told(MANTAS, "Išvykau")
    await office.clock("2027-11-23T11:00:00+02:00")
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos 5 min, kalbėjom apie kainas")
    await office.told(MANTAS, "skambutis, 5 min.")
    assert rows_of(office.url, "SELECT ended_at FROM visits") == [(None,)]
    await office.phone(MANTAS).say(words)
    await office.told(MANTAS, "vizitas, 45 min.")
    assert rows_of(office.url, VISITS) == [("visit", 1, 45, 1)]
    kinds = "SELECT kind FROM contacts WHERE deleted_at IS NULL ORDER BY id"
    assert rows_of(office.url, kinds) == [("call",), ("visit",)]
    assert rows_of(office.url, "SELECT kind, company_id FROM next_steps WHERE done_at IS NULL")[-1] == (
        "proposal",
        1,
    )


async def test_the_next_place_ends_the_visit_and_the_nearest_customer_comes_first(office: Office) -> None:
    await arrive(office, ALYTUS, "Statyba")
    await office.told(MANTAS, "Išvykau")
    await office.clock("2027-11-23T10:45:00+02:00")
    await office.phone(MANTAS).say(location=NEARBY)
    await office.told(MANTAS, "vizitas, 30 min.")
    asks = await office.offered(MANTAS, "100 m")
    assert buttons(asks)[0][0]["text"].endswith("100 m")
    assert rows_of(office.url, VISITS) == [("visit", 1, 30, 1)]


async def test_a_forgotten_visit_is_asked_about(office: Office) -> None:
    await arrive(office, KAUNAS, "Tiltas")
    card = await office.told(MANTAS, "Išvykau")
    await office.clock("2027-11-23T20:00:00+02:00")
    await office.tap(MANTAS, card, "Išvykau")
    asks = await office.told(MANTAS, "nebuvo užbaigtas")
    await office.tap(MANTAS, asks, "1 val.")
    await office.told(MANTAS, "vizitas, 1 val.")
    assert rows_of(office.url, VISITS) == [("visit", 2, 60, 1)]


async def test_a_check_in_is_taken_back_with_the_place_that_it_taught(office: Office) -> None:
    await arrive(office, KAUNAS, "Tiltas")
    card = await office.told(MANTAS, "Išvykau")
    await office.tap(MANTAS, card, "Atšaukti")
    await office.phone(MANTAS).wait_for(
        lambda message: message["message_id"] == card["message_id"] and "Pas ką esi?" in message["text"]
    )
    assert rows_of(office.url, "SELECT latitude FROM companies WHERE id = 2") == [(None,)]
    assert rows_of(office.url, "SELECT company_id FROM visits") == [(None,)]


async def test_the_first_place_in_another_zone_brings_an_offer_and_no_more(office: Office) -> None:
    manchester = {"latitude": 53.4809, "longitude": -2.2426}
    phone = office.phone(MANTAS)
    await phone.say(location=KAUNAS)
    await office.told(MANTAS, "Pas ką esi?")
    await phone.say(location=manchester)
    offer = await office.told(MANTAS, "Čia dabar 8:")
    assert "pagal 10:" in offer["text"]
    await phone.say(location=manchester)
    await phone.say("/settings")
    assert "Vilnius" in (await office.told(MANTAS, "Laikas pagal"))["text"], "nothing has changed yet"
    await office.tap(MANTAS, offer, "Londonas")
    await office.told(MANTAS, "Laikas pagal: Londonas")
    offers = [each for each in await phone.history() if "Čia dabar" in each.get("text", "")]
    assert offers == [], "the one that there was has become the choice"
