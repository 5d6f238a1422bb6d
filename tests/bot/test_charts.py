"""Pictures: everything is within the frame, whatever names and sums there are; in both languages."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.charts.look import DARK, DPI, LIGHT, WIDTH_IN, Look, picture
from bot.charts.wording import worded
from bot.texts import Language, languages
from core.actions.pictures.ageing import ageing
from core.actions.pictures.effort import effort
from core.actions.pictures.forecast import forecast
from core.actions.pictures.funnel import funnel
from core.actions.pictures.leads import leads
from core.actions.reports.shape import Report, Row
from core.insights.period import Span
from core.notices.reports import Picture

NAMES = ("Užklausa", "Labai ilgas etapo pavadinimas, kuris netelpa", "$x^2$ 🙂", "🙂")
PERIOD = Span(date(2026, 10, 1), date(2027, 1, 1))
MARGIN = 8
"""Pixels at each edge that stay empty."""


def report(name: str, rows: Sequence[Row], totals: Row) -> Report:
    return Report(name, date(2026, 11, 26), PERIOD, "EUR", {}, (), rows, totals)


def ahead(target: Decimal | None, low: Decimal | None) -> Report:
    sums = ("won", "floor", "expected", "expected_high", "best_case", "weighted")
    totals = {name: Decimal(123_456_789) * (2 + number) for number, name in enumerate(sums)}
    return report("forecast", [], totals | {"expected_low": low, "target": target})


STAGES: Sequence[Row] = [
    {
        "pipeline": "B2B",
        "stage": name,
        "kind": "open",
        "standing_count": 1_000 * number,
        "standing_value": Decimal(987_654_321) * number,
        "conversion": None if number else 0.987,
    }
    for number, name in enumerate(NAMES)
]
DEALS: Sequence[Row] = [
    {
        "stage": name,
        "reasons": [{"reason": "days_in_stage", "value": 9}, {"reason": "usual_days", "value": 4}],
    }
    for name in NAMES
] + [{"stage": NAMES[0], "reasons": [{"reason": "days_in_stage", "value": 9}, {"reason": "stale"}]}] * 900
SOURCES: Sequence[Row] = [
    {
        "source": name,
        "entered": 6 * number,
        "qualified": 3 * number,
        "disqualified": 2 * number,
        "still_here": number,
        "conversion": 0.5 if number else None,
    }
    for number, name in enumerate((*NAMES, None))
]
CLOSED: dict[str, Any] = {"won_count": 12_345, "won_value": Decimal(10**9), "win_rate": None}


def weeks(count: int, minutes: int) -> Report:
    rows = [
        {
            "week": date(2026, 1, 5) + timedelta(weeks=number),
            "contacts": number,
            "minutes": minutes * number,
            "by_kind": {"visit": {"minutes": minutes * number}, "note": {"minutes": 9}},
        }
        for number in range(count)
    ]
    return report("effort", rows, {})


PICTURES = (
    funnel(report("funnel", STAGES, CLOSED)),
    funnel(report("funnel", [], CLOSED | {"won_value": None})),
    leads(report("leads", SOURCES, {})),
    leads(report("leads", [], {})),
    ageing(report("closing", DEALS, {})),
    ageing(report("closing", [], {})),
    forecast(ahead(Decimal(700_000_000), Decimal(123_000_000))),
    forecast(ahead(None, None)),
    effort(weeks(53, 1_000_000)),
    effort(weeks(1, 0)),
    effort(weeks(0, 0)),
)


@pytest.mark.parametrize("words", languages().values(), ids=lambda words: words.code)
@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_nothing_is_cut_off(words: Language, look: Look) -> None:
    for each in PICTURES:
        with Image.open(BytesIO(picture(worded(each, words), look))) as found:
            pixels = found.convert("RGB")
        assert pixels.width == WIDTH_IN * DPI
        ground = Image.new("RGB", pixels.size, look.ground)
        for left in (0, pixels.width - MARGIN):
            edge = (left, 0, left + MARGIN, pixels.height)
            assert pixels.crop(edge).tobytes() == ground.crop(edge).tobytes(), each.title


def test_a_forecast_of_a_minute_later_is_the_same_picture() -> None:
    def of(expected: str) -> Picture:
        once = ahead(None, Decimal("123456.78"))
        return forecast(replace(once, totals={**once.totals, "expected": Decimal(expected)}))

    assert of("370370.41") == of("370401.99")
    assert of("370370.41") != of("371370.41")
