"""What people can do: say all kinds of things, edit, forward, inline, groups; and the live feed and clock."""

import asyncio
from datetime import datetime
from typing import Any

import aiohttp
import pytest

from playground.testing import BotClient, Failed, LiveFeed, Phone, png


async def test_people_are_made_changed_and_refused(ona: Phone) -> None:
    made = await ona.ask("POST", "/api/people", {"first_name": "Jonas", "note": "boss"})
    assert made == {"id": 7002, "first_name": "Jonas", "note": "boss"}
    changed = await ona.ask("PATCH", "/api/people/7002", {"language_code": "en"})
    assert changed["language_code"] == "en"
    assert [person["id"] for person in await ona.ask("GET", "/api/people")] == [7001, 7002]
    for wrong in ({}, {"first_name": 5}, {"first_name": "x", "role": "y"}, {"first_name": "x", "id": -1}):
        with pytest.raises(Failed) as refused:
            await ona.ask("POST", "/api/people", wrong)
        assert refused.value.status == 400


async def test_everything_said_reaches_the_bot(bot: BotClient, ona: Phone) -> None:
    first = await ona.say("one two")
    await ona.say("answer", reply_to=first["message_id"], quote="two")
    await ona.say(contact={"phone_number": "+37061111111", "first_name": "Petras"})
    await ona.say(contact={})
    await ona.say(location={"latitude": 54.6, "longitude": 25.2})
    await ona.say(venue={"latitude": 54.6, "longitude": 25.2, "title": "t", "address": "a"})
    await ona.say(dice={"emoji": "🎲"})
    await ona.say(sticker={"emoji": "👍"})
    await ona.say(forward={"chat": bot.id, "message_ids": [first["message_id"]]})
    await ona.say(forward={"sender_name": "Kažkas", "text": "from elsewhere"})
    await ona.send_file("photo", png(), png(), caption="album")
    await ona.send_file("voice", b"OggS", duration="3")
    await ona.send_file("document", b"%PDF", name="Pasiūlymas.pdf")
    got = [update["message"] for update in await bot.take()]
    assert got[1]["reply_to_message"]["text"] == "one two"
    assert got[1]["quote"] == {"text": "two", "position": 4, "is_manual": True}
    assert got[3]["contact"]["user_id"] == 7001
    assert got[5]["venue"]["title"] == "t"
    assert 1 <= got[6]["dice"]["value"] <= 6
    assert got[8]["forward_origin"]["sender_user"]["id"] == 7001
    assert got[9]["forward_origin"]["sender_user_name"] == "Kažkas"
    assert got[10]["media_group_id"] == got[11]["media_group_id"]
    assert (got[10]["caption"], got[11].get("caption")) == ("album", None)
    assert got[12]["voice"]["duration"] == 3
    assert got[13]["document"]["file_name"] == "Pasiūlymas.pdf"


async def test_a_long_text_becomes_several_and_an_empty_one_none(bot: BotClient, ona: Phone) -> None:
    await ona.say("👍" * 3000)
    assert [len(u["message"]["text"]) for u in await bot.take()] == [2048, 952]
    with pytest.raises(Failed):
        await ona.say(" \n ")
    await ona.say("a\0b", raw=True)
    assert (await bot.take())[0]["message"]["text"] == "a\0b"


async def test_edits_reach_the_bot(bot: BotClient, ona: Phone) -> None:
    message = await ona.say("12k")
    await ona.edit(message["message_id"], text="15k /today")
    update = (await bot.take())[1]["edited_message"]
    assert (update["text"], update["message_id"]) == ("15k /today", message["message_id"])
    assert update["entities"] == [{"type": "bot_command", "offset": 4, "length": 6}]
    assert update["edit_date"] >= update["date"]
    theirs = await bot("sendMessage", chat_id=7001, text="not yours")
    with pytest.raises(Failed) as refused:
        await ona.edit(theirs["message_id"], text="x")
    assert refused.value.status == 409
    live = await ona.say(location={"latitude": 54.6, "longitude": 25.2, "live_period": 600})
    moved = await ona.edit(live["message_id"], location={"latitude": 55, "longitude": 25})
    assert moved["location"] == {"live_period": 600, "latitude": 55.0, "longitude": 25.0}


