"""The day's work by taps: ticked off, moved, planned, and taken back, on one screen."""

from datetime import date, time

from core.actions.intent import Intent, Plan
from core.terms import StepKind
from playground.jsontypes import Json
from tests.flows.conftest import rows_of
from tests.flows.office import BOT_ID, MANTAS, TUESDAY, Office

TODAY = date.fromisoformat(TUESDAY[:10])


async def with_a_call_today(office: Office) -> Json:
    """Mantas's agenda with a call to Jonas at ten."""
    with office.house.work() as work:
        now = work.now.replace(year=2027)
        company = 1
    plan = Plan(kind=StepKind.CALL, on=TODAY, at=time(10))
    intent = Intent(text="", said_at=now, company_id=company, person_id=1, deal_id=1, plans=[plan])
    office.house.log(intent, now=now)
    await office.phone(MANTAS).say("/today")
    return await office.told(MANTAS, "10:00 📞 Jonas Stankaitis")


async def test_a_call_is_ticked_off_and_its_result_told_in_words(office: Office) -> None:
    agenda = await with_a_call_today(office)
    await office.tap(MANTAS, agenda, "✓")
    asks = await office.told(MANTAS, "Kaip sekėsi?")
    assert asks["message_id"] == agenda["message_id"], "edited in place"
    assert "Viskas padaryta" in asks["text"]
    said = await office.phone(MANTAS).say("Kalbėjom 15 min, nori pasiūlymo")
    card = await office.told(MANTAS, "skambutis, 15 min.")
    assert "Jonas Stankaitis" in card["text"]
    await office.phone(MANTAS).edit(said["message_id"], text="Kalbėjom 25 min, nori pasiūlymo")
    corrected = await office.told(MANTAS, "skambutis, 25 min.")
    assert "Jonas Stankaitis" in corrected["text"], "an edit is about the same customer"
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(1,)]
    again = await office.phone(MANTAS).wait_for(
        lambda message: message["message_id"] == asks["message_id"] and "Kaip sekėsi" not in message["text"]
    )
    assert "Viskas padaryta" in again["text"], "what is answered is asked no more"


async def test_nobody_answered_is_two_taps_and_undo_is_one(office: Office) -> None:
    agenda = await with_a_call_today(office)
    await office.tap(MANTAS, agenda, "✓")
    await office.tap(MANTAS, await office.told(MANTAS, "Kaip sekėsi?"), "Neatsiliepė")
    told = await office.told(MANTAS, "Dar kartą rytoj 10:00")
    assert rows_of(office.url, "SELECT no_answer FROM contacts WHERE deleted_at IS NULL") == [(1,)]
    await office.tap(MANTAS, told, "Atšaukti")
    undone = await office.told(MANTAS, "10:00 📞 Jonas Stankaitis")
    assert undone["message_id"] == agenda["message_id"], "the agenda is as it was"
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(0,)]


async def test_a_call_is_moved_by_the_calendar(office: Office) -> None:
    agenda = await with_a_call_today(office)
    await office.tap(MANTAS, agenda, "⏩")
    await office.tap(MANTAS, await office.told(MANTAS, "Perkeliame"), "Kita diena")
    await office.tap(MANTAS, await office.told(MANTAS, "2027 m. lapkritis"), "›")
    await office.tap(MANTAS, await office.told(MANTAS, "2027 m. gruodis"), "(25)")
    times = await office.told(MANTAS, "⚠️ šventė")
    await office.tap(MANTAS, times, "14:00")
    moved = await office.told(MANTAS, "⏩ Perkelta")
    assert "gruodžio 25 d., 14:00" in moved["text"]
    assert moved["message_id"] == agenda["message_id"]
    assert rows_of(office.url, "SELECT due_on FROM next_steps") == [("2027-12-25",)]


async def test_a_line_opens_its_card_and_the_week_knows_it_too(office: Office) -> None:
    agenda = await with_a_call_today(office)
    await office.tap(MANTAS, agenda, "1")
    card = await office.told(MANTAS, "💼 Fasado medžiagos")
    await office.tap(MANTAS, card, "Nebereikia")
    dropped = await office.told(MANTAS, "🗑")
    await office.tap(MANTAS, dropped, "Atšaukti")
    await office.told(MANTAS, "10:00 📞")
    await office.phone(MANTAS).say("/week")
    week = await office.told(MANTAS, "🗓")
    await office.tap(MANTAS, week, "1")
    await office.tap(MANTAS, await office.told(MANTAS, "🏢"), "Atgal")
    assert (await office.told(MANTAS, "🗓"))["message_id"] == week["message_id"]


