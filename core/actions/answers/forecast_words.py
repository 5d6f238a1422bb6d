"""The figures of a forecast in words: the one that answers first, against the target, then the others."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core.actions.answers.told import total
from core.actions.reports.facts import Facts
from core.insights.chances import ENOUGH
from core.notices import Sum
from core.notices.reports import Figure

AGAINST: Mapping[str, str] = {
    "forecast-expected": "forecast-expected-of",
    "forecast-plain": "forecast-plain-of",
    "forecast-won": "forecast-won-of",
}
"""How a figure is said where there is a target to hold it against."""


class InWords:
    """The figures of a forecast in words. `target` in the team's currency, None: there is none."""

    def __init__(self, facts: Facts, figures: Mapping[str, Any], target: Decimal | None) -> None:
        self._facts = facts
        self._figures = figures
        self._target = target
        self._is_over = facts.span.end <= facts.today

    def lines(self) -> list[Figure]:
        if self._is_over:
            return [self._against("forecast-won", self._figures["won"])]
        lines = [self._expected(), self._floor(), self._sum("forecast-best", "best_case")]
        if self._figures["new_business"]:
            lines.append(self._sum("forecast-new-business", "new_business"))
        return lines

    def notes(self) -> list[Figure]:
        notes = []
        if self._facts.chances.is_thin and not self._is_over:
            notes.append(
                Figure(key="forecast-thin", count=self._facts.chances.closed, number=Decimal(ENOUGH))
            )
        elif self._figures["expected"] < self._figures["floor"]:
            notes.append(Figure(key="forecast-floor-above"))
        if self._target is None:
            notes.append(Figure(key="forecast-no-target"))
        return notes

    def _expected(self) -> Figure:
        """What answers: the expected sum with its range, or the weighted one where history is thin."""
        if self._facts.chances.is_thin:
            return self._against("forecast-plain", self._figures["weighted"])
        low, high = (self._money(self._figures[name]) for name in ("expected_low", "expected_high"))
        return self._against("forecast-expected", self._figures["expected"], least=low, most=high)

    def _against(self, key: str, amount: Decimal, **more: Any) -> Figure:
        """The amount, and how much of the target it is, where there is one."""
        if not self._target:
            return Figure(key=key, sum=self._money(amount), **more)
        share = round(amount / self._target * 100)
        return Figure(
            key=AGAINST[key], sum=self._money(amount), each=self._money(self._target), percent=share, **more
        )

    def _floor(self) -> Figure:
        won, floor = self._figures["won"], self._figures["floor"]
        return Figure(
            key="forecast-floor",
            sum=self._money(floor),
            each=self._money(won),
        )

    def _sum(self, key: str, name: str) -> Figure:
        return Figure(key=key, sum=self._money(self._figures[name]))

    def _money(self, amount: Decimal) -> Sum | None:
        return total(self._facts, amount)
