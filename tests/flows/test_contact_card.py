"""A contact card that is shared becomes a person; who is known already is recognised."""

import pytest

from core.phones import digits_of
from tests.flows.conftest import rows_of
from tests.flows.office import MANTAS, Office


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("+370 612 34567", "37061234567"),
        ("8 612 34567", "37061234567"),
        ("8-612-34567", "37061234567"),
        ("861234567", "37061234567"),
        ("0037061234567", "37061234567"),
        ("+44 20 7946 0958", "442079460958"),
        ("+81 234 5678", "812345678"),
        ("", ""),
    ],
)
def test_a_number_is_the_same_however_it_is_written(written: str, digits: str) -> None:
    assert digits_of(written) == digits


async def test_a_new_contact_becomes_a_person_of_the_company_that_is_named(office: Office) -> None:
    fields = ("FN:Ona Onaitė", "ORG:Statyba;Tiekimas", "EMAIL;TYPE=WORK:ona@statyba.lt")
    vcard = "\n".join(("BEGIN:VCARD", "VERSION:3.0", *fields, "END:VCARD"))
    card = {"first_name": "Ona", "last_name": "Onaitė", "phone_number": "+37061234567", "vcard": vcard}
    await office.phone(MANTAS).say(contact=card)
    asks = await office.told(MANTAS, "dirba")
    await office.tap(MANTAS, asks, "Statyba")
    told = await office.told(MANTAS, "Ona Onaitė")
    assert "+37061234567" in told["text"]
    person = "SELECT name, phone, email, company_id FROM people ORDER BY id DESC LIMIT 1"
    assert rows_of(office.url, person) == [("Ona Onaitė", "+37061234567", "ona@statyba.lt", 1)]
    await office.tap(MANTAS, told, "Atšaukti")
    await office.told(MANTAS, "Atšaukta")
    assert rows_of(office.url, person) == [("Ona Onaitė", "+37061234567", "ona@statyba.lt", None)]


async def test_a_contact_may_work_nowhere_by_one_tap_and_be_taken_back(office: Office) -> None:
    await office.phone(MANTAS).say(contact={"first_name": "Ona", "phone_number": "+37061234567"})
    asks = await office.told(MANTAS, "dirba")
    await office.tap(MANTAS, asks, "Be įmonės")
    told = await office.told(MANTAS, "✅ Naujas žmogus")
    assert (told["message_id"], "🏢" in told["text"]) == (asks["message_id"], False)
    await office.phone(MANTAS).say("UAB Statyba")
    await office.told(MANTAS, "Statyba")
    person = "SELECT company_id, deleted_at IS NULL FROM people ORDER BY id DESC LIMIT 1"
    assert rows_of(office.url, person) == [(None, 1)], "what is said next is not the employer"
    await office.tap(MANTAS, told, "Atšaukti")
    await office.told(MANTAS, "Atšaukta")
    assert rows_of(office.url, person) == [(None, 0)]


async def test_a_known_name_gets_the_number_and_is_known_by_it_next_time(office: Office) -> None:
    card = {"first_name": "Jonas", "last_name": "Stankaitis", "phone_number": "861234567"}
    await office.phone(MANTAS).say(contact=card)
    known = await office.told(MANTAS, "Jau yra")
    await office.tap(MANTAS, known, "Pridėti numerį")
    await office.told(MANTAS, "Numeris pridėtas")
    assert rows_of(office.url, "SELECT phone FROM people WHERE id = 1") == [("861234567",)]
    again = {"first_name": "J.", "phone_number": "+370 612 34567"}
    await office.phone(MANTAS).say(contact=again)
    told = await office.told(MANTAS, "Jau yra")
    assert "Jonas Stankaitis" in told["text"]
    assert rows_of(office.url, "SELECT count(*) FROM people") == [(2,)]


async def test_where_a_new_person_works_is_picked_from_companies(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos")
    await office.told(MANTAS, "Įrašyta")
    await office.phone(MANTAS).say(contact={"first_name": "Ona", "phone_number": "+37061234567"})
    asks = await office.told(MANTAS, "dirba")
    offered = [button["text"] for row in asks["reply_markup"]["inline_keyboard"] for button in row]
    assert not any("Jonas" in label for label in offered)
    assert any("„Statyba“" in label for label in offered)
