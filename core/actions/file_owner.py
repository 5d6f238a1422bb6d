"""Whose a file is: what it replies to, and whose else it is, told by a tap or in words."""

from collections.abc import Callable
from typing import Any

from core.actions import files, whom
from core.actions.customer import Customer, DirectoryNames, resolve
from core.actions.files import Target
from core.actions.intent import Intent, from_report
from core.actions.work import Source, Work
from core.model import Attachment, Deal, Member, Operation
from core.notices import DealCard, Notice, StepCard, VisitCard, decode
from core.notices.customers import Brief, CompanyCard, PersonCard
from core.notices.files import Attached
from core.reading.amendments import amendment, begins_amended
from core.reading.naming import named_alone
from core.storage import files as stored
from core.storage import records
from core.storage.ledger import Ledger

OF_SCREEN: dict[type[Notice], Callable[[Any], Target]] = {
    DealCard: lambda card: Target(card.company_id, card.person_id, card.deal.id),
    CompanyCard: lambda card: Target(card.company.id),
    Brief: lambda card: Target(card.company.id),
    VisitCard: lambda card: Target(card.company.id),
    PersonCard: lambda card: Target(card.company.id if card.company else None, card.person.id),
    StepCard: lambda card: Target(card.step.company_id, card.step.person_id, card.step.deal_id),
}
"""What the screens are about to which a file may reply."""


def replied(work: Work, by: Member, source: Source) -> Target | None:
    """What the member's message, or the screen, is about that a file replies to; None where nothing is."""
    if source.reply_to_message_id is None:
        return None
    own = records.operations_of_message(work.session, by, source.chat_id, source.reply_to_message_id)
    if own:
        return files.of_operation(work, by, own[0])
    letter = records.told_in(work.session, by, source.chat_id, source.reply_to_message_id)
    if letter is None:
        return None
    notice = decode(letter.payload)
    if isinstance(notice, Attached):
        return _of_file(stored.get(work.session, by, notice.attachment_id))
    if type(notice) in OF_SCREEN:
        target = OF_SCREEN[type(notice)](notice)
        seen = records.find(work.session, by, Deal, target.deal_id)
        return target if seen else Target(target.company_id, target.person_id)
    operation = records.find(work.session, by, Operation, letter.operation_id)
    stands = operation is not None and operation.undone_at is None
    return files.of_operation(work, by, operation) if operation is not None and stands else None


def belongs(work: Work, by: Member, about: str, who: Intent, chat_id: int, card_id: int | None) -> None:
    """The file, with its album, belongs to that customer. Raises NotFound."""
    attachment = stored.get(work.session, by, int(about) if about.isdecimal() else 0)
    ledger = Ledger.begin(work.session, "attach", work.now, by_id=by.id, chat_id=chat_id)
    customer = resolve(work, ledger, who)
    target, contact_id = Target(customer.company_id, customer.person_id, who.deal_id), attachment.contact_id
    if target == _of_file(attachment):
        operation_id = stored.operation_of(work.session, attachment) or 0
    else:
        to = {"company_id": target.company_id, "person_id": target.person_id, "deal_id": target.deal_id}
        for each in stored.of_album(work.session, by, attachment.album) or [attachment]:
            ledger.change(each, {**to, "contact_id": None})
        ledger.close()
        operation_id = ledger.operation_id
        files.show_on_log(work, by, contact_id)
    files.tell(work, by, operation_id, attachment, target, chat_id, card_id)


def ask_whose(work: Work, by: Member, attachment_id: int, chat_id: int, card_id: int | None) -> None:
    """Asks to whom the file belongs instead. Raises NotFound."""
    stored.get(work.session, by, attachment_id)
    whom.show(work, by, f"{files.VERB}.{attachment_id}", chat_id, edits=card_id)


def told_otherwise(
    work: Work, by: Member, shown: Attached, text: str, source: Source, card_id: int | None
) -> bool:
    """Whether the words say whose the file of that card is; then it is theirs, and the card says so.

    Raises NotFound where the file was taken back.
    """
    who = _who(work, by, shown, text, source)
    if who is None:
        return False
    about = str(shown.attachment_id)
    if choices := whom.which(work, who):
        whom.show(work, by, f"{files.VERB}.{about}", source.chat_id, edits=card_id, first=choices)
    else:
        belongs(work, by, about, who, source.chat_id, card_id)
    return True


def newest_told_otherwise(work: Work, by: Member, text: str, source: Source) -> bool:
    """As `told_otherwise` for a no that replies to nothing: of the file sent just before."""
    if source.reply_to_message_id is not None or not begins_amended(text):
        return False
    letter = stored.newest_card(work.session, by, source.chat_id, source.said_at - files.FOLLOWS_WITHIN)
    notice = decode(letter.payload) if letter else None
    if letter is None or not isinstance(notice, Attached):
        return False
    return told_otherwise(work, by, notice, text, source, letter.edits_message_id or letter.message_id)


def customer_of(work: Work, by: Member, shown: Attached) -> tuple[Customer, int | None]:
    """Whose the file of a card is, and of which deal. Raises NotFound where it was taken back."""
    target = _of_file(stored.get(work.session, by, shown.attachment_id))
    company, person = records.company(work.session, target.company_id), target.person_id
    return Customer(company, records.person(work.session, person)), target.deal_id


def _who(work: Work, by: Member, shown: Attached, text: str, source: Source) -> Intent | None:
    """Whom the words name and say nothing else: a known customer, or after a no somebody new as well."""
    local = source.said_at.astimezone(work.zone_of(by)).replace(tzinfo=None)
    said = amendment(text, local, work.directory, language=by.language)
    report = said.report if said else named_alone(text, local, work.directory, language=by.language)
    if report is None:
        return None
    who = from_report(report, text, source, DirectoryNames(work))
    return (
        who if who.company_id or who.person_id or who.new_company or who.new_person or who.questions else None
    )


def _of_file(attachment: Attachment) -> Target:
    return Target(attachment.company_id, attachment.person_id, attachment.deal_id, attachment.contact_id)
