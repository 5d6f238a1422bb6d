"""A salesperson's own short week, to themselves: made once when it is told on Friday, and kept as it was."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from core.actions import agenda, own_figures, where_now
from core.actions.deal_names import own_title
from core.actions.digest.keeping import keep_payload
from core.actions.work import Work
from core.history import as_amount
from core.insights.period import Span, week_of
from core.insights.process import Processes
from core.insights.shares import part_of, valued
from core.insights.week import largest
from core.insights.worth import Worth
from core.model import Company, Contact, Deal, Member, NextStep, Stage, StageChange
from core.money import whole
from core.notices import OwnWeek, Sum, decode, encode
from core.notices.digest import Bright, DigestDeal, DigestDeals
from core.storage import deal_rows, digests, next_steps, report_rows
from core.storage.names import names
from core.storage.shares import has_part_in, shares_then
from core.terms import ContactKind

OWN = "o"
"""How a salesperson's own week is kept beside digests."""

MOST_NAMED = 2
MOST_AHEAD = 3
FEWEST_KEPT = 3
FEWEST_CONTACTS = 5
WEEKS_BACK = 8
DAYS_BACK = 90


def told(work: Work, member: Member, due_at: datetime) -> OwnWeek | None:
    """The week in which `due_at` is, made now unless it is kept; None where it has nothing to say."""
    week = of(work, member, week_of(due_at.astimezone(work.zone_of(member)).date()))
    counts = (week.contacts, week.done, week.won.count, week.moved.count, week.ahead_count, week.to_tidy)
    return week if any(counts) else None


def of(work: Work, member: Member, span: Span) -> OwnWeek:
    """The week as it was told first; one that never was is made now and kept."""
    kept = digests.kept(work.session, member, OWN, span.start)
    if kept is None:
        made = encode(_Week(work, member, span).contents())
        kept = keep_payload(work.session, member, OWN, (span.start, span.end), made, work.now)
    notice = decode(kept.payload)
    if not isinstance(notice, OwnWeek):
        raise TypeError(f"not a week of one's own: {kept.id}")
    return notice


def answer(work: Work, by: Member, chat_id: int) -> None:
    """Shows the last week that was told; before Friday's is, the one before it."""
    today = work.today(by)
    this = week_of(today)
    kept = digests.kept(work.session, by, OWN, this.start)
    span = this if kept is not None else week_of(this.start - timedelta(days=1))
    work.post(chat_id, of(work, by, span), to=by)


