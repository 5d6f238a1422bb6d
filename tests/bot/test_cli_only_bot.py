"""Two bots are never on one embedded database; everything else works beside a running one."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.failure import Failure
from bot.cli.only_bot import only_bot_on
from tests.bot.calls import call

HOLD = """
import sys
from bot.cli.only_bot import only_bot_on
with only_bot_on(sys.argv[1]):
    print("held", flush=True)
    input()
"""


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PILTUVELIS_TOKEN", "1:secret")
    monkeypatch.setenv("PILTUVELIS_TELEGRAM_BASE_URL", "http://127.0.0.1:1")
    return f"sqlite:///{tmp_path / 'team.sqlite3'}"


def test_a_second_bot_is_refused_in_one_sentence(url: str, tmp_path: Path) -> None:
    with only_bot_on(url):
        said = call("run", "--database", url)
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith(f"Another bot is running on the database {tmp_path / 'team.sqlite3'}:")
        assert len(said.err.splitlines()) == 1
        said = call("demo", "--database", url, "--no-browser")
        assert (said.code, said.out) == (1, "")
        assert "Another bot is running" in said.err


def test_another_way_to_write_its_path_is_the_same_database(url: str, tmp_path: Path) -> None:
    (tmp_path / "team.sqlite3").touch()
    (tmp_path / "link.sqlite3").symlink_to("team.sqlite3")
    with only_bot_on(url):
        for other in ("sqlite:///team.sqlite3", "sqlite:///./team.sqlite3", "sqlite:///link.sqlite3"):
            with pytest.raises(Failure), only_bot_on(other):
                pass
        with only_bot_on("sqlite:///else.sqlite3"):
            pass


def test_other_commands_work_beside_a_running_bot(url: str, tmp_path: Path) -> None:
    (tmp_path / "companies.csv").write_text("name\nUAB Ąžuolas\n", encoding="utf-8")
    with only_bot_on(url):
        for command in (
            ["invite", "--role", "rep"],
            ["import", "companies", "companies.csv"],
            ["parse", "ok"],
        ):
            assert call(*command, "--database", url).code == 0


def test_a_bot_that_was_killed_leaves_its_database_free(url: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Failure), only_bot_on(url):
            pass
        holder.kill()
        holder.wait()
        with only_bot_on(url):
            pass


def test_a_demo_that_cannot_begin_says_why(url: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = call("demo", "--data", "file", "--no-browser")
    assert (said.code, said.out) == (1, "")
    assert said.err == "The folder file cannot be used (File exists); choose another with --data.\n"
    assert call("demo", "--port", "99999").code == 2


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(url: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = call("run", "--database", f"sqlite:///{tmp_path}/file/team.sqlite3")
    assert said.code == 1
    assert said.err.startswith(f"The database {tmp_path}/file/team.sqlite3 cannot be locked (")
    assert len(said.err.splitlines()) == 1
