"""Histories of a small selling team, made by the use cases that messages and taps call."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from core.actions.deal_changes import NewDeal, begin, move, set_fields
from core.actions.work import Work
from core.model import Member, Pipeline, Stage
from tests.builders import House

NOON = time(10, tzinfo=UTC)


def noon(day: date) -> datetime:
    """12:00 or 13:00 of the day in Vilnius."""
    return datetime.combine(day, NOON)


@dataclass
class Story:
    """What happens in a team, told in the order of its days."""

    house: House
    deals: list[int] = field(default_factory=list)
    company_id: int = 0

    def __post_init__(self) -> None:
        self.company_id = self.house.company("UAB Statyba")

    def begin(self, on: date, owner: str = "Mantas", stage: str = "Užklausa", **more: Any) -> int:
        """A deal begins; `more` as of `NewDeal`."""
        with self.house.work(noon(on)) as work:
            member = self.house.member(work, owner)
            pipeline = work.session.scalars(select(Pipeline.id).order_by(Pipeline.position)).first() or 0
            new = NewDeal(f"deal {len(self.deals)}", pipeline, company_id=self.company_id, **more)
            deal = begin(work, member, new, stage_id=self._stage(work, stage))
            self.deals.append(deal.id)
        return self.deals[-1]

    def move(self, on: date, deal_id: int, stage: str) -> None:
        """It comes to a stage."""
        with self.house.work(noon(on)) as work:
            move(work, self._owner(work), deal_id, self._stage(work, stage))

    def set(self, on: date, deal_id: int, **values: Any) -> None:
        """Some of its fields get other values."""
        with self.house.work(noon(on)) as work:
            set_fields(work, self._owner(work), deal_id, values)

    def _owner(self, work: Work) -> Member:
        return self.house.member(work, "Kęstas")

    def _stage(self, work: Work, name: str) -> int:
        return work.session.scalars(select(Stage.id).where(Stage.name == name)).first() or 0


def quarters_of_selling(house: House, first: date, months: int) -> Story:
    """Each month six deals begin, of Mantas, Rūta and Tadas in turn; two in three are won after 70 days, the
    others lost after 45; all are in the floor in between, with a contract date ten days too early."""
    story = Story(house)
    moves: list[tuple[date, int, str]] = []
    for number in range(months * 6):
        on = first + timedelta(days=number * 5)
        for when, deal_id, stage in sorted(each for each in moves if each[0] <= on):
            story.move(when, deal_id, stage)
        moves = [each for each in moves if each[0] > on]
        owner = ("Mantas", "Rūta", "Tadas")[number % 3]
        amount = Decimal(1000 + 100 * (number % 7))
        close = on + timedelta(days=60)
        deal_id = story.begin(on, owner, amount=amount, expected_close_on=close)
        moves += [(on + timedelta(days=20), deal_id, "Derybos")]
        won = number % 3 != number // 3 % 3
        days, stage = (70, "Laimėta") if won else (45, "Prarasta")
        moves += [(on + timedelta(days=days), deal_id, stage)]
    return story
