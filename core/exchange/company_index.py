"""The companies of the directory by id and by name, beside memory: there may be a million of them."""

from core.exchange.aside import Aside
from core.exchange.names import company_key, squashed
from core.exchange.plain_text import cleaned


class CompanyIndex:
    """Finds companies by what files call them; of several the oldest."""

    def __init__(self) -> None:
        self._aside = Aside(
            "CREATE TABLE companies (id INTEGER PRIMARY KEY, name TEXT, external_id TEXT, "
            "exact TEXT, bare TEXT, legal TEXT, squashed TEXT)",
            "CREATE INDEX by_external_id ON companies (external_id)",
            "CREATE INDEX by_exact ON companies (exact)",
            "CREATE INDEX by_bare ON companies (bare)",
            "CREATE INDEX by_squashed ON companies (squashed)",
        )
        self.last_id = 0

    def put(self, company_id: int, name: str, external_id: str | None) -> None:
        """Adds a company, or what is new about it."""
        key = company_key(name)
        self._aside.put(
            "INSERT OR REPLACE INTO companies VALUES (?, ?, ?, ?, ?, ?, ?)",
            (company_id, name, external_id, cleaned(name), key.bare, key.legal, squashed(key.bare)),
        )
        self.last_id = max(self.last_id, company_id)

    def with_id(self, external_id: str) -> int | None:
        """The company with this external id."""
        return self._first("external_id = ?", external_id)

    def written(self, name: str) -> int | None:
        """The company that is called so to the letter."""
        return self._first("exact = ?", name)

    def named(self, name: str) -> int | None:
        """The company that has this name in whatever spelling, legal form included."""
        return self._first("bare = ? AND legal = ?", *company_key(name))

    def alike(self, name: str) -> int | None:
        """A company whose name has the same letters."""
        return self._first("squashed = ?", squashed(company_key(name).bare))

    def of_any_form(self, name: str) -> list[int]:
        """The companies of that name, whatever their legal form; at most two of them."""
        query = "SELECT id FROM companies WHERE bare = ? ORDER BY id LIMIT 2"
        return self._aside.column(query, (company_key(name).bare,))

    def name(self, company_id: int) -> str:
        """What a company is called."""
        return str(self._aside.one("SELECT name FROM companies WHERE id = ?", (company_id,)))

    def _first(self, condition: str, *values: str) -> int | None:
        query = f"SELECT id FROM companies WHERE {condition} ORDER BY id LIMIT 1"  # noqa: S608 - ours
        found: int | None = self._aside.one(query, values)
        return found
