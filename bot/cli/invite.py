"""`piltuvelis invite`: a single-use link into the team."""

from typing import Annotated

import typer

from bot.cli.invitation import show
from bot.cli.options import ConfigFile, DatabaseUrl, now, prepared_database, settings_of
from core.actions.invites import invite
from core.terms import Role

EXAMPLE = 'piltuvelis invite --role rep --name "Rasa Petrauskė" --team Vilnius'


def command(
    context: typer.Context,
    role: Annotated[Role, typer.Option(help="What the person may see and do.")],
    name: Annotated[
        str | None,
        typer.Option(help="Whom it is for; a salesperson known from an import gets their deals with it."),
    ] = None,
    team: Annotated[str | None, typer.Option(help="The team they join, as in [[teams]].")] = None,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Print a link that lets one person join the team, once, within seven days."""
    settings = settings_of(context, config, database)
    with prepared_database(settings) as opened, opened.writing() as session:
        invitation = invite(session, now(), role, name=name, team=team)
    show(invitation, settings)
