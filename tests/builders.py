"""Builds the small selling team that tests speak of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import select

from core.actions.card import Written
from core.actions.intent import Intent
from core.actions.log import write
from core.actions.work import Source, TeamSettings, Work
from core.model import Company, Contact, Deal, Member, Person, Stage, Team
from core.reading.directory import Directory
from core.storage.database import Database
from core.storage.ledger import Ledger, add
from core.storage.pipeline_stages import first_pipeline
from core.storage.pipelines import PipelinePlan, StagePlan, sync
from core.terms import Category, ContactKind, Role, StageMeaning

NOW = datetime(2026, 11, 24, 8, 15, tzinfo=UTC)
"""Tuesday, 10:15 in Vilnius."""

TEAM = TeamSettings(name="Lentpjūvė")


def stages() -> tuple[StagePlan, ...]:
    """Two stages mean proposal, so that "the next one forward" can be told."""
    return (
        StagePlan("Užklausa", StageMeaning.LEAD, 5, Category.OMITTED),
        StagePlan("Įvertinta", StageMeaning.QUALIFIED, 20, Category.PIPELINE),
        StagePlan("Pasiūlymas", StageMeaning.PROPOSAL, 40, Category.PIPELINE),
        StagePlan("Pataisytas pasiūlymas", StageMeaning.PROPOSAL, 50, Category.BEST_CASE),
        StagePlan("Derybos", StageMeaning.NEGOTIATION, 70, Category.COMMIT),
        StagePlan("Laimėta", StageMeaning.WON, 100, Category.COMMIT),
        StagePlan("Prarasta", StageMeaning.LOST, 0, Category.OMITTED),
    )


@dataclass
class House:
    """A selling team in a database: two teams under one manager, an owner, and a rep in each team."""

    database: Database
    ids: dict[str, int]

    @contextmanager
    def work(self, now: datetime = NOW) -> Iterator[Work]:
        with self.database.writing() as session:
            yield Work(session, now, TEAM, Directory())

    def member(self, work: Work, name: str) -> Member:
        found = work.session.get(Member, self.ids[name])
        assert found is not None
        return found

    def company(self, name: str, person: str | None = None) -> int:
        """A company, and its first person under the same name with "+person"."""
        with self.work() as work:
            ledger = Ledger.begin(work.session, "import", work.now)
            company = ledger.create(Company, {"name": name, "created_at": work.now})
            if person:
                values = {"name": person, "company_id": company, "created_at": work.now}
                self.ids[f"{name}+person"] = ledger.create(Person, values)
            ledger.close()
        return company

    def deal(
        self,
        company_id: int,
        title: str,
        owner: str = "Mantas",
        stage: str = "Užklausa",
        now: datetime = NOW,
        **more: Any,
    ) -> int:
        """A deal begun at that moment, known at once."""
        with self.work(now) as work:
            pipeline = first_pipeline(work.session)
            stage_id = work.session.scalar(select(Stage.id).where(Stage.name == stage))
            values = {
                "title": title,
                "pipeline_id": pipeline.id,
                "stage_id": stage_id,
                "created_on": date(2026, 11, 2),
                "created_at": work.now,
                "stage_entered_at": work.now,
                "company_id": company_id,
                "owner_id": self.ids[owner],
            }
            ledger = Ledger.begin(work.session, "import", work.now)
            deal_id = ledger.create(Deal, values | more)
            ledger.close()
        return deal_id

    def contact(self, on: date, kind: str = "call", by: str = "Mantas", **more: Any) -> int:
        """A contact at noon of a day, known at once unless `created_at` says otherwise."""
        at = datetime.combine(on, time(12), UTC)
        values: dict[str, Any] = {
            "kind": ContactKind(kind),
            "by_id": self.ids[by],
            "occurred_on": on,
            "occurred_at": at,
            "created_at": at,
        } | more
        with self.database.writing() as session:
            ledger = Ledger.begin(session, "log", values["created_at"], by_id=self.ids[by], message_id=1)
            contact_id = ledger.create(Contact, values)
            ledger.close()
        return contact_id

    def log(self, intent: Intent, by: str = "Mantas", message_id: int = 1, now: datetime = NOW) -> Written:
        with self.work(now) as work:
            member = self.member(work, by)
            return write(work, member, intent, Source(member.telegram_id or 0, message_id, now), 0)

    def load(self, record: type[Any], record_id: int) -> Any:
        with self.database.reading() as session:
            return session.get(record, record_id)


def build_house(database: Database) -> House:
    """The team: Mantas and Rūta sell in Vilnius, Tadas in Kaunas; Aistė manages Vilnius, Kęstas owns all."""
    ids: dict[str, int] = {}
    with database.writing() as session:
        sync(session, [PipelinePlan("Pardavimai", stages())])
        ids["Vilnius"] = add(session, Team, {"name": "Vilnius"})
        ids["Kaunas"] = add(session, Team, {"name": "Kaunas"})
        people = [
            ("Mantas", Role.REP, "Vilnius"),
            ("Rūta", Role.REP, "Vilnius"),
            ("Tadas", Role.REP, "Kaunas"),
            ("Aistė", Role.MANAGER, "Vilnius"),
            ("Kęstas", Role.OWNER, None),
        ]
        for number, (name, role, team) in enumerate(people, start=501):
            values = {
                "name": name,
                "role": role,
                "telegram_id": number,
                "team_id": ids[team] if team else None,
            }
            ids[name] = add(session, Member, values | {"language": "lt", "joined_at": NOW})
    return House(database, ids)
