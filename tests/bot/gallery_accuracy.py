"""Samples of how right forecasts were."""

from collections.abc import Iterator
from decimal import Decimal

from core.notices import Notice
from core.notices.report_view import Asked
from core.notices.reports import Figure
from tests.bot.gallery_reports import reply


def accuracy() -> Iterator[tuple[str, Notice]]:
    """The team's beside both plain figures, one's own with less to go by, and what is said without a past."""
    team = [
        Figure(key="accuracy-periods", count=5),
        Figure(key="accuracy-weeks", word="both", count=4, percent=12, low=Decimal(41), high=Decimal(55)),
        Figure(key="accuracy-way", word="over", percent=5, number=Decimal(80)),
        Figure(key="accuracy-commit", percent=71),
        Figure(key="accuracy-weeks", word="weighted", count=8, percent=19, low=Decimal(46)),
        Figure(key="accuracy-way", word="under", percent=8, number=Decimal(60)),
        Figure(key="accuracy-weeks", word="alone", count=13, percent=27),
        Figure(key="accuracy-way", word="even", percent=1, number=Decimal(100)),
    ]
    yield "accuracy", reply(Asked.ACCURACY, "accuracy-heading", lines=team, has_period=False)
    own = [Figure(key="accuracy-periods", count=1), *team[1:4], Figure(key="mine-late", days=17, count=12)]
    alone = [Figure(key="mine-alone")]
    yield (
        "accuracy: one's own",
        reply(
            Asked.ACCURACY,
            "accuracy-own-heading",
            lines=own,
            notes=alone,
            has_period=False,
            has_teams=False,
        ),
    )
    for name, key in (("no past", "accuracy-none"), ("not yet", "accuracy-soon")):
        notes = [Figure(key=key)]
        yield (
            f"accuracy: {name}",
            reply(Asked.ACCURACY, "accuracy-heading", notes=notes, has_period=False),
        )
