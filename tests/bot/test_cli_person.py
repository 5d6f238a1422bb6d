"""`piltuvelis person`: given as one JSON document, erased once the name is typed."""

import json
import os
from pathlib import Path

import pytest
from sqlalchemy import select

import core.storage.database
from core.model import Operation, Person
from core.storage.database import Database
from tests.bot.calls import call, rows
from tests.builders import build_house

NAME = "Jonas Stankaitis"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a team's database, and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("PILTUVELIS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    database = Database(sqlite_url)
    house = build_house(database)
    house.company("UAB Statyba", NAME)
    house.company("UAB Tiltas", "Rasa Tiltenė")
    house.company("UAB Vartai", "Rasa Tiltenė")
    database.close()
    return tmp_path / "piltuvelis.sqlite3"


def test_what_is_kept_is_one_document_on_stdout_or_in_a_private_file(place: Path) -> None:
    told = json.loads(call("person", "export", "jonas stankaitis").out)
    assert told["records"]["people"][0]["name"] == NAME
    said = call("person", "export", "person:1", "--out", "jonas.json")
    assert (said.code, said.out) == (0, "")
    file = place.with_name("jonas.json")
    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(file.read_text(encoding="utf-8"))["records"] == told["records"]
    assert "could not be written" in call("person", "export", NAME, "--out", "nowhere/x.json").err


def test_only_whoever_types_the_name_erases(place: Path) -> None:
    before = place.read_bytes()
    for typed in ("", "\n", "yes\n", "Jonas\n"):
        said = call("person", "erase", NAME, typed=typed)
        assert said.code == 1
    assert NAME in [each.name for each in rows(place, select(Person))]
    assert NAME.encode() in before
    said = call("person", "erase", NAME, typed=f"{NAME}\n")
    assert said.code == 0
    assert "Erased; now called Ištrintas asmuo 1. Rows changed: changes 1, people 1." in said.out
    assert "backups made earlier" in said.err
    assert "Stankai" not in "".join(each.read_text("latin-1") for each in place.parent.glob(f"{place.name}*"))
    audit = [each for each in rows(place, select(Operation)) if each.name == "erase"]
    assert len(audit) == 1
    assert "Nobody is called" in call("person", "export", NAME).err


def test_who_is_meant_is_asked_and_a_colleague_in_the_team_is_kept() -> None:
    several = call("person", "erase", "Rasa Tiltenė", typed="Rasa Tiltenė\n")
    assert several.code == 1
    assert "person:2 (Rasa Tiltenė, UAB Tiltas); person:3 (Rasa Tiltenė, UAB Vartai)" in several.err
    kept = call("person", "erase", "Rūta", typed="Rūta\n")
    assert (kept.code, "Rūta is still in the team" in kept.err) == (1, True)
    assert call("person", "erase", NAME, "--out", "x").code == 2


def test_remains_that_others_still_read_are_not_called_erased(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core.storage.database, "BUSY_TIMEOUT_MS", 200)
    other = Database(f"sqlite:///{place}")
    with other.reading() as session:
        session.scalars(select(Person)).all()
        said = call("person", "erase", NAME, typed=f"{NAME}\n")
        assert said.code == 1
        assert "erase person:1 again" in said.err
    other.close()
    assert call("person", "erase", "person:1", typed="Ištrintas asmuo 1\n").code == 0
    assert "Stankai" not in "".join(each.read_text("latin-1") for each in place.parent.glob(f"{place.name}*"))
