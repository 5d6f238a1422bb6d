"""Of whom forecasts are kept: everybody, each team, each salesperson, each pipeline, as it was known then."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.actions.reports.facts import Facts
from core.actions.reports.targets import target_of
from core.history import DealRow, OrderRow
from core.insights.alternatives import counted_once
from core.insights.shares import part_of
from core.terms import Scope


@dataclass(frozen=True, slots=True)
class Part:
    """One of them. `members`: whose work it is, None: everybody's. `pipeline_id` None: of all pipelines."""

    scope: Scope
    id: int
    members: frozenset[int] | None = None
    pipeline_id: int | None = None

    def deals_of(self, holdings: "Holdings") -> Sequence[DealRow]:
        """Its deals, of alternatives one, and of those that are shared its own part."""
        facts = holdings.facts
        if self.members is None:
            mine = [deal for deal in facts.deals if self.pipeline_id in (None, deal.pipeline_id)]
            return counted_once(mine, facts.processes)
        held = {deal.id: deal for member in self.members for deal in holdings.by_member.get(member, ())}
        counted = counted_once((held[key] for key in sorted(held)), facts.processes)
        return part_of(facts.valued(counted), facts.shares, self.members)

    def orders_of(self, holdings: "Holdings") -> Sequence[OrderRow]:
        """Its orders, which are in no pipeline."""
        if self.pipeline_id is not None:
            return []
        orders = holdings.facts.all_orders
        return orders if self.members is None else [each for each in orders if each.owner_id in self.members]

    def target(self, facts: Facts) -> int | None:
        """What it is to win in the period asked about, in 1/10 000 of the team's currency."""
        names = facts.names
        if self.scope is Scope.MEMBER:
            return target_of(facts, "rep", names.members.get(self.id))
        if self.scope is Scope.TEAM:
            return target_of(facts, "team", names.teams.get(self.id))
        return target_of(facts, None, None, self.pipeline_id)


class Holdings:
    """Who holds which deals: the owner, and whoever has a share."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.by_member: Mapping[int, list[DealRow]] = _by_member(facts)

    def parts(self) -> Iterator[Part]:
        """Everybody, each pipeline, each team with those below it, each who holds or has sold anything."""
        facts = self.facts
        yield Part(Scope.ALL, 0)
        for pipeline_id in dict.fromkeys(stage.pipeline_id for stage in facts.processes.stages):
            yield Part(Scope.PIPELINE, pipeline_id, pipeline_id=pipeline_id)
        for team_id in sorted(facts.names.teams):
            yield Part(Scope.TEAM, team_id, members_below(team_id, facts.names.team_of, facts.names.parents))
        sellers = {order.owner_id for order in facts.all_orders} | self.by_member.keys()
        for member_id in sorted(each for each in sellers if each is not None):
            yield Part(Scope.MEMBER, member_id, frozenset({member_id}))


def members_below(
    team_id: int, team_of: Mapping[int, int | None], parents: Mapping[int, int | None]
) -> frozenset[int]:
    """Who is in the team or in one below it."""
    teams, found = {team_id}, {team_id}
    while found:
        found = {team for team, above in parents.items() if above in found} - teams
        teams |= found
    return frozenset(member for member, team in team_of.items() if team in teams)


def _by_member(facts: Facts) -> dict[int, list[DealRow]]:
    found: dict[int, list[DealRow]] = defaultdict(list)
    for deal in facts.deals:
        for member_id in {deal.owner_id, *facts.shares.get(deal.id, ())}:
            if member_id is not None:
                found[member_id].append(deal)
    return found
