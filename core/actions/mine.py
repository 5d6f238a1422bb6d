"""What a salesperson gets back: their own figures, shown to nobody else, and who sees what of them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import func, select

from core.actions import own_figures
from core.actions.work import Work
from core.insights.own import range_tells
from core.model import Contact, Deal, Member, Stage
from core.money import whole
from core.notices import Sum
from core.notices.mine import Mine, Month, StageLine, Watcher, WhoSees
from core.storage.members import is_seen_by, team_of
from core.storage.sums import sum_of
from core.terms import Role, StageMeaning

FEWEST_WON = 3
"""Won deals from which on a salesperson's dates are said to run early or late."""

NAMES = 12
"""Names of seen colleagues on one screen."""


def show(work: Work, by: Member, chat_id: int) -> None:
    """Posts the member's own week, funnel, month and accuracy to them."""
    monday = work.today(by) - timedelta(days=work.today(by).weekday())
    contacts, minutes = _contacts_since(work, by, monday)
    won_count, won = _won_since(work, by, monday)
    late = own_figures.own_accuracy(work, by)
    notice = Mine(
        week_from=monday,
        contacts=contacts,
        minutes=minutes,
        new_deals=_begun_since(work, by, monday),
        won=won,
        won_count=won_count,
        funnel=[
            StageLine(stage=each.stage, count=each.count, sum=Sum(each.amount, work.team.currency))
            for each in own_figures.own_funnel(work, by)
            if each.count
        ],
        month=_month(work, by),
        days_late=None if late.median_days is None or late.count < FEWEST_WON else round(late.median_days),
        dates_count=late.count,
    )
    work.post(chat_id, notice, to=by)


def show_who_sees(work: Work, by: Member, chat_id: int) -> None:
    """Posts who sees what of the member, from the very rules that every lookup keeps to."""
    seen = [member.name for member in team_of(work.session, by)]
    watchers = [
        Watcher(name=member.name, role=member.role)
        for member in _managers(work, by)
        if is_seen_by(work.session, member, by)
    ]
    work.post(chat_id, WhoSees(watchers=watchers, sees=seen[:NAMES], sees_count=len(seen)), to=by)


def _managers(work: Work, by: Member) -> Sequence[Member]:
    query = select(Member).where(Member.role != Role.REP, Member.id != by.id)
    with_access = query.where(Member.left_at.is_(None), Member.telegram_id.is_not(None))
    return work.session.scalars(with_access.order_by(Member.name)).all()


def _contacts_since(work: Work, by: Member, monday: date) -> tuple[int, int]:
    query = select(func.count(), func.coalesce(func.sum(Contact.duration_min), 0)).where(
        Contact.by_id == by.id, Contact.occurred_on >= monday, Contact.deleted_at.is_(None)
    )
    count, minutes = work.session.execute(query).one()
    return int(count), int(minutes)


def _begun_since(work: Work, by: Member, monday: date) -> int:
    begun_at = datetime.combine(monday, time(), work.zone_of(by))
    query = select(func.count()).select_from(Deal)
    mine = query.where(Deal.owner_id == by.id, Deal.deleted_at.is_(None), Deal.created_at >= begun_at)
    return work.session.scalar(mine) or 0


def _won_since(work: Work, by: Member, monday: date) -> tuple[int, list[Sum]]:
    query = (
        select(Deal.currency, func.count(), sum_of(Deal.amount))
        .join(Stage, Stage.id == Deal.stage_id)
        .where(Deal.owner_id == by.id, Deal.closed_on >= monday, Deal.deleted_at.is_(None))
        .where(Stage.meaning == StageMeaning.WON)
        .group_by(Deal.currency)
    )
    rows = work.session.execute(query).all()
    sums = [Sum(total, currency) for currency, _, total in rows if currency and total is not None]
    return sum(count for _, count, _ in rows), sums


def _month(work: Work, by: Member) -> Month:
    month = own_figures.expected_month(work, by)

    def of(amount: Decimal | None) -> Sum | None:
        return None if amount is None else Sum(whole(amount), month.currency)

    percent = work.team.commission_percent
    tells = range_tells(month.low, month.expected, month.high)
    return Month(
        starts_on=month.starts_on,
        won=Sum(whole(month.won), month.currency),
        expected=Sum(whole(month.expected), month.currency),
        low=of(month.low) if tells else None,
        high=of(month.high) if tells else None,
        target=of(month.target),
        commission=of(month.won * percent / 100) if percent else None,
        commission_percent=percent or None,
        is_thin=month.is_thin,
        without_amount=month.without_amount,
    )
