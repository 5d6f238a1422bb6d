"""Tokens: exact places, kinds, and no text that breaks them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.amounts import find_amounts
from core.reading.calendar import find_whens
from core.reading.durations import find_durations
from core.reading.tokens import Kind, Token, folded, starts_sentence, tokenize
from core.reading.words import Line


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("12k", ["12", "k"]),
        ("12,5k.", ["12,5", "k", "."]),
        ("1h30", ["1", "h", "30"]),
        ("10:00–11:30", ["10:00", "–", "11:30"]),
        ("2026-12-05", ["2026-12-05"]),
        ("10-12", ["10", "-", "12"]),
        ("4\u00a0500 €", ["4", "500", "€"]),
        ("4\u2009500€", ["4", "500", "€"]),
        ("€12k", ["€", "12", "k"]),
        ("48-oji", ["48", "-", "oji"]),
        ("3rd", ["3", "rd"]),
        ("50/50", ["50/50"]),
        ("don’t", ["don’t"]),
        ("o'clock", ["o'clock"]),
        ("a\x00b", ["a", "b"]),
        ("m² 👍", ["m²", "👍"]),
        ("e\u0328žys", ["e\u0328žys"]),
        ("", []),
    ],
)
def test_text_is_cut_into(text: str, raws: list[str]) -> None:
    assert [token.raw for token in tokenize(text)] == raws


def test_kinds_are_told() -> None:
    kinds = [token.kind for token in tokenize("Rytoj 12 € , 👍")]
    assert kinds == [Kind.WORD, Kind.NUMBER, Kind.CURRENCY, Kind.PUNCTUATION, Kind.OTHER]


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("Ąžuolas", "azuolas"),
        ("ĖĮŠŲŪŽ", "eisuuz"),
        ("Müller", "muller"),
        ("Łódź", "lodz"),
        ("STRAẞE", "strasse"),
    ],
)
def test_diacritics_are_folded(word: str, bare: str) -> None:
    assert folded(word) == bare


def test_sentences_start() -> None:
    tokens = tokenize("12k. Rytoj skambinti Rytui")
    assert [starts_sentence(tokens, i) for i in range(6)] == [True, False, False, True, False, False]


def all_read(tokens: tuple[Token, ...]) -> None:
    line = Line(tokens)
    find_whens(line)
    find_amounts(line)
    find_durations(line)


@given(st.text(max_size=200))
def test_any_text_keeps_its_places(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.raw for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    all_read(tokens)


OUR_WORDS = """
penktadienį 10 12k 4 500 € pusantro tūkst. po iki nuo savaitės gale kitą ar arba - – , . / 12.05 5/12 10:00
the of week half past quarter to at in two hundred and a k m % 15 d. 3rd May gruodžio 31 2026 metų val. min
1h30 99999999999999999999999 0 00 prieš atgal ago per vnt. 8 612 34567 + II Q2 pora keli be trys pusę 24:00
25:61 first last Monday day month quarter year end darbo dienų Kalėdų Christmas before after 48 mėnesio
"""
PIECES = OUR_WORDS.split()


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_our_words_is_read(words: list[str]) -> None:
    all_read(tokenize(" ".join(words)))


@pytest.mark.alone
@pytest.mark.parametrize(
    "unit", ["1 ", "po ", "penktadienį ", "10-", "€", "half a ", ".", "du ", "5 ar ", "9"]
)
def test_long_repetitions_are_read_in_linear_time(unit: str) -> None:
    text = unit * (4096 // len(unit))
    all_read(tokenize(text))
    assert min(_seconds(text) for _ in range(3)) < 0.2


def _seconds(text: str) -> float:
    """CPU of this thread alone, whatever else the machine is doing."""
    start = time.thread_time()
    all_read(tokenize(text))
    return time.thread_time() - start
