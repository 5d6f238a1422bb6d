"""`piltuvelis export`: companies, people, deals and activities into a file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.failure import Failure
from bot.cli.import_file import shown_progress
from bot.cli.options import ConfigFile, DatabaseUrl, prepared_database, settings_of
from core.exchange.export import ExportRefused, export_file
from core.exchange.fields import Kind

EXAMPLE = "piltuvelis export all customers.xlsx"

ENDINGS = {"one": (".csv", ".xlsx"), "all": (".zip", ".xlsx")}


class What(StrEnum):
    """What is exported: one kind of record, or all."""

    COMPANIES = "companies"
    PEOPLE = "people"
    DEALS = "deals"
    ACTIVITIES = "activities"
    ALL = "all"


def command(
    context: typer.Context,
    what: Annotated[
        What, typer.Argument(metavar="companies|people|deals|activities|all", show_default=False)
    ],
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=".csv, .xlsx or, for all, .zip of CSVs.", show_default=False),
    ],
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Export what is known of customers and deals, so that import reads it back unchanged."""
    endings = ENDINGS["all" if what is What.ALL else "one"]
    if file.suffix.casefold() not in endings:
        expected = " or ".join(endings)
        raise typer.BadParameter(f'"{file.name}"; for {what} the file ends in {expected}', param_hint="FILE")
    settings = settings_of(context, config, database)
    kinds = tuple(Kind) if what is What.ALL else (Kind(what),)
    try:
        with prepared_database(settings) as opened, shown_progress() as progress:
            counts = export_file(opened, kinds, file, ZoneInfo(settings.team.zone), progress)
    except ExportRefused as error:
        raise Failure(str(error)) from None
    for kind, count in counts.items():
        typer.echo(f"{kind}: {count:,} exported")
