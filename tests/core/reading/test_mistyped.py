"""Slips of the thumb in ordinary words; words that are only not listed, and names, stay as they are."""

from datetime import datetime

import pytest

from core.reading import read
from core.reading.directory import Directory
from core.reading.mistyped import mended
from core.reading.tokens import tokenize
from core.reading.words import Line
from core.terms import ContactKind, StepKind

NOW = datetime(2026, 11, 26, 9, 0)  # noqa: DTZ001 -- local time has no zone here


def _read_as(text: str, directory: Directory | None = None) -> str:
    return " ".join(token.bare for token in mended(Line(tokenize(text)), directory or Directory()))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sned", "send"),
        ("emailled", "emailed"),
        ("budgt", "budget"),
        ("Spoek", "spoke"),
        ("skmabinau", "skambinau"),
        ("susitkau", "susitikau"),
    ],
)
def test_one_slip_is_read_as_what_was_meant(written: str, meant: str) -> None:
    assert _read_as(f"{written} Tom") == f"{meant} tom"


@pytest.mark.parametrize("text", ["quiet contact form", "the trail is cold", "bought a plane", "gain", "lot"])
def test_other_words_stay(text: str) -> None:
    assert _read_as(text) == text


def test_a_capital_inside_a_sentence_is_a_name() -> None:
    assert _read_as("met Sned today") == "met sned today"


def test_a_name_of_the_directory_is_no_slip() -> None:
    directory = Directory()
    directory.put_company(1, "Sned Logistics")
    assert _read_as("sned called", directory) == "sned called"


def test_a_message_full_of_slips_is_understood() -> None:
    report = read("Spoek to Tom 10 min, wil vist him on fridday", NOW, Directory()).reports[0]
    assert (report.kind, report.duration_min) == (ContactKind.CALL, 10)
    assert report.steps[0].kind is StepKind.VISIT
    assert report.steps[0].on is not None


def test_a_slip_is_tried_only_in_a_language_of_the_message() -> None:
    assert (
        _read_as("skambinau Tomui, norėjo kainos, paprašė budgt")
        == "skambinau tomui , norejo kainos , paprase budgt"
    )
    assert _read_as("called Tom, he wants a price, has no budgt").endswith("budget")
