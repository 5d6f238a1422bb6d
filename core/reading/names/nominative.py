"""Puts an unknown name into the nominative: "Norlankos" is Norlanka, "Rimantu" is Rimantas."""

from functools import cache

from core.reading.names.declension import OF_PEOPLE, fold, rows
from core.reading.names.variants import FirstName, first_names
from core.reading.tokens import folded, lowered
from core.reading.words import LANGUAGES, table


def person_in_nominative(words: tuple[str, ...], cases: frozenset[str]) -> str:
    """A person's name, first name first; `cases` are those that the words around allow (empty: any)."""
    given = _first_name(words[0], cases)
    if given is None:
        return " ".join(_surname(word, cases, None) for word in words)
    rest_in = cases or _cases_of(words[0], given)
    rest = [_surname(word, rest_in, given.is_woman) for word in words[1:]]
    return " ".join([_spelled_like(words[0], given.name, cases), *rest])


def _first_name(word: str, cases: frozenset[str]) -> FirstName | None:
    found = first_names(folded(word))
    fitting = [name for name, those in found if not cases or those & (cases | {"any"})]
    if not cases:
        plain = [name for name in fitting if folded(name.name) == folded(word)]
        fitting = plain or [name for name, those in found if those - OF_PEOPLE] or fitting
    fitting = sorted(fitting, key=lambda name: -_same_letters(word, name.name))
    others = [name for name, those in found if those - OF_PEOPLE - _IN_A_PLACE]
    return next(iter([*fitting, *others]), None)


_IN_A_PLACE = frozenset({"loc"})


def _same_letters(written: str, name: str) -> int:
    """How many letters are the same, diacritics and all: "Ūlai" is of Ūla, "Ulai" of Ula."""
    pairs = zip(lowered(written), lowered(name), strict=False)
    return next((count for count, (one, other) in enumerate(pairs) if one != other), len(name))


def _cases_of(word: str, given: FirstName) -> frozenset[str]:
    """The cases in which a first name stands, if it may not be the nominative: "Igną"."""
    cases = frozenset(case for name, those in first_names(folded(word)) if name == given for case in those)
    return frozenset() if cases & {"nom", "any"} else cases - OF_PEOPLE


def _spelled_like(written: str, name: str, cases: frozenset[str]) -> str:
    """The listed name; as written where it is already in the nominative, not "su Giedre" or "Giedrę"."""
    declined = (cases and "nom" not in cases) or lowered(written)[-1] in _ACCUSATIVE
    return written if folded(written) == folded(name) and not declined else name


def _surname(word: str, cases: frozenset[str], is_woman: bool | None) -> str:
    low = lowered(word)
    for ending, nominative in _surname_endings():
        written = low.endswith(ending) or (low.isascii() and low.endswith(fold(ending)))
        if written and len(low) > len(ending) + 1:
            return word[: len(word) - len(ending)] + nominative
    if not cases or cases == {"nom"}:
        return word
    if is_woman is False and low.endswith("ą") and "acc" in cases:
        return word[:-1] + "as"
    return guess(word, cases, "a" if is_woman else "as")


@cache
def _surname_endings() -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for language in LANGUAGES:
        for nominative, endings in table(language, "names").get("surname", {}).items():
            pairs.extend((ending, nominative) for ending in endings.split())
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def company_in_nominative(words: tuple[str, ...], cases: frozenset[str]) -> str:
    """A company's or rival's name; only its last word is put right, and only if the words around decline
    it.
    """
    if not cases or "nom" in cases:
        return " ".join(words)
    two = len(words) == _TWO and not words[1][:1].isupper()
    last = guess(words[-1], cases | {"acc_many"} if two and "acc" in cases else cases, "as")
    if two and is_adjective(folded(words[0])) and _agree(*words):
        return f"{_agreeing(words[0], last)} {last}"
    return " ".join([*words[:-1], last])


_TWO = 2


def _agree(adjective: str, noun: str) -> bool:
    """Whether their endings may be of one case: "Pirmą aukštą", not "Šviesos linijų"."""
    one, other = lowered(adjective)[-1], lowered(noun)[-1]
    return one == other or {one, other} <= _ACCUSATIVE


_ACCUSATIVE = frozenset("ąęįų")


