"""The verbs of a message in their tense and person, told from nouns that look the same."""

from collections.abc import Sequence
from typing import NamedTuple

from core.reading.grammar.signs import Sign
from core.reading.grammar.verbs import described, endings, participles, plurals
from core.reading.names.declension import case_after
from core.reading.names.mention import Mention
from core.reading.tokens import Kind, Token, starts_sentence


class Verb(NamedTuple):
    """A verb: `tense` is past, pres, fut, inf, imp, cond, pass, active, ing or gerund; `person` 1, 3 or 0
    if open.
    """

    concepts: frozenset[str]
    tense: str
    person: int
    first: int
    last: int
    denied: bool
    language: str


_FORMS = {
    "past1": ("past", 1), "past2": ("past", 0), "past3": ("past", 3), "pres1": ("pres", 1), "pres3":
    ("pres", 3),
    "fut1": ("fut", 1), "fut2": ("fut", 0), "fut3": ("fut", 3), "inf": ("inf", 0), "cond1": ("cond", 1),
    "cond3": ("cond", 3),
    "imp": ("imp", 1), "active": ("active", 0), "pass": ("pass", 0), "doing": ("pass", 0), "gerund":
    ("gerund", 0),
    "base": ("base", 0), "past": ("past", 0), "part": ("past", 0), "ing": ("ing", 0),
}  # fmt: skip
_SHORTEST_GUESS = 6
_LONGEST_OBJECT = 5
_OF_PLACE = frozenset({"from", "at", "of"})
_DOING = frozenset({"do"})
_WORDS_BEFORE = 4
_NOTHING = frozenset({"nothing", "nobody", "noone", "neither", "none"})
_DONE_TO_CUSTOMER = frozenset(
    {"call", "visit", "text", "mail", "write", "contact", "reach", "remind", "invite", "promise", "ask"}
)
"""Verbs whose object is whom we reach, so that the subject of their passive is not who does it."""
_AFTER_NOUN = frozenset({"should", "will", "would", "could", "might", "can", "may"})
"""Helping verbs: what looks like a verb just before one is its subject: "order should land in April"."""
_ORDER = ("past1", "past3", "past", "pres1", "fut1", "fut3", "inf", "cond1", "cond3", "imp", "pres3")


def find_verbs(
    tokens: tuple[Token, ...], signs: Sequence[Sign], mentions: Sequence[Mention], language: str
) -> list[Verb]:
    """Every verb in order; what is a noun, or a part of a name, is left out."""
    return _Finder(tokens, signs, mentions, language).run()


_TELLING = frozenset({"voice", "stage", "reason", "note", "close", "their", "our", "over"})
"""Phrases of which no word is taken for a verb that no list has."""
_NOUNS = frozenset({"event", "thing", "money", "close"})
"""Signs of words that after a name are nouns, as the verb would have an "s": "the Northfell offer"."""
_PHRASES = frozenset({"event", "thing", "channel", "noun"})
"""Phrases inside which no word is a verb: "video call", "price list"."""


