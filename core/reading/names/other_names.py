"""Names that share a word with a known one and are another's: "Baltic Foods" is no Baltic Timber."""

from dataclasses import replace

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


def together(known: Mention, last: int, words: Lookup) -> Mention:
    """The words as a company's name; those that the known name has too are as in it, the last is told."""
    told = case_told(words.tokens[last - 1].raw)
    theirs = [words.directory.word_of(known.companies[0], raw) or raw for raw in known.raw]
    raw = (*theirs, *(token.raw for token in words.tokens[known.last : last]))
    return replace(known, last=last, raw=raw, companies=(), cases=told or known.cases, before="company")
