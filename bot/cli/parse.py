"""`piltuvelis parse`: what the bot would understand, for a person or, a JSON object a line, for a program."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.cli.failure import Failure
from bot.cli.options import ConfigFile, DatabaseUrl, now, settings_of, sqlite_file
from bot.config import Settings, checks
from core.exchange.outside_names import Outside, outside_names
from core.reading import Directory, read, wire
from core.storage.database import Database

EXAMPLE = 'piltuvelis parse --lang lt "Skambinau Jonui iš Statybos 15 min, perskambinti penktadienį 10:00"'


class BadLine(Exception):
    """A line that asks for nothing that can be answered; the text says what was expected."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where a line does not say. `moment` is naive local time."""

    directory: Directory
    zone: ZoneInfo
    moment: datetime
    language: str | None
    explain: bool


def command(
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT", help="The message; with --jsonl a file, - or nothing: standard input."
        ),
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line in, one out.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="With --jsonl: which part of the text gave which field.")
    ] = False,
    moment: Annotated[
        str | None, typer.Option("--now", metavar="ISO", help="Local time of the message; now if not given.")
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="lt|en", help="Language, as a hint.")] = None,
    zone: Annotated[str | None, typer.Option("--zone", metavar="ZONE", help="Instead of the team's.")] = None,
    config: ConfigFile = None,
    database: DatabaseUrl = None,
) -> None:
    """Show what the bot would understand of a message. Nothing is written."""
    settings = settings_of(context, config, database)
    place = ZoneInfo(_checked("--zone", checks.zone, zone) or settings.team.zone)
    language = _checked("--lang", checks.language, lang)
    local = _local(moment, place) if moment is not None else now().astimezone(place).replace(tzinfo=None)
    if not jsonl and not text:
        raise typer.BadParameter("give the message, or --jsonl", param_hint="TEXT")
    known = _names(settings)
    if jsonl:
        with _lines(text or []) as lines:
            _answer_all(lines, Defaults(known.directory, place, local, language, explain))
    else:
        from bot.cli.parse_table import show

        message = " ".join(text or [])
        show(message, read(message, local, known.directory, language=language), known, settings.team.currency)


def _checked(option: str, check: Callable[[object], str], value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return check(value)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None


def _local(text: str, zone: ZoneInfo) -> datetime:
    """A local time; one that names its own offset is brought to `zone`."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f'"{text}" is not a time; expected as 2026-11-24T10:15', param_hint="--now"
        ) from None
    return found if found.tzinfo is None else found.astimezone(zone).replace(tzinfo=None)


def _names(settings: Settings) -> Outside:
    """The imported names; none where there is no database yet."""
    database = Database(settings.database_url)
    file = sqlite_file(database)
    if database.is_sqlite and (file is None or not file.exists()):
        return Outside()
    try:
        with database.reading() as session:
            return outside_names(session)
    finally:
        database.close()


@contextmanager
def _lines(given: list[str]) -> Iterator[Iterable[bytes]]:
    if len(given) > 1:
        raise typer.BadParameter("expected one file", param_hint="--jsonl")
    if not given or given[0] == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(given[0]).open("rb")  # noqa: SIM115 - closed below, where the failure to open is told apart
    except OSError as error:
        raise Failure(f"{given[0]} cannot be read: {error.strerror}.") from None
    with file:
        yield file


def _answer_all(lines: Iterable[bytes], defaults: Defaults) -> None:
    bad = 0
    for line in lines:
        if not line.strip():
            continue
        answer = _answer(line, defaults)
        bad += "error" in answer
        text = json.dumps(answer, ensure_ascii=False) + "\n"
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))  # half an emoji stays valid JSON
        sys.stdout.buffer.flush()  # who asks line by line waits for it
    if bad:
        raise Failure(f'{bad} of the lines could not be answered; their answers say why under "error".')


def _answer(line: bytes, defaults: Defaults) -> dict[str, Any]:
    """The answer to one line; what is wrong with it does not touch the others."""
    question: Any = None
    try:
        question = json.loads(line)
        return {"id": question.get("id") if isinstance(question, dict) else None} | _got(question, defaults)
    except (BadLine, ValueError, RecursionError) as error:
        name = question.get("id") if isinstance(question, dict) else None
        what = str(error) if isinstance(error, BadLine) else "is not a JSON object in UTF-8"
        return {"id": name, "error": what}


def _got(question: Any, defaults: Defaults) -> dict[str, Any]:
    if not isinstance(question, Mapping):
        raise BadLine('is not a JSON object; expected {"id", "text", "now", "lang"}')
    text = question.get("text")
    if not isinstance(text, str):
        raise BadLine('"text" is missing; expected a string')
    language = question.get("lang", defaults.language)
    if language not in (None, *checks.LANGUAGES):
        raise BadLine('"lang" is not known; expected "lt", "en" or nothing')
    reading = read(text, _moment(question, defaults), defaults.directory, language=language)
    answer: dict[str, Any] = {"got": wire.got(reading)}
    if defaults.explain:
        answer["spans"] = wire.spans_of(reading.reports[0]) if reading.reports else {}
    return answer


def _moment(question: Mapping[str, Any], defaults: Defaults) -> datetime:
    given = question.get("now")
    if given is None:
        return defaults.moment
    try:
        found = datetime.fromisoformat(given)
    except (TypeError, ValueError):
        raise BadLine('"now" is not a local ISO time; expected as "2026-11-24T10:15"') from None
    return found if found.tzinfo is None else found.astimezone(defaults.zone).replace(tzinfo=None)
