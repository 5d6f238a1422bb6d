"""When will the contract be: the open deals of a period, our date beside the salesperson's, and why."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.actions.answers.deal_rows import choice, exact, whose, worth_of
from core.actions.answers.told import Told, deal_called, facts_of, with_picture
from core.actions.reports.facts import Facts
from core.actions.work import Work
from core.errors import NotFound
from core.insights.closing import Closing, Why, closings
from core.model import Member
from core.notices.report_view import ReportView
from core.notices.reports import Figure, Opens

HEADING = "when-heading"

IN_PERIOD, ALL, PASSED, UNDATED = "", "a", "x", "n"
"""Parts: deals with our date or the salesperson's in the period; all open ones by our date; those whose said
date is over; those without one."""

DEAL, COMPANY = "d", "c"
"""Parts with an id: why one deal, and all of one customer."""

CHOICES: Mapping[str, str] = {
    IN_PERIOD: "when-choice-period",
    ALL: "when-choice-all",
    PASSED: "when-choice-passed",
    UNDATED: "when-choice-undated",
}


REASONS: Mapping[Why, str] = {
    Why.DAYS_IN_STAGE: "why-days-in-stage",
    Why.USUAL_DAYS: "why-usual-days",
    Why.STALE: "why-stale",
    Why.DATE_PASSED_DAYS: "why-date-passed-days",
    Why.LATER_THAN_SAID_DAYS: "why-later-than-said-days",
    Why.EARLIER_THAN_SAID_DAYS: "why-earlier-than-said-days",
    Why.CLOSED_DEALS: "why-closed-deals",
    Why.THIN_HISTORY: "why-thin-history",
    Why.NO_DATE: "why-no-date",
}
"""What each reason says."""


def when(work: Work, by: Member, view: ReportView) -> Told:
    """The biggest of the period first; all others in the order in which their contracts are likely."""
    facts = facts_of(work, by, view)
    deals = facts.in_part(facts.deals)
    found = closings(deals, facts.now, facts.today, facts.chances, facts.processes)
    if view.part[:1] == DEAL:
        return _why(facts, found, view)
    if view.part[:1] == COMPANY:
        return _of_company(facts, found, view)
    lists = {
        IN_PERIOD: _biggest(facts, [each for each in found if _falls_in(facts, each)]),
        ALL: found,
        PASSED: _biggest(facts, [each for each in found if _is_over(each.deal.contract_on, facts.today)]),
        UNDATED: _biggest(facts, [each for each in found if each.deal.contract_on is None]),
    }
    part = view.part if view.part in lists else IN_PERIOD
    choices = [
        choice(view, name, CHOICES[name], len(some)) for name, some in lists.items() if some or not name
    ]
    told = Told(
        HEADING,
        _lines(facts, found) if found else [Figure(key="when-none")],
        [_line(facts, view, each) for each in lists[part]],
        _thin(facts),
        choices,
    )
    return with_picture(told, facts, view, "closing", told.lines)


def _falls_in(facts: Facts, found: Closing) -> bool:
    return found.median in facts.span or found.deal.contract_on in facts.span


def _is_over(said: date | None, today: date) -> bool:
    return said is not None and said < today


def _biggest(facts: Facts, found: Sequence[Closing]) -> list[Closing]:
    return sorted(found, key=lambda each: -(worth_of(facts, each.deal) or 0))


def _lines(facts: Facts, found: Sequence[Closing]) -> list[Figure]:
    """How many contracts history and the salespeople see in the period."""
    said = [each for each in found if each.deal.contract_on in facts.span]
    lines = [_counted("when-said", facts, said)]
    if not facts.chances.is_thin:
        ours = [each for each in found if each.median in facts.span]
        lines.insert(0, _counted("when-ours", facts, ours))
    return lines


def _counted(key: str, facts: Facts, found: Sequence[Closing]) -> Figure:
    units = sum(worth_of(facts, each.deal) or 0 for each in found)
    return Figure(key=key, count=len(found), sum=exact(facts, units))


def _thin(facts: Facts) -> list[Figure]:
    return [Figure(key="when-thin", count=facts.chances.closed)] if facts.chances.is_thin else []


def _line(facts: Facts, view: ReportView, found: Closing) -> Opens:
    """Our date with its range, the salesperson's, the chance; opens to the reasons."""
    deal = found.deal
    figures = [*_worth(facts, found), *whose(facts, deal)]
    if found.median is not None:
        figures.append(Figure(key="our-date", on=found.median, early=found.p10, late=found.p90))
    said = Figure(key="said-none") if deal.contract_on is None else Figure(key="said-by", on=deal.contract_on)
    figures += [said, Figure(key="chance", percent=round(found.chance * 100))]
    at = str(view.of(f"{DEAL}{deal.id}"))
    return Opens(what="view", id=deal.id, name=deal_called(facts, deal), figures=figures, view=at)


def _worth(facts: Facts, found: Closing) -> list[Figure]:
    units = worth_of(facts, found.deal)
    return [Figure(key="no-sum") if units is None else Figure(key="sum-of", sum=exact(facts, units))]


def _why(facts: Facts, found: Sequence[Closing], view: ReportView) -> Told:
    """One deal: our answer, the salesperson's, and the reasons in words. Raises NotFound where it is over."""
    wanted = int(view.part[1:] or 0)
    one = next((each for each in found if each.deal.id == wanted), None)
    if one is None:
        raise NotFound()
    deal = one.deal
    lines = []
    if one.median is not None:
        lines.append(Figure(key="when-median", on=one.median, early=one.p10, late=one.p90))
    if deal.contract_on is not None:
        owner = facts.names.members.get(deal.owner_id or 0)
        lines.append(Figure(key="when-rep" if owner else "when-planned", on=deal.contract_on, name=owner))
    lines.append(Figure(key="when-chance", percent=round(one.chance * 100)))
    reasons = [_reason(facts, one, each.reason, each.value) for each in one.reasons]
    card = Opens(
        what="deal",
        id=deal.id,
        name=deal_called(facts, deal),
        figures=[*_worth(facts, one), Figure(key="in-stage", name=facts.processes.stage(deal).name)],
    )
    return Told(HEADING, lines, [card], reasons, back=view.of(IN_PERIOD), has_period=False)


def _reason(facts: Facts, found: Closing, why: Why, value: float | None) -> Figure:
    """A reason as a sentence of its own."""
    number = None if value is None else round(value)
    stage = facts.processes.stage(found.deal).name
    return Figure(key=REASONS[why], days=number, count=number, name=stage)


def _of_company(facts: Facts, found: Sequence[Closing], view: ReportView) -> Told:
    """All open deals of one customer. Raises NotFound where the asker sees none."""
    wanted = int(view.part[1:] or 0)
    of_them = [each for each in found if each.deal.company_id == wanted]
    if not of_them:
        raise NotFound()
    name = Figure(key="in-stage", name=facts.names.companies.get(wanted, ""))
    rows = [_line(facts, view, each) for each in of_them]
    lines = [name, _counted("funnel-open", facts, of_them)]
    return Told(HEADING, lines, rows, _thin(facts), back=view.of(IN_PERIOD), has_period=False)
