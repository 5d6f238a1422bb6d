"""Weeks of selling for the sample team, by the real use cases: contacts, moves of deals, plans."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.actions.intent import Intent, Plan
from core.actions.log import write
from core.actions.work import Source, TeamSettings, Work
from core.model import Deal, Member, NextStep
from core.notices import Sum
from core.reading.directory import Directory
from core.terms import ContactKind, LostReason, StageMeaning, StepKind
from core.working_days import add_working_days, free_day

WEEKS = 6
CONTACTS_A_DAY = (1, 4)

KINDS = (
    [ContactKind.CALL] * 8
    + [ContactKind.VISIT] * 3
    + [ContactKind.MEETING] * 2
    + [ContactKind.EMAIL] * 3
    + [ContactKind.MESSAGE, ContactKind.DEMO]
)
MINUTES = {
    ContactKind.CALL: (3, 25),
    ContactKind.VISIT: (25, 90),
    ContactKind.MEETING: (30, 90),
    ContactKind.DEMO: (30, 60),
}
CHATTER = {
    "lt": (
        "trumpai aptarėm terminus",
        "derinom detales",
        "domisi, bet laukia biudžeto",
        "prašė skaičiavimų",
        "",
    ),
    "en": (
        "went over the dates",
        "settled some details",
        "keen, waiting for the budget",
        "asked for figures",
        "",
    ),
}


def write_weeks(
    session: Session,
    team: TeamSettings,
    reps: Sequence[Member],
    deals: Sequence[Deal],
    start: datetime,
    now: datetime,
    dice: random.Random,
) -> None:
    """What the salespeople did with their deals from `start` to `now`, and what each has to do that day."""
    for moment, rep in _moments(reps, start, now, team, dice):
        work = Work(session, moment, team, Directory())
        mine = [deal for deal in deals if deal.owner_id == rep.id and deal.closed_on is None]
        if mine:
            _contact(work, rep, dice.choice(mine), dice)
    _mark_done(session, now, dice)
    for rep in reps:
        _leave_something_to_do(session, team, rep, [deal for deal in deals if deal.owner_id == rep.id], now)


def _moments(
    reps: Sequence[Member], start: datetime, now: datetime, team: TeamSettings, dice: random.Random
) -> Iterator[tuple[datetime, Member]]:
    """When who has a contact: working days, office hours, up to the last hour before `now`."""
    zone = ZoneInfo(team.zone)
    day = start.astimezone(zone).date()
    while day <= now.astimezone(zone).date():
        if free_day(day, team.country) is None:
            minutes = sorted(
                (dice.randint(8 * 60, 17 * 60), index)
                for index in range(len(reps))
                for _ in range(dice.randint(*CONTACTS_A_DAY))
            )
            for minute, index in minutes:
                moment = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=zone).astimezone(UTC)
                if moment < now:
                    yield moment, reps[index]
        day += timedelta(days=1)


def _contact(work: Work, rep: Member, deal: Deal, dice: random.Random) -> None:
    today = work.today(rep)
    kind = dice.choice(KINDS)
    no_answer = kind is ContactKind.CALL and dice.random() < 0.2
    minutes = None if no_answer or kind not in MINUTES else dice.randint(*MINUTES[kind])
    intent = Intent(
        text=dice.choice(CHATTER[work.team.language]),
        said_at=work.now,
        kind=kind,
        no_answer=no_answer,
        company_id=deal.company_id,
        person_id=deal.person_id,
        deal_id=deal.id,
        duration_min=minutes,
        occurred_on=today,
        plans=_plans(today, work.team.country, dice),
        **({} if no_answer else _progress(deal, today, dice)),
    )
    write(work, rep, intent, Source(rep.telegram_id or 0, 0, work.now), 0)


def _plans(today: date, country: str, dice: random.Random) -> list[Plan]:
    if dice.random() < 0.45:
        return []
    on = add_working_days(today, dice.randint(1, 12), country)
    kind = dice.choice([StepKind.CALL, StepKind.CALL, StepKind.MEETING, StepKind.PROPOSAL, StepKind.VISIT])
    at = time(dice.randint(9, 16), dice.choice((0, 0, 30))) if kind is not StepKind.PROPOSAL else None
    return [Plan(kind=kind, on=on, at=at)]


def _progress(deal: Deal, today: date, dice: random.Random) -> dict[str, Any]:
    """Now and then a deal moves on, is won or lost, gets another amount or date."""
    roll = dice.random()
    if roll < 0.10:
        forward = (StageMeaning.QUALIFIED, StageMeaning.PROPOSAL, StageMeaning.NEGOTIATION)
        return {"stage": dice.choice(forward)}
    if roll < 0.125:
        return {"stage": StageMeaning.WON}
    if roll < 0.145:
        return {"stage": StageMeaning.LOST, "lost_reason": dice.choice(list(LostReason)[:5])}
    if roll < 0.20 and deal.amount is not None:
        factor = Decimal(dice.choice(("0.95", "1.1", "0.9")))
        return {"amount": Sum((deal.amount * factor).quantize(Decimal(1)), deal.currency or "EUR")}
    if roll < 0.24:
        return {"close_on": today + timedelta(days=dice.randint(10, 60))}
    return {}


def _mark_done(session: Session, now: datetime, dice: random.Random) -> None:
    """Most of what was due has been done; one or two things each are left over, as in life."""
    due = session.scalars(
        select(NextStep)
        .where(NextStep.remind_on < now.date(), NextStep.done_at.is_(None))
        .order_by(NextStep.id)
    ).all()
    done = [
        step.id
        for step in due
        if (step.remind_on and (now.date() - step.remind_on).days > 4) or dice.random() < 0.7
    ]
    session.execute(
        update(NextStep).where(NextStep.id.in_(done)).values(done_at=now - timedelta(days=1)),
        execution_options={"synchronize_session": False},
    )


def _leave_something_to_do(
    session: Session, team: TeamSettings, rep: Member, deals: Sequence[Deal], now: datetime
) -> None:
    """A call and a visit today, and a proposal that is a day late, whatever day the demo begins on."""
    yesterday = now - timedelta(days=1)
    work = Work(session, yesterday, team, Directory())
    today = yesterday.astimezone(work.zone_of(rep)).date() + timedelta(days=1)
    plans = (
        Plan(kind=StepKind.PROPOSAL, on=today - timedelta(days=1)),
        Plan(kind=StepKind.CALL, on=today, at=time(10)),
        Plan(kind=StepKind.VISIT, on=today, at=time(14)),
    )
    open_deals = (deal for deal in deals if deal.closed_on is None)
    for plan, deal in zip(plans, open_deals, strict=False):
        intent = Intent(
            text="",
            said_at=yesterday,
            company_id=deal.company_id,
            person_id=deal.person_id,
            deal_id=deal.id,
            plans=[plan],
        )
        write(work, rep, intent, Source(rep.telegram_id or 0, 0, yesterday), 0)
