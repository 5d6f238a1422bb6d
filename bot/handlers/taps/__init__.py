"""Taps on buttons: each is one use case; a file a subject, as in `bot.buttons`."""

from bot.buttons.packing import UnknownButton, unpack
from bot.handlers.taps import (
    agenda,
    away,
    beginning,
    capture,
    customer_life,
    deal_life,
    deals,
    digest,
    find,
    logged,
    own_settings,
    picking,
    reports,
    settings,
    steps,
)
from bot.handlers.taps.tap import Taps
from core.actions.again import just_changed, show_again
from core.actions.work import Work
from core.errors import NoLongerApplies, NotAllowed, NotFound, NothingToUndo, TooLateToUndo
from core.model import Member

TAPS: Taps = {
    **logged.TAPS,
    **agenda.TAPS,
    **away.TAPS,
    **customer_life.TAPS,
    **deal_life.TAPS,
    **steps.TAPS,
    **picking.TAPS,
    **deals.TAPS,
    **beginning.TAPS,
    **find.TAPS,
    **settings.TAPS,
    **own_settings.TAPS,
    **capture.TAPS,
    **reports.TAPS,
    **digest.TAPS,
}


def run(work: Work, member: Member, packed: str, chat_id: int, message_id: int) -> None:
    """Does what the button says; one that no longer applies is answered kindly, its screen shown as it is."""
    work.tapped_id = message_id
    try:
        button = unpack(packed)
        with work.attempt():
            TAPS[type(button)](work, member, button, chat_id, message_id)
    except TooLateToUndo:
        work.toast = "toast-too-late-to-undo"
        show_again(work, member, chat_id, message_id)
    except (UnknownButton, NoLongerApplies, NotAllowed, NotFound, NothingToUndo):
        again = just_changed(work, member, chat_id, message_id)
        work.toast = "toast-already-done" if again else "toast-no-longer"
        show_again(work, member, chat_id, message_id)
