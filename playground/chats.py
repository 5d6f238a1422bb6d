"""Chats: the private one of a person with a bot, and groups; each with its own messages and ids."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from .jsontypes import Json
from .store import Store

_FIRST_GROUP = -4_000_000_001
_FIRST_SUPERGROUP = -1_001_000_000_001


@dataclass
class Chat:
    """A chat. `id` is the one that bots know: the person's for a private chat, a negative one for a group.

    `basic`: a group that is no supergroup; `moved_to`: the supergroup that it was upgraded to.
    """

    id: int
    bot_id: int = 0
    title: str = ""
    members: list[int] = field(default_factory=list)
    bots: list[int] = field(default_factory=list)
    basic: bool = False
    moved_to: int = 0
    started: bool = False
    blocked: bool = False
    last_id: int = 0
    pinned: list[int] = field(default_factory=list)
    keyboards: dict[str, Json] = field(default_factory=dict)

    @property
    def private(self) -> bool:
        return self.id > 0

    @property
    def kind(self) -> str:
        """As the Bot API names it."""
        return "private" if self.private else "group" if self.basic else "supergroup"

    @property
    def key(self) -> str:
        return f"{self.id}/{self.bot_id}" if self.private else str(self.id)

    def people(self) -> list[int]:
        """The ids of the people in it."""
        return [self.id] if self.private else self.members

    def seen_as(self) -> int:
        """The id by which its people know it: the bot's, or the group's."""
        return self.bot_id if self.private else self.id


class Chats:
    """All chats and their messages."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.by_key = {key: Chat(**value) for key, value in store.load("chat")}
        self.messages: dict[str, dict[int, Json]] = {key: {} for key in self.by_key}
        for key, value in store.load("message"):
            chat_key, _, number = key.rpartition("#")
            self.messages[chat_key][int(number)] = value
        for key, found in self.messages.items():
            self.messages[key] = dict(sorted(found.items()))

    def private(self, person_id: int, bot_id: int) -> Chat:
        """The private chat of a person with a bot, made when it is first asked for."""
        key = f"{person_id}/{bot_id}"
        return self.by_key.get(key) or self._add(Chat(person_id, bot_id))

    def group(self, group_id: int) -> Chat | None:
        """The group with this id, or None."""
        return self.by_key.get(str(group_id)) if group_id < 0 else None

    def groups(self) -> list[Chat]:
        """Every group, oldest first."""
        return [chat for chat in self.by_key.values() if not chat.private]

    def new_group(self, title: str, *, basic: bool = False) -> Chat:
        """An empty group with an id of its own."""
        first = _FIRST_GROUP if basic else _FIRST_SUPERGROUP
        taken = [chat.id for chat in self.groups() if chat.basic == basic]
        return self._add(Chat(min(taken, default=first + 1) - 1, title=title, basic=basic))

    def _add(self, chat: Chat) -> Chat:
        self.by_key[chat.key] = chat
        self.messages[chat.key] = {}
        self.save(chat)
        return chat

    def save(self, chat: Chat) -> None:
        """Keeps what changed of the chat itself."""
        self._store.put("chat", chat.key, asdict(chat))

    def add_message(self, chat: Chat, message: Json) -> Json:
        """Gives the message the chat's next id and keeps it."""
        chat.last_id += 1
        message = {"message_id": chat.last_id, **message}
        self.messages[chat.key][chat.last_id] = message
        self.save(chat)
        self.save_message(chat, message)
        return message

    def save_message(self, chat: Chat, message: Json) -> None:
        """Keeps what changed of a message."""
        self._store.put("message", f"{chat.key}#{message['message_id']}", message)

    def drop_messages(self, chat: Chat, ids: Iterable[int]) -> list[int]:
        """Forgets messages; the ids of those that were there."""
        gone = [number for number in ids if self.messages[chat.key].pop(number, None)]
        for number in gone:
            self._store.drop("message", f"{chat.key}#{number}")
        if set(gone) & set(chat.pinned):
            chat.pinned = [number for number in chat.pinned if number not in gone]
            self.save(chat)
        return gone

    def message(self, chat: Chat, number: int) -> Json | None:
        """A message by its id, or None."""
        return self.messages[chat.key].get(number)
