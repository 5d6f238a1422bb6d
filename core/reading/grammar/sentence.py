"""The words of a message with its signs and names, as rules about verbs look at them."""

from collections.abc import Sequence

from core.reading.grammar.signs import Sign
from core.reading.grammar.verb import Verb
from core.reading.names.mention import Mention
from core.reading.tokens import Kind, Token

_OF_PLACE = frozenset({"from", "at", "of"})
_WORDS_BEFORE = 4
_TO_OBJECT = 3
"""So many words may stand between a verb and the name that is its object."""
_NOTHING = frozenset({"nothing", "nobody", "noone", "neither", "none"})


_TELLING = frozenset({"voice", "stage", "reason", "note", "close", "their", "our", "over"})
"""Phrases of which no word is taken for a verb that no list has."""
_PHRASES = frozenset({"event", "thing", "channel", "noun"})
"""Phrases inside which no word is a verb: "video call", "price list"."""


class Sentence:
    """The words of a message, what signs start at each, which are names, and the verbs found so far."""

    def __init__(
        self, tokens: tuple[Token, ...], signs: Sequence[Sign], mentions: Sequence[Mention], language: str
    ) -> None:
        self.tokens = tokens
        self.at: dict[int, list[Sign]] = {}
        self._sorts: set[tuple[int, str]] = set()
        for sign in signs:
            self.at.setdefault(sign.first, []).append(sign)
            self._sorts.add((sign.first, sign.category))
        self.named = {i: m for m in mentions for i in range(m.first, m.last)}
        self.in_phrase = {
            i
            for s in signs
            if s.category in _PHRASES and (s.last - s.first > 1 or s.category == "noun")
            for i in range(s.first + self._begins_with_their_verb(s), s.last)
        }
        self.told = {
            i
            for s in signs
            if s.category in _TELLING and s.last - s.first > 1
            for i in range(s.first, s.last)
        }
        self.taken_back = {
            i
            for s in signs
            if s.category == "correction" and (s.language == "lt" or s.last - s.first > 2)
            for i in range(s.first, s.last)
            if s.last - s.first > 1 or tokens[i].low.isascii()
        }
        self.is_english = language == "en"
        self.found: list[Verb] = []

    def _begins_with_their_verb(self, event: Sign) -> bool:
        """Whether words that name a contact begin with what a customer does: "siūlo kavos"."""
        return (event.category, event.language) == ("event", "lt") and any(
            s.category == "verb" and s.form in {"past3", "pres3"} for s in self.at.get(event.first, ())
        )

    def _is(self, index: int, category: str, *values: str) -> bool:
        if (index, category) not in self._sorts:
            return False
        return not values or any(s.category == category and s.value in values for s in self.at[index])

    def _before(self, first: int) -> list[int]:
        """The tokens of up to four words or names in front, nearest first, not across a mark."""
        found: list[int] = []
        words = 0
        for index in range(first - 1, -1, -1):
            if self.tokens[index].kind is Kind.PUNCTUATION or words == _WORDS_BEFORE:
                break
            found.append(index)
            words += index not in self.named or index == self.named[index].first
        return found

    def _is_business(self, last: int) -> bool:
        """Whether words that end there say what a company is: "a print shop"."""
        starts = range(max(0, last - 1), last + 1)
        return any(
            s.category == "business" and s.last == last + 1 for at in starts for s in self.at.get(at, ())
        )

    def _is_negative(self, index: int) -> bool:
        return any(s.category == "negative" and s.language == "en" for s in self.at.get(index, ()))

    def _is_nothing(self, index: int) -> bool:
        """Whether what follows the verb denies it: "signed nothing"."""
        return index < len(self.tokens) and self.tokens[index].bare in _NOTHING and self._is_negative(index)

    def _is_subject_noun(self, index: int) -> bool:
        """Whether people are told by what they are: "their lawyers", "the Siaures people"."""
        if not (self._is(index, "role") or self._is(index, "company_word")):
            return False
        bare = self.tokens[index].bare
        return bare.endswith("s") or self._is(index, "company_word", "people")

    def _subject(self, before: list[int]) -> int:
        joined = False
        for index in before:
            if self._is(index, "pronoun", "i"):
                return 1
            if self._is(index, "pronoun", "customer"):
                return 3
            if self._is(index, "rival", "other") and self.tokens[index].bare.endswith("s"):
                return 3  # "rivals quote"
            if self._is(index, "join"):
                joined = True
            if self._is(index, "role") and not joined and index not in self.named:
                return 3
            if (
                index in self.named
                and self.named[index].before_word in _OF_PLACE
                and self._is_person_at(index)
            ):
                continue
            if index in self.named and joined and self._is_object_at(index):
                return self.found[-1].person
            if index in self.named:
                return 0 if self.named[index].before in {"any", "company"} else 3
        return 0

    def _is_object_at(self, index: int) -> bool:
        """Whether a name belongs to the verb before it, whose subject goes on: "called James and visited"."""
        if not self.found or self.found[-1].language != "en":
            return False
        between = range(self.found[-1].last, self.named[index].first)
        return len(between) <= _TO_OBJECT and not any(
            self.tokens[i].kind is Kind.PUNCTUATION or self._is(i, "join") for i in between
        )

    def _is_person_at(self, index: int) -> bool:
        """Whether a name only says where the person before it works: "Lukas from Tiltas"."""
        first = self.named[index].first
        return first - 2 in self.named or self._is(first - 2, "role")

    def _is_past_at(self, index: int) -> bool:
        """Whether a past participle stands there: "demo done"."""
        return any(s.category == "verb" and s.form in {"past", "part"} for s in self.at.get(index, ()))

    def _is_possessive(self, index: int) -> bool:
        return index in self.named and self.tokens[index].low.endswith("'s")

    def _named_next(self, index: int) -> bool:
        return index in self.named or self._is(index, "pronoun", "customer")
