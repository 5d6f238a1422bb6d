"""Whether the words in front ask for a name that the directory does not have: a new lead, a rival."""

from core.reading.names.common import announcing
from core.reading.names.legal import QUOTES, legal_form_at
from core.reading.names.surroundings import Surroundings
from core.reading.names.variants import first_names

LONGEST_NAME = 4
"""So many words may a name have that the directory does not have."""


def is_new_lead(around: Surroundings, at: int) -> bool:
    """Whether the word follows "new lead", a dash or colon between or not, or stands before it: "new enquiry
    off the website: Drayside", "Ambler Freight, new lead".
    """
    if not around.announced:
        return False
    marked = at > 1 and around.tokens[at - 1].raw in {":", "-", "–", "—"}
    if ends_sign(around, at - 1 if marked else at, "lead") or _leads_on(around, at):
        return True
    if not marked or around.tokens[at - 1].raw != ":":
        return False
    start = at - 1
    while start > max(0, at - _LONGEST_SOURCE) and around.tokens[start - 1].raw not in _PART_ENDS:
        start -= 1
    return any(_starts_lead(around, index) for index in range(start, at))


_LONGEST_SOURCE = 7
"""So many words may tell where a lead comes from: "new enquiry off the website this morning:"."""
_PART_ENDS = frozenset({".", "!", "?", ";", ","})


def _leads_on(around: Surroundings, at: int) -> bool:
    """Whether words in capitals and a comma stand before "new lead", the first of them no first name."""
    last = at
    while last < len(around.tokens) and last - at < LONGEST_NAME and around.tokens[last].capital:
        last += 1
    comma = last > at and last + 1 < len(around.tokens) and around.tokens[last].raw == ","
    return comma and _starts_lead(around, last + 1) and not first_names(around.tokens[at].bare)


def _starts_lead(around: Surroundings, index: int) -> bool:
    return any((sign.category, sign.value) == ("stage", "lead") for sign in around.signs.get(index, ()))


_LINKS = frozenset({"with", "to", "from", "by", "for", "against", "us", "and"})


def is_asked_for(around: Surroundings, at: int) -> bool:
    """Whether the words in front ask for a name: "went with", "comparing us with", "new lead"."""
    last = at
    while last and at - last < 2 and around.tokens[last - 1].bare in _LINKS and not ends_sign(around, last):
        last -= 1
    return ends_sign(around, last)


def ends_sign(around: Surroundings, last: int, *values: str) -> bool:
    """Whether a rival or a new lead is spoken of up to there; only a sign of one of `values` if given."""
    return any(not values or sign.value in values for sign in around.announced.get(last, ()))


def is_told_new(around: Surroundings, at: int) -> bool:
    """Whether the words in front say that the company is new, its legal form, a quote or a colon between or
    not: "new customer", "naujai įmonei UAB".
    """
    noun = at - 1
    while noun > 0 and (
        around.tokens[noun].raw in _BETWEEN or legal_form_at(around.tokens, noun) == noun + 1
    ):
        noun -= 1
    if noun < 1 or not around.tokens[noun].bare.startswith(announcing("noun")):
        return False
    before = around.tokens[max(0, noun - _ADJECTIVES) : noun]
    return any(token.bare.startswith(announcing("new")) for token in before)


_BETWEEN = QUOTES | {":", "-", "–", "—"}
_ADJECTIVES = 2
"""So many words say of a customer that it is new: "new potential customer"."""