async def test_after_a_call_went_well_its_next_step_is_two_taps(office: Office) -> None:
    agenda = await with_a_call_today(office)
    await office.tap(MANTAS, agenda, "✓")
    await office.tap(MANTAS, await office.told(MANTAS, "Kaip sekėsi?"), "Gerai")
    await office.tap(MANTAS, await office.told(MANTAS, "✅ Įrašyta"), "Kitas žingsnis")
    await office.tap(MANTAS, await office.told(MANTAS, "Kitas žingsnis"), "Penktadienį")
    await office.told(MANTAS, "📌 Suplanuota penktadienį")
    rows = rows_of(office.url, "SELECT due_on, deal_id FROM next_steps ORDER BY id DESC LIMIT 1")
    assert rows == [("2027-11-26", 1)]
    history = await office.phone(MANTAS).history()
    assert len([message for message in history if message["from"]["id"] == BOT_ID]) == 1


async def test_the_tidy_goes_from_deal_to_deal_and_ends_with_thanks(office: Office) -> None:
    office.house.deal(1, "Stogas", expected_close_on=TODAY.replace(day=1))
    await office.phone(MANTAS).say("/tidy")
    first = await office.told(MANTAS, "🧹 Liko 2 sandoriai")
    await office.tap(MANTAS, first, "Rytoj 9:00")
    second = await office.told(MANTAS, "🧹 Liko 1 sandoris")
    assert "Stogas" in second["text"]
    assert "📌 Suplanuota rytoj 9:00" in second["text"]
    await office.tap(MANTAS, second, "Prarasta")
    why = await office.told(MANTAS, "Kodėl prarasta?")
    await office.tap(MANTAS, why, "Kaina")
    thanks = await office.told(MANTAS, "Ačiū")
    assert thanks["message_id"] == first["message_id"], "edited in place"
    await office.tap(MANTAS, thanks, "Atšaukti")
    await office.told(MANTAS, "🧹 Liko 1 sandoris")
    assert rows_of(office.url, "SELECT count(*) FROM deals WHERE closed_on IS NULL") == [(2,)]


async def test_the_tidy_of_one_s_own_week_begins_below_it(office: Office) -> None:
    office.house.deal(1, "Stogas", expected_close_on=TODAY.replace(day=1))
    await office.phone(MANTAS).say("/digest")
    week = await office.told(MANTAS, "Tavo 46-oji savaitė")
    assert "0 veiksmų" not in week["text"]
    await office.tap(MANTAS, week, "Susitvarkyti: 2")
    first = await office.told(MANTAS, "🧹 Liko 2 sandoriai")
    assert first["message_id"] > week["message_id"]
    await office.tap(MANTAS, first, "Rytoj 9:00")
    second = await office.told(MANTAS, "🧹 Liko 1 sandoris")
    assert second["message_id"] == first["message_id"], "from there on in place"


