"""Unknown English names in a message without capitals, told by the words beside them."""

from core.reading.names.common import plain_words
from core.reading.names.surroundings import Surroundings
from core.reading.names.variants import first_names
from core.reading.tokens import Kind

_REACHING = frozenset(
    {"call", "meet", "visit", "text", "mail", "see", "write", "reach", "speak", "receive", "quote", "present"}
)
_EMPLOYING = frozenset({"from", "at", "of"})
_SHORTEST = 4


def is_person_told(around: Surroundings, at: int) -> bool:
    """Whether a first name stands where a person does: "met piotr", "imogen wants", "gwen from"."""
    if not _is_of_no_meaning(around, at) or not first_names(around.tokens[at].bare):
        return False
    beside = around.signs.get(at - 1, ()) if at else ()
    reached = any(s.category == "verb" and s.value in _REACHING for s in beside)
    told = reached or (at > 0 and around.is_role(at - 1)) or around.verb_next(at + 1)
    return told or (at + 1 < len(around.tokens) and around.tokens[at + 1].bare in _EMPLOYING)


def is_employer_told(around: Surroundings, at: int) -> bool:
    """Whether a word of no meaning is where somebody works who is named before: "piotr from tidewell"."""
    if at < 2 or around.tokens[at - 1].bare not in _EMPLOYING or not _is_of_no_meaning(around, at):
        return False
    if len(around.tokens[at].raw) < _SHORTEST or around.is_place(at) or around.is_role(at):
        return False
    before = (i for i in (at - 2, at - 3) if i >= 0 and i not in around.meaning)
    return any(first_names(around.tokens[i].bare) for i in before)


def is_firm_reached(around: Surroundings, at: int) -> bool:
    """Whether a word of no meaning is what was visited, rung, quoted or won ("visited tidewell"), where a
    contact was ("demo at tidewell"), or who opens the message doing what customers do ("tidewell rang").
    """
    if not _is_of_no_meaning(around, at) or len(around.tokens[at].raw) < _SHORTEST_FIRM:
        return False
    if around.is_place(at) or around.is_role(at) or around.tokens[at].bare.endswith(_NO_NAMES):
        return False
    if at == 0:
        signs = around.signs.get(1, ())
        return any(s.category == "verb" and s.value in _DONE_BY_FIRMS and s.form in _TOLD for s in signs)
    signs = around.signs.get(at - 1, ())
    if any(s.category == "verb" and s.value in _OF_FIRMS and s.form in _TOLD for s in signs):
        return at - 1 not in around.whens
    led = around.tokens[at - 1].bare in _LEADING
    return led and any(
        (s.category == "event" and s.last == at - 1)
        or (s.category == "verb" and s.value == "visit" and s.last in {at - 1, at})
        for i in range(max(at - 3, 0), at)
        for s in around.signs.get(i, ())
    )


_SHORTEST_FIRM = 6
_OF_FIRMS = frozenset({"call", "visit", "quote", "win", "lose", "mail"})
_DONE_BY_FIRMS = frozenset({"call", "sign", "order", "mail", "refuse", "want", "choose", "buy", "cancel"})
_LEADING = frozenset({"to", "at", "with", "into", "by", "in"})
_TOLD = frozenset({"past", "part"})
_NO_NAMES = ("ing", "ed", "ly", "er", "ers", "s", "ment", "tion")


def _is_of_no_meaning(around: Surroundings, at: int) -> bool:
    token = around.tokens[at]
    if at in around.meaning or at in around.whens or around.signs.get(at) or token.kind is not Kind.WORD:
        return False
    return not around.is_ordinary(at) and token.bare not in plain_words("en")
