"""The words of a message that mean something to a salesperson: verbs by what they do, and listed phrases."""

from functools import cache
from typing import NamedTuple

from core.reading.grammar.phrases import Phrases, Starting, phrases
from core.reading.grammar.verbs import VerbForm, forms_of
from core.reading.names.variants import first_names
from core.reading.tokens import Kind, Token
from core.reading.words import table


class Sign(NamedTuple):
    """A word or phrase with its meaning: tokens `first` to before `last`; `form` and `denied` of a verb."""

    category: str
    value: str
    first: int
    last: int
    form: str = ""
    denied: bool = False
    language: str = ""


_APART = "~"
_FARTHEST_PARTICLE = 7
"""So many tokens after a verb its particle may stand: "fired the month-end quote over"."""


def find_signs(tokens: tuple[Token, ...]) -> list[Sign]:
    """All signs in order of their first token; several may share tokens."""
    listed = phrases()
    found: list[Sign] = []
    for index in range(len(tokens)):
        _add_at(tokens, index, listed, found)
    adverbs = {at for sign in found if sign.category == "verb" for at in _adverb(tokens, sign)}
    conditions = {s.first: s.last for s in found if s.category == "if" and s.last - s.first > 1}
    return [
        s
        for s in found
        if not (s.category == "vain" and s.last < len(tokens) and tokens[s.last].kind is Kind.WORD)
        and (s.category != "verb" or s.first not in adverbs)
        and not (s.category == "if" and s.last < conditions.get(s.first, 0))
    ]


def opening_signs(tokens: tuple[Token, ...]) -> list[Sign]:
    """The signs that begin with the first token."""
    found: list[Sign] = []
    if tokens:
        _add_at(tokens, 0, phrases(), found)
    return [sign for sign in found if not sign.first]


def _add_at(tokens: tuple[Token, ...], index: int, listed: Phrases, found: list[Sign]) -> None:
    token = tokens[index]
    if token.kind is not Kind.WORD:
        if token.kind in (Kind.PUNCTUATION, Kind.NUMBER, Kind.OTHER):
            _listed(tokens, index, listed.starting(token.bare), found)
        return
    bare = token.bare
    found.extend(_verbs(tokens, index))
    _listed(tokens, index, listed.starting(bare), found)
    if bare.endswith("'s"):
        if not found or found[-1].first != index:
            _listed(tokens, index, listed.starting(bare[:-2]), found)
        _contracted(tokens, index, listed, found)


def is_listed(low: str, bare: str) -> bool:
    """Whether a word is a verb of the lists, or starts one of their phrases."""
    return bool(forms_of(low, bare)) or any(phrases().starting(bare)) or bare in phrases().inner_words


def _adverb(tokens: tuple[Token, ...], sign: Sign) -> list[int]:
    """Where "forward" is only a part of the verb before it: "brought the call forward"."""
    if sign.value != "move" or sign.language != "en":
        return []
    return [i for i in range(sign.first + 1, min(sign.first + 8, len(tokens))) if tokens[i].bare == "forward"]


def _verbs(tokens: tuple[Token, ...], index: int) -> list[Sign]:
    """What a word is as a verb; one whose particle stands apart ("wrote them off") is nothing else."""
    found: list[Sign] = []
    apart: list[Sign] = []
    for form in forms_of(tokens[index].low, tokens[index].bare):
        if form.form == "gerund" and first_names(tokens[index].bare):
            continue  # "Darius" is also the gerund of "daryti"
        last = _particle(tokens, index, form)
        if last:
            sign = Sign("verb", form.concept, index, last, form.form, form.denied, form.language)
            (apart if form.particles and last == index + 1 else found).append(sign)
    return [sign for sign in found if sign.last > index + 1] + apart if apart else found


def _particle(tokens: tuple[Token, ...], index: int, form: VerbForm) -> int:
    if not form.particles:
        return index + 1
    following = tokens[index + 1].bare if index + 1 < len(tokens) else ""
    if following in form.particles:
        return 0 if _opens_other(tokens, index + 1) else index + 2
    apart = _apart(form.particles)
    reach = index + 1 + _FARTHEST_PARTICLE if apart else 0
    for at in range(index + 1, min(reach, len(tokens))):
        token = tokens[at]
        if token.kind is Kind.PUNCTUATION and token.raw != "&" and not _is_hyphen(tokens, at):
            break
        if token.bare in _SUBJECTS and at + 1 < len(tokens) and _is_past(tokens[at + 1]):
            break  # "got our offer, it went over"
        if token.bare in apart:
            return index + 1
    return 0


@cache
def _apart(particles: tuple[str, ...]) -> frozenset[str]:
    """Those that may stand apart from their verb."""
    return frozenset(each[1:] for each in particles if each.startswith(_APART))


_SUBJECTS = frozenset({"it", "they", "he", "she", "we", "i"})


def _is_past(token: Token) -> bool:
    return any(form.form == "past" and form.language == "en" for form in forms_of(token.low, token.bare))


def _opens_other(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word belongs to what follows it, not to the verb before: "called in the morning"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return any(
        pattern.category == "no_particle" and pattern.end(tokens, index + 1)
        for pattern in phrases().exact.get(tokens[index].bare, ())
    ) or (tokens[index].bare == "by" and following is not None and following.kind is Kind.NUMBER)


def _contracted(tokens: tuple[Token, ...], index: int, listed: Phrases, found: list[Sign]) -> None:
    """Phrases that begin with the "is" or "has" in "Tiltas's": they start at the word after the name."""
    following = tokens[index + 1].bare if index + 1 < len(tokens) else ""
    for pattern in (*listed.exact.get("is", ()), *listed.exact.get("has", ())):
        if pattern.may_go_on(following) and (last := pattern.end(tokens, index + 1)):
            found.append(Sign(pattern.category, pattern.value, index + 1, last, "", False, pattern.language))


def _is_hyphen(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a mark stands inside a word: "month-end"."""
    following = tokens[at + 1].start if at + 1 < len(tokens) else -1
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == following


def _listed(tokens: tuple[Token, ...], index: int, starting: Starting, found: list[Sign]) -> None:
    plain = tokens[index].low == tokens[index].bare
    following = tokens[index + 1].bare if index + 1 < len(tokens) else ""
    for _, pattern in starting.before(following):
        if not plain and not _has_letters(pattern.language):
            continue
        if last := pattern.end(tokens, index + 1):
            found.append(Sign(pattern.category, pattern.value, index, last, "", False, pattern.language))


@cache
def _has_letters(language: str) -> bool:
    """Whether the language has letters with diacritics, so that such a word may be one of its."""
    return bool(table(language, "verbs").get("letters", {}).get("own"))