async def test_a_reply_that_is_edited_stays_about_its_card(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos")
    card = await office.told(MANTAS, "skambutis")
    said = await office.phone(MANTAS).say("Domina tik stogas", reply_to=card["message_id"])
    await office.told(MANTAS, "pastaba")
    await office.phone(MANTAS).edit(said["message_id"], text="Domina tik stogas, 20 min")
    await office.told(MANTAS, "✏️")
    notes = rows_of(office.url, "SELECT company_id, note FROM contacts WHERE deleted_at IS NULL ORDER BY id")
    assert notes[-1] == (1, "Domina tik stogas, 20 min")


async def test_a_next_step_is_two_taps_after_a_log(office: Office) -> None:
    await office.phone(MANTAS).say("Buvau pas Joną iš Statybos 40 min")
    card = await office.told(MANTAS, "vizitas, 40 min.")
    await office.tap(MANTAS, card, "Kitas žingsnis")
    picks = await office.told(MANTAS, "Kurią dieną?")
    assert picks["message_id"] != card["message_id"], "what was logged stays where it is"
    await office.tap(MANTAS, picks, "Rytoj 9:00")
    await office.told(MANTAS, "📌 Suplanuota rytoj 9:00")
    assert rows_of(office.url, "SELECT due_on, deal_id FROM next_steps") == [("2027-11-24", 1)]


async def test_a_promise_is_kept_from_its_list(office: Office) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos, nori pasiūlymo")
    await office.told(MANTAS, "Įrašyta")
    await office.phone(MANTAS).say("/promises")
    promises = await office.told(MANTAS, "Pažadėjome klientams: 1")
    await office.tap(MANTAS, promises, "Stankaitis")
    await office.tap(MANTAS, await office.told(MANTAS, "🏢"), "Atlikta")
    kept = await office.told(MANTAS, "Visi pažadai įvykdyti")
    assert "✅ Pasiūlymas išsiųstas" in kept["text"]
    assert kept["message_id"] == promises["message_id"]


async def test_what_is_ticked_off_on_the_card_of_a_message_is_told_on_it_and_taken_back_there(
    office: Office,
) -> None:
    await office.phone(MANTAS).say("Skambinau Jonui iš Statybos, nori pasiūlymo")
    card = await office.told(MANTAS, "Nori pasiūlymo")
    await office.tap(MANTAS, card, "Pasiūlymas išsiųstas")
    sent = await office.told(MANTAS, "✅ Pasiūlymas išsiųstas")
    assert sent["message_id"] == card["message_id"]
    assert "Įrašyta: skambutis" in sent["text"]
    assert "Nori pasiūlymo" not in sent["text"]
    await office.tap(MANTAS, sent, "Atšaukti")
    back = await office.told(MANTAS, "Nori pasiūlymo")
    assert back["message_id"] == card["message_id"]
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(1,)]
    await office.tap(MANTAS, back, "Atšaukti")
    assert (await office.told(MANTAS, "Atšaukta"))["message_id"] == card["message_id"]
    assert rows_of(office.url, "SELECT count(*) FROM contacts WHERE deleted_at IS NULL") == [(0,)]


async def test_a_contract_date_that_has_passed_is_set_anew_from_the_agenda(office: Office) -> None:
    late = office.house.deal(1, "Stogas", expected_close_on=TODAY.replace(day=1))
    await office.phone(MANTAS).say("/today")
    agenda = await office.told(MANTAS, "sutarties laukta lapkričio 1 d.")
    await office.tap(MANTAS, agenda, "📅")
    await office.tap(MANTAS, await office.told(MANTAS, "2027 m. lapkritis"), "Atgal")
    await office.tap(MANTAS, await office.told(MANTAS, "sutarties laukta"), "📅")
    await office.tap(MANTAS, await office.told(MANTAS, "2027 m. lapkritis"), "30")
    dated = await office.told(MANTAS, "✍️ Sutartis lapkričio 30 d.: Stogas")
    assert dated["message_id"] == agenda["message_id"]
    await office.tap(MANTAS, dated, "Atšaukti")
    await office.told(MANTAS, "sutarties laukta lapkričio 1 d.")
    rows = rows_of(office.url, f"SELECT expected_close_on FROM deals WHERE id = {late}")
    assert rows == [("2027-11-01",)]


async def test_from_a_step_to_its_company_and_a_new_step_there_and_back(office: Office) -> None:
    agenda = await with_a_call_today(office)
    await office.tap(MANTAS, agenda, "1")
    await office.tap(MANTAS, await office.told(MANTAS, "👤"), "Įmonė")
    company = await office.phone(MANTAS).wait_for(
        lambda message: "Kitas žingsnis" in str(message.get("reply_markup"))
    )
    await office.tap(MANTAS, company, "Kitas žingsnis")
    await office.tap(MANTAS, await office.told(MANTAS, "Kurią dieną?"), "Rytoj 9:00")
    planned = await office.told(MANTAS, "📌 Suplanuota rytoj 9:00")
    await office.tap(MANTAS, planned, "Atgal")
    again = await office.phone(MANTAS).wait_for(
        lambda message: "Kitas žingsnis" in str(message.get("reply_markup"))
    )
    assert again["message_id"] == agenda["message_id"]
