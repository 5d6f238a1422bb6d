"""`piltuvelis restore`: the database as a backup holds it."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.failure import Failure
from bot.cli.import_file import shown_progress
from bot.cli.only_bot import Taken, only_bot_on
from bot.cli.options import ConfigFile, DatabaseUrl, settings_of, sqlite_file

EXAMPLE = "piltuvelis restore piltuvelis-2026-11-27.backup"


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help="Replace the records that the database has.")] = False,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Make the database what a backup holds; what was there stays until the restored one is found whole.

    The bot must be stopped. A backup of SQLite can be restored into PostgreSQL, and the other way round.
    """
    from core.exchange.backup.restoring import restore
    from core.exchange.backup.sealed import BackupRefused
    from core.storage.database import Database

    url = settings_of(context, config, database).database_url
    target = Database(url)
    try:
        with only_bot_on(url), shown_progress() as progress:
            contents = restore(file, target, replace=yes, progress=progress)
    except Taken:
        place = sqlite_file(target)
        raise Failure(f"A bot is running on the database {place}: stop it, then restore.") from None
    except BackupRefused as error:
        raise Failure(str(error)) from None
    finally:
        target.close()
    rows = sum(contents.rows.values())
    typer.echo(f"Restored {rows:,} rows as of {contents.made_at:%Y-%m-%d %H:%M} UTC; the bot may start.")
