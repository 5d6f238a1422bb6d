"""How the team works by its own word: hours and what they cost, what a contact takes, targets, playbooks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from core.insights.dormant import SILENT_DAYS, USUAL_GAPS
from core.terms import ContactKind, StageMeaning, StepKind

USUAL_MINUTES: Mapping[ContactKind, int] = MappingProxyType(
    {
        ContactKind.CALL: 10,
        ContactKind.MEETING: 60,
        ContactKind.VISIT: 60,
        ContactKind.EMAIL: 10,
        ContactKind.MESSAGE: 5,
        ContactKind.DEMO: 60,
        ContactKind.PROPOSAL: 60,
    }
)
"""Minutes that count for a contact whose duration was not logged; a note is no contact and takes none."""


USUAL_LEAD: Mapping[StepKind, int] = MappingProxyType(
    {StepKind.MEETING: 30, StepKind.VISIT: 60, StepKind.DEMO: 30}
)
"""Minutes before its time that a step of a kind is reminded of; the others at their time."""


class Duty(StrEnum):
    """What a playbook asks of a deal: a contact of a kind or of any, or that something of it is known."""

    CALL = "call"
    MEETING = "meeting"
    VISIT = "visit"
    EMAIL = "email"
    MESSAGE = "message"
    DEMO = "demo"
    PROPOSAL = "proposal"
    CONTACT = "contact"
    NEXT_STEP = "next_step"
    AMOUNT = "amount"
    CONTRACT_DATE = "contract_date"


@dataclass(frozen=True, slots=True)
class Play:
    """One line of a stage's playbook: `duty` is done within so many days of coming into the stage."""

    duty: Duty
    within_days: int


Playbook = tuple[Play, ...]

USUAL_PLAYBOOKS: Mapping[StageMeaning, Playbook] = MappingProxyType(
    {
        StageMeaning.LEAD: (Play(Duty.CONTACT, 2), Play(Duty.NEXT_STEP, 2)),
        StageMeaning.QUALIFIED: (Play(Duty.CONTACT, 7), Play(Duty.NEXT_STEP, 2)),
        StageMeaning.PROPOSAL: (Play(Duty.PROPOSAL, 7), Play(Duty.AMOUNT, 7), Play(Duty.NEXT_STEP, 2)),
        StageMeaning.NEGOTIATION: (
            Play(Duty.AMOUNT, 2),
            Play(Duty.CONTRACT_DATE, 2),
            Play(Duty.CONTACT, 7),
            Play(Duty.NEXT_STEP, 2),
        ),
    }
)
"""What a stage of that meaning asks where the team says nothing."""


@dataclass(frozen=True, slots=True)
class TargetPlan:
    """A target as configured: of a team, a member or (both None) everybody, in the team's currency."""

    starts_on: date
    ends_on: date
    amount: Decimal
    team: str | None = None
    member: str | None = None
    pipeline: str | None = None


@dataclass(frozen=True, slots=True)
class Habits:
    """`lead`: minutes before its time that a step is reminded of, where that is more than none.
    `notices_a_day`: so many notices come unasked to one person, the agenda included, reminders apart.

    `hourly_cost` in the team's currency, None: nobody has said it, so no cost is known;
    `kilometre_cost` likewise, so that ways are in no cost.

    `selling_percent`: the part of a working day of `hours_per_day` that is spent with customers, None: as
    much as contacts show. A customer is dormant after more than `silent_days` and `silent_gaps` usual gaps.
    `playbooks` by the folded names of pipeline and stage; a stage that is not among them has the usual one.
    """

    minutes: Mapping[ContactKind, int] = field(default_factory=lambda: USUAL_MINUTES)
    lead: Mapping[StepKind, int] = field(default_factory=lambda: USUAL_LEAD)
    notices_a_day: int = 6
    hourly_cost: Decimal | None = None
    kilometre_cost: Decimal | None = None
    hours_per_day: Decimal = Decimal(8)
    selling_percent: Decimal | None = None
    silent_days: int = SILENT_DAYS
    silent_gaps: int = USUAL_GAPS
    playbooks: Mapping[tuple[str, str], Playbook] = field(default_factory=dict)
    targets: Sequence[TargetPlan] = ()

    def playbook(self, pipeline: str, stage: str, meaning: StageMeaning) -> Playbook:
        """What is asked of a deal in a stage."""
        own = self.playbooks.get((pipeline.casefold(), stage.casefold()))
        return USUAL_PLAYBOOKS.get(meaning, ()) if own is None else own
