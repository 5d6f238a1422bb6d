"""What the bot wrote is read back when a person copies it: its no-break spaces are spaces."""

from datetime import datetime

import pytest

from core.reading import Directory, read

NOW = datetime(2026, 11, 24, 10, 15)  # noqa: DTZ001 - reading works in local time


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
@pytest.mark.parametrize(
    "text",
    [
        "Skambinau Jonui 15 min., 12 000 €, perskambinti lapkričio 27 d. 10:00",
        "Sutartis 2027 m. birželio 1 d., 1 234 567,50 €, tikimybė 60 %",
        "Vizitas 1 val. 30 min., 1,5 tūkst. €, perskambinti gruodžio 3 d.",
        "Called Jonas, 1 h 30 min, PLN 12 000, contract on 27 November 2026, 60 % likely",
    ],
)
def test_a_copied_text_reads_like_a_typed_one(text: str, space: str) -> None:
    typed = read(text, NOW, Directory())
    copied = read(text.replace(" ", space), NOW, Directory())
    assert repr(copied).replace(repr(space)[1:-1], " ") == repr(typed)
    assert typed.reports
