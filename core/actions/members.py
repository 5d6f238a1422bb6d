"""Members for whoever manages them: who there is, and handing all over when somebody has left."""

from collections.abc import Sequence

from sqlalchemy import func, select

from core.actions import budget, handover
from core.actions.work import Work
from core.errors import NoLongerApplies, NotAllowed, NotFound
from core.model import Absence, Deal, Member, NextStep, Team
from core.notices import Leaving, MemberLine, Members, Named, TakenOver
from core.storage.members import is_seen_by, member_by_id, team_of
from core.storage.names import names
from core.storage.records import STILL_OPEN

PAGE = 8
MOST_HEIRS = 8


def show(work: Work, by: Member, page: int, chat_id: int, *, edits: int | None = None) -> None:
    """Posts a page of the members whom `by` manages. Raises NotAllowed for a salesperson."""
    if not by.manages:
        raise NotAllowed()
    members = team_of(work.session, by)
    pages = max(1, -(-len(members) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = members[page * PAGE : (page + 1) * PAGE]
    notice = Members(
        page=page,
        pages=pages,
        count=len(members),
        members=_lines(work, by, shown),
        today=work.today(by),
    )
    work.post(chat_id, notice, to=by, edits=edits)


def show_leaving(work: Work, by: Member, member_id: int, page: int, chat_id: int, card_id: int) -> None:
    """Shows what is open with a member and who may take it over. Raises NotAllowed and NotFound."""
    leaver = _managed(work, by, member_id)
    heirs = [each for each in (by, *team_of(work.session, by)) if each.id != leaver.id]
    notice = Leaving(
        member=_lines(work, by, [leaver])[0],
        today=work.today(by),
        page=page,
        open_steps=_open_steps(work, leaver),
        heirs=[Named(heir.id, heir.name) for heir in heirs[:MOST_HEIRS]],
        has_left=not leaver.has_access,
    )
    work.post(chat_id, notice, to=by, edits=card_id)


def leave(
    work: Work, by: Member, member_id: int, heir_id: int, page: int, chat_id: int, card_id: int
) -> None:
    """Ends a member's access; what is open goes to the heir (0: nobody, where nothing is open), who is told.

    Raises NotAllowed, NotFound, NoLongerApplies where they have left already, and what `handover.leave` does.
    """
    leaver = _managed(work, by, member_id)
    if not leaver.has_access:
        raise NoLongerApplies()
    heir = _managed(work, by, heir_id) if heir_id else None
    line, steps = _lines(work, by, [leaver])[0], _open_steps(work, leaver)
    deals = handover.leave(work, by, leaver, heir)
    if heir is not None and heir.id != by.id and heir.telegram_id is not None and deals + steps:
        taken = TakenOver(giver=leaver.name, deals=deals, steps=steps)
        budget.tell(work, heir, taken)
    notice = Leaving(
        member=line,
        today=work.today(by),
        page=page,
        open_steps=steps,
        has_left=True,
        heir=heir.name if heir else None,
    )
    work.post(chat_id, notice, to=by, edits=card_id)


def _managed(work: Work, by: Member, member_id: int) -> Member:
    if not by.manages:
        raise NotAllowed()
    found = member_by_id(work.session, member_id)
    if found is None or not is_seen_by(work.session, by, found):
        raise NotFound()
    return found


def _open_steps(work: Work, member: Member) -> int:
    own = select(func.count()).select_from(NextStep).where(NextStep.owner_id == member.id, *STILL_OPEN)
    return work.session.scalar(own) or 0


def _lines(work: Work, by: Member, members: Sequence[Member]) -> list[MemberLine]:
    ids = [member.id for member in members]
    today = work.today(by)
    teams = names(work.session, Team, (member.team_id for member in members))
    open_deals = (
        select(Deal.owner_id, func.count())
        .where(Deal.owner_id.in_(ids), Deal.closed_on.is_(None), Deal.deleted_at.is_(None))
        .group_by(Deal.owner_id)
    )
    counts = dict(work.session.execute(open_deals).tuples().all())
    absences = select(Absence.member_id, Absence.ends_on).where(
        Absence.member_id.in_(ids),
        Absence.deleted_at.is_(None),
        Absence.starts_on <= today,
        Absence.ends_on > today,
    )
    away = dict(work.session.execute(absences).tuples().all())
    return [
        MemberLine(
            id=member.id,
            name=member.name,
            team=teams.get(member.team_id),
            open_deals=counts.get(member.id, 0),
            away_until=away.get(member.id),
        )
        for member in members
    ]
