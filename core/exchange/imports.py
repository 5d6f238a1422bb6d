"""Import: a file of customers, deals or activities goes into the database, whole or not at all."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from core.actions.work import TeamSettings
from core.exchange.activities import ActivityMerge
from core.exchange.bulk import Bulk
from core.exchange.cells import Cells, Layout, ValueMap, survey
from core.exchange.columns import field_of, fold, match_columns, recognised
from core.exchange.deals import DealMerge
from core.exchange.directory import CompanyMerge, PersonMerge
from core.exchange.fields import FIELDS, Kind
from core.exchange.merging import Merge, Merging
from core.exchange.outcome import Outcome
from core.exchange.progress import Progress, silent
from core.exchange.rows import ActivityRow, AnyRow, DealRow, reader
from core.exchange.stage_book import StageBook, load_stages
from core.exchange.staging import STEP, Staging
from core.exchange.table import BadRow, Row, Table, open_table
from core.storage.database import Database
from core.terms import StageMeaning


class ImportRefused(Exception):
    """The file was not taken, and nothing was written. The text says why and what next."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a file is to be taken. `columns`: their column → field; `values`: field → their word → ours."""

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dry_run: bool = False
    strict: bool = False


def import_file(
    database: Database,
    kind: Kind,
    path: Path,
    team: TeamSettings,
    now: datetime,
    wishes: Wishes = Wishes(),
    progress: Progress = silent,
) -> Outcome:
    """Takes a file into the database, in short transactions that begin when all its rows were looked at.

    Rows that cannot be taken are in the outcome, the others go in. `dry_run` writes nothing and tells what
    would be. What fails midway is taken back. Raises ImportRefused, FileUnreadable or ColumnsUnclear; then
    nothing was written.
    """
    value_map = _value_map(kind, wishes.values)
    with database.reading() as session:
        book = load_stages(session, value_map.get("stage", {}))
    with open_table(path, kind, lambda cells: recognised(kind, cells)) as table:
        layout = Layout(kind, match_columns(kind, table.header, wishes.columns), value_map)
        survey(layout, table, lambda: progress("Looking through", table.position(), table.size))
        run = _Run(database, layout, table, book, team, now, progress)
        try:
            run.stage()
            _refuse_unknown_stages(run.unknown, book)
            if wishes.strict and run.outcome.skipped:
                raise ImportRefused(_too_strict(run.outcome))
            run.notice(wishes)
            run.write(wishes)
        finally:
            run.staging.close()
    return run.outcome


