"""From config.toml and the environment to checked settings."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from bot.config import checks, sales
from bot.config.habits import habits
from bot.config.settings import KEEP_DAYS, Settings, TelegramSettings, WebhookSettings, WebSettings
from bot.config.values import Problem, Values
from core.actions.work import TeamSettings
from core.money import Rate

DEFAULT_FILE = Path("config.toml")

VARIABLES = {
    "database.url": ("PILTUVELIS_DATABASE",),
    "database.keep_days": ("PILTUVELIS_KEEP_DAYS",),
    "database.keep_words_months": ("PILTUVELIS_KEEP_WORDS_MONTHS",),
    "telegram.token": ("PILTUVELIS_TOKEN",),
    "telegram.base_url": ("PILTUVELIS_TELEGRAM_BASE_URL",),
    "telegram.owner_id": ("PILTUVELIS_OWNER_ID",),
    "telegram.webhook.url": ("PILTUVELIS_WEBHOOK_URL",),
    "telegram.webhook.listen": ("PILTUVELIS_WEBHOOK_LISTEN",),
    "telegram.webhook.secret": ("PILTUVELIS_WEBHOOK_SECRET",),
    "web.listen": ("PILTUVELIS_WEB_LISTEN",),
    "team.name": ("PILTUVELIS_TEAM_NAME",),
    "team.language": ("PILTUVELIS_TEAM_LANGUAGE", "PILTUVELIS_LANGUAGE"),
    "team.zone": ("PILTUVELIS_TEAM_ZONE", "PILTUVELIS_ZONE"),
    "team.currency": ("PILTUVELIS_TEAM_CURRENCY", "PILTUVELIS_CURRENCY"),
    "team.country": ("PILTUVELIS_TEAM_COUNTRY", "PILTUVELIS_COUNTRY"),
}
CLOCK_VARIABLE = "PILTUVELIS_CLOCK_URL"


class ConfigError(Exception):
    """The configuration has mistakes: all of them, in the order of the file. `path` None: no file."""

    def __init__(self, problems: list[Problem], path: Path | None = None) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems
        self.path = path


def load_settings(
    path: Path | None = None, *, environment: Mapping[str, str] | None = None, database: str | None = None
) -> Settings:
    """The settings of a file (None: config.toml where it is there, else defaults) under the environment.

    `database` wins over both. Raises ConfigError with every mistake at once.
    """
    found = path or (DEFAULT_FILE if DEFAULT_FILE.is_file() else None)
    document = _document(found) if found else {}
    try:
        settings = settings_from(document, os.environ if environment is None else environment, database)
    except ConfigError as error:
        raise ConfigError(error.problems, found) from None
    return replace(settings, path=found)


def settings_from(
    document: Mapping[str, Any], environment: Mapping[str, str], database: str | None = None
) -> Settings:
    """The settings of a parsed document. Raises ConfigError with every mistake at once."""
    if database is not None:
        environment = {**environment, "PILTUVELIS_DATABASE": database}
    values = Values(document, environment=environment, variables=VARIABLES)
    stored = values.inside("database")
    database_url = stored.take("url", checks.database, "sqlite:///piltuvelis.sqlite3")
    keep_days = stored.take("keep_days", checks.whole(2, 3650), KEEP_DAYS)
    keep_words_months = stored.take("keep_words_months", checks.whole(0, 600), 0)
    stored.refuse_unknown()
    telegram, owner_id = _telegram(values.inside("telegram"))
    web = values.inside("web")
    listen = web.take("listen", checks.listen, "")
    web.refuse_unknown()
    team = _team(values.inside("team"), owner_id or None, sales.rates(values))
    pipelines = sales.pipelines(values, team.language)
    teams = sales.teams(values)
    team = replace(team, habits=habits(values))
    values.refuse_unknown()
    clock_url = _clock(values, telegram)
    if values.problems:
        raise ConfigError(values.problems)
    return Settings(
        team=team,
        pipelines=pipelines,
        database_url=database_url,
        telegram=telegram,
        web=WebSettings(listen),
        teams=teams,
        clock_url=clock_url,
        keep_days=keep_days,
        keep_words_months=keep_words_months,
    )


def _telegram(values: Values) -> tuple[TelegramSettings, int]:
    plain = TelegramSettings()
    token = values.take("token", checks.token, "")
    base_url = values.take("base_url", checks.address, plain.base_url) or plain.base_url
    owner_id = values.take("owner_id", checks.whole(1, 2**52), 0)
    hook = values.inside("webhook")
    webhook = WebhookSettings(
        hook.take("url", checks.address, ""),
        hook.take("listen", checks.listen, plain.webhook.listen) or plain.webhook.listen,
        hook.take("secret", checks.secret, "") or _own_secret(token),
    )
    hook.refuse_unknown()
    values.refuse_unknown()
    if webhook.url.startswith("http:") and base_url == plain.base_url:
        hook.problem("url", "is http; Telegram calls https addresses only")
    return TelegramSettings(token, base_url, webhook), owner_id


def _own_secret(token: str) -> str:
    """A secret that nobody without the token can know, the same in all processes behind one webhook."""
    return sha256(f"webhook of {token}".encode()).hexdigest() if token else ""


def _team(values: Values, owner_id: int | None, rates: tuple[Rate, ...]) -> TeamSettings:
    plain = TeamSettings()
    team = TeamSettings(
        name=values.take("name", checks.text, plain.name),
        language=values.take("language", checks.language, plain.language),
        zone=values.take("zone", checks.zone, plain.zone),
        currency=values.take("currency", checks.currency, plain.currency),
        country=values.take("country", checks.country, plain.country),
        owner_id=owner_id,
        rates=rates,
        commission_percent=values.take("commission_percent", checks.percent, plain.commission_percent),
    )
    values.refuse_unknown()
    return team


def _clock(values: Values, telegram: TelegramSettings) -> str:
    try:
        url = checks.address(values.environment.get(CLOCK_VARIABLE, ""))
    except ValueError as error:
        values.problems.append(Problem(CLOCK_VARIABLE, str(error)))
        return ""
    if url and telegram.is_real:
        text = "is set, but a simulated clock is refused with the real Telegram; unset it"
        values.problems.append(Problem(CLOCK_VARIABLE, text))
    return url


def _document(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        problem = "there is no such file; `piltuvelis setup` writes one"
    except (OSError, UnicodeDecodeError) as error:
        problem = f"cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8 text'}"
    except tomllib.TOMLDecodeError as error:
        problem = f"is not valid TOML: {error}"
    raise ConfigError([Problem(str(path), problem)], path)
