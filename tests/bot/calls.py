"""Calling the command line within a test."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Select
from typer.testing import CliRunner

from bot.cli.app import app
from core.storage.database import Database


@dataclass(frozen=True)
class Said:
    """What a call of the command line said."""

    code: int
    out: str
    err: str


def call(*arguments: str, typed: str | None = None) -> Said:
    result = CliRunner().invoke(app, arguments, input=typed)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


def payload_in(text: str) -> str:
    return text.partition("/start ")[2].split()[0]


def rows(path: Path, query: Select[Any]) -> Sequence[Any]:
    """What a query finds in a database file."""
    database = Database(f"sqlite:///{path}")
    with database.reading() as session:
        found = session.scalars(query).all()
    database.close()
    return found
