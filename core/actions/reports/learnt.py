"""What was learnt from the team's deals, kept for a day, so that a salesperson's own figure costs little."""

from datetime import date
from threading import Lock
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select

from core.actions.work import Work
from core.insights.chances import Chances, fit
from core.insights.process import Processes
from core.model import Deal
from core.storage import deal_rows

MOST = 1_500
"""The newest so many deals are enough for the figure on a phone, and do not fill the bot's memory."""

_kept: "WeakKeyDictionary[Engine, tuple[date, Chances]]" = WeakKeyDictionary()
_learning = Lock()


def learnt(work: Work, processes: Processes) -> Chances:
    """The chances by all that the team's deals have shown up to today; they are the same for everybody.

    Learnt anew on each local day of the team, when a stage is new, and as long as there is too little to
    learn from: then with each deal that is closed the answer may begin.
    """
    zone = ZoneInfo(work.team.zone)
    local = work.now.astimezone(zone)
    engine = work.session.get_bind().engine
    with _learning:
        day, chances = _kept.get(engine, (None, None))
        stale = chances is None or day != local.date() or chances.is_thin
        if chances is None or stale or not chances.knows(processes):
            ahead = local.utcoffset()
            chances = _learn(work, processes, ahead.total_seconds() if ahead else 0.0)
            _kept[engine] = (local.date(), chances)
        return chances


def is_known_thin(work: Work) -> bool:
    """Whether it was found today already that the team has closed too few deals to learn from."""
    day, chances = _kept_of(work)
    return chances is not None and chances.is_thin and day == _local_day(work)


def learnt_today(work: Work, processes: Processes) -> Chances:
    """As `learnt`, but learnt once a day at most, also of a team that has little to learn from."""
    day, chances = _kept_of(work)
    if chances is None or day != _local_day(work) or not chances.knows(processes):
        return learnt(work, processes)
    return chances


def _kept_of(work: Work) -> tuple[date | None, Chances | None]:
    with _learning:
        return _kept.get(work.session.get_bind().engine, (None, None))


def _local_day(work: Work) -> date:
    return work.now.astimezone(ZoneInfo(work.team.zone)).date()


def _learn(work: Work, processes: Processes, offset: float) -> Chances:
    newest = select(Deal.id).order_by(Deal.created_at.desc(), Deal.id.desc()).limit(MOST)
    which = Deal.id.in_(newest)
    deals = deal_rows.deals(work.session, None, which, None)
    return fit(deals, processes, work.now.timestamp(), offset, deal_rows.priced(work.session, which))
