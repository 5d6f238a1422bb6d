"""What deals and orders are grouped by, and what records are called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from core.history import DealRow, OrderRow
from core.insights.process import Processes
from core.model import Company, Member, Product, Team
from core.storage import known_then

Sold = DealRow | OrderRow


@dataclass(frozen=True)
class Names:
    """What rows are grouped by, as it was known then."""

    members: Mapping[int, str]
    companies: Mapping[int, str]
    products: Mapping[int, str]
    team_of: Mapping[int, int | None]
    teams: Mapping[int, str]
    parents: Mapping[int, int | None]
    segment_of: Mapping[int, str | None]

    def grouping(self, by: str, processes: Processes) -> Callable[[Sold], str | None]:
        """The name of the group that a deal or an order is counted in; None: in none of that kind."""
        pipelines = {stage.pipeline_id: stage.pipeline for stage in processes.stages}
        groups: dict[str, Callable[[Sold], str | None]] = {
            "rep": lambda sold: self.members.get(sold.owner_id or 0),
            "team": lambda sold: self.teams.get(self.team_of.get(sold.owner_id or 0) or 0),
            "segment": lambda sold: self.segment_of.get(sold.company_id or 0),
            "company": lambda sold: self.companies.get(sold.company_id or 0),
            "product": lambda sold: self.products.get(sold.product_id or 0),
            "pipeline": lambda sold: pipelines[sold.pipeline_id] if isinstance(sold, DealRow) else None,
            "stage": lambda sold: processes.stage(sold).name if isinstance(sold, DealRow) else None,
        }
        return groups[by]


def names_then(session: Session, before: datetime | None) -> Names:
    """Names are those of now; who was in which team, and what was in which segment, as it was known then."""
    return Names(
        members=known_then.names_of(session, (Member.id, Member.name)),
        companies=known_then.names_of(session, (Company.id, Company.name)),
        products=known_then.names_of(session, (Product.id, Product.name)),
        team_of=known_then.fields_then(session, Member, "team_id", before),
        teams=known_then.names_of(session, (Team.id, Team.name)),
        parents=known_then.names_of(session, (Team.id, Team.parent_id)),
        segment_of=known_then.fields_then(session, Company, "segment", before),
    )
