"""Screens that are a picture with a caption: sent, or put in the place of a message."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.charts.look import Plot
from bot.delivery.pictures import Pictures, Shown
from bot.logs import event
from bot.metrics import METRICS
from bot.transport import Transport, Uploads
from core.storage.outbox import Letter

log = logging.getLogger(__name__)

PATIENCE_S = 6.0
"""So long somebody who asked waits for a picture rather than have the words alone."""

NAME = "picture"
ALBUMS = 2
"""So many are prepared at once: what is drawn for more would be forgotten before it is sent."""

FEWEST = 2
"""Pictures that make an album."""

MOST_WAITS = 20
"""An album that is still being drawn after so many tries goes out with what there is …"""

MOST_FAILURES = 5
"""… and one of which nothing is being drawn, as that failed, after so many: another process may do better."""


class NotYet(Exception):
    """Pictures are not drawn yet; the album is to be tried again in a moment."""


class Photos:
    """Sends pictures; where there is none, or Telegram takes none, the words go alone."""

    def __init__(self, transport: Transport, base: str, pictures: Pictures) -> None:
        self._transport = transport
        self._base = base
        self._pictures = pictures
        self._albums = asyncio.Semaphore(ALBUMS)

    async def put(self, letter: Letter, plot: Plot, caption: str, markup: dict[str, Any]) -> int | None:
        """The number of the message, new or edited; None: nothing was sent. `markup`: its buttons.

        Raises TelegramError, but for what a picture alone may be refused for.
        """
        shown = await self._pictures.find(plot, PATIENCE_S)
        if shown is None:
            return None
        try:
            return await self._put(letter, shown, caption, markup)
        except BadRequest as error:
            if _is_about_number(error):
                self._pictures.forget(shown)
                return await self.put(letter, plot, caption, markup)
            event(log, "picture.refused", logging.WARNING, outbox_id=letter.id, error=error.message[:100])
            METRICS.errors.labels("picture").inc()
            return None

    async def put_album(self, letter: Letter, plots: Sequence[Plot], caption: str) -> int | None:
        """The number of its first message; it arrives without a sound. Pictures that cannot be drawn in
        several tries are left out. Raises NotYet where some are to be tried again, and TelegramError."""
        async with self._albums:
            finding = (self._pictures.find(plot, PATIENCE_S, urgent=False) for plot in plots)
            found = await asyncio.gather(*finding)
            shown = [each for each in found if each is not None]
            if missing := len(plots) - len(shown):
                most = MOST_WAITS if self._pictures.is_drawing(plots) else MOST_FAILURES
                if letter.attempts < most:
                    raise NotYet
                event(log, "album.incomplete", logging.WARNING, outbox_id=letter.id, missing=missing)
            try:
                return await self._send_album(letter, shown, caption)
            except BadRequest as error:
                if not _is_about_number(error):
                    raise
                for each in shown:
                    self._pictures.forget(each)
                raise NotYet from None

    async def _send_album(self, letter: Letter, shown: Sequence[Shown], caption: str) -> int | None:
        said = {"caption": caption, "parse_mode": ParseMode.HTML}
        parameters: dict[str, Any] = {"chat_id": letter.chat_id, "disable_notification": True}
        if len(shown) < FEWEST:
            if not shown:
                raise BadRequest("no picture could be drawn")
            return await self._sent(
                f"{self._base}/sendPhoto", parameters | said | {"photo": media_of(shown[0], NAME)}, shown[0]
            )
        media: list[dict[str, Any]] = []
        uploads: Uploads = {}
        for number, each in enumerate(shown):
            name = f"{NAME}{number}"
            media.append({"type": "photo", "media": media_of(each, name), **(said if not number else {})})
            uploads |= upload_of(each, name)
        sent = await self._transport.put_album(
            f"{self._base}/sendMediaGroup", parameters | {"media": media}, uploads
        )
        for each, (_, file_id) in zip(shown, sent, strict=False):
            self._pictures.sent(each, file_id)
        return sent[0][0] if sent else None

    async def _put(self, letter: Letter, shown: Shown, caption: str, markup: dict[str, Any]) -> int | None:
        if letter.edits_message_id is not None:
            try:
                return await self._edit(letter, letter.edits_message_id, shown, caption, markup)
            except BadRequest as error:
                if "not modified" in error.message.lower():
                    return letter.edits_message_id
                if not is_gone(error):
                    raise
        parameters = {"chat_id": letter.chat_id, "caption": caption, "parse_mode": ParseMode.HTML, **markup}
        parameters |= {"photo": media_of(shown, NAME)}
        if letter.reply_to_message_id is not None:
            reply = {"message_id": letter.reply_to_message_id, "allow_sending_without_reply": True}
            parameters["reply_parameters"] = reply
        return await self._sent(f"{self._base}/sendPhoto", parameters, shown)

    async def _edit(
        self, letter: Letter, message_id: int, shown: Shown, caption: str, markup: dict[str, Any]
    ) -> int | None:
        media = {
            "type": "photo",
            "media": media_of(shown, NAME),
            "caption": caption,
            "parse_mode": ParseMode.HTML,
        }
        parameters = {"chat_id": letter.chat_id, "message_id": message_id, "media": media, **markup}
        return await self._sent(f"{self._base}/editMessageMedia", parameters, shown) or message_id

    async def _sent(self, url: str, parameters: dict[str, Any], shown: Shown) -> int | None:
        message_id, file_id = await self._transport.put_photo(url, parameters, upload_of(shown, NAME))
        self._pictures.sent(shown, file_id)
        return message_id


def media_of(shown: Shown, name: str) -> str:
    """The picture as a parameter: Telegram's number for it, or the part of the request that it is."""
    return shown.file_id or f"attach://{name}"


def upload_of(shown: Shown, name: str) -> dict[str, tuple[str, bytes, str]]:
    """What of it has to go along."""
    return {} if shown.file_id else {name: (f"{name}.png", shown.png, "image/png")}


def is_gone(error: BadRequest) -> bool:
    """Whether the message that was to be edited is not there or not editable any more."""
    words = error.message.lower()
    return any(
        phrase in words
        for phrase in ("message to edit not found", "message can't be edited", "message_id_invalid")
    )


def _is_about_number(error: BadRequest) -> bool:
    words = error.message.lower()
    return "file identifier" in words or "file_id" in words or "file reference" in words
