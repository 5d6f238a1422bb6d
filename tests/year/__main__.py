"""`python -m tests.year`: a year of a team's life. Says what was found, and fails where a promise is broken.

A whole year on PostgreSQL with two bots, unless told otherwise: `--days 60 --first 2027-03-01 --seed 5`.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from tests.crash.__main__ import migrated
from tests.year.account import Account
from tests.year.running import Plan, Year

SAY_EVERY = 10
SHOWN = 60


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.year", description=__doc__)
    asked.add_argument("--database", choices=("sqlite", "postgresql"), default="postgresql")
    asked.add_argument("--first", type=date.fromisoformat, default=date(2027, 1, 4))
    asked.add_argument("--days", type=int, default=365)
    asked.add_argument("--sellers", type=int, default=50)
    asked.add_argument("--managers", type=int, default=6)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    bots = 2 if given.database == "postgresql" else 1
    plan = Plan(given.first, given.days, given.sellers, given.managers, bots, seed=given.seed)
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="year-") as folder,
        migrated(given.database, Path(folder)) as url,
    ):
        account = asyncio.run(Year(plan, url, Path(folder), _told).run())
    minutes = (time.monotonic() - began) / 60
    sys.stderr.write("\n")
    _say(f"{plan}\n{minutes:.1f} minutes: {'sound' if account.is_sound() else 'BROKEN'}")
    _say_all(account)
    return 0 if account.is_sound() else 1


def _told(done: int, all_of_them: int, at: datetime) -> None:
    if done % SAY_EVERY == 0:
        sys.stderr.write(f"\r{at:%Y-%m-%d}: {done} of {all_of_them} moments ")
        sys.stderr.flush()


def _say_all(account: Account) -> None:
    figures = asdict(account)
    wrong = figures.pop("wrong")
    for name, figure in figures.items():
        _say(f"  {name:24} {figure}")
    for line in wrong[:SHOWN]:
        _say(f"  {line}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
