"""A deal's circumstances by taps: its tender, a break, other bidders for the object, and who shares in it."""

from collections.abc import Callable
from datetime import date

import msgspec

from core.actions import bidders, shares, tender
from core.actions.answer import tell
from core.actions.asking import ask_in_words
from core.actions.customer_life import answer_order, sum_said
from core.actions.deal_list import deal_lines
from core.actions.intent import Intent
from core.actions.log import write as write_log
from core.actions.said import day_said
from core.actions.work import Source, Work
from core.errors import NoLongerApplies, NotUnderstood
from core.model import Deal, Member
from core.notices import AskInWords, DealLife, Deed, Named, Option
from core.storage import records
from core.storage.ledger import Ledger
from core.terms import ContactKind, StageMeaning

MONTHS = 6
OFFERED = 6
PERCENTS = (50, 30, 20)
OTHER_PERCENTS = (10, 25, 33, 40, 60, 70, 75, 80, 90)
NONE = "none"
IN_WORDS = "words"
ABOUT = "life"
"""What requests for words of this screen are about."""


def show(
    work: Work,
    by: Member,
    deal_id: int,
    chat_id: int,
    edits: int | None,
    choosing: str = "",
    deed: Deed | None = None,
    place: str = "",
) -> None:
    """Shows the deal's circumstances, or the choices for one of them. Raises NotFound."""
    deal = records.get(work.session, by, Deal, deal_id)
    field, _, member = choosing.partition(".")
    choices = CHOICES[field](work, by, deal, member) if field in CHOICES else None
    notice = msgspec.structs.replace(
        life_of(work, by, deal),
        choosing=field if choices is not None else None,
        choices=choices or [],
        member_id=int(member) if member.isdecimal() else 0,
        deed=deed,
        place=place,
    )
    work.post(chat_id, notice, to=by, edits=edits)


def life_of(work: Work, by: Member, deal: Deal) -> DealLife:
    """What stands of the deal's circumstances; breaks that are over are left out."""
    company = records.company(work.session, deal.company_id)
    return DealLife(
        deal=Named(deal.id, deal.title),
        company=Named(company.id, company.name) if company else None,
        is_open=deal.is_open,
        today=work.today(by),
        tender_on=deal.tender_on,
        paused_until=_ahead(work, by, deal.paused_until),
        company_paused_until=_ahead(work, by, company.paused_until if company else None),
        alternatives=deal_lines(work, by, bidders.alternatives(work, deal)),
        shares=shares.share_lines(work, deal),
    )


def set_field(
    work: Work,
    by: Member,
    deal_id: int,
    field: str,
    value: str,
    chat_id: int,
    card_id: int,
    place: str = "",
) -> None:
    """Sets what was chosen and shows the screen anew; what is to be said in words is asked for.

    Raises NotFound, and NoLongerApplies where the choice is none any more.
    """
    deal = records.get(work.session, by, Deal, deal_id)
    if value == IN_WORDS:
        ask_in_words(work, by, chat_id, AskInWords(about=ABOUT, record_id=deal.id, field=field, place=place))
        return
    try:
        deed = SETTERS[field](work, by, deal, value)
    except (KeyError, ValueError) as error:
        raise NoLongerApplies() from error
    show(work, by, deal_id, chat_id, card_id, deed=deed, place=place)


def _ahead(work: Work, by: Member, until: date | None) -> date | None:
    return until if until is not None and until > work.today(by) else None


def _pause_choices(work: Work, by: Member, deal: Deal, _: str) -> list[Option]:
    """The first days of the coming months."""
    day = work.today(by)
    days = []
    for _month in range(MONTHS):
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        days.append(day)
    found = [Option(value=day.isoformat(), on=day) for day in days if day != deal.paused_until]
    return [*found, *([Option(value=NONE)] if deal.paused_until else [])]


