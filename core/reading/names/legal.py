"""Legal forms around a company's name: UAB, Ltd, sp. z o.o."""

from functools import cache

from core.reading.tokens import Kind, Token, folded, tokenize
from core.reading.words import LANGUAGES, table

QUOTES = frozenset("\"'„“”«»")

LONGEST_FORM = 6
"""Tokens of the longest legal form, its dots included."""


@cache
def _forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Legal forms as token sequences by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for language in LANGUAGES:
        for form in table(language, "names").get("legal", {}).get("form", ()):
            words = tuple(token.bare for token in tokenize(form))
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()}


@cache
def connectives() -> frozenset[str]:
    """Words inside names that do not tell them apart: and, ir, &."""
    found = {"&", "+"}
    for language in LANGUAGES:
        found.update(table(language, "names").get("connective", {}).get("and", ()))
    return frozenset(found)


@cache
def trades(*, in_lower: bool = False) -> frozenset[str]:
    """Words at the end of a company's name that tell what it does: "Fernhill Foods"; `in_lower`: only those
    that tell it without a capital too, as "works" does not.
    """
    return _of_trades("words") | (frozenset() if in_lower else _of_trades("capital"))


@cache
def trade_surnames() -> frozenset[str]:
    """Those of them that people are called too: "Frank Mills"."""
    return _of_trades("surname")


def _of_trades(part: str) -> frozenset[str]:
    return frozenset(
        folded(word)
        for language in LANGUAGES
        for word in table(language, "names").get("trade", {}).get(part, "").split()
    )


def legal_form_at(tokens: tuple[Token, ...], index: int) -> int:
    """Index after the legal form that starts at a token; 0 if none does.

    A two-letter form counts only in capitals or as usually written ("AS" not "as", "AB" not "ab").
    """
    for words in _forms().get(tokens[index].bare, ()):
        last = index + len(words)
        if last > len(tokens) or any(
            token.bare != word for token, word in zip(tokens[index:last], words, strict=True)
        ):
            continue
        raw = tokens[index].raw
        if len(words) == 1 and len(raw) <= 2 and (not raw[:1].isupper() or not raw[1:].isupper()):
            continue
        if (
            last < len(tokens)
            and tokens[last].raw == "."
            and len(words[-1]) <= 4
            and _ends_abbreviation(tokens, last)
        ):
            return last + 1
        return last
    return 0


def with_form(text: str, start: int, end: int, name: str) -> str:
    """The company's name with the legal form that stands beside the words from `start` to `end`, as it was
    written and on its side: "UAB Debesų malūnas", "Heathmill Ltd". The name itself where there is none."""
    tokens = tokenize(text)
    inside = [at for at, token in enumerate(tokens) if token.start >= start and token.end <= end]
    if not inside or legal_form(name):
        return name
    first, last = inside[0], inside[-1] + 1
    while first and tokens[first - 1].raw in QUOTES:
        first -= 1
    while last < len(tokens) and tokens[last].raw in QUOTES:
        last += 1
    for at in range(max(0, first - LONGEST_FORM), first):
        if legal_form_at(tokens, at) == first:
            return f"{text[tokens[at].start : tokens[first - 1].end]} {name}"
    after = legal_form_at(tokens, last) if last < len(tokens) else 0
    return f"{name} {text[tokens[last].start : tokens[after - 1].end]}" if after else name


def legal_form(name: str) -> str:
    """The legal form in a company's name, folded; "" if it has none."""
    tokens = tokenize(name)
    for at in range(len(tokens)):
        if last := legal_form_at(tokens, at):
            return form_between(tokens, at, last)
    return ""


def form_between(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """A legal form's letters, folded: "sp. z o.o." is "spzoo"."""
    return "".join(token.bare for token in tokens[first:last] if token.kind is Kind.WORD)


def _ends_abbreviation(tokens: tuple[Token, ...], dot: int) -> bool:
    """Whether the dot belongs to "Ltd." inside a sentence: a lower-case word or a comma follows."""
    following = tokens[dot + 1 : dot + 2]
    return bool(following) and (following[0].raw in {",", ")"} or following[0].raw[:1].islower())


def _plain_words(name: str) -> tuple[str, ...]:
    """The words of a name of letters only with one legal form before or after; empty where it is less
    simple.
    """
    words = name.split()
    if not name.replace(" ", "").isalpha():
        return ()
    if len(words) > 1 and words[0] in _capital_forms():
        words = words[1:]
    elif len(words) > 1 and words[-1] in _capital_forms():
        words = words[:-1]
    simple = not any(word.casefold() in _special() for word in words)
    return tuple(words) if simple else ()


@cache
def _special() -> frozenset[str]:
    """Words, as they may be written, that are connectives or begin a legal form."""
    written = (f for lang in LANGUAGES for f in table(lang, "names").get("legal", {}).get("form", ()))
    return frozenset({*connectives(), *_forms(), *(form.split()[0].casefold() for form in written)})


@cache
def _capital_forms() -> frozenset[str]:
    forms = (f for lang in LANGUAGES for f in table(lang, "names").get("legal", {}).get("form", ()))
    return frozenset(form for form in forms if form.isalpha())


def words_of(name: str) -> tuple[str, ...]:
    """All words of a name as written."""
    plain = name.split()
    if name.replace(" ", "").isalpha():
        return tuple(plain)
    return tuple(token.raw for token in tokenize(name) if token.kind in (Kind.WORD, Kind.NUMBER))


def name_words(name: str) -> tuple[str, ...]:
    """Words of a company's name as written, without its legal form, quotes and connectives."""
    plain = _plain_words(name)
    if plain:
        return plain
    tokens = tokenize(name)
    kept: list[str] = []
    at = 0
    while at < len(tokens):
        after = legal_form_at(tokens, at)
        if after:
            at = after
            continue
        token = tokens[at]
        if token.kind in (Kind.WORD, Kind.NUMBER) and token.bare not in connectives():
            kept.append(token.raw)
        at += 1
    if kept:
        return tuple(kept)
    return tuple(token.raw for token in tokens if token.kind in (Kind.WORD, Kind.NUMBER))
