"""New companies, people and deals by taps."""

from core.notices.base import Notice
from core.notices.parts import Named, Option


class Twins(Notice, frozen=True, kw_only=True, tag=True):
    """Somebody known may be meant by a new name: is it one of these? `what`: company or person.

    `said`: the words as written, `name`: without the number in them. `company_id`: where the new person
    works, 0: not said.
    """

    what: str
    said: str
    name: str
    twins: list[Option]
    company_id: int = 0


class Entered(Notice, frozen=True, kw_only=True, tag=True):
    """A company or person has just been entered; what may come next with them."""

    operation_id: int
    company: Named | None = None
    person: Named | None = None
    phone: str | None = None
