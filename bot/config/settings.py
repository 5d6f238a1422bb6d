"""The settings of one installation, as frozen values."""

from dataclasses import dataclass, field
from pathlib import Path

from core.actions.work import TeamSettings
from core.storage.pipelines import PipelinePlan, TeamPlan

TELEGRAM = "https://api.telegram.org"
KEEP_DAYS = 30


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Where Telegram calls us. `url` empty: we poll instead.

    `listen` is the host:port where the requests arrive; `secret` comes with each of them.
    """

    url: str = ""
    listen: str = "127.0.0.1:8080"
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """The bot's account. `token` empty: not given yet. Requests go to `{base_url}/bot{token}/{method}`."""

    token: str = field(default="", repr=False)
    base_url: str = TELEGRAM
    webhook: WebhookSettings = field(default_factory=WebhookSettings)

    @property
    def is_real(self) -> bool:
        return self.base_url == TELEGRAM


@dataclass(frozen=True, slots=True)
class WebSettings:
    """Health and metrics: `listen` is their host:port, empty: off."""

    listen: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be configured. The address of the database may hold a password, so no repr shows it.

    `clock_url`: a simulated clock to follow.
    `keep_days`: for so many days what was handled stays in the mailboxes.
    `keep_words_months`: for so many months the words of what was logged stay, 0: for ever.
    `path`: the file that this was read from, None: defaults and environment only.
    """

    team: TeamSettings
    pipelines: tuple[PipelinePlan, ...]
    database_url: str = field(default="sqlite:///piltuvelis.sqlite3", repr=False)
    telegram: TelegramSettings = field(default_factory=TelegramSettings)
    web: WebSettings = field(default_factory=WebSettings)
    teams: tuple[TeamPlan, ...] = ()
    clock_url: str = ""
    keep_days: int = KEEP_DAYS
    keep_words_months: int = 0
    path: Path | None = None


def host_and_port(listen: str) -> tuple[str, int]:
    """The two parts of a checked "host:port"; an IPv6 host without its brackets."""
    host, _, port = listen.rpartition(":")
    return host.strip("[]"), int(port)
