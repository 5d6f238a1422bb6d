"""When will the contract be, of a customer or a deal that is named: the only one meant opens at once."""

from dataclasses import replace

from sqlalchemy import ColumnElement, select

from core.actions import find
from core.actions.answers import showing
from core.actions.answers.when import COMPANY, DEAL
from core.actions.work import Work
from core.errors import NotUnderstood
from core.model import Deal, Member
from core.notices.report_view import Asked, first_view
from core.reading.names.legal import words_of
from core.storage.scope import asking, seen_with, sight_of


def show(work: Work, by: Member, words: str, chat_id: int) -> None:
    """Posts the answer about the deal or the customer that the words name, else those that they may name.

    Raises NotUnderstood for words without a letter or digit.
    """
    if not words_of(words):
        raise NotUnderstood()
    part = _part(work, by, words)
    if part is None:
        find.show(work, by, words, chat_id)
        return
    view = replace(first_view(Asked.WHEN, work.today(by)), part=part)
    showing.show(work, by, view, chat_id)


def _part(work: Work, by: Member, words: str) -> str | None:
    """The only deal that is meant, or the only customer with open deals; None: it can't be told."""
    companies, people, titled = find.hits(work, by, words)
    of_companies = _open_deals(work, by, Deal.company_id.in_(companies[: find.SHOWN]))
    meant = of_companies or _open_deals(work, by, Deal.person_id.in_(people[: find.SHOWN]))
    meant |= {deal.id: deal.company_id for deal in titled}
    if len(meant) == 1:
        return f"{DEAL}{next(iter(meant))}"
    of_one = set(meant.values())
    return f"{COMPANY}{of_one.pop()}" if len(of_one) == 1 and None not in of_one else None


def _open_deals(work: Work, by: Member, which: ColumnElement[bool]) -> dict[int, int | None]:
    """The open deals that the asker sees, each with its company."""
    query = (
        select(Deal.id, Deal.company_id)
        .where(Deal.closed_on.is_(None), Deal.deleted_at.is_(None), which)
        .where(seen_with(sight_of(by), Deal))
    )
    return {row[0]: row[1] for row in work.session.execute(query, asking(by))}
