"""A share of the simulated year in each test run, and the proof that it finds bots with a fault."""

from datetime import date
from pathlib import Path

import pytest

from tests.year.account import Account
from tests.year.running import NotQuiet, Plan, Year

pytestmark = pytest.mark.alone

CHANGE = date(2028, 3, 26)
"""A Sunday on which the clocks change; on Monday the digest is due."""


async def lived(url: str, folder: Path, bots: int = 1, **more: object) -> Account:
    plan = {"days": 2, "sellers": 4, "managers": 1, "kills": 0.25, "outages": 0.25, "patience_s": 60.0} | more
    return await Year(Plan(CHANGE, bots=bots, **plan), url, folder).run()  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "bots", "sellers"), [("sqlite", 1, 4), ("postgresql", 2, 2)])
async def test_everything_due_is_queued_once_and_delivered_in_spite_of_kills_and_outages(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str, bots: int, sellers: int
) -> None:
    account = await lived(request.getfixturevalue(f"{kind}_url"), tmp_path, bots, sellers=sellers)
    assert not account.broken(), "\n".join([str(account.broken()), *account.wrong, str(account)])
    assert account.once == account.due
    assert {"agenda", "digest", "reminder"} <= set(account.by_kind)
    assert account.kills
    assert account.outages


async def test_a_bot_that_does_not_mark_what_it_sent_is_found_out(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(NotQuiet):
        await lived(sqlite_url, tmp_path, kind="unmarking", patience_s=2.0)


async def test_a_bot_that_tells_twice_is_found_out(sqlite_url: str, tmp_path: Path) -> None:
    account = await lived(sqlite_url, tmp_path, kind="telling-twice", sellers=1, kills=0, outages=0)
    assert account.broken().keys() & {"twice", "unexpected"}, account
