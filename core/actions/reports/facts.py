"""The facts behind a report: what the one who asks may see, as it was known at the moment asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from core.actions.reports.names import Names, names_then
from core.actions.reports.shape import Note, Question, Report, Row
from core.actions.work import TeamSettings
from core.errors import SalesError
from core.history import DealRow, OrderRow, TargetRow, as_units
from core.insights.chances import ENOUGH, Chances, fit
from core.insights.period import Span, quarter_of
from core.insights.process import Processes
from core.insights.shares import Shares, grouped, part_of, valued
from core.insights.worth import Worth
from core.model import Deal, Member, Order
from core.storage import deal_rows, report_rows
from core.storage.scope import Sight, sight_of
from core.storage.shares import shares_then

COMMON = ("everything", "all_endings", "all_orders", "targets", "shares", "names", "chances", "begun")
"""What is read of the whole team, whoever asks."""


class UnknownPipeline(SalesError):
    """A report is asked about a pipeline that there is not."""

    key = "error-unknown-pipeline"


@dataclass
class Facts:
    """What the rows are asked for, each read when it is first needed and then kept.

    `now` and other instants are seconds since 1970; `today` the local date of `now`. `before`: the instant
    before which something had to be known, None: all that is known counts. `within`: deals are told of only
    where this member sees them too, None: whatever the asker sees.
    """

    question: Question
    session: Session
    asker: Member
    team: TeamSettings
    now: float
    today: date
    before: datetime | None
    zone: ZoneInfo
    processes: Processes
    worth: Worth
    pipeline_id: int | None
    within: Member | None = None

    @cached_property
    def everything(self) -> Sequence[DealRow]:
        """All deals of the team, from which chances are learnt."""
        return deal_rows.deals(self.session, self.asker, deal_rows.ALL, self.before)

    @cached_property
    def deals(self) -> Sequence[DealRow]:
        """Those that the one who asks may see, in the pipeline asked about; shared ones whole."""
        return self._seen(self.everything)

    def moved_since(self, at: float) -> Sequence[DealRow]:
        """Those of them that are open, or that have moved since an instant."""
        if "everything" in vars(self):
            return self.deals
        since = datetime.fromtimestamp(min(at, self.now), UTC)
        which = Deal.closed_on.is_(None) | (Deal.stage_entered_at >= since)
        return self._seen(deal_rows.deals(self.session, self.asker, which, self.before))

    @cached_property
    def all_endings(self) -> Sequence[DealRow]:
        """All deals of the team where only what became of them matters, not the way they went."""
        if "everything" in vars(self):
            return self.everything
        return deal_rows.endings(self.session, self.asker, deal_rows.ALL, self.before)

    @cached_property
    def endings(self) -> Sequence[DealRow]:
        """Those of them that the one who asks may see, in the pipeline asked about."""
        return self._seen(self.all_endings)

    def _seen(self, deals: Sequence[DealRow]) -> Sequence[DealRow]:
        for looking in (self.asker, self.within):
            if looking is not None and sight_of(looking) is not Sight.ALL:
                seen = deal_rows.ids_of(self.session, looking, deal_rows.seen_deals(looking))
                deals = [deal for deal in deals if deal.id in seen]
        if self.pipeline_id is not None:
            deals = [deal for deal in deals if deal.pipeline_id == self.pipeline_id]
        return deals

    @property
    def sees_all(self) -> bool:
        """Whether what the asker sees, in the pipeline asked about, is all there is."""
        return self.pipeline_id is None and sight_of(self.asker) is Sight.ALL

    @cached_property
    def all_orders(self) -> Sequence[OrderRow]:
        """All orders of the team."""
        return report_rows.orders(self.session, None, Order.id.is_not(None), self.before)

    @cached_property
    def orders(self) -> Sequence[OrderRow]:
        """Those that the one who asks may see; an order is in no pipeline."""
        if self.pipeline_id is not None:
            return []
        return report_rows.orders(self.session, self.asker, Order.id.is_not(None), self.before)

    @cached_property
    def targets(self) -> Sequence[TargetRow]:
        """Those set in the bot, and those configured for which none is."""
        known = report_rows.targets(self.session, self.before)
        taken = {_same(row) for row in known}
        return [*known, *(row for row in self._configured() if _same(row) not in taken)]

    def _configured(self) -> Iterable[TargetRow]:
        """Targets of the configuration whose names are known; who has none of these is nobody's target."""
        teams = {name.casefold(): key for key, name in self.names.teams.items()}
        members = {name.casefold(): key for key, name in self.names.members.items()}
        pipelines = {stage.pipeline.casefold(): stage.pipeline_id for stage in self.processes.stages}
        for plan in self.team.habits.targets:
            ids = [
                known.get(name.casefold(), -1) if name is not None else None
                for known, name in ((teams, plan.team), (members, plan.member), (pipelines, plan.pipeline))
            ]
            if -1 not in ids:
                yield TargetRow(plan.starts_on, plan.ends_on, as_units(plan.amount), self.team.currency, *ids)

    @cached_property
    def shares(self) -> Shares:
        return shares_then(self.session, self.before)

    @cached_property
    def names(self) -> Names:
        return names_then(self.session, self.before)

    @cached_property
    def members_seen(self) -> frozenset[int] | None:
        """Whose work the one who asks may see; None: everybody's."""
        if sight_of(self.asker) is Sight.ALL:
            return None
        return frozenset(report_rows.members_seen(self.session, self.asker))

    @cached_property
    def span(self) -> Span:
        return self.question.span or quarter_of(self.today)

    @cached_property
    def chances(self) -> Chances:
        return fit(self.everything, self.processes, self.now, self.offset, deal_rows.priced(self.session))

    def over(self, span: Span) -> "Facts":
        """The same, asked about another period; what is read already is not read again."""
        other = replace(self, question=replace(self.question, span=span))
        vars(other).update((name, value) for name, value in vars(self).items() if name not in vars(other))
        vars(other).pop("span", None)
        return other

    def seen_by(self, asker: Member) -> "Facts":
        """The same, asked by somebody else; what is read of the whole team is not read again."""
        other = replace(self, asker=asker)
        vars(other).update((name, value) for name, value in vars(self).items() if name in COMMON)
        return other

    @property
    def offset(self) -> float:
        """By how many seconds local time is ahead of UTC."""
        ahead = datetime.fromtimestamp(self.now, self.zone).utcoffset()
        return ahead.total_seconds() if ahead else 0.0

    def midnight(self, day: date) -> float:
        """The beginning of a local day."""
        return datetime.combine(day, time(), self.zone).timestamp()

    @cached_property
    def begun(self) -> float:
        """When the team's history begins."""
        return min((deal.created_at for deal in self.everything), default=self.now)

    @property
    def seconds(self) -> tuple[float, float]:
        """The period."""
        return self.midnight(self.span.start), self.midnight(self.span.end)

    @property
    def filters(self) -> dict[str, str]:
        """What the question leaves out or groups by."""
        asked = {"pipeline": self.question.pipeline, "by": self.question.by}
        return {name: value for name, value in asked.items() if value is not None}

    def in_part(self, deals: Iterable[DealRow]) -> Sequence[DealRow]:
        """The deals as they count in sums: of a shared one what those have of it whom the asker sees."""
        return part_of(self.valued(deals), self.shares, self.members_seen)

    def grouped(self, deals: Iterable[DealRow], by: str) -> dict[str | None, list[DealRow]]:
        """The deals by group, as they count in each one's sums."""
        group = self.names.grouping(by, self.processes)
        return grouped(self.valued(deals), self.shares, self.members_seen, group)

    def valued(self, deals: Iterable[DealRow]) -> Sequence[DealRow]:
        """The deals, those that are shared in the team's currency."""
        return valued(deals, self.shares, self.worth, self.today)

    def sees_target(self, target: TargetRow) -> bool:
        """Whether the target is that of somebody, or of a team, that the one who asks may see."""
        if self.members_seen is None:
            return True
        if target.member_id is not None:
            return target.member_id in self.members_seen
        if target.team_id is None:
            return False
        team = {self.names.team_of.get(member) for member in self.members_seen}
        return len(self.members_seen) > 1 and target.team_id in team

    def report(
        self, name: str, columns: Sequence[str], rows: Sequence[Row], totals: Row, notes: Sequence[Note]
    ) -> Report:
        """The answer to what is asked, with the period, the moment and the currency that it is about."""
        about = (self.today, self.span, self.worth.currency, self.filters)
        return Report(name, *about, columns, rows, totals, notes)

    def notes(self) -> list[Note]:
        """What is to be said of any report with money in it."""
        return [*self._sharing(), *self._rates()]

    def _sharing(self) -> list[Note]:
        if self.question.by not in ("rep", "team"):
            return []
        shared = sum(deal.id in self.shares for deal in self.endings)
        return [Note("note-shared-deals", {"count": shared})] if shared else []

    def _rates(self) -> list[Note]:
        return [
            Note(
                "note-rate-missing",
                {"currency": currency, "team": self.worth.currency, "day": day.isoformat()},
            )
            for currency, day in sorted(self.worth.missing.items())
        ]

    def thin(self) -> list[Note]:
        """What is to be said where there is too little to learn from."""
        if not self.chances.is_thin:
            return []
        return [Note("note-thin-history", {"closed": self.chances.closed, "enough": ENOUGH})]


