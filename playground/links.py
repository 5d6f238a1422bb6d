"""Which addresses Telegram takes as links, and which links mean a person."""

import re
from urllib.parse import urlsplit

_SCHEMES = {"http", "https", "ftp", "tg", "ton", "tonsite"}
_HOST = re.compile(r"(?:[^\s./]+\.)+[^\s./]{2,}\.?|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]")


def mentioned_user_id(address: str) -> int:
    """The user that `tg://user?id=…` names; 0 when the address is another one."""
    match = re.fullmatch(r"tg:(?://)?user\?id=(\d{1,15})", address.strip(), re.IGNORECASE)
    return int(match[1]) if match else 0


def link_problem(address: str, schemes: frozenset[str] = frozenset(_SCHEMES)) -> str:
    """Why Telegram takes this for no link, in its words; empty when it is one."""
    address = address.strip()
    if not address:
        return "URL host is empty"
    scheme, separator, rest = address.partition("://")
    if separator and scheme.lower() not in schemes:
        return "Unsupported URL protocol"
    if re.match(r"^tg:", address, re.IGNORECASE):
        return "" if rest or address[3:] else "Wrong HTTP URL"
    host = urlsplit(address if separator else f"http://{address}").netloc.rpartition("@")[2]
    host = re.sub(r":\d+$", "", host)
    if not host:
        return "URL host is empty"
    return "" if _HOST.fullmatch(host) else "Wrong HTTP URL"


def checked_link(address: str) -> str:
    """The link as Telegram stores it (a scheme added, a bare host ended by `/`); empty when it is none."""
    address = address.strip()
    if link_problem(address):
        return ""
    if "://" not in address and not address.lower().startswith("tg:"):
        address = f"http://{address}"
    parts = urlsplit(address)
    if (
        parts.scheme.lower() in ("http", "https")
        and not parts.path
        and not parts.query
        and not parts.fragment
    ):
        return f"{address}/"
    return address
