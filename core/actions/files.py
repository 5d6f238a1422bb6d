"""Files: photos, documents and recordings that belong to what was logged. Telegram keeps them for us."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec

from core.actions import whom
from core.actions.card import Written, reopened
from core.actions.whom import Candidate
from core.actions.work import Source, Work
from core.errors import NoLongerApplies
from core.model import Attachment, Deal, Member, Operation
from core.notices import Logged, decode
from core.notices.files import Attached, SentFile
from core.storage import files, records, visits
from core.storage.files import Holder
from core.storage.ledger import Ledger
from core.storage.names import names

VERB = "file"
FOLLOWS_WITHIN = timedelta(minutes=15)
"""For so long after a log, a file is taken to belong to it."""

MOST_SENT = 10
MOST_OTHERS = 3

LARGEST_GIVEN = 20 * 2**20
"""Bytes of the largest file that Telegram gives to a bot; a larger one can only be sent again by its id."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as Telegram knows it. `kind`: photo, document, voice, audio or video.

    `album`: what it came in with others.
    """

    kind: str
    file_id: str
    unique_id: str
    name: str | None = None
    size: int | None = None
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What a file belongs to."""

    company_id: int | None = None
    person_id: int | None = None
    deal_id: int | None = None
    contact_id: int | None = None

    @property
    def is_known(self) -> bool:
        return any((self.company_id, self.person_id, self.deal_id, self.contact_id))


def attach(
    work: Work, by: Member, file: File, source: Source, said: Operation | None, onto: Target | None
) -> None:
    """Attaches a file to what `said` wrote (its own caption), else to `onto` (what it replies to), else to
    the visit that goes on or the member's last log; where there is none, it is asked once whose it is.

    Further files of an album go where its first has gone, without a word.
    """
    album = files.of_album(work.session, by, file.album)
    if album:
        first = album[0]
        operation_id = files.operation_of(work.session, first) or 0
        target = Target(first.company_id, first.person_id, first.deal_id, first.contact_id)
        _write(Ledger.again(work.session, operation_id, work.now), by, file, target)
        return
    target = of_operation(work, by, said) if said else onto or at_hand(work, by, source)
    ledger = Ledger.begin(work.session, "attach", work.now, by_id=by.id, chat_id=source.chat_id)
    attachment_id = _write(ledger, by, file, target)
    show_on_log(work, by, target.contact_id)
    if said is not None and not big_mb(file.size):
        return  # answered by its caption's own card
    if target.is_known:
        attachment = files.get(work.session, by, attachment_id)
        tell(work, by, ledger.operation_id, attachment, target, source.chat_id, None)
    else:
        whom.show(work, by, f"{VERB}.{attachment_id}", source.chat_id)


def follow(work: Work, by: Member, contact_id: int | None, written: Written) -> None:
    """Files of a contact that was corrected belong to what stands in its place."""
    deal_id = written.deal.id if written.deal else None
    customer = written.customer
    who = {"company_id": customer.company_id, "person_id": customer.person_id}
    to = {**who, "deal_id": deal_id, "contact_id": written.contact_id}
    for each in files.of_contact(work.session, by, contact_id):
        written.has_files = True
        ledger = Ledger.again(work.session, files.operation_of(work.session, each) or 0, work.now)
        ledger.change(each, to)
        ledger.close()


def big_mb(size: int | None) -> int:
    """The size of a file that Telegram gives to no bot, in whole MB; 0 of any other."""
    return round(size / 2**20) if size is not None and size > LARGEST_GIVEN else 0


def send(work: Work, by: Member, of: Holder, chat_id: int) -> None:
    """Sends the newest files of the holder's again, oldest of them first.

    Raises NotFound, and NoLongerApplies where there are none any more.
    """
    found = files.newest(work.session, by, MOST_SENT, of)
    if not found:
        raise NoLongerApplies()
    members = names(work.session, Member, (each.by_id for each in found))
    for each in reversed(found):
        notice = SentFile(
            kind=each.kind,
            file_id=each.file_id,
            on=each.created_at.astimezone(work.zone_of(by)).date(),
            today=work.today(by),
            by=members.get(each.by_id, ""),
            name=each.name,
        )
        work.post(chat_id, notice, to=by)


def _write(ledger: Ledger, by: Member, file: File, target: Target) -> int:
    values: dict[str, Any] = {
        "kind": file.kind,
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "by_id": by.id,
        "created_at": ledger.known_at,
        "contact_id": target.contact_id,
        "company_id": target.company_id,
        "person_id": target.person_id,
        "deal_id": target.deal_id,
        "name": file.name[:300] if file.name else None,
        "size": file.size,
        "album": file.album,
    }
    attachment_id = ledger.create(Attachment, values)
    ledger.close()
    return attachment_id


def of_operation(work: Work, by: Member, operation: Operation) -> Target:
    """What the operation of a log has written."""
    written = reopened(work, by, operation)
    customer, deal = written.customer, written.deal
    return Target(customer.company_id, customer.person_id, deal.id if deal else None, written.contact_id)


def at_hand(work: Work, by: Member, source: Source) -> Target:
    """What a file that names nobody goes to: the visit that goes on, else the last log if just now."""
    visit = visits.last(work.session, by, by.visit_id)
    if visit is not None and visit.ended_at is None and visit.company_id is not None:
        return Target(visit.company_id, visit.person_id, visit.deal_id)
    contact = files.last_contact(work.session, by, source.said_at - FOLLOWS_WITHIN)
    if contact is None:
        return Target()
    return Target(contact.company_id, contact.person_id, contact.deal_id, contact.id)


def tell(
    work: Work,
    by: Member,
    operation_id: int,
    attachment: Attachment,
    target: Target,
    chat_id: int,
    card_id: int | None,
) -> None:
    """Says to what the file belongs, with whose it may be instead; `card_id`: in place of that message."""
    candidates = [Candidate(target.company_id, target.person_id)]
    found = whom.named(work, candidates) if target.company_id or target.person_id else []
    deal = records.find(work.session, by, Deal, target.deal_id)
    notice = Attached(
        operation_id=operation_id,
        attachment_id=attachment.id,
        kind=attachment.kind,
        person=found[0].person if found else None,
        company=found[0].company if found else None,
        deal=deal.title if deal else None,
        others=whom.others(work, by, candidates[0])[:MOST_OTHERS],
        big_mb=big_mb(attachment.size),
    )
    work.post(chat_id, notice, to=by, operation_id=operation_id, edits=card_id)


def show_on_log(work: Work, by: Member, contact_id: int | None) -> None:
    """The card of what was logged, sent already or not, leads to its files as long as it has some."""
    has_files = bool(files.of_contact(work.session, by, contact_id))
    for posted in list(work.posted):
        if isinstance(posted.notice, Logged) and posted.notice.contact_id == contact_id:
            work.repost(posted, msgspec.structs.replace(posted.notice, has_files=has_files))
            return
    operation = files.operation_of_contact(work.session, by, contact_id) if contact_id else None
    card_id = records.card_of(work.session, by, operation) if operation else None
    if operation is None or operation.chat_id is None or card_id is None:
        return
    letter = records.told_in(work.session, by, operation.chat_id, card_id)
    notice = decode(letter.payload) if letter else None
    if isinstance(notice, Logged) and notice.has_files is not has_files:
        shown = msgspec.structs.replace(notice, has_files=has_files)
        work.post(operation.chat_id, shown, to=by, operation_id=operation.id, edits=card_id)
