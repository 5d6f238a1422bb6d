"""An expression of date and time while phrases are being added to it."""

from dataclasses import dataclass, field
from datetime import timedelta

from core.reading.calendar.expressions import Clock, DateWords, DayPart, Direction, Relation
from core.reading.calendar.pieces import Piece


@dataclass(slots=True)
class Draft:
    """An expression while pieces are being added to it."""

    pieces: list[Piece]
    first: int
    last: int
    dates: list[DateWords] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    part: DayPart | None = None
    later: timedelta | None = None
    direction: Direction | None = None
    relation: Relation | None = None
    until: DateWords | None = None
    until_clock: Clock | None = None
    sure: bool = False
    bare: bool = False
    open_clock: bool = False


LOOSE = frozenset({"spaced_clock", "hour", "ordinal_hour", "dotted", "word_clock", "compact"})


def take(draft: Draft, piece: Piece) -> None:
    """Adds all that the piece says, where the draft has nothing of the kind."""
    draft.pieces.append(piece)
    draft.last = max(draft.last, piece.last)
    draft.dates += piece.dates
    if piece.clock and not (piece.rule == "numeric" and piece.dates):
        draft.clocks.append(piece.clock)
    draft.part = draft.part or piece.part
    draft.later = draft.later or piece.later
    draft.direction = draft.direction or piece.direction
    if piece.deadline:
        draft.relation = draft.relation or Relation.BY


def extend(draft: Draft, piece: Piece) -> bool:
    draft.pieces.append(piece)
    draft.last = piece.last
    draft.direction = draft.direction or piece.direction
    return True
