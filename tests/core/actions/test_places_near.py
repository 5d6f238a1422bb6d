"""Which customers are near a point on the map."""

import pytest

from core.model import Company
from core.storage.database import Database
from core.storage.ledger import add
from core.storage.places import metres_between, nearest
from tests.builders import NOW

VILNIUS, KAUNAS = (54.6872, 25.2797), (54.8985, 23.9036)


def place(database: Database, *points: tuple[str, float, float]) -> list[int]:
    with database.writing() as session:
        return [
            add(session, Company, {"name": name, "created_at": NOW, "latitude": lat, "longitude": lon})
            for name, lat, lon in points
        ]


@pytest.mark.parametrize(
    ("first", "second", "metres"),
    [
        (VILNIUS, VILNIUS, 0),
        (VILNIUS, KAUNAS, 91_200),
        ((0.0, 179.9), (0.0, -179.9), 22_239),
        ((90.0, 0.0), (-90.0, 0.0), 20_015_087),
    ],
)
def test_distances_are_those_of_a_sphere(
    first: tuple[float, float], second: tuple[float, float], metres: int
) -> None:
    assert metres_between(first, second) == pytest.approx(metres, rel=0.005)


def test_the_nearest_come_first_and_what_is_beyond_a_hundred_kilometres_never(database: Database) -> None:
    ids = place(
        database,
        ("far", 56.9496, 24.1052),
        ("town", 54.70, 25.28),
        ("door", 54.6873, 25.2798),
        ("Kaunas", *KAUNAS),
    )
    with database.reading() as session:
        found = nearest(session, *VILNIUS, 3)
    assert [near.company_id for near in found] == [ids[2], ids[1], ids[3]]
    assert found[0].metres < 20
    with database.reading() as session:
        assert len(nearest(session, *VILNIUS, 9)) == 3


def test_many_at_one_place_are_no_trouble(database: Database) -> None:
    place(database, *((f"c{number}", 54.0 + number / 1000, 25.0) for number in range(2000)))
    with database.reading() as session:
        assert [near.metres for near in nearest(session, 54.0, 25.0, 3)] == [0, 111, 222]
