"""The companies of the directory by id and by name, beside memory: there may be a million of them."""

from collections.abc import Iterable

from core.exchange.aside import Aside
from core.exchange.names import company_key, squashed
from core.exchange.plain_text import cleaned

PUT = "INSERT OR REPLACE INTO companies VALUES (?, ?, ?, ?, ?, ?, ?)"


class CompanyIndex:
    """Finds companies by what files call them; of several the oldest.

    Names that are equal in any sense have the same letters; so an index of those finds all that may be meant.
    """

    def __init__(self) -> None:
        self._aside = Aside(
            "CREATE TABLE companies (id INTEGER PRIMARY KEY, name TEXT, external_id INTEGER, "
            "letters INTEGER, exact INTEGER, bare INTEGER, whole INTEGER)",
            "CREATE INDEX by_external_id ON companies (external_id)",
            "CREATE INDEX by_letters ON companies (letters)",
        )
        self.last_id = 0

    def put_all(self, companies: Iterable[tuple[int, str, str | None]]) -> None:
        """Adds companies by id, name and external id, or what is new about them."""
        self._aside.put_all(PUT, (self._row(*company) for company in companies))

    def put(self, company_id: int, name: str, external_id: str | None) -> None:
        """Adds one company."""
        self._aside.put(PUT, self._row(company_id, name, external_id))

    def with_id(self, external_id: str) -> int | None:
        """The company with this external id."""
        query = "SELECT id FROM companies WHERE external_id = ? ORDER BY id LIMIT 1"
        found: int | None = self._aside.one(query, (hash(external_id),))
        return found

    def written(self, name: str) -> int | None:
        """The company that is called so to the letter."""
        return next(iter(self._where("exact", hash(name), name)), None)

    def named(self, name: str) -> int | None:
        """The company that has this name in whatever spelling, legal form included."""
        return next(iter(self._where("whole", hash(company_key(name)), name)), None)

    def alike(self, name: str) -> int | None:
        """A company whose name has the same letters."""
        query = "SELECT id FROM companies WHERE letters = ? ORDER BY id LIMIT 1"
        found: int | None = self._aside.one(query, (_letters(name),))
        return found

    def of_any_form(self, name: str) -> list[int]:
        """The companies of that name, whatever their legal form; at most two of them."""
        return self._where("bare", hash(company_key(name).bare), name)

    def name(self, company_id: int) -> str:
        """What a company is called."""
        return str(self._aside.one("SELECT name FROM companies WHERE id = ?", (company_id,)))

    def _where(self, column: str, value: int, name: str) -> list[int]:
        query = f"SELECT id FROM companies WHERE letters = ? AND {column} = ? ORDER BY id LIMIT 2"  # noqa: S608 - ours
        return self._aside.column(query, (_letters(name), value))

    def _row(self, company_id: int, name: str, external_id: str | None) -> tuple[int | str | None, ...]:
        self.last_id = max(self.last_id, company_id)
        key = company_key(name)
        outside = hash(external_id) if external_id is not None else None
        exact = hash(cleaned(name))
        return company_id, name, outside, _letters(name), exact, hash(key.bare), hash(key)


def _letters(name: str) -> int:
    return hash(squashed(company_key(name).bare))
