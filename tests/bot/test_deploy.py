"""The systemd unit and the container file: of a user without rights, and true to the program they run."""

import re
import shutil
import subprocess
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

from bot.application import STOP_S
from bot.config.load import VARIABLES
from tests.bot.calls import call

ROOT = Path(__file__).parents[2]
UNIT, CONTAINER = ROOT / "deploy/piltuvelis.service", ROOT / "deploy/Containerfile"


def unit() -> ConfigParser:
    parsed = ConfigParser(strict=False, interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]
    parsed.read_string(UNIT.read_text(encoding="utf-8"))
    return parsed


def instructions() -> list[tuple[str, str]]:
    """The container file's instructions of the image that runs, continued lines joined."""
    lines = re.sub(r"\\\n\s*", "", CONTAINER.read_text(encoding="utf-8")).splitlines()
    told = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [(name, rest) for name, _, rest in told]


def test_the_unit_runs_the_bot_without_rights_and_lets_it_end() -> None:
    service = unit()["Service"]
    assert service["User"] not in ("", "root", "0")
    assert int(service["TimeoutStopSec"]) > STOP_S
    assert "SIGKILL" not in service.get("KillSignal", "")
    assert (service["NoNewPrivileges"], service["ProtectSystem"]) == ("yes", "strict")
    program, *arguments = service["ExecStart"].split()
    assert Path(program).name in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert arguments[0] == "--config"
    assert call(arguments[-1], "--help").code == 0


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_finds_no_fault_with_the_unit(tmp_path: Path) -> None:
    text = UNIT.read_text(encoding="utf-8").replace(unit()["Service"]["ExecStart"].split()[0], "/bin/true")
    (tmp_path / UNIT.name).write_text(text, encoding="utf-8")
    verify = ["systemd-analyze", "verify", str(tmp_path / UNIT.name)]
    said = subprocess.run(verify, capture_output=True, text=True, check=False)
    assert UNIT.name not in said.stderr, said.stderr


def test_the_container_runs_as_a_user_without_rights() -> None:
    told = instructions()
    last = max(at for at, (name, _) in enumerate(told) if name == "FROM")
    image = dict(told[last:])
    assert image["USER"].isdecimal()
    assert int(image["USER"]) > 0
    assert f"--uid {image['USER']}" in image["RUN"]
    assert (image["ENTRYPOINT"], image["CMD"], image["STOPSIGNAL"]) == (
        '["piltuvelis"]',
        '["run"]',
        "SIGTERM",
    )


def test_the_container_has_all_that_is_installed_and_no_secret() -> None:
    text = CONTAINER.read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = [name.rstrip("*") for name in project["tool"]["setuptools"]["packages"]["find"]["include"]]
    copied = {rest.split()[0] for name, rest in instructions() if name == "COPY"}
    assert set(packages) <= copied
    assert set(re.findall(r"'\.\[(\w+)\]'", text)) <= project["project"]["optional-dependencies"].keys()
    assert not re.search(r"(?i)(token|secret|password)=", text)


@pytest.mark.parametrize("file", [UNIT, CONTAINER])
def test_only_settings_that_there_are_are_named(file: Path) -> None:
    known = {name for names in VARIABLES.values() for name in names}
    named = set(re.findall(r"PILTUVELIS_[A-Z_]+", file.read_text(encoding="utf-8")))
    assert named
    assert named <= known
