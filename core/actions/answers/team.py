"""The team's week for its manager: what each salesperson did, has and is expected to bring, and who would be
glad of help with what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from msgspec.structs import replace as replaced

from core.actions.answers.deal_rows import by_person, deal_line, exact, sum_of, worth_of
from core.actions.answers.forecast import plainly
from core.actions.answers.told import Told, facts_of, total
from core.actions.reports.absent import away
from core.actions.reports.effort import contacts_of
from core.actions.reports.facts import Facts
from core.actions.work import Work
from core.errors import NotFound
from core.history import DealRow, OrderRow, as_amount
from core.insights.alternatives import counted_once
from core.insights.effort import effort_by
from core.insights.period import Span, quarter_of, week_of
from core.model import Member
from core.notices.report_view import MEMBER, Asked, Length, ReportView
from core.notices.reports import Choice, Figure, Opens
from core.storage.contact_rows import Per
from core.storage.step_rows import planned
from core.storage.week_rows import left, selling
from core.terms import StageMeaning

DAY = "d"
"""The part that is today's work, contact by contact."""

MANY = 3
"""So many deals that wait for the same are more than anybody forgets by chance."""

OF_ONE = {
    "team-contacts": "team-contacts-of",
    "team-expected": "team-expected-of",
    "team-weighted": "team-weighted-of",
}
"""What is said in fewer words of one of several people."""

NO_STEP, DATE_PASSED = "next_step", "date"
"""What a deal may wait for."""


@dataclass
class Week:
    """One salesperson's. `open` and `won` are deals as they count in their sums; `expected` of the quarter,
    in 1/10 000 of the team's currency; `waiting`: the open deals that wait for something, by what."""

    contacts: int = 0
    contacts_before: int = 0
    days_away: int = 0
    expected: int = 0
    open: list[DealRow] = field(default_factory=list)
    won: list[DealRow] = field(default_factory=list)
    waiting: dict[str, list[DealRow]] = field(default_factory=dict)

    @property
    def help(self) -> tuple[str, int] | None:
        """With what they would be glad of help, and with how many deals."""
        count, word = max(((len(deals), word) for word, deals in self.waiting.items()), default=(0, ""))
        return (word, count) if count >= MANY else None


def team(work: Work, by: Member, view: ReportView) -> Told:
    """The team together, then each of its people, who may need help first; of one, their open deals."""
    facts = facts_of(work, by, view)
    weeks = _weeks(facts)
    if view.member_id:
        return _person(facts, weeks, view)
    together = Week()
    for week in weeks.values():
        together.contacts += week.contacts
        together.contacts_before += week.contacts_before
        together.open += week.open
        together.won += week.won
        together.expected += week.expected
    ordered = sorted(weeks, key=lambda member_id: _turn(weeks[member_id], member_id))
    choices = [Choice(view=str(view.of(DAY)), key="team-choice-today")]
    gone = left(facts.session)
    rows = [_row(facts, member_id, weeks[member_id], member_id in gone) for member_id in ordered]
    return Told("team-week", _figures(facts, together), rows, choices=choices, has_period=False)


def _turn(week: Week, member_id: int) -> tuple[int, int, int]:
    return -(week.help or ("", 0))[1], -week.expected, member_id


def _weeks(facts: Facts) -> Mapping[int, Week]:
    """The week of everybody who sells, and of whoever else has deals; 0: what is nobody's."""
    people, seen = selling(facts.session), facts.members_seen
    weeks = {member_id: Week() for member_id in (people if seen is None else people & seen)}
    this = week_of(facts.today)
    before = week_of(this.start - timedelta(days=1))
    deals, orders = by_person(facts, counted_once(facts.deals, facts.processes)), _orders(facts)
    done, done_before, missing = _contacts(facts, this), _contacts(facts, before), away(facts, this)
    quarter, steps = facts.over(quarter_of(facts.today)), planned(facts.session, facts.before)
    for member_id in weeks.keys() | deals.keys() | orders.keys() | done.keys():
        theirs = deals.get(member_id, [])
        week = Week(done.get(member_id, 0), done_before.get(member_id, 0))
        week.open = [deal for deal in theirs if _is_offered(facts, deal)]
        week.won = [deal for deal in theirs if deal.closed_on in this and facts.processes.is_won(deal)]
        _, week.expected = plainly(quarter, theirs, orders.get(member_id, []))
        week.days_away = missing.get(member_id, 0)
        week.waiting = _waiting(facts, week.open, *steps)
        if member_id in weeks or week.contacts or week.open or week.expected:
            weeks[member_id] = week
    return weeks


