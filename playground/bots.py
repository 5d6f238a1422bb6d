"""The bots: who they are, what they say of themselves, their commands and webhooks."""

import re
from dataclasses import asdict, dataclass, field

from .errors import not_found, unauthorized
from .jsontypes import Json
from .store import Store

_TOKEN = re.compile(r"([1-9]\d{0,15}):[A-Za-z0-9_-]{30,}")


@dataclass
class Bot:
    """One bot. Texts are by language code, "" being for every other language."""

    id: int
    token: str
    first_name: str
    username: str
    privacy: bool = True
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)
    webhook: Json = field(default_factory=dict)

    def user(self) -> Json:
        """The Bot API's User, as others see the bot."""
        return {"id": self.id, "is_bot": True, "first_name": self.name(""), "username": self.username}

    def name(self, language: str) -> str:
        """The bot's name in a language."""
        return self.names.get(language) or self.names.get("") or self.first_name

    def json(self, language: str = "") -> Json:
        """The bot as the person's side shows it."""
        return {
            **{name: value for name, value in self.user().items() if name != "is_bot"},
            "first_name": self.name(language),
            "description": self.descriptions.get(language) or self.descriptions.get("", ""),
            "short_description": self.short_descriptions.get(language) or self.short_descriptions.get("", ""),
            "privacy": self.privacy,
        }


class Bots:
    """Every bot that ever asked for something, by id."""

    def __init__(self, store: Store, name: str, username: str) -> None:
        self._store = store
        self._name = name
        self._username = username
        self.by_id = {int(key): Bot(**value) for key, value in store.load("bot")}

    def with_token(self, token: str) -> tuple[Bot, bool]:
        """The bot of this token, and whether it is new; 404 for what can't be one, 401 for another secret."""
        match = _TOKEN.fullmatch(token)
        if not match:
            raise unauthorized() if re.fullmatch(r"\d+:.+", token) else not_found()
        bot_id = int(match[1])
        if bot := self.by_id.get(bot_id):
            if bot.token != token:
                raise unauthorized()
            return bot, False
        taken = {known.username.lower() for known in self.by_id.values()}
        username = self._username if self._username.lower() not in taken else f"bot_{bot_id}_bot"
        bot = Bot(bot_id, token, self._name, username)
        self.by_id[bot_id] = bot
        self.save(bot)
        return bot, True

    def save(self, bot: Bot) -> None:
        """Keeps what changed."""
        self._store.put("bot", bot.id, asdict(bot))
