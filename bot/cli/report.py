"""`piltuvelis report`: the manager's answers as a table, JSON, CSV, XLSX or a picture."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.failure import Failure
from bot.cli.options import ConfigFile, DatabaseUrl, now, prepared_database, settings_of
from bot.cli.report_files import write_csv, write_json, write_picture, write_table, write_xlsx
from core.actions.pictures.asking import PICTURES, draw_as_owner
from core.actions.reports.asking import GROUPINGS, ask_as_owner
from core.actions.reports.shape import Question, Report
from core.exchange.export import ExportRefused
from core.insights import period
from core.notices.reports import Picture

EXAMPLE = "piltuvelis report forecast --period 2026-Q4 --by rep --format xlsx --out forecast.xlsx"


class Name(StrEnum):
    """Which question is answered."""

    LEADS = "leads"
    FUNNEL = "funnel"
    FORECAST = "forecast"
    CLOSING = "closing"
    EFFORT = "effort"
    COST = "cost"
    CUSTOMERS = "customers"
    PROCESS = "process"
    ADOPTION = "adoption"
    CAPACITY = "capacity"


class Format(StrEnum):
    """How a report is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PNG = "png"


class By(StrEnum):
    """What the rows of a report are grouped by."""

    STAGE = "stage"
    REP = "rep"
    TEAM = "team"
    SEGMENT = "segment"
    PRODUCT = "product"
    COMPANY = "company"
    PIPELINE = "pipeline"
    DEAL = "deal"
    KIND = "kind"


WRITERS: Mapping[Format, Callable[[Report, Path | None, str], None]] = {
    Format.TABLE: write_table,
    Format.JSON: lambda report, out, _: write_json(report, out),
    Format.CSV: lambda report, out, _: write_csv(report, out),
    Format.XLSX: lambda report, out, language: write_xlsx([report], out, language),
}

PERIODS = "2026-Q4, 2026-11, 2026-W47, 2026 or 2026-10-01..2026-12-15 (the end is not in it)"


def command(
    context: typer.Context,
    report: Annotated[Name, typer.Argument(metavar="|".join(Name), show_default=False)],
    span: Annotated[
        str | None, typer.Option("--period", metavar="PERIOD", help=f"{PERIODS}; else the current quarter.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The answer of that morning, by what was known then."),
    ] = None,
    pipeline: Annotated[
        str | None, typer.Option("--pipeline", metavar="NAME", help="Only this sales process.")
    ] = None,
    by: Annotated[
        By | None, typer.Option("--by", metavar="|".join(By), help="A row, or a funnel, for each.")
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", metavar="|".join(Format), help="How to write it.")
    ] = Format.TABLE,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Into this file, not to the terminal.")
    ] = None,
    dark: Annotated[bool, typer.Option("--dark", help="A picture for dark chats.")] = False,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Answer where everything is, what will be won, and when the contract will be."""
    refuse(report, by, format_, out)
    question = Question(_span(span), _day(as_of), pipeline, by)
    settings = settings_of(context, config, database)
    ask = draw_as_owner if format_ is Format.PNG else ask_as_owner
    with prepared_database(settings) as opened, _without_collector(), opened.reading() as session:
        found = ask(session, settings.team, now(), report, question)
    _write(found, format_, out, settings.team.language, dark)


def _write(found: Report | Picture, format_: Format, out: Path | None, language: str, dark: bool) -> None:
    """Raises Failure where the file cannot be written."""
    try:
        if isinstance(found, Picture):
            write_picture(found, out, language, dark)
        else:
            WRITERS[format_](found, out, language)
    except (OSError, ExportRefused) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Failure(f"{out} could not be written: {reason}; name another file.") from None


def refuse(report: Name, by: By | None, format_: Format, out: Path | None) -> None:
    """Raises BadParameter where the question cannot be meant."""
    if by is not None and by not in GROUPINGS[report]:
        allowed = "|".join(GROUPINGS[report]) or "nothing"
        raise typer.BadParameter(f'"{by}"; {report} can be grouped by {allowed}', param_hint="--by")
    if format_ is Format.PNG and report not in PICTURES:
        raise typer.BadParameter(
            f"there is no picture of {report}, only of {'|'.join(PICTURES)}", param_hint="--format"
        )
    if format_ in (Format.XLSX, Format.PNG) and out is None:
        raise typer.BadParameter(
            f"{format_.upper()} is no text; name a file with --out", param_hint="--format"
        )


@contextmanager
def _without_collector() -> Iterator[None]:
    """What is read is kept until the end; looking through it again and again costs a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _span(text: str | None) -> period.Span | None:
    if text is None:
        return None
    try:
        return period.parse(text)
    except (ValueError, OverflowError):
        raise typer.BadParameter(f'"{text}"; expected as {PERIODS}', param_hint="--period") from None


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f'"{text}"; expected a date as 2026-11-24', param_hint="--as-of") from None
