"""Rows as typed values: what a file says of each record, before anybody knows whether it is known."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import msgspec

from core.exchange.cells import Cells
from core.exchange.dates import Order, parse_clock, parse_date
from core.exchange.fields import CLOCK_TIME, CLOSE_ON, NAME_PARTS, STATUS, Kind
from core.exchange.vocabulary import Outcome, word_for
from core.terms import Category, ContactKind, LostReason


class CompanyRow(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A company; None: the file does not say."""

    line: int
    external_id: str | None
    name: str
    code: str | None
    segment: str | None
    region: str | None
    phone: str | None
    email: str | None
    website: str | None
    note: str | None


class PersonRow(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A person; `company` is a name or an external id."""

    line: int
    external_id: str | None
    name: str
    company: str | None
    role: str | None
    phone: str | None
    email: str | None
    note: str | None


class Move(msgspec.Struct, frozen=True):
    """A deal came to a stage, by the stage's word, at an instant."""

    stage: str
    at: datetime


class DealRow(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A deal; `stage` and `pipeline` are words, `closed_at` the instant of `closed_on` where one is known."""

    line: int
    external_id: str | None
    title: str | None
    company: str | None
    owner: str | None
    pipeline: str | None
    stage: str
    outcome: Outcome | None
    amount: Decimal | None
    currency: str | None
    product: str | None
    source: str | None
    created_on: date | None
    created_at: datetime | None
    expected_close_on: date | None
    close_on: date | None
    closed_on: date | None
    closed_at: datetime | None
    lost_reason: LostReason | None
    competitor: str | None
    category: Category | None
    history: tuple[Move, ...]


class ActivityRow(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Something that took place; `occurred_on` is local."""

    line: int
    external_id: str | None
    kind: ContactKind
    company: str | None
    person: str | None
    deal: str | None
    owner: str | None
    occurred_on: date
    occurred_at: datetime
    duration_min: int | None
    note: str | None


AnyRow = CompanyRow | PersonRow | DealRow | ActivityRow


def reader(kind: Kind, zone: ZoneInfo, currency: str) -> Callable[[Cells], AnyRow]:
    """What turns a file's cells into rows of a kind. It raises ValueError for a row that cannot be taken."""
    readers: dict[Kind, Callable[[Cells], AnyRow]] = {
        Kind.COMPANIES: _company,
        Kind.PEOPLE: _person,
        Kind.DEALS: lambda cells: _deal(cells, zone, currency),
        Kind.ACTIVITIES: lambda cells: _activity(cells, zone),
    }
    return readers[kind]


def _company(cells: Cells) -> CompanyRow:
    return CompanyRow(
        line=cells.line,
        external_id=cells.text("external_id"),
        name=_needed(cells, "name"),
        code=cells.text("code"),
        segment=cells.text("segment"),
        region=cells.text("region"),
        phone=cells.text("phone"),
        email=cells.text("email"),
        website=cells.text("website"),
        note=cells.text("note"),
    )


def _person(cells: Cells) -> PersonRow:
    return PersonRow(
        line=cells.line,
        external_id=cells.text("external_id"),
        name=cells.text("name") or _joined_name(cells),
        company=cells.text("company"),
        role=cells.text("role"),
        phone=cells.text("phone"),
        email=cells.text("email"),
        note=cells.text("note"),
    )


def _deal(cells: Cells, zone: ZoneInfo, currency: str) -> DealRow:
    amount, written = cells.amount("amount")
    code = (written or cells.text("currency") or currency).upper()
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise ValueError(f'currency "{code[:20]}" is not a code of three letters; expected as EUR')
    created, closed, expected, close = (
        cells.day(name) for name in ("created_on", "closed_on", "expected_close_on", CLOSE_ON)
    )
    ended = closed or close
    return DealRow(
        line=cells.line,
        external_id=cells.text("external_id"),
        title=cells.text("title"),
        company=cells.text("company"),
        owner=cells.text("owner"),
        pipeline=cells.text("pipeline"),
        stage=_needed(cells, "stage"),
        outcome=cells.word(STATUS, Outcome),
        amount=amount,
        currency=code if amount is not None else None,
        product=cells.text("product"),
        source=cells.text("source"),
        created_on=created.on if created else None,
        created_at=created.instant(zone) if created else None,
        expected_close_on=expected.on if expected else None,
        close_on=close.on if close else None,
        closed_on=closed.on if closed else None,
        closed_at=ended.instant(zone) if ended else None,
        lost_reason=_lost_reason(cells),
        competitor=cells.text("competitor"),
        category=_category(cells),
        history=_history(cells.raw("stage_history"), zone),
    )


def _lost_reason(cells: Cells) -> LostReason | None:
    """The reason, or "other" for one in words of its own: a lost deal is not left out for that."""
    written = cells.told("lost_reason")
    found = word_for(LostReason, written)
    if written and found is None:
        cells.warn(
            f'lost_reason "{written[:60]}" was taken as other; --map-value "lost_reason:…=price" says it'
        )
        return LostReason.OTHER
    return found


def _category(cells: Cells) -> Category | None:
    """The category; none for a word that is not ours: other programs have one for closed deals too."""
    written = cells.told("category")
    found = word_for(Category, written)
    if written and found is None:
        cells.warn(f'category "{written[:60]}" is not known and was left out; --map-value can say which')
    return found


def _activity(cells: Cells, zone: ZoneInfo) -> ActivityRow:
    kind = cells.word("kind", ContactKind)
    occurred = cells.day("occurred_at")
    if occurred is not None and occurred.clock is None and (clock := cells.raw(CLOCK_TIME)):
        occurred = replace(occurred, clock=parse_clock(clock))
    if kind is None or occurred is None:
        raise ValueError(f"{'kind' if kind is None else 'occurred_at'} is empty")
    return ActivityRow(
        line=cells.line,
        external_id=cells.text("external_id"),
        kind=kind,
        company=cells.text("company"),
        person=cells.text("person"),
        deal=cells.text("deal"),
        owner=cells.text("owner"),
        occurred_on=occurred.instant(zone).astimezone(zone).date(),
        occurred_at=occurred.instant(zone),
        duration_min=_minutes(cells.told("duration_min")),
        note=cells.text("note"),
    )


def _joined_name(cells: Cells) -> str:
    name = " ".join(filter(None, map(cells.text, NAME_PARTS)))
    if not name:
        raise ValueError("name is empty")
    return name


def _needed(cells: Cells, name: str) -> str:
    found = cells.text(name)
    if found is None:
        raise ValueError(f"{name} is empty")
    return found


def _minutes(cell: str) -> int | None:
    """Whole minutes from "90", "1:30" or "1:30:00"."""
    if not cell:
        return None
    if found := re.fullmatch(r"(\d{1,3}):(\d{2})(?::\d{2})?", cell):
        return int(found[1]) * 60 + int(found[2])
    if found := re.fullmatch(r"(\d{1,5})(?:[.,]0+)?(?:\s*min\.?)?", cell):
        return int(found[1])
    raise ValueError(f'duration_min "{cell[:40]}" is not a number of minutes; expected as 90 or 1:30')


def _history(cell: str, zone: ZoneInfo) -> tuple[Move, ...]:
    """The moves of "stage:date|stage:date", in order of time."""
    moves = []
    for part in filter(None, (part.strip() for part in cell.split("|"))):
        found = re.fullmatch(r"(.+?):\s*(\d.*)", part)
        if found is None:
            raise ValueError(f'stage_history "{part[:40]}" is not as expected: stage:date|stage:date')
        moment = parse_date(found[2].strip(), Order.DAY_FIRST)
        moves.append(Move(found[1].strip(), moment.instant(zone)))
    return tuple(sorted(moves, key=lambda move: move.at))
