"""The command line: what goes where, which exit code, and never a traceback or a token."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.cli.app import COMMANDS
from bot.cli.template import country_of
from core.actions.invites import token_hash
from core.model import Company, Invite, Pipeline
from core.storage.database import Database
from core.terms import Role
from tests.bot.calls import call, payload_in, rows


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("PILTUVELIS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_has_help_with_an_example(command: str) -> None:
    said = call(command, "--help")
    assert said.code == 0
    assert "Example: " in said.out
    assert command in said.out.partition("Example: ")[2]


def test_wrong_usage_is_two_and_goes_to_stderr() -> None:
    for arguments in (
        ["nonsense"],
        ["invite"],
        ["invite", "--role", "boss"],
        ["setup", "--language", "fr"],
        ["run", "--x"],
    ):
        said = call(*arguments)
        assert (said.code, said.out) == (2, ""), arguments
        assert said.err


def test_setup_writes_a_private_file_creates_the_database_and_invites_the_owner(place: Path) -> None:
    said = call("setup", "--yes", "--company", 'UAB "Ąžuolas"', "--language", "en", "--currency", "USD")
    assert said.code == 0, said.err
    config = tomllib.loads((place / "config.toml").read_text(encoding="utf-8"))
    assert config["team"] == {
        "name": 'UAB "Ąžuolas"',
        "language": "en",
        "zone": "Europe/Vilnius",
        "currency": "USD",
        "country": "LT",
    }
    assert (place / "config.toml").stat().st_mode & 0o777 == 0o600
    invites = rows(place / "piltuvelis.sqlite3", select(Invite))
    (invite,) = invites
    assert isinstance(invite, Invite)
    assert (invite.role, invite.token_hash) == (Role.OWNER, token_hash(payload_in(said.out)))
    assert [pipeline.name for pipeline in rows(place / "piltuvelis.sqlite3", select(Pipeline))] == ["Sales"]


def test_setup_asks_what_is_not_given_and_again_where_an_answer_is_wrong(place: Path) -> None:
    said = call("setup", typed="fr\nlt\nUAB Beržas\nMars\nEurope/Riga\nEUR\n\n")
    assert said.code == 0, said.err
    team = tomllib.loads((place / "config.toml").read_text(encoding="utf-8"))["team"]
    assert (team["language"], team["name"], team["zone"]) == ("lt", "UAB Beržas", "Europe/Riga")
    assert "not a time zone" in said.err


def test_setup_never_overwrites_without_asking(place: Path) -> None:
    (place / "config.toml").write_text("[team]\nname = 'Mano'\n", encoding="utf-8")
    kept = call("setup", "--yes")
    assert (kept.code, "stays as it is" in kept.err) == (0, True)
    refused = call("setup", "--yes", "--company", "Kita")
    assert (refused.code, refused.out) == (1, "")
    answered = call("setup", typed="n\n")
    assert answered.code == 0
    assert (place / "config.toml").read_text(encoding="utf-8") == "[team]\nname = 'Mano'\n"


def test_setup_that_fails_leaves_nothing_behind(place: Path) -> None:
    said = call("setup", "--yes", "--database", "postgresql://nobody@127.0.0.1:1/none")
    assert (said.code, said.out) == (1, "")
    assert list(place.iterdir()) == []
    assert len(said.err.strip().splitlines()) == 1


def test_options_stand_before_or_after_the_command(place: Path) -> None:
    assert call("--database", "sqlite:///one.sqlite3", "invite", "--role", "rep").code == 0
    assert call("invite", "--role", "rep", "--database", "sqlite:///two.sqlite3").code == 0
    assert (
        call(
            "--database", "sqlite:///x.sqlite3", "invite", "--role=rep", "--database=sqlite:///one.sqlite3"
        ).code
        == 0
    )
    assert sorted(file.name for file in place.iterdir()) == ["one.sqlite3", "two.sqlite3"]


def test_an_invite_names_the_team_and_keeps_only_a_hash(place: Path) -> None:
    (place / "config.toml").write_text("[[teams]]\nname = 'Vilnius'\n", encoding="utf-8")
    said = call("invite", "--role", "manager", "--name", "Rasa", "--team", "vilnius")
    (invite,) = rows(place / "piltuvelis.sqlite3", select(Invite))
    assert isinstance(invite, Invite)
    payload = payload_in(said.out)
    assert (invite.name, invite.team_id, invite.role) == ("Rasa", 1, Role.MANAGER)
    assert payload.encode() not in (place / "piltuvelis.sqlite3").read_bytes()
    unknown = call("invite", "--role", "rep", "--team", "Kaunas")
    assert unknown.code == 1
    assert "There is no team Kaunas; known: Vilnius." in unknown.err


def test_an_invite_that_is_open_is_listed_and_can_be_taken_back_once(place: Path) -> None:
    payload = payload_in(call("invite", "--role", "rep", "--name", "Rasa").out)
    listed = call("invite", "--open")
    assert listed.out.startswith("1: rep for Rasa, valid until 20")
    assert payload not in listed.out
    assert call("invite", "--revoke", "1").out.startswith("Taken back: 1: rep for Rasa")
    assert (call("invite", "--open").out, call("invite", "--open").err) == ("", "No invite is open.\n")
    again = call("invite", "--revoke", "1")
    assert (again.code, again.err[:20]) == (1, "Invite 1 is not open")
    for wrong in ((), ("--open", "--revoke", "1"), ("--role", "rep", "--open")):
        assert call("invite", *wrong).code == 2


def test_the_doctor_names_every_mistake_of_the_configuration(place: Path) -> None:
    (place / "config.toml").write_text("[team]\nlangauge = 'lt'\nzone = 'x'\n", encoding="utf-8")
    said = call("doctor")
    assert (said.code, said.out.count("✗ configuration")) == (1, 2)
    assert call("run").code == 1


OF_A_NEWER = (
    "doctor",
    "run",
    "invite --role rep",
    "export companies x.csv",
    "import companies deals.csv",
    "report funnel",
    "person export Rasa",
    "backup x.zip",
)


@pytest.mark.parametrize("command", OF_A_NEWER)
def test_a_database_of_a_newer_version_is_refused_by_every_command_and_left_alone(
    place: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    call("setup", "--yes")
    monkeypatch.setenv("PILTUVELIS_TOKEN", "123456789:AAExample")
    monkeypatch.setenv("PILTUVELIS_TELEGRAM_BASE_URL", "http://127.0.0.1:1")
    (place / "deals.csv").write_text("name\nUAB A\n", encoding="utf-8")
    database = Database(f"sqlite:///{place / 'piltuvelis.sqlite3'}")
    with database.writing() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '29990101'")
    database.close()
    before = _files(place)
    said = call(*command.split())
    assert said.code == 1
    assert "The database was written by a newer version of Piltuvėlis (29990101)" in said.out + said.err
    assert "brings it up to date" not in said.out
    assert _files(place) == before


def _files(place: Path) -> dict[str, bytes]:
    """All but what says that a bot is running."""
    return {each.name: each.read_bytes() for each in place.iterdir() if each.suffix != ".lock"}


def test_run_without_a_token_says_where_to_get_one() -> None:
    said = call("run")
    assert (said.code, said.out) == (1, "")
    assert "@BotFather" in said.err


def test_import_reports_rows_warnings_and_what_was_created(place: Path) -> None:
    (place / "deals.csv").write_text(
        "Sandoris,Etapas,Suma,Klientas\nLentos,Užklausa,5,UAB A\nDurys,Nežinia,abc,\n", encoding="utf-8"
    )
    said = call("import", "deals", "deals.csv", "--map-value", "stage:Nežinia=lead")
    assert said.code == 0, said.err
    assert 'line 3: amount "abc" is not an amount' in said.out
    assert said.out.splitlines()[-1].startswith("deals: 1 taken, 0 updated, 0 unchanged, 1 skipped")
    strict = call("import", "deals", "deals.csv", "--map-value", "stage:Nežinia=lead", "--strict")
    assert (strict.code, strict.out) == (1, "")


def test_a_dry_run_does_not_even_create_the_database(place: Path) -> None:
    (place / "c.csv").write_text("Klientas;Miestas\nUAB A;Kaunas\n", encoding="cp1257")
    said = call("import", "companies", "c.csv", "--dry-run")
    assert "companies: 1 taken" in said.out
    assert [file.name for file in place.iterdir()] == ["c.csv"]


def test_a_failed_import_leaves_everything_as_it_was(place: Path) -> None:
    (place / "d.csv").write_text("title,stage\nA,Engaging\n", encoding="utf-8")
    said = call("import", "deals", "d.csv")
    assert (said.code, said.out) == (1, "")
    assert '--map-value "stage:Engaging=…"' in said.err
    assert [file.name for file in place.iterdir()] == ["d.csv"]
    for arguments in (["--map", "x"], ["--map-value", "x=y"]):
        assert call("import", "deals", "d.csv", *arguments).code == 2
    assert call("import", "deals", "missing.csv").code == 1


def test_the_command_is_a_program_of_its_own(place: Path) -> None:
    """A real process: streams, exit codes, no traceback."""
    (place / "c.csv").write_text("name\nFernby Ltd\n", encoding="utf-8")
    repository = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(repository)}

    def program(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "bot", *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, env=environment, check=False, timeout=60
        )

    done = program("import", "companies", "c.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert [company.name for company in rows(place / "piltuvelis.sqlite3", select(Company))] == ["Fernby Ltd"]
    failed = program("--config", "none.toml", "doctor")
    assert failed.returncode == 1
    refused = program("--config", "none.toml", "invite", "--role", "rep")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Traceback" not in refused.stderr + failed.stderr + failed.stdout
    assert program("import").returncode == 2


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Europe/London", "GB"), ("Europe/Vilnius", "LT"), ("UTC", "LT"), ("Etc/GMT+2", "LT")],
)
def test_the_country_of_a_zone_says_whose_holidays_count(zone: str, country: str) -> None:
    assert country_of(zone) == country
