"""Finding a customer or deal by name: one opens at once, several are offered."""

from collections.abc import Sequence

from sqlalchemy import select

from core.actions import deal_card
from core.actions.asking import ask_in_words
from core.actions.customer_card import show_brief, show_company, show_person
from core.actions.deal_list import deal_lines
from core.actions.said import phone_said
from core.actions.work import Work, as_id
from core.errors import NotUnderstood
from core.model import Company, Deal, Member, Person
from core.notices import AskInWords
from core.notices.customers import CompanyLine, FoundList, PersonLine
from core.notices.inline import Kind
from core.reading.finding import find
from core.reading.names.legal import words_of
from core.reading.tokens import folded
from core.storage import customers, phones
from core.storage.names import names
from core.storage.scope import asking, seen_with, sight_of

ABOUT = "find"
BRIEF = "brief"
SHOWN = 8
"""Hits on one screen, companies, people and deals together."""

LATELY = 300
"""The newest contacts that tell whom the member has to do with."""

CustomerKey = tuple[Kind, int]
"""A company's or a person's id, and which of them it is."""

TITLES = 3_000
"""Open deals whose titles are looked through, those that moved last."""


def ask(work: Work, by: Member, chat_id: int, *, brief: bool = False) -> None:
    """Asks for a name; `brief`: of whom to tell what is known before a visit."""
    field = BRIEF if brief else ABOUT
    ask_in_words(work, by, chat_id, AskInWords(about=ABOUT, record_id=by.id, field=field))


def show(work: Work, by: Member, words: str, chat_id: int, *, brief: bool = False) -> None:
    """Opens the only one that the words name, or posts those that they may name, also where nobody is.

    `brief`: a company's brief in place of its card, also where only its people or deals are named. Raises
    NotUnderstood for words without a letter or digit.
    """
    if not words_of(words):
        raise NotUnderstood()
    companies, people, deals = hits(work, by, words)
    if not companies and not people and not deals:
        companies, people = _with_number(work, words)
    if brief and (company := _only_company(work, companies, people, deals)) is not None:
        show_brief(work, by, company, chat_id)
        return
    if (len(companies), len(people), len(deals)) == (1, 0, 0):
        show_company(work, by, companies[0], chat_id)
    elif (len(companies), len(people), len(deals)) == (0, 1, 0):
        show_person(work, by, people[0], chat_id)
    elif (len(companies), len(people), len(deals)) == (0, 0, 1):
        deal_card.show(work, by, deals[0].id, "", chat_id)
    else:
        work.post(chat_id, _list(work, by, words, companies, people, deals), to=by)


def hits(work: Work, by: Member, words: str) -> tuple[list[int], list[int], list[Deal]]:
    """Ids of companies and people, and deals the member sees: whom they have to do with lately come first."""
    named = ranked(work, by, words)
    companies = [key for kind, key in named if kind == "company"]
    people = [key for kind, key in named if kind == "person"]
    return companies, people, _deals(work, by, words)


def _with_number(work: Work, words: str) -> tuple[list[int], list[int]]:
    """Ids of companies and people with the telephone number that the words are."""
    phone, rest = phone_said(words)
    if phone is None or rest:
        return [], []
    people = [person.id for person in phones.having(work.session, Person, phone)]
    companies = [company.id for company in phones.having(work.session, Company, phone)]
    return companies, people


def ranked(work: Work, by: Member, words: str) -> list[CustomerKey]:
    """Companies and people that the words name: whom the member had to do with lately come first."""
    found = find(words, work.directory)
    keys: list[CustomerKey] = [("company", as_id(key)) for key in found.companies]
    keys += [("person", as_id(key)) for key in found.people]
    recent = lately(work, by)
    return sorted(keys, key=lambda key: (recent.get(key, LATELY), -found.fit[key]))


def lately(work: Work, by: Member) -> dict[CustomerKey, int]:
    """Whom the member's newest contacts were with, the newest first, and how many contacts ago that was."""
    recent: dict[CustomerKey, int] = {}
    for ago, (company, person) in enumerate(customers.met_lately(work.session, by, LATELY)):
        if company is not None:
            recent.setdefault(("company", company), ago)
        if person is not None:
            recent.setdefault(("person", person), ago)
    return recent


def _only_company(
    work: Work, companies: Sequence[int], people: Sequence[int], deals: Sequence[Deal]
) -> int | None:
    """The company of all that was named; that of a deal counts where no customer is called so."""
    theirs = {work.directory.company_of(person) for person in people[:LATELY]}
    of_all = {*companies, *(as_id(company) for company in theirs if company is not None)}
    if not companies and not people:
        of_all = {deal.company_id for deal in deals if deal.company_id is not None}
    return of_all.pop() if len(of_all) == 1 else None


def _deals(work: Work, by: Member, words: str) -> list[Deal]:
    """Open deals whose titles have a word that begins like each of the words."""
    looked_for = [folded(word) for word in words_of(words)]
    query = (
        select(Deal)
        .where(Deal.closed_on.is_(None), Deal.deleted_at.is_(None), seen_with(sight_of(by), Deal))
        .order_by(Deal.stage_entered_at.desc())
        .limit(TITLES)
    )
    return [deal for deal in work.session.scalars(query, asking(by)) if is_named(deal.title, looked_for)]


def is_named(title: str, looked_for: Sequence[str]) -> bool:
    """Endings apart, which change with the case: the first letters have to agree, all but two."""
    parts = [folded(word) for word in words_of(title)]
    return all(any(part.startswith(word[: max(3, len(word) - 2)]) for part in parts) for word in looked_for)


def _list(
    work: Work, by: Member, words: str, companies: list[int], people: list[int], deals: list[Deal]
) -> FoundList:
    shown_companies = companies[: SHOWN if not people and not deals else SHOWN // 2]
    shown_people = people[: SHOWN - len(shown_companies)]
    shown_deals = deals[: max(0, SHOWN - len(shown_companies) - len(shown_people))]
    shown = len(shown_companies) + len(shown_people) + len(shown_deals)
    return FoundList(
        words=words[:100],
        companies=company_lines(work, shown_companies),
        people=person_lines(work, shown_people),
        deals=deal_lines(work, by, shown_deals),
        more=len(companies) + len(people) + len(deals) - shown,
    )


def company_lines(work: Work, ids: Sequence[int]) -> list[CompanyLine]:
    """Companies of the directory as lines, in the order of the ids."""
    query = select(Company).where(Company.id.in_(ids), Company.deleted_at.is_(None))
    found = {company.id: company for company in work.session.scalars(query)}
    return [
        CompanyLine(id=key, name=found[key].name, region=found[key].region) for key in ids if key in found
    ]


def person_lines(work: Work, ids: Sequence[int]) -> list[PersonLine]:
    """People of the directory as lines, in the order of the ids."""
    query = select(Person).where(Person.id.in_(ids), Person.deleted_at.is_(None))
    found = {person.id: person for person in work.session.scalars(query)}
    of_people = names(work.session, Company, (person.company_id for person in found.values()))
    return [
        PersonLine(
            id=key,
            name=found[key].name,
            company=of_people.get(found[key].company_id),
            phone=found[key].phone,
        )
        for key in ids
        if key in found
    ]
