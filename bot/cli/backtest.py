"""`piltuvelis backtest`: how right the forecasts would have been on the team's own history."""

from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.import_file import shown_progress
from bot.cli.options import ConfigFile, DatabaseUrl, now, prepared_database, settings_of
from bot.cli.report_files import write_json, write_table
from core.actions.reports.backtest import backtest

EXAMPLE = "piltuvelis backtest --format json"


class Format(StrEnum):
    """How it is written."""

    TABLE = "table"
    JSON = "json"


def command(
    context: typer.Context,
    format_: Annotated[
        Format, typer.Option("--format", metavar="|".join(Format), help="How to write it.")
    ] = Format.TABLE,
    ahead: Annotated[
        list[int] | None,
        typer.Option(
            min=1,
            max=366,
            metavar="DAYS",
            help="Each Monday of a year so many days ahead, instead of quarters.",
        ),
    ] = None,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Replay past quarters: the forecasts of 4, 8 and 13 weeks before their end, by what was known then.

    Or, with --ahead, which may be given more than once, those of each Monday.
    """
    settings = settings_of(context, config, database)
    with prepared_database(settings) as opened, opened.reading() as session, shown_progress() as progress:
        found = backtest(session, settings.team, now(), progress, ahead or ())
    if format_ is Format.JSON:
        write_json(found, None)
    else:
        write_table(found, None, settings.team.language)
