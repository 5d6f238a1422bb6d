"""Labelled messages are read as labelled; skipped where the shared folder with their names is not there.

`messages/lt.jsonl` and `messages/en.jsonl` are messages that were written without sight of the code and then
used to widen it: their floor only keeps what was reached. What unseen messages come to is told by
`python -m tests.core.reading.accuracy FILE.jsonl` on files that nobody has worked from, such as `held_out_*`.
`field_en` are short ones of a day in the car, written by hand before the lists were seen, then worked from.
The `trades` are of ten trades that the others hardly have, and harder.
"""

from pathlib import Path

import pytest

from tests.core.reading.accuracy import FIELDS, directory_from, labelled, measure, shared

FOLDER = shared()
MESSAGES = Path(__file__).parent / "messages"
pytestmark = pytest.mark.skipif(
    FOLDER is None, reason="PILTUVELIS_SHARED names no folder with reading/ in it"
)


def _shares(path: Path) -> tuple[float, float]:
    """Messages that are wholly right, and fields that are wrong without a question."""
    assert FOLDER is not None
    tally = measure(labelled(path), directory_from(FOLDER))[0]["all"]
    return tally.whole / tally.messages, tally.silent / tally.messages / (len(FIELDS) - 1)


def test_examples_are_read_as_labelled() -> None:
    assert FOLDER is not None
    whole, silent = _shares(FOLDER / "examples.jsonl")
    assert whole >= 0.97
    assert silent <= 0.015


@pytest.mark.parametrize(
    ("name", "floor", "most_silent"),
    [
        ("lt", 0.945, 0.003),
        ("en", 0.925, 0.006),
        ("held_out_lt", 0.8, 0.0125),
        ("held_out_en", 0.81, 0.0125),
        ("field_en", 0.95, 0.006),
        ("trades_lt", 0.75, 0.015),
        ("held_out_trades_lt", 0.6, 0.02),
    ],
)
def test_messages_of_many_hands_are_read_as_labelled(name: str, floor: float, most_silent: float) -> None:
    whole, silent = _shares(MESSAGES / f"{name}.jsonl")
    assert whole >= floor
    assert silent <= most_silent