def _agreeing(word: str, noun: str) -> str:
    """An adjective in the nominative of its noun: "Pirmo" before "aukštas" is Pirmas."""
    stem, _ = _adjective(folded(word))
    ending = next((own for end, own in _adjective_of() if folded(noun).endswith(end)), "")
    return word[: len(stem)] + ending if ending and len(stem) < len(word) else word


@cache
def _adjective_of() -> tuple[tuple[str, str], ...]:
    """An adjective's ending in the nominative by that of its noun, the longest first."""
    pairs = [
        (folded(end), ending)
        for language in LANGUAGES
        for ending, ends in table(language, "names").get("adjective_of", {}).items()
        for end in ends.split()
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def is_adjective(bare: str) -> bool:
    """Whether a word without diacritics is one that describes the noun after it: "pirmo", "nauji"."""
    return bool(_adjective(bare)[0])


def _adjective(bare: str) -> tuple[str, str]:
    """The stem and ending of such a word; two empty ones if it is none."""
    stems, ends = _adjectives()
    fitting = (s for s in stems if bare.startswith(s) and bare[len(s) :] in ends)
    return next(((stem, bare[len(stem) :]) for stem in fitting), ("", ""))


@cache
def _adjectives() -> tuple[tuple[str, ...], frozenset[str]]:
    rows_of = [table(language, "names").get("adjective", {}) for language in LANGUAGES]
    stems = sorted((folded(s) for row in rows_of for s in row.get("stem", "").split()), key=len, reverse=True)
    return tuple(stems), frozenset(folded(end) for row in rows_of for end in row.get("ending", "").split())


def guess(word: str, cases: frozenset[str], preferred: str) -> str:
    """The likeliest nominative of a word that stands in one of the cases; as it is where no ending fits."""
    low = lowered(word)
    for nominative, endings in _guesses(cases):
        for ending in endings:
            if low.endswith(ending) and len(low) - len(ending) >= (2 if len(ending) > 1 else 3):
                stem = word[: len(word) - len(ending)]
                return stem + (_by_gender(stem, preferred) if nominative == "?" else nominative)
    return word


def case_told(word: str) -> frozenset[str]:
    """The case of an unknown word if its ending can be of no other: "-ui", "-ę"."""
    low = lowered(word)
    for language in LANGUAGES:
        for case, ends in table(language, "names").get("sure_endings", {}).items():
            if low.endswith(tuple(ends.split())):
                return frozenset({case})
    return frozenset()


def is_surname(bare: str) -> bool:
    """Whether a word in the nominative has an ending that hardly any other has: "-auskas", "-ienė"."""
    return bare.endswith(_nominatives())


def is_declined_surname(low: str) -> bool:
    """Whether a word has an ending that surnames have in another case: "-aičiui", "-ienės"."""
    return any(len(low) > len(ending) + 2 and low.endswith(ending) for ending, _ in _surname_endings())


@cache
def _nominatives() -> tuple[str, ...]:
    return tuple(
        folded(ending) for language in LANGUAGES for ending in table(language, "names").get("surname", {})
    )


def may_stand_in(low: str, cases: frozenset[str]) -> bool:
    """Whether a word has an ending of one of the cases."""
    return any(low.endswith(ending) for _, endings in _guesses(cases) for ending in endings)


def _by_gender(stem: str, preferred: str) -> str:
    """Whether "-ą" comes of -as or -a, by the letters before it."""
    bare = folded(stem)
    for language in LANGUAGES:
        names = table(language, "names")
        if bare.endswith(tuple(folded(noun) for noun in names.get("masculine", {}).get("stem", "").split())):
            return "as"
        if bare.endswith(tuple(names.get("feminine", {}).get("stem", "").split())):
            return "a"
    return preferred


@cache
def _guesses(cases: frozenset[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for language in LANGUAGES:
        for case, table_of_case in table(language, "names").get("guess", {}).items():
            if case in cases:
                found.extend((nominative, tuple(ends.split())) for nominative, ends in table_of_case.items())
    return tuple(found)


@cache
def known_endings() -> frozenset[str]:
    """All endings of all rows."""
    return frozenset(ending for row in rows() for ending in row.cases)


@cache
def _coined() -> tuple[str, ...]:
    return tuple(table("lt", "names")["coined"]["endings"].split())


def is_coined(bare: str) -> bool:
    """Whether a word ends as only words do that are made to be a company's name: "betonuva"."""
    return len(bare) > _SHORTEST_COINED and bare.endswith(_coined())


_SHORTEST_COINED = 6
