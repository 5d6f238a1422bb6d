"""What else of a sale's life a message tells, as a table of messages."""

from datetime import datetime
from pathlib import Path

import pytest

from core.reading import CompanyName, Directory, PersonName, read
from core.reading.circumstances import NOTHING, Circumstances

NOW = datetime(2026, 11, 24, 10, 15)  # noqa: DTZ001 -- local time has no zone

ROWS = [
    line
    for line in (Path(__file__).parent / "test_sales_life.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]

COMPANIES = [CompanyName(1, "UAB „Vandrita“"), CompanyName(2, "UAB „Medvilnė“")]
PEOPLE = [PersonName(11, "Jonas Kairelis", 2)]


def told(circumstances: Circumstances) -> str:
    """What was told, as the table has it."""
    c = circumstances
    parts = [
        " ".join(filter(None, [str(p.quantity), p.unit, "×", str(p.price), p.currency])) for p in c.positions
    ]
    parts.append("ordered" if c.ordered else "")
    parts.append(f"won {c.won_part}" if c.won_part else "")
    parts.append(f"won share {c.won_share}" if c.won_share else "")
    parts.append(f"tender {c.tender_on}" if c.tender_on else "")
    parts.append(f"until {c.paused_until}" if c.paused_until else "")
    parts.append("samples" if c.gave_samples else "")
    parts.append(c.employment.value if c.employment else "")
    return "; ".join(part for part in sorted(parts, key=_order) if part) or "-"


def _order(part: str) -> int:
    return part == "ordered"


@pytest.mark.parametrize("row", ROWS)
def test_what_a_message_tells_of_a_sales_life(row: str) -> None:
    message, expected = (part.strip() for part in row.rsplit("|", 1))
    reports = read(message, NOW, Directory(COMPANIES, PEOPLE)).reports
    found = next((report.circumstances for report in reports if report.circumstances != NOTHING), NOTHING)
    assert told(found) == expected
