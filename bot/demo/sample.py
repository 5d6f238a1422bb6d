"""Writes the sample team into an empty database: people, customers, weeks of history by the real rules."""

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.actions.intent import Intent, Plan
from core.actions.log import write
from core.actions.work import Source, TeamSettings, Work
from core.model import Company, Deal, Member, NextStep, Person, Pipeline, Stage, StageChange, Team
from core.notices import Sum
from core.reading.directory import Directory
from core.storage.ledger import Ledger, add
from core.storage.pipeline_stages import stages_of
from core.storage.pipelines import PipelinePlan, StagePlan, sync
from core.terms import Category, ContactKind, LostReason, Role, StageMeaning, StepKind
from core.working_days import add_working_days, free_day

SEED = 20261123
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


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A member of the sample team, to be shown on the stand-in's page."""

    telegram_id: int
    name: str
    note: str


def people(language: str) -> list[SamplePerson]:
    """The sample team's members with a caption for each."""
    return [SamplePerson(row["id"], row["name"], row["note"][language]) for row in _table("team")["members"]]


def build(session: Session, team: TeamSettings, now: datetime) -> None:
    """Writes the whole sample into a migrated, empty database. The same `now` gives the same sample."""
    dice = random.Random(SEED)  # noqa: S311 - a sample, no secret
    start = now - timedelta(weeks=WEEKS)
    pipelines(session, team.language)
    members = _members(session, team.language, start)
    reps = [member for member in members if member.role is Role.REP]
    deals = _customers(session, team, reps, start, dice)
    for moment, rep in _moments(reps, start, now, team, dice):
        work = Work(session, moment, team, Directory())
        mine = [deal for deal in deals if deal.owner_id == rep.id and deal.closed_on is None]
        if mine:
            _contact(work, rep, dice.choice(mine), dice)
    _mark_done(session, now, dice)


def pipelines(session: Session, language: str) -> None:
    """The sample's pipelines and teams, in the language."""
    data = _table("team")
    plans = [
        PipelinePlan(
            pipeline["name"][language],
            tuple(
                StagePlan(
                    stage[language],
                    StageMeaning(stage["meaning"]),
                    stage["probability"],
                    Category(stage["category"]),
                    stage.get("expected_days"),
                )
                for stage in pipeline["stages"]
            ),
        )
        for pipeline in data["pipelines"]
    ]
    sync(session, plans)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("bot.demo") / f"{name}.toml").read_text("utf-8"))


def _members(session: Session, language: str, at: datetime) -> list[Member]:
    data = _table("team")
    teams: dict[str, int] = {}
    for row in data["teams"]:
        values = {"name": row["name"][language], "parent_id": teams.get(row.get("parent", ""))}
        teams[row["name"]["lt"]] = add(session, Team, values)
    ledger = Ledger.begin(session, "join", at)
    ids = [
        ledger.create(
            Member,
            {
                "name": row["name"],
                "role": Role(row["role"]),
                "team_id": teams.get(row.get("team", "")),
                "telegram_id": row["id"],
                "language": language,
                "joined_at": at,
            },
        )
        for row in data["members"]
    ]
    ledger.close()
    return list(session.scalars(select(Member).where(Member.id.in_(ids)).order_by(Member.id)))


def _customers(
    session: Session, team: TeamSettings, reps: Sequence[Member], start: datetime, dice: random.Random
) -> list[Deal]:
    ledger = Ledger.begin(session, "import", start)
    lanes = [
        (lane, stages_of(session, lane.id))
        for lane in session.scalars(select(Pipeline).order_by(Pipeline.position))
    ]
    deal_ids = []
    for index, row in enumerate(_table("customers")["companies"]):
        company = {key: row[key] for key in ("name", "region", "segment")} | {"created_at": start}
        company_id = ledger.create(Company, company)
        person_ids = [
            ledger.create(Person, person | {"company_id": company_id, "created_at": start})
            for person in row["people"]
        ]
        if "deal" in row:
            lane, stages = lanes[1] if row["segment"] == "B2C" else lanes[0]
            rep = reps[index % len(reps)]
            deal_ids.append(
                _deal(session, ledger, team, row, lane, stages, company_id, person_ids[0], rep, start, dice)
            )
    ledger.close()
    return list(session.scalars(select(Deal).where(Deal.id.in_(deal_ids)).order_by(Deal.id)))


def _deal(
    session: Session,
    ledger: Ledger,
    team: TeamSettings,
    row: dict[str, Any],
    lane: Pipeline,
    stages: Sequence[Stage],
    company_id: int,
    person_id: int,
    rep: Member,
    start: datetime,
    dice: random.Random,
) -> int:
    created = start - timedelta(days=dice.randint(5, 90))
    stage = dice.choice([stage for stage in stages if stage.meaning.is_open][:3])
    values = {
        "title": row["deal"],
        "pipeline_id": lane.id,
        "stage_id": stage.id,
        "created_on": created.date(),
        "created_at": start,
        "stage_entered_at": created,
        "company_id": company_id,
        "person_id": person_id,
        "owner_id": rep.id,
        "amount": Decimal(row["amount"]),
        "currency": team.currency,
        "expected_close_on": (start + timedelta(days=dice.randint(30, 120))).date(),
    }
    deal_id = ledger.create(Deal, values, valid_at=created)
    move = {
        "deal_id": deal_id,
        "to_stage_id": stage.id,
        "entered_at": created,
        "known_at": start,
        "by_id": rep.id,
    }
    add(session, StageChange, move)
    return deal_id


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
