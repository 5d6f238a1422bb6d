"""Names that share a word with a known one and are another's: "Baltic Foods" is no Baltic Timber."""

from dataclasses import replace

from core.reading.names.announced import is_told_new
from core.reading.names.declension import cases_by_ending
from core.reading.names.extent import end_of
from core.reading.names.legal import legal_form_at
from core.reading.names.lookup import Lookup
from core.reading.names.mention import Mention
from core.reading.names.nominative import case_told
from core.reading.names.variants import first_names


def of_another(known: Mention, unknown: Mention, words: Lookup) -> Mention | None:
    """The name of a company that the directory does not have, where a part of one that it has goes on at once
    with what nobody there is called; None where those are two names.
    """
    if known.full or known.people or not known.companies or unknown.is_known or unknown.legal:
        return None
    apart = unknown.first != known.last or not words.continues(unknown.first) or unknown.quoted
    if apart or any(first_names(words.tokens[i].bare) for i in range(known.first, unknown.last)):
        return None
    return together(known, unknown.last, words)


def of_new(known: Mention, words: Lookup) -> Mention:
    """The whole name of a company that is announced as new, where a known name is only part of it: "new
    company Baltic Timber Trading"; else the known one.
    """
    if not known.companies or known.people or not is_told_new(words.around, known.first):
        return known
    last = _end_of_new(known, words)
    return together(known, last, words) if last > known.last else known


def _end_of_new(known: Mention, words: Lookup) -> int:
    around, at = words.around, known.last
    last = end_of(around, known.first)
    goes_on = words.continues(at) and words.tokens[at].capital and not legal_form_at(words.tokens, at)
    if last <= at and goes_on and at not in around.meaning:
        last = end_of(around, at)
    if around.legal_around(known.first, last) or around.closing_quote(known.first):
        return last
    return next((i for i in range(at, last) if _is_apart(words, i)), last)


def _is_apart(words: Lookup, index: int) -> bool:
    """Whether a word behind a company's name is somebody there, or where that is: "Debesuva Kaune"."""
    token = words.tokens[index]
    where = words.around.language == "lt" and words.around.is_place(index)
    return bool(first_names(token.bare)) or (where and "nom" not in cases_by_ending(token.low))


def together(known: Mention, last: int, words: Lookup) -> Mention:
    """The words as a company's name; those that the known name has too are as in it where they
    are not whose it is ("Tilto projektai"), the last is told."""
    told = case_told(words.tokens[last - 1].raw)
    theirs = known.raw
    if known.cases != {"gen"} or "gen" in cases_by_ending(known.before_word):
        theirs = tuple(words.directory.word_of(known.companies[0], raw) or raw for raw in known.raw)
    raw = (*theirs, *(token.raw for token in words.tokens[known.last : last]))
    return replace(known, last=last, raw=raw, companies=(), cases=told or known.cases, before="company")
