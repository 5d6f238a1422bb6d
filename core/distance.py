"""How far apart two places are."""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0

Place = tuple[float, float]
"""Latitude and longitude in degrees."""


def kilometres(one: Place, other: Place) -> float:
    """The distance as the crow flies, by the haversine formula on a sphere."""
    (latitude, longitude), (to_latitude, to_longitude) = one, other
    across = sin(radians(to_latitude - latitude) / 2) ** 2
    along = cos(radians(latitude)) * cos(radians(to_latitude))
    along *= sin(radians(to_longitude - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, across + along)))
