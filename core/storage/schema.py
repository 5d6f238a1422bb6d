"""Bringing a database to the current schema, and telling whether it is there."""

from importlib import resources
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from core.errors import SalesError
from core.storage.database import Database

if TYPE_CHECKING:
    from alembic.config import Config


class SchemaTooNew(SalesError):
    """The database was written by a newer version of the program; going back would lose data."""

    key = "error-schema-too-new"


def migrate(database: Database) -> None:
    """Applies what is missing, all in one transaction. Raises SchemaTooNew and changes nothing if newer."""
    if not is_current(database):
        _upgrade(database)


def is_current(database: Database) -> bool:
    """Whether the database has exactly the schema that this program needs."""
    with database.reading() as session:
        return _revision_of(session.connection()) == newest_revision()


def newest_revision() -> str:
    """This program's revision: a migration has its own, a date, at the start of its file's name."""
    files = (place.name for place in (resources.files("migrations") / "versions").iterdir())
    return max(name.partition("_")[0] for name in files if name.endswith(".py") and name[0] != "_")


def _revision_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(database: Database) -> None:
    from alembic import command  # here, as it would take a tenth of each start though it is seldom needed
    from alembic.script import ScriptDirectory

    config = _config()
    known = {revision.revision for revision in ScriptDirectory.from_config(config).walk_revisions()}
    with database.writing() as session:
        config.attributes["connection"] = session.connection()
        current = _revision_of(session.connection())
        if current is not None and current not in known:
            raise SchemaTooNew(found=current)
        command.upgrade(config, "head")


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "migrations:")
    return config
