"""`piltuvelis import`: companies, people, deals and activities from a file."""

import signal
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.failure import Failure
from bot.cli.options import ConfigFile, DatabaseUrl, now, prepared_database, settings_of
from core.exchange.columns import ColumnsUnclear
from core.exchange.fields import Kind
from core.exchange.imports import ImportRefused, Wishes, import_file
from core.exchange.outcome import Outcome
from core.exchange.progress import Progress
from core.exchange.table import FileUnreadable
from core.exchange.turns import NoTurn

EXAMPLE = 'piltuvelis import deals deals.csv --map "Sales agent=owner" --map-value "stage:Engaging=qualified"'

MOST_SHOWN = 50


class _Undone(Exception):
    """Ends a dry run, so that a database that was not there before is not there after it."""


def command(
    context: typer.Context,
    kind: Annotated[Kind, typer.Argument(metavar="companies|people|deals|activities", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV or XLSX.", show_default=False)],
    column: Annotated[
        list[str],
        typer.Option("--map", metavar="COLUMN=FIELD", help="Which field a column is; may be repeated."),
    ] = [],  # noqa: B006 - Typer copies it
    value: Annotated[
        list[str],
        typer.Option(
            "--map-value", metavar="FIELD:THEIRS=OURS", help="A word to be replaced; may be repeated."
        ),
    ] = [],  # noqa: B006 - Typer copies it
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Take nothing if there is a row that cannot be taken.")
    ] = False,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Import a file: what is new is added, what has a known external_id is updated, nothing half-written."""
    settings = settings_of(context, config, database)
    wishes = Wishes(columns_of(column), values_of(value), dry_run, strict)
    try:
        with prepared_database(settings) as opened, shown_progress() as progress:
            outcome = import_file(opened, kind, file, settings.team, now(), wishes, progress)
            if dry_run:
                raise _Undone
    except _Undone:
        typer.echo("Only tried, nothing was written:")
    except (ImportRefused, FileUnreadable, ColumnsUnclear, NoTurn) as error:
        raise Failure(str(error)) from None
    for line in report(kind, outcome):
        typer.echo(line)


def columns_of(given: Sequence[str]) -> Mapping[str, str]:
    """ "Column=field" as a mapping."""
    mapped = {}
    for text in given:
        name, equals, field = text.rpartition("=")
        if not equals or not name.strip():
            raise typer.BadParameter(f'"{text}"; expected "Column=field"', param_hint="--map")
        mapped[name.strip()] = field.strip()
    return mapped


def values_of(given: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """ "field:theirs=ours" as a mapping of mappings."""
    mapped: dict[str, dict[str, str]] = defaultdict(dict)
    for text in given:
        field, colon, pair = text.partition(":")
        theirs, equals, ours = pair.rpartition("=")
        if not colon or not equals or not theirs.strip():
            raise typer.BadParameter(f'"{text}"; expected "field:theirs=ours"', param_hint="--map-value")
        mapped[field.strip()][theirs.strip()] = ours.strip()
    return mapped


def report(kind: Kind, outcome: Outcome) -> Iterator[str]:
    """What became of the file, a line each."""
    for problem in outcome.problems[:MOST_SHOWN]:
        yield f"line {problem.line}: {problem.reason}"
    if outcome.skipped > MOST_SHOWN:
        yield f"… and {outcome.skipped - MOST_SHOWN:,} more rows that could not be taken"
    for sentence, count in outcome.warnings.most_common(MOST_SHOWN):
        yield f"warning: {sentence}{f' ({count:,} times)' if count > 1 else ''}"
    if len(outcome.warnings) > MOST_SHOWN:
        yield f"… and {len(outcome.warnings) - MOST_SHOWN:,} more warnings"
    for what, count in outcome.created.items():
        if count:
            yield f"created because a row names them: {count:,} {CREATED[what]}"
    yield (
        f"{kind}: {outcome.taken:,} taken, {outcome.updated:,} updated, {outcome.unchanged:,} unchanged, "
        f"{outcome.skipped:,} skipped, {len(outcome.warnings):,} warnings"
    )


CREATED = {"companies": "companies", "owner": "salespeople (invite them with --name)", "product": "products"}


@contextmanager
def stoppable(progress: Progress) -> Iterator[Progress]:
    """Ctrl-C and SIGTERM end the work at its next word of progress, where all that was begun can be undone.

    Anywhere else they could hit between a statement and its rollback. Asked twice, it ends at once.
    """
    asked: list[int] = []

    def ask(number: int, _frame: object) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)

    def show(what: str, done: int, total: int) -> None:
        if asked:
            raise KeyboardInterrupt
        progress(what, done, total)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield show
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """A bar on a terminal; nothing elsewhere. While it is shown the work can be stopped."""
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True, disable=not _is_terminal()) as bars:
        tasks = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        with stoppable(show) as shown:
            yield shown


def _is_terminal() -> bool:
    import sys

    return sys.stderr.isatty()
