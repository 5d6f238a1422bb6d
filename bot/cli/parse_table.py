"""A reading as a table for a person: each field, its value, and the words that gave it."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.exchange.outside_names import Outside
from core.reading import Reading, Report, wire


def show(text: str, reading: Reading, known: Outside, currency: str) -> None:
    """Prints the message with the understood words marked, and a table for each customer.

    `currency`: the team's, for amounts that name none.
    """
    console = Console(highlight=False, soft_wrap=True)
    marked = Text(text)
    for report in reading.reports:
        for start, end in report.spans.values():
            marked.stylize("bold underline", start, end)
    console.print(marked)
    if not reading.reports:
        console.print(f"Not a log: {reading.aside}.")
    if reading.unread:
        words = ", ".join(text[start:end] for start, end in reading.unread)
        console.print(f"Kept as a note, not understood: {words}", style="dim", markup=False)
    for number, report in enumerate(reading.reports, start=1):
        if len(reading.reports) > 1:
            console.print(f"Customer {number}")
        console.print(_table(text, report, known, currency))


def _table(text: str, report: Report, known: Outside, currency: str) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column(style="bold")
    table.add_column()
    spans = wire.spans_of(report)
    for name, value in _values(report, known, currency):
        words = " ".join(text[slice(*spans[name])].split()) if name in spans else ""
        table.add_row(name, Text(str(value)), Text(f"← {words}" if words else ""))
    return table


def _values(report: Report, known: Outside, currency: str) -> Iterator[tuple[str, Any]]:
    """The fields that the message says, the next steps one after the other."""
    fields: Mapping[str, Any] = wire.fields_of(
        report,
        lambda key: f"{known.companies.get(key)} ({key})",
        lambda key: f"{known.people.get(key)} ({key})",
        currency,
    )
    for name, value in fields.items():
        if name in ("next", "ask") or value is None or value is False:
            continue
        yield name, value
    for number, step in enumerate(report.steps, start=1):
        name = "next" if number == 1 else f"next {number}"
        yield f"{name}.kind", step.kind.value
        if step.on is not None:
            yield f"{name}.date", f"{step.on} ({step.on:%A})"
        if step.at is not None:
            yield f"{name}.time", f"{step.at:%H:%M}"
        if step.by_customer:
            yield f"{name}.by", "the customer"
    for question in report.questions:
        choices = ", ".join(str(choice) for choice in question.choices)
        yield "ask", f"{question.field.value}{f': {choices}' if choices else ''}"
