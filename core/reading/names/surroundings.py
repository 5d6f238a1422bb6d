"""What stands around a word that may be a name: capitals, prepositions, dates, ordinary meanings."""

from functools import lru_cache

from core.reading.amounts import Amount
from core.reading.calendar import WhenExpr
from core.reading.grammar.signs import Sign
from core.reading.names.common import (
    adverbial,
    common_words,
    english_dates,
    look_alikes,
    places,
    small_words,
    starts_before,
    words_before,
)
from core.reading.names.declension import all_endings
from core.reading.names.legal import form_between, legal_form_at
from core.reading.tokens import Kind, Token, starts_sentence

_SHORT_STEM = 4
"""Of a short beginning of ordinary words only inflected forms are meant, with a letter between at most:
"ryt-uose", "teis-m-o", not "ryt-kalniai" or "saul-dora".
"""
_KEPT_WORDS = 4096
_OF_PEOPLE = frozenset(
    {"say", "ask", "want", "call", "reach", "write", "text", "mail", "promise", "order", "refuse", "choose",
     "agree", "offer", "quote", "win", "sign", "buy", "send", "invite", "meet", "decide", "consider",
     "wait", "hand", "reply", "pick_up", "cancel", "negotiate", "speak", "present", "lose"}
)  # fmt: skip
_AFTER_SUBJECT = frozenset({"modal", "would", "aux", "have", "past_be"})
ONE_PERSON = frozenset({"he", "she", "hes", "shes", "he's", "she's", "he'll", "she'll"})
_IGNORED = frozenset({"aside"})
_VERB_LIKE = frozenset({"pres3", "past3", "fut3", "past", "active", "part"})


