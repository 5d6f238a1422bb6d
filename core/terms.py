"""The fixed vocabularies that messages, records and reports share."""

from enum import StrEnum


class ContactKind(StrEnum):
    """What took place with a customer, or `NOTE`: a fact about them without a contact."""

    CALL = "call"
    MEETING = "meeting"
    VISIT = "visit"
    EMAIL = "email"
    MESSAGE = "message"
    DEMO = "demo"
    PROPOSAL = "proposal"
    NOTE = "note"


class StepKind(StrEnum):
    """What is to be done next; `TASK` is everything that is no contact of its own."""

    CALL = "call"
    MEETING = "meeting"
    VISIT = "visit"
    EMAIL = "email"
    MESSAGE = "message"
    DEMO = "demo"
    PROPOSAL = "proposal"
    TASK = "task"


class StepReason(StrEnum):
    """Why the rules added a step that nobody named: samples were given, or a tender is about to end."""

    SAMPLES = "samples"
    TENDER = "tender"


class RoutineKind(StrEnum):
    """What the bot tells by itself, again and again."""

    AGENDA = "agenda"
    DIGEST = "digest"
    CLOSING = "closing"
    EVENING = "evening"
    TIDY = "tidy"
    WEEK = "week"


class StageMeaning(StrEnum):
    """What a stage of a team's own pipeline means, so that words in messages find it."""

    LEAD = "lead"
    QUALIFIED = "qualified"
    PROPOSAL = "proposal"
    NEGOTIATION = "negotiation"
    WON = "won"
    LOST = "lost"

    @property
    def is_open(self) -> bool:
        return self not in (StageMeaning.WON, StageMeaning.LOST)


class LostReason(StrEnum):
    """Why a deal was lost."""

    PRICE = "price"
    NO_BUDGET = "no_budget"
    TIMING = "timing"
    NO_NEED = "no_need"
    NO_RESPONSE = "no_response"
    COMPETITOR = "competitor"
    OTHER = "other"


class Category(StrEnum):
    """Forecast category of a deal: the salesperson's word, or else the stage's default."""

    COMMIT = "commit"
    BEST_CASE = "best_case"
    PIPELINE = "pipeline"
    OMITTED = "omitted"


class Role(StrEnum):
    """What a member of the team may see and do."""

    REP = "rep"
    MANAGER = "manager"
    OWNER = "owner"


class Scope(StrEnum):
    """Of whom a forecast is: everybody, a team with those below it, one salesperson, one sales process."""

    ALL = "all"
    TEAM = "team"
    MEMBER = "member"
    PIPELINE = "pipeline"


class Remark(StrEnum):
    """What a comment on a deal is: a manager's praise or question, or an answer to one."""

    PRAISE = "praise"
    QUESTION = "question"
    REPLY = "reply"


class ExpenseKind(StrEnum):
    """What money of a trip was spent on; a way is told in kilometres."""

    WAY = "way"
    FUEL = "fuel"
    LODGING = "lodging"
    MEAL = "meal"
    PARKING = "parking"
    FARE = "fare"
    OTHER = "other"
