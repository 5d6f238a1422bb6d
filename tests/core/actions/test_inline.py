"""Who is offered in any chat: by name or met lately, page by page, and nothing but the directory's facts."""

from datetime import timedelta

from core.actions import inline
from core.actions.intent import Intent
from core.actions.work import Work
from core.model import Company, Person
from core.notices.inline import Entry, InlinePage, Reachable
from core.storage.directory_cache import DirectoryCache
from core.storage.ledger import put
from core.terms import ContactKind
from tests.builders import NOW, TEAM, House


def page(house: House, words: str, offset: str = "", by: str = "Mantas") -> InlinePage:
    with house.database.writing() as session, DirectoryCache().using(session) as directory:
        work = Work(session, NOW, TEAM, directory)
        return inline.page(work, house.member(work, by), words, offset)


def offered(house: House, words: str, by: str = "Mantas") -> list[str]:
    return [entry.name for entry in page(house, words, by=by).entries]


def call(house: House, company_id: int, days_ago: int, person_id: int | None = None) -> None:
    now = NOW - timedelta(days=days_ago)
    intent = Intent(
        text="Skambinau",
        said_at=now,
        kind=ContactKind.CALL,
        company_id=company_id,
        person_id=person_id,
        occurred_on=now.date(),
    )
    house.log(intent, message_id=days_ago + 1, now=now)


def change(house: House, record: type[Company | Person], record_id: int, **values: object) -> None:
    with house.work() as work:
        found = work.session.get(record, record_id)
        assert found is not None
        put(work.session, found, values)


def test_a_company_and_its_people_are_told_with_what_the_directory_knows(house: House) -> None:
    company = house.company("UAB Statyba", "Jonas Stankaitis")
    change(house, Company, company, phone="+37052123456", email="info@statyba.lt", website="statyba.lt")
    change(house, Person, house.ids["UAB Statyba+person"], phone="+37061234567", role="direktorius")
    assert page(house, "sta").entries == [
        Entry(
            kind="company",
            id=company,
            name="UAB Statyba",
            phone="+37052123456",
            email="info@statyba.lt",
            website="statyba.lt",
            people=[Reachable(name="Jonas Stankaitis", role="direktorius", phone="+37061234567")],
        ),
        Entry(
            kind="person",
            id=house.ids["UAB Statyba+person"],
            name="Jonas Stankaitis",
            company="UAB Statyba",
            role="direktorius",
            phone="+37061234567",
        ),
    ]


def test_whom_the_member_met_lately_comes_first_whether_person_or_company(house: House) -> None:
    house.company("UAB Rytas")
    other = house.company("UAB Vakaras", "Rytas Rytenis")
    assert offered(house, "rytas")[0] == "UAB Rytas"
    call(house, other, 1, house.ids["UAB Vakaras+person"])
    assert offered(house, "rytas") == ["Rytas Rytenis", "UAB Rytas"]
    assert offered(house, "rytas", by="Tadas")[0] == "UAB Rytas"


def test_without_words_those_met_lately_are_offered_the_latest_first(house: House) -> None:
    first, second = house.company("UAB Pirma", "Ona Onaitė"), house.company("UAB Antra")
    house.company("UAB Nematyta")
    call(house, second, 1)
    call(house, first, 2, house.ids["UAB Pirma+person"])
    call(house, second, 3)
    assert offered(house, " ") == ["UAB Antra", "UAB Pirma", "Ona Onaitė"]
    assert offered(house, "", by="Tadas") == []


def test_words_without_a_letter_or_digit_name_nobody(house: House) -> None:
    call(house, house.company("UAB Pirma"), 1)
    assert page(house, "?! 🙂") == InlinePage()


def test_pages_of_twenty_hold_everybody_once(house: House) -> None:
    for number in range(45):
        house.company(f"Rytas {number}")
    names, sizes, offset = set[str](), list[int](), ""
    while True:
        shown = page(house, "rytas", offset)
        sizes.append(len(shown.entries))
        names |= {entry.name for entry in shown.entries}
        offset = shown.next_offset
        if not offset:
            break
    assert (sizes, len(names)) == ([20, 20, 5], 45)


def test_an_offset_that_leads_nowhere_ends_the_list(house: House) -> None:
    house.company("UAB Rytas")
    assert page(house, "rytas", "400") == InlinePage()
    assert len(page(house, "rytas", "x").entries) == 1


def test_a_page_of_removed_customers_does_not_end_the_list(house: House) -> None:
    kept = house.company("UAB Senoji")
    call(house, kept, 60)
    for number in range(inline.PAGE):
        removed = house.company(f"Buvusi {number}")
        call(house, removed, number)
        change(house, Company, removed, deleted_at=NOW)
    assert offered(house, "") == ["UAB Senoji"]
