"""Numbers that grow with each change, so that what another process has cached is noticed to be old."""

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.orm import Session

from core.model import Revision
from core.storage.prepared import Prepared

DIRECTORY = "directory"
"""Names of companies and people, and their aliases. The first migration has written its row."""


def number(session: Session, name: str) -> int:
    """How often the things called `name` have changed."""
    ((found,),) = _NUMBER.rows(session.connection(), {"name": name})
    return int(found)


def bump(connection: Connection, name: str) -> None:
    """Says that the things called `name` change in this transaction; others who do wait for its commit."""
    connection.execute(_BUMP, {"called": name})


_NUMBER = Prepared(select(Revision.number).where(Revision.name == bindparam("name")))
_BUMP = update(Revision).where(Revision.name == bindparam("called")).values(number=Revision.number + 1)
