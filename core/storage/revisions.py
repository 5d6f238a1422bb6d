"""Numbers that grow with each change, so that what another process has cached is noticed to be old."""

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.orm import Session

from core.model import Revision

DIRECTORY = "directory"
"""Names of companies and people, and their aliases. The first migration has written its row."""


def number(session: Session, name: str) -> int:
    """How often the things called `name` have changed."""
    return session.connection().execute(_NUMBER, {"name": name}).scalar_one()


def bump(connection: Connection, name: str) -> None:
    """Says that the things called `name` change in this transaction; others who do wait for its commit."""
    connection.execute(_BUMP, {"called": name})


_NUMBER = select(Revision.number).where(Revision.name == bindparam("name"))
_BUMP = update(Revision).where(Revision.name == bindparam("called")).values(number=Revision.number + 1)
