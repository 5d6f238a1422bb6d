"""Any text at all ends in a result, and soon; `python -m tests.core.reading.fuzz` tries a million."""

import pytest

from tests.core.reading.fuzz import LONGEST_CPU, slowest


@pytest.mark.alone
def test_twenty_thousand_odd_messages_are_read() -> None:
    (took, text), *_ = slowest(20_000, seed=20261126, keep=1)
    assert took <= LONGEST_CPU, text
