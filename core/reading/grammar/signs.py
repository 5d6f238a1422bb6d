"""The words of a message that mean something to a salesperson: verbs by what they do, and listed phrases."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from core.reading.grammar.verbs import VerbForm, forms_of
from core.reading.names.variants import first_names
from core.reading.tokens import Kind, Token, tokenize
from core.reading.words import LANGUAGES, table


class Sign(NamedTuple):
    """A word or phrase with its meaning: tokens `first` to before `last`; `form` and `denied` of a verb."""

    category: str
    value: str
    first: int
    last: int
    form: str = ""
    denied: bool = False
    language: str = ""


class _Pattern(NamedTuple):
    category: str
    value: str
    words: tuple[str, ...]
    language: str


_GAP = "…"
_END = "$"
_APART = "~"
_LONGEST_GAP = 3
_MARKS = frozenset({Kind.PUNCTUATION, Kind.OTHER})
_DAYS = frozenset({"today", "yesterday", "again", "now"})
"""Words after which a clause has said all but when: "closed today"."""
_FARTHEST_PARTICLE = 7
"""So many tokens after a verb its particle may stand: "fired the month-end quote over"."""


class _Starting(NamedTuple):
    """The patterns that one word starts, in the order of the lists: those that are this word alone or whose
    second word may be many, and those of one second word.
    """

    anywhere: Sequence[tuple[int, _Pattern]]
    by_second: Mapping[str, Sequence[tuple[int, _Pattern]]]

    def before(self, following: str) -> Sequence[tuple[int, _Pattern]]:
        """Those that may fit before this word."""
        told = self.by_second.get(following)
        return sorted((*self.anywhere, *told), key=itemgetter(0)) if told else self.anywhere


_KEPT_WORDS = 4096


class _Phrases:
    """Listed phrases by their first word; "*" at a word's end stands for any ending, "…" for up to three
    words, "$" for the end of a clause: of the text, or a mark.
    """

    def __init__(self) -> None:
        self._known: dict[str, _Starting] = {}
        self.exact: dict[str, list[_Pattern]] = {}
        self.open: dict[str, list[_Pattern]] = {}
        for language in LANGUAGES:
            shortened = tuple(table(language, "verbs").get("short", {}).items())
            for category, values in table(language, "phrases").items():
                for value, entries in values.items():
                    for entry in entries:
                        for written in _spellings(entry, shortened):
                            self._add(_Pattern(category, value, _words(written), language))
        self.lengths = sorted({len(start) for start in self.open})

    def _add(self, pattern: _Pattern) -> None:
        first = pattern.words[0]
        if first.endswith("*"):
            self.open.setdefault(first[:-1], []).append(pattern)
        else:
            self.exact.setdefault(first, []).append(pattern)

    def starting(self, bare: str) -> _Starting:
        """Patterns whose first word fits; they are kept, since messages are made of few words."""
        known = self._known.get(bare)
        if known is None:
            if len(self._known) >= _KEPT_WORDS:
                self._known.clear()
            known = self._known[bare] = _sorted_by_second(self._fitting(bare))
        return known

    def _fitting(self, bare: str) -> Iterable[_Pattern]:
        yield from self.exact.get(bare, ())
        for length in self.lengths:
            if length > len(bare):
                break
            yield from self.open.get(bare[:length], ())


def _spellings(entry: str, shortened: Sequence[tuple[str, str]]) -> set[str]:
    """How a phrase may be written: "don't" as "dont" too, "pakelti" as "pakelt" where speech drops it."""
    found = {entry, entry.replace("n't", "nt")}
    for ending, spoken in shortened:
        short = (
            word[: len(word) - len(ending)] + spoken
            if word.endswith(ending) and len(word) > len(ending) + _SHORTEST_STEM
            else word
            for word in entry.split()
        )
        found.add(" ".join(short))
    return found


_SHORTEST_STEM = 2


def _sorted_by_second(patterns: Iterable[_Pattern]) -> _Starting:
    anywhere: list[tuple[int, _Pattern]] = []
    by_second: dict[str, list[tuple[int, _Pattern]]] = {}
    for number, pattern in enumerate(patterns):
        second = pattern.words[1] if len(pattern.words) > 1 else _GAP
        told = second not in {_GAP, _END} and not second.endswith("*")
        (by_second.setdefault(second, []) if told else anywhere).append((number, pattern))
    return _Starting(anywhere, by_second)


def _words(entry: str) -> tuple[str, ...]:
    words: list[str] = []
    for piece in entry.split():
        if piece in {_GAP, _END}:
            words.append(piece)
            continue
        bares = [token.bare for token in tokenize(piece.rstrip("*"))]
        if piece.endswith("*"):
            bares[-1] += "*"
        words.extend(bares)
    return tuple(words)


@cache
def _phrases() -> _Phrases:
    return _Phrases()


def find_signs(tokens: tuple[Token, ...]) -> list[Sign]:
    """All signs in order of their first token; several may share tokens."""
    phrases = _phrases()
    found: list[Sign] = []
    for index in range(len(tokens)):
        _add_at(tokens, index, phrases, found)
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
        _add_at(tokens, 0, _phrases(), found)
    return [sign for sign in found if not sign.first]


def _add_at(tokens: tuple[Token, ...], index: int, phrases: _Phrases, found: list[Sign]) -> None:
    token = tokens[index]
    if token.kind is not Kind.WORD:
        if token.kind in (Kind.PUNCTUATION, Kind.NUMBER, Kind.OTHER):
            _listed(tokens, index, phrases.starting(token.bare), found)
        return
    bare = token.bare
    found.extend(_verbs(tokens, index))
    _listed(tokens, index, phrases.starting(bare), found)
    if bare.endswith("'s"):
        if not found or found[-1].first != index:
            _listed(tokens, index, phrases.starting(bare[:-2]), found)
        _contracted(tokens, index, phrases, found)


def is_listed(low: str, bare: str) -> bool:
    """Whether a word is a verb of the lists, or starts one of their phrases."""
    return bool(forms_of(low, bare)) or any(_phrases().starting(bare)) or bare in _inner_words()


@cache
def _inner_words() -> frozenset[str]:
    """Words that stand in phrases after the first."""
    lists = (patterns for patterns in (*_phrases().exact.values(), *_phrases().open.values()))
    return frozenset(word for patterns in lists for pattern in patterns for word in pattern.words[1:])


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
    for at in range(index + 1, min(index + 1 + _FARTHEST_PARTICLE, len(tokens))):
        token = tokens[at]
        if token.kind is Kind.PUNCTUATION and token.raw != "&" and not _is_hyphen(tokens, at):
            break
        if token.bare in _SUBJECTS and at + 1 < len(tokens) and _is_past(tokens[at + 1]):
            break  # "got our offer, it went over"
        if _APART + token.bare in form.particles:
            return index + 1
    return 0


_SUBJECTS = frozenset({"it", "they", "he", "she", "we", "i"})


def _is_past(token: Token) -> bool:
    return any(form.form == "past" and form.language == "en" for form in forms_of(token.low, token.bare))


def _opens_other(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word belongs to what follows it, not to the verb before: "called in the morning"."""
    return any(
        pattern.category == "no_particle" and _end(tokens, index + 1, pattern.words, 1)
        for pattern in _phrases().exact.get(tokens[index].bare, ())
    )


