"""Handlers and cards that only echo, for tests of the machinery around them."""

import sys

from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from bot.application import Application, Face
from bot.cards import Rendered
from bot.config import Settings, TelegramSettings
from bot.incoming.shapes import Update
from core.actions.work import TeamSettings, Work
from core.errors import NotAllowed
from core.model import Team
from core.notices import Fault, NotALog, Notice, Refusal
from core.terms import Role


def echo(update: Update, work: Work) -> None:
    """Says again what was said; some words make it behave badly."""
    if update.callback_query is not None:
        work.toast = "tapped" if update.callback_query.data != "quiet" else None
        return
    message = update.message or update.edited_message
    if message is None or message.chat.type != "private":
        return
    said = message.text or ""
    if said == "refuse":
        raise NotAllowed(what=said)
    work.post(message.chat.id, NotALog(aside="echo", name=said), reply_to=message.message_id)
    if said == "flush":
        work.session.add_all([Team(name="twice"), Team(name="twice")])
    if said == "break":
        raise LookupError("a mistake of ours about " + said)


def render(notice: Notice, language: str) -> Rendered:
    """The echo as a message; "html" is broken on purpose."""
    if isinstance(notice, Fault):
        return Rendered(f"fault {notice.reference}")
    if isinstance(notice, Refusal):
        return Rendered(f"refused {notice.key} {notice.fields}")
    assert isinstance(notice, NotALog)
    if notice.name == "html":
        return Rendered("<b>echo html &amp; more")
    if notice.name == "card":
        raise KeyError("no such text")
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Tap", callback_data="tap")]])
    return Rendered(f"echo {notice.name}", button)


def commands(role: Role | None, language: str) -> list[BotCommand]:
    return [BotCommand("start", f"{role or 'nobody'} {language}")]


FACE = Face(echo, render, lambda key, language: f"{key} {language}", commands, lambda page, language: [])


class Announced(Application):
    """Says on stdout when it is up."""

    async def start(self) -> None:
        await super().start()
        sys.stdout.write("up\n")
        sys.stdout.flush()


if __name__ == "__main__":
    telegram_url, database_url, token = sys.argv[1:4]
    settings = Settings(TeamSettings(), (), database_url, TelegramSettings(token, telegram_url))
    Announced(settings, FACE).run()
