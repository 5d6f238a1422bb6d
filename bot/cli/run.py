"""`piltuvelis run`: the bot against Telegram."""

import gc
import logging
from typing import TYPE_CHECKING

import typer

from bot.cli.failure import Failure
from bot.cli.options import ConfigFile, DatabaseUrl, settings_of
from bot.logs import quieten

if TYPE_CHECKING:
    from bot.config import Settings

EXAMPLE = "PILTUVELIS_TOKEN=123456789:AAExample piltuvelis run"


def command(context: typer.Context, config: ConfigFile = None, database: DatabaseUrl = None) -> None:
    """Run the bot until it is stopped; the database is brought to the current schema first."""
    gc.disable()  # loading makes little garbage, and looking for it would take a quarter of the start
    try:
        _run(settings_of(context, config, database))
    finally:
        gc.enable()


def _run(settings: "Settings") -> None:
    if not settings.telegram.token:
        raise Failure(
            "There is no bot token: get one from @BotFather, then set PILTUVELIS_TOKEN "
            "or telegram.token in config.toml."
        )
    log_to_stderr()
    from bot.application import Application, TokenRefused
    from bot.cli.only_bot import only_bot_on
    from bot.clock import ClockRefused

    try:
        with only_bot_on(settings.database_url):
            Application(settings).run()
    except TokenRefused as error:
        raise Failure("Telegram does not accept the token: ask @BotFather for the right one.") from error
    except ClockRefused as error:
        raise Failure(
            "PILTUVELIS_CLOCK_URL is for the stand-in only; unset it to talk to the real Telegram."
        ) from error
    except OSError as error:
        raise Failure(
            f"An address cannot be used ({error.strerror or error}): "
            "check web.listen and telegram.webhook.listen."
        ) from error


def log_to_stderr() -> None:
    """Events with ids, no contents; libraries that would log addresses with the token in them stay quiet."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    quieten()
