"""Texts on their way through files: cleaned of what no file keeps, and never taken for a formula."""

import re
from unicodedata import combining, normalize

RISKY = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""How a text begins that a spreadsheet program would compute, or that looks as if it were guarded already."""

LATIN_MARKS = re.compile(r"[\u0300-\u036f]+")


def cleaned(text: str) -> str:
    """The text as a file carries it: without NULs and space around it, letters and their marks as one."""
    text = text.replace("\x00", "").strip()
    return text if text.isascii() else normalize("NFC", text)


def without_marks(text: str) -> str:
    """The text without the marks on its letters."""
    if text.isascii():
        return text
    bare = LATIN_MARKS.sub("", normalize("NFD", text))
    return bare if bare.isascii() else "".join(c for c in bare if not combining(c))


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet program could take it for a formula."""
    return f"'{text}" if RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded; every other text as it is."""
    return text[1:] if text.startswith("'") and RISKY.match(text) else text
