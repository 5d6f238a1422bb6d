"""Files: what they were attached to, the files themselves, and the sheet of a month's trips."""

from datetime import date, time

import msgspec

from core.notices.base import Notice
from core.notices.capture import Whom
from core.notices.parts import Spent


class Attached(Notice, frozen=True, kw_only=True, tag=True):
    """A file was attached; `person`, `company` and `deal`: to what. `kind`: photo, document …

    `others`: to whom it may belong instead, likeliest first.
    `big_mb`: of a file that Telegram gives to no bot, how large it is; it is sent again all the same.
    """

    operation_id: int
    attachment_id: int
    kind: str
    person: str | None = None
    company: str | None = None
    deal: str | None = None
    others: list[Whom] = []
    big_mb: int = 0


class SentFile(Notice, frozen=True, kw_only=True, tag=True):
    """A file that Telegram keeps, sent again. `on`: the local day on which it was attached."""

    kind: str
    file_id: str
    on: date
    today: date
    by: str
    name: str | None = None


class TripExpense(msgspec.Struct, frozen=True, kw_only=True):
    """What was spent on a day, and on which customer, if that is known."""

    on: date
    spent: Spent
    company: str = ""


class Trip(msgspec.Struct, frozen=True, kw_only=True):
    """One visit of a trip sheet; times are local. `spent`: what was told with it."""

    on: date
    at: time
    company: str
    minutes: int | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    spent: list[Spent] = []


class TripSheet(Notice, frozen=True, kw_only=True, tag=True):
    """The visits and expenses of a month, in order, as a workbook. `month`: its first day."""

    name: str
    month: date
    trips: list[Trip]
    expenses: list[TripExpense] = []


class TripMonths(Notice, frozen=True, kw_only=True, tag=True):
    """Asks for which month; how many visits each has, or expenses where it has no visits."""

    months: list[date]
    counts: list[int]
