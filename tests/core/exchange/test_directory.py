"""Companies and people come in once, whatever the file and however often."""

from sqlalchemy import select

from core.model import Change, Company, Operation, Person
from core.storage.revisions import number
from tests.core.exchange.conftest import Desk

COMPANIES = (
    "external_id,name,segment,region\n"
    'a1,"UAB ""Ąžuolo lentos""",B2B,Kaunas\n'
    "a2,SIA Mežrags,B2B,Ogre\n"
    "a3,Fernby Ltd,B2C,Leeds\n"
)

PEOPLE = """external_id,name,company,role,phone
h1,Rasa Ąžuolaitė,a1,direktorė,+370 600 00001
h2,Jonas Beržys,Ąžuolo lentos,,
h3,Ann Fern,UAB Nauja,,
"""


def test_companies_are_taken_and_taking_them_again_changes_nothing(desk: Desk) -> None:
    first = desk.take("companies", COMPANIES)
    assert (first.taken, first.updated, first.skipped) == (3, 0, 0)
    names = [company.name for company in desk.all(Company)]
    assert names == ['UAB "Ąžuolo lentos"', "SIA Mežrags", "Fernby Ltd"]
    before = len(desk.all(Change)), len(desk.all(Operation))
    again = desk.take("companies", COMPANIES)
    assert (again.taken, again.updated, again.unchanged) == (0, 0, 3)
    assert (len(desk.all(Change)), len(desk.all(Operation))) == before


def test_a_known_external_id_is_updated_and_the_log_has_old_and_new(desk: Desk) -> None:
    desk.take("companies", COMPANIES)
    outcome = desk.take("companies", "external_id,name,region\na2,SIA Mežrags,Rīga\na3,Fernby Ltd,\n")
    assert (outcome.updated, outcome.unchanged) == (1, 1)
    company = next(company for company in desk.all(Company) if company.external_id == "a2")
    assert (company.region, company.segment) == ("Rīga", "B2B")
    change = desk.all(Change)[-1]
    assert (change.field, change.old, change.new) == ("region", '"Ogre"', '"Rīga"')


def test_an_import_is_noticed_by_who_keeps_names_in_memory(desk: Desk) -> None:
    def revision() -> int:
        with desk.database.reading() as session:
            return number(session, "directory")

    before = revision()
    desk.take("companies", COMPANIES)
    taken = revision()
    desk.take("companies", COMPANIES)
    assert (taken, revision()) == (before + 1, before + 1)


def test_a_company_without_external_id_is_known_by_its_name(desk: Desk) -> None:
    desk.take("companies", "name\nUAB Statyba\n")
    outcome = desk.take("companies", "name,region\n„Statyba“ uab,Kaunas\nSTATYBA UAB,Vilnius\n")
    assert (outcome.taken, outcome.updated, outcome.skipped) == (0, 1, 1)
    assert "line 2" in outcome.problems[0].reason


def test_a_company_that_a_deal_created_gets_its_external_id_later(desk: Desk) -> None:
    desk.take("people", "name,company\nOna Onaitė,Fernby Ltd\n")
    outcome = desk.take("companies", COMPANIES)
    assert (outcome.taken, outcome.updated) == (2, 1)
    assert len(desk.all(Company)) == 3


def test_companies_that_differ_in_legal_form_are_kept_apart_and_said_so(desk: Desk) -> None:
    outcome = desk.take("companies", "external_id,name\n1,UAB Statyba\n2,AB Statyba\n")
    assert outcome.taken == 2
    outcome = desk.take("people", "name,company\nOna Onaitė,MB Statyba\n")
    assert outcome.created["companies"] == 1
    assert any("legal form" in warning and "MB Statyba" in warning for warning in outcome.warnings)


def test_people_find_their_company_by_id_or_name_and_an_unknown_one_is_created(desk: Desk) -> None:
    desk.take("companies", COMPANIES)
    outcome = desk.take("people", PEOPLE)
    assert (outcome.taken, outcome.created["companies"]) == (3, 1)
    assert any('"Ąžuolo lentos" was taken as' in warning for warning in outcome.warnings)
    companies = {company.id: company.name for company in desk.all(Company)}
    assert [companies[person.company_id] for person in desk.all(Person)] == [
        'UAB "Ąžuolo lentos"',
        'UAB "Ąžuolo lentos"',
        "UAB Nauja",
    ]
    again = desk.take("people", PEOPLE)
    assert (again.taken, again.updated, again.unchanged) == (0, 0, 3)


def test_a_person_without_external_id_is_known_by_name_and_company(desk: Desk) -> None:
    desk.take("people", "name,company\nOna Onaitė,UAB A\nOna Onaitė,UAB B\n")
    outcome = desk.take("people", "name,company,phone\nOnaitė Ona,UAB B,123\n")
    assert (outcome.taken, outcome.updated) == (0, 1)
    assert [person.phone for person in desk.all(Person)] == [None, "123"]


def test_the_same_external_id_twice_is_reported_with_both_lines(desk: Desk) -> None:
    outcome = desk.take("companies", "external_id,name\n1,A\n1,B\n")
    assert (outcome.taken, outcome.skipped) == (1, 1)
    assert outcome.problems[0].line == 3
    assert "line 2" in outcome.problems[0].reason


def test_the_log_says_that_each_record_came_into_being(desk: Desk) -> None:
    desk.take("companies", COMPANIES)
    with desk.database.reading() as session:
        rows = session.execute(select(Change.record, Change.field, Change.old)).all()
    assert [tuple(row) for row in rows] == [("companies", "*", None)] * 3


def test_a_name_in_two_columns_is_one_name(desk: Desk) -> None:
    desk.take("people", "First Name,Last Name,Email - Work,Email - Home\nRasa,Rasaitė,,r@home.lt\n")
    (person,) = desk.all(Person)
    assert (person.name, person.email) == ("Rasa Rasaitė", "r@home.lt")
