"""What Telegram's apps and servers find in plain text by themselves: commands, links, mentions, numbers."""

import re

from . import utf16
from .jsontypes import Json

_TOP_LEVEL = (
    "com|org|net|edu|gov|int|info|biz|io|dev|app|me|eu|lt|lv|ee|pl|de|fr|uk|us|ru|ua|by|fi|se|no|dk|it|es|nl|be|at|ch|"
    "cz|sk|hu|ro|bg|gr|pt|ie|ca|au|jp|cn|in|br|ai|co|tv|cc|xyz|online|shop|store|site|tech|cloud|page|blog"
)
_HOST = rf"(?:[^\W_](?:[\w-]{{0,62}}[^\W_])?\.)+(?:{_TOP_LEVEL})(?![\w-]|\.\w)"
_REST = r"[^\s<>\"«»]*[^\s<>\"«».,:;!?()\[\]{}'’”“„…]"
_NAME = "[A-Za-z][A-Za-z0-9_]{2,31}"
_PATTERNS = (
    ("url", re.compile(rf"(?<![\w@/.])(?:https?|ftp)://{_REST}", re.IGNORECASE)),
    ("email", re.compile(rf"(?<![\w.+@-])[\w.+-]{{1,64}}@{_HOST}", re.IGNORECASE)),
    ("url", re.compile(rf"(?<![\w@/.]){_HOST}(?::\d+)?(?:/{_REST})?/?", re.IGNORECASE)),
    ("mention", re.compile(rf"(?<![\w@/])@{_NAME}(?![\w@])")),
    ("bot_command", re.compile(rf"(?<![\w@#/<>])/[A-Za-z0-9_]{{1,64}}(?:@{_NAME})?(?![\w/<>])")),
    ("hashtag", re.compile(r"(?<![\w@#/])#(?=\w*[^\W\d])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
    ("phone_number", re.compile(r"(?<![\w+.,/-])\+\d(?:[\s().-]{0,2}\d){8,14}(?![\w-])")),
)  # fmt: skip


def find_entities(text: str, taken: list[Json]) -> list[Json]:
    """Entities that Telegram would add by itself, none of them overlapping code, links or each other.

    `taken` are the entities already there; offsets are UTF-16 units.
    """
    closed = {"code", "pre", "text_link", "text_mention", "custom_emoji"}
    spans = [(e["offset"], e["offset"] + e["length"]) for e in taken if e["type"] in closed]
    found: list[Json] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start = utf16.length(text[: match.start()])
            end = start + utf16.length(match.group())
            if all(end <= a or start >= b for a, b in spans):
                spans.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return found
