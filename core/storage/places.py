"""Queries for places: which customers are near a point on the map."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import Company

EARTH_M = 6_371_000
DEGREE_M = 111_320
"""Metres of a degree of latitude."""

CIRCLES_M = (2_000, 100_000)
"""Circles that are searched one after the other: in a dense town the first is enough; beyond it one look at
all that there is costs no more than several."""

SPARE = 5
"""So many more are measured exactly than are wanted: the database orders them by the flat map."""


@dataclass(frozen=True, slots=True)
class Near:
    """A company, and how far away it is."""

    company_id: int
    metres: int


def nearest(session: Session, latitude: float, longitude: float, count: int) -> list[Near]:
    """At most `count` companies with a known place within 100 km, nearest first."""
    found: list[Near] = []
    for radius in CIRCLES_M:
        around = _within(session, latitude, longitude, radius, count)
        found = sorted(around, key=lambda near: (near.metres, near.company_id))[:count]
        if len(found) == count:
            break
    return found


def metres_between(first: tuple[float, float], second: tuple[float, float]) -> float:
    """The distance of two points (latitude and longitude in degrees) on a sphere: the haversine formula."""
    lat_1, lon_1, lat_2, lon_2 = map(radians, (*first, *second))
    half = sin((lat_2 - lat_1) / 2) ** 2 + cos(lat_1) * cos(lat_2) * sin((lon_2 - lon_1) / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(half)))


def _within(session: Session, latitude: float, longitude: float, radius_m: int, count: int) -> Sequence[Near]:
    """The nearest of those in the circle; the database looks in the square around it."""
    tall = radius_m / DEGREE_M
    narrow = max(0.01, cos(radians(min(90.0, abs(latitude) + tall))))
    wide = min(180.0, tall / narrow)
    up, aside = Company.latitude - latitude, Company.longitude - longitude
    shrinks = cos(radians(latitude)) ** 2
    rows = session.execute(
        select(Company.id, Company.latitude, Company.longitude)
        .where(Company.latitude.between(latitude - tall, latitude + tall))
        .where(Company.longitude.between(longitude - wide, longitude + wide))
        .where(Company.deleted_at.is_(None))
        .order_by(up * up + aside * aside * shrinks, Company.id)
        .limit(count + SPARE)
    )
    measured = [(key, metres_between((latitude, longitude), (lat, lon))) for key, lat, lon in rows]
    return [Near(key, round(metres)) for key, metres in measured if metres <= radius_m]
