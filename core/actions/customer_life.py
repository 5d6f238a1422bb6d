"""What a customer's card asks for in words: where a person works now, and what the company has ordered."""

import msgspec

from core.actions.answer import tell
from core.actions.asking import ask_in_words
from core.actions.intent import Intent
from core.actions.log import understand
from core.actions.log import write as write_log
from core.actions.said import amount_said
from core.actions.work import Source, Work, as_id
from core.errors import NotFound, NotUnderstood
from core.model import Member
from core.notices import AskInWords, Sum
from core.reading.circumstances import Employment
from core.storage import records
from core.terms import ContactKind, StageMeaning

EMPLOYER, ORDER = "employer", "order"
"""What the requests for words are about; their field is called the same."""


def ask_employer(work: Work, by: Member, person_id: int, chat_id: int) -> None:
    """Asks where a person works now. Raises NotFound."""
    if records.person(work.session, person_id) is None:
        raise NotFound()
    ask_in_words(work, by, chat_id, AskInWords(about=EMPLOYER, record_id=person_id, field=EMPLOYER))


def ask_order(work: Work, by: Member, company_id: int, chat_id: int) -> None:
    """Asks what a company has ordered for. Raises NotFound."""
    if records.company(work.session, company_id) is None:
        raise NotFound()
    ask_in_words(work, by, chat_id, AskInWords(about=ORDER, record_id=company_id, field=ORDER))


def answer_employer(work: Work, by: Member, person_id: int, text: str, source: Source) -> None:
    """The person works at the company that the words name, known or new; told as a message's is.

    Raises NotFound, and NotUnderstood where they say nothing.
    """
    name = " ".join(text.split())
    if records.person(work.session, person_id) is None:
        raise NotFound()
    if not name:
        raise NotUnderstood()
    reports = understand(work, by, text, source).reports
    company = reports[0].company if reports else None
    said = reports[0].new_company if reports else None
    intent = msgspec.structs.replace(
        _noted(work, by, text, source),
        person_id=person_id,
        company_id=None if company is None else as_id(company),
        new_company=None if company is not None else (said or name)[:300],
        employment=Employment.MOVED,
    )
    tell(work, by, [write_log(work, by, intent, source, 0)], source.chat_id)


def answer_order(work: Work, by: Member, company_id: int, text: str, source: Source) -> None:
    """The company has ordered for the sum that the words name. Raises NotFound and NotUnderstood."""
    if records.company(work.session, company_id) is None:
        raise NotFound()
    intent = msgspec.structs.replace(
        _noted(work, by, text, source),
        company_id=company_id,
        amount=sum_said(work, text),
        stage=StageMeaning.WON,
        ordered=True,
        as_order=True,
    )
    tell(work, by, [write_log(work, by, intent, source, 0)], source.chat_id)


def sum_said(work: Work, text: str) -> Sum:
    """The sum of the words, in the team's currency unless they name one. Raises NotUnderstood."""
    said = amount_said(text)
    if said is None or said.amount <= 0:
        raise NotUnderstood()
    return Sum(said.amount, said.currency or work.team.currency)


def _noted(work: Work, by: Member, text: str, source: Source) -> Intent:
    on = source.said_at.astimezone(work.zone_of(by)).date()
    return Intent(text=text, said_at=source.said_at, kind=ContactKind.NOTE, occurred_on=on)
