"""The stations of the profile are where the bot looks them up."""

import pytest

from tests.bench.stopwatch import STATIONS, owner_of


@pytest.mark.parametrize("place", [place for place, _ in STATIONS])
def test_station_is_where_the_profile_looks_for_it(place: str) -> None:
    owner, name = owner_of(place)
    assert callable(getattr(owner, name))
    assert name in vars(owner)
