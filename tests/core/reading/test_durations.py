"""Lengths of contacts in both languages."""

import pytest

from core.reading.durations import find_durations
from core.reading.tokens import tokenize
from core.reading.words import Line

MINUTES = """
15 min | 15
15 min. | 15
12 min., sprendimas | 12
kalbėjau 20 minučių | 20
apie 20 min | 20
45 minutes | 45
90min | 90
for 12 min | 12
30-minute call | 30
dvidešimt minučių | 20
twenty minutes | 20
pusvalandį | 30
pusvalandi | 30
pusvalandis | 30
valandą | 60
užtruko valandą, patiko | 60
susitikimas truko valanda | 60
an hour | 60
one hour | 60
pusantros valandos | 90
pusantros val. | 90
valandą su puse | 90
1h30 | 90
1h30min | 90
1 h 30 min | 90
1,5 h | 90
1.5 hours | 90
1,5 val. | 90
an hour and a half | 90
one and a half hours | 90
ketvirtį valandos | 15
quarter of an hour | 15
a quarter of an hour | 15
three quarters of an hour | 45
half an hour | 30
half hour | 30
porą valandų | 120
a couple of hours | 120
dvi valandas | 120
dviejų valandų | 120
2 valandas | 120
Two-hour meeting | 120
2 hours | 120
two and a half hours | 150
pustrečios valandos | 150
valandą ir 20 min | 80
1 val. 15 min | 75
2 hours 15 minutes | 135
an hour and 20 minutes | 80
trumpai | -
a few minutes | -
kelias minutes | -
antrą valandą | -
15.30 val. | -
2 dienas | -
10 minutėlių | 10
""".strip().splitlines()


@pytest.mark.parametrize("row", MINUTES)
def test_phrase_lasts(row: str) -> None:
    phrase, expected = (part.strip() for part in row.split("|"))
    assert ([str(found.minutes) for found in find_durations(Line(tokenize(phrase)))] or ["-"]) == [expected]


@pytest.mark.parametrize(
    ("phrase", "hour"),
    [
        ("2 val.", 2),
        ("6 h", 6),
        ("14 val.", 14),
        ("15 val. 30 min.", 15),
        ("2 valandas", None),
        ("1,5 val.", None),
    ],
)
def test_short_hours_may_be_a_clock_time(phrase: str, hour: int | None) -> None:
    (found,) = find_durations(Line(tokenize(phrase)))
    assert found.clock_hour == hour


@pytest.mark.parametrize("phrase", ["po valandos", "in 30 minutes", "an hour ago", "už 20 min."])
def test_way_from_now_is_no_length_of_a_contact(phrase: str) -> None:
    (found,) = find_durations(Line(tokenize(phrase)))
    assert found.is_offset


@pytest.mark.parametrize("phrase", ["20 min kelio", "važiavau 40 min", "an hour drive", "30 min late"])
def test_the_way_there_is_no_contact(phrase: str) -> None:
    (found,) = find_durations(Line(tokenize(phrase)))
    assert found.is_travel


def test_range_has_no_single_length() -> None:
    (found,) = find_durations(Line(tokenize("15–20 min")))
    assert found.minutes is None
