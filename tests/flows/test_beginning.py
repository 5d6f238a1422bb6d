"""New companies, people and deals by taps and a name; who is known already is offered first."""

import pytest

from core.storage.pipelines import PipelinePlan, StagePlan, sync
from core.terms import Category, StageMeaning
from tests.builders import stages
from tests.flows.conftest import rows_of
from tests.flows.office import MANTAS, Office
from tests.flows.test_deals import in_place


async def test_a_company_its_person_and_a_deal_are_a_few_words_each(office: Office) -> None:
    phone = office.phone(MANTAS)
    await phone.say("/new")
    await office.tap(MANTAS, await office.told(MANTAS, "Su kuo naujas sandoris?"), "+ Nauja įmonė")
    await office.told(MANTAS, "įmonės pavadinimu")
    await phone.say("UAB Medžio namai")
    company = await office.told(MANTAS, "✅ Nauja įmonė")
    await office.tap(MANTAS, company, "👤 Žmogus")
    await office.told(MANTAS, "vardu ir telefonu")
    await phone.say("Rasa Petrauskienė 8 612 34567")
    person = await office.told(MANTAS, "✅ Naujas žmogus")
    assert "🏢 UAB „Medžio namai“" in person["text"]
    await office.tap(MANTAS, person, "💼 Sandoris")
    await office.told(MANTAS, "Dėl ko ir už kiek?")
    await phone.say("Stogas 12k")
    await office.told(MANTAS, "💼 Stogas, 12 000 €")
    sql = """
        SELECT c.name, p.name, p.phone, d.title, d.amount / 10000 FROM deals d
        JOIN companies c ON c.id = d.company_id JOIN people p ON p.id = d.person_id WHERE d.title = 'Stogas'
    """
    assert rows_of(office.url, sql) == [
        ("UAB Medžio namai", "Rasa Petrauskienė", "8 612 34567", "Stogas", 12000)
    ]


async def test_a_deal_is_begun_with_a_customer_named_in_words_and_undone(office: Office) -> None:
    phone = office.phone(MANTAS)
    await phone.say("/new")
    await office.told(MANTAS, "Su kuo naujas sandoris?")
    await phone.say("Tiltas")
    begun = await office.told(MANTAS, "✅ Naujas sandoris")
    assert "💼 „Tiltas“" in begun["text"]
    await office.tap(MANTAS, begun, "Atšaukti")
    await in_place(office, begun, "↩️ Atšaukta")
    found = rows_of(office.url, "SELECT deleted_at IS NULL FROM deals WHERE title = 'UAB Tiltas'")
    assert found == [(0,)]


async def test_a_deal_with_its_own_title_and_sum_is_one_tap_and_two_lines(office: Office) -> None:
    phone = office.phone(MANTAS)
    await phone.say("Skambinau Rasai iš Tilto 5 min")
    await office.told(MANTAS, "skambutis, 5 min.")
    await phone.say("/new")
    await office.tap(MANTAS, await office.told(MANTAS, "Su kuo naujas sandoris?"), "Rasa Tiltenė")
    await office.told(MANTAS, "Dėl ko ir už kiek?")
    await phone.say("Fasado medžiagos 12k")
    await office.told(MANTAS, "💼 Fasado medžiagos, 12 000 €")
    sql = "SELECT company_id, title, amount / 10000 FROM deals ORDER BY id DESC LIMIT 1"
    assert rows_of(office.url, sql) == [(2, "Fasado medžiagos", 12000)]


async def test_a_company_that_may_be_known_is_offered_first(office: Office) -> None:
    phone = office.phone(MANTAS)
    await phone.say("/new")
    await office.tap(MANTAS, await office.told(MANTAS, "Su kuo naujas sandoris?"), "+ Nauja įmonė")
    await office.told(MANTAS, "įmonės pavadinimu")
    await phone.say("Statybos")
    twins = await office.told(MANTAS, "Gal tai viena iš šių?")
    assert rows_of(office.url, "SELECT count(*) FROM companies") == [(2,)]
    await office.tap(MANTAS, twins, "Ne, nauja: Statybos")
    await in_place(office, twins, "✅ Nauja įmonė")
    assert rows_of(office.url, "SELECT count(*) FROM companies") == [(3,)]


async def test_where_there_are_several_pipelines_a_new_deal_moves_to_another_by_one_tap(
    office: Office,
) -> None:
    export = (StagePlan("Kontaktas", StageMeaning.LEAD, 5, Category.OMITTED),)
    with office.house.database.writing() as session:
        sync(session, [PipelinePlan("Pardavimai", stages()), PipelinePlan("Eksportas", export)])
    phone = office.phone(MANTAS)
    await phone.say("/new")
    await office.told(MANTAS, "Su kuo naujas sandoris?")
    await phone.say("Tiltas")
    begun = await office.told(MANTAS, "✅ Naujas sandoris")
    await office.tap(MANTAS, begun, "⇄ Eksportas")
    await in_place(office, begun, "✅ Pardavimo procesas: Eksportas")
    sql = """
        SELECT p.name, s.name FROM deals d JOIN pipelines p ON p.id = d.pipeline_id
        JOIN stages s ON s.id = d.stage_id WHERE d.title = 'UAB Tiltas'
    """
    assert rows_of(office.url, sql) == [("Eksportas", "Kontaktas")]


@pytest.mark.parametrize(
    "words",
    [
        "Nauja įmonė UAB Debesų malūnas, direktorė Rasa Kalnienė +37061122233, nori terasos 5k",
        "New company Cloudmill Trading Ltd, director Jane Moss, wants decking 5k",
    ],
)
async def test_a_message_about_another_customer_is_not_what_a_new_deal_is_about(
    office: Office, words: str
) -> None:
    phone = office.phone(MANTAS)
    await phone.say("/new")
    await office.told(MANTAS, "Su kuo naujas sandoris?")
    await phone.say("Tiltas")
    await office.told(MANTAS, "✅ Naujas sandoris")
    await phone.say(words)
    await office.told(MANTAS, "5 000 €")
    sql = "SELECT d.title FROM deals d JOIN companies c ON c.id = d.company_id WHERE c.name = 'UAB Tiltas'"
    assert rows_of(office.url, sql) == [("UAB Tiltas",)]
    new = rows_of(office.url, "SELECT name FROM companies ORDER BY id DESC LIMIT 1")
    assert new[0][0] in ("UAB Debesų malūnas", "Cloudmill Trading Ltd")
