"""Contact cards that were shared: entered, or known already."""

from core.notices.base import Notice


class PersonKnown(Notice, frozen=True, kw_only=True, tag=True):
    """Somebody is known already. `phone`: the number that they have; `given`: what the card says.

    `by_number`: it is the number that is known, so there is nothing to add.
    """

    person_id: int
    name: str
    given_name: str
    given: str
    company: str | None = None
    phone: str | None = None
    by_number: bool = False
    email: str | None = None
    organisation: str | None = None


class PersonEntered(Notice, frozen=True, kw_only=True, tag=True):
    """Somebody who was known got a number. `did`: added, or changed where they had another."""

    operation_id: int
    person_id: int
    name: str
    phone: str | None = None
    company: str | None = None
    did: str = "added"