@dataclass
class _Week:
    """One salesperson's week, read with queries that only touch what is theirs."""

    work: Work
    member: Member
    span: Span

    def contents(self) -> OwnWeek:
        contacts, visits = self._contacts(self.span)
        won = self._won(self.span)
        month = own_figures.expected_month(self.work, self.member)
        ahead = next_steps.due_within([self.member.id], self.span.end, self.span.end + timedelta(days=6))
        first = next_steps.page_by_day(self.work.session, ahead, limit=MOST_AHEAD)
        bright = self._bright(contacts, won)
        currency = self.work.team.currency
        return OwnWeek(
            start=self.span.start,
            end=self.span.end,
            contacts=contacts,
            visits=visits,
            done=self._done(),
            won=won,
            moved=self._moved(),
            month_on=month.starts_on,
            expected=Sum(whole(month.expected), currency) if month.expected else None,
            target=None if month.target is None else Sum(whole(month.target), currency),
            bright=bright[0] if bright else None,
            bright_count=bright[1] if bright else 0,
            ahead=agenda.lines(self.work, self.member, first),
            ahead_count=next_steps.count(self.work.session, ahead),
            to_tidy=agenda.to_tidy(self.work, self.member) + len(where_now.waiting(self.work, self.member)),
        )

    def _contacts(self, span: Span) -> tuple[int, int]:
        """Contacts logged of these days, notes apart, and the visits among them."""
        query = select(Contact.kind, func.count()).where(
            Contact.by_id == self.member.id,
            Contact.occurred_on >= span.start,
            Contact.occurred_on < span.end,
            Contact.deleted_at.is_(None),
            Contact.kind != ContactKind.NOTE,
        )
        found = {row[0]: row[1] for row in self.work.session.execute(query.group_by(Contact.kind))}
        return sum(found.values()), found.get(ContactKind.VISIT, 0)

    def _done(self) -> int:
        start, end = (self._midnight(day) for day in (self.span.start, self.span.end))
        mine = (NextStep.owner_id == self.member.id, NextStep.done_at >= start, NextStep.done_at < end)
        return self.work.session.scalar(select(func.count()).select_from(NextStep).where(*mine)) or 0

    def _won(self, span: Span) -> DigestDeals:
        """As parts that are the member's; the largest is named first."""
        session, today = self.work.session, self.work.today(self.member)
        processes = Processes(tuple(report_rows.stages(session)))
        closed = Deal.closed_on.between(span.start, span.end - timedelta(days=1))
        rows = deal_rows.deals(session, self.member, closed & has_part_in(self.member.id), None)
        worth = Worth(self.work.team.currency, self.work.team.rates)
        shares = shares_then(session, None, of_member=self.member.id)
        won = [deal for deal in valued(rows, shares, worth, today) if processes.is_won(deal)]
        parts = largest(part_of(won, shares, {self.member.id}), worth, today)
        companies = names(session, Company, (deal.company_id for deal in parts[:MOST_NAMED]))
        known = [worth.units(deal.units, deal.currency, deal.closed_on or today) for deal in parts]
        total = [units for units in known if units is not None]
        named = [
            DigestDeal(
                id=deal.id,
                title=own_title(deal.title, companies.get(deal.company_id)),
                company=companies.get(deal.company_id),
                sum=None if units is None else self._sum(units),
            )
            for deal, units in zip(parts[:MOST_NAMED], known, strict=False)
        ]
        return DigestDeals(count=len(parts), sum=self._sum(sum(total)) if total else None, named=named)

    def _moved(self) -> DigestDeals:
        """Own deals that are open and came further in the week."""
        was, now = aliased(Stage), aliased(Stage)
        start, end = (self._midnight(day) for day in (self.span.start, self.span.end))
        query = (
            select(Deal.id, Deal.title, Deal.company_id)
            .join(StageChange, StageChange.deal_id == Deal.id)
            .join(was, was.id == StageChange.from_stage_id)
            .join(now, now.id == StageChange.to_stage_id)
            .where(Deal.owner_id == self.member.id, Deal.closed_on.is_(None), Deal.deleted_at.is_(None))
            .where(StageChange.entered_at >= start, StageChange.entered_at < end)
            .where(StageChange.undone_at.is_(None), now.position > was.position)
            .group_by(Deal.id, Deal.title, Deal.company_id)
            .order_by(Deal.id)
        )
        rows = self.work.session.execute(query).all()
        companies = names(self.work.session, Company, (row.company_id for row in rows[:MOST_NAMED]))
        named = [
            DigestDeal(
                id=row.id,
                title=own_title(row.title, companies.get(row.company_id)),
                company=companies.get(row.company_id),
            )
            for row in rows[:MOST_NAMED]
        ]
        return DigestDeals(count=len(rows), named=named)

    def _bright(self, contacts: int, won: DigestDeals) -> tuple[Bright, int] | None:
        """Something good that is true: the largest win in a while, promises all kept, or the busiest week."""
        before = Span(self.span.start - timedelta(days=DAYS_BACK), self.span.start)
        earlier = self._won(before)
        best, was = ([each.sum.amount for each in deals.named[:1] if each.sum] for deals in (won, earlier))
        if best and was and best[0] > was[0]:
            return Bright.LARGEST, DAYS_BACK
        kept, late = self._promises()
        if kept >= FEWEST_KEPT and not late:
            return Bright.PROMISES, kept
        weeks = self._contacts_by_week()
        if contacts >= FEWEST_CONTACTS and len(weeks) >= WEEKS_BACK // 2 and contacts > max(weeks.values()):
            return Bright.BUSIEST, WEEKS_BACK
        return None

    def _promises(self) -> tuple[int, int]:
        """Of the steps that the member was to do in the week: how many are done by their day, and how many
        are not."""
        until = min(self.span.end, self.work.today(self.member))
        query = select(NextStep.due_on, NextStep.done_at).where(
            NextStep.owner_id == self.member.id,
            NextStep.by_customer.is_(False),
            NextStep.due_on >= self.span.start,
            NextStep.due_on < self.span.end,
            NextStep.deleted_at.is_(None),
        )
        zone = self.work.zone_of(self.member)
        rows = self.work.session.execute(query).all()
        kept = sum(at is not None and at.astimezone(zone).date() <= on for on, at in rows)
        late = sum(on < until if at is None else at.astimezone(zone).date() > on for on, at in rows)
        return kept, late

    def _contacts_by_week(self) -> Counter[date]:
        """How many contacts the weeks before had, by their Mondays; weeks without any are not there."""
        first = self.span.start - timedelta(weeks=WEEKS_BACK)
        query = select(Contact.occurred_on, func.count()).where(
            Contact.by_id == self.member.id,
            Contact.occurred_on >= first,
            Contact.occurred_on < self.span.start,
            Contact.deleted_at.is_(None),
            Contact.kind != ContactKind.NOTE,
        )
        found = Counter[date]()
        for on, count in self.work.session.execute(query.group_by(Contact.occurred_on)):
            found[week_of(on).start] += count
        return found

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.work.zone_of(self.member)).astimezone(UTC)

    def _sum(self, units: int) -> Sum:
        return Sum(whole(as_amount(units)), self.work.team.currency)
