"""A member lives by another zone from now on: hours of theirs are told by its clocks."""

from datetime import timedelta

from sqlalchemy import select

from core.actions import routines as ticking
from core.actions.work import Work
from core.model import Member, NextStep
from core.storage import reminders
from core.storage.ledger import Ledger
from core.storage.records import STILL_OPEN


def move(work: Work, by: Member, zone: str, chat_id: int) -> int:
    """Tells everything by the clocks of the zone; how many agreed hours are shown anew.

    What the bot chose the hour of, as agendas and quiet hours, comes at that hour of the new zone. An hour
    agreed with a customer stays the same moment, for they have not moved; it is shown by the new clocks, also
    where that makes it another day.
    """
    ledger = Ledger.begin(work.session, "zone", work.now, by_id=by.id, chat_id=chat_id)
    ledger.change(by, {"zone": zone})
    shown = 0
    mine = (NextStep.owner_id == by.id, NextStep.due_at > work.now, NextStep.due_time.is_not(None))
    for step in work.session.scalars(select(NextStep).where(*mine, *STILL_OPEN)).all():
        if step.due_at is None or step.due_on is None:
            continue
        local = step.due_at.astimezone(work.zone_of(by))
        moved = local.date() - step.due_on
        values = {"due_on": local.date(), "due_time": local.time().replace(tzinfo=None)}
        if step.remind_on is not None and moved != timedelta():
            values["remind_on"] = step.remind_on + moved
        shown += ledger.change(step, values)
    ledger.close()
    reminders.plan_anew(work.session, by)
    ticking.settle(work)
    return shown