async def test_history_is_paged(ona: Phone) -> None:
    for number in range(5):
        await ona.say(str(number))
    page = await ona.ask("GET", f"{ona.place}/messages", limit=2)
    assert ([m["text"] for m in page["messages"]], page["more"]) == (["3", "4"], True)
    before = page["messages"][0]["message_id"]
    page = await ona.ask("GET", f"{ona.place}/messages", limit=50, before=before)
    assert ([m["text"] for m in page["messages"]], page["more"]) == (["/start", "0", "1", "2"], False)
    page = await ona.ask("GET", f"{ona.place}/messages", limit=1, after=before)
    assert ([m["text"] for m in page["messages"]], page["more"]) == (["4"], False)


async def test_an_inline_query_and_its_result(bot: BotClient, ona: Phone) -> None:
    asked = await ona.ask("POST", "/api/people/7001/inline", {"bot": bot.id, "query": "sta"})
    query = (await bot.take())[0]["inline_query"]
    assert (query["id"], query["query"]) == (asked["query_id"], "sta")
    keyboard = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
    content = {"message_text": "<b>Statyba</b>", "parse_mode": "HTML"}
    article = {"type": "article", "id": "1", "title": "Statyba", "input_message_content": content}
    results = [{**article, "reply_markup": keyboard}]
    async with ona.live() as feed:
        await bot("answerInlineQuery", inline_query_id=query["id"], results=results)
        assert (await feed.next("inline_results"))[1]["results"][0]["title"] == "Statyba"
    path = f"/api/people/7001/inline/{query['id']}/choose"
    sent = (await ona.ask("POST", path, {"result_id": "1"}))["messages"][0]
    assert (sent["text"], sent["via_bot"]["id"]) == ("Statyba", bot.id)
    message, chosen = await bot.take()
    inline_id = chosen["chosen_inline_result"]["inline_message_id"]
    assert message["message"]["via_bot"]["id"] == bot.id
    assert await bot("editMessageText", inline_message_id=inline_id, text="changed") is True
    assert (await ona.history())[-1]["text"] == "changed"


async def test_groups_keep_privacy(bot: BotClient, ona: Phone) -> None:
    group = await ona.ask("POST", "/api/groups", {"title": "Team", "members": [7001], "bots": [bot.id]})
    kinds = [next(iter(set(update) - {"update_id"})) for update in await bot.take()]
    assert kinds == ["my_chat_member", "message"]
    there = Phone(bot.url, ona._session, 7001, group["id"])
    await there.say("just talk")
    await there.say("/today")
    await there.say("/today@other_bot")
    asked = await bot("sendMessage", chat_id=group["id"], text="?")
    await there.say("answer", reply_to=asked["message_id"])
    assert [u["message"]["text"] for u in await bot.take()] == ["/today", "answer"]
    await ona.ask("PATCH", f"/api/bots/{bot.id}", {"privacy": False})
    await there.say("just talk")
    assert [u["message"]["chat"]["type"] for u in await bot.take()] == ["supergroup"]
    assert (await bot("getChatMember", chat_id=group["id"], user_id=7001))["status"] == "creator"
    await ona.ask("DELETE", f"/api/groups/{group['id']}/members/{bot.id}")
    with pytest.raises(Failed, match="bot was kicked from the supergroup chat"):
        await bot("sendMessage", chat_id=group["id"], text="x")


async def test_an_upgraded_group_goes_on_under_another_id(bot: BotClient, ona: Phone) -> None:
    said = {"title": "Team", "type": "group", "members": [7001], "bots": [bot.id]}
    group = await ona.ask("POST", "/api/groups", said)
    assert group["type"] == "group"
    await bot.take()
    above = await ona.ask("POST", f"/api/groups/{group['id']}/upgrade")
    told = [update["message"] for update in await bot.take()]
    assert [
        (m["chat"]["type"], m.get("migrate_to_chat_id"), m.get("migrate_from_chat_id")) for m in told
    ] == [
        ("group", above["id"], None),
        ("supergroup", None, group["id"]),
    ]
    with pytest.raises(Failed, match="group chat was upgraded to a supergroup chat") as refused:
        await bot("sendMessage", chat_id=group["id"], text="x")
    assert refused.value.said["parameters"] == {"migrate_to_chat_id": above["id"]}
    assert (await bot("sendMessage", chat_id=above["id"], text="x"))["chat"]["id"] == above["id"]
    with pytest.raises(Failed, match="supergroup already"):
        await ona.ask("POST", f"/api/groups/{above['id']}/upgrade")