@dataclass
class _Run:
    """One import on its way."""

    database: Database
    layout: Layout
    table: Table
    book: StageBook
    team: TeamSettings
    now: datetime
    progress: Progress
    staging: Staging = field(default_factory=Staging)
    outcome: Outcome = field(default_factory=Outcome)
    unknown: Counter[str] = field(default_factory=Counter)

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.team.zone)).date()

    def stage(self) -> None:
        """Sets all rows that can be taken aside."""
        read = reader(self.layout.kind, ZoneInfo(self.team.zone), self.team.currency)
        for number, row in enumerate(self.table.rows()):
            if number % STEP == 0:
                self.progress("Reading", self.table.position(), self.table.size)
            if isinstance(row, BadRow):
                self.outcome.skip(row.line, row.reason)
            elif number < 3 and self._is_header_again(row):
                self.outcome.warn(f"line {row.line} repeats the names of the columns and was left out")
            else:
                self._stage_row(read, Cells(self.layout, row, self.outcome.warn))

    def _stage_row(self, read: Callable[[Cells], AnyRow], cells: Cells) -> None:
        try:
            value = read(cells)
        except ValueError as error:
            self.outcome.skip(cells.line, str(error))
            return
        if isinstance(value, ActivityRow) and value.occurred_on > self.today:
            self.outcome.skip(cells.line, f"occurred_at {value.occurred_on} is yet to come; not an activity")
            return
        earlier = self.staging.add(value)
        if earlier is not None:
            self.outcome.skip(cells.line, f'external_id "{value.external_id}" is in line {earlier} already')
        elif isinstance(value, DealRow):
            self.unknown.update(_unknown_words(value, self.book))

    def notice(self, wishes: Wishes) -> None:
        """Warns of what was found out about the file as a whole."""
        for note in self.table.notes:
            self.outcome.warn(note)
        if self.layout.columns.unused:
            names = ", ".join(self.layout.columns.unused)[:500]
            self.outcome.warn(f"columns that were not taken: {names}")
        if not self.staging.count and not self.outcome.skipped:
            self.outcome.warn("the file has no rows below the names of its columns")
        self._notice_doubts()
        met = self.layout.met | {("stage", word) for word in self.book.met}
        for name, words in wishes.values.items():
            for theirs in words:
                if (field_of(self.layout.kind, name) or name, fold(theirs)) not in met:
                    self.outcome.warn(f'--map-value: no {name} in the file is "{theirs}"')

    def _notice_doubts(self) -> None:
        for name in self.layout.doubtful:
            order, both = self.layout.order(name).value, self.layout.dates[name].is_contradictory
            what = "are written in both orders" if both else "can be read both ways"
            self.outcome.warn(
                f"the dates of {name} {what}; they were taken as {order} (beyond doubt: 2026-12-05)"
            )
        for amounts in self.layout.amounts.values():
            if amounts.doubtful:
                shown = amounts.doubtful[:40]
                self.outcome.warn(f'the mark in amounts such as "{shown}" was taken as one of thousands')

    def write(self, wishes: Wishes) -> None:
        """Takes what was set aside into the database, or only tries to."""
        merging = Merging(self.database, self.staging, self._merge, self.outcome, self.now, self.progress)
        if wishes.dry_run:
            merging.try_out()
        else:
            merging.write()

    def _merge(self, bulk: Bulk) -> Merge:
        match self.layout.kind:
            case Kind.COMPANIES:
                return CompanyMerge(bulk, self.outcome)
            case Kind.PEOPLE:
                return PersonMerge(bulk, self.outcome)
            case Kind.DEALS:
                zone, any_without_id = ZoneInfo(self.team.zone), self.staging.any_without_id
                return DealMerge(bulk, self.outcome, self.book, zone, any_without_id)
            case Kind.ACTIVITIES:
                return ActivityMerge(bulk, self.outcome)

    def _is_header_again(self, row: Row) -> bool:
        return recognised(self.layout.kind, row.cells) > len(self.layout.columns.fields) / 2


def _refuse_unknown_stages(unknown: Counter[str], book: StageBook) -> None:
    if unknown:
        named = ", ".join(f"{words} ({count:,} rows)" for words, count in unknown.most_common(20))
        stages = ", ".join(stage.name for process in book.processes for stage in process.stages)
        pipelines = ", ".join(process.name for process in book.processes)
        theirs = [words.split('"')[1] for words, _ in unknown.most_common(20) if words.startswith("stage ")]
        example = " ".join(f'--map-value "stage:{word}=…"' for word in theirs[:6])
        raise ImportRefused(
            f"Not known here: {named}. Nothing was imported. The stages are: {stages} "
            f"(also: {', '.join(StageMeaning)}). Say what is meant"
            + (f": {example}." if theirs else f', as --map-value "pipeline:theirs=ours"; ours: {pipelines}.')
        )


def _unknown_words(row: DealRow, book: StageBook) -> set[str]:
    if book.process(row.pipeline) is None:
        return {f'pipeline "{row.pipeline}"'}
    past = {move.stage for move in row.history if book.past(row.pipeline, move.stage) is None}
    now = {row.stage} if book.stage(row.pipeline, row.stage) is None else set()
    return {f'stage "{word}"' for word in past | now}


def _too_strict(outcome: Outcome) -> str:
    first = outcome.problems[0]
    return (
        f"{outcome.skipped} rows cannot be taken, the first in line {first.line}: {first.reason}. "
        "Nothing was imported; correct them, or leave --strict out."
    )


def _value_map(kind: Kind, values: Mapping[str, Mapping[str, str]]) -> ValueMap:
    mapped: dict[str, dict[str, str]] = {}
    for name, words in values.items():
        known = name if name in FIELDS[kind] else field_of(kind, name)
        if known is None:
            raise ImportRefused(
                f"--map-value: {kind} have no field {name}; known: {', '.join(FIELDS[kind])}."
            )
        mapped.setdefault(known, {}).update({fold(theirs): ours for theirs, ours in words.items()})
    return mapped
