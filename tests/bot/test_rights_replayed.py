"""A salesperson's real buttons, gathered from their own screens, tapped by others in chats of their own.

The screens are walked as a person would: commands and messages, then every kind of button that they offer.
"""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.buttons.agenda import Done
from bot.buttons.away import HasLeft
from bot.buttons.capture import EndVisit, NoVisit
from bot.buttons.deal_life import SetLife
from bot.buttons.deals import HandOver, LoseDeal, MoveDeal
from bot.buttons.logged import Choose, Undo
from bot.buttons.packing import Button, unpack
from bot.buttons.settings import SetLanguage
from bot.buttons.steps import DropStep
from bot.cards import render
from bot.handlers import handle
from bot.incoming.shapes import update_from
from core.errors import SalesError
from core.model import NextStep, OutboxMessage
from core.notices import Notice, encode
from core.storage.members import by_telegram_id
from tests.bot.guarding import SECRETS
from tests.bot.test_rights import OTHERS, OUTSIDE, digest, guarded
from tests.builders import NOW, House

__all__ = ["guarded"]

SAID = (
    *("/today", "/week", "/deals", "/new", "/log", "/promises", "/tidy", "/trips", "/me", "/settings"),
    *("/find Statyba", "/find Jonas", "/brief Statyba", "/find", "/zone", "/snooze", "/language", "/off"),
    *("/members", "/taught", "/digest", "/adoption", "/cost", "/capacity", "/process", "/lost"),
    *("/funnel", "/forecast", "/when", "/effort", "/customers", "/team", "/accuracy", "/help"),
    "Skambinau Jonui iš Statybos 15 min, slapta pastaba, perskambinti penktadienį 10:00",
    "Buvau pas Joną iš Statybos, nori pasiūlymo",
    "Jonas iš Statybos dirba kitur",
)
"""What the salesperson says to have their screens shown."""

PLACE = {"location": {"latitude": 54.9, "longitude": 23.9}}
CARD = {"contact": {"phone_number": "+37060000001", "first_name": "Jonas", "last_name": "Stankaitis"}}
PHOTO = {"photo": [{"file_id": "slaptas-failas", "file_unique_id": "u", "width": 8, "height": 8}]}

NOT_WALKED = (HandOver, HasLeft, SetLanguage)
"""Seen, but not tapped while walking: the deal would be another's, somebody would be gone."""

LATE = (Undo, MoveDeal, LoseDeal, Done, DropStep, EndVisit, NoVisit, SetLife, Choose)
"""Tapped last: there is less to tap afterwards."""

OFTEN, MOST_TAPS, REPLAYED = 1, 160, 1
MANTAS, AISTE = 501, 504
WALKERS = {MANTAS: "a salesperson", AISTE: "the manager above"}
SEEN = 45
"""Kinds of button that are found at least."""


@dataclass
class Walk:
    """Somebody's way through their own screens; `found` is the callback data seen, by kind of button."""

    house: House
    person: int
    found: dict[type[Button], set[str]] = field(default_factory=lambda: defaultdict(set))
    _waiting: list[tuple[int, str]] = field(default_factory=list)
    _number: int = 1000

    def say(self, **said: Any) -> None:
        self._number += 1
        user = {"id": self.person, "is_bot": False, "first_name": "P"}
        chat = {"id": self.person, "type": "private", "first_name": "P"}
        message = {"message_id": self._number, "date": int(NOW.timestamp()), "chat": chat, "from": user}
        self._see({"update_id": self._number, "message": message | said})

    def on(self) -> None:
        """Taps what was seen, each kind and menu of it a few times, as long as there is something new."""
        tapped: dict[str, int] = defaultdict(int)
        for _ in range(MOST_TAPS):
            fresh = [each for each in self._waiting if tapped[variant(each[1])] < OFTEN]
            if not fresh:
                return
            chosen = min(fresh, key=lambda each: (type(unpack(each[1])) in LATE, tapped[variant(each[1])]))
            self._waiting.remove(chosen)
            tapped[variant(chosen[1])] += 1
            self._see(tap(self.person, chosen[1], chosen[0]))

    def _see(self, shape: dict[str, Any]) -> None:
        for place, chat_id, notice in done(self.house, shape):
            keyboard = render(notice, "lt").keyboard if chat_id == self.person else None
            for button in (each for row in keyboard.inline_keyboard for each in row) if keyboard else ():
                data = button.callback_data
                if isinstance(data, str) and data not in self.found[type(unpack(data))]:
                    self.found[type(unpack(data))].add(data)
                    if not isinstance(unpack(data), NOT_WALKED):
                        self._waiting.append((place, data))


def variant(data: str) -> str:
    """The data without ids and days: a kind of button, or one of its menus."""
    return re.sub(r"\d+", "#", data)


def tap(person: int, data: str, place: int) -> dict[str, Any]:
    user = {"id": person, "is_bot": False, "first_name": "P"}
    chat = {"id": person, "type": "private", "first_name": "P"}
    message = {"message_id": place, "date": int(NOW.timestamp()), "chat": chat, "text": "card"}
    query = {"id": "1", "from": user, "message": message, "chat_instance": "1", "data": data}
    return {"update_id": 1, "callback_query": query}


def done(house: House, shape: dict[str, Any]) -> list[tuple[int, int, Notice]]:
    """What is told of an update, as delivered: each with the message and the chat that it stands in."""
    with house.work() as work:
        try:
            with work.attempt():
                handle(update_from(json.dumps(shape)), work)
        except SalesError:
            return []
        fresh = OutboxMessage.edits_message_id.is_(None) & OutboxMessage.message_id.is_(None)
        work.session.execute(update(OutboxMessage).where(fresh).values(message_id=OutboxMessage.id))
        return [(each.edits_message_id or each.id, each.chat_id, each.notice) for each in work.posted]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Rights are the same questions to both kinds of database: one of them is asked."""
    return sqlite_url


OWN = frozenset({"members", "member_routines", "chats"})
"""Tables that hold what somebody may set for themselves: language, zone, reminders."""


def of_others(house: House, person: int) -> dict[str, list[Any]]:
    """All that is, but how this person is spoken to, and the steps that they plan."""
    with house.work() as work:
        member = by_telegram_id(work.session, person)
        own_id = member.id if member else 0
        planned = select(NextStep.id).where(NextStep.owner_id == own_id)
        own_steps = set(work.session.scalars(planned))
    found = digest(house)
    steps = [row for row in found["next_steps"] if row[0] not in own_steps]
    own = {name: [row for row in found[name] if own_id not in row[:2]] for name in OWN}
    return found | own | {"next_steps": steps}


@pytest.mark.parametrize("walker", WALKERS)
def test_anothers_real_buttons_show_and_change_nothing_in_ones_own_chat(
    house: House, guarded: dict[str, int], walker: int
) -> None:
    walk = Walk(house, walker)
    for words in SAID:
        walk.say(text=words)
    for other in (PHOTO, CARD, PLACE):
        walk.say(**other)
    walk.on()
    assert len(walk.found) >= SEEN, "or it has become harder to find one's way"
    for person, who in {**OTHERS, **OUTSIDE}.items():
        before = of_others(house, person)
        for seen in walk.found.values():
            for data in sorted(seen)[:REPLAYED]:
                told = " ".join(encode(notice) for _, _, notice in done(house, tap(person, data, 7)))
                assert not any(secret in told for secret in SECRETS), (who, data)
                assert person in OTHERS or told == "", (who, data)
        after = of_others(house, person)
        assert {name: rows for name, rows in after.items() if rows != before[name]} == {}, who
