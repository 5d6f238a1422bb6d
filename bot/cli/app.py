"""The `piltuvelis` command: finds sub-commands, and turns expected faults into sentences."""

from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from bot.cli.options import ConfigFile, DatabaseUrl

COMMANDS = {
    "demo": "demo",
    "run": "run",
    "setup": "setup",
    "invite": "invite",
    "parse": "parse",
    "import": "import_file",
    "export": "export_file",
    "person": "person",
    "backup": "backup",
    "restore": "restore",
    "report": "report",
    "digest": "digest",
    "backtest": "backtest",
    "doctor": "doctor",
}
"""Sub-command → module of bot.cli whose function `command` it is; loaded only when it is called."""

EXIT_FAILED = 1


class Commands(TyperGroup):
    """The sub-commands, each loaded when it is needed, so that a quick one starts quickly."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"bot.cli.{COMMANDS[cmd_name]}")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name=cmd_name, epilog=f"Example: {module.EXAMPLE}", no_args_is_help=False)(
            module.command
        )
        command = typer.main.get_command(single)
        return command if isinstance(command, TyperCommand) else None

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            sentence = _sentence(error)
            if sentence is None:
                raise
            typer.echo(sentence, err=True)
            raise typer.Exit(EXIT_FAILED) from None


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # they would print local values, a token among them
)


@app.callback(epilog="Example: piltuvelis --config team.toml doctor")
def options(config: ConfigFile = None, database: DatabaseUrl = None) -> None:
    """Piltuvėlis: the CRM in a Telegram chat."""


def _sentence(error: Exception) -> str | None:
    """What to say for a fault that can be expected; None for one that cannot."""
    from bot.cli.failure import Failure, sentence_of

    if isinstance(error, Failure):
        return str(error)
    with suppress(ImportError):
        from sqlalchemy.exc import DBAPIError

        from bot.config import ConfigError
        from core.errors import SalesError

        if isinstance(error, SalesError):
            return sentence_of(error)
        if isinstance(error, ConfigError):
            return _mistakes(error)
        if isinstance(error, DBAPIError):
            return f"The database refused: {_first_line(error.orig)}. `piltuvelis doctor` says more."
    return None


def _mistakes(error: Any) -> str:
    where = error.path or Path("the environment")
    if len(error.problems) == 1:
        return f"The configuration has a mistake. {error.problems[0]}"
    lines = "\n".join(f"  {problem}" for problem in error.problems)
    count = len(error.problems)
    return f"The configuration ({where}) has {count} mistakes; correct them and try again:\n{lines}"


def _first_line(error: object) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0].rstrip(".")
