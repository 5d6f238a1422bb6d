"""Which deals a board or a list shows: it goes out with the screen and comes back with the tap."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from core.errors import NoLongerApplies


class Whose(StrEnum):
    """Whose deals: one's own, or those of everybody whose work one sees."""

    MINE = "m"
    TEAM = "t"


class Only(StrEnum):
    """All open deals, those that stand still, or those whose contract is expected this month."""

    ALL = "a"
    STALE = "s"
    CLOSING = "c"


@dataclass(frozen=True, slots=True)
class DealView:
    """Open deals of a pipeline (0: the first), on a board by stages, or a page (from 0) of one stage's."""

    whose: Whose = Whose.MINE
    only: Only = Only.ALL
    pipeline_id: int = 0
    stage_id: int = 0
    page: int = 0

    def __str__(self) -> str:
        """As buttons and places hold it: "bmap1" for a board, "bmas3.2" for a page of a stage."""
        what = f"s{self.stage_id}" if self.stage_id else f"p{self.pipeline_id}"
        return f"b{self.whose}{self.only}{what}" + (f".{self.page}" if self.page else "")

    @classmethod
    def read(cls, packed: str) -> "DealView":
        """The view in what a button holds. Raises NoLongerApplies for what no version has packed."""
        found = _PACKED.fullmatch(packed)
        if found is None:
            raise NoLongerApplies()
        whose, only, kind, digits, page = found.groups()
        of_stage = kind == "s"
        return cls(
            Whose(whose),
            Only(only),
            pipeline_id=0 if of_stage else int(digits),
            stage_id=int(digits) if of_stage else 0,
            page=int(page or 0),
        )

    def turned(self, page: int) -> "DealView":
        """Another page of the same."""
        return replace(self, page=page)


_PACKED = re.compile(r"b([mt])([asc])([ps])(\d{1,19})(?:\.(\d{1,9}))?", re.ASCII)
