"""Every form of the verbs in the word lists, built from their principal parts."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from core.reading.tokens import folded
from core.reading.words import LANGUAGES, table


class VerbForm(NamedTuple):
    """What one word is a form of: `concept` says what the verb does, `form` in which tense and person.

    `form`: inf, past1/2/3 or past, pres1/3, fut1/2/3, cond, imp, active (a past participle), pass, doing, gerund;
    English: base, past, part, pres3, ing. `particles`: one of them must follow ("drop" + "by"). `denied`: has "ne".
    """

    concept: str
    form: str
    language: str
    particles: tuple[str, ...] = ()
    denied: bool = False


@cache
def verb_forms() -> Mapping[str, tuple[VerbForm, ...]]:
    """All affirmative forms of all languages without diacritics; built at the first call (some 200 ms)."""
    found: dict[str, list[VerbForm]] = {}
    same: dict[VerbForm, VerbForm] = {}
    for language in LANGUAGES:
        tables = table(language, "verbs")
        for concept, entries in tables.get("verbs", {}).items():
            for entry in entries:
                for word, form in _forms(entry, concept, language, tables):
                    known = found.setdefault(word, [])
                    if form not in known:
                        known.append(same.setdefault(form, form))
    return {word: tuple(forms) for word, forms in found.items()}


def _forms(entry: str, concept: str, language: str, tables: Mapping[str, Any]) -> Iterator[tuple[str, VerbForm]]:
    entry, _, particles = entry.partition(":")
    entry, _, prefixes = entry.partition(" +")
    following = tuple(particles.strip().split("|")) if particles else ()
    parts = entry.split()
    for prefix in ("", *prefixes.split()):
        bare = folded(prefix)
        for word, form in _conjugated(parts, tables):
            yield bare + word, VerbForm(concept, form, language, following)
            if bare and bare[-1] == word[0]:
                yield bare + word[1:], VerbForm(concept, form, language, following)


@cache
def _negations() -> tuple[tuple[str, str], ...]:
    pairs = [(p, lang) for lang in LANGUAGES for p in table(lang, "verbs").get("negation", {}).get("prefix", ())]
    return tuple(pairs)


@lru_cache(maxsize=8192)
def forms_of(bare: str) -> tuple[VerbForm, ...]:
    """What a folded word is a form of, with "ne" in front too; empty for what is no listed verb."""
    known = verb_forms().get(bare)
    if known is not None:
        return known
    for prefix, language in _negations():
        if bare.startswith(prefix):
            denied = verb_forms().get(bare[len(prefix) :], ())
            found = tuple(form._replace(denied=True) for form in denied if form.language == language)
            if found:
                return found
    return ()


def _conjugated(parts: list[str], tables: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    paradigms = tables["paradigm"]
    sounds = tables.get("sounds", {})
    soften = tables.get("soften", {})
    for number, part in enumerate(parts, 1):
        rows = paradigms["alone" if len(parts) == 1 and "alone" in paradigms else str(number)]
        ending = max((end for end in rows if part.endswith(end)), key=len, default=None)
        if ending is None:
            continue
        stem = part[: len(part) - len(ending)]
        for form, endings in rows[ending].items():
            for one in endings.split(" "):
                yield _joined(stem, one, sounds, soften), form


def _joined(stem: str, ending: str, sounds: Mapping[str, str], soften: Mapping[str, str]) -> str:
    if ending.startswith("~"):
        ending = ending[1:]
        stem = stem[:-1] + soften.get(stem[-1:], stem[-1:])
    bare, end = folded(stem), folded(ending)
    meeting = sounds.get(bare[-1:] + end[:1])
    if meeting:
        return bare[:-1] + meeting + end[1:]
    return bare + end
