"""Every mistake in the configuration is named, all at once."""

import sys
import tomllib
from pathlib import Path

import pytest

from bot.config import ConfigError, host_and_port, load_settings, settings_from
from core.terms import StageMeaning

PIPELINE = """
[[pipelines]]
name = "B2B"
stages = [
    { name = "Nauja", meaning = "lead" },
    { name = "Taip", meaning = "won" },
    { name = "Ne", meaning = "lost" },
]
"""

MISTAKES = [
    ("tema = 1", "tema", "did you mean team?"),
    ("[team]\nlangauge = 'lt'", "team.langauge", "did you mean language?"),
    ("[team]\nlanguage = 'fr'", "team.language", 'expected "lt" or "en"'),
    ("[team]\nlanguage = 1", "team.language", "expected text in quotes"),
    ("[team]\nzone = 'Europe/Vilnus'", "team.zone", 'did you mean "Europe/Vilnius"?'),
    ("[team]\nzone = '../../etc/passwd'", "team.zone", "not a time zone"),
    ("[team]\ncurrency = 'eur'", "team.currency", 'as "EUR"'),
    ("[team]\ncurrency = 'QQQ'", "team.currency", 'as "EUR"'),
    ("[team]\ncountry = 'LTU'", "team.country", 'as "LT"'),
    ("team = 'UAB'", "team", "expected a table, [team]"),
    ("[database]\nurl = 'mysql://x/y'", "database.url", 'names "mysql"'),
    ("[database]\nurl = 'my.sqlite3'", "database.url", "sqlite:///"),
    ("[telegram]\ntoken = 'not a token'", "telegram.token", "@BotFather"),
    ("[telegram]\nbase_url = 'localhost:9000'", "telegram.base_url", "expected an address"),
    ("[telegram]\nowner_id = 'Rasa'", "telegram.owner_id", "expected a whole number"),
    ("[telegram.webhook]\nlisten = '8080'", "telegram.webhook.listen", "expected host:port"),
    ("[telegram.webhook]\nurl = 'http://bot.example'", "telegram.webhook.url", "https"),
    ("[telegram.webhook]\nsecret = 'ąžuolas'", "telegram.webhook.secret", "A-Z"),
    ("[web]\nlisten = 'localhost:99999'", "web.listen", "expected host:port"),
    ("pipelines = 3", "pipelines", "[[pipelines]]"),
    ("[[pipelines]]\nname = 'A'", "pipelines[1].stages", 'none with meaning "won"'),
    (PIPELINE + PIPELINE, "pipelines", '"B2B" is there more than once'),
    (PIPELINE.replace("lead", "lad"), "pipelines[1].stages[1].meaning", 'did you mean "lead"?'),
    (PIPELINE.replace('name = "Nauja", ', ""), "pipelines[1].stages[1].name", "is missing"),
    (
        PIPELINE.replace('"lead"', '"lead", probability = 101'),
        "pipelines[1].stages[1].probability",
        "0 to 100",
    ),
    (
        PIPELINE.replace('"lead"', '"lead", probability = true'),
        "pipelines[1].stages[1].probability",
        "0 to 100",
    ),
    (PIPELINE.replace('"lead"', '"lead", category = "sure"'), "pipelines[1].stages[1].category", "best_case"),
    ("[[teams]]\nname = 'A'\nparent = 'B'", "teams", '"B" is above "A"'),
    ("[[teams]]\nname = 'A'\nparent = 'A'", "teams", "is above itself"),
]


