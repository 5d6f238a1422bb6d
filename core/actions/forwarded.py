"""Customers' own words, forwarded by the salesperson: a note on whose they are."""

import msgspec

from core.actions import log, whom
from core.actions.correct import rewrite
from core.actions.intent import Intent, decode
from core.actions.work import Source, Work
from core.errors import NoLongerApplies
from core.model import Member, Operation
from core.storage import records
from core.terms import ContactKind

VERB = "note"


def keep(work: Work, by: Member, words: str, source: Source) -> None:
    """Keeps the words as a note of nobody's, and asks whose they are."""
    today = source.said_at.astimezone(work.zone_of(by)).date()
    intent = Intent(
        text=words, said_at=source.said_at, kind=ContactKind.NOTE, occurred_on=today, without_deal=True
    )
    written = log.write(work, by, intent, source, 0)
    whom.show(work, by, f"{VERB}.{written.operation_id}", source.chat_id)


def belongs(work: Work, by: Member, about: str, who: Intent, chat_id: int, card_id: int | None) -> None:
    """The words are that customer's; their note's card says so. Raises NotFound and NoLongerApplies."""
    operation = records.get(work.session, by, Operation, int(about) if about.isdecimal() else 0)
    if operation.undone_at is not None or operation.by_id != by.id:
        raise NoLongerApplies()
    changed = msgspec.structs.replace(
        decode(operation.intent or "{}"),
        company_id=who.company_id,
        new_company=who.new_company,
        person_id=who.person_id,
        new_person=who.new_person,
        deal_id=who.deal_id,
    )
    rewrite(work, by, [operation], [changed], card_id)
