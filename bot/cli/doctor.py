"""`piltuvelis doctor`: is everything as the bot needs it?"""

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import typer
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.cli.failure import Failure, sentence_of
from bot.cli.options import ConfigFile, DatabaseUrl, now, settings_of, sqlite_file
from bot.config import ConfigError, Settings
from core.storage.database import Database
from core.storage.schema import SchemaTooNew, check_known, is_current, revision_of

EXAMPLE = "piltuvelis --config config.toml doctor"

EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)


INLINE_ON = "on, customers are offered in any chat after the bot's name"
INLINE_OFF = "off; to be offered customers in any chat, send /setinline to @BotFather"


class Wrong(Exception):
    """A check that failed; the text says what and what next."""


def command(context: typer.Context, config: ConfigFile = None, database: DatabaseUrl = None) -> None:
    """Check configuration, token, database, clock and zone; one line each."""
    try:
        settings = settings_of(context, config, database)
    except ConfigError as error:
        for problem in error.problems:
            typer.echo(f"✗ configuration: {problem}")
        raise typer.Exit(1) from None
    source = settings.path or "no config.toml; defaults and environment"
    typer.echo(f"✓ configuration: {source}")
    checks = {"file": _file, "token": _token, "database": _database, "clock": _clock, "zone": _zone}
    results = [_shown(name, check, settings) for name, check in checks.items()]
    if not all(results):
        raise typer.Exit(1)


def _shown(name: str, check: Callable[[Settings], str], settings: Settings) -> bool:
    try:
        typer.echo(f"✓ {name}: {check(settings)}")
    except (Wrong, Failure) as error:
        typer.echo(f"✗ {name}: {error}")
        return False
    return True


def _file(settings: Settings) -> str:
    """Nobody else may read a file with a token or a password in it."""
    if settings.path is None:
        return "none to protect"
    mode = stat.S_IMODE(settings.path.stat().st_mode)
    if mode & 0o077 and os.name == "posix":
        raise Wrong(f"others can read {settings.path} ({mode:o}); chmod 600 {settings.path}")
    return f"only its owner can read {settings.path}"


def _token(settings: Settings) -> str:
    from bot.cli.telegram import Unreachable, account_of

    if not settings.telegram.token:
        raise Wrong("there is none; get one from @BotFather and set PILTUVELIS_TOKEN")
    try:
        account = account_of(settings.telegram)
        inline = INLINE_ON if account.takes_inline else INLINE_OFF
        return f"accepted, the bot is @{account.username}\n✓ inline mode: {inline}"
    except Unreachable as error:
        raise Wrong(f"could not be checked, no answer from {error}; check the network") from None


def _database(settings: Settings) -> str:
    database = Database(settings.database_url)
    file = sqlite_file(database)
    if file is not None and not file.exists():
        raise Wrong(f"{file} is not there yet; `piltuvelis setup` or `piltuvelis run` creates it")
    try:
        _check_schema(database)
        if database.is_sqlite:
            _check_integrity(database)
    except DBAPIError as error:
        reason = (str(error.orig).strip().splitlines() or ["no reason given"])[0]
        raise Wrong(f"cannot be used: {reason}; check database.url") from None
    finally:
        database.close()
    return f"reachable, current and sound ({database.url.render_as_string(hide_password=True)})"


def _check_schema(database: Database) -> None:
    if is_current(database):
        return
    with database.reading() as session:
        try:
            check_known(revision_of(session.connection()))
        except SchemaTooNew as newer:
            raise Wrong(sentence_of(newer)) from None
    raise Wrong("has an older schema than this program; `piltuvelis run` brings it up to date")


def _check_integrity(database: Database) -> None:
    with database.reading() as session:
        found = session.execute(text("PRAGMA quick_check(1)")).scalar_one()
        dangling = session.execute(text("PRAGMA foreign_key_check")).first()
    if found != "ok":
        raise Wrong(f"is damaged ({found}); stop the bot, then piltuvelis restore a backup")
    if dangling is not None:
        raise Wrong(
            f"has a record in {dangling[0]} that refers to a missing one; "
            "stop the bot, then piltuvelis restore a backup"
        )


def _clock(settings: Settings) -> str:
    if settings.clock_url:
        return f"simulated, follows {settings.clock_url}"
    if now() < EARLIEST:
        raise Wrong(f"says {now():%Y-%m-%d}, which cannot be; set this computer's clock")
    return f"{now():%Y-%m-%d %H:%M} UTC"


def _zone(settings: Settings) -> str:
    local = now().astimezone(ZoneInfo(settings.team.zone))
    return f"{settings.team.zone}, where it is {local:%Y-%m-%d %H:%M}"
