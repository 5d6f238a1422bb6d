"""About chats: what they are, who is in them, what is pinned."""

from ..chats import Chat
from ..errors import bad_request, forbidden
from ..jsontypes import Json
from ..messages import chat_json, post, render
from ..registry import Call, method
from ..targets import check_writable, find_chat, find_message, writable_chat

_GIFTS = {
    "unlimited_gifts": True,
    "limited_gifts": True,
    "unique_gifts": True,
    "premium_subscription": True,
    "gifts_from_channels": True,
}


@method("getChat", "chat_id")
def get_chat(call: Call) -> Json:
    """The chat in full."""
    chat = find_chat(call)
    if not chat.private:
        check_writable(call, chat)
    full = chat_json(call.world, chat) | {"accent_color_id": 0, "max_reaction_count": 11}
    full["accepted_gift_types"] = _GIFTS
    pinned = call.world.chats.message(chat, chat.pinned[0]) if chat.pinned else None
    return full | ({"pinned_message": render(call.world, chat, pinned, nested=True)} if pinned else {})


def _status(call: Call, chat: Chat, user_id: int) -> str:
    if user_id in chat.members or chat.id == user_id:
        return "creator" if chat.members[:1] == [user_id] else "member"
    if user_id in chat.bots or user_id == chat.bot_id == call.bot.id:
        return "member"
    return "left"


def _member(call: Call, chat: Chat, user_id: int) -> Json:
    bot = call.world.bots.by_id.get(user_id)
    user = bot.user() if bot else call.world.people.user(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID" if chat.private else "user not found")
    member: Json = {"user": user, "status": _status(call, chat, user_id)}
    return member | ({"is_anonymous": False} if member["status"] == "creator" else {})


@method("getChatMember", "chat_id user_id")
def get_chat_member(call: Call) -> Json:
    """What someone is in a chat."""
    chat = find_chat(call)
    user_id = call.params.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    return _member(call, chat, user_id)


@method("getChatAdministrators", "chat_id")
def get_chat_administrators(call: Call) -> list[Json]:
    """The group's owner."""
    chat = find_chat(call)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return [_member(call, chat, user_id) for user_id in chat.members[:1]]


@method("getChatMemberCount", "chat_id")
def get_chat_member_count(call: Call) -> int:
    """How many people and bots are in the chat."""
    chat = find_chat(call)
    return 2 if chat.private else len(chat.members) + len(chat.bots)


@method("leaveChat", "chat_id")
def leave_chat(call: Call) -> bool:
    """The bot goes out of a group."""
    chat = find_chat(call)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    if call.bot.id not in chat.bots:
        raise forbidden("bot is not a member of the supergroup chat")
    chat.bots.remove(call.bot.id)
    call.world.chats.save(chat)
    post(call.world, chat, call.bot.user(), {"left_chat_member": call.bot.user()})
    call.world.tell(chat, "chat", {})
    return True


def _save_pinned(call: Call, chat: Chat) -> bool:
    call.world.chats.save(chat)
    call.world.tell(chat, "pinned", {"pinned": chat.pinned})
    return True


@method("pinChatMessage", "business_connection_id chat_id message_id disable_notification")
def pin_chat_message(call: Call) -> bool:
    """Pins a message at the top; the bots of the chat get a service message."""
    chat = writable_chat(call)
    message = find_message(call, chat, "message to pin")
    number = message["message_id"]
    if number in chat.pinned[:1]:
        return True
    chat.pinned = [number, *(other for other in chat.pinned if other != number)]
    pinned = {"pinned_message": render(call.world, chat, message, nested=True)}
    service = post(call.world, chat, call.bot.user(), pinned)
    for bot_id in [chat.bot_id] if chat.private else chat.bots:
        shown = render(call.world, chat, service)
        call.world.updates(bot_id).push("message", shown, f"chat {chat.id}")
    return _save_pinned(call, chat)


@method("unpinChatMessage", "business_connection_id chat_id message_id")
def unpin_chat_message(call: Call) -> bool:
    """Unpins one message, or the newest pinned."""
    chat = find_chat(call)
    number = call.params.integer("message_id") or (chat.pinned[0] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    return _save_pinned(call, chat)


@method("unpinAllChatMessages", "chat_id")
def unpin_all_chat_messages(call: Call) -> bool:
    """Unpins everything."""
    chat = find_chat(call)
    chat.pinned = []
    return _save_pinned(call, chat)
