"""`piltuvelis import` as a process of its own: told to stop, it leaves the database as it was."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.model import Change, Company, Deal, Operation
from core.storage.database import Database
from tests.bot.calls import call

pytestmark = pytest.mark.alone

RECORDS = (Company, Deal, Change, Operation)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("PILTUVELIS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _counts(place: Path) -> list[int]:
    database = Database(f"sqlite:///{place / 'piltuvelis.sqlite3'}")
    with database.reading() as session:
        found = [session.scalar(select(func.count()).select_from(record)) or 0 for record in RECORDS]
    database.close()
    return found


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_import_that_is_stopped_is_taken_back(place: Path, how: signal.Signals) -> None:
    (place / "one.csv").write_text("external_id,title,stage\nx0,Senas,lead\n", encoding="utf-8")
    assert call("import", "deals", "one.csv").code == 0
    before = _counts(place)
    lines = [f"x{number},Sandoris {number},UAB {number % 100},lead" for number in range(20_000)]
    (place / "big.csv").write_text("\n".join(["external_id,title,company,stage", *lines]), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "import", "deals", "big.csv"], stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 120
    while _counts(place) == before and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(how)
    _, said = process.communicate(timeout=120)
    assert process.returncode not in (0, None)
    assert "Traceback" not in said
    assert _counts(place) == before
    assert "19,999 taken, 1 updated" in call("import", "deals", "big.csv").out
