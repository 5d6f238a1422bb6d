"""`piltuvelis demo`: the bot, a stand-in for Telegram and a sample team, all on this computer."""

import asyncio
import os
import signal
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.failure import Failure
from bot.cli.options import ConfigFile, DatabaseUrl, config_file, database_url

if TYPE_CHECKING:
    from bot.demo.run import Demo

EXAMPLE = "piltuvelis demo --lang en --data /tmp/demo"

LANGUAGES = ("lt", "en")


def command(
    context: typer.Context,
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Port of the page and of the stand-in for Telegram.")
    ] = 8088,
    data: Annotated[Path, typer.Option(metavar="DIR", help="Everything is kept there and goes on.")] = Path(
        "demo-data"
    ),
    lang: Annotated[str, typer.Option(help="Language of the sample team: lt or en.")] = "lt",
    empty: Annotated[bool, typer.Option("--empty", help="Only an owner, no sample team.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the page.")] = False,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Try the whole bot in the browser: no Telegram account, no token, nothing leaves this computer."""
    from bot.cli.only_bot import only_bot_on
    from bot.cli.run import log_to_stderr
    from bot.demo.run import Demo, StandInFailed, settings

    if lang not in LANGUAGES:
        raise typer.BadParameter("lt or en", param_hint="--lang")
    if config_file(context, config) is not None:
        raise typer.BadParameter("the demo brings its own settings", param_hint="--config")
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(
            f"The folder {data} cannot be used ({error.strerror}); choose another with --data."
        ) from error
    log_to_stderr()
    demo = Demo(port, data.resolve(), lang, empty, database_url(context, database))
    try:
        with only_bot_on(settings(demo).database_url):
            asyncio.run(_run(demo, opens=not no_browser))
    except StandInFailed as error:
        raise Failure(f"The stand-in for Telegram did not start on port {port}: {error}.") from error


async def _run(demo: "Demo", *, opens: bool) -> None:
    from bot.application import Application
    from bot.demo.run import prepare, settings, stand_in

    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with stand_in(demo):
        await prepare(demo)
        application = Application(settings(demo))
        await application.start()
        try:
            typer.echo(f"Open {demo.url}/")
            if opens and _has_screen():
                webbrowser.open(f"{demo.url}/")
            await stop.wait()
        finally:
            await application.stop()


def _has_screen() -> bool:
    """Whether a browser would open a window, and not take over the terminal."""
    return sys.platform in ("darwin", "win32") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
