"""Rules from real sales life over the whole bot: what is written, tapped and shown."""

import asyncio
from typing import Any

from sqlalchemy import select

from core.model import Absence, Deal, Order
from playground.jsontypes import Json
from tests.flows.office import AISTE, BOT_ID, MANTAS, RUTA, Office


def load(office: Office, record: type[Any]) -> list[Any]:
    with office.house.database.reading() as session:
        return list(session.scalars(select(record).where(record.deleted_at.is_(None)).order_by(record.id)))


async def greeted(office: Office, person: int) -> None:
    """They have written to the bot before: it may write to them."""
    await office.phone(person).say("/help")
    await office.told(person, "/find")


async def with_button(office: Office, person: int, label: str) -> Json:
    """The bot's newest message, once it has a button with these words."""
    async with asyncio.timeout(10):
        while True:
            newest = (await office.phone(person).history())[-1]
            rows = newest.get("reply_markup", {}).get("inline_keyboard", [])
            if any(label in button["text"] for row in rows for button in row):
                return newest
            await asyncio.sleep(0.02)


async def test_a_deal_is_won_in_part_and_its_customer_orders_again(office: Office) -> None:
    mantas = office.phone(MANTAS)
    await mantas.say("Statybai nusiunčiau pasiūlymą, 40 t po 300 €/t")
    await office.told(MANTAS, "40 t po 300 € = 12 000 €")
    await mantas.say("Laimėjom Statybą pusę, 6000 iš 12000")
    card = await office.told(MANTAS, "O likusi dalis?")
    await office.tap(MANTAS, card, "Dar atvira")
    await office.told(MANTAS, "Likusi dalis dar atvira: 6 000 €")
    await mantas.say("Statyba užsakė už 3400")
    card = await office.told(MANTAS, "Laimėtas sandoris ar atskiras užsakymas?")
    await office.tap(MANTAS, card, "Atskiras užsakymas")
    await office.told(MANTAS, "📦 Užsakymas: 3 400 €")
    assert [str(order.amount) for order in load(office, Order)] == ["3400.00"]
    assert sorted(str(deal.amount) for deal in load(office, Deal)) == ["6000.00", "6000.00"]


async def test_somebody_off_names_a_deputy_who_may_act_until_they_are_back(office: Office) -> None:
    await greeted(office, RUTA)
    await office.phone(MANTAS).say("/off iki pirmadienio")
    card = await office.told(MANTAS, "Kas tave pavaduos?")
    await office.tap(MANTAS, card, "Rūta")
    await office.told(MANTAS, "Pavaduoja Rūta")
    await office.told(RUTA, "Pavaduoji: Mantas")
    await office.phone(RUTA).say("Statybai nusiunčiau pasiūlymą už 9000")
    await office.told(RUTA, "Fasado medžiagos, 9 000 €")
    (deal,) = load(office, Deal)
    assert deal.owner_id == office.house.ids["Mantas"]
    card = await office.told(MANTAS, "Pavaduoja Rūta")
    await office.tap(MANTAS, card, "Jau dirbu")
    await office.told(RUTA, "Pavaduoti nebereikia")
    assert load(office, Absence) == []


async def test_a_deal_gets_a_tender_and_a_co_owner_from_its_card(office: Office) -> None:
    await greeted(office, RUTA)
    await office.phone(MANTAS).say("/deals")
    await office.tap(MANTAS, await office.told(MANTAS, "atvir"), "Užklausa")
    await office.tap(MANTAS, await office.told(MANTAS, "1. Fasado medžiagos"), "Fasado")
    await office.tap(MANTAS, await office.told(MANTAS, "🏢 UAB „Statyba“"), "Daugiau")
    card = await with_button(office, MANTAS, "Konkursas, pertrauka")
    await office.tap(MANTAS, card, "Konkursas, pertrauka")
    card = await office.told(MANTAS, "Konkurso ir pertraukos nėra")
    await office.tap(MANTAS, card, "🏁 Konkursas")
    await office.told(MANTAS, "Iki kada vyksta konkursas?")
    await office.phone(MANTAS).say("gruodžio 15")
    card = await office.told(MANTAS, "🏁 Konkursas iki gruodžio 15 d.")
    await office.tap(MANTAS, card, "Dalytis")
    card = await office.told(MANTAS, "Su kuo dalijamasi?")
    await office.tap(MANTAS, card, "Rūta")
    card = await office.told(MANTAS, "Kokia kolegos dalis?")
    await office.tap(MANTAS, card, "30 %")
    card = await office.told(MANTAS, "Mantas 70 %, Rūta 30 %")
    await office.tap(MANTAS, card, "‹ Sandoris")
    card = await office.offered(MANTAS, "‹ Sandoriai")
    await office.tap(MANTAS, card, "‹ Sandoriai")
    await office.told(MANTAS, "1. Fasado medžiagos")
    shared = await office.told(RUTA, "tavo dalis 30 %")
    await office.tap(RUTA, shared, "Sandoris")
    await office.told(RUTA, "Fasado medžiagos")


async def test_when_somebody_has_left_all_is_handed_over_in_one_go(office: Office) -> None:
    await greeted(office, RUTA)
    await office.phone(AISTE).say("/members")
    card = await office.told(AISTE, "nariai")
    await office.tap(AISTE, card, "Mantas")
    card = await office.told(AISTE, "kas viską perima")
    await office.tap(AISTE, card, "Rūta")
    await office.told(AISTE, "lieka telefone")
    await office.told(RUTA, "Dabar tavo")
    assert load(office, Deal)[0].owner_id == office.house.ids["Rūta"]
    await office.phone(MANTAS).say("/deals")
    await asyncio.sleep(0.3)
    said = [m.get("text", "") for m in await office.phone(MANTAS).history() if m["from"]["id"] == BOT_ID]
    assert not any("Fasado" in text for text in said), "nothing about customers any more"
