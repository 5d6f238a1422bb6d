"""Performs the year's events by the use cases that messages and taps call, each at its own moment."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.year import events as told
from bot.demo.year.cast import OWNER
from core.actions.deal_changes import NewDeal, begin, move, set_fields
from core.actions.handover import hand_over, leave
from core.actions.intent import Intent
from core.actions.invites import invite
from core.actions.join import join, join_as_owner
from core.actions.log import write
from core.actions.new_customer import enter
from core.actions.order import NewOrder, record_order
from core.actions.price_list import put_product
from core.actions.steps import drop
from core.actions.target import Period, set_target
from core.actions.work import Source, TeamSettings, Work
from core.model import Company, Deal, Member, NextStep, Person, Pipeline, Product, Team
from core.notices import Notice, Sum
from core.reading.directory import Directory
from core.storage.pipeline_stages import stages_of
from core.storage.records import STILL_OPEN


class Quiet(Work):
    """Work of which nobody is told: the sample's past chats are on nobody's phone."""

    def post(self, chat_id: int, notice: Notice, **_where: Any) -> int:
        """Puts nothing into the outbox."""
        return 0


@dataclass
class Performance:
    """Performs events on a session; `performed` are those that it holds already.

    Records are found by the order in which they came: the third `Begins` is the third deal.
    """

    session: Session
    team: TeamSettings
    members: dict[int, Member] = field(default_factory=dict)
    customers: dict[int, tuple[int, list[int]]] = field(default_factory=dict)
    deals: dict[int, int] = field(default_factory=dict)
    messages: int = 0
    _kept: list[Any] = field(default_factory=list)
    """Loaded records stay loaded: the session itself forgets those that nobody holds."""

    def __post_init__(self) -> None:
        self._lanes = self.session.scalars(select(Pipeline).order_by(Pipeline.position)).all()
        self._stages = {lane.id: stages_of(self.session, lane.id) for lane in self._lanes}
        self._teams = {team.name: team for team in self.session.scalars(select(Team))}
        self._products = list(self.session.scalars(select(Product.id).order_by(Product.id)))

    def resume(self, performed: Sequence[told.Event]) -> None:
        """Learns what the events before have written."""
        self.members = {
            each.telegram_id: each
            for each in self.session.scalars(select(Member))
            if each.telegram_id is not None
        }
        deals = [event.deal for event in performed if isinstance(event, told.Begins)]
        self.deals = dict(zip(deals, self._ids(Deal), strict=True))
        people = iter(self._ids(Person))
        companies = iter(self._ids(Company))
        for event in performed:
            if isinstance(event, told.Enters):
                self.customers[event.customer] = (next(companies), [next(people) for _ in event.people])
        self.messages = sum(isinstance(event, told.Logs) for event in performed)
        for record in (Company, Person, Deal):
            self._kept += self.session.scalars(select(record))

    def perform(self, events: Iterable[told.Event]) -> None:
        """Performs the events in their order."""
        for event in events:
            work = Quiet(self.session, event.at, self.team, Directory())
            DEEDS[type(event)](self, work, event)

    def _ids(self, record: type[Deal | Company | Person]) -> Sequence[int]:
        return self.session.scalars(select(record.id).order_by(record.id)).all()

    def _joins(self, work: Work, event: told.Joins) -> None:
        language = self.team.language
        if event.member == OWNER:
            self.members[OWNER] = join_as_owner(work, OWNER, event.name, language, OWNER)
            return
        by = self.members[event.by].id
        invitation = invite(self.session, work.now, event.role, name=event.name, team=event.team, by_id=by)
        self.members[event.member] = join(
            work, event.member, event.name, language, invitation.payload, event.member
        )

    def _hands_over(self, work: Work, event: told.HandsOver) -> None:
        giver, taker = self.members[event.giver], self.members[event.taker]
        part = [id_ for key, id_ in self.deals.items() if key in event.deals]
        hand_over(work, self.members[event.by], giver, taker, part)

    def _leaves(self, work: Work, event: told.Leaves) -> None:
        leave(work, self.members[event.by], self.members[event.leaver], self.members[event.heir])

    def _puts_product(self, work: Work, event: told.PutsProduct) -> None:
        product = put_product(work, self.members[event.by], event.name, event.price, event.unit)
        if product not in self._products:
            self._products.append(product)

    def _sets_target(self, work: Work, event: told.SetsTarget) -> None:
        period = Period(
            event.starts_on,
            event.ends_on,
            team_id=self._teams[event.team].id if event.team else None,
            member_id=self.members[event.member].id if event.member else None,
        )
        set_target(work, self.members[event.by], period, event.amount)

    def _enters(self, work: Work, event: told.Enters) -> None:
        company, people = enter(work, self.members[event.by], event.company, event.people)
        self.customers[event.customer] = (company, people)
        self._kept += [self.session.get(Company, company), *(self.session.get(Person, id_) for id_ in people)]

    def _begins(self, work: Work, event: told.Begins) -> None:
        company, people = self.customers[event.customer]
        new = NewDeal(
            event.title,
            self._lanes[event.lane].id,
            company_id=company,
            person_id=people[event.deal % len(people)],
            product_id=self._products[event.product],
            source=event.source,
            amount=event.amount,
        )
        deal = begin(work, self.members[event.by], new)
        self.deals[event.deal] = deal.id
        self._kept.append(deal)

    def _logs(self, work: Work, event: told.Logs) -> None:
        company, people = self.customers[event.customer]
        by = self.members[event.by]
        intent = Intent(
            text=event.text,
            said_at=work.now,
            kind=event.kind,
            no_answer=event.no_answer,
            company_id=company,
            person_id=people[(event.deal or 0) % len(people)],
            deal_id=self.deals[event.deal] if event.deal else None,
            without_deal=event.deal is None,
            duration_min=event.minutes,
            amount=Sum(event.amount, self.team.currency) if event.amount is not None else None,
            stage=event.stage,
            lost_reason=event.lost_reason,
            competitor=event.competitor,
            close_on=event.close_on,
            occurred_on=event.on,
            plans=list(event.plans),
        )
        self.messages += 1
        source = Source(event.by, -self.messages, work.now)  # no message on the stand-in has such a number
        write(work, by, intent, source, 0)

    def _moves_back(self, work: Work, event: told.MovesBack) -> None:
        deal_id = self.deals[event.deal]
        deal = self.session.get_one(Deal, deal_id)
        stage = next(each for each in self._stages[deal.pipeline_id] if each.meaning is event.stage)
        move(work, self.members[event.by], deal_id, stage.id)

    def _sets(self, work: Work, event: told.Sets) -> None:
        set_fields(work, self.members[event.by], self.deals[event.deal], event.values)

    def _drops_steps(self, work: Work, event: told.DropsSteps) -> None:
        by = self.members[event.by]
        open_ = select(NextStep.id).where(
            NextStep.deal_id == self.deals[event.deal], NextStep.owner_id == by.id, *STILL_OPEN
        )
        for step_id in self.session.scalars(open_.order_by(NextStep.id)).all():
            drop(work, by, step_id)

    def _orders(self, work: Work, event: told.Orders) -> None:
        by, (company, _) = self.members[event.by], self.customers[event.customer]
        day = work.today(by)
        new = NewOrder(company, day, event.amount, product_id=self._products[event.product])
        record_order(work, by, new)


DEEDS: Mapping[type[told.Event], Callable[[Performance, Work, Any], None]] = {
    told.Joins: Performance._joins,
    told.HandsOver: Performance._hands_over,
    told.Leaves: Performance._leaves,
    told.PutsProduct: Performance._puts_product,
    told.SetsTarget: Performance._sets_target,
    told.Enters: Performance._enters,
    told.Begins: Performance._begins,
    told.Logs: Performance._logs,
    told.MovesBack: Performance._moves_back,
    told.Sets: Performance._sets,
    told.DropsSteps: Performance._drops_steps,
    told.Orders: Performance._orders,
}
