"""The people who write to the bots."""

from dataclasses import asdict, dataclass

from .errors import PersonError
from .jsontypes import Json
from .store import Store

_FIRST_ID = 700_001
_FIELDS = ("id", "first_name", "last_name", "username", "language_code", "phone_number", "note")


@dataclass
class Person:
    """A Telegram user who is not a bot; `note` is for the page only."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    phone_number: str = ""
    note: str = ""

    def user(self) -> Json:
        """The Bot API's User."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if getattr(self, name):
                user[name] = getattr(self, name)
        return user

    def json(self) -> Json:
        """The person as the person's side shows them: only what is known."""
        return {name: value for name, value in asdict(self).items() if value}


class People:
    """Everyone there is, by id."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.by_id = {int(key): Person(**value) for key, value in store.load("person")}

    def get(self, person_id: int) -> Person:
        """The person, or 404."""
        if person_id not in self.by_id:
            raise PersonError(404, f"There is no person {person_id}.")
        return self.by_id[person_id]

    def user(self, person_id: int) -> Json | None:
        """The User with this id, or None."""
        person = self.by_id.get(person_id)
        return person.user() if person else None

    def put(self, request: Json) -> tuple[Person, bool]:
        """Creates or updates; says whether the person is new. 400 when a field is wrong."""
        unknown = set(request) - set(_FIELDS)
        if unknown:
            raise PersonError(400, f"A person has no {', '.join(sorted(unknown))}.")
        fields = {name: value for name, value in request.items() if value is not None}
        if not all(isinstance(value, str) for name, value in fields.items() if name != "id"):
            raise PersonError(400, "All fields of a person but the id are strings.")
        person_id = fields.pop("id", None) or max(self.by_id, default=_FIRST_ID - 1) + 1
        if not isinstance(person_id, int) or not 0 < person_id < 2**52:
            raise PersonError(400, "An id is a positive whole number below 2**52.")
        known = self.by_id.get(person_id)
        person = Person(**{**(asdict(known) if known else {"first_name": ""}), **fields, "id": person_id})
        if not person.first_name:
            raise PersonError(400, "A person needs a first_name.")
        self.by_id[person_id] = person
        self._store.put("person", person_id, asdict(person))
        return person, known is None
