"""What a digest stands on: the facts of its end and of its beginning, as its reader may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from core.actions.deal_names import own_title
from core.actions.reports.asking import owner
from core.actions.reports.facts import Facts, gather
from core.actions.reports.shape import Question
from core.actions.work import TeamSettings
from core.history import DealRow, as_amount
from core.insights.alternatives import counted_once
from core.insights.period import Span
from core.insights.week import part_in_expected
from core.model import Member
from core.money import whole
from core.notices import Sum
from core.notices.digest import DigestDeal
from core.notices.report_view import OF_LENGTH, Length

FORECAST = {Length.WEEK: Length.QUARTER, Length.MONTH: Length.MONTH, Length.QUARTER: Length.QUARTER}
"""Of which period the forecasts in a digest are: a week's of the quarter that it ends in, else its own."""


@dataclass
class DigestFacts:
    """`now`: of the reader, at the period's end, about the forecast's period; `then`: at its beginning."""

    span: Span
    length: Length
    now: Facts
    then: Facts

    @cached_property
    def week(self) -> Facts:
        """At the period's end, about the period itself."""
        return self.now.over(self.span)

    @cached_property
    def deals(self) -> Sequence[DealRow]:
        """The deals at the end as they count in sums."""
        return _counted(self.now)

    @cached_property
    def before(self) -> Mapping[int, DealRow]:
        """Those at the beginning, by id."""
        return {deal.id: deal for deal in _counted(self.then)}

    @cached_property
    def open(self) -> Sequence[DealRow]:
        return [deal for deal in self.deals if self.now.processes.is_open(deal)]

    @cached_property
    def closed(self) -> Sequence[DealRow]:
        """Those that were closed in the period."""
        return [
            deal
            for deal in self.deals
            if deal.closed_on in self.span and not self.now.processes.is_open(deal)
        ]

    @cached_property
    def change_in_expected(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """What each deal added to the expected sum at the beginning, and what it adds at the end."""
        return _parts(self.then, list(self.before.values())), _parts(self.now, self.deals)

    def units(self, deal: DealRow) -> int | None:
        """In 1/10 000 of the team's currency, by the rate of its closing, or of the end."""
        return self.now.worth.units(deal.units, deal.currency, deal.closed_on or self.now.today)

    def sum(self, units: int | None) -> Sum | None:
        """Whole units of the team's currency: a digest is read at a glance."""
        if units is None:
            return None
        return Sum(whole(as_amount(units)), self.now.worth.currency)

    def named(self, deal: DealRow) -> DigestDeal:
        names = self.now.names
        company = names.companies.get(deal.company_id or 0)
        return DigestDeal(
            id=deal.id,
            title=own_title(deal.title, company),
            company=company,
            sum=self.sum(self.units(deal)),
            who=names.members.get(deal.owner_id or 0),
            said_on=deal.contract_on,
        )


def _counted(facts: Facts) -> Sequence[DealRow]:
    return facts.in_part(counted_once(facts.deals, facts.processes))


def _parts(facts: Facts, deals: Sequence[DealRow]) -> Mapping[int, int]:
    return part_in_expected(
        deals,
        facts.now,
        facts.seconds,
        facts.span,
        facts.today,
        facts.chances,
        facts.processes,
        facts.worth,
    )


class Glance:
    """The whole team at the two ends of a period, from which each reader's facts are taken."""

    def __init__(
        self, session: Session, team: TeamSettings, now: datetime, span: Span, length: Length
    ) -> None:
        """`now`: what became known later is not used; a period that is not over ends there."""
        self._span = span
        self._length = length
        zone = ZoneInfo(team.zone)
        is_over = datetime.combine(span.end, time(), zone) <= now
        last = span.end if is_over else now.astimezone(zone).date()
        within = last if length is Length.WEEK else span.start
        about = OF_LENGTH[FORECAST[length]](within)
        self._now, self._then = (
            gather(session, owner(), team, now, Question(about, as_of=day))
            for day in (span.end if is_over else None, span.start)
        )

    def for_many(self) -> "Glance":
        """Reads at once what all readers have in common."""
        for facts in (self._now, self._then):
            _ = facts.everything, facts.all_orders, facts.names, facts.shares, facts.targets, facts.chances
        return self

    def seen_by(self, reader: Member) -> DigestFacts:
        """What the reader may see of it."""
        return DigestFacts(self._span, self._length, self._now.seen_by(reader), self._then.seen_by(reader))
