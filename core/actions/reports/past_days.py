"""Past days on which forecasts are held against what came: frozen by a snapshot, or else replayed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from core.actions.reports.facts import Facts, gather
from core.actions.reports.scopes import members_below
from core.actions.reports.shape import Question
from core.actions.reports.snapshot import Periods
from core.history import DAY, DealRow, as_units
from core.insights.accuracy import Seen, Stood, look_back
from core.insights.alternatives import counted_once
from core.insights.forecast import in_cents, range_around
from core.insights.period import Span, quarter_of, week_of
from core.insights.shares import Shares
from core.model import Member, SnapshotDeal, SnapshotForecast
from core.storage import known_then, snapshot_rows
from core.storage.shares import WHOLE, shares_then
from core.terms import Category, Scope

HORIZONS = (28, 56, 91)
"""Days before a period's end at which it is forecast."""

MOST = 12
"""The newest so many quarters are looked at."""

MOST_MONDAYS = 52
"""The newest so many Mondays are."""

SILENCE = timedelta(days=31)
"""A history in which nothing was closed for so long ended then: what it brought later is not known."""

Key = tuple[Scope, int]
"""Of whom, with the id of the team or the member; 0: everybody."""

Held = Mapping[int, list[tuple[Stood, int]]]
"""What each member held of the deals, in percent."""


@dataclass(frozen=True)
class PastDay:
    """The deals open on a day, a horizon before the end of a period, and who held them then.

    `told`: the ends of our intervals as they were told that day; of others they are drawn by `effect`.
    """

    horizon: int
    as_of: date
    span: Span
    stood: Sequence[Stood]
    shares: Shares
    team_of: Mapping[int, int | None]
    effect: float = 0.0
    told: Mapping[Key, tuple[float, float]] | None = None

    def whole(self) -> Seen:
        """Of everybody."""
        return self._of((Scope.ALL, 0), [(each, WHOLE) for each in self.stood])[1]

    def seen(self, parents: Mapping[int, int | None]) -> Iterator[tuple[Key, Seen]]:
        """Of everybody, of each team with those below it, of each who held a deal. `parents`: of teams."""
        yield (Scope.ALL, 0), self.whole()
        held = self._held()
        for team_id in sorted(parents):
            members = members_below(team_id, self.team_of, parents)
            yield self._of((Scope.TEAM, team_id), _together(held, members))
        for member_id, some in sorted(held.items()):
            yield self._of((Scope.MEMBER, member_id), some)

    def _of(self, key: Key, some: Iterable[tuple[Stood, int]]) -> tuple[Key, Seen]:
        def ends(pairs: Sequence[tuple[int, float]]) -> tuple[float, float]:
            if self.told is not None:
                return self.told.get(key, (0.0, 0.0))
            expected = sum(in_cents(units * chance) for units, chance in pairs)
            return range_around(expected, pairs, self.effect)

        return key, look_back(some, self.as_of, self.span.end, ends)

    def _held(self) -> Held:
        held: dict[int, list[tuple[Stood, int]]] = defaultdict(list)
        for each in self.stood:
            others = {
                who: part for who, part in self.shares.get(each.deal_id, {}).items() if who != each.owner_id
            }
            for who, part in others.items():
                held[who].append((each, part))
            if each.owner_id is not None:
                held[each.owner_id].append((each, WHOLE - sum(others.values())))
        return held


def _together(held: Held, members: Iterable[int]) -> list[tuple[Stood, int]]:
    """What they held together."""
    found: dict[int, tuple[Stood, int]] = {}
    for member_id in members:
        for stood, percent in held.get(member_id, ()):
            _, before = found.get(stood.deal_id, (stood, 0))
            found[stood.deal_id] = (stood, before + percent)
    return list(found.values())


