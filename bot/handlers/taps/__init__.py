"""Taps on buttons: each is one use case; a file a subject, as in `bot.buttons`."""

from bot.buttons.agenda import ShowAgenda, ShowPromises
from bot.buttons.capture import LogAbout, LogKind
from bot.buttons.deals import ShowDeals
from bot.buttons.find import ShowBrief
from bot.buttons.packing import Button, UnknownButton, unpack
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
from core.actions import tips
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

FEATURES: dict[type[Button], str] = {
    ShowAgenda: "today",
    ShowDeals: "deals",
    ShowPromises: "promises",
    ShowBrief: "brief",
    LogAbout: "log",
    LogKind: "log",
}
"""What somebody uses by a button, and needs no tip about any more."""


def run(work: Work, member: Member, packed: str, chat_id: int, message_id: int) -> None:
    """Does what the button says; one that no longer applies is answered kindly, its screen shown as it is."""
    work.tapped_id = message_id
    try:
        button = unpack(packed)
        with work.attempt():
            TAPS[type(button)](work, member, button, chat_id, message_id)
        if feature := FEATURES.get(type(button)):
            tips.used(work, member, feature)
    except TooLateToUndo:
        work.toast = "toast-too-late-to-undo"
        show_again(work, member, chat_id, message_id)
    except (UnknownButton, NoLongerApplies, NotAllowed, NotFound, NothingToUndo):
        again = just_changed(work, member, chat_id, message_id)
        work.toast = "toast-already-done" if again else "toast-no-longer"
        show_again(work, member, chat_id, message_id)
