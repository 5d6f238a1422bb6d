"""`piltuvelis invite`: a single-use link into the team."""

from collections.abc import Sequence
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.invitation import show
from bot.cli.options import ConfigFile, DatabaseUrl, now, prepared_database, settings_of
from bot.config import Settings
from core.actions.invites import invite, open_invites, revoke
from core.model import Invite
from core.terms import Role

EXAMPLE = 'piltuvelis invite --role rep --name "Rasa Petrauskė" --team Vilnius'


def command(
    context: typer.Context,
    role: Annotated[Role | None, typer.Option(help="What the person may see and do.")] = None,
    name: Annotated[
        str | None,
        typer.Option(help="Whom it is for; a salesperson known from an import gets their deals with it."),
    ] = None,
    team: Annotated[str | None, typer.Option(help="The team they join, as in [[teams]].")] = None,
    is_open: Annotated[bool, typer.Option("--open", help="List the invites that are still open.")] = False,
    revoked: Annotated[
        int | None, typer.Option("--revoke", metavar="NUMBER", help="Take the invite of that number back.")
    ] = None,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Print a link that lets one person join the team, once, within seven days."""
    if (role is not None) + is_open + (revoked is not None) != 1:
        raise typer.BadParameter("give one of --role, --open and --revoke")
    settings = settings_of(context, config, database)
    with prepared_database(settings) as opened, opened.writing() as session:
        if revoked is not None:
            typer.echo(f"Taken back: {_line(revoke(session, now(), revoked), settings)}")
        elif role is None:
            _list(open_invites(session, now()), settings)
        else:
            invitation = invite(session, now(), role, name=name, team=team)
    if role is not None:
        show(invitation, settings)


def _list(invites: Sequence[Invite], settings: Settings) -> None:
    for each in invites:
        typer.echo(_line(each, settings))
    if not invites:
        typer.echo("No invite is open.", err=True)


def _line(each: Invite, settings: Settings) -> str:
    expires = each.expires_at.astimezone(ZoneInfo(settings.team.zone))
    whom = f" for {each.name}" if each.name else ""
    return f"{each.id}: {each.role}{whom}, valid until {expires:%Y-%m-%d %H:%M}"
