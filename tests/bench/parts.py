"""What every part of the bench has in common: it prepares, measures in rounds, and sums up."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from tests.bench.figures import Figure
from tests.bench.office import Office


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured. `rounds` are interleaved with those of the other parts.

    No further round begins once `budget_s` have passed since the start; each part has at least its first.
    """

    rounds: int
    messages: int
    contacts: int
    many_names: int
    before_memory: int
    texts: int
    each: int
    rows: int
    budget_s: float


DEFAULT = Size(
    rounds=5,
    messages=150,
    contacts=100_000,
    many_names=300_000,
    before_memory=2_000,
    texts=200,
    each=6,
    rows=20_000,
    budget_s=240,
)
FULL = Size(
    rounds=7,
    messages=300,
    contacts=1_000_000,
    many_names=300_000,
    before_memory=10_000,
    texts=400,
    each=20,
    rows=100_000,
    budget_s=3600,
)
QUICK = Size(
    rounds=2,
    messages=40,
    contacts=10_000,
    many_names=10_000,
    before_memory=100,
    texts=60,
    each=1,
    rows=1_000,
    budget_s=25,
)


class Part(Protocol):
    """One thing that is measured. `rounds`: how many it wants at most."""

    letters: str
    rounds: int

    async def prepare(self, office: Office, stack: AsyncExitStack) -> None:
        """Brings up what is measured; the stack takes it down in the end."""

    async def measure(self, number: int) -> None:
        """One round; `number` counts from 0."""

    def figures(self) -> Sequence[Figure]:
        """What came out of the rounds."""


def middle_ratio(numerators: Sequence[float], denominators: Sequence[float]) -> float:
    """The median of the rounds' ratios: what disturbed a round disturbed both."""
    return median(one / other for one, other in zip(numerators, denominators, strict=True))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
