"""A share of the long run in each test run, and the proof that it finds a bot without an inbox."""

from pathlib import Path

import pytest

from tests.crash.killing import run

pytestmark = [pytest.mark.crash, pytest.mark.alone]

SEED = 8


@pytest.mark.parametrize(("database", "kills"), [("sqlite", 25), ("postgresql", 5)])
async def test_every_message_is_in_effect_once_and_answered_however_the_bot_is_killed(
    request: pytest.FixtureRequest, tmp_path: Path, database: str, kills: int
) -> None:
    account = await run(request.getfixturevalue(f"{database}_url"), tmp_path, kills, SEED)
    assert account.is_sound(), account
    assert account.kills == kills
    assert account.messages > kills
    assert account.taps > 0


async def test_a_bot_that_confirms_before_it_stores_is_found_to_lose(sqlite_url: str, tmp_path: Path) -> None:
    account = await run(sqlite_url, tmp_path, 6, SEED, "losing")
    assert not account.is_sound()
    assert account.lost > 0


async def test_a_bot_that_does_not_know_an_update_again_is_found_to_repeat(
    sqlite_url: str, tmp_path: Path
) -> None:
    account = await run(sqlite_url, tmp_path, 3, SEED, "repeating")
    assert not account.is_sound()
    assert account.twice > 0
    assert account.lost == 0
