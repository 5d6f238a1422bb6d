"""`parse`: for a person a table, for a program a JSON object a line, and nothing is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bot.calls import Said, call

COMPANIES = "external_id,name\nk1,UAB Ąžuolo lentos\n,SIA Mežrags\n"
PEOPLE = "external_id,name,company\nz1,Rasa Kalnaitė,k1\n"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def directory(place: Path) -> None:
    """Some imported names."""
    for kind, content in (("companies", COMPANIES), ("people", PEOPLE)):
        (place / f"{kind}.csv").write_text(content, encoding="utf-8")
        assert call("import", kind, f"{kind}.csv").code == 0


def asked(*lines: object, options: tuple[str, ...] = ()) -> tuple[Said, list[dict[str, Any]]]:
    typed = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    said = call("parse", "--jsonl", *options, typed=typed)
    return said, [json.loads(line) for line in said.out.splitlines()]


def test_a_line_is_answered_with_external_ids(directory: None) -> None:
    text = "Skambinau Rasai iš Ąžuolo lentų 15 min, perskambinti penktadienį 10:00"
    said, (answer,) = asked({"id": "a", "text": text, "now": "2026-11-24T10:15", "lang": "lt"})
    assert said.code == 0
    got = answer["got"]
    assert (answer["id"], got["company"], got["person"]) == ("a", "k1", "z1")
    assert (got["kind"], got["duration_min"], got["occurred"]) == ("call", 15, "2026-11-24")
    assert got["next"] == {"kind": "call", "date": "2026-11-27", "time": "10:00"}
    assert "spans" not in answer


def test_a_record_without_external_id_is_named_by_ours(directory: None) -> None:
    _, (answer,) = asked({"id": 1, "text": "Buvau pas Mežrags", "now": "2026-11-24T10:15"})
    assert answer["got"]["company"] == "#2"


def test_explain_says_which_words_gave_what(directory: None) -> None:
    text = "Skambinau Rasai"
    _, (answer,) = asked({"id": 1, "text": text, "now": "2026-11-24T10:15"}, options=("--explain",))
    start, end = answer["spans"]["kind"]
    assert text[start:end] == "Skambinau"


def test_a_bad_line_is_answered_with_an_error_and_the_others_all_the_same() -> None:
    good = {"id": "g", "text": "Skambinau Rasai", "now": "2026-11-24T10:15"}
    bad: list[object] = [
        "not json",
        "[1]",
        {"id": "b1"},
        {"id": "b2", "text": 5},
        {"id": "b3", "text": "x", "now": "yesterday"},
        {"id": "b4", "text": "x", "now": 5},
        {"id": "b5", "text": "x", "lang": "fr"},
        "[" * 100_000,
    ]
    said, answers = asked(good, *bad, "", good)
    assert said.code == 1
    assert ["got" in answer for answer in answers] == [True, *[False] * len(bad), True]
    assert all(answer["error"] for answer in answers[1:-1])
    assert [answer["id"] for answer in answers] == ["g", None, None, "b1", "b2", "b3", "b4", "b5", None, "g"]


ODD = ["", " ", "\u0000", "\ud83d", "🙂" * 50, "\u202eשלום", "<b>", "x" * 4096, "\n\n"]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_answered(text: str) -> None:
    said, (answer,) = asked({"id": text, "text": text, "now": "2026-11-24T10:15"})
    assert said.code == 0
    assert answer["id"] == text
    assert answer["got"]["kind"] is None


def test_a_file_can_be_named(place: Path) -> None:
    (place / "in.jsonl").write_text('{"id": 1, "text": "Skambinau Rasai"}\n', encoding="utf-8")
    said = call("parse", "--jsonl", "in.jsonl")
    assert json.loads(said.out)["id"] == 1
    assert call("parse", "--jsonl", "none.jsonl").code == 1
    assert call("parse", "--jsonl", "in.jsonl", "in.jsonl").code == 2


def test_a_person_sees_the_fields_and_their_words(directory: None) -> None:
    said = call(
        "parse", "--now", "2026-11-24T10:15", "Skambinau Rasai iš Ąžuolo lentų 15 min, perskambinti rytoj"
    )
    assert said.code == 0
    lines = {line.split()[0]: line for line in said.out.splitlines() if line.strip()}
    assert "UAB Ąžuolo lentos (k1)" in lines["company"]
    assert "← Skambinau" in lines["kind"]
    assert "2026-11-25 (Wednesday)" in lines["next.date"]
    assert "← perskambinti rytoj" in lines["next.kind"] or "← perskambinti" in lines["next.kind"]


def test_what_is_no_log_is_said_so() -> None:
    assert "Not a log" in call("parse", "labas").out


def test_now_and_zone_and_language_are_checked() -> None:
    for wrong in (["--now", "rytoj"], ["--zone", "Mars"], ["--lang", "fr"]):
        assert call("parse", *wrong, "labas").code == 2
    assert call("parse").code == 2
    said = call("parse", "--now", "2026-11-24T23:30Z", "Skambinau Rasai")
    assert "2026-11-25" in said.out


def test_nothing_is_written(place: Path) -> None:
    call("parse", "Skambinau Rasai iš Naujos įmonės")
    asked({"id": 1, "text": "Skambinau Rasai"})
    assert list(place.iterdir()) == []


def test_an_amount_is_shown_in_the_team_s_currency(place: Path) -> None:
    (place / "config.toml").write_text('[team]\ncurrency = "USD"\n', encoding="utf-8")
    assert "USD" in call("parse", "--lang", "en", "met Tom, wants an offer 3k").out


@pytest.mark.parametrize("command", [("doctor",), ("parse", "met Tom")])
def test_looking_leaves_no_folder_behind(place: Path, command: tuple[str, ...]) -> None:
    call(*command, "--database", "sqlite:///not/there/team.sqlite3")
    assert not (place / "not").exists()
