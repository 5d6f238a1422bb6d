"""Groups: making them, and who is in them."""

from aiohttp import web

from ..chats import Chat
from ..errors import PersonError
from ..jsontypes import Json
from ..messages import chat_json, post, tell_bots
from ..world import World
from .http import answer, body, whole, world_of


def routes() -> list[web.RouteDef]:
    """What this module answers."""
    return [
        web.get("/api/groups", groups),
        web.post("/api/groups", make),
        web.post("/api/groups/{group}/upgrade", upgrade),
        web.post("/api/groups/{group}/members", add),
        web.delete("/api/groups/{group}/members/{member}", remove),
    ]


def _shown(world: World, chat: Chat) -> Json:
    people = [user for person_id in chat.members if (user := world.people.user(person_id))]
    bots = [world.bots.by_id[bot_id].user() for bot_id in chat.bots]
    return {"id": chat.id, "type": chat.kind, "title": chat.title, "members": people, "bots": bots}


def _group(request: web.Request) -> Chat:
    group = world_of(request).chats.group(whole(request.match_info["group"], "group"))
    if group is None:
        raise PersonError(404, "There is no such group.")
    return group


async def groups(request: web.Request) -> web.Response:
    """`GET /api/groups`"""
    world = world_of(request)
    return answer([_shown(world, chat) for chat in world.chats.groups()])


async def make(request: web.Request) -> web.Response:
    """`POST /api/groups`"""
    world, said = world_of(request), await body(request)
    members = [world.people.get(whole(member, "members")) for member in said.get("members", [])]
    bots = [whole(bot_id, "bots") for bot_id in said.get("bots", [])]
    if not members or not said.get("title"):
        raise PersonError(400, "A group needs a title and at least one member.")
    group = world.chats.new_group(str(said["title"]), basic=said.get("type") == "group")
    group.members = [member.id for member in members]
    world.chats.save(group)
    world.tell(group, "chat", {})
    for bot_id in bots:
        _add_bot(world, group, bot_id)
    return answer(_shown(world, group), 201)


def _add_bot(world: World, group: Chat, bot_id: int) -> None:
    if bot_id not in world.bots.by_id:
        raise PersonError(404, f"There is no bot {bot_id}.")
    if bot_id in group.bots:
        return
    group.bots.append(bot_id)
    world.chats.save(group)
    _tell_membership(world, group, bot_id, "left", "member")
    owner = world.people.get(group.members[0])
    user = world.bots.by_id[bot_id].user()
    message = post(world, group, owner.user(), {"new_chat_members": [user]})
    tell_bots(world, group, message)


def _tell_membership(world: World, group: Chat, bot_id: int, old: str, new: str) -> None:
    user = world.bots.by_id[bot_id].user()
    update = {
        "chat": chat_json(world, group),
        "from": world.people.get(group.members[0]).user(),
        "date": world.clock.unix(),
        "old_chat_member": {"user": user, "status": old},
        "new_chat_member": {"user": user, "status": new},
    }
    world.updates(bot_id).push("my_chat_member", update, f"my member {group.id}")
    world.tell(group, "chat", {})


async def upgrade(request: web.Request) -> web.Response:
    """`POST /api/groups/{group}/upgrade`"""
    world, group = world_of(request), _group(request)
    if not group.basic or group.moved_to:
        raise PersonError(409, "It is a supergroup already.")
    above = world.chats.new_group(group.title)
    above.members, above.bots = list(group.members), list(group.bots)
    group.moved_to = above.id
    world.chats.save(above)
    world.chats.save(group)
    owner = world.people.get(group.members[0]).user()
    tell_bots(world, group, post(world, group, owner, {"migrate_to_chat_id": above.id}))
    tell_bots(world, above, post(world, above, owner, {"migrate_from_chat_id": group.id}))
    world.tell(above, "chat", {})
    return answer(_shown(world, above), 201)


async def add(request: web.Request) -> web.Response:
    """`POST /api/groups/{group}/members`"""
    world, group, said = world_of(request), _group(request), await body(request)
    if "bot" in said:
        _add_bot(world, group, whole(said["bot"], "bot"))
        return answer(_shown(world, group))
    person = world.people.get(whole(said.get("person"), "person"))
    if person.id not in group.members:
        group.members.append(person.id)
        world.chats.save(group)
        message = post(world, group, person.user(), {"new_chat_members": [person.user()]})
        tell_bots(world, group, message)
        world.tell(group, "chat", {})
    return answer(_shown(world, group))


async def remove(request: web.Request) -> web.Response:
    """`DELETE /api/groups/{group}/members/{member}`"""
    world, group = world_of(request), _group(request)
    member = whole(request.match_info["member"], "member")
    if member in group.bots:
        group.bots.remove(member)
        _tell_membership(world, group, member, "member", "left")
    elif member in group.members and len(group.members) > 1:
        user = world.people.get(member).user()
        group.members.remove(member)
        tell_bots(world, group, post(world, group, user, {"left_chat_member": user}))
        world.tell(group, "chat", {})
    else:
        raise PersonError(409, "Not in this group, or the last one in it.")
    world.chats.save(group)
    return answer(_shown(world, group))
