"""Which targets are those of a period and a group: set for just it, or for parts that fill it exactly."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from core.actions.reports.facts import Facts
from core.history import TargetRow
from core.insights.period import Span

Owner = tuple[int | None, int | None]
"""The team or the member of a target."""


def target_of(facts: Facts, by: str | None, group: str | None, pipeline_id: int | None = None) -> int | None:
    """The target in 1/10 000 of the team's currency; None where none is set for the period: never a part of
    a longer one, which would be a number that nobody said.

    All together: what is set for everybody, else the targets of teams without one above them that has a
    target, else of their members. `pipeline_id`: of that one, None: of what the question asks about.
    """
    sums = _sums(facts, facts.pipeline_id if pipeline_id is None else pipeline_id)
    names = facts.names
    if by == "rep":
        return _total(sums[owner] for owner in sums if owner[1] and names.members.get(owner[1]) == group)
    members = {owner: units for owner, units in sums.items() if owner[1] and owner[1] in names.team_of}
    teams = {owner[0]: units for owner, units in sums.items() if owner[0]}
    if by == "team":
        own = _total(units for team, units in teams.items() if names.teams.get(team) == group)
        of_members = _total(
            units
            for owner, units in members.items()
            if names.teams.get(names.team_of.get(owner[1] or 0) or 0) == group
        )
        return of_members if own is None else own
    if by is not None:
        return None
    if (None, None) in sums:
        return sums[None, None]
    covered = _below(facts, teams)
    tops = [units for team, units in teams.items() if facts.names.parents.get(team) not in covered]
    rest = [units for owner, units in members.items() if names.team_of.get(owner[1] or 0) not in covered]
    return _total([*tops, *rest])


def _below(facts: Facts, teams: Iterable[int]) -> set[int | None]:
    """The teams that have a target, and those below them."""
    covered: set[int | None] = set(teams)
    while True:
        more = {team for team, above in facts.names.parents.items() if above in covered} - covered
        if not more:
            return covered
        covered |= more


def _sums(facts: Facts, pipeline_id: int | None) -> dict[Owner, int]:
    """What each owner's targets for the period come to, in the pipeline, None: in all."""
    mine: dict[Owner, list[TargetRow]] = defaultdict(list)
    for target in facts.targets:
        if facts.sees_target(target):
            mine[target.team_id, target.member_id].append(target)
    sums = {}
    for owner, targets in mine.items():
        units = _for_pipeline(targets, pipeline_id, lambda some: _filling(some, facts))
        if units is not None:
            sums[owner] = units
    return sums


def _for_pipeline(
    targets: list[TargetRow], pipeline_id: int | None, total: Callable[[list[TargetRow]], int | None]
) -> int | None:
    """Those for the pipeline; asked for all: those for all, or else the sum of each pipeline's."""
    chosen = total([target for target in targets if target.pipeline_id == pipeline_id])
    if chosen is not None or pipeline_id is not None:
        return chosen
    pipelines = {target.pipeline_id for target in targets if target.pipeline_id}
    return _total(
        units
        for each in pipelines
        if (units := total([target for target in targets if target.pipeline_id == each])) is not None
    )


def _filling(targets: list[TargetRow], facts: Facts) -> int | None:
    """The target for exactly the period, or the sum of shorter ones that fill it without a gap."""
    span: Span = facts.span
    by_start: dict[date, list[TargetRow]] = defaultdict(list)
    for target in targets:
        if span.start <= target.starts_on and target.ends_on <= span.end:
            by_start[target.starts_on].append(target)
    total, day = 0, span.start
    while day < span.end:
        if not by_start[day]:
            return None
        longest = max(by_start[day], key=lambda target: target.ends_on)
        units = facts.worth.units(longest.units, longest.currency, longest.starts_on)
        if units is None:
            return None
        total, day = total + units, longest.ends_on
    return total


def _total(found: Iterable[int]) -> int | None:
    units = list(found)
    return sum(units) if units else None
