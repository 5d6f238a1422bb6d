"""`piltuvelis digest`: the week's text, its pictures and figures, or a sentence on what to say instead."""

import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.bot.calls import call

DEALS = """external_id,title,stage,company,amount,currency,owner,created_on,closed_on,stage_history
d1,Lentos,Laimėta,UAB A,1000.10,EUR,Rasa,2026-07-01,2026-08-12,Užklausa:2026-07-01|Laimėta:2026-08-12
d2,Sija,Derybos,UAB B,500,EUR,Jonas,2026-07-02,,Užklausa:2026-07-02|Derybos:2026-08-11
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a few deals in a database, and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("PILTUVELIS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deals.csv").write_text(DEALS, encoding="utf-8")
    assert call("import", "deals", "deals.csv").code == 0
    return tmp_path


def test_the_week_is_told_as_it_would_be_sent() -> None:
    said = call("digest", "--week", "2026-W33")
    assert said.code == 0, said.err
    lines = said.out.replace("\u00a0", " ").replace("\u2060", "").splitlines()
    assert lines[0] == "<b>📊 33-oji savaitė (rugpjūčio 10–16 d.)</b>", "nobody has joined"
    assert "✅ Laimėtas 1 sandoris, 1 000 €: „A“ (Rasa)" in lines
    assert "➡️ Pažengė 1, 500 €" in lines


def test_a_folder_gets_the_text_pictures_and_figures(place: Path) -> None:
    said = call("digest", "--week", "2026-W33", "--out", "week")
    assert said.code == 0, said.err
    files = {path.name for path in (place / "week").iterdir()}
    assert {"digest.html", "funnel.png", "forecast.png", "leads.png", "closing.png", "effort.png"} <= files
    assert (place / "week" / "forecast.png").read_bytes().startswith(b"\x89PNG")
    book = load_workbook(place / "week" / "digest.xlsx")
    assert book["Prognozė"].max_row == 2


@pytest.mark.parametrize("week", ["2026-11", "33", "2026-W99", "2099-W01", "2026-08-10..2026-08-20"])
def test_what_is_no_week_or_has_not_begun_is_refused(week: str) -> None:
    said = call("digest", "--week", week)
    assert said.code == 2
    assert week in said.err


def test_an_unknown_reader_is_told_who_there_is() -> None:
    said = call("digest", "--for", "Nobody")
    assert said.code == 1
    assert "There is no manager Nobody" in said.err


def test_a_folder_that_cannot_be_written_is_said(place: Path) -> None:
    (place / "taken").write_text("", encoding="utf-8")
    said = call("digest", "--week", "2026-W33", "--out", "taken")
    assert said.code == 1
    assert "taken could not be written" in said.err
