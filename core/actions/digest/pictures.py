"""The pictures of a digest: frozen with it as figures, so that they can be shown again as they were."""

from core.actions.digest.facts import DigestFacts
from core.actions.pictures import asking
from core.notices.reports import Picture

ORDER = ("forecast", "funnel", "leads", "closing", "effort")
"""The reports that they are of."""


def pictures(facts: DigestFacts) -> list[Picture]:
    """Of the digest's end, about the period that its forecasts are of; of those with something to show."""
    found = [asking.PICTURES[name](facts.now) for name in ORDER]
    return [each for each in found if any(any(bar.parts) for bar in each.bars)]
