"""Replaying history: what would have been forecast on past days, by what was known then, and what came."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean

from sqlalchemy.orm import Session

from core.actions.reports.facts import Facts, gather
from core.actions.reports.shape import Note, Question, Report, Row, rounded
from core.actions.work import TeamSettings
from core.history import DAY, DealRow
from core.insights.accuracy import Score, Trial, score
from core.insights.period import Span, quarter_of
from core.insights.spread import interval
from core.model import Member

HORIZONS = (28, 56, 91)
"""Days before a period's end at which it is forecast."""

MOST = 12
"""The newest so many quarters are replayed."""

COLUMNS = ("method", "horizon_days", "periods", "wape", "bias", "coverage", "brier")
METHODS = ("expected", "weighted", "naive")

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Past:
    """What was seen at one horizon of one period: each open deal's worth, its chances, what it brought."""

    end: date
    worth: Sequence[int]
    expected: Sequence[float]
    weighted: Sequence[float]
    came: Sequence[int]
    effect: float


def backtest(session: Session, by: Member, team: TeamSettings, now: datetime, progress: Progress) -> Report:
    """Scores the expected forecast, the weighted figure, and the mean of earlier periods, a row for each.

    All are about the deals that were open on the day; where there was too little to learn from by then, the
    period is left out for all three.
    """
    present = gather(session, by, team, now, Question())
    trials: dict[tuple[str, int], list[Trial]] = defaultdict(list)
    later = {deal.id: deal for deal in present.deals}
    spans = _quarters(present)
    days = [(horizon, span) for horizon in HORIZONS for span in spans]
    earlier: dict[int, list[_Past]] = defaultdict(list)
    for number, (horizon, span) in enumerate(days):
        progress("Replaying quarters", number, len(days))
        as_of = span.end - timedelta(days=horizon)
        facts = gather(session, by, team, now, Question(span=span, as_of=as_of))
        if facts.chances.is_thin:
            continue
        past = _seen(facts, later, present)
        known = [each for each in earlier[horizon] if each.end <= as_of]
        for method, trial in _trials(past, known):
            trials[method, horizon].append(trial)
        earlier[horizon].append(past)
    rows = [
        _row(method, horizon, score(trials[method, horizon])) for horizon in HORIZONS for method in METHODS
    ]
    notes = [] if any(trials.values()) else [Note("note-no-past-period")]
    notes += present.notes()
    replayed = Span(spans[0].start, spans[-1].end) if spans else present.span
    return Report("backtest", present.today, replayed, team.currency, {}, COLUMNS, rows, {}, notes)


def _quarters(present: Facts) -> list[Span]:
    """The quarters that are over, oldest first, from after that in which the history begins to that in which
    a deal was closed last."""
    found: list[Span] = []
    first = quarter_of(datetime.fromtimestamp(present.begun, present.zone).date())
    last = max((deal.closed_on for deal in present.deals if deal.closed_on), default=present.today)
    span = quarter_of(min(last, quarter_of(present.today).start - timedelta(days=1)))
    while span.start >= first.end and len(found) < MOST:
        found.append(span)
        span = quarter_of(span.start - timedelta(days=1))
    return found[::-1]


def _seen(facts: Facts, later: Mapping[int, DealRow], present: Facts) -> _Past:
    span, processes = facts.span, facts.processes
    worth: list[int] = []
    expected: list[float] = []
    weighted: list[float] = []
    came: list[int] = []
    for deal in facts.deals:
        if not processes.is_open(deal):
            continue
        worth.append(facts.worth.units(deal.units, deal.currency, facts.today) or 0)
        expected.append(facts.chances.between(deal, facts.now, *facts.seconds))
        weighted.append(processes.probability(deal) / 100 if deal.contract_on in span else 0.0)
        came.append(_brought(later.get(deal.id), facts.today, span.end, present))
    effect = facts.chances.effect((facts.seconds[1] - facts.now) / DAY)
    return _Past(span.end, worth, expected, weighted, came, effect)


def _brought(deal: DealRow | None, today: date, end: date, present: Facts) -> int:
    """What a deal that was open then brought by the period's end; -1: nothing, it was not won by then."""
    if deal is None or not present.processes.is_won(deal):
        return -1
    if deal.closed_on is None or not today <= deal.closed_on < end:
        return -1
    return present.worth.units(deal.units, deal.currency, deal.closed_on) or 0


def _trials(past: _Past, earlier: Sequence[_Past]) -> Iterator[tuple[str, Trial]]:
    came = sum(units for units in past.came if units > 0)
    won = [units >= 0 for units in past.came]
    for method, chances in (("expected", past.expected), ("weighted", past.weighted)):
        pairs = list(zip(past.worth, chances, strict=True))
        said = sum(units * chance for units, chance in pairs)
        low, high = interval(pairs, past.effect) if method == "expected" else (None, None)
        yield method, Trial(said, came, low, high, list(zip(chances, won, strict=True)))
    if earlier:
        said = fmean(sum(units for units in each.came if units > 0) for each in earlier)
        open_then = sum(len(each.came) for each in earlier)
        rate = sum(units >= 0 for each in earlier for units in each.came) / open_then if open_then else 0.0
        yield "naive", Trial(said, came, chances=[(rate, each) for each in won])


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
