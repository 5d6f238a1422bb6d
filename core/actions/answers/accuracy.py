"""How right the forecasts were: the team's for those who manage it, one's own for each salesperson."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.actions.answers.told import Told, percent
from core.actions.own_figures import own_accuracy
from core.actions.work import Work
from core.errors import NotFound
from core.insights.accuracy import EXPECTED, NAIVE, WEIGHTED
from core.model import ForecastAccuracy, Member
from core.notices.report_view import ReportView
from core.notices.reports import Figure
from core.storage import accuracy_rows
from core.storage.scope import Sight, sees_team, sight_of
from core.terms import Scope

WEEK = 7
EVEN = 2
"""A forecast that is out by fewer percent is neither too high nor too low."""


def accuracy(work: Work, by: Member, view: ReportView) -> Told:
    """At each horizon how far off ours was beside the plain figures, which way, how often the range held.

    A salesperson's is shown to nobody else. Raises NotFound for a team that is not theirs.
    """
    scope, scope_id = _scope(work, by, view)
    kept = accuracy_rows.of_scope(work.session, scope, scope_id)
    by_horizon: dict[int, dict[str, ForecastAccuracy]] = {}
    for row in kept:
        by_horizon.setdefault(row.horizon_days, {})[row.method] = row
    lines = [line for days, rows in by_horizon.items() for line in _horizon(days // WEEK, rows)]
    if lines:
        most = max(row.periods for row in kept)
        lines.insert(0, Figure(key="accuracy-periods", count=most))
    notes = [] if lines else [_nothing(work)]
    if scope is not Scope.MEMBER:
        return Told("accuracy-heading", lines, notes=notes, has_period=False)
    notes.append(Figure(key="mine-alone"))
    return Told("accuracy-own-heading", [*lines, *_dates(work, by)], notes=notes, has_period=False)


def _scope(work: Work, by: Member, view: ReportView) -> tuple[Scope, int]:
    """Whose it is: the team that is chosen, else all that the asker manages, else their own."""
    if view.team_id:
        if not sees_team(work.session, by, view.team_id):
            raise NotFound()
        return Scope.TEAM, view.team_id
    sight = sight_of(by)
    if sight is Sight.ALL:
        return Scope.ALL, 0
    return (Scope.TEAM, by.team_id or 0) if sight is Sight.TEAM else (Scope.MEMBER, by.id)


def _horizon(weeks: int, rows: Mapping[str, ForecastAccuracy]) -> Sequence[Figure]:
    ours = rows[EXPECTED]
    if ours.wape is None or ours.bias is None:
        return []
    weighted, naive = _share(rows[WEIGHTED].wape), _share(rows[NAIVE].wape)
    beside = "alone" if weighted is None else "weighted" if naive is None else "both"
    lines = [
        Figure(
            key="accuracy-weeks",
            word=beside,
            count=weeks,
            percent=percent(ours.wape),
            low=weighted,
            high=naive,
        )
    ]
    out = percent(ours.bias) or 0
    way = "even" if abs(out) <= EVEN else "over" if out > 0 else "under"
    lines.append(Figure(key="accuracy-way", word=way, percent=abs(out), number=_share(ours.coverage)))
    if ours.commit_hit_rate is not None:
        lines.append(Figure(key="accuracy-commit", percent=percent(ours.commit_hit_rate)))
    return lines


def _share(share: float | None) -> Decimal | None:
    return None if share is None else Decimal(percent(share) or 0)


def _nothing(work: Work) -> Figure:
    is_known = accuracy_rows.kept_content(work.session) is not None
    return Figure(key="accuracy-none" if is_known else "accuracy-soon")


def _dates(work: Work, by: Member) -> list[Figure]:
    """How early or late the contract dates ran that they said first."""
    found = own_accuracy(work, by)
    if found.median_days is None:
        return []
    days = round(found.median_days)
    key = "mine-accurate" if days == 0 else "mine-late" if days > 0 else "mine-early"
    return [Figure(key=key, days=abs(days), count=found.count)]
