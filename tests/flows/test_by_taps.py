"""A log by taps, for those who don't write."""

from datetime import date, time

from core.actions.intent import Intent, Plan
from core.terms import StepKind
from tests.flows.conftest import rows_of
from tests.flows.office import BOT_ID, MANTAS, TUESDAY, Office

TODAY = date.fromisoformat(TUESDAY[:10])


def plan_call_today(office: Office) -> None:
    with office.house.work() as work:
        now = work.now.replace(year=2027)
    plan = Plan(kind=StepKind.CALL, on=TODAY, at=time(10))
    intent = Intent(text="", said_at=now, company_id=1, person_id=1, deal_id=1, plans=[plan])
    office.house.log(intent, now=now)


async def test_a_call_is_logged_with_its_next_step_by_four_taps(office: Office) -> None:
    plan_call_today(office)
    await office.phone(MANTAS).say("/log")
    first = await office.told(MANTAS, "Kas vyko?")
    await office.tap(MANTAS, first, "Skambutis")
    await office.tap(MANTAS, await office.told(MANTAS, "Su kuo?"), "Jonas Stankaitis")
    await office.tap(MANTAS, await office.told(MANTAS, "Kaip sekėsi?"), "➡️")
    asks = await office.told(MANTAS, "Kada kitas žingsnis?")
    assert "Fasado medžiagos" in asks["text"]
    await office.tap(MANTAS, asks, "Penktadienį")
    card = await office.told(MANTAS, "Paskambinti penktadienį")
    assert card["message_id"] == first["message_id"], "edited in place"
    contact = "SELECT kind, company_id, person_id, deal_id FROM contacts WHERE deleted_at IS NULL"
    assert rows_of(office.url, contact) == [("call", 1, 1, 1)]
    steps = "SELECT due_on, done_at IS NOT NULL FROM next_steps WHERE deleted_at IS NULL ORDER BY id"
    assert rows_of(office.url, steps) == [("2027-11-23", 1), ("2027-11-26", 0)], "the planned call is done"
    stage = "SELECT stages.name FROM deals JOIN stages ON stages.id = stage_id"
    assert rows_of(office.url, stage) == [("Įvertinta",)]
    await office.tap(MANTAS, card, "Atšaukti")
    await office.told(MANTAS, "Atšaukta")
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(0,)]
    assert rows_of(office.url, stage) == [("Užklausa",)]


async def test_somebody_who_is_not_on_the_list_is_named_in_words(office: Office) -> None:
    await office.phone(MANTAS).say("/log")
    await office.tap(MANTAS, await office.told(MANTAS, "Kas vyko?"), "Vizitas")
    await office.told(MANTAS, "Parašyk vardą ar įmonę")
    await office.phone(MANTAS).say("UAB Vėjavartė")
    await office.tap(MANTAS, await office.told(MANTAS, "Kaip sekėsi?"), "Nieko nebuvo")
    await office.tap(MANTAS, await office.told(MANTAS, "Kada kitas žingsnis?"), "Nereikia")
    await office.told(MANTAS, "vizitas, nieko nebuvo")
    rows = rows_of(
        office.url, "SELECT name, no_answer FROM contacts JOIN companies ON companies.id = company_id"
    )
    assert rows == [("UAB Vėjavartė", 1)]


async def test_a_result_that_is_tapped_twice_is_logged_once(office: Office) -> None:
    plan_call_today(office)
    await office.phone(MANTAS).say("/log")
    await office.tap(MANTAS, await office.told(MANTAS, "Kas vyko?"), "Žinutė")
    await office.tap(MANTAS, await office.told(MANTAS, "Su kuo?"), "Jonas")
    asks = await office.told(MANTAS, "Kaip sekėsi?")
    await office.tap(MANTAS, asks, "Gerai")
    await office.tap(MANTAS, asks, "Gerai")
    await office.told(MANTAS, "Kada kitas žingsnis?")
    await office.phone(MANTAS).say("/undo")
    await office.told(MANTAS, "Atšaukta")
    assert rows_of(office.url, "SELECT count(*) FROM contacts") == [(1,)]
    first = asks["message_id"]
    await office.phone(MANTAS).wait_for(
        lambda each: each["from"]["id"] == BOT_ID and each["message_id"] > first
    )
    assert len([each for each in await office.phone(MANTAS).history() if each["from"]["id"] == BOT_ID]) == 2
