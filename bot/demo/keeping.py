"""The sample year is built once, kept with the installation, and brought up to the day when a demo begins.

`python -m bot.demo.keeping` builds it ahead for every language, as installing does.
"""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, time
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

import bot.demo
import core
import migrations
from bot.demo import sample
from bot.demo.year.calendar import first_month
from core.actions.work import TeamSettings
from core.model import Operation
from core.storage.database import Database
from core.storage.schema import migrate

LANGUAGES = ("lt", "en")
MADE_FROM = (
    (bot.demo, "."),
    (core, "actions"),
    (core, "model"),
    (core, "storage"),
    (core, "terms.py"),
    (core, "working_days.py"),
    (migrations, "."),
)
"""What shapes the year: when any of it changes, the kept one is of no use."""


def default_folder() -> Path:
    """In the virtual environment, so that it goes when that goes; else where the user's caches are."""
    if sys.prefix != sys.base_prefix and os.access(sys.prefix, os.W_OK):
        return Path(sys.prefix) / "share" / "piltuvelis"
    caches = os.environ.get("XDG_CACHE_HOME")
    return (Path(caches) if caches else Path.home() / ".cache") / "piltuvelis"


def put(target: Path, team: TeamSettings, now: datetime, folder: Path, told: Callable[[], None]) -> None:
    """Puts the sample as it is at `now` into a new database file, all or nothing.

    `told` is called when the year has to be built first, which takes a while.
    """
    year = keep(team, now, folder, told)
    with _beside(target) as part:
        shutil.copyfile(year, part)
        _bring_up(part, team, now)
        part.replace(target)


def keep(team: TeamSettings, now: datetime, folder: Path, told: Callable[[], None]) -> Path:
    """The kept year, up to the midnight before `now`; built, or brought up to it, where that is needed."""
    zone = ZoneInfo(team.zone)
    midnight = datetime.combine(now.astimezone(zone).date(), time(), tzinfo=zone).astimezone(UTC)
    family = f"year-{team.language}-"
    kept = folder / f"{family}{first_month(now, zone):%Y-%m}-{_made_from()}.sqlite3"
    reached = _reached(kept) if kept.exists() else None
    if reached is not None and reached < midnight and (midnight - reached).days < 1:
        return kept
    folder.mkdir(parents=True, exist_ok=True)
    with _beside(kept) as part:
        if reached is not None and reached < midnight:
            shutil.copyfile(kept, part)
        else:
            told()
        _bring_up(part, team, midnight)
        part.replace(kept)
    for older in folder.glob(f"{family}*.sqlite3"):
        if older != kept:
            older.unlink(missing_ok=True)
    return kept


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A name for a file that is to replace the target; what is left of it goes."""
    with TemporaryDirectory(prefix="sample-", dir=target.parent) as folder:
        yield Path(folder) / target.name


def _bring_up(path: Path, team: TeamSettings, until: datetime) -> None:
    database = Database(f"sqlite:///{path}")
    try:
        migrate(database)
        with _without_collector(), database.writing() as session:
            sample.build(session, team, until)
    finally:
        database.close()


@contextmanager
def _without_collector() -> Iterator[None]:
    """What is built is all kept until the end, and a quarter of the time would go into looking through it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _reached(path: Path) -> datetime | None:
    database = Database(f"sqlite:///{path}")
    try:
        with database.reading() as session:
            return session.scalar(select(func.max(Operation.at)))
    finally:
        database.close()


@cache
def _made_from() -> str:
    digest = sha256()
    for package, name in MADE_FROM:
        root = Path(next(iter(package.__path__))) / name
        for path in sorted([root] if root.is_file() else root.rglob("*.*")):
            if path.suffix in (".py", ".toml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _ahead(language: str) -> None:
    keep(TeamSettings(language=language), datetime.now(UTC), default_folder(), lambda: None)


if __name__ == "__main__":
    with ProcessPoolExecutor(len(LANGUAGES)) as processes:
        list(processes.map(_ahead, LANGUAGES))
