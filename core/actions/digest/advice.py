"""What is worth doing this week: at most three things, each about one deal, customer or salesperson."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from core.actions.digest.facts import DigestFacts
from core.history import DealRow
from core.insights.closing import closings
from core.insights.week import largest, slipped
from core.notices.digest import Advice, Worthwhile
from core.storage.step_rows import planned
from core.storage.week_rows import postponements
from core.terms import StageMeaning

MOST = 3
SOON = timedelta(days=45)
"""A contract said to be nearer than this wants preparing."""

MANY_WITHOUT_STEP = 3
"""So many deals without a next step are more than anybody forgets by chance."""

OFTEN_PUT_OFF = 3


def advice(facts: DigestFacts) -> list[Advice]:
    """The things worth doing; thanks, where somebody has won, always among them."""
    found = [*_prepare(facts), *_help(facts), *_talk(facts)]
    thanks = list(_thank(facts))
    return [*found[: MOST - len(thanks)], *thanks]


def _prepare(facts: DigestFacts) -> Iterator[Advice]:
    """The largest deal whose salesperson promises the contract earlier than deals like it are won."""
    now = facts.now
    near = [
        deal
        for deal in facts.open
        if deal.units and deal.contract_on is not None and deal.contract_on <= now.today + SOON
    ]
    found = closings(near, now.now, now.today, now.chances, now.processes)
    early = [
        each.deal
        for each in found
        if each.deal.contract_on
        and (each.deal.contract_on < now.today or (each.p10 and each.p10 > each.deal.contract_on))
    ]
    for deal in largest(early, now.worth, now.today)[:1]:
        yield Advice(what=Worthwhile.PREPARE, deal=facts.named(deal))


def _help(facts: DigestFacts) -> Iterator[Advice]:
    """Whoever has most deals without a next step."""
    counts = Counter(deal.owner_id for deal in without_step(facts) if deal.owner_id is not None)
    if not counts:
        return
    member_id = min(counts, key=lambda each: (-counts[each], each))
    if counts[member_id] >= MANY_WITHOUT_STEP:
        who = facts.now.names.members.get(member_id)
        yield Advice(what=Worthwhile.HELP, member_id=member_id, who=who, count=counts[member_id])


def without_step(facts: DigestFacts) -> Sequence[DealRow]:
    """Open deals past being leads for which nothing is planned."""
    deals, companies = planned(facts.now.session, facts.now.before)
    processes = facts.now.processes
    return [
        deal
        for deal in facts.open
        if deal.id not in deals
        and deal.company_id not in companies
        and processes.stage(deal).meaning is not StageMeaning.LEAD
    ]


def _talk(facts: DigestFacts) -> Iterator[Advice]:
    """The largest deal that was put off again and again."""
    deals = [slip.deal for slip in slipped(facts.before, facts.deals, facts.now.processes)]
    times = postponements(facts.now.session, [deal.id for deal in deals], facts.now.before)
    often = [deal for deal in deals if times[deal.id] >= OFTEN_PUT_OFF]
    for deal in largest(often, facts.now.worth, facts.now.today)[:1]:
        yield Advice(what=Worthwhile.TALK, deal=facts.named(deal), count=times[deal.id])


def _thank(facts: DigestFacts) -> Iterator[Advice]:
    """Whoever won the largest deal."""
    won = [deal for deal in facts.closed if facts.now.processes.is_won(deal) and deal.owner_id is not None]
    for deal in largest(won, facts.now.worth, facts.now.today)[:1]:
        yield Advice(what=Worthwhile.THANK, deal=facts.named(deal))
