"""Questions that wait for a bot's answer for a short while: presses of buttons, inline queries."""

import time
from dataclasses import dataclass, field

from .errors import PersonError, bad_request
from .faults import Faults
from .jsontypes import Json
from .store import Store

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_FIRST_ID = 4_300_000_000_000_001


@dataclass
class Query:
    """One question: who asked which bot, where, and what came back. Ages by real time."""

    id: str
    kind: str
    bot_id: int
    person_id: int
    about: Json
    asked_at: float = field(default_factory=time.monotonic)
    answer: Json | None = None


class Queries:
    """All questions of this run; the ids only grow, across restarts too."""

    def __init__(self, store: Store, faults: Faults) -> None:
        self._store = store
        self._faults = faults
        self._next = int(dict(store.load("queries")).get("next", _FIRST_ID))
        self.by_id: dict[str, Query] = {}

    def ask(self, kind: str, bot_id: int, person_id: int, about: Json) -> Query:
        """A new question of a kind, `callback` or `inline`."""
        query = Query(str(self._next), kind, bot_id, person_id, about)
        self._next += 1
        self._store.put("queries", "next", self._next)
        self.by_id[query.id] = query
        return query

    def expired(self, query: Query) -> bool:
        """Whether Telegram no longer takes an answer to it."""
        return time.monotonic() - query.asked_at > float(self._faults.settings["callback_expiry_s"])

    def answer(self, kind: str, bot_id: int, query_id: str, answer: Json) -> Query:
        """Takes the bot's answer; refuses one that is late, second, or to no question."""
        query = self.by_id.get(query_id)
        if not query or query.kind != kind or query.bot_id != bot_id or query.answer or self.expired(query):
            raise bad_request(_TOO_OLD)
        query.answer = answer
        return query

    def of_person(self, kind: str, person_id: int, query_id: str) -> Query:
        """The person's own question, or 404."""
        query = self.by_id.get(query_id)
        if not query or query.kind != kind or query.person_id != person_id:
            raise PersonError(404, f"There is no query {query_id}.")
        return query
