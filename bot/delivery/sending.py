"""One letter to Telegram: rendered, sent or edited, and what became of it."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.clock import Clock
from bot.delivery.media import METHODS, Sendable, parameters_of
from bot.delivery.photos import NotYet, Photos, is_gone
from bot.delivery.pictures import Pictures
from bot.delivery.plain import plain_text
from bot.delivery.rendered import Contact, Rendered, Venue
from bot.logs import event, fault
from bot.metrics import METRICS
from bot.ratelimit import Pace
from bot.transport import Transport, seconds_of
from core.notices import Fault, Notice, decode
from core.storage.inbox import LONGEST_WAIT
from core.storage.outbox import Delayed, Failed, Letter, Result, Sent

log = logging.getLogger(__name__)

FIRST_RETRY_S = 0.5
LONGEST_RETRY_S = 60.0
NOT_YET_S = 2.0
LONGEST_TURNS_S = 5.0
"""An album's letter is ours for a while only; a turn that comes later Telegram will ask us to wait for."""

REFUSED_HOLD_S = 30.0
CROWD = 3
"""So many chats refused one after the other for their pace: the limit is on the bot as a whole."""

NO_PREVIEW = {"is_disabled": True}


Render = Callable[[Notice, str], Rendered]


class Sender:
    """Sends letters; says of each what became of it, and never raises."""

    def __init__(
        self, transport: Transport, base: str, render: Render, clock: Clock, pace: Pace, pictures: Pictures
    ) -> None:
        """`base`: the address of the bot's methods."""
        self._photos = Photos(transport, base, pictures)
        self._transport = transport
        self._base = base
        self._render = render
        self._clock = clock
        self._pace = pace
        self._slowed: set[int] = set()

    async def send(self, letter: Letter, notice: Notice | None = None) -> Result:
        """`notice`: the letter's, where it is at hand. A Delayed result says when to try again."""
        moved_to = None
        try:
            rendered = self._rendered(letter, notice)
            try:
                message_id = await self._deliver(letter, rendered)
            except ChatMigrated as error:
                moved_to = error.new_chat_id
                message_id = await self._deliver(_moved(letter, moved_to), rendered)
        except TelegramError as error:
            return self._refused(letter, error)
        except NotYet as error:
            return self._later(letter, error, NOT_YET_S)
        except Exception as error:
            reference = fault(log, "letter.fault", error, outbox_id=letter.id)
            METRICS.errors.labels("delivery").inc()
            return Failed(letter.id, letter.chat_id, f"{type(error).__name__} {reference}")
        self._slowed.discard(letter.chat_id)
        return Sent(letter.id, letter.chat_id, message_id, moved_to)

    def _rendered(self, letter: Letter, notice: Notice | None) -> Rendered:
        try:
            return self._render(notice or decode(letter.payload), letter.language)
        except Exception as error:
            METRICS.errors.labels("cards").inc()
            reference = fault(log, "card.fault", error, outbox_id=letter.id)
            return self._render(Fault(reference=reference), letter.language)

    async def _deliver(self, letter: Letter, rendered: Rendered) -> int | None:
        if rendered.gone:
            return await self._remove(letter)
        if rendered.contact is not None:
            contact = _contact(letter.chat_id, rendered.contact)
            return await self._transport.put(f"{self._base}/sendContact", contact)
        if rendered.venue is not None:
            venue = _venue(letter.chat_id, rendered.venue)
            return await self._transport.put(f"{self._base}/sendVenue", venue)
        if rendered.file is not None:
            return await self._send_file(letter, rendered.file, rendered.text)
        if rendered.album:
            await self._turns(letter.chat_id, len(rendered.album) - 1)
            return await self._photos.put_album(letter, rendered.album, rendered.text)
        if rendered.picture is not None:
            buttons = _markup(rendered.keyboard)
            message_id = await self._photos.put(letter, rendered.picture, rendered.text, buttons)
            if message_id is not None:
                return message_id
        try:
            return await self._put(letter, rendered.text, rendered.keyboard, ParseMode.HTML)
        except BadRequest as error:
            if not _is_about_html(error):
                raise
        event(log, "letter.html_refused", logging.ERROR, outbox_id=letter.id)
        METRICS.errors.labels("html").inc()
        return await self._put(letter, plain_text(rendered.text), rendered.keyboard, None)

    async def _turns(self, chat_id: int, count: int) -> None:
        """Waits until as many more messages may go out as an album has."""
        waits = [self._pace.wait_s(chat_id) for _ in range(count)]
        await asyncio.sleep(min(max(waits, default=0.0), LONGEST_TURNS_S))

    async def _remove(self, letter: Letter) -> int | None:
        """Deletes a message; one that is gone, or too old to be deleted, stays as it is."""
        parameters = {"chat_id": letter.chat_id, "message_id": letter.edits_message_id}
        try:
            return await self._transport.put(f"{self._base}/deleteMessage", parameters)
        except BadRequest:
            return None

    async def _send_file(self, letter: Letter, file: Sendable, caption: str) -> int | None:
        parameters, uploads = await parameters_of(file)
        parameters |= {"chat_id": letter.chat_id, "caption": caption, "parse_mode": ParseMode.HTML}
        return await self._transport.put(f"{self._base}/{METHODS[file.kind]}", parameters, uploads)

    async def _put(
        self, letter: Letter, text: str, keyboard: InlineKeyboardMarkup | None, mode: str | None
    ) -> int | None:
        if letter.edits_message_id is not None:
            try:
                return await self._edit(letter, letter.edits_message_id, text, keyboard, mode)
            except BadRequest as error:
                if _has_no_text(error):
                    await self._remove(letter)
                elif not is_gone(error):
                    raise
        parameters = _message(letter.chat_id, text, keyboard, mode)
        if letter.reply_to_message_id is not None:
            parameters["reply_parameters"] = {
                "message_id": letter.reply_to_message_id,
                "allow_sending_without_reply": True,
            }
        return await self._transport.put(f"{self._base}/sendMessage", parameters)

    async def _edit(
        self,
        letter: Letter,
        message_id: int,
        text: str,
        keyboard: InlineKeyboardMarkup | None,
        mode: str | None,
    ) -> int:
        parameters = _message(letter.chat_id, text, keyboard, mode)
        parameters["message_id"] = message_id
        try:
            edited = await self._transport.put(f"{self._base}/editMessageText", parameters)
        except BadRequest as error:
            if "not modified" in error.message.lower():
                return message_id
            raise
        return edited or message_id

    def _refused(self, letter: Letter, error: TelegramError) -> Result:
        if isinstance(error, Forbidden):
            return Failed(letter.id, letter.chat_id, _words(error), blocked=True)
        if isinstance(error, BadRequest | ChatMigrated):
            event(log, "letter.refused", logging.WARNING, outbox_id=letter.id, error=type(error).__name__)
            return Failed(letter.id, letter.chat_id, _words(error))
        if isinstance(error, RetryAfter):
            return self._later(letter, error, self._slow_down(letter.chat_id, error))
        if isinstance(error, InvalidToken):
            self._pace.hold(REFUSED_HOLD_S)
            return self._later(letter, error, REFUSED_HOLD_S)
        return self._later(
            letter, error, min(LONGEST_RETRY_S, FIRST_RETRY_S * 2.0 ** min(letter.attempts, 10))
        )

    def _slow_down(self, chat_id: int, error: RetryAfter) -> float:
        wait = seconds_of(error)
        self._slowed.add(chat_id)
        self._pace.slow(chat_id)
        if len(self._slowed) >= CROWD:
            self._slowed.clear()
            self._pace.hold(wait)
        return wait

    def _later(self, letter: Letter, error: Exception, wait_s: float) -> Delayed:
        moment = self._clock.now() + min(timedelta(seconds=wait_s), LONGEST_WAIT)
        return Delayed(letter.id, letter.chat_id, letter.attempts + 1, moment, type(error).__name__)


