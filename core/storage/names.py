"""Names of records by their ids, a query for each kind."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from core.model import Company, Deal, Member, Person, Pipeline, Stage, Team

Titled = Company | Person | Deal | Member | Stage | Team | Pipeline

NAME_OF: dict[type[Titled], InstrumentedAttribute[str]] = {
    Company: Company.name,
    Person: Person.name,
    Deal: Deal.title,
    Member: Member.name,
    Stage: Stage.name,
    Team: Team.name,
    Pipeline: Pipeline.name,
}


def names(session: Session, record: type[Titled], ids: Iterable[int | None]) -> dict[int | None, str]:
    """What the records with these ids are called; ids that are None or unknown are left out."""
    wanted = {key for key in ids if key is not None}
    if not wanted:
        return {}
    rows = session.execute(select(record.id, NAME_OF[record]).where(record.id.in_(wanted)))
    return {row[0]: row[1] for row in rows}