@pytest.mark.parametrize(("document", "key", "text"), MISTAKES)
def test_a_mistake_is_named_with_its_key_and_what_is_expected(document: str, key: str, text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings_from(tomllib.loads(document), {})
    assert any(problem.key == key and text in problem.text for problem in caught.value.problems), str(
        caught.value
    )


def test_all_mistakes_are_named_at_once() -> None:
    documents = "[team]\nlanguage = 'fr'\nzone = 'x'\n[web]\nlisten = 'x'\n"
    with pytest.raises(ConfigError) as caught:
        settings_from(tomllib.loads(documents), {"PILTUVELIS_OWNER_ID": "abc"})
    keys = [problem.key for problem in caught.value.problems]
    assert keys == ["PILTUVELIS_OWNER_ID (telegram.owner_id)", "web.listen", "team.language", "team.zone"]


def test_a_token_is_never_shown() -> None:
    secret = "123456:AAverysecret"
    settings = settings_from({}, {"PILTUVELIS_TOKEN": secret})
    assert settings.telegram.token == secret
    assert "AAverysecret" not in repr(settings) + str(settings)
    with pytest.raises(ConfigError) as caught:
        settings_from({}, {"PILTUVELIS_TOKEN": f"{secret} !"})
    assert "AAverysecret" not in str(caught.value)


def test_a_password_in_the_address_of_the_database_is_never_shown() -> None:
    settings = settings_from({"database": {"url": "postgresql://u:hush@h/d"}}, {})
    assert "hush" not in repr(settings)


def test_the_environment_wins_over_the_file_and_an_empty_variable_does_not_count() -> None:
    document = {"team": {"language": "lt", "zone": "Europe/Riga"}, "web": {"listen": "localhost:1"}}
    environment = {"PILTUVELIS_TEAM_LANGUAGE": "en", "PILTUVELIS_TEAM_ZONE": "", "PILTUVELIS_WEB_LISTEN": " "}
    settings = settings_from(document, environment)
    assert (settings.team.language, settings.team.zone, settings.web.listen) == (
        "en",
        "Europe/Riga",
        "localhost:1",
    )


def test_everything_can_be_said_by_the_environment_alone() -> None:
    settings = settings_from(
        {},
        {
            "PILTUVELIS_DATABASE": "postgresql://localhost/sales",
            "PILTUVELIS_TOKEN": "1:a",
            "PILTUVELIS_TELEGRAM_BASE_URL": "http://127.0.0.1:9000/",
            "PILTUVELIS_WEBHOOK_URL": "http://127.0.0.1:9001/hook",
            "PILTUVELIS_WEBHOOK_LISTEN": "[::1]:9001",
            "PILTUVELIS_WEBHOOK_SECRET": "abc",
            "PILTUVELIS_OWNER_ID": "77",
            "PILTUVELIS_CLOCK_URL": "http://127.0.0.1:9000/clock",
        },
    )
    assert settings.database_url == "postgresql://localhost/sales"
    assert settings.telegram.base_url == "http://127.0.0.1:9000"
    assert (settings.telegram.webhook.url, settings.telegram.webhook.secret) == (
        "http://127.0.0.1:9001/hook",
        "abc",
    )
    assert host_and_port(settings.telegram.webhook.listen) == ("::1", 9001)
    assert settings.team.owner_id == 77
    assert settings.clock_url == "http://127.0.0.1:9000/clock"


def test_a_simulated_clock_is_refused_with_the_real_telegram() -> None:
    with pytest.raises(ConfigError, match="simulated clock"):
        settings_from({}, {"PILTUVELIS_CLOCK_URL": "http://127.0.0.1:9000/clock"})


def test_a_webhook_without_secret_gets_one_that_all_processes_share() -> None:
    environment = {"PILTUVELIS_TOKEN": "1:a", "PILTUVELIS_WEBHOOK_URL": "https://bot.example"}
    first, second = settings_from({}, environment), settings_from({}, environment)
    assert first.telegram.webhook.secret == second.telegram.webhook.secret != ""
    assert first.telegram.webhook.secret not in repr(first)


def test_the_suggested_pipeline_speaks_the_teams_language() -> None:
    lt, en = (settings_from({"team": {"language": language}}, {}).pipelines[0] for language in ("lt", "en"))
    assert (lt.stages[0].name, en.stages[0].name) == ("Užklausa", "Lead")
    assert [stage.meaning for stage in lt.stages] == list(StageMeaning)


def test_a_file_that_is_not_there_not_toml_or_not_text_is_a_mistake(tmp_path: Path) -> None:
    for content, text in ((None, "no such file"), (b"a = ", "not valid TOML"), (b"\xff\xfe\x00", "UTF-8")):
        path = tmp_path / "config.toml"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(ConfigError, match=text):
            load_settings(path, environment={})


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[team]\nname = 'Ąžuolas'\n", encoding="utf-8-sig")
    assert load_settings(path, environment={}).team.name == "Ąžuolas"


def test_postgresql_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ConfigError, match=r"pip install 'psycopg\[binary\]'"):
        settings_from({}, {"PILTUVELIS_DATABASE": "postgresql://a:secret@b/c"})
