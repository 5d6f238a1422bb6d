"""Bringing the configured pipelines and teams into the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import Pipeline, Stage, Team
from core.terms import Category, StageMeaning


@dataclass(frozen=True, slots=True)
class StagePlan:
    """A stage as configured. `probability` in percent; `expected_days` a deal usually stays in it."""

    name: str
    meaning: StageMeaning
    probability: int
    category: Category
    expected_days: int | None = None


@dataclass(frozen=True, slots=True)
class PipelinePlan:
    """A pipeline as configured, stages in order. `built_in`: our suggestion, not the team's own words."""

    name: str
    stages: tuple[StagePlan, ...]
    built_in: bool = False


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """A team as configured; `parent` is the name of the team above it."""

    name: str
    parent: str | None = None


def sync(session: Session, pipelines: Sequence[PipelinePlan], teams: Sequence[TeamPlan] = ()) -> None:
    """Makes the database's pipelines, stages and teams those of the configuration, matched by name.

    What the configuration no longer names is archived, never deleted: deals and their history stand in it;
    teams are only ever added or moved. Built-in pipelines are written only where there are none at all, so
    that another language or an empty configuration never replaces what the team works with.
    """
    known = session.scalars(select(Pipeline)).all()
    chosen = [plan for plan in pipelines if not plan.built_in or not known]
    if chosen:
        _sync_pipelines(session, known, chosen)
    _sync_teams(session, teams)
    session.flush()


def _sync_pipelines(session: Session, known: Iterable[Pipeline], plans: Sequence[PipelinePlan]) -> None:
    by_name = {pipeline.name.casefold(): pipeline for pipeline in known}
    for position, plan in enumerate(plans):
        pipeline = by_name.pop(plan.name.casefold(), None)
        if pipeline is None:
            pipeline = Pipeline(name=plan.name)
            session.add(pipeline)
        pipeline.name, pipeline.position, pipeline.archived = plan.name, position, False
        session.flush()
        _sync_stages(session, pipeline, plan.stages)
    for number, pipeline in enumerate(by_name.values(), start=len(plans)):
        pipeline.archived, pipeline.position = True, number


def _sync_stages(session: Session, pipeline: Pipeline, plans: Sequence[StagePlan]) -> None:
    found = session.scalars(select(Stage).where(Stage.pipeline_id == pipeline.id).order_by(Stage.position))
    by_name = {stage.name.casefold(): stage for stage in found}
    for position, plan in enumerate(plans):
        stage = by_name.pop(plan.name.casefold(), None)
        if stage is None:
            stage = Stage(pipeline_id=pipeline.id)
            session.add(stage)
        stage.name, stage.position, stage.archived = plan.name, position, False
        stage.meaning, stage.category = plan.meaning, plan.category
        stage.probability, stage.expected_days = plan.probability, plan.expected_days
    for number, stage in enumerate(by_name.values(), start=len(plans)):
        stage.archived, stage.position = True, number


def _sync_teams(session: Session, plans: Sequence[TeamPlan]) -> None:
    teams = {team.name.casefold(): team for team in session.scalars(select(Team))}
    for plan in plans:
        if plan.name.casefold() not in teams:
            teams[plan.name.casefold()] = team = Team(name=plan.name)
            session.add(team)
    session.flush()
    for plan in plans:
        above = teams[plan.parent.casefold()].id if plan.parent else None
        teams[plan.name.casefold()].parent_id = above
