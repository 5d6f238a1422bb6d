"""Process as a report: where the stage's playbook is not followed yet, deal by deal."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from core.actions.reports.days import day_of
from core.actions.reports.facts import Facts
from core.actions.reports.shape import Note, Report, Row, rounded
from core.habits import Playbook
from core.history import DealRow
from core.insights.playbook import Followed, Happened, Stay, ToDo, followed, stays, to_do
from core.model import Company, Deal
from core.storage import contact_rows, known_then, step_rows

COLUMNS = ("deal", "rep", "stage", "missing", "overdue_days")


def process(facts: Facts) -> Report:
    """A row for each open deal with something to do; followed_share is of deals that came in the period.

    Deals in a seasonal break and tenders are left alone: they may well stand still.
    """
    todo, shares = process_of(facts)
    late = sum(each.overdue_days > 0 for each in todo)
    totals: dict[str, Any] = {"deals": len(todo), "overdue": late, "followed_share": _shares(facts, shares)}
    notes = [] if any(_playbook(facts)(stage.id) for stage in facts.processes.stages) else [_NO_PLAYBOOK]
    return facts.report("process", COLUMNS, [_row(facts, each) for each in todo], totals, notes)


_NO_PLAYBOOK = Note("note-no-playbook")


def process_of(facts: Facts) -> tuple[list[ToDo], Mapping[int, Followed]]:
    """What is to do, and by stage how much of the playbook is followed."""
    some = stays(_awake(facts), facts.span, facts.processes, day_of(facts.zone))
    happened = _happened(facts, some)
    playbook = _playbook(facts)
    return (
        to_do(some, happened, playbook, facts.today),
        followed(some, happened, playbook, facts.today, facts.span),
    )


def _awake(facts: Facts) -> list[DealRow]:
    paused = known_then.set_then(facts.session, Deal, "paused_until", facts.before)
    resting = known_then.set_then(facts.session, Company, "paused_until", facts.before)
    tenders = known_then.set_then(facts.session, Deal, "tender_on", facts.before)

    def rests(deal: DealRow) -> bool:
        until = [paused.get(deal.id), resting.get(deal.company_id or 0)]
        return deal.id in tenders or any(day is not None and day > facts.today for day in until)

    return [deal for deal in facts.moved_since(facts.seconds[0]) if not rests(deal)]


def _happened(facts: Facts, some: list[Stay]) -> Happened:
    deals, companies = step_rows.planned(facts.session, facts.before)
    planned = deals | {stay.deal.id for stay in some if stay.deal.company_id in companies}
    ids = {stay.deal.id for stay in some}
    return Happened(contact_rows.about_deals(facts.session, ids, facts.before), planned)


def _playbook(facts: Facts) -> Callable[[int], Playbook]:
    habits, found = facts.team.habits, dict[int, Playbook]()
    for stage in facts.processes.stages:
        found[stage.id] = () if stage.archived else habits.playbook(stage.pipeline, stage.name, stage.meaning)
    return found.__getitem__


def _row(facts: Facts, found: ToDo) -> Row:
    return {
        "deal": found.deal.title,
        "rep": facts.names.members.get(found.deal.owner_id or 0),
        "stage": facts.processes.stage(found.deal).name,
        "missing": [duty.value for duty in found.missing],
        "overdue_days": found.overdue_days,
    }


def _shares(facts: Facts, found: Mapping[int, Followed]) -> dict[str, float | None]:
    """By stage in the order of pipelines; a name that several pipelines have is told with theirs."""
    asked = [stage for stage in facts.processes.stages if stage.id in found]
    names = Counter(stage.name for stage in asked)
    return {
        stage.name if names[stage.name] == 1 else f"{stage.pipeline}: {stage.name}": rounded(
            found[stage.id].share
        )
        for stage in asked
    }
