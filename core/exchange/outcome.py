"""What became of a file: how many rows were taken, and what was noticed on the way."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

MOST_PROBLEMS = 1_000


class Problem(NamedTuple):
    """A row that could not be taken, by the line where it begins, and why."""

    line: int
    reason: str


@dataclass
class Outcome:
    """`taken` rows are new, `updated` changed something, `unchanged` said what was known already.

    `problems` keeps the first thousand of `skipped`; `warnings` counts each sentence; `created` counts the
    companies, salespeople and products that rows named and nobody knew.
    """

    taken: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)
    warnings: Counter[str] = field(default_factory=Counter)
    created: Counter[str] = field(default_factory=Counter)

    @property
    def changes(self) -> bool:
        """Whether anything in the database is different from before."""
        return bool(self.taken or self.updated or self.created.total())

    def skip(self, line: int, reason: str) -> None:
        self.skipped += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(line, reason))

    def warn(self, sentence: str) -> None:
        """Notes something that the person should look at; the same sentence is counted, not repeated."""
        self.warnings[sentence] += 1
