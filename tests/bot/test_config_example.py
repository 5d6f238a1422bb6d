"""config.example.toml says what the program does."""

import tomllib
from dataclasses import replace
from pathlib import Path

from bot.config import Settings, settings_from

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def _without_words(settings: Settings) -> tuple[object, ...]:
    stages = [stage for pipeline in settings.pipelines for stage in pipeline.stages]
    habits = settings.team.habits
    playbooks = [
        habits.playbook(pipeline.name, stage.name, stage.meaning)
        for pipeline in settings.pipelines
        for stage in pipeline.stages
    ]
    return (
        replace(settings.team, habits=replace(habits, playbooks={})),
        playbooks,
        settings.telegram,
        settings.web,
        settings.teams,
        settings.database_url,
        settings.keep_days,
        settings.keep_words_months,
        stages,
    )


def test_the_example_has_no_mistakes_and_is_what_holds_without_it() -> None:
    example = settings_from(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")), {})
    assert _without_words(example) == _without_words(settings_from({}, {}))


def test_every_variable_is_named_in_the_example() -> None:
    from bot.config.load import VARIABLES

    text = EXAMPLE.read_text(encoding="utf-8")
    assert [names[0] for names in VARIABLES.values() if names[0] not in text] == []
