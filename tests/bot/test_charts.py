"""Pictures: everything is within the frame, whatever names and sums there are; in both languages."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.charts import CHARTS, chart
from bot.charts.look import DARK, LIGHT, WIDTH_IN, Look
from bot.cli.report_files import PICTURED
from bot.texts import Language, languages
from core.actions.reports.shape import Report, Row
from core.insights.period import Span

NAMES = ("Užklausa", "Labai ilgas etapo pavadinimas, kuris netelpa", "$x^2$ 🙂", "🙂")
PERIOD = Span(date(2026, 10, 1), date(2027, 1, 1))
MARGIN = 8
"""Pixels at each edge that stay empty."""


def report(name: str, rows: Sequence[Row], totals: Row) -> Report:
    return Report(name, date(2026, 11, 26), PERIOD, "EUR", {}, (), rows, totals)


def forecast(target: Decimal | None, low: Decimal | None) -> Report:
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
REPORTS = (
    report("funnel", STAGES, CLOSED),
    report("funnel", [], CLOSED | {"won_value": None}),
    report("leads", SOURCES, {}),
    report("leads", [], {}),
    report("closing", DEALS, {}),
    report("closing", [], {}),
    forecast(Decimal(700_000_000), Decimal(123_000_000)),
    forecast(None, None),
)


@pytest.mark.parametrize("words", languages().values(), ids=lambda words: words.code)
@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_nothing_is_cut_off(words: Language, look: Look) -> None:
    for each in REPORTS:
        with Image.open(BytesIO(chart(each, words, look))) as found:
            pixels = found.convert("RGB")
        assert pixels.width == WIDTH_IN * 200
        ground = Image.new("RGB", pixels.size, look.ground)
        for left in (0, pixels.width - MARGIN):
            edge = (left, 0, left + MARGIN, pixels.height)
            assert pixels.crop(edge).tobytes() == ground.crop(edge).tobytes(), each.name


def test_what_the_command_line_offers_is_what_can_be_drawn() -> None:
    assert set(PICTURED) == set(CHARTS)
