"""The team of the year: salespeople and managers in four time zones, their deals and what they plan."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from core.actions.intent import Intent, Plan
from core.actions.log import write
from core.actions.work import Source, TeamSettings, Work
from core.habits import USUAL_LEAD
from core.local_time import instant_of
from core.model import Company, Deal, Member, Stage, Team
from core.reading.directory import Directory
from core.storage.database import Database
from core.storage.ledger import Ledger, add
from core.storage.pipeline_stages import first_pipeline
from core.storage.pipelines import PipelinePlan, sync
from core.terms import Role, StepKind
from core.working_days import free_day
from tests.builders import stages

SETTINGS = TeamSettings()
ZONES = ("Europe/Vilnius", "Europe/London", "America/New_York", "Asia/Kolkata")
FIRST_ID = 501
HOURS = ((StepKind.CALL, time(10)), (StepKind.CALL, time(15)), (StepKind.VISIT, time(11)))
AT_NIGHT = time(3, 30)
"""On nights when clocks change it does not exist, or comes twice."""

PLANS_ON = 0.6
"""The share of a salesperson's working days on which something is planned."""

EVENING_OF = 5
"""Every so manieth salesperson has the evening line."""


@dataclass
class Step:
    """Something planned. `on` and `at` are local to its owner; `done_at`: when they ticked it off."""

    id: int
    on: date
    remind_at: datetime
    done_at: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        return self.done_at is None or self.done_at > at


@dataclass
class Person:
    """A member of the team."""

    id: int
    chat: int
    name: str
    role: Role
    zone: ZoneInfo
    has_evening: bool = False
    steps: list[Step] = field(default_factory=list)
    deal_id: int = 0
    manager: "Person | None" = None


def found(database: Database, sellers: int, managers: int, start: datetime) -> list[Person]:
    """Puts a team into an empty, migrated database, with a deal for each salesperson."""
    long_ago = start - timedelta(days=60)
    people: list[Person] = []
    with database.writing() as session:
        sync(session, [PipelinePlan("Pardavimai", stages())])
        teams = [add(session, Team, {"name": f"Komanda {number}"}) for number in range(managers)]
        roles = [Role.MANAGER] * managers + [Role.REP] * sellers
        for number, role in enumerate(roles):
            zone = ZONES[number % len(ZONES)]
            name = f"{'Vadovė' if role is Role.MANAGER else 'Nr.'} {number + 1}"
            values = {"name": name, "role": role, "telegram_id": FIRST_ID + number, "zone": zone}
            values |= {"team_id": teams[number % managers], "language": "lt", "joined_at": long_ago}
            member_id = add(session, Member, values)
            evening = role is Role.REP and number % EVENING_OF == 0
            person = Person(member_id, FIRST_ID + number, name, role, ZoneInfo(zone), evening)
            person.manager = people[number % managers] if role is Role.REP else None
            people.append(person)
        ledger = Ledger.begin(session, "import", long_ago)
        ledger.create(Company, {"name": "UAB Statyba", "created_at": long_ago})
        ledger.close()
        for person in people[managers:]:
            person.deal_id = _deal(Work(session, long_ago, SETTINGS, Directory()), person)
    return people


def _deal(work: Work, person: Person) -> int:
    values = {
        "title": f"Sandoris {person.id}",
        "pipeline_id": first_pipeline(work.session).id,
        "stage_id": work.session.scalar(select(Stage.id).where(Stage.name == "Pasiūlymas")),
        "created_on": work.now.date(),
        "created_at": work.now,
        "stage_entered_at": work.now,
        "owner_id": person.id,
    }
    ledger = Ledger.begin(work.session, "import", work.now)
    deal_id = ledger.create(Deal, values)
    ledger.close()
    return deal_id


def book(
    database: Database, person: Person, days: Sequence[date], start: datetime, chance: random.Random
) -> None:
    """Plans calls and visits at hours of the person's own, in the nights of clock changes too."""
    for on in days:
        is_free = free_day(on, SETTINGS.country) is not None
        if not is_free and chance.random() < PLANS_ON:
            _plan(database, person, on, *chance.choice(HOURS), start)
        if _changes(on, person.zone):
            _plan(database, person, on, StepKind.CALL, AT_NIGHT, start)


def _changes(on: date, zone: ZoneInfo) -> bool:
    """Whether the clocks change in the night that begins the day."""
    early, late = (datetime.combine(on, at, zone).utcoffset() for at in (time(0), time(12)))
    return early != late


def _plan(database: Database, person: Person, on: date, kind: StepKind, at: time, start: datetime) -> None:
    due_at = instant_of(on, at, person.zone)
    lead = timedelta(minutes=USUAL_LEAD.get(kind, 0))
    with database.writing() as session:
        work = Work(session, start, SETTINGS, Directory())
        member = session.get_one(Member, person.id)
        ledger = Ledger.begin(session, "import", start)
        company = ledger.create(
            Company, {"name": f"UAB {person.id} {on:%y%m%d} {at:%H}", "created_at": start}
        )
        ledger.close()
        plans = [Plan(kind=kind, on=on, at=at)]
        intent = Intent(text="", said_at=start, company_id=company, plans=plans)
        written = write(work, member, intent, Source(person.chat, 0, start), 0)
        step_id = written.steps[0].id
    person.steps.append(Step(step_id, on, (due_at - lead).astimezone(UTC)))
