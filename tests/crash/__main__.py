"""`python -m tests.crash`: the long run. Says what was found, and fails where a promise is broken.

1,000 kills on SQLite and 300 on PostgreSQL, unless told otherwise: `--database sqlite --kills 100 --seed 5`.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import URL

from core.storage.database import Database
from core.storage.schema import migrate
from tests.crash.account import Account
from tests.crash.killing import run
from tests.databases import running_postgresql

KILLS = {"sqlite": 1000, "postgresql": 300}
SAY_EVERY = 10


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    asked.add_argument("--database", choices=list(KILLS), action="append")
    asked.add_argument("--kills", type=int)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    sound = True
    for kind in given.database or list(KILLS):
        account = _one(kind, given.kills or KILLS[kind], given.seed)
        _say(f"{kind}, seed {given.seed}: {'sound' if account.is_sound() else 'BROKEN'}")
        for name, figure in asdict(account).items():
            _say(f"  {name:12} {figure:,}")
        sound = sound and account.is_sound()
    return 0 if sound else 1


def _one(kind: str, kills: int, seed: int) -> Account:
    def told(done: int) -> None:
        if done % SAY_EVERY == 0:
            sys.stderr.write(f"\r{kind}: {done} of {kills} kills ")
            sys.stderr.flush()

    with tempfile.TemporaryDirectory(prefix="crash-") as folder, migrated(kind, Path(folder)) as url:
        account = asyncio.run(run(url, Path(folder), kills, seed, told=told))
    sys.stderr.write("\n")
    return account


@contextmanager
def migrated(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty, migrated database of the kind."""
    with _database(kind, folder) as url:
        database = Database(url)
        migrate(database)
        database.close()
        yield url


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield URL.create("sqlite", database=str(folder / "crash.sqlite3")).render_as_string()
        return
    with running_postgresql() as server:
        yield server.render_as_string(hide_password=False)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
