"""`piltuvelis setup`: from a few questions to a running installation."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.failure import Failure
from bot.cli.invitation import show
from bot.cli.options import ConfigFile, DatabaseUrl, config_file, database_url, now, prepared_database
from bot.cli.template import Answers, config_text
from bot.config import Settings, TeamSettings, TelegramSettings, checks, load_settings
from bot.config.load import DEFAULT_FILE
from core.actions.invites import invite
from core.terms import Role

EXAMPLE = 'piltuvelis setup --yes --company "UAB Pavyzdys" --language lt --zone Europe/Vilnius --currency EUR'

Check = Callable[[object], str]


def _option(check: Check) -> Callable[[str | None], str | None]:
    """Turns a check of the configuration into one of a command-line option (wrong usage: exit 2)."""

    def callback(value: str | None) -> str | None:
        if value is None:
            return None
        try:
            return check(value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None

    return callback


def command(
    context: typer.Context,
    yes: Annotated[
        bool, typer.Option("--yes", help="Ask nothing; what is not given gets its default.")
    ] = False,
    company: Annotated[
        str | None, typer.Option(help="Your company's name.", callback=_option(checks.name))
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="lt or en.", metavar="lt|en", callback=_option(checks.language))
    ] = None,
    zone: Annotated[
        str | None, typer.Option(help="Time zone, as Europe/Vilnius.", callback=_option(checks.zone))
    ] = None,
    currency: Annotated[
        str | None, typer.Option(help="Currency, as EUR.", callback=_option(checks.currency))
    ] = None,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Write config.toml, create the database and print the owner's one-time invite link."""
    path = config_file(context, config) or DEFAULT_FILE
    url = database_url(context, database)
    given = Answers(company, language, zone, currency, database=url)
    if path.exists() and not _may_overwrite(path, given, yes):
        typer.echo(f"{path} stays as it is.", err=True)
        _prepare(load_settings(path, database=url))
        return
    answers = given if yes else _asked(given)
    with _draft(path, config_text(answers)) as draft:
        _prepare(load_settings(draft, database=url))
    typer.echo(f"Wrote {path}. Next: piltuvelis doctor, then piltuvelis run.", err=True)


def _may_overwrite(path: Path, given: Answers, yes: bool) -> bool:
    if yes and given.any():
        raise Failure(f"{path} is there already; change it there, or name another file with --config.")
    if yes:
        return False
    return typer.confirm(f"{path} is there already. Overwrite it?", default=False, err=True)


def _asked(given: Answers) -> Answers:
    """The answers of the person for what the options did not say; a wrong one is asked for again."""
    plain = TeamSettings()
    return replace(
        given,
        language=given.language or _ask("Language of the team (lt or en)", plain.language, checks.language),
        company=given.company or _ask("Your company's name", "", checks.text),
        zone=given.zone or _ask("Time zone", plain.zone, checks.zone),
        currency=given.currency or _ask("Currency", plain.currency, checks.currency),
        token=None if os.environ.get("PILTUVELIS_TOKEN") else _ask_token(),
    )


def _ask(question: str, default: str, check: Check, *, hidden: bool = False) -> str:
    while True:
        answer = typer.prompt(
            question, default=default, show_default=bool(default), hide_input=hidden, err=True
        )
        try:
            return check(answer)
        except ValueError as error:
            typer.echo(f"That {error}.", err=True)


def _ask_token() -> str:
    """A token that Telegram does not refuse; empty: later."""
    question = "Bot token from @BotFather (not shown; empty: later)"
    while token := _ask(question, "", checks.token, hidden=True):
        from bot.cli.telegram import Unreachable, username_of

        try:
            typer.echo(f"That is @{username_of(TelegramSettings(token))}.", err=True)
        except Unreachable:
            typer.echo("Telegram could not be asked about it now; kept as it is.", err=True)
        except Failure:
            typer.echo("Telegram does not accept it; copy it again from @BotFather.", err=True)
            continue
        return token
    return ""


@contextmanager
def _draft(path: Path, text: str) -> Iterator[Path]:
    """A file beside `path` that only its owner can read, and that takes its place when all went well."""
    draft = path.with_name(f"{path.name}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with open(
            draft, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)
        ) as file:
            file.write(text)
        yield draft
        draft.replace(path)
    except OSError as error:
        raise Failure(f"{path} could not be written: {error.strerror}; name another with --config.") from None
    finally:
        draft.unlink(missing_ok=True)


def _prepare(settings: Settings) -> None:
    """Creates the database and shows the owner's invite."""
    with prepared_database(settings) as opened, opened.writing() as session:
        invitation = invite(session, now(), Role.OWNER)
    show(invitation, settings)
