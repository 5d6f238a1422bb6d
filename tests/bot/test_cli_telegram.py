"""Commands that ask the Bot API for the bot's name, against a server that knows one bot."""

import json
import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.bot.calls import call, payload_in

TOKEN = "123456789:sample-token-for-tests"


ME = {"id": 123456789, "is_bot": True, "first_name": "Sample", "username": "sample_bot"}


class _Face(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        known = self.path == f"/bot{TOKEN}/getMe"
        failure = {"ok": False, "error_code": 401, "description": "Unauthorized"}
        body = json.dumps({"ok": True, "result": ME} if known else failure).encode()
        self.send_response(200 if known else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST

    def log_message(self, *_arguments: object) -> None:
        """Stays quiet."""


@pytest.fixture
def face() -> Iterator[str]:
    """The address of the server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Face)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("PILTUVELIS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_invite_has_a_link_where_the_bot_can_be_asked_for_its_name(
    face: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PILTUVELIS_TOKEN", TOKEN)
    monkeypatch.setenv("PILTUVELIS_TELEGRAM_BASE_URL", face)
    said = call("invite", "--role", "rep")
    assert f"https://t.me/sample_bot?start={payload_in(said.out)}" in said.out
    assert TOKEN not in said.out + said.err


def test_a_token_that_is_refused_or_cannot_be_checked_is_said_without_showing_it(
    face: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for base_url, text in ((face, "does not accept"), ("http://127.0.0.1:1", "could not be checked")):
        monkeypatch.setenv("PILTUVELIS_TOKEN", "1:wrongSecret")
        monkeypatch.setenv("PILTUVELIS_TELEGRAM_BASE_URL", base_url)
        said = call("doctor")
        assert said.code == 1
        assert text in said.out
        assert "wrongSecret" not in said.out + said.err
        assert call("invite", "--role", "rep").code == 0


def test_the_doctor_has_a_line_for_everything(
    face: str, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    call("setup", "--yes")
    monkeypatch.setenv("PILTUVELIS_TOKEN", TOKEN)
    monkeypatch.setenv("PILTUVELIS_TELEGRAM_BASE_URL", face)
    said = call("doctor")
    assert (said.code, [line[:3] for line in said.out.splitlines()]) == (
        0,
        ["✓ c", "✓ f", "✓ t", "✓ i", "✓ d", "✓ c", "✓ z"],
    )
    assert "inline mode: off; to be offered customers in any chat, send /setinline to @BotFather" in said.out
    monkeypatch.setitem(ME, "supports_inline_queries", True)
    assert "inline mode: on" in call("doctor").out
    (place / "config.toml").chmod(0o644)
    (place / "piltuvelis.sqlite3").write_bytes(b"not a database" * 100)
    ill = call("doctor")
    assert (ill.code, ill.out.count("✗")) == (1, 2)
    assert "chmod 600" in ill.out


class _Odd(_Face):
    """Answers in ways that no Bot API server should; each may quote what it was asked."""

    how = ""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = f"<html>{self.path}</html>".encode()
        self.send_response({"redirect": 302, "fault": 500}.get(self.how, 200))
        self.send_header("Location", f"http://127.0.0.1:1{self.path}")
        self.send_header("Content-Length", str(len(body) + (9 if self.how == "half" else 0)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST


@pytest.fixture
def odd(request: pytest.FixtureRequest) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("_OddNow", (_Odd,), {"how": request.param}))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("odd", ["page", "redirect", "fault", "half"], indirect=True)
def test_no_odd_answer_makes_a_command_tell_the_token(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PILTUVELIS_TOKEN", TOKEN)
    monkeypatch.setenv("PILTUVELIS_TELEGRAM_BASE_URL", odd)
    for arguments in (("doctor",), ("invite", "--role", "rep"), ("setup", "--yes")):
        said = call(*arguments)
        assert "Traceback" not in said.err
        assert TOKEN.partition(":")[2] not in said.out + said.err


WRONG = (
    "123456789 planted-secret",
    "123456789:planted secret",
    "planted-secret",
    "bot123456789:planted-secret",
)


@pytest.mark.parametrize("token", WRONG)
@pytest.mark.parametrize("command", ["doctor", "run", "parse labas", "invite --role rep"])
def test_a_token_that_cannot_be_one_is_refused_unseen(
    place: Path, monkeypatch: pytest.MonkeyPatch, token: str, command: str
) -> None:
    (place / "config.toml").write_text(f'[telegram]\ntoken = "{token}"\nowner_id = "x"\n', encoding="utf-8")
    monkeypatch.setenv("PILTUVELIS_WEBHOOK_SECRET", "planted-secret!")
    said = call(*command.split())
    assert said.code == 1
    assert "planted" not in said.out + said.err
