"""The labelled examples of the shared folder are read as labelled; skipped where the folder is not there."""

import pytest

from tests.core.reading.accuracy import directory_from, labelled, measure, shared

FOLDER = shared()


@pytest.mark.skipif(FOLDER is None, reason="PILTUVELIS_SHARED names no folder with reading/ in it")
def test_examples_are_read_as_labelled() -> None:
    assert FOLDER is not None
    tallies, _, _ = measure(labelled(FOLDER / "examples.jsonl"), directory_from(FOLDER))
    assert tallies["all"].whole / tallies["all"].messages >= 0.97
    assert tallies["all"].silent / tallies["all"].messages / 18 <= 0.015
