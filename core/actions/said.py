"""Single values in the person's own words: a sum, a day, a phone number, and the words that are left."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.actions.work import Work
from core.errors import NotUnderstood
from core.model import Member
from core.model.base import Amount as StoredAmount
from core.reading.amounts import find_amounts
from core.reading.calendar import Direction, find_whens, resolve
from core.reading.tokens import tokenize
from core.reading.words import Line

LOOSE = " \n\t.,;:–-"
LONGEST_TITLE = 300

_PHONE = re.compile(r"[+(]*\d(?:[ ()/.-]{0,2}\d){5,14}", re.ASCII)


@dataclass(frozen=True, slots=True)
class SaidAmount:
    """A sum as said; `currency` None: none was named. `rest`: the words around it."""

    amount: Decimal
    currency: str | None
    rest: str


def amount_said(text: str) -> SaidAmount | None:
    """The one sum of the words, the likeliest where there are several; None where there is none.

    A sum with a currency or a "thousand" is likelier than a bare number, and the last than the first.
    """
    found = [each for each in find_amounts(Line(tokenize(text))) if each.is_money and each.value is not None]
    if not found:
        return None
    said = max(found, key=lambda each: (not each.is_bare, each.first))
    if said.value is None or not _can_be_kept(said.value):
        raise NotUnderstood()
    return SaidAmount(said.value, said.currency, _around(text, *said.span))


def day_said(work: Work, by: Member, text: str) -> date:
    """The day of the words, ahead where they leave it open. Raises NotUnderstood where they name none."""
    now = work.now.astimezone(work.zone_of(by)).replace(tzinfo=None)
    for when in find_whens(Line(tokenize(text))):
        on = resolve(when, now, Direction.FUTURE).on
        if on is not None:
            return on
    raise NotUnderstood()


def title_said(text: str) -> str:
    """The words as a name on one line. Raises NotUnderstood where there are none."""
    title = " ".join(text.split()).strip(LOOSE)[:LONGEST_TITLE].rstrip()
    if not any(letter.isalnum() for letter in title):
        raise NotUnderstood()
    return title


def phone_said(text: str) -> tuple[str | None, str]:
    """The first phone number as it was written, None where there is none; and the words around it.

    Where a name is told, six digits or more are a number to call, of whatever country.
    """
    found = _PHONE.search(text)
    if found is None:
        return None, text.strip(LOOSE)
    return found.group().strip(), _around(text, *found.span())


def _can_be_kept(value: Decimal) -> bool:
    scaled = value * StoredAmount.SCALE
    return abs(value) < StoredAmount.LIMIT and scaled == scaled.to_integral_value()


def _around(text: str, start: int, end: int) -> str:
    """The words before and after a part that is taken out."""
    return f"{text[:start].rstrip(LOOSE)} {text[end:].lstrip(LOOSE)}".strip(LOOSE)
