"""Numbers in digits and in words of both languages."""

from decimal import Decimal

import pytest

from core.reading.numbers import number_at
from core.reading.tokens import tokenize
from core.reading.words import Line

WHOLE = """
12 | 12
12,5 | 12.5
12.5 | 12.5
12.500 | 12500
12,500 | 12500
1.250.000 | 1250000
1,250.50 | 1250.50
1.250,50 | 1250.50
12'500 | 12500
4 500 | 4500
1 250 000,50 | 1250000.50
0.500 | 0.5
12k | 12000
12,5k | 12500
12 K | 12000
12 tūkst. | 12000
12 tukst | 12000
1,5 mln. | 1500000
2 tūkst. 500 | 2500
vienas | 1
dvi | 2
trys | 3
keturi | 4
keturis | 4
penkiems | 5
šešios | 6
septyniomis | 7
aštuonių | 8
devyni | 9
dešimt | 10
dešimties | 10
vienuolika | 11
dvylika | 12
penkiolika | 15
penkiolikos | 15
devyniolika | 19
dvidešimt | 20
dvidešimt penki | 25
trisdešimt | 30
šimtas | 100
du šimtai | 200
dviem šimtams | 200
du simtai penkiasdesimt | 250
šimtas dvidešimt trys | 123
tūkstantis | 1000
dvylika tūkstančių | 12000
dvylika tukstanciu | 12000
du tūkstančiai penki šimtai | 2500
šimtas dvidešimt tūkstančių | 120000
du šimtai penkiasdešimt tūkstančių | 250000
pusantro tūkstančio | 1500
pusantro tūkst. | 1500
pustrečio tūkst. | 2500
pusketvirto tūkstančio | 3500
pusantro milijono | 1500000
pusė milijono | 500000
pusmilijonis | 500000
dvylika su puse tūkstančio | 12500
trys su puse | 3.5
pusantro šimto | 150
dveji | 2
penkerius | 5
tuzinas | 12
vienas kablelis penki | 1.5
one | 1
twelve | 12
twenty | 20
twenty-five | 25
twenty five | 25
a hundred | 100
one hundred | 100
two hundred | 200
two hundred and fifty | 250
two hundred fifty | 250
a thousand | 1000
twelve hundred | 1200
twelve thousand | 12000
twelve thousand five hundred | 12500
twelve and a half k | 12500
twelve and a half thousand | 12500
12 and a half thousand | 12500
two and a half million | 2500000
half a million | 500000
half a thousand | 500
a quarter of a million | 250000
one point five million | 1500000
two hundred and fifty thousand | 250000
ten grand | 10000
5 million | 5000000
1.2 bn | 1200000000
a dozen | 12
a couple of thousand | 2000
pora tūkstančių | 2000
""".strip().splitlines()


@pytest.mark.parametrize("row", WHOLE)
def test_words_are_a_number(row: str) -> None:
    phrase, value = (part.strip() for part in row.split("|"))
    line = Line(tokenize(phrase))
    number = number_at(line, 0)
    assert number is not None
    assert number.value == Decimal(value)
    assert number.last == len(line.tokens)
    assert not number.ordinal


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("pirmas", 1), ("antrą", 2), ("trečios", 3), ("treciaja", 3), ("ketvirtoji", 4), ("penktosios", 5),
        ("šeštą", 6), ("dešimtą", 10), ("penkioliktą", 15), ("dvidešimtą", 20), ("dvidešimt pirmą", 21),
        ("trisdešimt pirmąją", 31), ("48-oji", 48), ("3-ią", 3), ("15-os", 15), ("1-ąją", 1), ("3rd", 3),
        ("15th", 15), ("22nd", 22), ("first", 1), ("third", 3), ("twelfth", 12), ("twenty first", 21),
        ("twenty-first", 21), ("thirtieth", 30),
    ],
)  # fmt: skip
def test_words_are_a_place_in_a_row(phrase: str, value: int) -> None:
    line = Line(tokenize(phrase))
    number = number_at(line, 0)
    assert number is not None
    assert (number.whole, number.ordinal, number.last) == (value, True, len(line.tokens))


@pytest.mark.parametrize("phrase", ["keli tūkstančiai", "keletas", "few", "a few thousand", "several"])
def test_vague_numbers_have_no_value(phrase: str) -> None:
    number = number_at(Line(tokenize(phrase)), 0)
    assert number is not None
    assert number.value is None


@pytest.mark.parametrize(
    ("phrase", "value", "rest"),
    [
        ("five and seven", 5, "and seven"),
        ("fifty-fifty", 50, "-fifty"),
        ("du trys", 2, "trys"),
        ("3 kg", 3, "kg"),
        ("10-12", 10, "-12"),
        ("12 tūkst. eurų", 12000, "eurų"),
        ("20 50 000", 20, "50 000"),
    ],
)
def test_number_ends_where_another_begins(phrase: str, value: int, rest: str) -> None:
    line = Line(tokenize(phrase))
    number = number_at(line, 0)
    assert number is not None
    assert number.value == value
    assert phrase[line.tokens[number.last].start :] == rest


@pytest.mark.parametrize("phrase", ["a", "k", "ir", "su puse", "10:00", "50/50", "tūkst.", "Rytas", "9" * 60])
def test_no_number_starts_here(phrase: str) -> None:
    assert number_at(Line(tokenize(phrase)), 0) is None
