"""A manager asks what the team did, opens a deal from the answer and comes back, over HTTP."""

from tests.flows.office import AISTE, MANTAS, Office


async def test_from_the_answer_to_a_deal_and_back(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos 15 min dėl fasado medžiagų")
    await office.told(MANTAS, "skambutis")
    phone = office.phone(AISTE)
    await phone.say("/effort")
    card = await office.told(AISTE, "Pastangos")
    assert "Mantas" in card["text"]
    await office.tap(AISTE, card, "Mantas")
    contacts = await office.told(AISTE, "Veiksmai")
    assert contacts["message_id"] == card["message_id"]
    await office.tap(AISTE, contacts, "‹ Atgal")
    assert "Mantas" in (await office.told(AISTE, "Pastangos"))["text"]


async def test_a_salesperson_is_told_that_it_is_for_managers(office: Office) -> None:
    await office.phone(MANTAS).say("/cost")
    assert "vadov" in (await office.told(MANTAS, "vadov"))["text"].lower()


async def test_the_teams_week_opens_to_a_person_their_contacts_and_the_day(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos 15 min dėl fasado medžiagų")
    await office.told(MANTAS, "skambutis")
    await office.phone(AISTE).say("/team")
    week = await office.told(AISTE, "Komandos savaitė")
    assert "1 veiksmas" in week["text"]
    await office.tap(AISTE, week, "Mantas")
    person = await office.told(AISTE, "👤 Savaitė")
    await office.tap(AISTE, person, "Veiksmai")
    contacts = await office.told(AISTE, "⏱ Veiksmai")
    await office.tap(AISTE, contacts, "‹ Atgal")
    await office.tap(AISTE, await office.told(AISTE, "👤 Savaitė"), "‹ Atgal")
    await office.tap(AISTE, await office.told(AISTE, "Komandos savaitė"), "Šiandien")
    day = await office.told(AISTE, "📞 Jonas")
    assert day["message_id"] == week["message_id"]
