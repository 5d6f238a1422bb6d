"""What a deal is called where its customer is named beside it."""

from collections.abc import Sequence
from functools import lru_cache

from core.actions.work import Work
from core.model import Company, Deal, Stage
from core.notices import Option, Sum
from core.reading.names.legal import name_words
from core.reading.tokens import folded
from core.storage.names import names


def own_title(title: str | None, *customers: str | None) -> str:
    """The title; "" where it only names the customer again, as that of a deal begun without one does."""
    if not title:
        return ""
    said = _words(title)
    return "" if any(name and _words(name) == said for name in customers) else title


def deal_options(work: Work, deals: Sequence[Deal]) -> list[Option]:
    """Deals of one customer to choose from: by title, else by the stage they are in, with their sums."""
    companies = names(work.session, Company, (deal.company_id for deal in deals))
    stages = names(work.session, Stage, (deal.stage_id for deal in deals))
    return [
        Option(
            value=str(deal.id),
            name=own_title(deal.title, companies.get(deal.company_id)) or stages.get(deal.stage_id),
            sum=as_sum(deal),
        )
        for deal in deals
    ]


def as_sum(deal: Deal) -> Sum | None:
    """The deal's money for a notice."""
    return Sum(deal.amount, deal.currency) if deal.amount is not None and deal.currency else None


@lru_cache(maxsize=4096)
def _words(name: str) -> list[str]:
    return [folded(word) for word in name_words(name)]
