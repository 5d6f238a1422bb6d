"""Where do they buy now? Asked of a salesperson about a customer who fell silent, once a quarter at most."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from core.actions.asking import ask_in_words
from core.actions.comparing import Values
from core.actions.rivals import rival_of, rivals
from core.actions.said import title_said
from core.actions.silent import silent
from core.actions.work import Work
from core.errors import NoLongerApplies, NotFound
from core.insights.dormant import Silence, silence
from core.model import Company, Member
from core.notices import AskInWords, Deed, Named, Option
from core.notices.customers import WhereNow
from core.storage import customers, neglected, records
from core.storage.ledger import Ledger, put

ABOUT = "where-now"
"""What the request for words is about: the competitor's name."""

NOBODY, TALKING = "nobody", "talking"
"""Answers that name no competitor: they buy nowhere for the time being, and the silence only seems one."""

QUARTER = timedelta(days=91)
"""For so long a customer is not asked about again, and so long is a break of which no end was named."""

A_DAY = 3
"""Questions put to one salesperson on one day."""

IN_TIDY, ON_CARD = "tidy", "c"
"""Where it is asked: in the Friday tidy, after the deals, and from the company's card."""


def waiting(work: Work, by: Member) -> list[int]:
    """The customers to ask the member about today, by id: the most valuable of those not asked lately."""
    today = work.today(by)
    quiet = [each.company_id for each in silent(work, by, Values.today(work, by))]
    asked, fresh = [], []
    for company in _companies(work, quiet):
        if company.where_asked_on == today:
            asked.append(company)
        elif company.where_asked_on is None or company.where_asked_on <= today - QUARTER:
            fresh.append(company)
    chosen = [*asked, *fresh[: max(0, A_DAY - len(asked))]]
    return sorted(each.id for each in chosen if each.where_said_on != today)


def show_next(
    work: Work, by: Member, start: int, chat_id: int, *, edits: int | None = None, deed: Deed | None = None
) -> int | None:
    """Asks about the next customer whose id is `start` or higher; the letter's id, None: there is none."""
    notice = question(work, by, start, deed)
    return None if notice is None else work.post(chat_id, notice, to=by, edits=edits)


def question(work: Work, by: Member, start: int, deed: Deed | None = None) -> WhereNow | None:
    """The question about the next customer whose id is `start` or higher, who is asked about from now on."""
    for company_id in waiting(work, by):
        company = records.company(work.session, company_id)
        if company_id >= start and company is not None:
            put(work.session, company, {"where_asked_on": work.today(by)})
            return _question(work, by, company, IN_TIDY, deed)
    return None


def show(
    work: Work, by: Member, company_id: int, place: str, chat_id: int, *, edits: int | None = None
) -> None:
    """Asks about one customer. Raises NotFound, and NoLongerApplies where they are not silent any more."""
    notice = _question(work, by, _silent_one(work, by, company_id), place, None)
    work.post(chat_id, notice, to=by, edits=edits)


def say(work: Work, by: Member, company_id: int, answer: str) -> Deed:
    """Notes an answer: the id of a deal whose competitor it was, NOBODY or TALKING.

    Raises as `show` does, and NoLongerApplies for a deal that the member does not see.
    """
    if answer in (NOBODY, TALKING):
        return _noted(work, by, company_id, None, answer)
    name = rival_of(work, by, int(answer)) if answer.isdecimal() else None
    if name is None:
        raise NoLongerApplies()
    return _noted(work, by, company_id, name)


def ask_whom(work: Work, by: Member, company_id: int, place: str, chat_id: int) -> None:
    """Asks for the competitor's name. Raises as `show` does."""
    _silent_one(work, by, company_id)
    ask = AskInWords(about=ABOUT, record_id=company_id, field=ABOUT, place=place)
    ask_in_words(work, by, chat_id, ask)


def say_in_words(work: Work, by: Member, ask: AskInWords, text: str, chat_id: int) -> None:
    """Notes the competitor that the words name, and goes on. Raises as `show` does, and NotUnderstood."""
    deed = _noted(work, by, ask.record_id, title_said(text)[:200])
    if ask.place == IN_TIDY and show_next(work, by, ask.record_id, chat_id, deed=deed) is not None:
        return
    show_said(work, by, ask.record_id, ask.place, chat_id, deed)


def show_said(
    work: Work,
    by: Member,
    company_id: int,
    place: str,
    chat_id: int,
    deed: Deed | None,
    *,
    edits: int | None = None,
) -> None:
    """Shows what was answered about a customer, with its Undo and the way to their card. Raises NotFound."""
    company = _known(work, by, company_id)
    work.post(chat_id, _screen(work, by, company, place, deed=deed), to=by, edits=edits)


def quiet_with(work: Work, by: Member, company: Company) -> Silence | None:
    """How the company is dormant, by everybody's contacts with them; None where they are not."""
    days = neglected.contact_days(work.session, [company.id])[company.id]
    habits = work.team.habits
    return silence(days, work.today(by), habits.silent_days, habits.silent_gaps, company.paused_until)


def _known(work: Work, by: Member, company_id: int) -> Company:
    """A customer with whom the member has been in touch, or somebody whose work they see. Raises NotFound."""
    company = records.company(work.session, company_id)
    if company is None or not customers.last_contacts(work.session, by, 1, company_id=company_id):
        raise NotFound()
    return company


def _silent_one(work: Work, by: Member, company_id: int) -> Company:
    company = _known(work, by, company_id)
    if quiet_with(work, by, company) is None:
        raise NoLongerApplies()
    return company


def _noted(work: Work, by: Member, company_id: int, rival: str | None, answer: str = "rival") -> Deed:
    company, today = _silent_one(work, by, company_id), work.today(by)
    values = {"buys_from": rival, "where_said_on": today}
    until = today + QUARTER if answer == NOBODY else None
    ledger = Ledger.begin(work.session, "where_now", work.now, by_id=by.id)
    ledger.change(company, values | ({"paused_until": until} if until else {}))
    ledger.close()
    put(work.session, company, {"where_asked_on": today})
    what = f"where-{answer}"
    return Deed(what=what, operation_id=ledger.operation_id, company=company.name, rival=rival, on=until)


def _question(work: Work, by: Member, company: Company, place: str, deed: Deed | None) -> WhereNow:
    known = quiet_with(work, by, company)
    days = (work.today(by) - known.since).days if known is not None else 0
    options = rivals(work, by, company.buys_from)
    return _screen(work, by, company, place, deed=deed, days=days, rivals=options)


def _screen(
    work: Work,
    by: Member,
    company: Company,
    place: str,
    *,
    deed: Deed | None,
    days: int = 0,
    rivals: Sequence[Option] = (),
) -> WhereNow:
    return WhereNow(
        company=Named(company.id, company.name),
        today=work.today(by),
        place=place,
        days=days,
        rivals=list(rivals),
        deed=deed,
    )


def _companies(work: Work, ids: Sequence[int]) -> list[Company]:
    """The companies in the order of their ids in the list."""
    found = {each.id: each for each in work.session.scalars(select(Company).where(Company.id.in_(ids)))}
    return [found[company_id] for company_id in ids if company_id in found]
