"""`piltuvelis export`: formats by the file's ending, and nothing half-written."""

import os
import zipfile
from pathlib import Path

import pytest

from tests.bot.calls import call


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a database that has a company and a deal, and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("PILTUVELIS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deals.csv").write_text("title,stage,company\nLentos,lead,UAB A\n", encoding="utf-8")
    assert call("import", "deals", "deals.csv").code == 0
    return tmp_path


def test_each_format_is_written_and_read_back_unchanged(place: Path) -> None:
    for what, name in (("all", "x.zip"), ("all", "x.xlsx"), ("deals", "x.csv"), ("deals", "one.xlsx")):
        said = call("export", what, name)
        assert said.code == 0, said.err
        assert "deals: 1 exported" in said.out
        assert "deals: 0 taken, 0 updated, 1 unchanged" in call("import", "deals", name).out
    assert sorted(zipfile.ZipFile(place / "x.zip").namelist()) == [
        "activities.csv",
        "companies.csv",
        "deals.csv",
        "people.csv",
    ]


@pytest.mark.parametrize(
    ("what", "name"), [("all", "x.csv"), ("deals", "x.zip"), ("deals", "x"), ("orders", "x.csv")]
)
def test_an_ending_that_does_not_fit_is_wrong_usage(place: Path, what: str, name: str) -> None:
    said = call("export", what, name)
    assert (said.code, said.out) == (2, "")
    assert not (place / name).exists()


def test_a_place_that_cannot_be_written_is_one_sentence(place: Path) -> None:
    said = call("export", "deals", "nowhere/x.csv")
    assert (said.code, said.out) == (1, "")
    assert said.err.strip().splitlines() == [
        "nowhere/x.csv could not be written: No such file or directory; name another file."
    ]
