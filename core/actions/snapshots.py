"""Taking snapshots: each Monday's forecasts frozen once, in short steps, also those of Mondays missed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from core.actions.reports.asking import owner
from core.actions.reports.facts import gather
from core.actions.reports.shape import Question
from core.actions.reports.snapshot import forecasts, frozen_deals
from core.actions.turns import Turns
from core.actions.work import TeamSettings
from core.model import Base, SnapshotDeal, SnapshotForecast
from core.storage import snapshot_rows
from core.storage.snapshot_rows import STEP, Claim, Lost

WEEK = timedelta(days=7)

Piece = tuple[type[Base], Sequence[Mapping[str, Any]]]
"""Some rows of one kind."""


def take_due(team: TeamSettings, turns: Turns) -> list[date]:
    """Takes the snapshots that are due, oldest first; returns the days of those taken by this call.

    What another process works at is left to it.
    """
    with turns.reading() as session:
        days = due(session, team, turns.now())
    return [monday for monday in days if _take(monday, team, turns)]


def due(session: Session, team: TeamSettings, now: datetime) -> list[date]:
    """The Mondays whose snapshot is to be taken, oldest first: those left unfinished, and all since the
    newest; where there is none, that of this week."""
    today = now.astimezone(ZoneInfo(team.zone)).date()
    monday = today - timedelta(days=today.weekday())
    newest = snapshot_rows.newest(session)
    missing = list(snapshot_rows.unfinished(session))
    day = monday if newest is None else newest + WEEK
    while day <= monday:
        missing.append(day)
        day += WEEK
    return missing


def _take(monday: date, team: TeamSettings, turns: Turns) -> bool:
    """Freezes what was known at the Monday's first moment, whenever that is done."""
    begin = partial(snapshot_rows.claim, taken_on=monday, currency=team.currency, now=turns.now())
    claimed = turns.write(begin)
    if claimed is None:
        return False
    try:
        _fill(claimed, _frozen(monday, team, turns), turns)
    except Lost:
        return False
    return True


def _fill(claimed: Claim, pieces: Iterable[Piece], turns: Turns) -> None:
    """Raises Lost."""
    is_more = True
    while is_more:
        step = partial(snapshot_rows.clear, claimed=claimed, now=turns.now())
        claimed, is_more = turns.write(step)
    for record, rows in pieces:
        writes = partial(snapshot_rows.write, claimed=claimed, record=record, rows=rows, now=turns.now())
        claimed = turns.write(writes)
        turns.rest()
    turns.write(partial(snapshot_rows.finish, claimed=claimed, now=turns.now()))


def _frozen(monday: date, team: TeamSettings, turns: Turns) -> Iterable[Piece]:
    """The rows of the snapshot, in pieces that one step writes."""
    pieces: list[Piece] = []
    with turns.reading() as session:
        facts = gather(session, owner(), team, turns.now(), Question(as_of=monday))
        for record, rows in ((SnapshotForecast, forecasts(facts)), (SnapshotDeal, frozen_deals(facts))):
            while piece := list(islice(rows, STEP)):
                pieces.append((record, piece))
                turns.rest()
    return pieces