class _Finder:
    def __init__(
        self, tokens: tuple[Token, ...], signs: Sequence[Sign], mentions: Sequence[Mention], language: str
    ) -> None:
        self.tokens = tokens
        self.at: dict[int, list[Sign]] = {}
        for sign in signs:
            self.at.setdefault(sign.first, []).append(sign)
        self.named = {i: m for m in mentions for i in range(m.first, m.last)}
        self.in_phrase = {
            i
            for s in signs
            if s.category in _PHRASES and (s.last - s.first > 1 or s.category == "noun")
            for i in range(s.first, s.last)
        }
        self.told = {
            i
            for s in signs
            if s.category in _TELLING and s.last - s.first > 1
            for i in range(s.first, s.last)
        }
        self.is_english = language == "en"
        self.found: list[Verb] = []

    def run(self) -> list[Verb]:
        at = 0
        while at < len(self.tokens):
            forms = [s for s in self.at.get(at, ()) if s.category == "verb"]
            if self._is_capitalised_inside(at):
                forms = []
            if (
                not forms
                or at in self.named
                or at in self.in_phrase
                or self._is(at, "pronoun", "i", "customer")
            ):
                guessed = None if forms or at in self.named else self._wished(at) or self._guessed(at)
                if guessed:
                    self.found.append(guessed)
                at += 1
                continue
            last = max(s.last for s in forms)
            verb = self._verb([s for s in forms if s.last == last])
            if verb is None and last > at + 1:
                shorter = [s for s in forms if s.last < last]
                verb = self._verb(shorter) if shorter else None
            if verb:
                self.found.append(verb)
                last = verb.last
            at = last if verb else at + 1
        return self.found

    def _verb(self, forms: list[Sign]) -> Verb | None:
        if any(s.form == "base" for s in forms) and any(s.form == "past" for s in forms):
            forms = self._present_or_past(forms)
        elif any(s.form == "base" for s in forms) and any(s.form == "part" for s in forms):
            forms = self._base_or_participle(forms)
        best = min(forms, key=lambda s: _ORDER.index(s.form) if s.form in _ORDER else len(_ORDER))
        if best.form == "inf" and (
            self._follows_plural(best.first) or self._is(best.first - 1, "pronoun", "past_be")
        ):
            best = next((s for s in forms if s.form == "pass"), best)
        same = [s for s in forms if _FORMS[s.form][0] == _FORMS[best.form][0] and s.language == best.language]
        if best.form == "pass" and self._describes(best.first):
            return None
        if best.form == "imp" and any(s.category == "event" for s in self.at.get(best.first, ())):
            return None
        if best.form == "pass" and best.first and case_after(self.tokens[best.first - 1].low):
            return None
        concepts = frozenset(s.value for s in same)
        tense, person = _FORMS[best.form]
        denied = best.denied or (best.language == "lt" and self._is(best.first - 1, "neither"))
        verb = Verb(concepts, tense, person, best.first, best.last, denied, best.language)
        return verb if best.language != "en" else self._english(verb, best.form)

    def _describes(self, at: int) -> bool:
        """Whether a participle only describes what is sent: "nusiųsti perskaičiuotą pasiūlymą"."""
        low = self.tokens[at].low
        led = bool(self.found) and at - self.found[-1].last <= _LONGEST_OBJECT
        return self._is(at + 1, "thing") and (low.endswith(described()) or (led and low.isascii()))

    def _follows_plural(self, at: int) -> bool:
        """Whether things in the plural are the subject, so that "išsiųsti" is what was done to them."""
        for index in self._before(at):
            if any(s.category == "verb" for s in self.at.get(index, ())):
                return False
            if self._is(index, "thing"):
                return self.tokens[index].low.endswith(plurals())
        return False

    def _is_capitalised_inside(self, at: int) -> bool:
        """Whether a word has a capital that no sentence gives it, so that it is rather a name."""
        token = self.tokens[at]
        return token.capital and not token.raw.isupper() and not starts_sentence(self.tokens, at)

    def _guessed(self, at: int) -> Verb | None:
        """A verb that no list has, told by its ending: "pasveikinti", "sveikinsiu", "sveikinau"."""
        token = self.tokens[at]
        if token.kind is not Kind.WORD or self.at.get(at) or len(token.low) < _SHORTEST_GUESS:
            return None
        if token.capital and at and self.tokens[at - 1].raw not in ".!?:":
            return None
        if at in self.told or token.low.endswith(participles()):
            return None
        for ending, form, concept, language in endings():
            if token.low.endswith(ending):
                tense, person = _FORMS[form]
                denied = language != "en" and token.low.startswith("ne")
                return Verb(frozenset({concept}), tense, person, at, at + 1, denied, language)
        return None

    def _wished(self, at: int) -> Verb | None:
        """An act told by what someone is: "she's after a quote", "I'm off to Tiltas", "off to Tiltas"."""
        sign = next((s for s in self.at.get(at, ()) if s.category == "wished"), None)
        before = self._before(at)
        is_told = any(self._is(i, "pronoun", "aux") for i in before[:3])
        if sign is None or not (is_told or (sign.value == "go" and starts_sentence(self.tokens, at))):
            return None
        denied = any(self._is(i, "negative") for i in before)
        person, tense = self._subject(before), "pres"
        if sign.value == "go":
            person, tense = person or 1, "fut"
        return Verb(frozenset({sign.value}), tense, person, at, sign.last, denied, sign.language)

    def _present_or_past(self, forms: list[Sign]) -> list[Sign]:
        """Of a verb like "set" or "let": the base after a helping verb or at a start, else the past."""
        before = self._before(forms[0].first)
        is_base = bool(self._modal(before)) or not self._subject(before)
        return [s for s in forms if (s.form == "base") == is_base]

    def _base_or_participle(self, forms: list[Sign]) -> list[Sign]:
        """Of a verb like "come" or "run": the participle after "have", else the base."""
        perfect = any(self._is(i, "pronoun", "have") for i in self._before(forms[0].first)[:2])
        return [s for s in forms if (s.form == "part") == perfect]

    def _is(self, index: int, category: str, *values: str) -> bool:
        signs = self.at.get(index, ())
        return any(s.category == category and (not values or s.value in values) for s in signs)

    def _english(self, verb: Verb, form: str) -> Verb | None:
        before = self._before(verb.first)
        person = self._subject(before)
        said = [*before, *range(verb.first, verb.last)]
        denied = (
            any(self._is_negative(i) for i in said) or self._is_nothing(verb.last) or self._is_unreal(before)
        )
        verb = verb._replace(denied=denied, person=person)
        if form == "base":
            return self._base(verb, before)
        if form in {"past", "part"}:
            return self._past(verb, before)
        if form == "ing":
            return self._ing(verb, before)
        return verb._replace(person=person or 3) if self._is_verb_in_s(verb, before) else None

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
            if index in self.named:
                return 0 if self.named[index].before in {"any", "company"} else 3
        return 0

    def _is_person_at(self, index: int) -> bool:
        """Whether a name only says where the person before it works: "Lukas from Tiltas"."""
        first = self.named[index].first
        return first - 2 in self.named or self._is(first - 2, "role")

    def _is_unreal(self, before: list[int]) -> bool:
        """Whether it should or could have been: "should have called"."""
        return (
            len(before) > 1
            and self._is(before[0], "pronoun", "have")
            and any(
                s.value in {"would", "will"} for s in self.at.get(before[1], ()) if s.category == "helper"
            )
        )

    def _modal(self, before: list[int]) -> str:
        """The helping verb in front: "modal", "to", "would", "did" or ""."""
        for index in before[:3]:
            if self._is(index, "helper"):
                return next(s.value for s in self.at[index] if s.category == "helper")
            if self._is(index, "join") or self._is(index, "article", "the") or index in self.named:
                return ""
        return ""

    def _base(self, verb: Verb, before: list[int]) -> Verb | None:
        if self._is_let_know(verb) or self._is_object_of(verb) or self._only_stresses(verb):
            return None
        modal = self._modal(before)
        if modal:
            tense = {"to": "inf", "will": "fut", "would": "cond", "did": "past", "do": "pres"}[modal]
            return verb._replace(tense=tense)
        nearest = before[0] if before else -1
        if nearest >= 0 and self._is(nearest, "pronoun", "i", "customer"):
            return verb._replace(tense="pres")
        ordinary = any(s.category in _NOUNS for s in self.at.get(verb.first, ()))
        if nearest >= 0 and self._is_subject_noun(nearest) and not ordinary:
            return verb._replace(tense="pres", person=3)
        if self._reads_as_noun(verb, nearest):
            return None
        if nearest in self.named and not self._named_next(verb.last):
            named_so = any(s.category in _NOUNS for s in self.at.get(verb.first, ()))
            return None if named_so else verb._replace(tense="pres", person=3)
        if nearest >= 0 and not self._may_precede_order(nearest) and not self._named_next(verb.last):
            return None
        return verb._replace(tense="imp", person=1)

    def _only_stresses(self, verb: Verb) -> bool:
        """Whether "do" only stands before the verb that tells: "they do need it"."""
        return verb.concepts <= _DOING and any(
            s.category == "verb" and s.form == "base" for s in self.at.get(verb.last, ())
        )

    def _is_object_of(self, verb: Verb) -> bool:
        """Whether a noun stands right after its verb, so that it is no verb: "send offer", "ask demo"."""
        between = range(self.found[-1].last, verb.first) if self.found else range(0)
        beside = (
            bool(self.found)
            and len(between) <= 2
            and all(
                i in self.named or self._is(i, "pronoun", "customer") or self._is(i, "us") for i in between
            )
        )
        return beside and any(s.category in _NOUNS for s in self.at.get(verb.first, ()))

    def _is_let_know(self, verb: Verb) -> bool:
        """Whether it is the end of "let them know"."""
        return (
            self.tokens[verb.first].bare == "know"
            and bool(self.found)
            and "contact" in self.found[-1].concepts
            and verb.first - self.found[-1].last <= 3
        )

    def _may_precede_order(self, index: int) -> bool:
        return (
            self._is(index, "join")
            or self._is(index, "dated")
            or self._is(index, "need")
            or (self._is(index, "opener") or self.tokens[index].kind is not Kind.WORD)
        )

    def _is_past_at(self, index: int) -> bool:
        """Whether a past participle stands there: "demo done"."""
        return any(s.category == "verb" and s.form in {"past", "part"} for s in self.at.get(index, ()))

    def _is_possessive(self, index: int) -> bool:
        return index in self.named and self.tokens[index].low.endswith("'s")

    def _named_next(self, index: int) -> bool:
        return index in self.named or self._is(index, "pronoun", "customer")

    def _reads_as_noun(self, verb: Verb, nearest: int) -> bool:
        """Whether a word like "call" is a noun here: "a call", "call with", "demo for"."""
        if nearest >= 0 and (self._is(nearest, "article") or self._is_possessive(nearest)):
            return True
        if (
            verb.last < len(self.tokens)
            and verb.last not in self.named
            and (
                self._is(verb.last, "pronoun", "aux", "past_be") or self.tokens[verb.last].bare in _AFTER_NOUN
            )
        ):
            return True
        if self._is(verb.last, "close") and self._is(verb.first, "close"):
            return True
        is_event = any(s.category == "event" for s in self.at.get(verb.first, ()))
        if is_event and (self._is(verb.last, "past_day") or self._is_past_at(verb.last)):
            return True
        if not self.is_english and any(s.category == "event" for s in self.at.get(verb.first, ())):
            return True
        if not any(s.category in _NOUNS for s in self.at.get(verb.first, ())):
            return False
        if verb.last > verb.first + 1:
            return False
        return (
            verb.last >= len(self.tokens)
            or self._is(verb.last, "noun_follows")
            or (
                self.tokens[verb.last].kind is not Kind.WORD
                and self.tokens[verb.last].kind is not Kind.NUMBER
            )
        )

    def _past(self, verb: Verb, before: list[int]) -> Verb | None:
        near = before[:2]
        if before and self.found and self._is(verb.last, "thing") and before[0] in self.named:
            return None  # "send Jurgita reworked offer"
        if before and self._is(before[0], "article", "the") and verb.last < len(self.tokens):
            return None
        if self._only_names(verb, before):
            return None
        if self._is_wished(verb):
            return verb._replace(tense="pass", person=1)
        if any(self._is(i, "pronoun", "past_be", "aux", "future_be") for i in near) and not any(
            self._is(i, "pronoun", "have") for i in before[:1]
        ):
            return self._passive(verb, before)
        return verb

    def _only_names(self, verb: Verb, before: list[int]) -> bool:
        """Whether "called" only gives a name: "a lady called Maeve"."""
        if "call" not in verb.concepts or not before or not self._named_next(verb.last):
            return False
        someone = self._is(before[0], "role") or self._is(before[0], "company_word")
        return someone and (len(before) == 1 or self.tokens[before[1]].bare in {"a", "an", "new"})

    def _passive(self, verb: Verb, before: list[int]) -> Verb:
        """A passive, its helping verb put into it: "was visited", "has to be called"; what is done to the
        customer is done by us.
        """
        modal = self._modal(before[1:]) if self._is(before[0], "to_be") else ""
        tense = {"to": "inf", "will": "fut", "would": "cond"}.get(modal, "pass")
        person = verb.person
        if verb.concepts & _DONE_TO_CUSTOMER:
            person = {1: 3, 3: 1}.get(person, person)
        if any(self.named[i].before_word == "by" for i in range(verb.last, verb.last + 2) if i in self.named):
            person = 3
        if self.found and self._is_helping(self.found[-1], verb):
            self.found.pop()
        return verb._replace(tense=tense, person=person)

    def _is_helping(self, earlier: Verb, verb: Verb) -> bool:
        """Whether a form of "be" only makes the passive: "has to be called", not "is being agreed"."""
        return earlier.concepts == {"be"} and earlier.tense != "ing" and earlier.last >= verb.first - 1

    def _is_wished(self, verb: Verb) -> bool:
        """Whether it is what someone wants done: "wants the offer reworked"."""
        if not self.found:
            return False
        wish = self.found[-1]
        between = range(wish.last, verb.first)
        return (
            not wish.concepts.isdisjoint({"want", "need"})
            and wish.language == "en"
            and wish.tense in {"pres", "cond", "fut", "past"}
            and 0 < len(between) <= _LONGEST_OBJECT
            and not any(
                self.tokens[i].kind is Kind.PUNCTUATION or self._is(i, "join") or self._is(i, "helper", "to")
                for i in between
            )
        )

    def _ing(self, verb: Verb, before: list[int]) -> Verb | None:
        if verb.first in {i for i in range(verb.first, verb.last) if self._is(i, "event")}:
            follows = self._named_next(verb.last) or self._is(verb.last, "article", "the")
            preceded = bool(before) and (self._is(before[0], "article") or self._is(before[0], "need"))
            if not follows or preceded:
                return None
        if any(self._is(i, "pronoun", "past_be") for i in before[:2]):
            return verb._replace(tense="past")
        if before and self._is(before[0], "article", "the"):
            return None
        return verb._replace(tense="gerund") if before and self.tokens[before[0]].bare == "of" else verb

    def _is_verb_in_s(self, verb: Verb, before: list[int]) -> bool:
        if not before:
            return not any(s.category in {"event", "thing"} for s in self.at.get(verb.first, ()))
        if self._is(before[0], "article") or self.tokens[before[0]].kind is Kind.NUMBER:
            return False
        if verb.last < len(self.tokens) and self.tokens[verb.last].bare == "of":
            return False  # "loads of notes"
        ordinary = any(s.category in {"event", "thing", "close"} for s in self.at.get(verb.first, ()))
        return not ordinary or before[0] in self.named or self._is(before[0], "pronoun", "customer")
