"""Promises: what we owe customers and what they owe us, from what was written."""

from core.actions.agenda import lines
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Member
from core.notices import Deed, Promises
from core.storage import next_steps

PAGE = 6
"""Promises on one screen of a phone."""

SIDES = {"ours": False, "theirs": True}
"""Whose they are to keep, and whether that is the customer."""


def show_promises(
    work: Work,
    by: Member,
    side: str,
    page: int,
    chat_id: int,
    *,
    edits: int | None = None,
    deed: Deed | None = None,
) -> int:
    """Posts a page of the member's promises of a side, the soonest first; one beyond the last is the last.

    Returns the letter's id. Raises NoLongerApplies for a side that there is not.
    """
    if side not in SIDES:
        raise NoLongerApplies()
    which = {name: next_steps.promised(by, by_customer=theirs) for name, theirs in SIDES.items()}
    counts = {name: next_steps.count(work.session, condition) for name, condition in which.items()}
    pages = max(1, -(-counts[side] // PAGE))
    page = min(max(page, 0), pages - 1)
    steps = next_steps.page_by_day(work.session, which[side], offset=page * PAGE, limit=PAGE)
    notice = Promises(
        side=side,
        page=page,
        pages=pages,
        steps=lines(work, by, steps),
        counts=counts,
        today=work.today(by),
        deed=deed,
    )
    return work.post(chat_id, notice, to=by, edits=edits)
