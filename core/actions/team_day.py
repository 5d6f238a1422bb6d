"""The team's day, for its manager: who did what."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from core.actions.deal_list import contact_lines
from core.actions.work import Work
from core.errors import NotAllowed
from core.model import Contact, Member
from core.notices import MemberDay, TeamDay
from core.storage.members import team_of

LINES_EACH = 12
"""Contacts shown of one member; the count says how many there are."""


def show(work: Work, by: Member, chat_id: int, *, edits: int | None = None) -> None:
    """Posts today's activity of the members whose manager asks. Raises NotAllowed for a salesperson."""
    if not by.manages:
        raise NotAllowed()
    day = work.today(by)
    members = team_of(work.session, by)
    contacts = _contacts_on(work, by, members, day)
    days = [_day(work, by, member, contacts[member.id]) for member in members if member.id in contacts]
    quiet = [member.name for member in members if member.id not in contacts]
    work.post(chat_id, TeamDay(on=day, members=days, quiet=quiet), to=by, edits=edits)


def _contacts_on(
    work: Work, by: Member, members: Sequence[Member], day: date
) -> dict[int | None, list[Contact]]:
    midnight = datetime.combine(day, time(), tzinfo=work.zone_of(by))
    found = work.session.scalars(
        select(Contact)
        .where(Contact.by_id.in_([member.id for member in members]), Contact.deleted_at.is_(None))
        .where(Contact.occurred_at >= midnight, Contact.occurred_at < midnight + timedelta(days=1))
        .order_by(Contact.occurred_at, Contact.id)
    )
    by_member: dict[int | None, list[Contact]] = defaultdict(list)
    for contact in found:
        by_member[contact.by_id].append(contact)
    return by_member


def _day(work: Work, by: Member, member: Member, contacts: Sequence[Contact]) -> MemberDay:
    return MemberDay(
        name=member.name,
        contacts=contact_lines(work, by, contacts[-LINES_EACH:]),
        count=len(contacts),
        minutes=sum(contact.duration_min or 0 for contact in contacts),
    )
