"""Bringing a database to the current schema, and telling whether it is there."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from core.errors import SalesError
from core.storage.database import Database


class SchemaTooNew(SalesError):
    """The database was written by a newer version of the program; going back would lose data."""

    key = "error-schema-too-new"


def migrate(database: Database) -> None:
    """Applies what is missing, all in one transaction. Raises SchemaTooNew and changes nothing if newer."""
    with database.writing() as session:
        connection = session.connection()
        script = ScriptDirectory.from_config(_config())
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None and current not in {revision.revision for revision in script.walk_revisions()}:
            raise SchemaTooNew(found=current)
        if current == script.get_current_head():
            return
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(database: Database) -> bool:
    """Whether the database has exactly the schema that this program needs."""
    with database.engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current == ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "migrations:")
    return config