def _moved(letter: Letter, chat_id: int) -> Letter:
    """The letter to the supergroup that its group has become: messages have other numbers there."""
    return replace(letter, chat_id=chat_id, edits_message_id=None, reply_to_message_id=None)


def _message(
    chat_id: int, text: str, keyboard: InlineKeyboardMarkup | None, mode: str | None
) -> dict[str, Any]:
    parameters = {"chat_id": chat_id, "text": text, "link_preview_options": NO_PREVIEW}
    if mode is not None:
        parameters["parse_mode"] = mode
    return parameters | _markup(keyboard)


def _markup(keyboard: InlineKeyboardMarkup | None) -> dict[str, Any]:
    if keyboard is None:
        return {}
    rows = [[_button(each) for each in row] for row in keyboard.inline_keyboard]
    return {"reply_markup": {"inline_keyboard": rows}}


def _button(button: InlineKeyboardButton) -> dict[str, Any]:
    """The button as the Bot API takes it; nearly all are of the kind that says something when tapped."""
    if isinstance(button.callback_data, str):
        return {"text": button.text, "callback_data": button.callback_data}
    return button.to_dict()


def _contact(chat_id: int, contact: Contact) -> dict[str, Any]:
    return {
        "chat_id": chat_id,
        "phone_number": contact.phone,
        "first_name": contact.first_name,
        "last_name": contact.last_name,
        "vcard": contact.vcard,
    }


def _venue(chat_id: int, venue: Venue) -> dict[str, Any]:
    return {
        "chat_id": chat_id,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "title": venue.title,
        "address": venue.address,
    }


def _words(error: TelegramError) -> str:
    """Telegram's own reason, which is a fixed phrase."""
    return f"{type(error).__name__}: {error.message}"[:500]


def _is_about_html(error: BadRequest) -> bool:
    return "can't parse entities" in error.message.lower()


def _has_no_text(error: BadRequest) -> bool:
    """Whether the message that was to be edited is a picture, which no method turns into words again."""
    return "there is no text in the message" in error.message.lower()
