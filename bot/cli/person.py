"""`piltuvelis person`: what is kept about one person, given to them or erased."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.failure import Failure
from bot.cli.options import ConfigFile, DatabaseUrl, now, prepared_database, settings_of
from bot.texts import speak
from core.exchange.export import draft
from core.exchange.personal.erasing import erase
from core.exchange.personal.forgetting import NotForgotten, forgetting
from core.exchange.personal.giving import document
from core.exchange.personal.subjects import Subject, find
from core.storage.database import Database

EXAMPLE = 'piltuvelis person export "Jonas Stankaitis" --out jonas.json'

LIMITS = (
    "Not erased: what the chats of Telegram hold and the files sent there; backups made earlier; "
    "exports; files that an import is repeated from."
)


class What(StrEnum):
    """What is to be done."""

    EXPORT = "export"
    ERASE = "erase"


def command(
    context: typer.Context,
    what: Annotated[What, typer.Argument(help="Give what is kept about somebody, or erase it.")],
    who: Annotated[
        str,
        typer.Argument(metavar="NAME|ID", help="A customer's person or a colleague who left; or person:12."),
    ],
    out: Annotated[Path | None, typer.Option(help="A file for what is exported, instead of stdout.")] = None,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Export all that is kept about one person as JSON, or erase it; counts and sums stay as they are."""
    if what is What.ERASE and out is not None:
        raise typer.BadParameter("is for export only", param_hint="--out")
    settings = settings_of(context, config, database)
    with prepared_database(settings) as opened:
        with opened.reading() as session:
            subject = find(session, who)
            text = None if what is What.ERASE else _document(document(session, subject, now()))
        if text is None:
            _erase(opened, subject, settings.team.language)
        else:
            _give(text, out)


def _document(told: dict[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1)


def _give(text: str, out: Path | None) -> None:
    if out is None:
        typer.echo(text)
        return
    try:
        with draft(out.resolve()) as part:
            part.touch(mode=0o600)
            part.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise Failure(f"{out} could not be written: {error.strerror}; name another file.") from None
    typer.echo(f"Written to {out}, which only you can read.", err=True)


def _erase(opened: Database, subject: Subject, language: str) -> None:
    typer.echo(f"{subject} will be erased for good. {LIMITS}", err=True)
    typed = typer.prompt("Type the name to go on", err=True, default="", show_default=False)
    if typed.strip() != subject.name:
        raise Failure("That is not the name: nothing was erased.")
    called = speak(language).plain("erased", kind=str(subject.kind), number=subject.id)
    try:
        with forgetting(opened) as session:
            rows = erase(session, subject, called, now()).rows
    except NotForgotten:
        raise Failure(
            "Erased from all records, but remains may be left in the database's file while others work "
            f"with it: stop the bot, then erase {subject.kind}:{subject.id} again."
        ) from None
    changed = ", ".join(f"{name} {count:,}" for name, count in sorted(rows.items()))
    typer.echo(f"Erased; now called {called}. Rows changed: {changed or 'none'}.")
