"""How many rows of a file the command line takes in a second."""

import csv
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from tests.bench.figures import Figure
from tests.bench.names import Names
from tests.bench.office import Office
from tests.bench.parts import Size
from tests.bench.processes import start

STAGES = ("Užklausa", "Pasiūlymas", "Derybos", "Laimėta", "Prarasta")
COLUMNS = (
    "external_id",
    "title",
    "company",
    "owner",
    "stage",
    "amount",
    "currency",
    "created_on",
    "closed_on",
)


class Importing:
    """Part g: deals with their companies and salespeople, into a database that is not there yet."""

    letters = "g"

    def __init__(self, size: Size) -> None:
        self.rounds = 1
        self._rows = size.rows
        self._seconds: list[float] = []

    async def prepare(self, office: Office, stack: AsyncExitStack) -> None:
        self._folder = office.folder
        self._file = office.folder / "deals.csv"
        _write(self._file, self._rows)

    async def measure(self, number: int) -> None:
        url = f"sqlite:///{self._folder / f'import-{number}.sqlite3'}"
        began = time.perf_counter()
        command = ["bot", "--database", url, "import", "deals", str(self._file)]
        process = await start(self._folder, command, {})
        await process.succeeds()
        self._seconds.append(time.perf_counter() - began)

    def figures(self) -> Sequence[Figure]:
        rate = self._rows / median(self._seconds)
        what = f"rows a second, {self._rows:,} deals from a CSV file by the command line, start-up included"
        return (Figure("import_rows", rate, "1/s", what, "≥ 3,334 (a million in 5 min)"),)


def _write(path: Path, rows: int) -> None:
    names = Names(10_000)
    first = date(2024, 1, 8)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(rows):
            stage = STAGES[number % len(STAGES)]
            created = first + timedelta(days=number % 900)
            closed = created + timedelta(days=number % 70) if stage in STAGES[3:] else None
            company = names.company(number % names.companies)
            owner = f"Pardavėjas {number % 30 + 1}"
            amount = f"{number % 5000 * 10 + 990}.50"
            deal = f"Užsakymas {number + 1}"
            writer.writerow((f"b{number}", deal, company, owner, stage, amount, "EUR", created, closed or ""))
