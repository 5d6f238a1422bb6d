"""The sample team in a database: its people and pipelines, and its year by the real rules up to a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.demo.year.calendar import Calendar, first_month
from bot.demo.year.performing import Performance
from bot.demo.year.script import Script
from bot.demo.year.tables import table
from core.actions.work import TeamSettings
from core.model import Operation
from core.storage.pipelines import PipelinePlan, StagePlan, TeamPlan, sync
from core.terms import Category, StageMeaning


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A member of the sample team, to be shown on the stand-in's page."""

    telegram_id: int
    name: str
    note: str


def people(language: str) -> list[SamplePerson]:
    """The members of the sample team who are still there, with a caption for each."""
    rows = [row for row in table("team")["members"] if "leaves" not in row]
    return [
        SamplePerson(row["id"], row["name"], row["note"][language])
        for row in sorted(rows, key=lambda row: row["id"])
    ]


def build(session: Session, team: TeamSettings, now: datetime) -> None:
    """Brings a migrated database with nothing in it, or with an earlier part of the same year, up to `now`.

    The same `now` gives the same sample, whether in one go or day by day.
    """
    build_from(session, team, first_month(now, ZoneInfo(team.zone)), now)


def build_from(session: Session, team: TeamSettings, start: date, until: datetime) -> None:
    """The same for the year that begins on `start`, the first of a month; `until` is exclusive."""
    script = Script(Calendar(start, ZoneInfo(team.zone), team.country), team.language).write()
    reached = session.scalar(select(func.max(Operation.at)))
    if reached is None:
        sync(session, pipelines(team.language), teams(team.language))
    performed = [event for event in script if reached is not None and event.at <= reached]
    performance = Performance(session, team)
    performance.resume(performed)
    performance.perform(event for event in script[len(performed) :] if event.at < until)


def pipelines(language: str) -> Sequence[PipelinePlan]:
    """The sample's pipelines, in the language."""
    return [
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
        for pipeline in table("team")["pipelines"]
    ]


def teams(language: str) -> Sequence[TeamPlan]:
    """The sample's teams, in the language."""
    rows = table("team")["teams"]
    names = {row["name"]["lt"]: row["name"][language] for row in rows}
    return [TeamPlan(row["name"][language], names.get(row.get("parent", ""))) for row in rows]
