"""Samples of what is to come: the three forecasts, and when the contracts will be."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from core.notices import Named, Notice
from core.notices.report_view import PEOPLE, PICTURE, Asked
from core.notices.reports import Bar, Choice, Figure, Opens, Picture
from tests.bot.gallery_ahead import choices_of, deal_sample
from tests.bot.gallery_logs import eur
from tests.bot.gallery_reports import TODAY, reply, viewed

MONDAY = date(2026, 11, 23)
DECEMBER, JANUARY, LATE_JANUARY = date(2026, 12, 24), date(2027, 1, 8), date(2027, 1, 29)

PICTURED = Picture(
    title="chart-forecast",
    start=date(2026, 10, 1),
    end=date(2027, 1, 1),
    as_of=TODAY,
    bars=[
        Bar(key=key, parts=[405.0, more], said=Figure(key="chart-sum", sum=eur(total)))
        for key, more, total in (
            ("chart-floor", 57.0, "462000"),
            ("chart-expected", 205.0, "610000"),
            ("chart-best_case", 340.0, "745000"),
            ("chart-weighted", 190.0, "595000"),
        )
    ],
    legend=[Figure(key="chart-won"), Figure(key="chart-open")],
    marked=720.0,
    mark=Figure(key="chart-target", sum=eur("720000")),
)

FORECAST_PARTS = (
    ("", "forecast-choice-expected", None),
    ("w", "forecast-choice-won", None),
    ("f", "forecast-choice-floor", None),
    ("b", "forecast-choice-best", None),
)


def _forecast_choices(part: str) -> list[Choice]:
    return choices_of(Asked.FORECAST, part, *FORECAST_PARTS)


def _hoped(number: int, name: str, worth: str, percent: int, part: str) -> Opens:
    return deal_sample(
        number,
        name,
        Figure(key="hoped", each=eur(worth), percent=percent, sum=eur(part)),
        Figure(key="person", name="Rasa"),
    )


def _forecast() -> Iterator[tuple[str, Notice]]:
    lines = [
        Figure(
            key="forecast-expected-of",
            sum=eur("610000"),
            least=eur("540000"),
            most=eur("670000"),
            each=eur("720000"),
            percent=85,
        ),
        Figure(key="forecast-floor", sum=eur("462000"), each=eur("405000")),
        Figure(key="forecast-best", sum=eur("745000")),
        Figure(key="forecast-new-business", sum=eur("42000")),
        Figure(key="forecast-down-because", sum=eur("22000"), on=MONDAY, name="Gintupė"),
    ]
    rows = [
        _hoped(1, "Vėjavartė", "210000", 35, "73500"),
        _hoped(2, "Gintupė", "88000", 40, "35200"),
        _hoped(3, "Sandėlis", "20000", 25, "5000"),
    ]
    people = Choice(view=viewed(Asked.FORECAST, part=PEOPLE), key="choice-by-person")
    whole: dict[str, Any] = {"rows": rows, "choices": [*_forecast_choices(""), people]}
    in_words = Choice(view=viewed(Asked.FORECAST), key="choice-in-words")
    shown = {"lines": [lines[0], lines[4]], "choices": [in_words], "picture": PICTURED}
    yield (
        "forecast: picture",
        reply(Asked.FORECAST, "forecast-heading", view=viewed(Asked.FORECAST, part=PICTURE), **shown),
    )
    yield "forecast", reply(Asked.FORECAST, "forecast-heading", lines=lines, pages=3, **whole)
    since = {
        way: Figure(key=key, sum=eur("18000"), on=MONDAY, name="Statyba" if "-" in way else None)
        for way, key in (
            ("up", "forecast-up"),
            ("down", "forecast-down"),
            ("up-because", "forecast-up-because"),
        )
    }
    above = [Figure(key="forecast-floor-above"), Figure(key="forecast-no-target")]
    free = [Figure(key="forecast-expected", sum=eur("610000"), least=eur("540000"), most=eur("670000"))]
    yield (
        "forecast: no target",
        reply(
            Asked.FORECAST, "forecast-heading", lines=[*free, *lines[1:3], since["up"]], notes=above, **whole
        ),
    )
    best = Figure(key="forecast-best", sum=eur("745000"))
    thin = [Figure(key="forecast-thin", count=12, number=Decimal(30)), Figure(key="without-sum", count=2)]
    own = {"member": Named(1, "Rasa"), "back": viewed(Asked.FORECAST, part=PEOPLE)}
    for key, way, more in (
        ("forecast-plain", "down", {"sum": eur("39500")}),
        ("forecast-plain-of", "up-because", {"sum": eur("39500"), "each": eur("38000"), "percent": 104}),
    ):
        first = Figure(key=key, **more)
        yield (
            f"{key}: one person",
            reply(
                Asked.FORECAST,
                "forecast-heading",
                view=viewed(Asked.FORECAST, of_member=1),
                lines=[first, lines[1], best, since[way]],
                notes=thin,
                **whole,
                **own,
            ),
        )
    for key, more in (
        ("forecast-won", {"sum": eur("405000")}),
        ("forecast-won-of", {"sum": eur("405000"), "each": eur("400000"), "percent": 101}),
    ):
        yield key, reply(Asked.FORECAST, "forecast-heading", lines=[Figure(key=key, **more)])
    yield from _made_of()


def _made_of() -> Iterator[tuple[str, Notice]]:
    sure = deal_sample(
        4, "Klojiniai", Figure(key="sum-of", sum=eur("57000")), Figure(key="said-by", on=DECEMBER)
    )
    won = deal_sample(
        5, "Statyba", Figure(key="sum-of", sum=eur("28000")), Figure(key="closed-won", on=TODAY)
    )
    ordered = [Figure(key="sum-of", sum=eur("500")), Figure(key="ordered", on=TODAY)]
    order = Opens(what="company", id=6, name="UAB Medvilnė", figures=ordered)
    for part, key, _ in FORECAST_PARTS[1:]:
        yield (
            f"forecast: {key}",
            reply(
                Asked.FORECAST,
                "forecast-heading",
                view=viewed(Asked.FORECAST, part=part),
                back=viewed(Asked.FORECAST),
                lines=[Figure(key="forecast-listed", word=key, count=9, sum=eur("462000"))],
                rows=[sure, won, order] if part != "w" else [won, order],
                choices=_forecast_choices(part)[1:],
            ),
        )
    rows = [
        Opens(
            what="m",
            id=number,
            name=name,
            figures=[Figure(key="expected-of", sum=eur(all_)), Figure(key="floor-of", sum=eur("120000"))],
            view=viewed(Asked.FORECAST, of_member=number),
        )
        for number, name, all_ in ((1, "Rasa", "340000"), (2, "Mantas Girdvainis", "270000"))
    ]
    yield (
        "forecast: by person",
        reply(
            Asked.FORECAST,
            "forecast-heading",
            view=viewed(Asked.FORECAST, part=PEOPLE),
            back=viewed(Asked.FORECAST),
            lines=[Figure(key="forecast-sum", sum=eur("610000"))],
            rows=rows,
        ),
    )


WHEN_PARTS = (
    ("", "when-choice-period", 9),
    ("a", "when-choice-all", 52),
    ("x", "when-choice-passed", 3),
    ("n", "when-choice-undated", 5),
)


def _contract(number: int, name: str, *figures: Figure) -> Opens:
    view = viewed(Asked.WHEN, part=f"d{number}")
    return Opens(what="view", id=number, name=name, figures=list(figures), view=view)


def _when() -> Iterator[tuple[str, Notice]]:
    rasa, chance = Figure(key="person", name="Rasa"), Figure(key="chance", percent=62)
    ours = Figure(key="our-date", on=JANUARY, early=DECEMBER, late=LATE_JANUARY)
    rows = [
        _contract(
            1,
            "Vėjavartė",
            Figure(key="sum-of", sum=eur("210000")),
            rasa,
            ours,
            Figure(key="said-by", on=DECEMBER),
            chance,
        ),
        *(
            _contract(number, name, Figure(key="no-sum"), rasa, ours, Figure(key="said-none"), chance)
            for number, name in ((2, "Gintupė"), (3, "Kelmuvos baldai"))
        ),
    ]
    lines = [
        Figure(key="when-ours", count=9, sum=eur("310000")),
        Figure(key="when-said", count=12, sum=eur("402000")),
    ]
    choices = choices_of(Asked.WHEN, "", *WHEN_PARTS)
    yield "when", reply(Asked.WHEN, "when-heading", lines=lines, rows=rows, choices=choices, pages=2)
    nothing = [Figure(key=key, count=0, sum=eur("0")) for key in ("when-ours", "when-said")]
    thin = [Figure(key="when-thin", count=12)]
    yield "when: thin", reply(Asked.WHEN, "when-heading", lines=nothing, notes=thin)
    yield "when: nothing open", reply(Asked.WHEN, "when-heading", lines=[Figure(key="when-none")])
    of_company = [Figure(key="in-stage", name="UAB Vėjavartė")]
    of_company.append(Figure(key="funnel-open", count=2, sum=eur("210000")))
    alone = {"has_period": False, "back": viewed(Asked.WHEN)}
    at = viewed(Asked.WHEN, part="c3")
    yield "when: a customer", reply(Asked.WHEN, "when-heading", view=at, lines=of_company, rows=rows, **alone)
    for name, reasons in REASONS.items():
        said = [Figure(key="when-rep", on=DECEMBER, name="Rasa")] if name == "late" else []
        planned = [Figure(key="when-planned", on=DECEMBER)] if name == "soon" else []
        median = [Figure(key="when-median", on=JANUARY, early=DECEMBER, late=LATE_JANUARY)]
        yield (
            f"when: why, {name}",
            reply(
                Asked.WHEN,
                "when-heading",
                view=viewed(Asked.WHEN, part="d1"),
                lines=[*median, *said, *planned, Figure(key="when-chance", percent=62)],
                rows=[
                    deal_sample(
                        1,
                        "Vėjavartė",
                        Figure(key="sum-of", sum=eur("210000")),
                        Figure(key="in-stage", name="Derybos"),
                    )
                ],
                notes=reasons,
                **alone,
            ),
        )


def _why(key: str, number: int = 0) -> Figure:
    return Figure(key=f"why-{key}", days=number, count=number, name="Derybos")


REASONS = {
    "late": [
        _why("days-in-stage", 41),
        _why("usual-days", 14),
        _why("stale"),
        _why("later-than-said-days", 15),
        _why("closed-deals", 214),
    ],
    "soon": [_why("days-in-stage"), _why("earlier-than-said-days", 2), _why("closed-deals", 31)],
    "thin": [_why("days-in-stage", 2), _why("no-date"), _why("thin-history")],
    "passed": [_why("days-in-stage", 1), _why("date-passed-days", 21), _why("closed-deals", 32)],
}


def forecast_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    """Each answer with what it opens to."""
    yield from _forecast()
    yield from _when()
