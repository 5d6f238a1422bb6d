"""The people of the directory by name and company, and which names a file had already, beside memory."""

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
            "CREATE TABLE people (id INTEGER PRIMARY KEY, company_id INTEGER, exact TEXT, key TEXT)",
            "CREATE INDEX by_exact ON people (exact, company_id)",
            "CREATE INDEX by_key ON people (key, company_id)",
        )
        self._last_id = 0
        self.refresh()

    def refresh(self) -> None:
        """Takes in people that came into the directory since."""
        query = select(Person.id, Person.company_id, Person.name).where(Person.deleted_at.is_(None))
        newer = query.where(Person.id > self._last_id).order_by(Person.id)
        for row in self._bulk.connection.execute(newer.execution_options(yield_per=1_000)):
            self._put(*row)

    def get(self, name: str, company_id: int | None) -> int | None:
        """The person of that name at that company, to the letter or else in another spelling."""
        return self._first("exact", name, company_id) or self._first("key", person_key(name), company_id)

    def _put(self, person_id: int, company_id: int | None, name: str) -> None:
        values = (person_id, company_id, cleaned(name), person_key(name))
        self._aside.put("INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?)", values)
        self._last_id = max(self._last_id, person_id)

    def _first(self, column: str, name: str, company_id: int | None) -> int | None:
        query = f"SELECT id FROM people WHERE {column} = ? AND company_id IS ? ORDER BY id LIMIT 1"  # noqa: S608
        found: int | None = self._aside.one(query, (name, company_id))
        return found


class NamesOfFile:
    """Remembers in which line of a file a name stood first."""

    def __init__(self) -> None:
        self._aside = Aside("CREATE TABLE names (key TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID")

    def first_line(self, key: object, line: int) -> int:
        """The line where a name stood first; `line`, where that is now."""
        if self._aside.put("INSERT OR IGNORE INTO names VALUES (?, ?)", (repr(key), line)):
            return line
        return int(self._aside.one("SELECT line FROM names WHERE key = ?", (repr(key),)))
