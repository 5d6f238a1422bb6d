"""Fixtures for all tests: fresh databases of both kinds, a browser, and a small selling team."""

import pytest
from hypothesis import settings

from core.storage.database import Database
from tests.builders import House, build_house

pytest_plugins = ["tests.browsers", "tests.databases"]

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def house(database: Database) -> House:
    """The selling team of `tests.builders` in a fresh database."""
    return build_house(database)
