"""Files: photos, documents and recordings that belong to what was logged. Telegram keeps them for us."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from core.actions import whom
from core.actions.card import Written, reopened
from core.actions.customer import resolve
from core.actions.intent import Intent
from core.actions.whom import Candidate
from core.actions.work import Source, Work
from core.model import Attachment, Deal, Member, Operation
from core.notices.files import Attached, SentFile
from core.storage import files, records, visits
from core.storage.ledger import Ledger
from core.storage.names import names

VERB = "file"
FOLLOWS_WITHIN = timedelta(minutes=15)
"""For so long after a log, a file is taken to belong to it."""

MOST_SENT = 10

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


def attach(work: Work, by: Member, file: File, source: Source, said: Operation | None) -> None:
    """Attaches a file to what `said` wrote (its own caption, or the card that it replies to), else to the
    visit that goes on or the member's last log; where there is none, it is asked once whose it is.

    Further files of an album go where its first has gone, without a word.
    """
    album = files.of_album(work.session, by, file.album)
    if album:
        first = album[0]
        operation_id = files.operation_of(work.session, first) or 0
        target = Target(first.company_id, None, first.deal_id, first.contact_id)
        _write(Ledger.again(work.session, operation_id, work.now), by, file, target)
        return
    target = _of_operation(work, by, said) if said else at_hand(work, by, source)
    ledger = Ledger.begin(work.session, "attach", work.now, by_id=by.id, chat_id=source.chat_id)
    attachment_id = _write(ledger, by, file, target)
    is_answered = said is not None and said.message_id == source.message_id  # by its caption's own card
    if is_answered and not big_mb(file.size):
        return
    if target.is_known:
        attachment = files.get(work.session, by, attachment_id)
        _tell(work, by, ledger.operation_id, attachment, target, source.chat_id, None)
    else:
        whom.show(work, by, f"{VERB}.{attachment_id}", source.chat_id)


def belongs(work: Work, by: Member, about: str, who: Intent, chat_id: int, card_id: int | None) -> None:
    """The file, with its album, belongs to that customer. Raises NotFound."""
    attachment = files.get(work.session, by, int(about) if about.isdecimal() else 0)
    ledger = Ledger.begin(work.session, "attach", work.now, by_id=by.id, chat_id=chat_id)
    customer = resolve(work, ledger, who)
    target = Target(customer.company_id, customer.person_id, who.deal_id)
    for each in files.of_album(work.session, by, attachment.album) or [attachment]:
        to = {"company_id": target.company_id, "deal_id": target.deal_id, "contact_id": None}
        ledger.change(each, to)
    ledger.close()
    _tell(work, by, ledger.operation_id, attachment, target, chat_id, card_id)


def follow(work: Work, by: Member, contact_id: int | None, written: Written) -> None:
    """Files of a contact that was corrected belong to what stands in its place."""
    deal_id = written.deal.id if written.deal else None
    to = {"company_id": written.customer.company_id, "deal_id": deal_id, "contact_id": written.contact_id}
    for each in files.of_contact(work.session, by, contact_id):
        ledger = Ledger.again(work.session, files.operation_of(work.session, each) or 0, work.now)
        ledger.change(each, to)
        ledger.close()


def big_mb(size: int | None) -> int:
    """The size of a file that Telegram gives to no bot, in whole MB; 0 of any other."""
    return round(size / 2**20) if size is not None and size > LARGEST_GIVEN else 0


def ask_whose(work: Work, by: Member, attachment_id: int, chat_id: int, card_id: int | None) -> None:
    """Asks to whom the file belongs instead. Raises NotFound."""
    files.get(work.session, by, attachment_id)
    whom.show(work, by, f"{VERB}.{attachment_id}", chat_id, edits=card_id)


def send(work: Work, by: Member, deal_id: int, company_id: int, chat_id: int) -> None:
    """Sends the newest files of a deal, or else a company, again, oldest of them first. Raises NotFound."""
    found = files.newest(work.session, by, MOST_SENT, deal_id=deal_id, company_id=company_id)
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
        "deal_id": target.deal_id,
        "name": file.name[:300] if file.name else None,
        "size": file.size,
        "album": file.album,
    }
    attachment_id = ledger.create(Attachment, values)
    ledger.close()
    return attachment_id


def _of_operation(work: Work, by: Member, operation: Operation) -> Target:
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


def _tell(
    work: Work,
    by: Member,
    operation_id: int,
    attachment: Attachment,
    target: Target,
    chat_id: int,
    card_id: int | None,
) -> None:
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
        big_mb=big_mb(attachment.size),
    )
    work.post(chat_id, notice, to=by, operation_id=operation_id, edits=card_id)
