"""Samples of the team's week, and of one salesperson's."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from core.actions.answers.team import DAY
from core.notices import Answer, Notice
from core.notices.report_view import MEMBER, Asked, first_view
from core.notices.reports import Choice, Figure, Opens
from tests.bot.gallery_logs import eur

TODAY = date(2026, 11, 24)
WEEK = first_view(Asked.TEAM, TODAY)


def _week(
    contacts: int, before: int, deals: int, stands: str, expected: str, of: str = "-of"
) -> list[Figure]:
    return [
        Figure(key=f"team-contacts{of}", count=contacts, number=Decimal(before)),
        Figure(key="team-open", count=deals, sum=eur(stands)),
        Figure(key=f"team-expected{of}", sum=eur(expected)),
    ]


def _reply(**more: Any) -> Answer:
    base: dict[str, Any] = {"view": str(WEEK), "heading": "team-week", "today": TODAY, "has_period": False}
    return Answer(**(base | more))


def team_samples() -> Iterator[tuple[str, Notice]]:
    """The team with three people of whom one would be glad of help and one is away, and that person."""
    steps = Figure(key="team-help", word="next_step", count=4)
    away = [*_week(0, 21, 2, "8100", "4000"), Figure(key="away-days", days=5)]
    won = [*_week(38, 34, 17, "402000", "188000"), Figure(key="team-won", count=2, sum=eur("28000"))]
    rows = [
        Opens(what="m", id=3, name="Tomas Kalnius", figures=[*_week(12, 18, 9, "61400", "21300"), steps]),
        Opens(what="m", id=1, name="Mantas Girdvainis", figures=won),
        Opens(what="m", id=2, name="Rasa Petraitė", figures=away),
        Opens(
            what="", id=0, name="", figures=[Figure(key="team-nobodys"), *_week(0, 0, 1, "900", "300")[1:]]
        ),
    ]
    today = Choice(view=str(WEEK.of(DAY)), key="team-choice-today")
    lines = _week(50, 73, 29, "472400", "213600", "")
    yield "team's week", _reply(lines=lines, rows=rows, choices=[today], has_teams=True)
    left = Opens(
        what="m", id=4, name="Lukas Jorūnas", figures=[*_week(0, 0, 3, "9000", "0"), Figure(key="team-left")]
    )
    dates = Figure(key="team-help", word="date", count=3)
    late = Opens(what="m", id=5, name="Ieva", figures=[*_week(1, 2, 3, "9000", "100"), dates])
    yield "team's week, who has left", _reply(lines=lines, rows=[late, left], choices=[today])
    deals = [
        Opens(
            what="deal",
            id=number,
            name=name,
            figures=[
                Figure(key="sum-of", sum=eur("12000")),
                Figure(key="in-stage", name="Derybos"),
                *(Figure(key="team-waits", word=word) for word in waits),
            ],
        )
        for number, (name, waits) in enumerate(
            [("Fasado medžiagos", ["next_step", "date"]), ("Langai", ["next_step"]), ("Stogas", [])], 7
        )
    ]
    view = WEEK.of(f"{MEMBER}3")
    choices = [
        Choice(view=str(first_view(Asked.EFFORT, TODAY)), key="team-choice-contacts", count=12),
        Choice(view=str(first_view(Asked.FORECAST, TODAY)), key="team-choice-forecast"),
    ]
    person = [Figure(key="person", name="Tomas Kalnius"), *_week(12, 18, 9, "61400", "21300", "")]
    yield (
        "team's week, one person's",
        _reply(
            view=str(view), heading="team-person", lines=person, rows=deals, choices=choices, back=str(WEEK)
        ),
    )
