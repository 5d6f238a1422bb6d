"""What no line may break: thousands, a number and its unit, a day and its month."""

import re
from collections.abc import Iterable
from functools import cache

from bot.texts import languages

NO_BREAK_SPACE = "\u00a0"


def unbroken(text: str) -> str:
    """The same text, with no-break spaces inside amounts, lengths of time and dates, whoever wrote them.

    The units of all languages count: what a person wrote in one is shown to a colleague in another.
    """
    if not _A_DIGIT.search(text):
        return str(text)  # plain, as what follows gives it
    numbers, months = _patterns()
    return months.sub(_kept, numbers.sub(_kept, text))


_A_DIGIT = re.compile(r"\d")


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
