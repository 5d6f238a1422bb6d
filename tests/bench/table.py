"""The table that a run ends with."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.bench.figures import Figure, Missing, rounded


def say(words: str) -> None:
    """Where the run is, to stderr."""
    Console(stderr=True, highlight=False).print(words, style="dim")


def show(figures: Sequence[Figure], missing: Sequence[Missing], before: Mapping[str, Any]) -> None:
    """All figures with those of the run before beside them, then what could not be measured."""
    console = Console(highlight=False)
    table = Table(title="Piltuvėlis bench")
    for heading in ("figure", "what it means"):
        table.add_column(heading, overflow="fold")
    for heading in ("now", "last run"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("aim")
    for each in figures:
        last = before.get(each.name, {}).get("value")
        then = _shown(last, each.unit) if isinstance(last, int | float) else "–"
        table.add_row(each.name, each.what, _shown(each.value, each.unit), then, each.aim or "–")
    console.print(table)
    for part in missing:
        console.print(f"Not measured: {part.name}. {part.why}", style="bold red")


def _shown(value: float, unit: str) -> str:
    number = f"{rounded(value):,}"
    return f"× {number}" if unit == "ratio" else number if unit == "count" else f"{number} {unit}"
