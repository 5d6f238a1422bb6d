"""A customer to be chosen in any chat, and the card that is then sent there: the directory's facts only."""

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode

from bot.cards.frame import bold
from bot.cards.names import LONGEST_NAME, called, company_in_full
from bot.cards.phone import with_number
from bot.texts import Html, Language, escape, join, shorten
from bot.texts.companies import full_name, short_name
from bot.texts.unbroken import unbroken
from core.notices.inline import Entry, Reachable

LONGEST_FACT = 200
"""Characters of an address: a part of one would lead nowhere."""

LONGEST_PART = 40
"""Characters of a fact under the name, where two lines are all there is."""

ICONS = {"company": "🏢", "person": "👤"}


def choice(entry: Entry, words: Language) -> InlineQueryResultArticle:
    """The customer as a row of the list; choosing it sends the card."""
    name = full_name(entry.name, words) if entry.kind == "company" else shorten(entry.name, LONGEST_NAME)
    content = InputTextMessageContent(
        unbroken(card(entry, words)),
        ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    return InlineQueryResultArticle(
        f"{entry.kind}-{entry.id}",
        f"{ICONS[entry.kind]} {name}",
        content,
        description=_description(entry, words),
    )


def card(entry: Entry, words: Language) -> Html:
    """What anybody may read: who it is, where they work, how to reach them."""
    name = company_in_full(entry.name, words) if entry.kind == "company" else called(entry.name)
    where = [escape(entry.role)] if entry.role else []
    where += [company_in_full(entry.company, words)] if entry.company else []
    lines = [bold(Html(f"{ICONS[entry.kind]} {name}")), *([join(", ", where)] if where else [])]
    reach = (("☎️", entry.phone), ("✉️", entry.email), ("🌐", entry.website))
    lines += [Html(f"{icon} {escape(fact, LONGEST_FACT)}") for icon, fact in reach if fact]
    return join("\n", [*lines, *map(_reachable, entry.people)])


def _reachable(person: Reachable) -> Html:
    """ "👤 Jonas Kairelis, direktorius" and the number."""
    role = [escape(person.role, LONGEST_PART)] if person.role else []
    return with_number([called(person.name), *role], person.phone)


def _description(entry: Entry, words: Language) -> str:
    """ "direktorius, „Statyba“ · +370 612 34567", plain."""
    facts = [entry.region, entry.role, short_name(entry.company, words) if entry.company else None]
    where = ", ".join(shorten(fact, LONGEST_PART) for fact in facts if fact)
    phone = shorten(entry.phone, LONGEST_PART) if entry.phone else _first_number(entry, words)
    return f"{where} · {phone}" if where else phone


def _first_number(entry: Entry, words: Language) -> str:
    """Of a company without a number, whom to call there: "Jonas Kairelis +370 612 34567"."""
    if not entry.people:
        return words.plain("inline-no-phone")
    first = entry.people[0]
    return f"{shorten(first.name, LONGEST_PART)} {shorten(first.phone, LONGEST_PART)}"
