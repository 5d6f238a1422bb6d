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


def _is_of_no_meaning(around: Surroundings, at: int) -> bool:
    token = around.tokens[at]
    if at in around.meaning or at in around.whens or around.signs.get(at) or token.kind is not Kind.WORD:
        return False
    return not around.is_ordinary(at) and token.bare not in plain_words("en")
