"""The bot's account at Telegram, as the command line needs it."""

import asyncio
from dataclasses import dataclass

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.cli.failure import Failure
from bot.config import TelegramSettings

TIMEOUT_S = 10.0


class Unreachable(Exception):
    """The Bot API server gave no usable answer; nothing is known about the token."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who the bot is: its name without @, and whether @BotFather lets it offer customers in any chat."""

    username: str
    takes_inline: bool


def username_of(telegram: TelegramSettings) -> str:
    """The name of the account behind the token, without @. Raises Failure and Unreachable."""
    return account_of(telegram).username


def account_of(telegram: TelegramSettings) -> Account:
    """The account behind the token.

    Raises Failure where the token is not accepted, Unreachable where nobody could say so. Neither shows the
    token.
    """
    try:
        return asyncio.run(_account(telegram))
    except InvalidToken:
        raise Failure(
            "Telegram does not accept the token; copy it again from @BotFather and set PILTUVELIS_TOKEN."
        ) from None
    except TelegramError as error:
        raise Unreachable(f"{telegram.base_url}: {error.message}".replace(telegram.token, "…")) from None


def link_of(username: str, payload: str) -> str:
    """The deep link that opens a chat with the bot and sends it the payload."""
    return f"https://t.me/{username}?start={payload}"


async def _account(telegram: TelegramSettings) -> Account:
    request = HTTPXRequest(connect_timeout=TIMEOUT_S, read_timeout=TIMEOUT_S)
    bot = Bot(telegram.token, base_url=f"{telegram.base_url}/bot", request=request)
    async with bot:
        return Account(bot.username, bool(bot.supports_inline_queries))
