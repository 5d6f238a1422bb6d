"""The story of one deal as its row tells it: first values, moves through the stages, how it ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from core.exchange.outcome import Outcome
from core.exchange.rows import DealRow
from core.exchange.stage_book import StageBook
from core.model import Stage
from core.terms import StageMeaning

ENDING = ("closed_on", "lost_reason", "competitor")
"""Fields that a closed deal got at its end, so that a report about the past does not know them."""


class StageAt(NamedTuple):
    """The deal came to the stage at the instant."""

    stage_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """`final` are the values as they are now (None: the row does not say), `moves` those that are new.

    A deal that is known already has moves only where the row says another stage than it is in.
    """

    final: dict[str, Any]
    is_open: bool
    moves: list[StageAt] = field(default_factory=list)

    @property
    def first(self) -> dict[str, Any]:
        """The values at the beginning, of a new deal."""
        later: dict[str, Any] = {} if self.is_open else dict.fromkeys(ENDING)
        begun = self.moves[0]
        return self.final | later | {"stage_id": begun.stage_id, "stage_entered_at": begun.at}

    @property
    def ending(self) -> dict[str, Any]:
        """The values that came with the last move."""
        return {} if self.is_open else {name: self.final[name] for name in ENDING}


def tell(
    row: DealRow,
    references: Mapping[str, int | None],
    before: Mapping[str, Any] | None,
    book: StageBook,
    now: datetime,
    zone: ZoneInfo,
    outcome: Outcome,
) -> Story:
    """The story of a row whose stages are all known. `before` is the deal as it is known, None: it is new."""
    named = book.stage(row.pipeline, row.stage, before["pipeline_id"] if before else None)
    if named is None:
        raise LookupError(f"a stage that was checked is not there: {row.stage}")
    stage = book.outcome(named, row.outcome)
    today = now.astimezone(zone).date()
    ended = _ended(row, before, today, zone, outcome) if not stage.meaning.is_open else None
    values: dict[str, Any] = {
        **references,
        **_facts(row, outcome),
        "external_id": row.external_id,
        "pipeline_id": stage.pipeline_id,
        "stage_id": stage.id,
        "closed_on": ended,
        "expected_close_on": row.expected_close_on or (row.close_on if ended is None else None),
        "lost_reason": row.lost_reason if stage.meaning is StageMeaning.LOST else None,
    }
    if before is not None:
        return _goes_on(row, values, before, now, zone)
    return _begins(row, values, _moves(row, stage, ended, book, now, zone), today, zone, outcome)


def _goes_on(
    row: DealRow, values: dict[str, Any], before: Mapping[str, Any], now: datetime, zone: ZoneInfo
) -> Story:
    """The story of a known deal: it moves only where the row says another stage than it is in."""
    ended: date | None = values["closed_on"]
    given = {"created_on": row.created_on, "title": row.title}
    if before["stage_id"] == values["stage_id"]:
        return Story(values | given, ended is None)
    move = StageAt(values["stage_id"], _moved_at(row, ended, before, now, zone))
    return Story(values | given | {"stage_entered_at": move.at}, ended is None, [move])


def _begins(
    row: DealRow,
    values: dict[str, Any],
    moves: list[StageAt],
    today: date,
    zone: ZoneInfo,
    outcome: Outcome,
) -> Story:
    """The story of a new deal."""
    ended: date | None = values["closed_on"]
    if max(ended or today, row.created_on or today) > today:
        outcome.warn("deals that the file has created or closed after today")
    if row.created_on is None and ended is None and not row.history:
        outcome.warn(f"deals without a date of creation were taken as created on {today}")
    beginning = {
        "title": title_of(row),
        "created_on": row.created_on or moves[0].at.astimezone(zone).date(),
        "created_at": moves[0].at,
        "stage_entered_at": moves[-1].at,
    }
    return Story(values | beginning, ended is None, moves)


def title_of(row: DealRow) -> str:
    """What the deal is called: where it has no title, what is sold or to whom."""
    return row.title or row.product or row.company or row.external_id or "?"


def _facts(row: DealRow, outcome: Outcome) -> dict[str, Any]:
    amount = row.amount or None
    if row.amount is not None and amount is None:
        outcome.warn("deals with the amount 0 were taken as deals without an amount")
    return {
        "amount": amount,
        "currency": row.currency if amount is not None else None,
        "source": row.source,
        "competitor": row.competitor,
        "category": row.category,
    }


def _ended(
    row: DealRow, before: Mapping[str, Any] | None, today: date, zone: ZoneInfo, outcome: Outcome
) -> date:
    """The day a closed deal was closed on; where nothing says so, the nearest that the row has."""
    said = row.closed_on or row.close_on or (before["closed_on"] if before else None)
    if said is not None:
        ended: date = said
        return ended
    if row.history:
        return row.history[-1].at.astimezone(zone).date()
    guess = min(row.expected_close_on or row.created_on or today, today)
    outcome.warn("won or lost deals without a closing date were taken as closed on the day they have")
    return guess


def _not_ahead(at: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant; the beginning of today for one that is later today: a day's noon may be yet to come."""
    today = now.astimezone(zone).date()
    if at <= now or at.astimezone(zone).date() != today:
        return at
    return datetime(today.year, today.month, today.day, tzinfo=zone)


def _noon(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=zone)


def _moved_at(
    row: DealRow, ended: date | None, before: Mapping[str, Any], now: datetime, zone: ZoneInfo
) -> datetime:
    """When a known deal came to the stage that the row says: its end, or else now that we hear of it."""
    if ended is None:
        return now
    at = _not_ahead(row.closed_at or _noon(ended, zone), now, zone)
    entered: datetime = before["stage_entered_at"]
    return max(at, entered)


def _moves(
    row: DealRow, stage: Stage, ended: date | None, book: StageBook, now: datetime, zone: ZoneInfo
) -> list[StageAt]:
    """All moves of a new deal. One that is closed and tells no more went from the first stage to its end."""
    end = _not_ahead(row.closed_at or _noon(ended, zone), now, zone) if ended is not None else None
    today = now.astimezone(zone).date()
    begun = _not_ahead(row.created_at or end or _noon(today, zone), now, zone)
    if row.history:
        told = [(book.past(row.pipeline, move.stage), move.at) for move in row.history]
        moves = [StageAt(found.id, at) for found, at in told if found is not None]
        if moves[-1].stage_id != stage.id:
            moves.append(StageAt(stage.id, max(end or now, moves[-1].at)))
        return moves
    if end is None:
        return [StageAt(stage.id, begun)]
    process = next(process for process in book.processes if process.id == stage.pipeline_id)
    return [StageAt(process.first.id, min(begun, end)), StageAt(stage.id, end)]
