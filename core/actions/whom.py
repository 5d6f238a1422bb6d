"""Whose it is: the customers that are likeliest meant, and those named in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import case, select

from core.actions.asking import ask_in_words
from core.actions.customer import DirectoryNames
from core.actions.intent import Intent, from_report
from core.actions.log import of_bare_name, understand
from core.actions.planning import About, read_subject, subject
from core.actions.values import with_words
from core.actions.work import Source, Work
from core.errors import NotUnderstood
from core.model import Company, Contact, Member, NextStep, Person
from core.notices import AskInWords, Option, WhomPicks
from core.notices.capture import Whom
from core.reading.intent import Aside, Field
from core.storage.names import names
from core.storage.records import STILL_OPEN

ABOUT = "whom"
"""What a request in words is about: whose something is."""

EMPLOYER = "employer"
"""The purpose that asks where a person works."""

LONGEST_NAME = 300

PAGE = 6
MOST = 36
"""Customers that are offered at all; others are named in words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant; at least the company or the person is known."""

    company_id: int | None
    person_id: int | None
    deal_id: int | None = None


def show(
    work: Work,
    by: Member,
    purpose: str,
    chat_id: int,
    *,
    page: int = 0,
    edits: int | None = None,
    first: Sequence[Whom] = (),
) -> None:
    """Asks whose it is: `first`, then today's agenda, what is planned, and whom the member spoke to last.

    The next message may name somebody else.
    """
    known = {each.subject for each in first}
    likely = likeliest_companies(work, by) if purpose.startswith(EMPLOYER) else likeliest(work, by)
    found = [*first, *(each for each in likely if each.subject not in known)]
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(page, 0), pages - 1)
    notice = WhomPicks(
        purpose=purpose,
        ask=AskInWords(about=ABOUT, record_id=0, field=purpose),
        whom=found[page * PAGE : (page + 1) * PAGE],
        page=page,
        pages=pages,
    )
    ask_in_words(work, by, chat_id, notice, edits=edits)


def which(work: Work, said: Intent) -> list[Whom]:
    """The customers among whom the words leave the choice; none where they are clear."""
    letters = {Field.COMPANY.value: "c", Field.PERSON.value: "p"}
    return [
        _of_option(option, letters[question.field])
        for question in said.questions[:1]
        if question.field in letters
        for option in question.options
    ]


def _of_option(option: Option, letter: str) -> Whom:
    names = (option.name, option.detail) if letter == "p" else (None, option.name)
    return Whom(subject=f"{letter}{option.value}", person=names[0], company=names[1])


def likeliest(work: Work, by: Member) -> list[Whom]:
    """Customers of the member's, today's agenda first, then other plans, then the newest contacts."""
    return named(work, [*_planned(work, by), *_recent(work, by)])[:MOST]


def likeliest_companies(work: Work, by: Member) -> list[Whom]:
    """The same where only a company can be the answer."""
    found = [*_planned(work, by), *_recent(work, by)]
    return named(work, [Candidate(each.company_id, None) for each in found if each.company_id])[:MOST]


def others(work: Work, by: Member, besides: Candidate) -> list[Whom]:
    """The likeliest customers but that one, and but the people of its company."""
    found = [*_planned(work, by), *_recent(work, by)]
    return named(work, [each for each in found if not _is_same(each, besides)])[:MOST]


def company_options(work: Work, by: Member, besides: int | None, most: int) -> list[Option]:
    """The companies that are likeliest meant but that one, as choices of a question."""
    found = [*_planned(work, by), *_recent(work, by)]
    ids = dict.fromkeys(each.company_id for each in found if each.company_id not in (None, besides))
    called = names(work.session, Company, ids)
    return [Option(value=str(key), name=called[key]) for key in ids if key in called][:most]


def _is_same(one: Candidate, other: Candidate) -> bool:
    same_company = one.company_id is not None and one.company_id == other.company_id
    return same_company or (one.person_id is not None and one.person_id == other.person_id)


def named(work: Work, candidates: Iterable[Candidate]) -> list[Whom]:
    """The candidates by name, each person (or company, where nobody is named) once."""
    once: dict[tuple[str, int], Candidate] = {}
    for each in candidates:
        key = ("p", each.person_id) if each.person_id else ("c", each.company_id or 0)
        once.setdefault(key, each)
    people = names(work.session, Person, (each.person_id for each in once.values()))
    companies = names(work.session, Company, (each.company_id for each in once.values()))
    return [
        Whom(
            subject=packed_from(each),
            person=people.get(each.person_id) if each.person_id else None,
            company=companies.get(each.company_id) if each.company_id else None,
        )
        for each in once.values()
    ]


def packed_from(candidate: Candidate) -> str:
    """The subject of a customer, with the person beside the deal where both are known."""
    deal_id, person_id = candidate.deal_id or 0, candidate.person_id or 0
    first = subject(deal_id, candidate.company_id or 0, person_id)
    return f"{first}-p{person_id}" if deal_id and person_id else first


def read(work: Work, by: Member, packed: str) -> About:
    """The records of a subject. Raises NotFound and NoLongerApplies."""
    first, _, second = packed.partition("-")
    about = read_subject(work, by, first)
    return replace(about, person_id=read_subject(work, by, second).person_id) if second else about


def of_subject(work: Work, by: Member, packed: str) -> tuple[About, Whom]:
    """The records behind a choice, and their names. Raises NotFound and NoLongerApplies."""
    about = read(work, by, packed)
    found = named(work, [Candidate(about.company_id, about.person_id)])
    name = found[0] if about.company_id or about.person_id else Whom(subject=packed)
    return about, Whom(subject=packed, person=name.person, company=name.company)


def intent_of(work: Work, by: Member, packed: str) -> Intent:
    """The choice as an intent that says no more than whose it is."""
    about = read(work, by, packed)
    return Intent(
        text="",
        said_at=work.now,
        company_id=about.company_id,
        person_id=about.person_id,
        deal_id=about.deal.id if about.deal else None,
    )


def in_words(work: Work, by: Member, text: str, source: Source) -> Intent:
    """Whom the words name: known, or new by these words; several that they may name are its question.

    Raises NotUnderstood where it is nobody.
    """
    reading = understand(work, by, text, source)
    if reading.aside in (Aside.GREETING, Aside.QUESTION) or len(text) > LONGEST_NAME:
        raise NotUnderstood()
    reports = reading.reports or of_bare_name(work, by, text, source)
    said = from_report(reports[0], text, source, DirectoryNames(work)) if reports else None
    if said is not None and said.questions:
        return said
    empty = Intent(text="", said_at=source.said_at)
    return with_words(empty, said, Field.COMPANY.value, text)


def _planned(work: Work, by: Member) -> list[Candidate]:
    today = work.today(by)
    turn = case((NextStep.remind_on == today, 0), (NextStep.remind_on < today, 1), else_=2)
    rows = work.session.execute(
        select(NextStep.company_id, NextStep.person_id, NextStep.deal_id)
        .where(NextStep.owner_id == by.id, *STILL_OPEN, NextStep.remind_on.is_not(None))
        .order_by(turn, NextStep.remind_on, NextStep.due_time, NextStep.id)
        .limit(MOST)
    )
    return _candidates(rows)


def _recent(work: Work, by: Member) -> list[Candidate]:
    rows = work.session.execute(
        select(Contact.company_id, Contact.person_id, Contact.deal_id)
        .where(Contact.by_id == by.id, Contact.deleted_at.is_(None))
        .order_by(Contact.occurred_on.desc(), Contact.id.desc())
        .limit(2 * MOST)
    )
    return _candidates(rows)


def _candidates(rows: Iterable[Sequence[int | None]]) -> list[Candidate]:
    found = [Candidate(company, person, deal) for company, person, deal in rows]
    return [each for each in found if each.company_id or each.person_id]
