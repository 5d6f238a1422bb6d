"""The figures of a run: what each means and is aimed at, kept in a file beside the run before."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FILE = ROOT / "bench.json"
LAST = ROOT / "bench-last.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. `unit`: ratio, ms, s, MiB, 1/s or count; `aim`: in words, "" for none."""

    name: str
    value: float
    unit: str
    what: str
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure's part that could not be measured, and why."""

    name: str
    why: str


def previous() -> dict[str, Any]:
    """The figures of the run before, as they are in its file; none where there is no readable one."""
    try:
        found = json.loads(FILE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def keep(figures: Sequence[Figure]) -> None:
    """Writes the figures; the file of the run before is kept under its other name."""
    if FILE.exists():
        FILE.replace(LAST)
    content = {each.name: {"value": each.value, "unit": each.unit, "what": each.what} for each in figures}
    FILE.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def rounded(value: float) -> float:
    """Three significant digits, more where the whole part has them."""
    return round(value, max(0, 2 - _magnitude(value)))


def _magnitude(value: float) -> int:
    return int(f"{abs(value):e}".partition("e")[2]) if value else 0