def _orders(facts: Facts) -> Mapping[int, list[OrderRow]]:
    found: dict[int, list[OrderRow]] = {}
    for order in facts.orders:
        found.setdefault(order.owner_id or 0, []).append(order)
    return found


def _contacts(facts: Facts, span: Span) -> Mapping[int, int]:
    rows = contacts_of(facts, Per.MEMBER, span)
    found = effort_by(rows, lambda row: row.key or 0, facts.team.habits.minutes)
    return {member_id: effort.contacts for member_id, effort in found.items()}


def _is_offered(facts: Facts, deal: DealRow) -> bool:
    """Whether it is an open deal, past being a lead."""
    processes = facts.processes
    return processes.is_open(deal) and processes.stage(deal).meaning is not StageMeaning.LEAD


def _waiting(
    facts: Facts, deals: Sequence[DealRow], with_step: set[int], companies: set[int]
) -> dict[str, list[DealRow]]:
    idle = [deal for deal in deals if deal.id not in with_step and deal.company_id not in companies]
    late = [deal for deal in deals if deal.contract_on is not None and deal.contract_on < facts.today]
    return {NO_STEP: idle, DATE_PASSED: late}


def _figures(facts: Facts, week: Week) -> list[Figure]:
    """What was done, what is open and what is expected, and what was won."""
    key = "team-weighted" if facts.chances.is_thin else "team-expected"
    figures = [
        Figure(key="team-contacts", count=week.contacts, number=Decimal(week.contacts_before)),
        Figure(key="team-open", count=len(week.open), sum=exact(facts, sum_of(facts, week.open))),
        Figure(key=key, sum=total(facts, as_amount(week.expected))),
    ]
    if week.won:
        figures.append(Figure(key="team-won", count=len(week.won), sum=exact(facts, sum_of(facts, week.won))))
    if week.days_away:
        figures.append(Figure(key="away-days", days=week.days_away))
    return figures


def _row(facts: Facts, member_id: int, week: Week, has_left: bool) -> Opens:
    figures = [replaced(each, key=OF_ONE.get(each.key, each.key)) for each in _figures(facts, week)]
    if not member_id:
        figures[0] = Figure(key="team-nobodys")
    if week.help is not None:
        word, count = week.help
        figures.append(Figure(key="team-help", word=word, count=count))
    if has_left:
        figures.append(Figure(key="team-left"))
    name = facts.names.members.get(member_id, "")
    return Opens(what=MEMBER if member_id else "", id=member_id, name=name, figures=figures)


def _person(facts: Facts, weeks: Mapping[int, Week], view: ReportView) -> Told:
    """Their open deals, those that wait for something first. Raises NotFound for who is not theirs to see."""
    week = weeks.get(view.member_id)
    if week is None:
        raise NotFound()
    waiting = {word: {deal.id for deal in deals} for word, deals in week.waiting.items()}
    ordered = sorted(
        week.open,
        key=lambda deal: (
            -sum(deal.id in ids for ids in waiting.values()),
            -(worth_of(facts, deal) or 0),
            deal.id,
        ),
    )
    rows = []
    for deal in ordered:
        wants = [Figure(key="team-waits", word=word) for word, ids in waiting.items() if deal.id in ids]
        stage = Figure(key="in-stage", name=facts.processes.stage(deal).name)
        line = deal_line(facts, deal, stage, *wants)
        theirs = [each for each in line.figures if each.key != "person"]  # it is said above the deals
        rows.append(replaced(line, figures=theirs))
    quarter = quarter_of(facts.today).start
    contacts = ReportView(Asked.EFFORT, view.start, Length.WEEK, view.team_id, part=view.part)
    ahead = ReportView(Asked.FORECAST, quarter, Length.QUARTER, of_member=view.member_id)
    choices = [
        Choice(view=str(contacts), key="team-choice-contacts", count=week.contacts),
        Choice(view=str(ahead), key="team-choice-forecast"),
    ]
    lines = [Figure(key="person", name=facts.names.members.get(view.member_id, "")), *_figures(facts, week)]
    return Told("team-person", lines, rows, choices=choices, back=view.of(""), has_period=False)