def _same(target: TargetRow) -> tuple[date | int | None, ...]:
    return target.starts_on, target.ends_on, target.team_id, target.member_id, target.pipeline_id


def gather(session: Session, asker: Member, team: TeamSettings, now: datetime, question: Question) -> Facts:
    """What a report stands on, of which little is read yet. Raises UnknownPipeline."""
    zone = ZoneInfo(team.zone)
    before = None
    if question.as_of is not None:
        moment = datetime.combine(question.as_of, time(), zone).astimezone(UTC)
        before, now = (moment, moment) if moment < now else (None, now)
    today = question.as_of or now.astimezone(zone).date()
    processes = Processes(tuple(report_rows.stages(session)))
    pipeline_id = _pipeline(processes, question.pipeline)
    return Facts(
        question,
        session,
        asker,
        team,
        now.timestamp(),
        today,
        before,
        zone,
        processes,
        Worth(team.currency, team.rates),
        pipeline_id,
    )


def _pipeline(processes: Processes, name: str | None) -> int | None:
    if name is None:
        return None
    known = {stage.pipeline.casefold(): stage.pipeline_id for stage in processes.stages}
    if name.casefold() not in known:
        names = dict.fromkeys(stage.pipeline for stage in processes.stages)
        raise UnknownPipeline(pipeline=name, known=", ".join(names))
    return known[name.casefold()]
