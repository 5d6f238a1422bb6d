"""What goes out of the database: the records of a kind as rows of a file, oldest first."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from core.exchange.fields import Kind
from core.exchange.outgoing_names import OutgoingNames, outside_id
from core.exchange.stage_book import BETWEEN, StageBook, load_stages
from core.model import Company, Contact, Deal, Member, Person, Pipeline, Product, Stage, StageChange

Cell = str | date | Decimal | int | None
Rows = Iterator[Sequence[Cell]]

STEP = 1_000

RECORDS: Mapping[Kind, type[Company | Person | Deal | Contact]] = {
    Kind.COMPANIES: Company,
    Kind.PEOPLE: Person,
    Kind.DEALS: Deal,
    Kind.ACTIVITIES: Contact,
}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The records of one consistent state of the database; what was deleted or undone is not among them.

    `zone` is the one in which instants of activities are written, with their offset.
    """

    session: Session
    zone: ZoneInfo

    def rows(self, kind: Kind) -> Rows:
        """The rows of a kind, each with the cells of its `FIELDS` in their order."""
        queries: dict[Kind, Callable[[], Rows]] = {
            Kind.COMPANIES: self._companies,
            Kind.PEOPLE: self._people,
            Kind.DEALS: self._deals,
            Kind.ACTIVITIES: self._activities,
        }
        return queries[kind]()

    def count(self, kind: Kind) -> int:
        """How many rows a kind has."""
        return self.session.scalar(select(func.count()).where(RECORDS[kind].deleted_at.is_(None))) or 0

    def _steps(self, query: Select[Any], record: type[Any]) -> Iterator[Sequence[Row[Any]]]:
        living = query.where(record.deleted_at.is_(None)).order_by(record.id)
        yield from self.session.execute(living.execution_options(yield_per=STEP)).partitions()

    def _companies(self) -> Rows:
        texts = (Company.code, Company.segment, Company.region, Company.phone, Company.email)
        query = select(*_outside(Company), Company.name, *texts, Company.website, Company.note)
        for step in self._steps(query, Company):
            for record_id, external_id, created_at, *cells in step:
                yield [outside_id(record_id, external_id, created_at), *cells]

    def _people(self) -> Rows:
        names = OutgoingNames(self.session)
        texts = (Person.role, Person.phone, Person.email, Person.note)
        query = select(*_outside(Person), Person.name, *_outside(Company), Company.name, *texts)
        query = query.outerjoin(Company, _alive(Company, Person.company_id))
        for step in self._steps(query, Person):
            for row in step:
                yield [outside_id(*row[:3]), row[3], names.company(*row[4:8]), *row[8:]]

    def _deals(self) -> Rows:
        names, book = OutgoingNames(self.session), load_stages(self.session, {})
        query = (
            select(Deal, *_outside(Company), Company.name, Member.name, Pipeline.name, Stage.name)
            .add_columns(Product.name)
            .join(Pipeline, Pipeline.id == Deal.pipeline_id)
            .join(Stage, Stage.id == Deal.stage_id)
            .outerjoin(Company, _alive(Company, Deal.company_id))
            .outerjoin(Member, Member.id == Deal.owner_id)
            .outerjoin(Product, Product.id == Deal.product_id)
        )
        for step in self._steps(query, Deal):
            histories = self._histories([row[0] for row in step], book)
            for row in step:
                yield _deal(row, names.company(*row[1:5]), histories[row[0].id])

    def _histories(self, deals: Sequence[Deal], book: StageBook) -> Mapping[int, str]:
        """The moves of deals as `stage:instant|…`, each ending with the stage that the deal is in."""
        query = (
            select(StageChange.deal_id, StageChange.entered_at, StageChange.to_stage_id)
            .where(StageChange.deal_id.in_([deal.id for deal in deals]), StageChange.undone_at.is_(None))
            .order_by(StageChange.entered_at, StageChange.id)
        )
        moves: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
        for deal_id, at, stage_id in self.session.execute(query):
            moves[deal_id].append((at, stage_id))
        for deal in deals:
            last_at, last_id = moves[deal.id][-1] if moves[deal.id] else (deal.stage_entered_at, None)
            if last_id != deal.stage_id:
                moves[deal.id].append((max(last_at, deal.stage_entered_at), deal.stage_id))
        return {deal.id: _history(deal.pipeline_id, moves[deal.id], book) for deal in deals}

    def _activities(self) -> Rows:
        names = OutgoingNames(self.session)
        with_whom = func.coalesce(Contact.company_id, Person.company_id, Deal.company_id)
        query = (
            select(*_outside(Contact), Contact.kind, *_outside(Company), Company.name)
            .add_columns(*_outside(Person), Person.name, Person.company_id, *_outside(Deal))
            .add_columns(Member.name, Contact.occurred_at, Contact.duration_min, Contact.note)
            .outerjoin(Person, _alive(Person, Contact.person_id))
            .outerjoin(Deal, _alive(Deal, Contact.deal_id))
            .outerjoin(Company, _alive(Company, with_whom))
            .outerjoin(Member, Member.id == Contact.by_id)
        )
        for step in self._steps(query, Contact):
            for row in step:
                yield self._activity(row, names)

    def _activity(self, row: Row[Any], names: OutgoingNames) -> Sequence[Cell]:
        company_id = row[4]
        return [
            outside_id(*row[:3]),
            row[3],
            names.company(*row[4:8]),
            names.person(company_id, *row[8:13]),
            outside_id(*row[13:16]) if row[13] is not None else None,
            row[16],
            row[17].astimezone(self.zone).isoformat(),
            *row[18:],
        ]


def _deal(row: Row[Any], company: str | None, history: str) -> Sequence[Cell]:
    deal, owner, pipeline, stage, product = row[0], *row[5:]
    return [
        outside_id(deal.id, deal.external_id, deal.created_at),
        deal.title,
        company,
        owner,
        pipeline,
        stage,
        deal.amount or None,
        deal.currency if deal.amount else None,
        product,
        deal.source,
        deal.created_on,
        deal.expected_close_on,
        deal.closed_on,
        deal.lost_reason,
        deal.competitor,
        deal.category,
        history,
    ]


def _outside(record: type[Any]) -> tuple[InstrumentedAttribute[Any], ...]:
    """What the outside id of a record is made of."""
    return record.id, record.external_id, record.created_at


def _alive(record: type[Any], key: Any) -> ColumnElement[bool]:
    """The condition of a reference to a record that is not deleted."""
    return and_(record.id == key, record.deleted_at.is_(None))


def _history(pipeline_id: int, moves: Sequence[tuple[datetime, int]], book: StageBook) -> str:
    parts = []
    for at, stage_id in moves:
        name = book.by_id[stage_id].name
        if (other := book.process_of(stage_id)).id != pipeline_id:
            name = other.name + BETWEEN + name
        # the marks of a history are taken out of names; they are found without them too
        instant = at.astimezone(UTC).replace(tzinfo=None).isoformat()
        parts.append(f"{re.sub(r'[:|]', ' ', name)}:{instant}Z")
    return "|".join(parts)
