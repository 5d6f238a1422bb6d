"""What a picked day is for: it goes out with the picks and comes back with the tap."""

from dataclasses import dataclass

from core.errors import NoLongerApplies


@dataclass(frozen=True, slots=True)
class Purpose:
    """`verb`: move (a step), plan (a new one) or close (a deal's contract date); `subject`: of what.

    `kind`: of the step that is to be planned; `place`: the screen to come back to, "" for none.
    """

    verb: str
    subject: str
    kind: str = ""
    place: str = ""

    def __str__(self) -> str:
        return f"{self.verb}.{self.subject}.{self.kind}.{self.place}"

    @classmethod
    def read(cls, packed: str) -> "Purpose":
        """The purpose in what a button holds. Raises NoLongerApplies for what no version has packed."""
        parts = packed.split(".", 3)
        if len(parts) != 4:
            raise NoLongerApplies()
        return cls(*parts)

    @property
    def subject_id(self) -> int:
        """The id of the record that it is about. Raises NoLongerApplies where the subject is no id."""
        if not self.subject.isdecimal():
            raise NoLongerApplies()
        return int(self.subject)


def is_deal(place: str) -> bool:
    """Whether a place is the card of the deal that a step is for, "d", or "d." and what it leads back to."""
    return place.partition(".")[0] == "d"


def of_deal(leads_to: str) -> str:
    """The place that is a deal's card which leads back to another place, "" for the board."""
    return f"d.{leads_to}" if leads_to else "d"


def deal_leads_to(place: str) -> str:
    """Where the deal's card that a place is leads back to."""
    return place.partition(".")[2]