def _is_plain(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word has no capital but what the start of a sentence gives it."""
    return tokens[at].raw.islower() or (tokens[at].raw[1:].islower() and starts_sentence(tokens, at))


class Surroundings:
    """A message's tokens with what is known of each before names are found."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        signs: list[Sign],
        whens: list[WhenExpr],
        amounts: list[Amount],
        language: str,
    ) -> None:
        self.language = language
        self.tokens = tokens
        self._before: dict[int, tuple[str, str]] = {}
        self.signs: dict[int, list[Sign]] = {}
        self.announced: dict[int, list[Sign]] = {}
        """Signs of a rival or a new lead, after which a name is likely, by where they end."""
        self.ends: dict[int, int] = {}
        """Where names that the directory does not have would end, by where they start."""
        for sign in signs:
            self.signs.setdefault(sign.first, []).append(sign)
            if sign.category == "rival" or (sign.category, sign.value) == ("stage", "lead"):
                self.announced.setdefault(sign.last, []).append(sign)
        self.whens: dict[int, WhenExpr] = {i: when for when in whens for i in range(when.first, when.last)}
        self.meaning = self._meaning(signs, tokens) | {i for a in amounts for i in range(a.first, a.last)}
        words = [t for t in tokens if t.kind is Kind.WORD]
        self.last_pronoun = max((i for i, t in enumerate(tokens) if t.bare in ONE_PERSON), default=-1)
        """Where one person is spoken of for the last time; -1 if nowhere."""
        self.all_lower = not any(t.raw[:1].isupper() for t in words)
        self.all_upper = len(words) > 2 and all(t.raw.isupper() for t in words)

    @staticmethod
    def _meaning(signs: list[Sign], tokens: tuple[Token, ...]) -> set[int]:
        """The tokens of all signs but for a capital inside one, or what may be a rival's name in lower case:
        "chose Bandmeister over us".
        """
        plain = {s.first for s in signs if s.last - s.first > 2 and _is_plain(tokens, s.first)}
        return {
            i
            for s in signs
            if s.category not in _IGNORED
            for i in range(s.first, s.last)
            if not (
                s.first < i < s.last - 1 and s.first in plain and (tokens[i].capital or s.category == "rival")
            )
        }

    def is_word(self, index: int) -> bool:
        """Whether there is a word at the index."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind is Kind.WORD

    def starts(self, index: int) -> bool:
        """Whether a capital there says nothing."""
        return starts_sentence(self.tokens, index) or (
            index > 0 and self.tokens[index - 1].raw in "\"„“”«»'("
        )

    def starts_part(self, index: int) -> bool:
        """Whether the word follows a mark."""
        return index > 0 and self.tokens[index - 1].kind is Kind.PUNCTUATION

    def told_by_capital(self, index: int) -> bool:
        """Whether the capital letter tells a name."""
        return self.tokens[index].capital and not self.starts(index) and not self.all_upper

    def is_ordinary(self, index: int) -> bool:
        """Whether the word has an ordinary meaning in a message."""
        if index in self.meaning or index in self.whens:
            return True
        foreign = self.language == "en" and self.tokens[index].capital and not self.all_upper
        return _is_common(self.tokens[index].bare, self.language, "en" if foreign else "")

    def is_place(self, index: int) -> bool:
        """Whether the word is a town or country."""
        return _names_place(self.tokens[index].bare)

    def before(self, index: int) -> tuple[str, str]:
        """What the word in front of the index goes with, and the word; see `_find_before`."""
        if index not in self._before:
            self._before[index] = self._find_before(index)
        return self._before[index]

    def _find_before(self, index: int) -> tuple[str, str]:
        """What the word in front of the index goes with, and the word; quotes and legal forms are passed
        over.
        """
        at = index - 1
        while at >= 0 and (self.tokens[at].raw in _QUOTES or self._is_legal(at) or self._is_title_dot(at)):
            at -= 1
        if at < 0:
            return "", ""
        if self.language == "lt" and self.tokens[at].raw == "(" and at and self.tokens[at - 1].capital:
            return "company", ""  # "Rūta Vilė (Druskos namai)"
        return _goes_with(self.tokens[at].low, self.tokens[at].bare, self.language)

    def _is_title_dot(self, index: int) -> bool:
        return self.tokens[index].raw == "." and index > 0 and self.is_title(index - 1)

    def _is_legal(self, index: int) -> bool:
        return legal_form_at(self.tokens, index) == index + 1

    def verb_follows(self, index: int) -> bool:
        """Whether a verb that a name may be the subject of follows soon."""
        for at in range(index, min(index + 5, len(self.tokens))):
            if self.tokens[at].kind is not Kind.WORD:
                dash = self.tokens[at].raw == "-" and self.tokens[at].start > self.tokens[at - 1].end
                return (dash or self.tokens[at].raw in {":", "–", "—"}) and at == index
            for sign in self.signs.get(at, ()):
                if sign.category == "verb" and sign.form in _VERB_LIKE:
                    return True
                if sign.category == "pronoun" and sign.value in _AFTER_SUBJECT:
                    return True
                if sign.category == "negative" and self.tokens[at].bare.endswith("n't"):
                    return True
                if (sign.category, sign.value, sign.language) == ("rival", "chosen", "lt"):
                    return True
                if sign.category in {"voice", "stage"} and sign.value in {"no_answer", "lost", "won"}:
                    return True
        return False

    def acts_next(self, index: int) -> bool:
        """Whether a verb of which only people or companies can be the subject follows within three words."""
        return any(
            s.category == "rival" or (s.category == "verb" and s.form in _VERB_LIKE and s.value in _OF_PEOPLE)
            for at in range(index, min(index + 3, len(self.tokens)))
            for s in self.signs.get(at, ())
        )

    def verb_next(self, index: int) -> bool:
        """Whether the very next word is a verb that a name may be the subject of."""
        return any(
            (s.category == "verb" and s.form in _VERB_LIKE)
            or (s.category == "pronoun" and s.value in _AFTER_SUBJECT)
            for s in self.signs.get(index, ())
        )

    def opens_sentence(self, index: int) -> bool:
        """Whether the word is the first of a sentence, not only after a dash, colon or bracket."""
        return index == 0 or self.tokens[index - 1].raw in {".", "!", "?", "…"}

    def is_english_date(self, index: int) -> bool:
        """Whether the word is an English weekday or month, which has a capital anyway."""
        return self.tokens[index].bare in english_dates()

    def legal_around(self, first: int, last: int) -> str:
        """The legal form that touches the words; "" if none does."""
        at = first - 1
        while at >= 0 and self.tokens[at].raw in _QUOTES:
            at -= 1
        if at >= 0 and self._is_legal(at):
            return form_between(self.tokens, at, at + 1)
        while last < len(self.tokens) and self.tokens[last].raw in _QUOTES:
            last += 1
        if last < len(self.tokens) and self.tokens[last].raw == ",":
            last += 1
        after = legal_form_at(self.tokens, last) if last < len(self.tokens) else 0
        following = after
        while following < len(self.tokens) and self.tokens[following].raw in _QUOTES:
            following += 1
        goes_on = self.is_word(following) and self.tokens[following].capital
        return form_between(self.tokens, last, after) if after > last and not goes_on else ""

    def is_role(self, index: int) -> bool:
        """Whether the word says what somebody is at a company: "direktorius"."""
        return any(s.category == "role" for s in self.signs.get(index, ()))

    def is_business(self, index: int) -> bool:
        """Whether the word says what a company is: "a print shop"."""
        words = (s for at in range(max(0, index - 2), index + 1) for s in self.signs.get(at, ()))
        return any(s.category in {"business", "company_word"} and s.last == index + 1 for s in words)

    def names_event(self, index: int) -> bool:
        """Whether the word is a fair or conference, whose own name may follow it: "parodoje „Resta“"."""
        return any(
            s.category in {"event", "channel"} and s.value == "meeting" for s in self.signs.get(index, ())
        )

    def is_title(self, index: int) -> bool:
        """Whether the word is one that stands before a person's name: "Mr", "ponas"."""
        return words_before()[0].get(self.tokens[index].bare) == "person"

    def is_function_word(self, index: int) -> bool:
        """Whether the word is one of those that are no part of a name."""
        return self.tokens[index].bare in small_words()

    def closing_quote(self, index: int) -> int:
        """Index of the quote that closes the one just before a word; 0 if there is none near."""
        if index == 0 or self.tokens[index - 1].raw not in _QUOTES:
            return 0
        for at in range(index + 1, min(index + 7, len(self.tokens))):
            if self.tokens[at].raw in _QUOTES:
                return at
        return 0

    def quoted(self, first: int, last: int) -> bool:
        """Whether the words stand in quotes."""
        return (
            first > 0
            and last < len(self.tokens)
            and self.tokens[first - 1].raw in _QUOTES
            and self.tokens[last].raw in _QUOTES
        )


