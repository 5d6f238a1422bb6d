"""Pictures that go out: drawn once, then kept for a while, where possible by Telegram's number for them."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

from bot.charts.look import LIGHT, Look, Plot
from bot.charts.studio import NotDrawn, Studio
from bot.logs import event

log = logging.getLogger(__name__)

KEPT_IDS = 4096
KEPT_BYTES = 4 * 1024 * 1024

Key = bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it can be sent: `file_id` of one that Telegram keeps, else its PNG."""

    key: Key
    file_id: str | None
    png: bytes


class Pictures:
    """By what they show, whoever asks: the figures, the words, the period and the colours are the key."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._ids: OrderedDict[Key, str] = OrderedDict()
        self._drawn: OrderedDict[Key, bytes] = OrderedDict()
        self._size = 0
        self._drawing: dict[Key, asyncio.Future[bytes]] = {}

    async def find(self, plot: Plot, within_s: float, *, urgent: bool = True) -> Shown | None:
        """The picture; None where it is not there in time, and where somebody waits, `urgent`, a log line.

        One that comes later is kept for whoever asks next.
        """
        key = key_of(plot, LIGHT)
        if (file_id := self._ids.get(key)) is not None:
            self._ids.move_to_end(key)
            return Shown(key, file_id, b"")
        if (png := self._drawn.get(key)) is not None:
            self._drawn.move_to_end(key)
            return Shown(key, None, png)
        drawing = self._drawing.get(key)
        if drawing is None:
            drawing = self._drawing[key] = self._studio.draw(plot, LIGHT, urgent=urgent)
            drawing.add_done_callback(lambda done: self._keep(key, done))
        try:
            return Shown(key, None, await asyncio.wait_for(asyncio.shield(drawing), within_s))
        except (NotDrawn, TimeoutError) as error:
            if urgent:
                event(log, "picture.missing", logging.WARNING, title=plot.title, error=type(error).__name__)
            return None

    def is_drawing(self, plots: Iterable[Plot]) -> bool:
        """Whether some of them will be there later."""
        return any(key_of(plot, LIGHT) in self._drawing for plot in plots)

    def expected(self) -> None:
        """Somebody will want a picture soon."""
        self._studio.warm()

    def sent(self, shown: Shown, file_id: str | None) -> None:
        """Telegram keeps it from now on, under that number."""
        if file_id is None:
            return
        self._ids[shown.key] = file_id
        if len(self._ids) > KEPT_IDS:
            self._ids.popitem(last=False)
        self._size -= len(self._drawn.pop(shown.key, b""))

    def forget(self, shown: Shown) -> None:
        """Telegram does not know the number any more."""
        self._ids.pop(shown.key, None)

    async def stop(self) -> None:
        """Draws nothing more."""
        await self._studio.stop()

    def _keep(self, key: Key, drawing: "asyncio.Future[bytes]") -> None:
        self._drawing.pop(key, None)
        if drawing.cancelled() or drawing.exception() is not None or key in self._ids:
            return
        self._drawn[key] = drawing.result()
        self._size += len(drawing.result())
        while self._size > KEPT_BYTES:
            self._size -= len(self._drawn.popitem(last=False)[1])


def key_of(plot: Plot, look: Look) -> Key:
    """The same for pictures that look the same."""
    return blake2b(msgspec.msgpack.encode((plot, look)), digest_size=16).digest()
