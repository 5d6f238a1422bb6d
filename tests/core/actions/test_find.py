"""Finding a customer: one opens at once, several are offered, and nobody sees what is not theirs."""

from datetime import timedelta
from decimal import Decimal

import pytest

from core.actions import customer_card, find
from core.actions.intent import Intent
from core.actions.work import Work
from core.errors import NoLongerApplies, NotFound, NotUnderstood
from core.model import Company, Person
from core.notices import AskInWords, DealCard, Notice
from core.notices.customers import Brief, CompanyCard, FoundList, PersonCard, SharedPerson
from core.storage.directory_cache import DirectoryCache
from core.storage.ledger import put
from core.terms import ContactKind, LostReason
from tests.builders import NOW, TEAM, House


def found(house: House, words: str, by: str = "Mantas", *, brief: bool = False) -> Notice:
    """What is shown for the words."""
    with house.database.writing() as session, DirectoryCache().using(session) as directory:
        work = Work(session, NOW, TEAM, directory)
        find.show(work, house.member(work, by), words, 501, brief=brief)
        return work.posted[0].notice


def call(house: House, company_id: int, text: str, by: str = "Mantas", days_ago: int = 0) -> None:
    now = NOW - timedelta(days=days_ago)
    on = now.date()
    intent = Intent(text=text, said_at=now, kind=ContactKind.CALL, company_id=company_id, occurred_on=on)
    house.log(intent, by=by, message_id=days_ago + 1, now=now)


@pytest.mark.parametrize("words", ["Statyba", "statybai", "UAB „Statyba“", "statyb", "Statibos"])
def test_the_only_company_opens_at_once(house: House, words: str) -> None:
    house.company("UAB Statyba")
    house.company("UAB Tiltas")
    notice = found(house, words)
    assert isinstance(notice, CompanyCard)
    assert notice.company.name == "UAB Statyba"


def test_the_only_person_opens_at_once_with_the_number(house: House) -> None:
    house.company("UAB Statyba", "Jonas Stankaitis")
    with house.work() as work:
        person = work.session.get(Person, house.ids["UAB Statyba+person"])
        assert person is not None
        put(work.session, person, {"phone": "+37061234567"})
    notice = found(house, "jonui stankaičiui")
    assert isinstance(notice, PersonCard)
    assert notice.phone == "+37061234567"
    assert notice.company is not None
    assert notice.company.name == "UAB Statyba"


def test_several_are_offered_and_whom_one_met_lately_comes_first(house: House) -> None:
    house.company("UAB Statyba")
    met = house.company("UAB Statybos ritmas")
    call(house, met, "Skambinau")
    notice = found(house, "statyb")
    assert isinstance(notice, FoundList)
    assert [company.name for company in notice.companies] == ["UAB Statybos ritmas", "UAB Statyba"]


def test_more_than_a_screen_is_counted(house: House) -> None:
    for number in range(20):
        house.company(f"Rytas {number}")
    notice = found(house, "Rytas")
    assert isinstance(notice, FoundList)
    assert (len(notice.companies), notice.more) == (find.SHOWN, 20 - find.SHOWN)


def test_nobody_is_said(house: House) -> None:
    notice = found(house, "Nėratokio")
    assert isinstance(notice, FoundList)
    assert (notice.companies, notice.people, notice.deals) == ([], [], [])


def test_words_without_letters_are_not_understood(house: House) -> None:
    with pytest.raises(NotUnderstood):
        found(house, "?! …")


def test_a_deal_is_found_by_its_title_by_who_may_see_it(house: House) -> None:
    house.deal(house.company("UAB Statyba"), "Fasado medžiagos")
    assert isinstance(found(house, "fasado"), DealCard)
    assert isinstance(found(house, "fasado", by="Aistė"), DealCard)
    others = found(house, "fasado", by="Tadas")
    assert isinstance(others, FoundList)
    assert not others.deals


def test_find_alone_asks_for_a_name(house: House) -> None:
    with house.work() as work:
        find.ask(work, house.member(work, "Mantas"), 501)
        assert isinstance(work.posted[0].notice, AskInWords)


def test_the_card_shows_deals_and_contacts_only_to_who_may_see_them(house: House) -> None:
    company = house.company("UAB Statyba", "Jonas Stankaitis")
    house.deal(company, "Fasadas", amount=Decimal(8000), currency="EUR")
    call(house, company, "Skambinau Jonui")
    seen = {by: found(house, "Statyba", by) for by in ("Mantas", "Rūta", "Aistė", "Tadas", "Kęstas")}
    for by, deals in (("Mantas", 1), ("Rūta", 0), ("Aistė", 1), ("Tadas", 0), ("Kęstas", 1)):
        card = seen[by]
        assert isinstance(card, CompanyCard)
        assert (len(card.deals), card.deal_count, len(card.contacts)) == (deals, deals, deals), by
        assert [person.name for person in card.people] == ["Jonas Stankaitis"]