_QUOTES = frozenset("\"„“”«»'‘’‚")


@lru_cache(maxsize=_KEPT_WORDS)
def _is_common(bare: str, language: str, only: str) -> bool:
    """Whether a word is ordinary in any language, or in the `only` one."""
    exact, beginnings = common_words(only)
    if bare in exact or bare.endswith(adverbial(language)):
        return True
    if not bare.startswith(beginnings):
        return False
    stem = max(len(start) for start in beginnings if bare.startswith(start))
    ending = bare[stem:]
    return stem > _SHORT_STEM or ending in all_endings() or ending[1:] in all_endings()


@lru_cache(maxsize=_KEPT_WORDS)
def _names_place(bare: str) -> bool:
    exact, beginnings = places()
    if bare in exact or not beginnings or not bare.startswith(beginnings):
        return bare in exact
    endings = (bare[len(start) :] for start in beginnings if bare.startswith(start))
    return any(not ending or ending in all_endings() or ending.endswith("n") for ending in endings)


@lru_cache(maxsize=_KEPT_WORDS)
def _goes_with(low: str, bare: str, language: str) -> tuple[str, str]:
    """What a word in front of a name goes with, and its spelling in the lists."""
    exact, beginnings = words_before()
    spellings = (low, bare)
    for spelling in spellings:
        if spelling in exact and (spelling, language) not in look_alikes():
            return exact[spelling], spelling
    if any(spelling.startswith(starts_before()) for spelling in spellings):
        return next((kind, low) for start, kind in beginnings for s in spellings if s.startswith(start))
    return "", ""
