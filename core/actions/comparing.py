"""What sums of several currencies are worth beside each other."""

from dataclasses import dataclass
from datetime import date

from core.actions.work import Work
from core.history import as_units
from core.insights.worth import Worth
from core.model import Member
from core.money import Money
from core.notices import Sum


@dataclass(frozen=True, slots=True)
class Values:
    """Sums compared by the rates of the day `on`."""

    worth: Worth
    on: date

    @classmethod
    def today(cls, work: Work, by: Member) -> "Values":
        """By the rates of the member's day."""
        return cls(Worth(work.team.currency, work.team.rates), work.today(by))

    def of(self, money: Sum | Money | None) -> int:
        """In 1/10 000 of the team's currency; 0 for none, and for one whose rate is not known."""
        if money is None:
            return 0
        return self.worth.units(as_units(money.amount), money.currency, self.on) or 0
