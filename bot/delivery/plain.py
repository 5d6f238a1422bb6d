"""The text of a card without its formatting, for the case that Telegram refuses the formatting."""

import html
import re

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
LIMIT = 4096


def plain_text(formatted: str) -> str:
    """What a reader would see of Telegram's HTML; broken tags are left as they stand; never empty."""
    return html.unescape(_TAG.sub("", formatted))[:LIMIT].strip() or "…"
