"""`piltuvelis backup`: the whole database into one file, while the bot goes on."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.failure import Failure
from bot.cli.import_file import shown_progress
from bot.cli.options import ConfigFile, DatabaseUrl, now, settings_of, sqlite_file

EXAMPLE = "piltuvelis backup piltuvelis-2026-11-27.backup"


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to.", show_default=False)],
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Copy the live database, as it is at one moment, into a file; an earlier backup there is replaced by it.

    The same kind of file comes from SQLite and from PostgreSQL, and can be restored into either.
    """
    from core.exchange.backup.making import back_up
    from core.exchange.backup.sealed import BackupRefused
    from core.storage.database import Database

    source = Database(settings_of(context, config, database).database_url)
    place = sqlite_file(source)
    if place is not None and not place.exists():
        raise Failure(f"There is no database {place}: name the right one with --database.")
    try:
        with shown_progress() as progress:
            contents = back_up(source, file, now(), progress)
    except BackupRefused as error:
        raise Failure(str(error)) from None
    finally:
        source.close()
    rows = sum(contents.rows.values())
    typer.echo(f"{file}: {rows:,} rows of {len(contents.rows)} tables, read back and whole")
