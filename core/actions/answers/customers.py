"""Where customers go: how many came, buy, fell silent and left, then one by one."""

from collections import Counter
from collections.abc import Mapping, Sequence

from core.actions.answers.told import Told, facts_of, total
from core.actions.reports.customers import customers_of
from core.actions.reports.facts import Facts
from core.actions.work import Work
from core.history import as_amount
from core.insights.customers import Customer, State
from core.insights.dormant import Silence
from core.model import Member
from core.notices.report_view import ReportView
from core.notices.reports import Choice, Figure, Opens

PARTS: Mapping[str, State] = {"n": State.NEW, "a": State.ACTIVE, "d": State.DORMANT, "l": State.LOST}
COUNTED: Mapping[State, tuple[str, str]] = {
    State.NEW: ("customers-new", "customers-choice-new"),
    State.ACTIVE: ("customers-active", "customers-choice-active"),
    State.DORMANT: ("customers-dormant", "customers-choice-dormant"),
    State.LOST: ("customers-lost", "customers-choice-lost"),
}
"""The texts of each state: as a line, and on the button that lists it."""

FIRST = "d"
LOST = "l"
MOST_RIVALS = 5


def customers(work: Work, by: Member, view: ReportView) -> Told:
    """The four counts, and the list of one of them: the dormant, unless another is asked for."""
    facts = facts_of(work, by, view)
    found, silent = customers_of(facts)
    part = view.part if view.part in PARTS else FIRST
    chosen = [customer for customer in found if customer.state is PARTS[part]]
    counts = Counter(customer.state for customer in found)
    lines = [Figure(key=COUNTED[state][0], count=counts[state]) for state in State]
    if part == LOST:
        lines += _rivals(chosen)
    choices = [
        Choice(
            view=str(view.of(letter)),
            key=COUNTED[state][1],
            count=counts[state],
            chosen=letter == part,
        )
        for letter, state in PARTS.items()
    ]
    rows = [_row(facts, customer, silent) for customer in chosen]
    return Told("customers-heading", lines, rows, choices=choices)


def _rivals(lost: Sequence[Customer]) -> list[Figure]:
    """To whom most of them went."""
    rivals = Counter(customer.competitor for customer in lost if customer.competitor)
    ordered = sorted(rivals.items(), key=lambda item: (-item[1], item[0]))
    return [Figure(key="lost-to", name=name, count=count) for name, count in ordered[:MOST_RIVALS]]


def _row(facts: Facts, customer: Customer, silent: Mapping[int, Silence]) -> Opens:
    figures = []
    if customer.state is State.DORMANT:
        quiet = silent[customer.company_id]
        figures.append(Figure(key="silent-days", days=(facts.today - quiet.since).days))
        figures.append(Figure(key="usual-gap", days=round(quiet.usual_gap)))
    elif customer.state is State.LOST:
        figures.append(Figure(key="since", on=customer.since))
        if customer.competitor:
            figures.append(Figure(key="gone-to", name=customer.competitor))
    else:
        figures.append(
            Figure(key="first-bought" if customer.state is State.NEW else "last-bought", on=customer.since)
        )
    if customer.units:
        figures.append(Figure(key="sum-of", sum=total(facts, as_amount(customer.units))))
    name = facts.names.companies.get(customer.company_id, "")
    return Opens(what="company", id=customer.company_id, name=name, figures=figures)
