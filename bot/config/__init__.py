"""Configuration: config.toml and the environment become frozen settings, and every mistake is named."""

from bot.config.load import ConfigError, load_settings, settings_from
from bot.config.sales import suggested_pipelines
from bot.config.settings import (
    TELEGRAM,
    Settings,
    TelegramSettings,
    WebhookSettings,
    WebSettings,
    host_and_port,
)
from bot.config.values import Problem
from core.actions.work import TeamSettings

__all__ = [
    "TELEGRAM",
    "ConfigError",
    "Problem",
    "Settings",
    "TeamSettings",
    "TelegramSettings",
    "WebSettings",
    "WebhookSettings",
    "host_and_port",
    "load_settings",
    "settings_from",
    "suggested_pipelines",
]