class Hindsight:
    """What is known now of deals that were open on past days. `present`: the facts of now."""

    def __init__(self, present: Facts) -> None:
        self._present = present
        self._later: Mapping[int, DealRow] = {deal.id: deal for deal in present.deals}
        self._then: Facts | None = None

    def days(self) -> list[tuple[int, Span]]:
        """The horizons, each with the quarters that are over, oldest first: from after that in which the
        history begins to the last one that it knows whole."""
        present, spans = self._present, list[Span]()
        first = quarter_of(datetime.fromtimestamp(present.begun, present.zone).date())
        span = quarter_of(quarter_of(self._until).start - timedelta(days=1))
        while span.start >= first.end and len(spans) < MOST:
            spans.append(span)
            span = quarter_of(span.start - timedelta(days=1))
        return [(horizon, span) for horizon in HORIZONS for span in spans[::-1]]

    def mondays(self, ahead: Sequence[int]) -> list[tuple[int, Span]]:
        """Of so many days ahead the periods that begin on a Monday and are over, oldest first."""
        begun = datetime.fromtimestamp(self._present.begun, self._present.zone).date()
        monday, found = week_of(self._until).start, list[tuple[int, Span]]()
        while monday > begun and len(found) < MOST_MONDAYS * len(ahead):
            spans = [(days, Span(monday, monday + timedelta(days=days))) for days in ahead]
            found += [each for each in spans if each[1].end <= self._until]
            monday -= timedelta(days=7)
        return found[::-1]

    @cached_property
    def _until(self) -> date:
        """The day before which the history knows what happened."""
        present = self._present
        day = max((deal.closed_on for deal in present.deals if deal.closed_on), default=present.today)
        return present.today if present.today - day < SILENCE else day + timedelta(days=1)

    def _facts(self, as_of: date, span: Span) -> Facts:
        """What was known on the day; the last one is kept, for another period is often asked about it."""
        if self._then is None or self._then.question.as_of != as_of:
            present = self._present
            now = datetime.fromtimestamp(present.now, UTC)
            question = Question(span=span, as_of=as_of)
            self._then = gather(present.session, present.asker, present.team, now, question)
        return self._then.over(span)

    def replayed(self, horizon: int, span: Span) -> PastDay | None:
        """By what was known on the day; None where that was too little to learn from."""
        as_of = span.end - timedelta(days=horizon)
        facts = self._facts(as_of, span)
        if facts.chances.is_thin:
            return None
        counted = {deal.id for deal in counted_once(facts.deals, facts.processes)}
        stood = [
            self._stood_in(facts, deal, deal.id in counted)
            for deal in facts.deals
            if facts.processes.is_open(deal)
        ]
        effect = facts.chances.effect((facts.seconds[1] - facts.now) / DAY)
        return PastDay(horizon, as_of, span, stood, facts.shares, facts.names.team_of, effect)

    def _stood_in(self, facts: Facts, deal: DealRow, counted: bool) -> Stood:
        within = deal.contract_on in facts.span
        return Stood(
            deal.id,
            deal.owner_id,
            facts.worth.units(deal.units, deal.currency, facts.today) or 0,
            facts.chances.between(deal, facts.now, *facts.seconds),
            facts.processes.probability(deal) / 100 if within else 0.0,
            counted,
            within and facts.processes.category(deal) is Category.COMMIT,
            self._came(deal.id, facts.today, facts.span),
        )

    def frozen(self, horizon: int, span: Span) -> PastDay | None:
        """By the snapshot of the last Monday not after the day; None where there is none, or it had too
        little to learn from, or was of another currency."""
        session, day = self._present.session, span.end - timedelta(days=horizon)
        monday = day - timedelta(days=day.weekday())
        chance_in, found = _column(monday, span), snapshot_rows.finished(session, monday)
        if found is None or chance_in is None or found.currency != self._present.team.currency:
            return None
        told = _told(snapshot_rows.forecasts(session, found.id, span))
        if (Scope.ALL, 0) not in told:
            return None
        stood = [
            self._stood_at(row, getattr(row, chance_in) or 0.0, monday, span)
            for row in snapshot_rows.open_deals(session, found.id)
        ]
        before = datetime.combine(monday, time(), self._present.zone).astimezone(UTC)
        shares = shares_then(session, before)
        team_of = known_then.fields_then(session, Member, "team_id", before)
        return PastDay(horizon, monday, span, stood, shares, team_of, told=told)

    def _stood_at(self, row: SnapshotDeal, chance: float, monday: date, span: Span) -> Stood:
        within = row.contract_on in span
        return Stood(
            row.deal_id,
            row.owner_id,
            as_units(row.worth) if row.worth is not None else 0,
            chance,
            row.probability / 100 if within else 0.0,
            row.counted,
            within and row.category is Category.COMMIT,
            self._came(row.deal_id, monday, span),
        )

    def _came(self, deal_id: int, as_of: date, span: Span) -> int | None:
        """What a deal that was open then brought in the period; None: it was not won in it."""
        present, deal = self._present, self._later.get(deal_id)
        if deal is None or deal.closed_on is None or not present.processes.is_won(deal):
            return None
        if deal.closed_on < as_of or deal.closed_on not in span:
            return None
        return present.worth.units(deal.units, deal.currency, deal.closed_on) or 0


def _column(monday: date, span: Span) -> str | None:
    """Which chance of a frozen deal is that of the period."""
    periods = Periods.of(monday)
    return {periods.quarter: "in_quarter", periods.following: "next_quarter"}.get(span)


def _told(rows: Iterable[SnapshotForecast]) -> dict[Key, tuple[float, float]]:
    """The ends of what open deals were said to bring."""
    return {
        (row.scope, row.scope_id): (
            float(as_units(row.expected_low - row.won)),
            float(as_units(row.expected_high - row.won)),
        )
        for row in rows
        if row.expected_low is not None and row.expected_high is not None
    }
