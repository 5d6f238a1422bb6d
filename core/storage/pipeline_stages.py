"""Queries for pipelines and their stages."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from core.errors import NotFound, SalesError
from core.model import Pipeline, Stage
from core.storage.prepared import PreparedRecords


class NoPipeline(SalesError):
    """The team has no pipeline yet: its configuration was never read into this database."""

    key = "error-no-pipeline"


def stages_of(session: Session, pipeline_id: int) -> Sequence[Stage]:
    """The stages in use of a pipeline, in order."""
    return _STAGES.all(session, {"pipeline_id": pipeline_id})


def known_stage(session: Session, stage_id: int) -> Stage:
    """The stage, also one that the configuration no longer names. Raises NotFound."""
    found = session.get(Stage, stage_id)
    if found is None:
        raise NotFound()
    return found


def pipelines_in_use(session: Session) -> Sequence[Pipeline]:
    """The pipelines that deals are begun in, the first one first."""
    return session.scalars(_IN_USE).all()


def first_pipeline(session: Session) -> Pipeline:
    """The pipeline for deals that name none. Raises NoPipeline where the team has none."""
    found = _FIRST.first(session, {})
    if found is None:
        raise NoPipeline()
    return found


_STAGES = PreparedRecords(
    Stage,
    lambda stages: stages.where(
        Stage.pipeline_id == bindparam("pipeline_id"), Stage.archived.is_(False)
    ).order_by(Stage.position),
)
_IN_USE = select(Pipeline).where(Pipeline.archived.is_(False)).order_by(Pipeline.position)
_FIRST = PreparedRecords(
    Pipeline,
    lambda pipelines: pipelines.where(Pipeline.archived.is_(False)).order_by(Pipeline.position).limit(1),
)
