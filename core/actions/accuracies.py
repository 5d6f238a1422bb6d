"""Keeping accuracy: past forecasts are held against what came, anew whenever the past has changed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from core.actions.reports.asking import owner
from core.actions.reports.facts import Facts, gather
from core.actions.reports.past_days import HORIZONS, Hindsight, Key
from core.actions.reports.shape import Question
from core.actions.turns import Turns
from core.actions.work import TeamSettings
from core.insights.accuracy import METHODS, Seen, commit_hit_rate, scores
from core.insights.period import quarter_of
from core.storage import accuracy_rows
from core.terms import Scope

STEP = 180
"""Rows that one step writes, whole scopes each."""

Row = Mapping[str, Any]


def renew(team: TeamSettings, turns: Turns) -> bool:
    """Works out the accuracy of everybody, each team and each salesperson anew, where that kept stands on
    another past; says whether it did. Snapshots are used where there are any, other days are replayed."""
    with turns.reading() as session:
        present = gather(session, owner(), team, turns.now(), Question())
        content = _content(present)
        if accuracy_rows.kept_content(session) == content:
            return False
        rows = [row | {"content": content, "made_at": turns.now()} for row in _rows(present, turns)]
    pieces = iter(rows)
    while piece := list(islice(pieces, STEP)):
        turns.write(partial(accuracy_rows.replace, rows=piece))
        turns.rest()
    turns.write(partial(accuracy_rows.drop_others, content=content))
    return True


def _content(present: Facts) -> str:
    quarter = quarter_of(present.today).start
    return accuracy_rows.content(present.session, quarter, present.team.currency, present.team.rates)


def _rows(present: Facts, turns: Turns) -> Iterator[dict[str, Any]]:
    seen = _seen(present, turns)
    for (scope, scope_id), by_horizon in sorted(seen.items()):
        for horizon in HORIZONS:
            days = by_horizon.get(horizon, [])
            for method in METHODS:
                found = scores(days)[method]
                yield {
                    "scope": scope,
                    "scope_id": scope_id,
                    "horizon_days": horizon,
                    "method": method,
                    "periods": found.periods,
                    "wape": found.wape,
                    "bias": found.bias,
                    "coverage": found.coverage,
                    "brier": found.brier,
                    "commit_hit_rate": commit_hit_rate(days),
                }


def _seen(present: Facts, turns: Turns) -> Mapping[Key, Mapping[int, Sequence[Seen]]]:
    """What was said and came, of each scope and horizon; of everybody even where there was nothing."""
    found: dict[Key, dict[int, list[Seen]]] = {(Scope.ALL, 0): defaultdict(list)}
    hindsight, parents = Hindsight(present), present.names.parents
    for horizon, span in hindsight.days():
        day = hindsight.frozen(horizon, span) or hindsight.replayed(horizon, span)
        turns.rest()
        for key, seen in day.seen(parents) if day is not None else ():
            found.setdefault(key, defaultdict(list))[horizon].append(seen)
            turns.rest()
    return found
