"""Deleting messages."""

from ..chats import Chat
from ..errors import bad_request
from ..jsontypes import Json
from ..messages import delete
from ..registry import Call, method
from ..targets import find_chat, find_message

_TWO_DAYS_S = 48 * 3600


def _may_delete(call: Call, chat: Chat, message: Json) -> bool:
    own = message["from"]["id"] == call.bot.id
    return (own or chat.private) and call.world.clock.unix() - message["date"] < _TWO_DAYS_S


@method("deleteMessage", "chat_id message_id")
def delete_message(call: Call) -> bool:
    """One message, less than two days old: the bot's own, or any in a private chat."""
    chat = find_chat(call)
    message = find_message(call, chat, "message to delete")
    if not _may_delete(call, chat, message):
        raise bad_request(
            "message can't be deleted for everyone" if chat.private else "message can't be deleted"
        )
    delete(call.world, chat, [message["message_id"]])
    return True


@method("deleteMessages", "chat_id message_ids")
def delete_messages(call: Call) -> bool:
    """Up to a hundred; those that are not there are passed over."""
    ids = call.params.json("message_ids", "message identifiers")
    if not isinstance(ids, list):
        raise bad_request(
            "Expected an Array of message identifiers" if ids else "message identifiers are not specified"
        )
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    chat = find_chat(call)
    found = [message for number in ids if (message := call.world.chats.message(chat, int(number)))]
    delete(call.world, chat, [m["message_id"] for m in found if _may_delete(call, chat, m)])
    return True
