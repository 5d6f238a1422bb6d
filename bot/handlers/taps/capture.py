"""Taps of what is captured without writing: a log by taps, and whose something is."""

from bot.buttons.capture import (
    AddNumber,
    AnotherPerson,
    EndVisit,
    GiveFile,
    LogAbout,
    LogKind,
    LogPlan,
    LogResult,
    MoveFile,
    NoVisit,
    OtherVisit,
    PickWhom,
    SendTrips,
    ShowContactFiles,
    ShowFiles,
    ShowPersonFiles,
    WhomPage,
)
from bot.handlers import capture
from bot.handlers.taps.tap import Taps
from core.actions import by_taps, contact_card, correct, file_owner, files, trips, visits, whom
from core.actions.again import standing
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Member
from core.notices import CorrectMenu, LogKinds, LogResults, WhomPicks
from core.notices.shared import PersonKnown
from core.storage.files import Holder

OWN_SCREENS = (LogKinds, LogResults)
"""Screens of the log itself; from any other the log is a message of its own."""


def _about(work: Work, member: Member, button: LogAbout, chat_id: int, message_id: int) -> None:
    about = whom.Candidate(button.company_id, button.person_id, button.deal_id)
    shown = standing(work, member, chat_id, message_id)
    edits = message_id if isinstance(shown, OWN_SCREENS) else None
    by_taps.show_kinds(work, member, whom.packed_from(about), chat_id, edits)


def _kind(work: Work, member: Member, button: LogKind, chat_id: int, message_id: int) -> None:
    by_taps.choose_kind(work, member, button.kind, button.subject, chat_id, message_id)


def _result(work: Work, member: Member, button: LogResult, chat_id: int, message_id: int) -> None:
    by_taps.record(work, member, button.kind, button.result, button.subject, chat_id, message_id)
    work.toast = "toast-saved"


def _plan(work: Work, member: Member, button: LogPlan, chat_id: int, message_id: int) -> None:
    by_taps.plan(work, member, button.operation_id, button.when, chat_id, message_id)


def _whom(work: Work, member: Member, button: PickWhom, chat_id: int, message_id: int) -> None:
    shown = by_taps.must_stand(work, member, WhomPicks, chat_id, message_id)
    if getattr(shown, "purpose", None) != button.purpose:
        raise NoLongerApplies()
    capture.picked(work, member, button.purpose, button.subject, chat_id, message_id)


def _page(work: Work, member: Member, button: WhomPage, chat_id: int, message_id: int) -> None:
    by_taps.must_stand(work, member, WhomPicks, chat_id, message_id)
    capture.more(work, member, button.purpose, button.page, chat_id, message_id)


def _left(work: Work, member: Member, button: EndVisit, chat_id: int, message_id: int) -> None:
    visits.leave(work, member, button.visit_id, max(0, button.minutes), chat_id, message_id)


def _no_visit(work: Work, member: Member, button: NoVisit, chat_id: int, message_id: int) -> None:
    visits.never_was(work, member, button.visit_id, chat_id, message_id)


def _other_visit(work: Work, member: Member, button: OtherVisit, chat_id: int, message_id: int) -> None:
    visits.ask_whom(work, member, button.visit_id, chat_id, message_id)


def _move_file(work: Work, member: Member, button: MoveFile, chat_id: int, message_id: int) -> None:
    """From the corrections of a log the question comes below, and the log's card is there again."""
    shown = standing(work, member, chat_id, message_id)
    if isinstance(shown, CorrectMenu):
        correct.back(work, member, shown.operation_id, message_id)
    edits = None if isinstance(shown, CorrectMenu) else message_id
    file_owner.ask_whose(work, member, button.attachment_id, chat_id, edits)


def _give_file(work: Work, member: Member, button: GiveFile, chat_id: int, message_id: int) -> None:
    who = whom.intent_of(work, member, button.subject)
    file_owner.belongs(work, member, str(button.attachment_id), who, chat_id, message_id)
    work.toast = "toast-saved"


def _files(work: Work, member: Member, button: ShowFiles, chat_id: int, _message_id: int) -> None:
    files.send(work, member, Holder(deal_id=button.deal_id, company_id=button.company_id), chat_id)


def _contact_files(
    work: Work, member: Member, button: ShowContactFiles, chat_id: int, _message_id: int
) -> None:
    files.send(work, member, Holder(contact_id=button.contact_id), chat_id)


def _person_files(
    work: Work, member: Member, button: ShowPersonFiles, chat_id: int, _message_id: int
) -> None:
    files.send(work, member, Holder(person_id=button.person_id), chat_id)


def _trips(work: Work, member: Member, button: SendTrips, chat_id: int, _message_id: int) -> None:
    trips.send(work, member, button.month, chat_id)


def _add_number(work: Work, member: Member, button: AddNumber, chat_id: int, message_id: int) -> None:
    shown = by_taps.must_stand(work, member, PersonKnown, chat_id, message_id)
    if not isinstance(shown, PersonKnown) or shown.person_id != button.person_id:
        raise NoLongerApplies()
    contact_card.add_number(work, member, shown, chat_id, message_id)


def _another(work: Work, member: Member, _button: AnotherPerson, chat_id: int, message_id: int) -> None:
    shown = by_taps.must_stand(work, member, PersonKnown, chat_id, message_id)
    if isinstance(shown, PersonKnown):
        contact_card.enter_another(work, member, shown, chat_id, message_id)


TAPS: Taps = {
    LogAbout: _about,
    LogKind: _kind,
    LogResult: _result,
    LogPlan: _plan,
    PickWhom: _whom,
    WhomPage: _page,
    EndVisit: _left,
    NoVisit: _no_visit,
    OtherVisit: _other_visit,
    MoveFile: _move_file,
    GiveFile: _give_file,
    ShowFiles: _files,
    ShowContactFiles: _contact_files,
    ShowPersonFiles: _person_files,
    SendTrips: _trips,
    AddNumber: _add_number,
    AnotherPerson: _another,
}
