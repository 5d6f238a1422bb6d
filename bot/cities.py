"""Cities that name no time zone of their own: which one they keep, and where they are."""

import math
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import available_timezones

DATA = Path(__file__).with_name("cities.tsv")
EARTH_KM = 6371
FARTHEST_KM = 150
"""From a place that is farther from every city nothing follows."""


class City(NamedTuple):
    """A city with its names in several languages, its own first. Latitude and longitude in degrees."""

    zone: str
    latitude: float
    longitude: float
    names: tuple[str, ...]


@cache
def cities() -> tuple[City, ...]:
    """All of them, the largest first."""
    known = available_timezones()
    lines = DATA.read_text(encoding="utf-8").splitlines()
    found = (_city(line) for line in lines if not line.startswith("#"))
    return tuple(each for each in found if each.zone in known)


def zone_at(latitude: float, longitude: float) -> str | None:
    """The zone of the city nearest to a place (degrees); None where none is near.

    Close to a border it may be the neighbour's.
    """
    nearest = min(cities(), key=lambda each: _angle(each, latitude, longitude))
    return nearest.zone if _angle(nearest, latitude, longitude) * EARTH_KM <= FARTHEST_KM else None


def _angle(city: City, latitude: float, longitude: float) -> float:
    """Between the city and the place as seen from the middle of the earth, in radians (haversine formula)."""
    first, second = math.radians(city.latitude), math.radians(latitude)
    across = math.sin((second - first) / 2) ** 2
    along = math.sin(math.radians(longitude - city.longitude) / 2) ** 2
    return 2 * math.asin(math.sqrt(across + math.cos(first) * math.cos(second) * along))


def _city(line: str) -> City:
    zone, latitude, longitude, names = line.split("\t")
    return City(zone, float(latitude), float(longitude), tuple(names.split(", ")))
