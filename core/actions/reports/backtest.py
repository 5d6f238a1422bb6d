"""Replaying history: what would have been forecast on past days, by what was known then, and what came."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from core.actions.reports.asking import owner
from core.actions.reports.facts import gather
from core.actions.reports.past_days import HORIZONS, Hindsight
from core.actions.reports.shape import Note, Question, Report, Row, rounded
from core.actions.work import TeamSettings
from core.insights.accuracy import METHODS, Score, Seen, commit_hit_rate, scores
from core.insights.period import Span

COLUMNS = ("method", "horizon_days", "periods", "wape", "bias", "coverage", "brier")

Progress = Callable[[str, int, int], None]


def backtest(
    session: Session, team: TeamSettings, now: datetime, progress: Progress, ahead: Sequence[int] = ()
) -> Report:
    """Scores the expected forecast, the weighted figure, and the mean of earlier periods, a row for each; the
    totals have the share of promised deals that were won in time, by horizon.

    `ahead`: not quarters are forecast before their end, but each Monday so many days from it. All are about
    the deals that were open on the day; where there was too little to learn from by then, the period is left
    out for all three.
    """
    present = gather(session, owner(), team, now, Question())
    hindsight = Hindsight(present)
    horizons = list(dict.fromkeys(ahead)) or HORIZONS
    days, seen = (
        hindsight.mondays(horizons) if ahead else hindsight.days(),
        defaultdict[int, list[Seen]](list),
    )
    for number, (horizon, span) in enumerate(days):
        progress("Replaying the past", number, len(days))
        if (day := hindsight.replayed(horizon, span)) is not None:
            seen[horizon].append(day.whole())
    rows = [
        _row(method, horizon, scores(seen[horizon])[method]) for horizon in horizons for method in METHODS
    ]
    totals = {"commit_hit_rate": {str(each): rounded(commit_hit_rate(seen[each]), 4) for each in horizons}}
    notes = [] if any(seen.values()) else [Note("note-no-past-period")]
    spans = [span for _, span in days]
    whole = Span(spans[0].start, max(span.end for span in spans)) if spans else present.span
    return Report(
        "backtest", present.today, whole, team.currency, {}, COLUMNS, rows, totals, [*notes, *present.notes()]
    )


def _row(method: str, horizon: int, found: Score) -> Row:
    return {
        "method": method,
        "horizon_days": horizon,
        "periods": found.periods,
        "wape": rounded(found.wape, 4),
        "bias": rounded(found.bias, 4),
        "coverage": rounded(found.coverage, 4),
        "brier": rounded(found.brier, 4),
    }
