"""What corrections teach: what a company is called, and what a member's own word for a day stands for."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from core.actions.work import Work
from core.errors import NotAllowed, NotFound
from core.model import Company, Member, NameAlias, OwnWord, Person
from core.notices import Taught, TaughtLine
from core.reading.names.legal import name_words
from core.reading.names_of_days import day_in_words
from core.reading.tokens import Kind, folded, tokenize
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.names import names
from core.terms import Role

PAGE = 6
"""Lines on one screen of a phone."""


def teach_company(
    work: Work, by: Member, called: str, company_id: int, instead_of: int | None = None
) -> str | None:
    """From now on `called` is this company and no other; None where there was nothing to learn.

    `instead_of`: the company that was understood. Where that is its own name, and no part of the other's, the
    words were a slip that teaches nothing.
    """
    company = records.company(work.session, company_id)
    words = name_words(called)
    if company is None or not words:
        return None
    understood = records.company(work.session, instead_of)
    is_theirs = understood is not None and _folded(words) == _folded(name_words(understood.name))
    if is_theirs and not set(_folded(words)) <= set(_folded(name_words(company.name))):
        return None
    known = work.session.scalars(
        select(NameAlias).where(NameAlias.alias == called, NameAlias.deleted_at.is_(None))
    ).all()
    own_name = _folded(words) == _folded(name_words(company.name))
    others = [alias for alias in known if alias.company_id != company_id]
    missing = not own_name and len(others) == len(known)
    if not missing and not others:
        return None
    ledger = Ledger.begin(work.session, "teach", work.now, by_id=by.id)
    for alias in others:
        ledger.change(alias, {"deleted_at": work.now})
    if missing:
        values = {"company_id": company_id, "created_by_id": by.id, "created_at": work.now}
        ledger.create(NameAlias, {"alias": called[:300], **values})
    ledger.close()
    return called


def teach_day(work: Work, by: Member, unread: Sequence[str], said_on: date, day: date) -> str | None:
    """From now on the one unread word of the message stands for such a day in the member's messages.

    What was learnt; None where there is no such word, several, or the day has no plain name.
    """
    meaning = day_in_words(day, said_on, by.language or work.team.language)
    if len(unread) != 1 or meaning is None:
        return None
    word = folded(unread[0])[:60]
    ledger = Ledger.begin(work.session, "teach", work.now, by_id=by.id)
    for known in _own_words(work, by, word):
        ledger.change(known, {"deleted_at": work.now})
    values = {"member_id": by.id, "word": word, "meaning": meaning, "created_at": work.now}
    ledger.create(OwnWord, values)
    ledger.close()
    return unread[0]


def in_usual_words(work: Work, by: Member, text: str) -> str:
    """The text with the member's own words replaced by what they stand for."""
    meanings = work.directory.own_words.get(by.id)
    if not meanings:
        return text
    pieces, end = [], 0
    for token in tokenize(text):
        if token.kind is Kind.WORD and token.bare in meanings:
            pieces += [text[end : token.start], meanings[token.bare]]
            end = token.end
    return "".join([*pieces, text[end:]])


def show_taught(work: Work, by: Member, page: int, chat_id: int, *, edits: int | None = None) -> None:
    """Posts what the team has taught, to the owner. Raises NotAllowed for everybody else."""
    if by.role is not Role.OWNER:
        raise NotAllowed()
    lines = _names_taught(work) + _words_taught(work)
    pages = max(1, -(-len(lines) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = lines[page * PAGE : (page + 1) * PAGE]
    work.post(chat_id, Taught(page=page, pages=pages, count=len(lines), lines=shown), to=by, edits=edits)


def forget(work: Work, by: Member, what: str, record_id: int, page: int, chat_id: int, card_id: int) -> None:
    """Takes back what was taught, and shows the rest. Raises NotAllowed and NotFound."""
    if by.role is not Role.OWNER:
        raise NotAllowed()
    found: NameAlias | OwnWord | None = None
    if what == "name":
        found = work.session.get(NameAlias, record_id)
    elif what == "word":
        found = work.session.get(OwnWord, record_id)
    if found is None or found.deleted_at is not None:
        raise NotFound()
    ledger = Ledger.begin(work.session, "forget", work.now, by_id=by.id)
    ledger.change(found, {"deleted_at": work.now})
    ledger.close()
    show_taught(work, by, page, chat_id, edits=card_id)


def _names_taught(work: Work) -> list[TaughtLine]:
    found = work.session.scalars(
        select(NameAlias).where(NameAlias.deleted_at.is_(None)).order_by(NameAlias.id.desc())
    ).all()
    companies = names(work.session, Company, (alias.company_id for alias in found))
    people = names(work.session, Person, (alias.person_id for alias in found))
    return [
        TaughtLine(
            what="name",
            id=alias.id,
            said=alias.alias,
            meant=companies.get(alias.company_id) or people.get(alias.person_id) or "",
        )
        for alias in found
    ]


def _words_taught(work: Work) -> list[TaughtLine]:
    found = work.session.scalars(
        select(OwnWord).where(OwnWord.deleted_at.is_(None)).order_by(OwnWord.id.desc())
    ).all()
    members = names(work.session, Member, (each.member_id for each in found))
    return [
        TaughtLine(
            what="word", id=each.id, said=each.word, meant=each.meaning, by=members.get(each.member_id)
        )
        for each in found
    ]


def _own_words(work: Work, by: Member, word: str) -> Sequence[OwnWord]:
    return work.session.scalars(
        select(OwnWord).where(OwnWord.member_id == by.id, OwnWord.word == word, OwnWord.deleted_at.is_(None))
    ).all()


def _folded(words: Sequence[str]) -> list[str]:
    return [folded(word) for word in words]
