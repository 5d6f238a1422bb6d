"""Small teams to which anything may happen: drawn as a list of events, performed by the real use cases."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.actions import bidders
from core.actions.deal_changes import NewDeal, begin, move, set_fields, to_pipeline
from core.actions.handover import leave
from core.actions.order import NewOrder, record_order
from core.actions.shares import set_share
from core.actions.target import Period, set_target
from core.actions.undo import NEVER_UNDONE, take_back
from core.actions.work import TeamSettings, Work
from core.errors import SalesError
from core.model import Contact, Deal, Member, Operation, Pipeline, Stage
from core.money import Rate
from core.reading.directory import Directory
from core.storage.ledger import Ledger
from core.storage.pipelines import PipelinePlan, sync
from core.terms import Category, ContactKind
from tests.builders import House, stages

BEGIN = datetime(2026, 7, 6, 8, tzinfo=UTC)
"""A Monday."""

TEAM = TeamSettings(
    name="Lentpjūvė",
    rates=tuple(
        Rate(currency, date(2026, 1, 1), Decimal(rate))
        for currency, rate in (("USD", "0.9237"), ("GBP", "1.1519"), ("PLN", "0.2341"))
    ),
)
"""Nobody knows what a SEK is worth."""

PEOPLE = ("Mantas", "Rūta", "Tadas")
PIPELINES = ("Pardavimai", "Eksportas")
STAGES = tuple(plan.name for plan in stages())

Event = tuple[str, tuple[Any, ...]]
"""What happens, with what its performer takes."""

_who = st.sampled_from(PEOPLE)
_deal = st.integers(0, 9)
_days = st.none() | st.integers(-10, 100)
_amount = st.none() | st.decimals("0.01", "99999.99", places=2) | st.decimals("0.0001", "99.9999", places=4)
_currency = st.sampled_from(("EUR", "USD", "GBP", "PLN", "SEK"))
_stage = st.sampled_from(STAGES)

EVENT: st.SearchStrategy[Event] = st.one_of(
    *(
        st.tuples(st.just(name), st.tuples(*takes))
        for name, takes in (
            ("begin", (_who, st.sampled_from(PIPELINES), _stage, _amount, _currency, _days)),
            ("begin", (_who, st.just("Pardavimai"), _stage, _amount, _currency, _days)),
            ("move", (_deal, _stage)),
            ("move", (_deal, _stage)),
            ("amount", (_deal, _amount, _currency)),
            ("contract", (_deal, _days)),
            ("category", (_deal, st.none() | st.sampled_from(Category))),
            ("pipeline", (_deal, st.sampled_from(PIPELINES))),
            ("share", (_deal, _who, st.integers(0, 60))),
            ("alternatives", (_deal, _deal)),
            ("order", (_who, st.integers(0, 2), st.decimals("0.01", "9999.99", places=2), _currency)),
            ("contact", (_who, _deal, st.sampled_from(("call", "visit", "note")))),
            ("leave", (_who, _who)),
            ("target", (_who, st.decimals("1", "99999", places=2))),
            ("undo", ()),
        )
    )
)
BEGINS = st.tuples(
    st.just("begin"),
    st.tuples(_who, st.just("Pardavimai"), _stage, _amount, _currency, st.integers(-10, 100)),
)
EVENTS = st.builds(lambda first, rest: [first, *rest], BEGINS, st.lists(EVENT, max_size=13))


@dataclass
class Team:
    """The team and where it is in time: each event comes seven hours after the one before."""

    house: House
    now: datetime = BEGIN

    def __post_init__(self) -> None:
        with self.house.database.writing() as session:
            sync(session, [PipelinePlan(name, stages()) for name in PIPELINES])
        segments = ("B2B", "B2G", None)
        self.companies = [self.house.company(f"UAB {segment}") for segment in segments]

    def live(self, events: Sequence[Event]) -> None:
        """All of them happen, those that are refused do not."""
        for name, takes in events:
            self.now += timedelta(hours=7)
            with self.house.database.writing() as session:
                work = Work(session, self.now, TEAM, Directory())
                with suppress(SalesError), work.attempt():
                    PERFORM[name](self, work, *takes)

    def owner(self, work: Work) -> Member:
        return self.house.member(work, "Kęstas")

    def deal(self, session: Session, number: int) -> Deal | None:
        ids = session.scalars(select(Deal.id).where(Deal.deleted_at.is_(None)).order_by(Deal.id)).all()
        return session.get(Deal, ids[number % len(ids)]) if ids else None

    def day(self, ahead: int | None) -> date | None:
        return None if ahead is None else self.now.date() + timedelta(days=ahead)


def _begin(
    team: Team,
    work: Work,
    who: str,
    pipeline: str,
    stage: str,
    amount: Decimal | None,
    currency: str,
    ahead: int | None,
) -> None:
    pipeline_id = _pipeline(work, pipeline)
    count = len(work.session.scalars(select(Deal.id)).all())
    new = NewDeal(
        f"deal {count}",
        pipeline_id,
        company_id=team.companies[count % 3],
        source=("web", None)[count % 2],
        amount=amount,
        currency=currency,
        expected_close_on=team.day(ahead),
    )
    begin(work, team.house.member(work, who), new, stage_id=_stage_id(work, pipeline_id, stage))


def _move(team: Team, work: Work, number: int, stage: str) -> None:
    if (deal := team.deal(work.session, number)) is not None:
        move(work, team.owner(work), deal.id, _stage_id(work, deal.pipeline_id, stage))


def _amount_set(team: Team, work: Work, number: int, amount: Decimal | None, currency: str) -> None:
    if (deal := team.deal(work.session, number)) is not None:
        values = {"amount": amount, "currency": None if amount is None else currency}
        set_fields(work, team.owner(work), deal.id, values)


def _contract(team: Team, work: Work, number: int, ahead: int | None) -> None:
    if (deal := team.deal(work.session, number)) is not None:
        set_fields(work, team.owner(work), deal.id, {"expected_close_on": team.day(ahead)})


def _category(team: Team, work: Work, number: int, category: Category | None) -> None:
    if (deal := team.deal(work.session, number)) is not None:
        set_fields(work, team.owner(work), deal.id, {"category": category})


def _to_pipeline(team: Team, work: Work, number: int, pipeline: str) -> None:
    if (deal := team.deal(work.session, number)) is not None:
        to_pipeline(work, team.owner(work), deal.id, _pipeline(work, pipeline))


def _share(team: Team, work: Work, number: int, who: str, percent: int) -> None:
    if (deal := team.deal(work.session, number)) is not None:
        set_share(work, team.owner(work), deal, team.house.ids[who], percent)


def _alternatives(team: Team, work: Work, number: int, other: int) -> None:
    deal, bidder = team.deal(work.session, number), team.deal(work.session, other)
    if deal is not None and bidder is not None and deal.id != bidder.id:
        bidders.link(work, team.owner(work), deal, bidder.id)


def _order(team: Team, work: Work, who: str, company: int, amount: Decimal, currency: str) -> None:
    new = NewOrder(team.companies[company], team.now.date(), amount, currency)
    record_order(work, team.house.member(work, who), new)


def _contact(team: Team, work: Work, who: str, number: int, kind: str) -> None:
    deal = team.deal(work.session, number)
    about = {} if deal is None else {"deal_id": deal.id, "company_id": deal.company_id}
    values: dict[str, Any] = {"kind": ContactKind(kind), "by_id": team.house.ids[who]}
    values |= {"occurred_on": team.now.date(), "occurred_at": team.now, "created_at": team.now}
    ledger = Ledger.begin(work.session, "log", team.now, by_id=team.house.ids[who], message_id=1)
    ledger.create(Contact, values | about)
    ledger.close()


def _leave(team: Team, work: Work, who: str, taker: str) -> None:
    leave(work, team.owner(work), team.house.member(work, who), team.house.member(work, taker))


def _target(team: Team, work: Work, who: str, amount: Decimal) -> None:
    period = Period(date(2026, 7, 1), date(2026, 10, 1), member_id=team.house.ids[who])
    set_target(work, team.owner(work), period, amount)


def undo_newest(team: Team, work: Work) -> None:
    """Takes back what was done last and stands still."""
    query = select(Operation).where(Operation.undone_at.is_(None), Operation.name.not_in(NEVER_UNDONE))
    newest = work.session.scalars(query.order_by(Operation.id.desc())).first()
    if newest is not None:
        take_back(work, team.owner(work), newest)


def _pipeline(work: Work, name: str) -> int:
    return work.session.scalars(select(Pipeline.id).where(Pipeline.name == name)).one()


def _stage_id(work: Work, pipeline_id: int, name: str) -> int:
    query = select(Stage.id).where(Stage.pipeline_id == pipeline_id, Stage.name == name)
    return work.session.scalars(query).one()


PERFORM: Mapping[str, Callable[..., None]] = {
    "begin": _begin,
    "move": _move,
    "amount": _amount_set,
    "contract": _contract,
    "category": _category,
    "pipeline": _to_pipeline,
    "share": _share,
    "alternatives": _alternatives,
    "order": _order,
    "contact": _contact,
    "leave": _leave,
    "target": _target,
    "undo": undo_newest,
}
