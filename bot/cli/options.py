"""What every sub-command accepts, before or after its name, and what it makes of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.config import Settings
    from core.storage.database import Database

ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings; config.toml where there is one, else defaults."),
]
DatabaseUrl = Annotated[
    str | None,
    typer.Option("--database", metavar="URL", help="Address of the database instead of the configured one."),
]


def config_file(context: typer.Context, given: Path | None) -> Path | None:
    """The file named after the sub-command, or else before it."""
    found = given or context.find_root().params.get("config")
    return Path(found) if found else None


def database_url(context: typer.Context, given: str | None) -> str | None:
    """The database named after the sub-command, or else before it."""
    found = given or context.find_root().params.get("database")
    return str(found) if found else None


def settings_of(context: typer.Context, config: Path | None, database: str | None) -> "Settings":
    """The settings that this call works with. Raises ConfigError with every mistake."""
    from bot.config import load_settings

    return load_settings(config_file(context, config), database=database_url(context, database))


def now() -> datetime:
    """The moment of the call; a command is no part of the bot, whose clock may be simulated."""
    return datetime.now(UTC)


@contextmanager
def prepared_database(settings: "Settings") -> "Iterator[Database]":
    """The database with current schema and configured pipelines; created where there is none.

    One that did not exist before is gone again when the command fails.
    """
    from core.storage.database import Database
    from core.storage.pipelines import sync
    from core.storage.schema import migrate

    database = Database(settings.database_url)
    created = sqlite_file(database)
    if created is not None and created.exists():
        created = None
    try:
        migrate(database)
        with database.writing() as session:
            sync(session, settings.pipelines, settings.teams)
        yield database
    except BaseException:
        database.close()
        if created is not None:
            for ending in ("", "-wal", "-shm"):
                created.with_name(created.name + ending).unlink(missing_ok=True)
        raise
    finally:
        database.close()


def sqlite_file(database: "Database") -> Path | None:
    """The file of an embedded database; None for a server and for one in memory."""
    name = database.url.database if database.is_sqlite else None
    return Path(name) if name and name != ":memory:" else None
