"""One thing that a clause tells of: a contact, or a step to come."""

from dataclasses import dataclass

from core.reading.grammar.modes import Mode


@dataclass(slots=True)
class Act:
    """`kind` is a contact kind, "task", "again" for another try. `sends`: "offer" or the other thing sent."""

    kind: str
    mode: Mode
    first: int
    last: int
    by_customer: bool = False
    from_noun: bool = False
    sends: str = ""

    @property
    def is_step(self) -> bool:
        """Whether something is still to happen."""
        return self.mode in {Mode.PLAN, Mode.ASKED, Mode.MOVED}