def _contracted(tokens: tuple[Token, ...], index: int, phrases: _Phrases, found: list[Sign]) -> None:
    """Phrases that begin with the "is" or "has" in "Tiltas's": they start at the word after the name."""
    following = tokens[index + 1].bare if index + 1 < len(tokens) else ""
    for pattern in (*phrases.exact.get("is", ()), *phrases.exact.get("has", ())):
        if len(pattern.words) == 1 or not (pattern.words[1] in _OPEN or _fits(pattern.words[1], following)):
            continue
        if last := _end(tokens, index + 1, pattern.words, 1):
            found.append(Sign(pattern.category, pattern.value, index + 1, last, "", False, pattern.language))


_OPEN = frozenset({_GAP, _END})
"""In a pattern, what stands for no word."""


def _is_hyphen(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a mark stands inside a word: "month-end"."""
    following = tokens[at + 1].start if at + 1 < len(tokens) else -1
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == following


def _listed(tokens: tuple[Token, ...], index: int, starting: _Starting, found: list[Sign]) -> None:
    plain = tokens[index].low == tokens[index].bare
    following = tokens[index + 1].bare if index + 1 < len(tokens) else ""
    for _, pattern in starting.before(following):
        if not plain and not _has_letters(pattern.language):
            continue
        last = index + 1 if len(pattern.words) == 1 else _end(tokens, index + 1, pattern.words, 1)
        if last:
            found.append(Sign(pattern.category, pattern.value, index, last, "", False, pattern.language))


@cache
def _has_letters(language: str) -> bool:
    """Whether the language has letters with diacritics, so that such a word may be one of its."""
    return bool(table(language, "verbs").get("letters", {}).get("own"))


def _end(tokens: tuple[Token, ...], at: int, words: tuple[str, ...], number: int) -> int:
    """Index after the rest of the pattern from word `number`; 0 if it does not fit."""
    while number < len(words):
        word = words[number]
        if word == _GAP:
            ends = (_end(tokens, at + skip, words, number + 1) for skip in range(_LONGEST_GAP + 1))
            return next((end for end in ends if end), 0)
        if word == _END:
            return at if at >= len(tokens) or tokens[at].kind in _MARKS or tokens[at].bare in _DAYS else 0
        if at >= len(tokens) or not _fits(word, tokens[at].bare):
            return 0
        at, number = at + 1, number + 1
    return at


def _fits(word: str, bare: str) -> bool:
    return bare.startswith(word[:-1]) if word.endswith("*") else bare == word
