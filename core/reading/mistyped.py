"""Words that a thumb mistyped ("sned", "budgt", "skmabinau"), told from words that are only not listed.

Each language may list in words/<language>/mistyped.toml the words for which that is tried. Only slips that no
other word explains are mended: two letters exchanged, one inside the word left out, one doubled. Names of the
directory and words with a capital inside a sentence are left as they are.

What a dialect spells otherwise throughout ("šnekiejo" for "šnekėjo") and loans declined after an apostrophe
("call'as") are read as the listed words, if they are any.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from core.reading.directory import Directory
from core.reading.grammar.signs import find_signs, is_listed
from core.reading.names.common import common_words, english_dates
from core.reading.names.variants import first_names
from core.reading.tokens import Kind, Token, folded, starts_sentence
from core.reading.words import LANGUAGES, Line, table

_SHORTEST = 4


def mended(line: Line, directory: Directory) -> tuple[Token, ...]:
    """The tokens of a message, mistyped words read as what was meant; `raw` and the place stay as written."""
    return tuple(
        token._replace(low=meant, bare=meant) if (meant := _meant(line, at, directory)) else token
        for at, token in enumerate(line.tokens)
    )


def _meant(line: Line, at: int, directory: Directory) -> str:
    token = line.tokens[at]
    if token.kind is not Kind.WORD or len(token.bare) < _SHORTEST or line.atoms[at]:
        return ""
    if meant := _respelled(token.bare):
        return "" if is_listed(token.low, token.bare) or directory.hits(token.bare) else meant
    meant = _likely(token.bare)
    named = token.capital and not token.raw.isupper() and not starts_sentence(line.tokens, at)
    if (
        not meant
        or (named and meant not in english_dates())
        or is_listed(token.low, token.bare)
        or _is_common(token.bare)
    ):
        return ""
    if directory.hits(token.bare) or first_names(token.bare) or _is_foreign(line, meant):
        return ""
    return meant


def _is_foreign(line: Line, meant: str) -> bool:
    """Whether the other words of the message are all of languages of which the word meant is none."""
    if _SPOKEN not in line.memo:
        line.memo[_SPOKEN] = Counter(sign.language for sign in find_signs(line.tokens))
    spoken = line.memo[_SPOKEN]
    return spoken.total() >= _SOME_WORDS and not any(spoken[each] for each in _languages_of()[meant])


_SPOKEN = ("spoken", 0)
_SOME_WORDS = 3


@lru_cache(maxsize=4096)
def _respelled(bare: str) -> str:
    """The listed word that a dialect or a loan with an apostrophe writes so ("šnekiejo", "call'as")."""
    stem, mark, ending = bare.partition("'")
    if mark and len(stem) > 1 and ending.startswith(_loan_endings()):
        return stem + ending if is_listed(stem + ending, stem + ending) else ""
    for language in LANGUAGES:
        for written, meant in table(language, "mistyped").get("respelled", {}).items():
            inside = written.rstrip("*")
            begins = inside != written
            changed = meant + bare[len(inside) :] if begins else bare.replace(written, meant)
            fits = bare.startswith(inside) if begins else written in bare
            if fits and is_listed(changed, changed):
                return changed
    return ""


@cache
def _loan_endings() -> tuple[str, ...]:
    """Endings that a language writes after an apostrophe to decline or conjugate a foreign word."""
    return tuple(
        ending
        for language in LANGUAGES
        for ending in table(language, "mistyped").get("after_apostrophe", "").split()
    )


def _is_common(bare: str) -> bool:
    exact, beginnings = common_words()
    return bare in exact or bare.startswith(beginnings)


@lru_cache(maxsize=4096)
def _likely(bare: str) -> str:
    """The only listed word of which this one may be a slip; "" if there is none or several."""
    words, shortened = _words()
    if bare in words:
        return ""
    found = {slip for slip in _slips(bare) if slip in words}
    found.update(shortened.get(bare, ()))
    return found.pop() if len(found) == 1 else ""


def _slips(bare: str) -> Iterator[str]:
    """What was meant if two letters were exchanged, or one was typed twice."""
    for at in range(len(bare) - 1):
        if bare[at] == bare[at + 1]:
            yield bare[:at] + bare[at + 1 :]
        else:
            yield bare[:at] + bare[at + 1] + bare[at] + bare[at + 2 :]


@cache
def _languages_of() -> dict[str, set[str]]:
    """The listed words and the languages of their lists."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for word in table(language, "mistyped").get("words", "").split():
            found.setdefault(folded(word), set()).add(language)
    return found


@cache
def _words() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """The listed words, and what they become when one letter inside them is left out."""
    words = frozenset(_languages_of())
    shortened: dict[str, set[str]] = {}
    for word in words:
        for at in range(1, len(word) - 1):
            shortened.setdefault(word[:at] + word[at + 1 :], set()).add(word)
    return words, {short: tuple(sorted(those)) for short, those in shortened.items()}
