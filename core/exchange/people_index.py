"""The people of the directory by name and company, and which names a file had already, beside memory."""

from collections.abc import Hashable

from sqlalchemy import select

from core.exchange.aside import Aside
from core.exchange.bulk import Bulk
from core.exchange.names import person_key
from core.exchange.plain_text import cleaned
from core.model import Person


class PeopleIndex:
    """Finds people by name and company (None: of no company); of several the oldest."""

    def __init__(self, bulk: Bulk) -> None:
        self._bulk = bulk
        self._aside = Aside(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, place INTEGER, exact INTEGER)",
            "CREATE INDEX by_place ON people (place)",
        )
        self._last_id = 0
        self.refresh()

    def refresh(self) -> None:
        """Takes in people that came into the directory since."""
        query = select(Person.id, Person.company_id, Person.name).where(Person.deleted_at.is_(None))
        newer = query.where(Person.id > self._last_id).order_by(Person.id)
        found = self._bulk.connection.execute(newer.execution_options(yield_per=1_000))
        rows = (self._row(*person) for person in found)
        self._aside.put_all("INSERT OR REPLACE INTO people VALUES (?, ?, ?)", rows)

    def get(self, name: str, company_id: int | None) -> int | None:
        """The person of that name at that company, to the letter or else in another spelling."""
        query = "SELECT id FROM people WHERE place = ? ORDER BY exact <> ?, id LIMIT 1"
        found: int | None = self._aside.one(query, (_place(name, company_id), hash(name)))
        return found

    def _row(self, person_id: int, company_id: int | None, name: str) -> tuple[int, int, int]:
        self._last_id = max(self._last_id, person_id)
        return person_id, _place(name, company_id), hash(cleaned(name))


def _place(name: str, company_id: int | None) -> int:
    """A name in any spelling at a company."""
    return hash((person_key(name), company_id))


class NamesOfFile:
    """Remembers in which line of a file a name stood first."""

    def __init__(self) -> None:
        self._aside = Aside("CREATE TABLE names (key INTEGER PRIMARY KEY, line INTEGER)")

    def first_line(self, key: Hashable, line: int) -> int:
        """The line where a name stood first; `line`, where that is now."""
        if self._aside.put("INSERT OR IGNORE INTO names VALUES (?, ?)", (hash(key), line)):
            return line
        return int(self._aside.one("SELECT line FROM names WHERE key = ?", (hash(key),)))
