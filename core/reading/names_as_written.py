"""The name in a remark of correction, word for word: one that is only near a known name is another's."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from core.reading.directory import Directory
from core.reading.grammar.text import Text
from core.reading.intent import Key
from core.reading.names.declension import OF_PEOPLE, case_after
from core.reading.names.legal import legal_form_at
from core.reading.names.mention import Mention
from core.reading.names.nominative import case_told, company_in_nominative, is_surname, may_stand_in
from core.reading.names.variants import first_names
from core.reading.tokens import Kind, Token

_LONGEST = 4
_SHORT = 3


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name that nobody in the directory bears, tokens `first` to before `last`; `name` in the nominative.

    `near`: companies that it may be a slip of. `may_be_person`: nothing tells that it is a company.
    """

    first: int
    last: int
    name: str
    near: tuple[Key, ...] = ()
    may_be_person: bool = False


def stranger(
    text: Text, taken: Collection[int], directory: Directory, *, declined: bool
) -> WrittenName | None:
    """The first name that the directory does not have as it is written; `taken`: tokens of other things.

    People told by a first name, known or new, are left to reading.
    """
    for first, last in _runs(text.tokens, taken, directory):
        mentions = [m for m in text.mentions if m.first < last and m.last > first]
        if _is_place_only(text.tokens[first:last], mentions, declined=declined):
            continue
        if not _is_known(text.tokens[first:last], mentions, directory):
            return _written(text, first, last, mentions, declined=declined)
    return None


def _runs(
    tokens: tuple[Token, ...], taken: Collection[int], directory: Directory
) -> Iterator[tuple[int, int]]:
    """Words in a row, the first with a capital; those without one only after a word that is no name."""
    at = 0
    while at < len(tokens):
        token, legal = tokens[at], legal_form_at(tokens, at)
        if legal or token.kind is not Kind.WORD or not token.capital or at in taken or len(token.raw) < 2:
            at = max(at + 1, legal)
            continue
        last, named = at + 1, _is_name(token, directory)
        while last < len(tokens) and last - at < _LONGEST and _goes_on(tokens, last, taken):
            if named and not tokens[last].capital:
                break
            last += 1
        yield at, last
        at = last


def _goes_on(tokens: tuple[Token, ...], at: int, taken: Collection[int]) -> bool:
    token = tokens[at]
    plain = token.kind is Kind.WORD and token.start == tokens[at - 1].end + 1 and at not in taken
    return plain and not legal_form_at(tokens, at) and (token.capital or len(token.raw) > _SHORT)


def _is_name(token: Token, directory: Directory) -> bool:
    """Whether a word is a whole name by itself."""
    hits = [hit for hit in directory.hits(token.bare, token.low) if hit.cases - OF_PEOPLE]
    whole = any(directory.named((hit.word,)) or directory.people_with(hit.word) for hit in hits)
    return whole or bool(first_names(token.bare))


def _is_known(words: tuple[Token, ...], mentions: list[Mention], directory: Directory) -> bool:
    """Whether somebody is called just so, or reading sees a new person or company in just these words."""
    if first_names(words[0].bare) or (len(words) == 1 and is_surname(words[0].bare)):
        return all(directory.hits(w.bare, w.low) for w in words) or not any(m.people for m in mentions)
    for mention in mentions:
        if any(all(directory.word_of(key, word.raw) for word in words) for key in mention.companies):
            return True
    if any(m.people for m in mentions):
        return all(directory.hits(word.bare, word.low) for word in words)
    return False


def _is_place_only(words: tuple[Token, ...], mentions: list[Mention], *, declined: bool) -> bool:
    """Whether a single word says where: "Ne, Vilniuje"."""
    return declined and len(words) == 1 and not mentions and may_stand_in(words[0].low, frozenset({"loc"}))


def _written(text: Text, first: int, last: int, mentions: list[Mention], *, declined: bool) -> WrittenName:
    words = tuple(token.raw for token in text.tokens[first:last])
    told = _case(text.tokens, first, last, mentions) if declined else frozenset()
    same = [m for m in mentions if (m.first, m.last) == (first, last) and not m.is_known]
    raw = same[0].raw if same and same[0].before == "company" else words
    near = tuple(dict.fromkeys(key for m in mentions for key in m.companies))
    as_company = near or any(m.legal or m.quoted or m.before == "company" for m in mentions) or len(words) > 1
    return WrittenName(first, last, company_in_nominative(raw, told), near, may_be_person=not as_company)


def _case(tokens: tuple[Token, ...], first: int, last: int, mentions: list[Mention]) -> frozenset[str]:
    """The case that a name stands in: by the word in front, its own ending, or the name it is near to."""
    asked = case_after(tokens[first - 1].bare) if first else ""
    if asked:
        return frozenset({asked})
    near = (m.cases for m in mentions if m.last == last)
    return case_told(tokens[last - 1].raw) or next(near, frozenset())
