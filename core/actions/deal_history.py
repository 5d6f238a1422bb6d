"""A deal's history: who changed what and when, from the change log, and what was said about it."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Subquery, func, literal, or_, select, union_all

from core.actions.work import Work
from core.model import Change, Company, Deal, DealComment, Member, Operation, Person, Pipeline, Stage
from core.notices import DealHistory, HistoryLine, HistoryValue, Named, Sum
from core.storage import records
from core.storage.ledger import CREATED, decoded
from core.storage.names import names

PAGE = 8
"""Lines on one screen of a phone."""

FIELDS = {
    CREATED: "created",
    "stage_id": "stage",
    "amount": "amount",
    "expected_close_on": "close",
    "category": "category",
    "probability": "chance",
    "title": "title",
    "owner_id": "owner",
    "lost_reason": "reason",
    "competitor": "competitor",
    "company_id": "company",
    "person_id": "person",
    "pipeline_id": "pipeline",
}
"""Fields of the change log that are told, by what the texts call them; others go along with one of these."""

NAMED: dict[str, type[Any]] = {
    "stage_id": Stage,
    "owner_id": Member,
    "company_id": Company,
    "person_id": Person,
    "pipeline_id": Pipeline,
}
"""Fields that hold the id of a record, told by its name."""

UNDO = "undo"
CHANGE, COMMENT = "change", "comment"


def show(
    work: Work, by: Member, deal_id: int, page: int, place: str, chat_id: int, *, edits: int | None = None
) -> None:
    """Shows a page of what was changed, the newest first; a page beyond the last shows the last.

    Raises NotFound where the member sees no such deal.
    """
    deal = records.get(work.session, by, Deal, deal_id)
    everything = _everything(by, deal.id)
    count = work.session.scalar(select(func.count()).select_from(everything)) or 0
    pages = max(1, -(-count // PAGE))
    page = min(max(page, 0), pages - 1)
    newest = select(everything).order_by(everything.c.at.desc(), everything.c.what, everything.c.id.desc())
    rows = work.session.execute(newest.offset(page * PAGE).limit(PAGE)).all()
    notice = DealHistory(
        deal=Named(deal.id, deal.title),
        page=page,
        pages=pages,
        lines=_lines(work, by, deal, rows),
        place=place,
        today=work.today(by),
    )
    work.post(chat_id, notice, to=by, edits=edits)


def _told(deal_id: int) -> ColumnElement[bool]:
    """Changes of the deal that are told: first values are not, beyond that it was created."""
    of_deal = (Change.record == Deal.__tablename__) & (Change.record_id == deal_id)
    created = select(Change.operation_id).where(of_deal, Change.field == CREATED)
    first = Change.operation_id.in_(created) & Change.old.is_(None)
    later = Change.field.in_([field for field in FIELDS if field != CREATED]) & ~first
    return of_deal & or_(Change.field == CREATED, later)


def _everything(reader: Member, deal_id: int) -> Subquery:
    """The changes that are told and the comments that the reader hears: which of them, and when."""
    changes = select(literal(CHANGE).label("what"), Change.id.label("id"), Change.known_at.label("at"))
    comments = select(literal(COMMENT), DealComment.id, DealComment.created_at)
    heard = (DealComment.by_id == reader.id) | (DealComment.to_id == reader.id)
    of_deal = DealComment.deal_id == deal_id if reader.manages else (DealComment.deal_id == deal_id) & heard
    return union_all(changes.where(_told(deal_id)), comments.where(of_deal)).subquery()


def _lines(work: Work, reader: Member, deal: Deal, rows: Sequence[Any]) -> list[HistoryLine]:
    """The lines in the order of the rows."""
    changes = _changes(work, [row.id for row in rows if row.what == CHANGE])
    told = _of_changes(work, reader, deal, changes) | _of_comments(
        work, reader, [row.id for row in rows if row.what == COMMENT]
    )
    return [told[row.what, row.id] for row in rows]


def _changes(work: Work, ids: Sequence[int]) -> Sequence[Any]:
    columns = (Change.id, Change.field, Change.old, Change.new, Change.known_at)
    query = select(*columns, Operation.by_id, Operation.name)
    query = query.join(Operation, Operation.id == Change.operation_id)
    return work.session.execute(query.where(Change.id.in_(ids))).all()


def _of_changes(work: Work, reader: Member, deal: Deal, rows: Sequence[Any]) -> dict[Any, HistoryLine]:
    authors = names(work.session, Member, (row.by_id for row in rows))
    value = _values(work, deal, rows)
    return {
        (CHANGE, row.id): HistoryLine(
            at=row.known_at.astimezone(work.zone_of(reader)),
            by=authors.get(row.by_id),
            what=FIELDS[row.field],
            old=value(row.field, row.old),
            new=value(row.field, row.new),
            undone=row.name == UNDO,
        )
        for row in rows
    }


def _of_comments(work: Work, reader: Member, ids: Sequence[int]) -> dict[Any, HistoryLine]:
    found = work.session.scalars(select(DealComment).where(DealComment.id.in_(ids))).all()
    authors = names(work.session, Member, (comment.by_id for comment in found))
    return {
        (COMMENT, comment.id): HistoryLine(
            at=comment.created_at.astimezone(work.zone_of(reader)),
            by=authors.get(comment.by_id),
            what=comment.kind.value,
            new=HistoryValue(name=comment.text),
        )
        for comment in found
    }


def _values(work: Work, deal: Deal, rows: Sequence[Any]) -> Callable[[str, str | None], HistoryValue | None]:
    """How a value of the log is to be shown; names of records are looked up once for all rows."""
    called = {
        field: names(work.session, record, _ids(field, rows))
        for field, record in NAMED.items()
        if any(row.field == field for row in rows)
    }

    def value(field: str, text: str | None) -> HistoryValue | None:
        if text is None or field == CREATED:
            return None
        plain = decoded(Deal, field, text)
        if field in NAMED:
            return HistoryValue(name=called[field].get(plain, ""))
        if field == "amount":
            return HistoryValue(sum=Sum(plain, deal.currency or work.team.currency))
        if field == "expected_close_on":
            return HistoryValue(on=plain)
        if field == "probability":
            return HistoryValue(percent=plain)
        return HistoryValue(word=plain) if field in ("category", "lost_reason") else HistoryValue(name=plain)

    return value


def _ids(field: str, rows: Sequence[Any]) -> list[int]:
    texts = [text for row in rows if row.field == field for text in (row.old, row.new) if text is not None]
    return [decoded(Deal, field, text) for text in texts]
