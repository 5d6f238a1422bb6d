"""Showing an invitation: to stdout what is handed on, to stderr how."""

from zoneinfo import ZoneInfo

import typer

from bot.cli.failure import Failure
from bot.config import Settings
from core.actions.invites import Invitation


def show(invitation: Invitation, settings: Settings) -> None:
    """Prints the link (where the bot's name can be found out) and the words to send to the bot instead."""
    expires = invitation.expires_at.astimezone(ZoneInfo(settings.team.zone))
    typer.echo(f"Invite for one {invitation.role}, valid once and until {expires:%Y-%m-%d %H:%M}.", err=True)
    username = _username(settings)
    if username is not None:
        from bot.cli.telegram import link_of

        typer.echo(f"Link: {link_of(username, invitation.payload)}")
    typer.echo(f"Message to the bot: /start {invitation.payload}")


def _username(settings: Settings) -> str | None:
    if not settings.telegram.token:
        typer.echo(
            "There is no bot token yet, so no link: set PILTUVELIS_TOKEN, start the bot, "
            "then open a chat with it and send the message below.",
            err=True,
        )
        return None
    from bot.cli.telegram import Unreachable, username_of

    try:
        return username_of(settings.telegram)
    except (Failure, Unreachable) as error:
        typer.echo(f"No link, since the bot's name could not be asked for. {error}", err=True)
        return None
