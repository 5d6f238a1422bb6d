"""The fields that files carry, a list for each kind of record."""

from enum import StrEnum


class Kind(StrEnum):
    """What a file holds, one record a row."""

    COMPANIES = "companies"
    PEOPLE = "people"
    DEALS = "deals"
    ACTIVITIES = "activities"


CLOSE_ON = "close_on"
"""A column that other programs use for both: the day a deal was closed, or else is expected to."""

STATUS = "status"
"""A column beside the stage that says open, won or lost; alone it is the stage."""

NAME_PARTS = ("first_name", "last_name")
"""Columns that together are the name of a person, where there is none of the whole name."""

CLOCK_TIME = "clock_time"
"""A column with the time of day, beside one with the day."""

BESIDES: dict[Kind, tuple[str, ...]] = {
    Kind.DEALS: (CLOSE_ON, STATUS),
    Kind.PEOPLE: NAME_PARTS,
    Kind.ACTIVITIES: (CLOCK_TIME,),
}
"""What columns of other programs say in ways of their own."""

FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.COMPANIES: (
        "external_id",
        "name",
        "code",
        "segment",
        "region",
        "phone",
        "email",
        "website",
        "note",
    ),
    Kind.PEOPLE: ("external_id", "name", "company", "role", "phone", "email", "note"),
    Kind.DEALS: (
        "external_id",
        "title",
        "company",
        "owner",
        "pipeline",
        "stage",
        "amount",
        "currency",
        "product",
        "source",
        "created_on",
        "expected_close_on",
        "closed_on",
        "lost_reason",
        "competitor",
        "category",
        "stage_history",
    ),
    Kind.ACTIVITIES: (
        "external_id",
        "kind",
        "company",
        "person",
        "deal",
        "owner",
        "occurred_at",
        "duration_min",
        "note",
    ),
}

NEEDED: dict[Kind, tuple[str, ...]] = {
    Kind.COMPANIES: ("name",),
    Kind.PEOPLE: ("name",),
    Kind.DEALS: ("stage",),
    Kind.ACTIVITIES: ("kind", "occurred_at"),
}
"""Columns without which a file of that kind says nothing."""

SEVERAL = frozenset({"closed_on", "phone", "email", "note"})
"""Fields that files may have several columns for (won and lost time, work and mobile phone, note and
subject): the first with something in it counts."""

DATES = frozenset({"created_on", "expected_close_on", "closed_on", "occurred_at", CLOSE_ON})
"""Fields whose columns are read as a whole to tell day and month apart."""

AMOUNTS = frozenset({"amount"})

LONGEST = {
    "external_id": 200,
    "name": 300,
    "title": 300,
    "company": 300,
    "person": 300,
    "deal": 300,
    "owner": 200,
    "code": 50,
    "segment": 50,
    "region": 100,
    "phone": 100,
    "email": 200,
    "website": 300,
    "role": 200,
    "source": 100,
    "product": 200,
    "competitor": 200,
    "note": 100_000,
}
"""Characters that a field can hold."""
