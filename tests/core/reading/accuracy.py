"""Accuracy of reading on labelled messages: `python -m tests.core.reading.accuracy FILE.jsonl...`.

The names are those of the shared folder `reading` (environment variable PILTUVELIS_SHARED); without files its
examples are read. Prints, per file, each field's accuracy by language, then whole messages and silently wrong
fields.
"""

import csv
import json
import os
import sys
import time
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from core.reading import CompanyName, Directory, PersonName, read
from core.reading.names.legal import name_words
from core.reading.wire import got

FIELDS = (
    "kind", "no_answer", "company", "new_company", "person", "new_person", "duration_min", "amount",
    "currency", "stage", "lost_reason", "competitor", "close_date", "probability", "occurred", "next.kind",
    "next.date", "next.time", "ask",
)  # fmt: skip
_NAMES = frozenset({"new_company", "new_person", "competitor"})

Fields = Mapping[str, Any]


def shared() -> Path | None:
    """The shared folder `reading`, if the environment names it."""
    place = os.environ.get("PILTUVELIS_SHARED")
    folder = Path(place) / "reading" if place else None
    return folder if folder and folder.is_dir() else None


def directory_from(folder: Path) -> Directory:
    """Companies and people of a folder's CSV files, by their external ids."""
    return Directory(
        (CompanyName(row["external_id"], row["name"]) for row in _rows(folder / "companies.csv")),
        (PersonName(row["external_id"], row["name"], row["company"]) for row in _rows(folder / "people.csv")),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def labelled(path: Path) -> list[dict[str, Any]]:
    """The messages of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def value(fields: Fields | None, name: str) -> Any:
    """One field made comparable: names without case, diacritics and legal form, amounts as numbers."""
    fields = fields or {}
    raw = (fields.get("next") or {}).get(name[5:]) if name.startswith("next.") else fields.get(name)
    if name == "ask":
        return tuple(sorted(set(raw or ())))
    if raw in (None, "", False):
        return None
    if name in _NAMES:
        return _folded(str(raw))
    if name == "amount":
        try:
            return Decimal(str(raw)).normalize()
        except InvalidOperation:
            return f"not a number: {raw}"
    return raw


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", " ".join(name_words(name)).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


@dataclass(slots=True)
class Tally:
    """What came out right for the messages of one language."""

    messages: int = 0
    whole: int = 0
    silent: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))

    def add(self, expected: Fields, found: Fields) -> bool:
        """Counts one message; whether all of it is right."""
        wrong = [name for name in FIELDS if value(expected, name) != value(found, name)]
        asked = set(found.get("ask") or ())
        self.messages += 1
        self.whole += not wrong
        self.silent += sum(
            name != "ask"
            and value(found, name) is not None
            and name not in asked
            and name.split(".")[0] not in asked
            for name in wrong
        )
        for name in FIELDS:
            self.right[name] += name not in wrong
        return not wrong


def measure(
    rows: Iterable[Fields], directory: Directory
) -> tuple[dict[str, Tally], list[float], list[Fields]]:
    """Tallies by language (and "all"), seconds taken by each message, and what came out wrong."""
    tallies: dict[str, Tally] = {}
    seconds: list[float] = []
    wrong: list[Fields] = []
    for row in rows:
        start = time.thread_time()
        reading = read(row["text"], datetime.fromisoformat(row["now"]), directory, language=row.get("lang"))
        seconds.append(time.thread_time() - start)
        found = got(reading)
        fine = [
            tallies.setdefault(group, Tally()).add(row["expect"], found) for group in (row["lang"], "all")
        ]
        if not fine[0]:
            wrong.append(row)
    return tallies, seconds, wrong


def report(path: Path, directory: Directory) -> str:
    """The figures of one file as lines of text."""
    tallies, seconds, wrong = measure(labelled(path), directory)
    lines = [f"{path.name}: {len(seconds)} messages"]
    lines.append(f"{'field':14}" + "".join(f"{group:>9}" for group in tallies))
    for name in FIELDS:
        shares = (f"{tally.right[name] / tally.messages:9.1%}" for tally in tallies.values())
        lines.append(f"{name:14}" + "".join(shares))
    lines.append(f"{'whole':14}" + "".join(f"{t.whole / t.messages:9.1%}" for t in tallies.values()))
    fields = len(FIELDS) - 1
    lines.append(
        f"{'silent wrong':14}" + "".join(f"{t.silent / t.messages / fields:9.2%}" for t in tallies.values())
    )
    ordered = sorted(seconds)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    lines.append(f"p50 {middle * 1000:.2f} ms, p99 {late * 1000:.2f} ms; wrong: {len(wrong)}")
    return "\n".join(lines)


def main() -> None:
    """Prints the figures of the files named on the command line."""
    folder = shared()
    if folder is None:
        raise SystemExit("PILTUVELIS_SHARED does not name a folder with reading/ in it.")
    directory = directory_from(folder)
    read("12 €", datetime(2026, 1, 1), directory)  # noqa: DTZ001 -- local time has no zone; the lists are loaded
    for path in [Path(name) for name in sys.argv[1:]] or [folder / "examples.jsonl"]:
        sys.stdout.write(report(path, directory) + "\n")


if __name__ == "__main__":
    main()
