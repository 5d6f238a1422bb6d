"""The answer to a message: one card for all that it wrote, told anew in its place when a part changes."""

from collections.abc import Mapping, Sequence

from core.actions.card import Written, card, reopened
from core.actions.intent import Intent, decode
from core.actions.work import Work
from core.model import Member, Operation
from core.notices import Logged, LoggedTogether, Undone
from core.storage import records
from core.terms import ContactKind, StageMeaning

ENDED = frozenset({StageMeaning.WON, StageMeaning.LOST})


def tell(
    work: Work,
    by: Member,
    written: Sequence[Written],
    chat_id: int,
    *,
    edits: int | None = None,
    reply_to: int | None = None,
) -> None:
    """Answers a message with what it wrote, one `Written` a customer and at least one.

    `edits`: the Telegram message that shows an earlier answer to it, which is replaced.
    """
    parts: list[Logged | Undone] = [card(work, by, each) for each in written]
    _post(work, by, parts, written[0].operation_id, chat_id, edits, reply_to)


def retell(
    work: Work,
    by: Member,
    operation: Operation,
    edits: int | None,
    *,
    written: Written | None = None,
    kept: Sequence[str] = (),
) -> None:
    """Shows what the operation's message wrote as it stands now, in place of its card if there is one.

    `written`: the operation, where it has just been written; `kept`: what undoing it could not take back.
    """
    chat_id = operation.chat_id or 0
    fresh: dict[int, Logged | Undone] = {}
    if operation.undone_at is not None:
        fresh[operation.id] = undone(work, operation, kept)
    elif written is not None:
        fresh[operation.id] = card(work, by, written)
    parts = records.parts_of_message(work.session, by, operation)
    shown = [_part(work, by, part, fresh) for part in parts]
    _post(work, by, shown, parts[0].id, chat_id, edits, None)


def undone(work: Work, operation: Operation, kept: Sequence[str] = ()) -> Undone:
    """What is told of an operation that was taken back; `kept`: fields where something newer stands."""
    intent = decode(operation.intent) if operation.intent else None
    company = records.company(work.session, intent.company_id) if intent else None
    name = company.name if company else (intent.new_company if intent else None)
    return Undone(
        operation_id=operation.id,
        kind=intent.kind if intent else None,
        what=_beside_a_note(intent) if intent else None,
        company=name,
        kept=list(kept),
    )


def _beside_a_note(intent: Intent) -> str | None:
    """What a message has done in which nothing took place: a stage, an order, a next step."""
    if intent.kind not in (None, ContactKind.NOTE):
        return None
    if intent.ordered and intent.as_order is not False:
        return "order"
    if intent.stage is not None:
        return intent.stage.value if intent.stage in ENDED else "stage"
    return "step" if intent.plans and intent.kind is None else None


def _part(
    work: Work, by: Member, operation: Operation, fresh: Mapping[int, Logged | Undone]
) -> Logged | Undone:
    if operation.id in fresh:
        return fresh[operation.id]
    if operation.undone_at is not None:
        return undone(work, operation)
    return card(work, by, reopened(work, by, operation))


def _post(
    work: Work,
    by: Member,
    parts: list[Logged | Undone],
    operation_id: int,
    chat_id: int,
    edits: int | None,
    reply_to: int | None,
) -> None:
    notice = parts[0] if len(parts) == 1 else LoggedTogether(parts=parts)
    work.post(chat_id, notice, to=by, operation_id=operation_id, edits=edits, reply_to=reply_to)
