"""Writes the sample team into an empty database: people, customers, weeks of history by the real rules."""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo import history
from core.actions.work import TeamSettings
from core.model import Company, Deal, Member, Person, Pipeline, Stage, StageChange, Team
from core.storage.ledger import Ledger, add
from core.storage.pipeline_stages import stages_of
from core.storage.pipelines import PipelinePlan, StagePlan, sync
from core.terms import Category, Role, StageMeaning

SEED = 20261123


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
    start = now - timedelta(weeks=history.WEEKS)
    pipelines(session, team.language)
    members = _members(session, team.language, start)
    reps = [member for member in members if member.role is Role.REP]
    deals = _customers(session, team, reps, start, dice)
    history.write_weeks(session, team, reps, deals, start, now, dice)


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
