"""Deals of a file into the database, with as much of their past as the file allows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from core.exchange.aside import Aside
from core.exchange.bulk import Bulk, Entry, difference, known, known_outside
from core.exchange.deal_story import Story, tell, title_of
from core.exchange.names import plain
from core.exchange.outcome import Outcome
from core.exchange.references import Companies, owners, products
from core.exchange.rows import DealRow
from core.exchange.stage_book import StageBook
from core.model import Deal
from core.storage.ledger import UNLOGGED

Record = Mapping[str, Any]


class DealMerge:
    """Takes the deals of a file.

    A row without external id means the deal of that title with that company in that pipeline, the second such
    row the second such deal, so that importing a file again doubles nothing.
    """

    def __init__(
        self, bulk: Bulk, outcome: Outcome, book: StageBook, zone: ZoneInfo, any_without_id: bool
    ) -> None:
        self._bulk, self._outcome, self._book, self._zone = bulk, outcome, book, zone
        self._companies = Companies(bulk, outcome)
        self._owners = owners(bulk, outcome)
        self._products = products(bulk, outcome)
        self._unnamed = UnnamedDeals()
        if any_without_id:
            self._unnamed.load(bulk)

    def merge(self, rows: Sequence[DealRow]) -> None:
        """Writes a step of rows; companies, salespeople and products that nobody knows are created first."""
        for known_names in (self._companies, self._owners, self._products):
            known_names.refresh()
        self._companies.create_unknown(row.company for row in rows)
        self._owners.create_unknown(row.owner for row in rows)
        self._products.create_unknown(row.product for row in rows)
        for row in rows:
            if row.company is None:
                self._outcome.warn("deals without a company")
        references = [self._references(row) for row in rows]
        by_id = known_outside(self._bulk.connection, Deal, (row.external_id for row in rows))
        unnamed = self._unnamed_deals(rows, references)
        new: list[Story] = []
        old: list[tuple[Record, Story]] = []
        for row, found in zip(rows, references, strict=True):
            before = by_id.get(row.external_id) if row.external_id else unnamed.get(row.line)
            if before is not None:
                found["owner_id"] = self._owners.get(row.owner, before["owner_id"])
            story = tell(row, found, before, self._book, self._bulk.now, self._zone, self._outcome)
            if before is None:
                new.append(story)
            else:
                old.append((before, story))
        self._create(new)
        self._update(old)

    def finish(self) -> None:
        """Says which products look misspelt."""
        self._products.warn_if_run_together()

    def _references(self, row: DealRow) -> dict[str, int | None]:
        return {
            "company_id": self._companies.get(row.company),
            "owner_id": self._owners.get(row.owner),
            "product_id": self._products.get(row.product),
        }

    def _create(self, stories: Sequence[Story]) -> None:
        ids = self._bulk.create(Deal, [story.final for story in stories])
        names = [name for name in (stories[0].final if stories else ()) if name not in UNLOGGED]
        beginnings: list[Sequence[Any]] = []
        entries: list[Entry] = []
        moves: list[Sequence[Any]] = []
        for deal_id, story in zip(ids, stories, strict=True):
            beginnings.append((deal_id, story.moves[0].at, *map(story.first.get, names)))
            entries += self._later_entries(deal_id, story)
            moves += self._moves(deal_id, None, story)
        self._bulk.log_first(Deal, names, beginnings)
        self._bulk.log(entries)
        self._bulk.moves(moves)
        self._outcome.taken += len(ids)

    def _later_entries(self, deal_id: int, story: Story) -> Sequence[Entry]:
        """What the log has of a new deal after its beginning: each move, at its time."""
        entries: list[Entry] = []
        for earlier, move in zip(story.moves, story.moves[1:], strict=False):
            before = {"stage_id": earlier.stage_id, "stage_entered_at": earlier.at}
            values: dict[str, Any] = {"stage_id": move.stage_id, "stage_entered_at": move.at}
            if move is story.moves[-1]:
                values |= {name: value for name, value in story.ending.items() if value is not None}
            entries += self._bulk.changed(Deal, deal_id, before, values, move.at)
        return entries

    def _moves(self, deal_id: int, from_id: int | None, story: Story) -> Sequence[Sequence[Any]]:
        rows = []
        for stage_id, at in story.moves:
            rows.append((deal_id, from_id, stage_id, at, at, self._bulk.operation_id))
            from_id = stage_id
        return rows

    def _update(self, pairs: Sequence[tuple[Record, Story]]) -> None:
        changes: list[tuple[Record, Record]] = []
        entries: list[Entry] = []
        moves: list[Sequence[Any]] = []
        for before, story in pairs:
            changed = difference(before, story.final) | self._taken_back(before, story)
            at = self._since(story)
            if not changed:
                self._outcome.unchanged += 1
                continue
            changes.append((before, changed))
            entries += self._bulk.changed(Deal, before["id"], before, changed, at)
            moves += self._moves(before["id"], before["stage_id"], story)
            self._outcome.updated += 1
        self._bulk.change(Deal, changes)
        self._bulk.log(entries)
        self._bulk.moves(moves)

    def _since(self, story: Story) -> datetime:
        return story.moves[-1].at if story.moves else self._bulk.now

    def _taken_back(self, before: Record, story: Story) -> dict[str, Any]:
        """What an open deal cannot have any more, and a deleted one that is in the file again."""
        emptied = {"deleted_at": None} if before["deleted_at"] is not None else {}
        if story.is_open:
            emptied |= {name: None for name in ("closed_on", "lost_reason") if before[name] is not None}
        return emptied

    def _unnamed_deals(
        self, rows: Sequence[DealRow], references: Sequence[Mapping[str, int | None]]
    ) -> Mapping[int, Record]:
        """The deals that rows without external id mean, by the rows' lines."""
        meant: dict[int, int] = {}
        for row, found in zip(rows, references, strict=True):
            if row.external_id is None:
                process = self._book.process(row.pipeline)
                key = (plain(title_of(row)), found["company_id"], process.id if process else 0)
                if (deal_id := self._unnamed.take(*key)) is not None:
                    meant[row.line] = deal_id
        by_id = known(self._bulk.connection, Deal, "id", meant.values())
        return {line: by_id[deal_id] for line, deal_id in meant.items() if deal_id in by_id}


class UnnamedDeals:
    """The deals without external id that there were before a file, beside memory; each is taken once."""

    def __init__(self) -> None:
        self._aside = Aside(
            "CREATE TABLE deals (id INTEGER PRIMARY KEY, named INTEGER)",
            "CREATE INDEX by_name ON deals (named)",
        )

    def load(self, bulk: Bulk) -> None:
        """Takes in all that there are now."""
        query = select(Deal.id, Deal.title, Deal.company_id, Deal.pipeline_id).where(
            Deal.external_id.is_(None), Deal.deleted_at.is_(None)
        )
        found = bulk.connection.execute(query.execution_options(yield_per=1_000))
        rows = ((deal_id, hash((plain(title), *place))) for deal_id, title, *place in found)
        self._aside.put_all("INSERT INTO deals VALUES (?, ?)", rows)

    def take(self, title: str, company_id: int | None, pipeline_id: int) -> int | None:
        """The oldest such deal that was not taken yet."""
        query = "SELECT id FROM deals WHERE named = ? ORDER BY id LIMIT 1"
        found: int | None = self._aside.one(query, (hash((title, company_id, pipeline_id)),))
        if found is not None:
            self._aside.put("DELETE FROM deals WHERE id = ?", (found,))
        return found