def _object_choices(work: Work, by: Member, deal: Deal, _: str) -> list[Option]:
    found = bidders.candidates(work, by, deal, OFFERED)
    lines = deal_lines(work, by, found)
    return [Option(value=str(each.id), name=each.title, detail=each.company, sum=each.sum) for each in lines]


def _share_choices(work: Work, _by: Member, deal: Deal, _: str) -> list[Option]:
    colleagues = shares.may_share_with(work, deal)[: 2 * OFFERED]
    return [Option(value=str(each.id), name=each.name) for each in colleagues]


def _percent_choices(work: Work, _by: Member, deal: Deal, member: str) -> list[Option]:
    most = shares.left_to_give(work, deal, int(member)) if member.isdecimal() else 0
    return [Option(value=str(each)) for each in (*PERCENTS, *OTHER_PERCENTS) if each <= most]


CHOICES: dict[str, Callable[[Work, Member, Deal, str], list[Option]]] = {
    "pause": _pause_choices,
    "object": _object_choices,
    "share": _share_choices,
    "percent": _percent_choices,
}


def _set_pause(work: Work, by: Member, deal: Deal, value: str) -> Deed:
    until = None if value == NONE else date.fromisoformat(value)
    if until is not None and until <= work.today(by):
        raise NoLongerApplies()
    ledger = Ledger.begin(work.session, "pause_deal", work.now, by_id=by.id)
    if not ledger.change(deal, {"paused_until": until}):
        raise NoLongerApplies()
    ledger.close()
    return Deed(what="paused" if until else "resumed", operation_id=ledger.operation_id, on=until)


def _set_tender(work: Work, by: Member, deal: Deal, value: str) -> Deed:
    on = None if value == NONE else date.fromisoformat(value)
    if on == deal.tender_on or (on is not None and on < work.today(by)):
        raise NoLongerApplies()
    ledger = Ledger.begin(work.session, "tender", work.now, by_id=by.id)
    tender.set_deadline(work, ledger, by, deal, on)
    ledger.close()
    return Deed(what="tender" if on else "no-tender", operation_id=ledger.operation_id, on=on)


def _set_object(work: Work, by: Member, deal: Deal, value: str) -> Deed:
    return bidders.unlink(work, by, deal) if value == NONE else bidders.link(work, by, deal, int(value))


def _set_share(work: Work, by: Member, deal: Deal, value: str) -> Deed:
    member_id, _, percent = value.partition(".")
    return shares.set_share(work, by, deal, int(member_id), int(percent))


SETTERS: dict[str, Callable[[Work, Member, Deal, str], Deed]] = {
    "pause": _set_pause,
    "tender": _set_tender,
    "object": _set_object,
    "share": _set_share,
}


def answer(work: Work, by: Member, asked: AskInWords, text: str, source: Source) -> None:
    """Takes the words for what was asked: the tender's day, or the sum of the part won or of an order.

    What is won or ordered so is told as a message's is. Raises NotUnderstood where the words say nothing of
    the kind, and NotFound.
    """
    deal = records.get(work.session, by, Deal, asked.record_id)
    if asked.field == "tender":
        on = day_said(work, by, text)
        if on < work.today(by):
            raise NotUnderstood()
        deed = _set_tender(work, by, deal, on.isoformat())
        show(work, by, deal.id, source.chat_id, None, deed=deed, place=asked.place)
        return
    if asked.field == "order" and deal.company_id is not None:
        answer_order(work, by, deal.company_id, text, source)
        return
    intent = Intent(
        text=text,
        said_at=source.said_at,
        kind=ContactKind.NOTE,
        occurred_on=source.said_at.astimezone(work.zone_of(by)).date(),
        company_id=deal.company_id,
        person_id=deal.person_id,
        deal_id=deal.id,
        stage=StageMeaning.WON,
        won_part=sum_said(work, text).amount,
    )
    tell(work, by, [write_log(work, by, intent, source, 0)], source.chat_id)
