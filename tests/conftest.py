"""Fixtures for all tests: fresh databases of both kinds, a browser, and a small selling team."""

from pathlib import Path

import pytest
from hypothesis import settings

from core.storage.database import Database
from tests.builders import House, build_house

pytest_plugins = ["tests.browsers", "tests.databases"]

ALONE = ("crash", "flows", "playground")
"""Folders whose tests wait for processes and pages: not run beside others."""

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests of the folders `ALONE`."""
    for item in items:
        if Path(item.path).relative_to(item.config.rootpath).parts[1] in ALONE:
            item.add_marker(pytest.mark.alone)


@pytest.fixture
def house(database: Database) -> House:
    """The selling team of `tests.builders` in a fresh database."""
    return build_house(database)
