"""What no line may break: thousands, a number and its unit, a day and its month, a range; how lines begin."""

import re
from collections.abc import Iterable
from functools import cache

from bot.texts import languages

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"
NO_BREAK_HYPHEN = "\u2011"


def unbroken(text: str) -> str:
    """The same text, with no-break spaces inside amounts, lengths of time and dates, whoever wrote them.

    The units of all languages count: what a person wrote in one is shown to a colleague in another.
    No line begins with a dash, ends with a picture of the words behind it, or parts a range at its dash.
    """
    text = text.replace(" – ", NO_BREAK_SPACE + "– ").replace("(-", "(" + NO_BREAK_HYPHEN)
    text = _PICTURES.sub(_tied, text)
    if not _A_DIGIT.search(text):
        return text
    numbers, months = _patterns()
    return _RANGE.sub("–" + WORD_JOINER, months.sub(_kept, numbers.sub(_kept, text)))


_A_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"–(?=[\d€$£])")
_PICTURE = "[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?"
_PICTURES = re.compile(rf" (?:{_PICTURE} )+")
"""All begin with a plain character, which is what a search is quick with."""


def _tied(found: re.Match[str]) -> str:
    return " " + found[0][1:].replace(" ", NO_BREAK_SPACE)


def _kept(found: re.Match[str]) -> str:
    return found[0].replace(" ", NO_BREAK_SPACE)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number with the unit or month behind it, and a month before a number; phone numbers are left alone.

    Both begin with a plain character, which is what the search is quick with.
    """
    spoken = languages().values()
    month = _either(words.plain("month", month=number) for words in spoken for number in range(1, 13))
    unit = _either(unit for words in spoken for unit in words.plain("units-behind-a-number").split(", "))
    thousands = r"(?<![\w+.,]\d)\d{0,2}(?: \d{3})+(?! ?\d)"
    behind = rf"(?: {unit}(?!\w)){{1,2}}|(?: {month}(?: \d{{4}})?\b)"
    return re.compile(rf"\d(?:{thousands}|[\d.,]*)(?:{behind})?"), re.compile(rf"{month} (?=\d)")


def _either(choices: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted({re.escape(choice) for choice in choices}, key=len, reverse=True))})"
