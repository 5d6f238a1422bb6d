"""Names of companies as a language writes them: UAB „Statyba“, „Statyba“, Northfell Ltd."""

from functools import lru_cache

from bot.texts import Language, shorten

LONGEST_NAME = 64
QUOTES = "\"'„“”‟«»‚‘’"
QUOTES_INSIDE = '"„“”«»'
FOREIGN_FIRST = frozenset(("SIA", "AS", "OÜ", "ООО"))
FOREIGN_LAST = frozenset(
    (
        *("ltd", "limited", "plc", "llp", "llc", "inc", "corp", "co", "gmbh", "kg", "ag", "se", "bv", "nv"),
        *("sa", "sas", "sarl", "srl", "spa", "s.a", "s.r.o", "sro", "o.o", "z.o.o", "sp.z.o.o"),
        *("oy", "oyj", "aps", "a/s", "as", "oü", "sia"),
    )
)
"""Legal forms of other countries: a name with one of them is left as it is stored."""


@lru_cache(maxsize=8192)
def full_name(stored: str, words: Language) -> str:
    """The name with its legal form in front: UAB „Statyba“, however it is stored."""
    form, name = _parted(stored, words)
    if not form:
        return _quoted(name, words)
    return words.plain("company-with-form", form=form, name=name)


@lru_cache(maxsize=8192)
def short_name(stored: str, words: Language) -> str:
    """The name without its legal form: „Statyba“. A foreign form stays: Northfell Ltd."""
    _, name = _parted(stored, words)
    return _quoted(name, words)


def _parted(stored: str, words: Language) -> tuple[str, str]:
    """The legal form ("" for none that the language knows), and the name without it and its quotes."""
    name = shorten(stored, LONGEST_NAME)
    forms = {form.casefold(): form for form in _listed("company-forms", words)}
    first, _, behind = name.partition(" ")
    before, _, last = name.rpartition(" ")
    for form, rest in ((first.strip(","), behind), (last, before.rstrip(" ,"))):
        if rest and form.casefold() in forms:
            return forms[form.casefold()], _unquoted(rest)
    return "", _unquoted(name)


def _unquoted(name: str) -> str:
    """Without the quotes around the whole of it; quotes inside are part of the name."""
    inner = name.strip()
    if len(inner) > 2 and inner[0] in QUOTES and inner[-1] in QUOTES:
        inner = inner[1:-1].strip()
    return inner or name


def _quoted(name: str, words: Language) -> str:
    return name if _speaks_for_itself(name, words) else words.plain("company-quoted", name=name)


def _speaks_for_itself(name: str, words: Language) -> bool:
    """Whether quotes would be wrong: quotes inside, a foreign legal form, or an institution's plain name."""
    first, *_, last = f"{name} {name}".split(" ")
    last = last.strip(".,")
    foreign = first in FOREIGN_FIRST or last.casefold() in FOREIGN_LAST
    institution = last in _listed("company-unquoted", words)
    return foreign or institution or any(quote in name for quote in QUOTES_INSIDE)


@lru_cache
def _listed(key: str, words: Language) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.plain(key).split(",") if part.strip())
