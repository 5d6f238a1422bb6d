"""What corrections have taught."""

from core.notices.base import Notice
from core.notices.parts import TaughtLine


class Taught(Notice, frozen=True, kw_only=True, tag=True):
    """One page of what corrections have taught (`page` from 0), for the owner."""

    page: int
    pages: int
    count: int
    lines: list[TaughtLine]
