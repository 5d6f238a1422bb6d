"""The playbook of a stage against what happened: what is missing, since when, how often it is followed."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.habits import Duty, Play, Playbook
from core.history import DealRow
from core.insights.period import Span
from core.insights.process import Processes, visits
from core.terms import ContactKind

KINDS: Mapping[Duty, ContactKind] = {
    duty: ContactKind(duty.value) for duty in Duty if duty.value in set(ContactKind)
}
"""Duties that a contact of one kind fulfils; any kind fulfils `contact`."""

Contacts = Mapping[int, Sequence[tuple[date, ContactKind]]]
"""The contacts about each deal: local day and kind."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A deal in a stage, by local days; `left_on` None: it is there yet. `forward`: not left lost."""

    deal: DealRow
    stage_id: int
    entered_on: date
    left_on: date | None
    forward: bool


@dataclass(frozen=True, slots=True)
class ToDo:
    """An open deal of which something is asked that was not done; `overdue_days`: of the longest due."""

    deal: DealRow
    missing: tuple[Duty, ...]
    overdue_days: int


@dataclass(slots=True)
class Followed:
    """Of what the playbook asked of deals that came into a stage and was due: how much was done."""

    due: int = 0
    done: int = 0
    deals: set[int] = field(default_factory=set)

    @property
    def share(self) -> float | None:
        return self.done / self.due if self.due else None


@dataclass(frozen=True, slots=True)
class Happened:
    """What is known of deals: contacts about them, and which of them have a next step planned."""

    contacts: Contacts
    planned: Collection[int]

    def due_on(self, stay: Stay, play: Play) -> date:
        """The last day to do it: from coming into the stage, a next step from the last contact since then."""
        since = stay.entered_on
        if play.duty is Duty.NEXT_STEP:
            since = max([since, *(day for day, _ in self.contacts.get(stay.deal.id, ()))])
        return since + timedelta(days=play.within_days)

    def did(self, duty: Duty, stay: Stay) -> bool:
        """Whether it was done: a contact in the stay, its first and last day included."""
        if duty is Duty.AMOUNT:
            return stay.deal.units is not None
        if duty is Duty.CONTRACT_DATE:
            return stay.deal.contract_on is not None
        if duty is Duty.NEXT_STEP:
            return stay.deal.id in self.planned
        kind = KINDS.get(duty)
        return any(
            stay.entered_on <= day and (stay.left_on is None or day <= stay.left_on)
            for day, was in self.contacts.get(stay.deal.id, ())
            if kind in (None, was)
        )


def stays(
    deals: Iterable[DealRow], span: Span, processes: Processes, day_of: Callable[[float], date]
) -> list[Stay]:
    """The stays in open stages that began in the period, and all that last."""
    found = []
    for deal in deals:
        for visit in visits(deal, processes):
            entered_on = day_of(visit.entered_at)
            if visit.left_at is None:
                found.append(Stay(deal, visit.stage_id, entered_on, None, True))
            elif entered_on in span:
                forward = not _lost_at(deal, visit.left_at, processes)
                found.append(Stay(deal, visit.stage_id, entered_on, day_of(visit.left_at), forward))
    return found


def to_do(
    standing: Iterable[Stay], happened: Happened, playbook: Callable[[int], Playbook], today: date
) -> list[ToDo]:
    """The deals with something to do, the longest overdue first; what is not due yet is overdue 0 days."""
    found = []
    for stay in standing:
        if stay.left_on is not None:
            continue
        missing = [play for play in playbook(stay.stage_id) if not happened.did(play.duty, stay)]
        if missing:
            late = max((today - happened.due_on(stay, play)).days for play in missing)
            found.append(ToDo(stay.deal, tuple(play.duty for play in missing), max(late, 0)))
    return sorted(found, key=lambda each: (-each.overdue_days, -len(each.missing), each.deal.id))


def followed(
    some: Iterable[Stay], happened: Happened, playbook: Callable[[int], Playbook], today: date, span: Span
) -> dict[int, Followed]:
    """By stage, of the stays that began in the period: what was asked and is due, and how much was done.

    Something is due when its last day is over, or the deal went on before. A deal that was lost before that
    was asked no more. A planned next step is asked of deals that are there still: it is of the present.
    """
    found: dict[int, Followed] = {}
    for stay in some:
        if stay.entered_on not in span:
            continue
        for play in playbook(stay.stage_id):
            if not _is_due(stay, play, happened, today):
                continue
            stage = found.setdefault(stay.stage_id, Followed())
            stage.due += 1
            stage.done += happened.did(play.duty, stay)
            stage.deals.add(stay.deal.id)
    return found


def _is_due(stay: Stay, play: Play, happened: Happened, today: date) -> bool:
    over = happened.due_on(stay, play) < (stay.left_on or today)
    if play.duty is Duty.NEXT_STEP:
        return stay.left_on is None and over
    return over or (stay.left_on is not None and stay.forward)


def _lost_at(deal: DealRow, at: float, processes: Processes) -> bool:
    """Whether the deal was lost by the move it made then."""
    went = [move for move in deal.moves if move.at == at]
    return any(processes.by_id[move.stage_id].meaning.value == "lost" for move in went)