async def test_the_live_feed_resumes(bot: BotClient, ona: Phone) -> None:
    async with ona.live() as feed:
        await ona.say("one")
        assert (await feed.next("message"))[1]["message"]["text"] == "one"
        last_id = feed.last_id
    await bot("sendMessage", chat_id=7001, text="two")
    url = f"{bot.url}/api/people/7001/live"
    async with LiveFeed(ona._session, url, last_id) as again:
        name, data = await again.next()
        assert (name, data["chat"], data["message"]["text"]) == ("message", bot.id, "two")
    async with LiveFeed(ona._session, url, "elsewhere-5") as lost:
        assert await lost.next() == ("reset", {})


async def test_the_clock_goes_forward_only(bot: BotClient, ona: Phone) -> None:
    clock = await ona.ask("GET", "/api/clock")
    waiting = asyncio.create_task(ona.ask("GET", "/api/clock", after=clock["version"], timeout=10))
    await asyncio.sleep(0.05)
    moved = await ona.ask("POST", "/api/clock", {"to": "2126-11-30T08:00:00+02:00"})
    assert (await waiting)["version"] == moved["version"] == clock["version"] + 1
    assert moved["now"].startswith("2126-11-30T06:00:0")
    message = await bot("sendMessage", chat_id=7001, text="later")
    assert message["date"] >= datetime.fromisoformat("2126-11-30T06:00:00+00:00").timestamp()
    for wrong in (
        {"to": "2026-01-01T00:00:00Z"},
        {"by_s": -1},
        {"to": "2127-01-01T00:00:00"},
        {},
        {"by_s": 1e18},
    ):
        with pytest.raises(Failed) as refused:
            await ona.ask("POST", "/api/clock", wrong)
        assert refused.value.status == 400
    assert await ona.ask("GET", "/api/clock", after=0, timeout=5) is not None


async def test_commands_by_scope_and_language(bot: BotClient, ona: Phone) -> None:
    async def seen() -> list[str]:
        return [command["command"] for command in (await ona.ask("GET", ona.place))["commands"]]

    def commands(name: str) -> list[dict[str, str]]:
        return [{"command": name, "description": name}]

    assert await seen() == []
    chat = {"type": "chat", "chat_id": 7001}
    steps: list[tuple[dict[str, Any], str]] = [
        ({"commands": commands("default")}, "default"),
        ({"commands": commands("default_lt"), "language_code": "lt"}, "default_lt"),
        ({"commands": commands("private"), "scope": {"type": "all_private_chats"}}, "private"),
        ({"commands": commands("chat_de"), "scope": chat, "language_code": "de"}, "private"),
        ({"commands": commands("chat"), "scope": chat}, "chat"),
    ]
    for params, expected in steps:
        await bot("setMyCommands", **params)
        assert await seen() == [expected]
    assert await bot("getMyCommands", scope=chat) == commands("chat")
    await bot("deleteMyCommands", scope=chat)
    assert await seen() == ["private"]
    await bot("setChatMenuButton", chat_id=7001, menu_button={"type": "commands"})
    assert await bot("getChatMenuButton", chat_id=7001) == {"type": "commands"}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"commands": [{"command": "Today", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "šiandien", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "a"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [{"command": "a", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [], "language_code": "lt-LT"}, "invalid language_code specified"),
        ({"scope": {"type": "nowhere"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat", "chat_id": 1}}, "chat not found"),
    ],
)
async def test_wrong_commands_are_refused(bot: BotClient, params: dict[str, Any], words: str) -> None:
    with pytest.raises(Failed) as refused:
        await bot("setMyCommands", **params)
    assert refused.value.words == f"Bad Request: {words}"


async def test_names_and_descriptions_by_language(bot: BotClient, ona: Phone) -> None:
    await bot("setMyName", name="Piltuvas")
    await bot("setMyName", name="Funnel", language_code="en")
    await bot("setMyDescription", description="Aprašymas")
    await bot("setMyShortDescription", short_description="Trumpai")
    assert await bot("getMyName", language_code="en") == {"name": "Funnel"}
    assert await bot("getMyDescription", language_code="en") == {"description": ""}
    chat = (await ona.ask("GET", "/api/people/7001/chats"))[0]
    assert (chat["title"], chat["description"]) == ("Piltuvas", "Aprašymas")


async def test_the_page_or_a_word_about_it_is_served(bot: BotClient, session: aiohttp.ClientSession) -> None:
    async with session.get(f"{bot.url}/") as response:
        assert response.status == 200
    async with session.get(f"{bot.url}/api/nothing") as response:
        assert (response.status, await response.json()) == (
            404,
            {"error": "There is nothing at this address."},
        )
