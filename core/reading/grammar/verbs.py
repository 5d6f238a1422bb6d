"""What a word is as a verb: which form of what is done, denied or not."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from core.reading.grammar.conjugation import conjugated
from core.reading.tokens import folded
from core.reading.words import LANGUAGES, table


class VerbForm(NamedTuple):
    """What one word is a form of: `concept` says what the verb does, `form` in which tense and person.

    `form`: inf, past1/2/3 or past, pres1/3, fut1/2/3, cond, imp, active (a past participle), pass, doing,
    gerund;
    English: base, past, part, pres3, ing. `particles`: one of them must follow ("drop" + "by"). `denied`:
    has "ne".
    """

    concept: str
    form: str
    language: str
    particles: tuple[str, ...] = ()
    denied: bool = False


@cache
def _negations() -> tuple[tuple[str, str], ...]:
    pairs = [
        (p, lang) for lang in LANGUAGES for p in table(lang, "verbs").get("negation", {}).get("prefix", ())
    ]
    return tuple(pairs)


@cache
def endings() -> tuple[tuple[str, str, str, str], ...]:
    """Endings that tell a verb which no list has: the ending, its form, what to take it for, the language."""
    found: list[tuple[str, str, str, str]] = []
    for language in LANGUAGES:
        for concept, forms in table(language, "verbs").get("guess", {}).items():
            for form, words in forms.items():
                found.extend((ending, form, concept, language) for ending in words.split())
    return tuple(sorted(found, key=lambda row: -len(row[0])))


@cache
def deeds() -> tuple[str, ...]:
    """Endings of a past tense that tell a verb which no list has right after who did it."""
    ends = (table(language, "verbs").get("deed", {}).get("past", "") for language in LANGUAGES)
    return tuple(end for each in ends for end in each.split())


def _agreement(name: str) -> tuple[str, ...]:
    return tuple(
        end
        for language in LANGUAGES
        for end in table(language, "verbs").get("agreement", {}).get(name, "").split()
    )


@cache
def plurals() -> tuple[str, ...]:
    """Endings of nouns in the nominative plural with which a participle may look like an infinitive."""
    return _agreement("plural")


@cache
def participles() -> tuple[str, ...]:
    """Endings of participles that look like infinitives: "neturintis"."""
    return _agreement("participle")


@cache
def described() -> tuple[str, ...]:
    """Endings of passive participles in the cases of an object: "perskaičiuotą"."""
    return _agreement("described")


@lru_cache(maxsize=8192)
def forms_of(low: str, bare: str) -> tuple[VerbForm, ...]:
    """What a word is a form of, with "ne" in front too; empty for what is no listed verb.

    A word written with diacritics is only what is spelled so; one without may be any that folds to it.
    """
    known = _spelled(low, bare)
    if known:
        return known
    for prefix, language in _negations():
        if bare.startswith(prefix):
            denied = _spelled(low[len(prefix) :], bare[len(prefix) :])
            found = tuple(form._replace(denied=True) for form in denied if form.language == language)
            found = found or tuple(_reflexive(bare[len(prefix) :], low[len(prefix) :], language))
            if found:
                return found
    return ()


def _reflexive(bare: str, low: str, language: str) -> Iterator[VerbForm]:
    """Forms with the reflexive particle between the negation and the verb: "ne-si-skambinsim"."""
    for particle, ends in table(language, "verbs").get("negation", {}).get("particle", {}).items():
        if not bare.startswith(particle):
            continue
        rest, plain = low[len(particle) :], bare[len(particle) :]
        for end in ends.split(" "):
            for form in _spelled(rest + end, plain + folded(end)):
                if form.language == language:
                    yield form._replace(denied=True)


def _spelled(low: str, bare: str) -> tuple[VerbForm, ...]:
    forms = [(known.word, VerbForm(*known[1:])) for known in conjugated(bare)]
    exact = tuple(dict.fromkeys(form for word, form in forms if word == low))
    if low == bare and not exact:
        return tuple(dict.fromkeys(form for _, form in forms))
    return exact
