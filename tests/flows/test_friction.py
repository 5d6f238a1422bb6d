"""The daily tasks stay as short as they are meant to be; each is played over the whole bot."""

from pathlib import Path

from tests.bench.friction import MOST_IN_ALL, MOST_OF_ONE, measure

TASKS = 12


async def test_twelve_daily_tasks_take_few_messages_and_taps(tmp_path: Path) -> None:
    costs = await measure(tmp_path)
    assert len({cost.task for cost in costs}) == TASKS
    assert [cost for cost in costs if cost.interactions > MOST_OF_ONE] == []
    assert sum(cost.interactions for cost in costs) <= MOST_IN_ALL
