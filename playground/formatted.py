"""Text with its entities as Telegram keeps it: parsed, cleaned, trimmed, checked and counted."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from . import utf16
from .autodetect import find_entities
from .errors import bad_request
from .html_entities import parse_html
from .jsontypes import Json
from .links import checked_link, link_problem

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

_REMOVED = dict.fromkeys([0x0D, *range(0x2028, 0x202F)], None)
_BLANKED = dict.fromkeys([*range(0x09), 0x09, *range(0x0B, 0x0D), *range(0x0E, 0x20)], " ")
_CLEAN = {**_BLANKED, **_REMOVED}
_KINDS = (
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic",
    "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre",
    "text_link", "text_mention", "custom_emoji",
)  # fmt: skip
_AUTOMATIC = frozenset(_KINDS[:7])
_MORE = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}

FindUser = Callable[[int], Json | None]


@dataclass(frozen=True)
class Formatted:
    """Plain text and entities in UTF-16 offsets, sorted as Telegram sorts them."""

    text: str
    entities: list[Json] = field(default_factory=list)

    def fields(self, name: str = "text") -> Json:
        """The two fields of a Message: `text` and `entities`, or `caption` and `caption_entities`."""
        key = "entities" if name == "text" else f"{name}_entities"
        return ({name: self.text} if self.text else {}) | ({key: self.entities} if self.entities else {})


def clean(text: str) -> str:
    """The text without what Telegram strips from every string: control characters, overrides of direction."""
    return text.translate(_CLEAN).encode("utf-8", "replace").decode()


def given_entities(value: object) -> list[Json]:
    """The `entities` parameter, checked entity by entity as the Bot API does."""
    if value in (None, ""):
        return []
    if not isinstance(value, list):
        raise bad_request("Expected an Array of MessageEntity")
    return [_given_entity(item) for item in value]


def _given_entity(item: object) -> Json:
    def wrong(words: str) -> Exception:
        return bad_request(f"can't parse MessageEntity: {words}")

    if not isinstance(item, dict):
        raise wrong("MessageEntity must be an Object")
    for name in ("offset", "length", "type"):
        if name not in item:
            raise wrong(f'Can\'t find field "{name}"')
    if item["type"] not in _KINDS:
        raise wrong("Unsupported type specified")
    kept = {"type": item["type"], "offset": int(item["offset"]), "length": int(item["length"])}
    if more := _MORE.get(item["type"]):
        if more not in item:
            raise wrong(f'Can\'t find field "{more}"')
        kept[more] = item[more]
    if item["type"] == "pre" and item.get("language"):
        kept["language"] = item["language"]
    return kept


def _check_bounds(text: str, entities: list[Json]) -> None:
    total = utf16.length(text)
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if start < 0:
            raise bad_request(f"receive an entity with incorrect offset {start}")
        if entity["length"] < 0:
            raise bad_request(f"receive an entity with incorrect length {entity['length']}")
        if start > total:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {start}")
        if end > total:
            words = f"entity beginning at UTF-16 offset {start} ends after the end of the text"
            raise bad_request(f"{words} at UTF-16 offset {end}")
        _check_link(entity)


def _check_link(entity: Json) -> None:
    if entity["type"] != "text_link":
        return
    if problem := link_problem(str(entity["url"])):
        raise bad_request(f"entity URL '{entity['url']}' is invalid: {problem}")
    entity["url"] = checked_link(str(entity["url"]))


def _trim(text: str, entities: list[Json]) -> Formatted:
    first = min((e["offset"] for e in entities), default=utf16.length(text))
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    text = text[lead:].rstrip(" \n")
    total, kept = utf16.length(text), []
    for entity in entities:
        start = entity["offset"] - lead
        end = min(start + entity["length"], total)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return Formatted(text, kept)


def _sorted(entities: list[Json]) -> list[Json]:
    return sorted(entities, key=lambda e: (e["offset"], -e["length"], _KINDS.index(e["type"])))


def _known_users(entities: list[Json], find_user: FindUser) -> list[Json]:
    kept = []
    for entity in entities:
        if entity["type"] == "text_mention":
            user = find_user(int(entity["user"].get("id", 0)))
            if user is None:
                continue
            entity = {**entity, "user": user}
        kept.append(entity)
    return kept


def formatted(
    text: str, parse_mode: str, entities: object, find_user: FindUser, *, detect: bool = True
) -> Formatted:
    """What becomes of a text with a `parse_mode` or `entities`; `detect` finds links, commands and so on.

    Refuses in Telegram's words: unsupported parse_mode, broken HTML, wrong entities. Mentions of unknown
    users vanish.
    """
    mode = parse_mode.lower()
    if mode in ("markdown", "markdownv2"):
        raise bad_request(f"parse_mode {parse_mode} is not implemented by this stand-in; use HTML")
    if mode not in ("", "none", "html"):
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        plain, found = parse_html(clean(text))
    else:
        plain, found = clean(text), given_entities(entities)
        _check_bounds(plain, found)
    kept = [e for e in found if e["type"] not in _AUTOMATIC]
    result = _trim(plain, _known_users(kept, find_user))
    automatic = find_entities(result.text, result.entities) if detect else []
    return Formatted(result.text, _sorted(result.entities + automatic))


def message_text(text: str, parse_mode: str, entities: object, find_user: FindUser) -> Formatted:
    """The text of a message: something that shows, at most 4096 UTF-16 units after parsing."""
    if not text:
        raise bad_request("message text is empty")
    result = formatted(text, parse_mode, entities, find_user)
    if not re.search(r"[^\s\u200b-\u200f\u2060\ufeff]", result.text):
        raise bad_request("text must be non-empty")
    if utf16.length(result.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return result


def caption(text: str, parse_mode: str, entities: object, find_user: FindUser) -> Formatted:
    """The caption of a photo or file: at most 1024 (UTF-16 units, after parsing), may be empty."""
    result = formatted(text, parse_mode, entities, find_user)
    if utf16.length(result.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return result
