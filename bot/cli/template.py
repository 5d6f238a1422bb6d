"""The config.toml that `setup` writes."""

import json
import re
from dataclasses import dataclass

from babel.core import get_global

from bot.config import TeamSettings, suggested_pipelines
from core.storage.pipelines import PipelinePlan, StagePlan

NOWHERE = "ZZ"
"""CLDR's code for a territory that is unknown."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person said; None: nothing, so the default holds."""

    company: str | None = None
    language: str | None = None
    zone: str | None = None
    currency: str | None = None
    token: str | None = None
    database: str | None = None

    def any(self) -> bool:
        return any((self.company, self.language, self.zone, self.currency, self.token, self.database))


def config_text(answers: Answers) -> str:
    """The file's text: the answers, and the suggested pipeline spelled out so that the team can change it."""
    plain = TeamSettings()
    language, zone = answers.language or plain.language, answers.zone or plain.zone
    lines = [
        "# Written by `piltuvelis setup`; config.example.toml explains every key.",
        "",
        "[team]",
        _line("name", answers.company or ""),
        _line("language", language),
        _line("zone", zone),
        _line("currency", answers.currency or plain.currency),
        _line("country", country_of(zone)),
    ]
    if answers.database:
        lines += ["", "[database]", _line("url", answers.database)]
    if answers.token:
        lines += ["", "[telegram]", _line("token", answers.token)]
    for pipeline in suggested_pipelines(language):
        lines += _pipeline(pipeline)
    return "\n".join(lines) + "\n"


def country_of(zone: str) -> str:
    """The country whose holidays go with a time zone, by CLDR; Lithuania's for a zone of no country."""
    found = str(get_global("zone_territories").get(zone, NOWHERE))
    return found if re.fullmatch("[A-Z]{2}", found) and found != NOWHERE else TeamSettings().country


def _pipeline(plan: PipelinePlan) -> list[str]:
    lines = ["", "[[pipelines]]", _line("name", plan.name)]
    for stage in plan.stages:
        lines += ["", "[[pipelines.stages]]", *_stage(stage)]
    return lines


def _stage(stage: StagePlan) -> list[str]:
    lines = [
        _line("name", stage.name),
        _line("meaning", stage.meaning),
        f"probability = {stage.probability}",
        _line("category", stage.category),
    ]
    return lines if stage.expected_days is None else [*lines, f"expected_days = {stage.expected_days}"]


def _line(key: str, value: str) -> str:
    """`key = "value"`: a JSON string is a TOML string too, once DEL is escaped."""
    return f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
