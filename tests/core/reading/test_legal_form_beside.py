"""A new company keeps the legal form that was written beside its name."""

import pytest

from core.reading.names.legal import with_form


@pytest.mark.parametrize(
    ("text", "words", "name", "kept"),
    [
        ("Skambinau į UAB Debesų malūną 5 min", "Debesų malūną", "Debesų malūnas", "UAB Debesų malūnas"),
        ("Buvau UAB „Debesų malūnas“, nori", "Debesų malūnas", "Debesų malūnas", "UAB Debesų malūnas"),
        ("Called John at Heathmill Ltd.", "Heathmill", "Heathmill", "Heathmill Ltd"),
        ("Called Heathmill Ltd, wants a proposal", "Heathmill", "Heathmill", "Heathmill Ltd"),
        ("Kowal sp. z o.o. wants a proposal", "Kowal", "Kowal", "Kowal sp. z o.o."),
        ("Skambinau Debesims", "Debesims", "Debesys", "Debesys"),
        ("Debesys, UAB Statyba, Rasa", "Debesys", "Debesys", "Debesys"),
        ("UAB Statyba, Debesys", "Debesys", "Debesys", "Debesys"),
        ("MB „Debesys", "Debesys", "MB Debesys", "MB Debesys"),
    ],
)
def test_the_form_beside_the_words_stays(text: str, words: str, name: str, kept: str) -> None:
    start = text.index(words)
    assert with_form(text, start, start + len(words), name) == kept


def test_words_that_are_not_there_leave_the_name() -> None:
    assert with_form("", 0, 0, "Debesys") == "Debesys"
    assert with_form("UAB Debesys", 400, 407, "Debesys") == "Debesys"
