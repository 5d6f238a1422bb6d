"""Reminders of next steps: worked out when a step is booked or moved, sent once when they are due."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from core.actions.agenda import StepNames
from core.actions.customer_card import brief
from core.actions.work import Work
from core.model import Member, NextStep
from core.notices import Reminder
from core.notices.customers import Brief
from core.reminding import USEFUL_FOR, Peace, remind_at
from core.storage import records, reminders
from core.storage.members import member_by_id
from core.terms import StepKind
from core.working_days import add_working_days

PLANNED_AT_ONCE = 50
PEOPLE_AT_ONCE = 10
"""So many people's reminders are one short transaction, so that messages are answered in between."""

TOGETHER = timedelta(minutes=5)
"""What is due so soon after the first comes in the same message."""

WITH_BRIEF = frozenset({StepKind.VISIT, StepKind.MEETING, StepKind.DEMO})


def plan(work: Work) -> bool:
    """Works out the reminders of steps that were booked or moved; True where there are more of them."""
    steps = reminders.unplanned(work.session, PLANNED_AT_ONCE)
    moments: dict[int, tuple[datetime, datetime | None]] = {}
    for step in steps:
        owner = member_by_id(work.session, step.owner_id)
        if owner is not None and step.due_at is not None:
            moments[step.id] = (step.due_at, _moment(work, owner, step, step.due_at))
    reminders.plan(work.session, moments)
    return len(steps) == PLANNED_AT_ONCE


def _moment(work: Work, owner: Member, step: NextStep, due_at: datetime) -> datetime | None:
    """When the step is reminded of; None where it was booked or moved for a time that was over already.

    One that became due before it was first planned, as in a downtime, is reminded of late.
    """
    if due_at <= work.now and (step.planned_for is not None or step.created_at >= due_at):
        return None
    lead = timedelta(minutes=work.team.habits.lead.get(step.kind, 0))
    return remind_at(due_at, lead, work.now, peace_of(work, owner))


def peace_of(work: Work, member: Member) -> Peace:
    """When the member is not to be disturbed."""
    return Peace(work.zone_of(member), member.quiet_from, member.quiet_to, member.snoozed_until)


def remind(work: Work) -> bool:
    """Sends what is due, one message to each person; True where more people have something due."""
    owners = reminders.owners_due(work.session, work.now, PEOPLE_AT_ONCE)
    if not owners:
        return False
    ids = [owner.id for owner in owners]
    late = set(reminders.due_before(work.session, ids, work.now - USEFUL_FOR))
    steps = reminders.claim(work.session, ids, work.now + TOGETHER)
    wanted = [step for step in steps if step.id not in late]
    names = StepNames.of(work.session, wanted)
    for reader, theirs in _by_reader(work, owners, wanted):
        _send(work, reader, theirs, names)
    return len(owners) == PEOPLE_AT_ONCE


def _by_reader(
    work: Work, owners: Sequence[Member], steps: Sequence[NextStep]
) -> list[tuple[Member, list[NextStep]]]:
    """The steps by who is reminded of them: their owner, or while that one is away the deputy."""
    readers = {owner.id: owner for owner in owners}
    for absence in reminders.with_deputies(work.session, owners):
        deputy, away = member_by_id(work.session, absence.deputy_id), readers[absence.member_id]
        if deputy and deputy.has_access and absence.starts_on <= work.today(away) < absence.ends_on:
            readers[absence.member_id] = deputy
    found: dict[int, tuple[Member, list[NextStep]]] = {}
    for step in steps:
        reader = readers[step.owner_id]
        if reader.has_access and reader.blocked_at is None:
            found.setdefault(reader.id, (reader, []))[1].append(step)
    return list(found.values())


def _send(work: Work, reader: Member, steps: Sequence[NextStep], names: StepNames) -> None:
    today = work.today(reader)
    only = steps[0] if len(steps) == 1 else None
    person = records.person(work.session, only.person_id) if only else None
    notice = Reminder(
        steps=[names.line(work, reader, step) for step in steps],
        today=today,
        tomorrow=add_working_days(today, 1, work.team.country),
        phone=person.phone if person else None,
        brief=_brief(work, reader, only) if only else None,
    )
    work.post(reader.telegram_id or 0, notice, to=reader)


def _brief(work: Work, reader: Member, step: NextStep) -> Brief | None:
    """What to know before a visit or a meeting."""
    company = records.company(work.session, step.company_id)
    if step.kind not in WITH_BRIEF or company is None:
        return None
    found = brief(work, reader, company.id)
    others = [line for line in found.ours if line.id != step.id]
    return msgspec.structs.replace(found, ours=others)
