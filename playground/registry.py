"""Which methods there are: their functions and the parameters that the Bot API documents for them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from .bots import Bot
from .params import Params
from .world import World


@dataclass(frozen=True)
class Call:
    """One request of a bot."""

    world: World
    bot: Bot
    params: Params


Handler = Callable[[Call], Any | Awaitable[Any]]


@dataclass(frozen=True)
class Method:
    """A method under its documented name; `known` are the parameters it has."""

    name: str
    handler: Handler
    known: frozenset[str]

    def unknown(self, params: Params) -> list[str]:
        """Names in the request that the Bot API does not document for this method."""
        attached = {name for name in params.uploads if name not in self.known}
        return sorted(set(params.values) - self.known - attached)


METHODS: dict[str, Method] = {}

SENDING = (
    "business_connection_id chat_id message_thread_id direct_messages_topic_id disable_notification "
    "protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters "
    "reply_markup reply_to_message_id allow_sending_without_reply"
)
CAPTION = "caption parse_mode caption_entities show_caption_above_media"
EDITING = "business_connection_id chat_id message_id inline_message_id reply_markup"


def method(name: str, known: str = "") -> Callable[[Handler], Handler]:
    """Registers a function as a method with its documented parameters (names parted by blanks)."""

    def register(handler: Handler) -> Handler:
        METHODS[name.lower()] = Method(name, handler, frozenset(known.split()))
        return handler

    return register
