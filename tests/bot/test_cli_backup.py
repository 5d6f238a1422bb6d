"""`piltuvelis backup` and `restore`: exit codes, sentences, and a bot that goes on or has to be stopped."""

import os
from pathlib import Path

import pytest

from bot.cli.only_bot import only_bot_on
from tests.bot.calls import call

URL = "sqlite:///piltuvelis.sqlite3"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a database that has a company, and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("PILTUVELIS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "companies.csv").write_text("name\nUAB Ąžuolas\n", encoding="utf-8")
    assert call("import", "companies", "companies.csv").code == 0
    return tmp_path


def exported(database: str) -> str:
    assert call("export", "companies", "out.csv", "--database", database).code == 0
    return Path("out.csv").read_text(encoding="utf-8")


def test_a_running_bot_is_backed_up_and_has_to_be_stopped_for_a_restore(place: Path) -> None:
    before = exported(URL)
    with only_bot_on(URL):
        said = call("backup", "a.backup")
        assert said.code == 0, said.err
        assert said.out.startswith("a.backup: ")
        assert said.out.endswith("read back and whole\n")
        refused = call("restore", "a.backup", "--yes")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("A bot is running on the database ")
    assert len(refused.err.splitlines()) == 1
    assert exported(URL) == before


def test_a_backup_comes_back_into_the_same_and_into_a_new_database(place: Path) -> None:
    before = exported(URL)
    assert call("backup", "a.backup").code == 0
    (place / "more.csv").write_text("name\nUAB Beržas\n", encoding="utf-8")
    assert call("import", "companies", "more.csv").code == 0
    refused = call("restore", "a.backup")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "The database has 6 records already: back it up, then restore with --yes to replace them.\n"
    )
    said = call("restore", "a.backup", "--yes")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Restored ")
    assert exported(URL) == before
    assert call("restore", "a.backup", "--database", "sqlite:///new/team.sqlite3").code == 0
    assert exported("sqlite:///new/team.sqlite3") == before


def test_what_cannot_be_done_is_one_sentence_and_changes_no_file(place: Path) -> None:
    before = sorted(file.name for file in place.iterdir())
    for arguments, told in (
        (["backup", "companies.csv"], "companies.csv is there and is no backup: name another file."),
        (
            ["backup", "nowhere/a.backup"],
            "nowhere/a.backup could not be written: No such file or directory; ",
        ),
        (
            ["backup", "a.backup", "--database", "sqlite:///none.sqlite3"],
            "There is no database none.sqlite3: ",
        ),
        (["restore", "companies.csv"], "companies.csv is no backup of Piltuvėlis: name a file that "),
        (["restore", "none.backup"], "none.backup could not be read: No such file or directory; "),
    ):
        said = call(*arguments)
        assert (said.code, said.out) == (1, ""), arguments
        assert said.err.startswith(told)
        assert len(said.err.splitlines()) == 1
    assert sorted(file.name for file in place.iterdir() if file.suffix != ".lock") == before
    assert call("backup").code == call("restore").code == 2
