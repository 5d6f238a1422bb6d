"""Names that the directory does not have, told by capitals and by the words around them."""

from collections.abc import Sequence

from core.reading.names.declension import cases_by_ending
from core.reading.names.legal import legal_form_at
from core.reading.names.mention import Mention
from core.reading.names.surroundings import Surroundings
from core.reading.names.variants import first_names
from core.reading.tokens import Kind

_LONGEST = 4


def unknown_at(around: Surroundings, at: int, found: Sequence[Mention]) -> Mention | None:
    """The unknown name that starts at a token, if there is one."""
    if not _may_start(around, at):
        return None
    last = _end(around, at)
    kind, word = around.before(at)
    legal = around.legal_around(at, last)
    if not legal and around.is_place(at) and kind != "person":
        return None
    return Mention(
        at,
        last,
        tuple(t.raw for t in around.tokens[at:last] if t.kind is not Kind.PUNCTUATION or t.raw == "&"),
        before=kind,
        before_word=word,
        legal=legal,
        quoted=around.quoted(at, last),
    )


def _may_start(around: Surroundings, at: int) -> bool:
    token = around.tokens[at]
    if token.kind is not Kind.WORD or len(token.raw) < 2 or around.is_title(at):
        return False
    if around.quoted(at, _end(around, at)) and token.capital:
        return True
    if around.all_lower or not token.capital:
        return _lower_name(around, at)
    if around.legal_around(at, _end(around, at)):
        return True
    if _is_abbreviation(token.raw) or at in around.whens or around.all_upper:
        return False
    if around.before(at)[0] == "person" and not around.is_ordinary(at):
        return True
    if around.starts(at) and not around.opens_sentence(at):
        return not around.is_ordinary(at) and not around.signs.get(at)
    if around.starts(at):
        return not around.is_ordinary(at) and (
            bool(first_names(token.bare)) or _stands_as_subject(around, at)
        )
    return at not in around.meaning or bool(around.before(at)[0] and not _is_sign_alone(around, at))


def _is_sign_alone(around: Surroundings, at: int) -> bool:
    return at in around.meaning


def _stands_as_subject(around: Surroundings, at: int) -> bool:
    return around.verb_follows(_end(around, at)) and len(around.tokens[at].raw) > 3


def _lower_name(around: Surroundings, at: int) -> bool:
    """Whether a name is written without a capital: a first name where a person must be."""
    if around.is_ordinary(at) or not around.all_lower:
        return False
    names = first_names(around.tokens[at].bare)
    kind = around.before(at)[0]
    return bool(names) and kind in {"person", "any"}


def _is_first_of_two(around: Surroundings, at: int) -> bool:
    """Whether a genitive after a legal form goes on with a word without a capital: "UAB Vilniaus langai"."""
    if at + 1 >= len(around.tokens) or not around.legal_around(at, at + 1):
        return False
    following = around.tokens[at + 1]
    return (
        "gen" in cases_by_ending(around.tokens[at].low)
        and following.kind is Kind.WORD
        and not following.capital
        and at + 1 not in around.meaning
        and at + 1 not in around.whens
        and not around.is_function_word(at + 1)
        and len(following.raw) > 3
    )


def _is_abbreviation(raw: str) -> bool:
    return raw.isupper() and len(raw) <= 4


def _end(around: Surroundings, at: int) -> int:
    """Index after the last word of the name: the closing quote, or what goes on in capitals."""
    tokens, last = around.tokens, at + 1
    closing = around.closing_quote(at)
    if closing:
        return closing
    if _is_first_of_two(around, at):
        return at + 2
    while last < len(tokens) and last - at < _LONGEST:
        token = tokens[last]
        if token.raw == "&" and last + 1 < len(tokens) and tokens[last + 1].capital:
            last += 2
            continue
        if token.kind is not Kind.WORD or token.start != tokens[last - 1].end + 1:
            break
        if not token.capital or legal_form_at(tokens, last) or last in around.whens or around.all_lower:
            break
        if last in around.meaning and not around.legal_around(at, last + 1):
            break
        last += 1
    return last
