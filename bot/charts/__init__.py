"""Figures as pictures: readable on a phone, in light and dark chats, in colours anybody tells apart."""

from collections.abc import Callable, Mapping

from bot.charts.ageing import ageing
from bot.charts.forecast import forecast
from bot.charts.funnel import funnel
from bot.charts.leads import leads
from bot.charts.look import Look, Plot, picture
from bot.texts import Language
from core.actions.reports.shape import Report

CHARTS: Mapping[str, Callable[[Report, Language], Plot]] = {
    "leads": leads,
    "funnel": funnel,
    "forecast": forecast,
    "closing": ageing,
}
"""The reports of which there is a picture."""


def chart(report: Report, words: Language, look: Look) -> bytes:
    """The report's picture as PNG; the same figures, the same bytes. Raises KeyError where it has none."""
    return picture(CHARTS[report.name](report, words), look)
