"""`piltuvelis digest`: the weekly digest as it would be sent, with its pictures and figures as files."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.failure import Failure
from bot.cli.options import ConfigFile, DatabaseUrl, now, prepared_database, settings_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from core.actions.digest.facts import DigestFacts
    from core.actions.reports.shape import Report
    from core.actions.work import TeamSettings
    from core.insights.period import Span
    from core.model import Member

EXAMPLE = "piltuvelis digest --for Rasa --week 2026-W47 --out digest"


def command(
    context: typer.Context,
    reader: Annotated[
        str | None,
        typer.Option("--for", metavar="USER", help="A manager's name or Telegram id; else of everything."),
    ] = None,
    week: Annotated[
        str | None, typer.Option("--week", metavar="2026-W47", help="Of that week; else of the last one.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Into this folder, with pictures and XLSX; else the text."),
    ] = None,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Show the weekly digest: what changed, the forecasts, and what is worth doing."""
    from bot.cards import render
    from core.actions.digest.contents import contents
    from core.actions.digest.facts import Glance
    from core.notices.report_view import Length

    settings = settings_of(context, config, database)
    moment = now()
    span = _week(week, settings.team, moment)
    with prepared_database(settings) as opened, opened.reading() as session:
        member = _reader(session, reader)
        glance = Glance(session, settings.team, moment, span, Length.WEEK)
        facts = glance.seen_by(member)
        language = member.language or settings.team.language
        text = render(contents(facts), language).text
        if out is None:
            typer.echo(text)
            return
        _write(out, text, facts, language)
    typer.echo(str(out), err=True)


def _week(text: str | None, team: "TeamSettings", moment: datetime) -> "Span":
    """The week that is named. Raises BadParameter where it is none, or has not begun."""
    from core.actions.digest.keeping import finished, today_of
    from core.insights import period
    from core.notices.report_view import Length

    today = today_of(team, moment)
    if text is None:
        return finished(Length.WEEK, today)
    try:
        span = period.parse(text)
    except (ValueError, OverflowError):
        span = None
    if span is None or span != period.week_of(span.start):
        raise typer.BadParameter(f'"{text}"; expected a week as 2026-W47', param_hint="--week")
    if span.start > today:
        raise typer.BadParameter(f'"{text}" has not begun yet', param_hint="--week")
    return span


def _reader(session: "Session", text: str | None) -> "Member":
    """The member whose digest it is; the owner of the database where nobody is named."""
    from sqlalchemy import select

    from core.actions.reports.asking import owner
    from core.model import Member

    if text is None:
        return owner()
    members = [each for each in session.scalars(select(Member)) if each.manages]
    found = [each for each in members if text.isdecimal() and each.telegram_id == int(text)]
    found = found or [each for each in members if each.name.casefold() == text.casefold()]
    if len(found) == 1:
        return found[0]
    names = ", ".join(sorted(each.name for each in members)) or "nobody"
    what = "Several managers are called" if found else "There is no manager"
    raise Failure(f"{what} {text}; --for takes one of {names}, or a Telegram id.")


def _reports(facts: "DigestFacts") -> "Iterator[Report]":
    """The reports whose figures a digest is made of, as its reader may see them."""
    from core.actions.reports.asking import REPORTS

    for name in ("leads", "funnel", "forecast", "closing", "effort", "customers"):
        of_the_week = name in ("effort", "customers")
        yield REPORTS[name](facts.week if of_the_week else facts.now)


def _write(folder: Path, text: str, facts: "DigestFacts", language: str) -> None:
    """The text, a picture of each report that has one, and the workbook of all."""
    from bot.cli.report_files import write_picture, write_xlsx
    from core.actions.pictures.asking import PICTURES
    from core.exchange.export import ExportRefused, draft

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with draft((folder / "digest.html").resolve()) as part:
            part.write_text(text + "\n", encoding="utf-8")
        for name, picture in PICTURES.items():
            write_picture(picture(facts.now), folder / f"{name}.png", language, dark=False)
        write_xlsx(list(_reports(facts)), folder / "digest.xlsx", language)
    except (OSError, ExportRefused) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Failure(f"{folder} could not be written: {reason}; name another folder.") from None
