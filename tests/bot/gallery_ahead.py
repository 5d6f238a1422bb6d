"""Samples of where everything is: the funnels, and what they open to."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from core.notices import Named, Notice
from core.notices.report_view import PEOPLE, Asked
from core.notices.reports import Choice, Figure, Opens
from tests.bot.gallery_logs import eur
from tests.bot.gallery_reports import TODAY, reply, viewed


def choices_of(asked: Asked, chosen: str, *parts: tuple[str, str, int | None]) -> list[Choice]:
    """Parts of an answer to choose from: what buttons hold, their texts and counts."""
    return [
        Choice(view=viewed(asked, part=part), key=key, count=count, chosen=part == chosen)
        for part, key, count in parts
    ]


def _stage(number: int, name: str, count: int, total: str, percent: int | None) -> Opens:
    key = "in-short-on" if percent is not None else "in-short"
    standing = Figure(key=key, count=count, sum=eur(total), percent=percent)
    view = viewed(Asked.FUNNEL, part=f"s{number}")
    return Opens(what="view", id=number, name=name, figures=[standing], view=view)


def deal_sample(number: int, name: str, *figures: Figure) -> Opens:
    return Opens(what="deal", id=number, name=name, figures=list(figures))


FUNNEL_PARTS = (
    ("o", "funnel-choice-open", 52),
    ("w", "funnel-choice-won", 4),
    ("l", "funnel-choice-lost", 2),
)
STAGE_PARTS = (
    ("s2", "funnel-choice-standing", 2),
    ("a2", "funnel-choice-advanced", 8),
    ("x2", "funnel-choice-lost", 3),
    ("h2", "funnel-choice-stayed", 9),
)


def _funnel() -> Iterator[tuple[str, Notice]]:
    lines = [
        Figure(key="funnel-open-without", count=52, sum=eur("1340000"), number=Decimal(7)),
        Figure(key="funnel-closed", count=4, number=Decimal(6), sum=eur("61400"), percent=67),
        Figure(key="funnel-velocity", days=41, sum=eur("13100")),
    ]
    names = ("Užklausa", "Įvertinta", "Pasiūlymas", "Pataisytas pasiūlymas", "Derybos")
    shares = (40, 62, 71, None, 88)
    rows = [_stage(n, name, 21, "210000", shares[n - 1]) for n, name in enumerate(names, 1)]
    choices = [
        *choices_of(Asked.FUNNEL, "", *FUNNEL_PARTS),
        Choice(view=viewed(Asked.LEADS), key="leads-choice"),
        Choice(view=viewed(Asked.FUNNEL, part=PEOPLE), key="choice-by-person"),
    ]
    whole: dict[str, Any] = {"lines": lines, "rows": rows, "choices": choices}
    yield "funnel", reply(Asked.FUNNEL, "funnel-heading", has_pipelines=True, **whole)
    one = [Figure(key="funnel-open", count=1, sum=eur("900")), Figure(key="funnel-cycle", days=1)]
    yield "funnel: one deal", reply(Asked.FUNNEL, "funnel-heading", lines=one)
    nothing = [Figure(key="funnel-open", count=0, sum=eur("0")), Figure(key="funnel-nothing-closed")]
    yield "funnel: nothing", reply(Asked.FUNNEL, "funnel-heading", lines=nothing)
    people = [
        Opens(
            what="m",
            id=number,
            name=name,
            figures=[
                Figure(key="standing", count=count, sum=eur(total)),
                Figure(key="won-of", count=1, sum=eur("28000")),
            ],
            view=viewed(Asked.FUNNEL, of_member=number),
        )
        for number, name, count, total in ((1, "Mantas Girdvainis", 31, "740000"), (2, "Rasa", 21, "600000"))
    ]
    of_people = {"view": viewed(Asked.FUNNEL, part=PEOPLE), "back": viewed(Asked.FUNNEL)}
    yield (
        "funnel: by person",
        reply(Asked.FUNNEL, "funnel-heading", lines=lines[:2], rows=people, **of_people),
    )
    own = {"view": viewed(Asked.FUNNEL, of_member=1), "back": viewed(Asked.FUNNEL, part=PEOPLE)}
    yield (
        "funnel: one person",
        reply(Asked.FUNNEL, "funnel-heading", member=Named(1, "Mantas Girdvainis"), **whole, **own),
    )


def _opened() -> Iterator[tuple[str, Notice]]:
    """A stage, a list and another part of it."""
    rasa = Figure(key="person", name="Rasa")
    rows = [
        deal_sample(
            9,
            "Vėjavartė",
            Figure(key="sum-of", sum=eur("210000")),
            rasa,
            Figure(key="in-stage", name="Pasiūlymas"),
            Figure(key="days-there", days=34),
        ),
        deal_sample(
            8,
            "Klojiniai",
            Figure(key="no-sum"),
            rasa,
            Figure(key="in-stage", name="Pasiūlymas"),
            Figure(key="days-there", days=0),
        ),
    ]
    lines = [
        Figure(key="in-stage", name="Pasiūlymas"),
        Figure(key="funnel-standing", count=2, sum=eur("244000")),
        Figure(key="funnel-came", count=20, percent=40),
        Figure(key="funnel-days", days=21),
        Figure(key="funnel-days-most", days=63),
    ]
    for part, key, count in STAGE_PARTS:
        listed = Figure(key="listed", word=key, count=count, sum=eur("244000"))
        yield (
            f"funnel: a stage, {part[0]}",
            reply(
                Asked.FUNNEL,
                "funnel-heading",
                view=viewed(Asked.FUNNEL, part=part),
                back=viewed(Asked.FUNNEL),
                lines=[*(lines if part[0] != "s" else [lines[0], *lines[2:]]), listed],
                rows=rows,
                choices=choices_of(Asked.FUNNEL, part, *STAGE_PARTS),
            ),
        )
    closed = [
        deal_sample(
            number,
            name,
            Figure(key="sum-of", sum=eur("28000")),
            Figure(key=key, on=TODAY),
        )
        for number, name, key in ((1, "Statyba", "closed-won"), (2, "Medistoras", "closed-lost"))
    ]
    for (part, key, count), shown in zip(FUNNEL_PARTS, (rows, closed[:1], closed[1:]), strict=True):
        yield (
            f"funnel: {key}",
            reply(
                Asked.FUNNEL,
                "funnel-heading",
                view=viewed(Asked.FUNNEL, part=part),
                back=viewed(Asked.FUNNEL),
                lines=[Figure(key="listed", word=key, count=count, sum=eur("61400"))],
                rows=shown,
                choices=choices_of(Asked.FUNNEL, part, *FUNNEL_PARTS),
            ),
        )


LEAD_PARTS = (
    ("s0", "leads-choice-open", 17),
    ("a0", "leads-choice-qualified", 12),
    ("x0", "leads-choice-lost", 9),
    ("w0", "leads-choice-won", 1),
)


def _leads() -> Iterator[tuple[str, Notice]]:
    lines = [
        Figure(key="leads-came", count=38),
        Figure(key="leads-became", count=12, percent=32, number=Decimal(9), high=Decimal(17)),
        Figure(key="leads-days", days=6),
        Figure(key="leads-won", count=1, sum=eur("4200")),
    ]
    sources = [
        Opens(
            what="view",
            id=number,
            name=name,
            figures=[*unknown, Figure(key="went-on", count=8, number=Decimal(20), percent=40)],
            view=viewed(Asked.LEADS, part=f"s{number}"),
        )
        for number, name, unknown in ((7, "Paroda", []), (1, "", [Figure(key="source-unknown")]))
    ]
    choices = [
        *choices_of(Asked.LEADS, "", *LEAD_PARTS),
        Choice(view=viewed(Asked.FUNNEL), key="funnel-choice"),
    ]
    yield "leads", reply(Asked.LEADS, "leads-heading", lines=lines, rows=sources, choices=choices)
    yield "leads: none", reply(Asked.LEADS, "leads-heading", lines=[Figure(key="leads-none")])
    for part, key, count in LEAD_PARTS:
        listed = Figure(key="leads-listed", word=key, count=count)
        yield (
            f"leads: {key}",
            reply(
                Asked.LEADS,
                "leads-heading",
                view=viewed(Asked.LEADS, part=part),
                back=viewed(Asked.LEADS),
                lines=[*lines, listed],
                rows=[deal_sample(9, "Vėjavartė", Figure(key="sum-of", sum=eur("210000")))],
                choices=choices_of(Asked.LEADS, part, *LEAD_PARTS),
            ),
        )


def ahead_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    """Each answer with what it opens to."""
    for samples in (_funnel, _opened, _leads):
        yield from samples()
