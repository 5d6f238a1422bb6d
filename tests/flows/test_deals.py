"""Deals by taps: opened from the board, moved, won, lost, handed over, and taken back, all in place."""

from playground.jsontypes import Json
from tests.flows.conftest import rows_of
from tests.flows.office import MANTAS, RUTA, Office

DEAL = """
    SELECT s.name, d.lost_reason, d.competitor FROM deals d JOIN stages s ON s.id = d.stage_id WHERE d.id = 1
"""


def labels(message: Json) -> list[str]:
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def in_place(office: Office, card: Json, holds: str, person: int = MANTAS) -> Json:
    """The same message, once it says this."""
    return await office.phone(person).wait_for(
        lambda message: message["message_id"] == card["message_id"] and holds in message["text"]
    )


async def offering(office: Office, card: Json, label: str) -> Json:
    """The same message, once it has this button."""
    return await office.phone(MANTAS).wait_for(
        lambda message: message["message_id"] == card["message_id"] and label in labels(message)
    )


async def opened(office: Office) -> Json:
    """The card of Mantas's only deal, opened from the board."""
    await office.phone(MANTAS).say("/deals")
    board = await office.told(MANTAS, "💼 1 atviras sandoris")
    await office.tap(MANTAS, board, "Užklausa · 1")
    await office.tap(MANTAS, await in_place(office, board, "1. "), "1. Fasado")
    return await in_place(office, board, "🏢 UAB „Statyba“")


async def test_the_next_stage_is_one_tap_and_undo_another_and_back_leads_to_the_list(office: Office) -> None:
    card = await opened(office)
    await office.tap(MANTAS, card, "→ Įvertinta")
    moved = await in_place(office, card, "➡️ Etapas: Įvertinta")
    assert rows_of(office.url, DEAL) == [("Įvertinta", None, None)]
    await office.tap(MANTAS, moved, "Atšaukti")
    back = await offering(office, card, "→ Įvertinta")
    assert rows_of(office.url, DEAL) == [("Užklausa", None, None)]
    await office.tap(MANTAS, back, "‹ Sandoriai")
    await in_place(office, card, "1. Fasado medžiagos")


async def test_a_deal_is_won_by_one_tap_and_opens_again(office: Office) -> None:
    card = await opened(office)
    await office.tap(MANTAS, card, "🎉 Laimėta")
    won = await in_place(office, card, "🎉 Laimėta šiandien")
    await office.tap(MANTAS, won, "Vėl atverti")
    await office.tap(MANTAS, await offering(office, card, "Derybos"), "Derybos")
    await in_place(office, card, "↩️ Vėl atviras: Derybos")
    assert rows_of(office.url, "SELECT closed_on FROM deals WHERE id = 1") == [(None,)]


async def test_a_deal_is_lost_on_price_to_a_competitor_by_three_taps(office: Office) -> None:
    office.house.deal(2, "Turėklai", competitor="UAB Medistora", closed_on=None, owner="Mantas")
    await office.phone(MANTAS).say("/deals")
    board = await office.told(MANTAS, "💼 2 atviri sandoriai")
    await office.tap(MANTAS, board, "Užklausa · 2")
    listed = await in_place(office, board, "Fasado medžiagos")
    label = next(label for label in labels(listed) if "„Statyba“" in label)
    await office.tap(MANTAS, listed, label)
    card = await in_place(office, board, "🏢 UAB „Statyba“")
    await office.tap(MANTAS, card, "❌ Prarasta")
    await office.tap(MANTAS, await offering(office, card, "Kaina"), "Kaina")
    asks = await in_place(office, card, "Ką jie pasirinko?")
    assert rows_of(office.url, DEAL) == [("Prarasta", "price", None)], "kept before the question is answered"
    await office.tap(MANTAS, asks, "„Medistora“")
    lost = await in_place(office, card, "🆚 Konkurentas: „Medistora“")
    assert rows_of(office.url, DEAL) == [("Prarasta", "price", "UAB Medistora")]
    await office.tap(MANTAS, lost, "Atšaukti")
    await offering(office, card, "❌ Prarasta")
    assert rows_of(office.url, DEAL) == [("Užklausa", None, None)]


async def test_an_amount_and_a_date_in_ones_own_words_show_old_and_new(office: Office) -> None:
    card = await opened(office)
    for said, shown in (("8000", "✅ Suma: 8 000 €"), ("12k", "✅ Suma: 8 000 € → 12 000 €")):
        await office.tap(MANTAS, card, "⋯ Daugiau")
        await office.tap(MANTAS, await offering(office, card, "💶 Suma"), "💶 Suma")
        asks = await office.told(MANTAS, "suma, pavyzdžiui")
        await office.phone(MANTAS).say(said)
        card = await in_place(office, card, shown)
        await office.gone(MANTAS, asks)
    assert "‹ Sandoriai" in labels(card), "the way back is kept"
    await office.tap(MANTAS, card, "Atšaukti")
    await in_place(office, card, "💼 Fasado medžiagos, 8 000 €")
    await office.tap(MANTAS, card, "⋯ Daugiau")
    await office.tap(MANTAS, await offering(office, card, "✍️ Sutarties data"), "✍️ Sutarties data")
    await office.tap(MANTAS, await offering(office, card, "Kita diena…"), "Kita diena…")
    await office.tap(MANTAS, await in_place(office, card, "2027 m. lapkritis"), "30")
    await in_place(office, card, "✅ Sutartis: lapkričio 30 d.")
    assert rows_of(office.url, "SELECT expected_close_on FROM deals WHERE id = 1") == [("2027-11-30",)]


async def test_a_deal_goes_to_a_colleague_by_two_taps_with_its_steps_and_comes_back(office: Office) -> None:
    await office.phone(RUTA).say("/start")
    await office.phone(MANTAS).say("Rytoj 9:00 paskambinti Jonui iš Statybos")
    await office.told(MANTAS, "Jonas Stankaitis")
    card = await opened(office)
    await office.tap(MANTAS, card, "⇢ Perduoti")
    await office.tap(MANTAS, await offering(office, card, "Rūta"), "Rūta")
    given = await in_place(office, card, "🤝 Perduota: Fasado medžiagos → Rūta")
    got = await office.told(RUTA, "🤝 Mantas perdavė tau sandorį")
    ruta = office.house.ids["Rūta"]
    owners = "SELECT owner_id FROM deals WHERE id = 1 UNION SELECT owner_id FROM next_steps WHERE deal_id = 1"
    assert rows_of(office.url, owners) == [(ruta,)]
    await office.tap(RUTA, got, "💼 Sandoris")
    await office.told(RUTA, "●○○○○ Užklausa")
    await office.tap(MANTAS, given, "Atšaukti")
    await in_place(office, card, "🏢 UAB „Statyba“")
    assert rows_of(office.url, owners) == [(office.house.ids["Mantas"],)]
