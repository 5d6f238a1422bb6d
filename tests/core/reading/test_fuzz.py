"""Any text at all ends in a result, and soon; `python -m tests.core.reading.fuzz` tries a million."""

from tests.core.reading.fuzz import ordinary_cpu, slowest

_MOST = 150
"""So many times an ordinary message's CPU, measured in the same run, an odd one may take: some 0.1 s."""


def test_twenty_thousand_odd_messages_are_read() -> None:
    (took, text), *_ = slowest(20_000, seed=20261126, keep=1)
    assert took <= _MOST * ordinary_cpu(), text
