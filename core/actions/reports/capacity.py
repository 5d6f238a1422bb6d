"""Capacity as a report: how many salespeople a target takes, with a range and what drives it."""

from collections.abc import Mapping, Sequence
from typing import Any

from core.actions.reports.capacity_months import Book
from core.actions.reports.facts import Facts
from core.actions.reports.pace import Pace, months_left, pace
from core.actions.reports.shape import Note, Report, Row, money, rounded
from core.actions.reports.targets import target_of
from core.insights import capacity as figures
from core.insights.capacity import Need, Part, mean_won, minutes_per_won, need
from core.storage.contact_rows import Per, Which, worked

COLUMNS = (
    *("group", "target", "won", "minutes_needed", "minutes_per_person", "people_now", "people_needed"),
    *("people_low", "people_high", "drivers"),
)


def capacity(facts: Facts) -> Report:
    """A row for each pipeline. Minutes are those of the whole history before the moment asked about.

    Contacts about no deal are shared out by the minutes that pipelines have. What is left of the period is
    what there is to sell in: its working days from that moment on. A target that is not said by pipeline is
    met by all of them together, so then only the totals tell how many people it takes.
    """
    rows = worked(facts.session, facts.asker, Per.MONTHLY_PIPELINE, Which(before=facts.before))
    book = Book(facts, rows)
    speed = pace(facts, rows, book.minutes_of)
    lines = [_line(facts, book, speed, pipeline_id) for pipeline_id in book.pipelines]
    totals = _totals(facts, book, speed, [part for part, _ in lines])
    return facts.report("capacity", COLUMNS, [row for _, row in lines], totals, _notes(facts, speed, totals))


def _line(facts: Facts, book: Book, speed: Pace, pipeline_id: int) -> tuple[Part, Row]:
    alone = len(book.pipelines) == 1 and facts.pipeline_id is None
    target = target_of(facts, None, None, None if alone else pipeline_id)
    won = _won(facts, None if alone else pipeline_id)
    part = Part(book.of(pipeline_id), None if target is None else target - won)
    share = book.recent_share(pipeline_id)
    now = None if share is None else speed.people * share
    name = next(stage.pipeline for stage in facts.processes.stages if stage.pipeline_id == pipeline_id)
    kinds = book.kinds(pipeline_id)
    return part, {"group": name} | _row(facts, speed, [part], target, won, now, kinds)


def _totals(facts: Facts, book: Book, speed: Pace, parts: Sequence[Part]) -> dict[str, Any]:
    target, won = target_of(facts, None, None), _won(facts, None)
    if any(part.gap is None for part in parts):
        months = figures.pooled(parts) if parts else []
        parts = [Part(months, None if target is None else target - won)]
    return dict(_row(facts, speed, parts, target, won, float(speed.people), book.kinds(facts.pipeline_id)))


def _won(facts: Facts, pipeline_id: int | None) -> int:
    """What was won in the period; orders are in no pipeline."""
    deals = [
        deal
        for deal in facts.endings
        if deal.closed_on in facts.span
        and facts.processes.is_won(deal)
        and pipeline_id in (None, deal.pipeline_id)
    ]
    found = sum(
        facts.worth.units(deal.units, deal.currency, deal.closed_on or facts.today) or 0 for deal in deals
    )
    if pipeline_id is None:
        for order in facts.orders:
            if order.ordered_on in facts.span:
                found += facts.worth.units(order.units, order.currency, order.ordered_on) or 0
    return found


def _row(
    facts: Facts,
    speed: Pace,
    parts: Sequence[Part],
    target: int | None,
    won: int,
    now: float | None,
    kinds: Mapping[str, float],
) -> dict[str, Any]:
    found = need(parts, speed.per_person)
    return {
        "target": money(target),
        "won": money(won),
        "minutes_needed": rounded(found.minutes, 0),
        "minutes_per_person": rounded(speed.per_person, 0),
        "people_now": rounded(now, 1),
        "people_needed": rounded(found.people, 1),
        "people_low": rounded(found.low, 1),
        "people_high": rounded(found.high, 1),
        "drivers": _drivers(facts, speed, parts, found, now, kinds),
    }


def _drivers(
    facts: Facts,
    speed: Pace,
    parts: Sequence[Part],
    found: Need,
    now: float | None,
    kinds: Mapping[str, float],
) -> list[dict[str, Any]]:
    """What the number comes from, and who is needed: by the kinds of contact that take most minutes."""
    months = figures.pooled(parts) if parts else []
    each, mean = minutes_per_won(months), mean_won(months)
    drivers: dict[str, Any] = {
        "minutes_per_won": rounded(each, 0),
        "mean_won_value": money(None if mean is None else round(mean / 100) * 100),
        "minutes_per_day": rounded(speed.per_day, 1),
        "working_days_left": speed.days_left,
        "wavers": found.wavers,
    }
    drivers |= {f"share_of_{kind}": rounded(share, 4) for kind, share in list(kinds.items())[:3]}
    if speed.ramp is not None:
        drivers["ramp_up_months"] = rounded(sum(1 - share for share in speed.ramp), 1)
        missing = (found.people or 0) - (now or 0)
        if missing > 0 and found.people is not None:
            people = figures.newcomers(missing, months_left(facts), speed.ramp)
            drivers["newcomers"] = rounded(people, 1)
    return [{"driver": name, "value": value} for name, value in drivers.items() if value is not None]


def _notes(facts: Facts, speed: Pace, totals: Mapping[str, Any]) -> list[Note]:
    notes = []
    if totals["target"] is None:
        notes.append(Note("note-no-target"))
    if not speed.days_left:
        notes.append(Note("note-period-over"))
    elif speed.per_day is None:
        notes.append(Note("note-no-pace"))
    elif facts.team.habits.selling_percent is None:
        notes.append(Note("note-pace-observed", {"minutes": round(speed.per_day)}))
    if totals["people_needed"] is not None and totals["people_low"] is None:
        notes.append(Note("note-no-range", {"months": figures.ENOUGH_MONTHS}))
    elif totals["target"] is not None and totals["minutes_needed"] is None:
        notes.append(Note("note-nothing-won"))
    if speed.ramp is None:
        notes.append(Note("note-no-ramp"))
    return [*notes, *facts.notes()]