def test_the_brief_tells_what_was_said_promised_won_and_lost(house: House) -> None:
    company = house.company("UAB Statyba", "Jonas Stankaitis")
    house.deal(company, "Fasadas", amount=Decimal(8000), currency="EUR")
    house.deal(
        company,
        "Stogas",
        stage="Prarasta",
        closed_on=NOW.date(),
        lost_reason=LostReason.PRICE,
        competitor="Medistora",
    )
    house.deal(company, "Langai", stage="Laimėta", closed_on=NOW.date(), amount=Decimal(500), currency="EUR")
    call(house, company, "Skambinau Jonui, nori pasiūlymo")
    brief = found(house, "Statyba", brief=True)
    assert isinstance(brief, Brief)
    assert [deal.title for deal in brief.deals] == ["Fasadas"]
    assert brief.said[0].words == "Skambinau Jonui, nori pasiūlymo"
    assert [(lost.title, lost.reason, lost.competitor) for lost in brief.lost] == [
        ("Stogas", LostReason.PRICE, "Medistora")
    ]
    assert (brief.won_count, brief.won[0].amount) == (1, Decimal(500))


def test_a_person_leads_to_the_brief_of_their_company(house: House) -> None:
    house.company("UAB Statyba", "Jonas Stankaitis")
    brief = found(house, "Stankaitis", brief=True)
    assert isinstance(brief, Brief)
    assert brief.company.name == "UAB Statyba"


def test_a_deal_leads_to_the_brief_of_its_company(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(company, "Klojiniai")
    house.deal(company, "Klojiniai, antra dalis")
    brief = found(house, "klojiniai", brief=True)
    assert isinstance(brief, Brief)
    assert brief.company.name == "UAB Statyba"


def test_deals_of_several_companies_are_offered_before_a_brief(house: House) -> None:
    for name in ("UAB Statyba", "UAB Tiltas"):
        house.deal(house.company(name), "Klojiniai")
    assert isinstance(found(house, "klojiniai", brief=True), FoundList)


def test_a_person_goes_to_the_phone_with_a_number_only(house: House) -> None:
    house.company("UAB Statyba", "Jonas Stankaitis")
    person_id = house.ids["UAB Statyba+person"]
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        with pytest.raises(NoLongerApplies):
            customer_card.send_person(work, mantas, person_id, 501)
        person = work.session.get(Person, person_id)
        assert person is not None
        put(work.session, person, {"phone": "+37061234567"})
        customer_card.send_person(work, mantas, person_id, 501)
        assert isinstance(work.posted[-1].notice, SharedPerson)


def test_a_deleted_company_is_not_shown(house: House) -> None:
    company_id = house.company("UAB Statyba")
    with house.work() as work:
        company = work.session.get(Company, company_id)
        assert company is not None
        put(work.session, company, {"deleted_at": NOW})
    with house.work() as work, pytest.raises(NotFound):
        customer_card.show_company(work, house.member(work, "Mantas"), company_id, 501)


def reached_at(house: House, record: type[Person | Company], record_id: int, phone: str) -> None:
    with house.work() as work:
        put(work.session, work.session.get_one(record, record_id), {"phone": phone})


@pytest.mark.parametrize(
    "words",
    [
        *("+37061234567", "8 612 34567", "8-612-34567", "0037061234567"),
        *("0 612 34567", "(0-612) 34567", "61234567", "612 34 567"),
    ],
)
def test_a_number_finds_whose_it_is_however_it_was_written(house: House, words: str) -> None:
    company = house.company("UAB Statyba", "Jonas Kairelis")
    house.company("UAB Tiltas", "Rasa Tiltienė")
    with house.work() as work:
        put(
            work.session,
            work.session.get_one(Person, house.ids["UAB Statyba+person"]),
            {"phone": "+370 (612) 34-567"},
        )
    assert isinstance(found(house, words), PersonCard)
    reached_at(house, Company, company, "8 612 34567")
    notice = found(house, words)
    assert isinstance(notice, FoundList)
    assert (len(notice.companies), len(notice.people)) == (1, 1)


def test_a_number_of_nobody_or_of_another_country_finds_nobody(house: House) -> None:
    house.company("UAB Statyba", "Jonas Kairelis")
    with house.work() as work:
        put(
            work.session,
            work.session.get_one(Person, house.ids["UAB Statyba+person"]),
            {"phone": "+37161234567"},
        )
    for words in ("8 612 34567", "61234567", "8 600 00000"):
        notice = found(house, words)
        assert isinstance(notice, FoundList)
        assert not notice.people
