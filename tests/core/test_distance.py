"""Distances between towns, as maps give them."""

import pytest

from core.distance import Place, kilometres

VILNIUS, KAUNAS, ALYTUS = (54.6872, 25.2797), (54.8985, 23.9036), (54.3964, 24.0459)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [(VILNIUS, KAUNAS, 91.5), (KAUNAS, ALYTUS, 56.6), (VILNIUS, VILNIUS, 0), ((0, 0), (0, 180), 20015)],
)
def test_distances_are_those_of_the_map(one: Place, other: Place, far: float) -> None:
    assert kilometres(one, other) == pytest.approx(far, rel=0.01, abs=0.01)
    assert kilometres(other, one) == pytest.approx(kilometres(one, other))
