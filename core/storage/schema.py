"""Bringing a database to the current schema, and telling whether it is there."""

from importlib import resources
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.orm import Session

from core.errors import SalesError
from core.storage.database import Database

if TYPE_CHECKING:
    from alembic.config import Config


class SchemaTooNew(SalesError):
    """The database was written by a newer version of the program; going back would lose data."""

    key = "error-schema-too-new"


def migrate(database: Database, to: str = "head") -> None:
    """Applies what is missing, all in one transaction. Raises SchemaTooNew and changes nothing if newer.

    `to`: the revision to stop at, for a database that is to be as another one is.
    """
    if to != "head" or not is_current(database):
        with database.writing() as session:
            migrate_within(session, to)


def migrate_within(session: Session, to: str = "head") -> None:
    """The same as a part of a transaction that goes on afterwards."""
    from alembic import command  # here, as it would take a tenth of each start though it is seldom needed

    connection = session.connection()
    check_known(revision_of(connection))
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def check_known(revision: str | None) -> None:
    """Raises SchemaTooNew for a revision that this program does not have; none at all is a beginning."""
    from alembic.script import ScriptDirectory

    known = {found.revision for found in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise SchemaTooNew(found=revision)


def is_current(database: Database) -> bool:
    """Whether the database has exactly the schema that this program needs."""
    with database.reading() as session:
        return revision_of(session.connection()) == newest_revision()


def newest_revision() -> str:
    """This program's revision: a migration has its own, a date, at the start of its file's name."""
    files = (place.name for place in (resources.files("migrations") / "versions").iterdir())
    return max(name.partition("_")[0] for name in files if name.endswith(".py") and name[0] != "_")


def revision_of(connection: Connection) -> str | None:
    """The revision of the schema that the database has; None where it has none of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "migrations:")
    return config
