"""People who write and tap without a pause, whether the bot is there or not."""

import asyncio
import random
from dataclasses import dataclass, field

from playground.jsontypes import Json
from playground.testing import Failed, Phone

PAUSE_S = (0.1, 0.6)
TAPS = 0.3
"""The share of what people do that is a tap: Undo under a card they have not tapped yet."""

UNDO = "Atšaukti"
MARKED = "žyma "
LETTERS = "bcdfghjklm"


def mark_of(number: int) -> str:
    """A word for a number that no reader takes for anything: a message is found by it."""
    return MARKED + "".join(LETTERS[int(digit)] for digit in f"{number:05}")


def mark_in(note: str) -> int | None:
    """The number that a message was marked with."""
    _, marked, letters = note.rpartition(MARKED)
    return int("".join(str(LETTERS.index(letter)) for letter in letters)) if marked else None


@dataclass
class Writer:
    """One person: what they sent, in order, and which buttons they tapped."""

    phone: Phone
    bot_id: int
    chance: random.Random
    sent: list[int] = field(default_factory=list)
    """The numbers of their messages in the chat; each one's mark is its place in this list."""

    tapped: set[str] = field(default_factory=set)

    async def work(self, go: asyncio.Event, until: asyncio.Event) -> None:
        """Writes while `go` is set, until it is `until`."""
        while await go.wait() and not until.is_set():
            if self.chance.random() < TAPS:
                await self._tap()
            else:
                await self._say()
            await asyncio.sleep(self.chance.uniform(*PAUSE_S))

    async def _say(self) -> None:
        message = await self.phone.say(f"Skambinau į Statybą 15 min, {mark_of(len(self.sent))}")
        self.sent.append(message["message_id"])

    async def _tap(self) -> None:
        shown = await self.phone.ask("GET", f"{self.phone.place}/messages", limit=60)
        for message in reversed(shown["messages"]):
            data = _undo_of(message)
            if data and data not in self.tapped:
                try:
                    await self.phone.press(message["message_id"], data)
                except Failed:
                    continue  # the card has just been changed
                self.tapped.add(data)
                return


def _undo_of(message: Json) -> str | None:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    return next((button["callback_data"] for button in buttons if UNDO in button["text"]), None)
