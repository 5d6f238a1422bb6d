"""Samples of a manager's questions and their answers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from core.notices import Answer, Named, Notice
from core.notices.report_view import PIPELINES, Asked, Length, ReportView
from core.notices.reports import Choice, Figure, Opens
from tests.bot.gallery_logs import eur

TODAY = date(2026, 11, 24)
QUARTER = date(2026, 10, 1)


def viewed(asked: Asked, **more: Any) -> str:
    return str(replace(ReportView(asked, QUARTER, Length.QUARTER), **more))


def reply(asked: Asked, heading: str, **more: Any) -> Answer:
    base: dict[str, Any] = {"view": viewed(asked), "heading": heading, "today": TODAY, "has_teams": True}
    return Answer(**(base | more))


def _effort() -> Iterator[tuple[str, Notice]]:
    lines = [
        Figure(key="effort-total", count=164, minutes=5_430),
        Figure(key="effort-kind", word="visit", count=31, minutes=2_300),
        Figure(key="effort-kind", word="call", count=102, minutes=1_400),
    ]
    people = [("Mantas Girdvainis", 61, 2_100), ("Rasa Petraitė", 55, 1_900)]
    rows = [
        Opens(
            what="m", id=number, name=name, figures=[Figure(key="effort-total", count=count, minutes=minutes)]
        )
        for number, (name, count, minutes) in enumerate(people, 1)
    ]
    away = Opens(what="m", id=3, name="Tomas Kalnius", figures=[Figure(key="away-days", days=5)])
    notes = [
        Figure(key="effort-measured", percent=62),
        Figure(key="away-people", count=1, days=5),
    ]
    month = viewed(Asked.EFFORT, start=date(2026, 11, 1), length=Length.MONTH)
    yield (
        "effort",
        reply(Asked.EFFORT, "effort-heading", view=month, lines=lines, rows=[*rows, away], notes=notes),
    )
    yield "effort: nothing", reply(Asked.EFFORT, "effort-heading", lines=[Figure(key="effort-none")])
    contacts = [
        Opens(
            what="deal",
            id=7,
            name="Fasado medžiagos",
            figures=[
                Figure(key="contact-of", word="call", on=date(2026, 11, 24)),
                Figure(key="minutes-of", minutes=15),
            ],
        ),
        Opens(
            what="company",
            id=4,
            name="UAB Gintupė",
            figures=[Figure(key="contact-of", word="visit", on=date(2026, 10, 2))],
        ),
    ]
    of = [Figure(key="person", name="Mantas Girdvainis"), Figure(key="effort-total", count=2, minutes=75)]
    yield (
        "effort: one person",
        reply(
            Asked.EFFORT, "effort-of", view=viewed(Asked.EFFORT, part="m1"), lines=of, rows=contacts, pages=1
        ),
    )


def _cost() -> Iterator[tuple[str, Notice]]:
    closed = [
        Opens(
            what="deal",
            id=number,
            name=name,
            figures=[Figure(key=key, on=date(2026, 11, 5)), Figure(key="sum-of", sum=eur(spent))],
        )
        for number, name, key, spent in (
            (1, "Statyba, antras etapas", "closed-won", "640"),
            (2, "Medistoras", "closed-lost", "480"),
        )
    ]
    lines = [
        Figure(key="cost-minutes", count=164, minutes=5_430),
        Figure(key="cost-total", sum=eur("2300"), each=eur("14")),
        Figure(key="cost-won", count=4, each=eur("410")),
        Figure(key="cost-new", count=1, each=eur("940")),
        Figure(key="cost-share", percent=3),
    ]
    yield (
        "cost",
        reply(
            Asked.COST,
            "cost-heading",
            team=Named(2, "Vilnius"),
            pipeline=Named(3, "Objektai"),
            has_pipelines=True,
            lines=lines,
            rows=closed,
            pages=3,
        ),
    )
    yield (
        "cost: an hour's price is not known",
        reply(
            Asked.COST,
            "cost-heading",
            lines=[lines[0], Figure(key="cost-closed", count=6, minutes=3_100)],
            notes=[Figure(key="cost-unknown"), Figure(key="rates-missing", name="SEK, USD")],
        ),
    )


def _capacity() -> Iterator[tuple[str, Notice]]:
    lines = [
        Figure(key="capacity-range", number=Decimal("7.5"), low=Decimal(6), high=Decimal("9.2")),
        Figure(key="capacity-now", number=Decimal(5)),
        Figure(key="capacity-won", sum=eur("405000"), each=eur("720000")),
        Figure(key="capacity-per-won", minutes=1_480, each=eur("24900")),
        Figure(key="capacity-pace", minutes=102, days=26),
        Figure(key="capacity-kind", word="visit", percent=44),
        Figure(key="capacity-kind", word="call", percent=31),
        Figure(key="capacity-ramp", number=Decimal("2.5")),
        Figure(key="capacity-newcomers", number=Decimal("6.1")),
        Figure(key="capacity-wavers", word="minutes_per_won"),
    ]
    pipelines = [
        Opens(
            what="",
            id=0,
            name=name,
            figures=[
                Figure(key="capacity-needed", number=Decimal(needed)),
                Figure(key="capacity-now", number=Decimal(now)),
            ],
        )
        for name, needed, now in (("Objektai", "5.5", "3.5"), ("Prekybininkai", "2", "1.5"))
    ]
    notes = [Figure(key="capacity-observed"), Figure(key="capacity-no-ramp")]
    yield "capacity", reply(Asked.CAPACITY, "capacity-heading", lines=lines, rows=pipelines, notes=notes)
    for key in ("capacity-no-target", "capacity-over", "capacity-no-pace", "capacity-nothing-won"):
        yield (
            f"capacity: {key}",
            reply(Asked.CAPACITY, "capacity-heading", lines=[lines[1]], notes=[Figure(key=key)]),
        )


def _process() -> Iterator[tuple[str, Notice]]:
    late = Opens(
        what="deal",
        id=9,
        name="Vėjavartė",
        figures=[
            Figure(key="person", name="Rasa"),
            Figure(key="in-stage", name="Pasiūlymas"),
            Figure(key="duty", word="proposal"),
            Figure(key="duty", word="next_step"),
            Figure(key="overdue-days", days=11),
        ],
    )
    lines = [
        Figure(key="process-late", count=4),
        Figure(key="process-stage", name="Užklausa", percent=92, count=38),
        Figure(key="process-stage", name="Pasiūlymas", percent=61, count=41),
    ]
    yield "process", reply(Asked.PROCESS, "process-heading", lines=lines, rows=[late])
    yield "process: all done", reply(Asked.PROCESS, "process-heading", lines=[Figure(key="process-none")])


def _customers() -> Iterator[tuple[str, Notice]]:
    counts = [
        ("new", 3),
        ("active", 74),
        ("dormant", 2),
        ("lost", 5),
    ]
    lines = [Figure(key=f"customers-{name}", count=count) for name, count in counts]

    def choices(chosen: str) -> list[Choice]:
        return [
            Choice(
                view=viewed(Asked.CUSTOMERS, part=name[0]),
                key=f"customers-choice-{name}",
                count=count,
                chosen=name == chosen,
            )
            for name, count in counts
        ]

    silent = Opens(
        what="company",
        id=3,
        name="UAB Medvilnė",
        figures=[
            Figure(key="silent-days", days=63),
            Figure(key="usual-gap", days=14),
            Figure(key="sum-of", sum=eur("18200")),
        ],
    )
    gone = Opens(
        what="company",
        id=5,
        name="UAB Sveikatos takas",
        figures=[Figure(key="since", on=date(2026, 10, 9)), Figure(key="gone-to", name="Medistoras")],
    )
    yield (
        "customers",
        reply(
            Asked.CUSTOMERS,
            "customers-heading",
            lines=lines,
            rows=[silent],
            choices=choices("dormant"),
            pages=2,
        ),
    )
    rivals = [Figure(key="lost-to", name="Medistoras", count=4)]
    yield (
        "lost",
        reply(
            Asked.CUSTOMERS,
            "customers-heading",
            view=viewed(Asked.CUSTOMERS, part="l"),
            lines=[*lines, *rivals],
            rows=[gone],
            choices=choices("lost"),
        ),
    )
    bought = [
        Opens(what="company", id=8, name="UAB Nauja", figures=[Figure(key=key, on=date(2026, 11, 3))])
        for key in ("first-bought", "last-bought")
    ]
    yield "customers: new", reply(Asked.CUSTOMERS, "customers-heading", lines=lines, rows=bought)


def _adoption() -> Iterator[tuple[str, Notice]]:
    lines = [
        Figure(key="adoption-people", count=8, number=Decimal(9)),
        Figure(key="adoption-logs", count=164),
        Figure(key="adoption-delay", minutes=95),
        Figure(key="adoption-taps", number=Decimal(1), high=Decimal("0.2")),
        Figure(key="adoption-steps", count=41, number=Decimal(52)),
    ]
    rows = [
        Opens(
            what="m", id=1, name="Mantas Girdvainis", figures=[Figure(key="adoption-row", count=61, days=19)]
        ),
        Opens(
            what="m",
            id=2,
            name="Tomas Kalnius",
            figures=[Figure(key="adoption-row-none"), Figure(key="away-days", days=1)],
        ),
    ]
    month = viewed(Asked.ADOPTION, start=date(2026, 11, 1), length=Length.MONTH)
    yield "adoption", reply(Asked.ADOPTION, "adoption-heading", view=month, lines=lines, rows=rows)
    at_once = [*lines[:2], Figure(key="adoption-at-once")]
    yield "adoption: at once", reply(Asked.ADOPTION, "adoption-heading", lines=at_once)


def report_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    """Each answer with its variants, and the choices that narrow one."""
    for samples in (_effort, _cost, _capacity, _process, _customers, _adoption):
        yield from samples()
    year = viewed(Asked.COST, start=date(2026, 1, 1), length=Length.YEAR, part=PIPELINES)
    yield (
        "cost: which process",
        reply(
            Asked.COST,
            "choice-of-pipeline",
            view=year,
            choices=[
                Choice(view=viewed(Asked.COST), key="choice-all", chosen=True),
                Choice(view=viewed(Asked.COST, pipeline_id=3), name="Objektai"),
            ],
        ),
    )
