"""The verbs of a message in their tense and person."""

from collections.abc import Sequence

from core.reading.grammar.english import English
from core.reading.grammar.signs import Sign
from core.reading.grammar.verb import Verb
from core.reading.grammar.verbs import deeds, described, endings, participles, plurals
from core.reading.names.declension import case_after
from core.reading.names.mention import Mention
from core.reading.tokens import Kind, Token, starts_sentence

_FORMS = {
    "past1": ("past", 1), "past2": ("past", 0), "past3": ("past", 3), "pres1": ("pres", 1), "pres2":
    ("pres", 0), "pres3": ("pres", 3),
    "fut1": ("fut", 1), "fut2": ("fut", 0), "fut3": ("fut", 3), "inf": ("inf", 0), "cond1": ("cond", 1),
    "cond3": ("cond", 3),
    "imp": ("imp", 1), "active": ("active", 0), "pass": ("pass", 0), "doing": ("pass", 0), "gerund":
    ("gerund", 0),
    "base": ("base", 0), "past": ("past", 0), "part": ("past", 0), "ing": ("ing", 0),
}  # fmt: skip
_SHORTEST_GUESS = 6
_LONGEST_OBJECT = 5
_TO_NEITHER = 3
_ORDER = ("past1", "past3", "past", "pres1", "fut1", "fut3", "inf", "cond1", "cond3", "imp", "pres3")


def find_verbs(
    tokens: tuple[Token, ...], signs: Sequence[Sign], mentions: Sequence[Mention], language: str
) -> list[Verb]:
    """Every verb in order; what is a noun, or a part of a name, is left out."""
    return _Finder(tokens, signs, mentions, language).run()


class _Finder(English):
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
                or at in self.taken_back
                or self._is(at, "pronoun", "i", "customer")
            ):
                guessed = None if forms or at in self.named else self._told_without_verb(at)
                if guessed:
                    self.found.append(guessed)
                at += 1
                continue
            forms = self._without_agent(forms)
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

    def _without_agent(self, forms: list[Sign]) -> list[Sign]:
        """The forms without those whose particle "by" only tells who did it: "got called by Tiltas"."""
        short = [s for s in forms if not (s.last > s.first + 1 and self.tokens[s.last - 1].bare == "by")]
        after = forms[0].first + 2
        if len(short) == len(forms) or not (self._named_next(after) or self._is(after, "article")):
            return forms
        at = forms[0].first - 1
        got = bool(self.found) and self.found[-1].last == at + 1 and "receive" in self.found[-1].concepts
        if not short and (got or self._is(at, "pronoun", "past_be")):
            return [s._replace(value="other", last=s.first + 1) for s in forms[:1]]
        return short if got or self._is(at, "pronoun", "past_be") else forms

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
        denied = best.denied or (best.language == "lt" and self._follows_neither(best.first))
        verb = Verb(concepts, tense, person, best.first, best.last, denied, best.language)
        return verb if best.language != "en" else self._english(verb, best.form)

    def _follows_neither(self, at: int) -> bool:
        """Whether "nei" stands in front, an object between or not: "nei ragelio kelia, nei atrašo"."""
        if self._is(at - 1, "neither"):
            return True
        between = range(max(0, at - _TO_NEITHER), at)
        first = next((i for i in reversed(between) if self._is(i, "neither", "both")), -1)
        return first >= 0 and not any(
            self.tokens[i].kind is Kind.PUNCTUATION or self._is(i, "verb") for i in range(first, at)
        )

    def _describes(self, at: int) -> bool:
        """Whether a participle only describes what is sent: "nusiųsti perskaičiuotą pasiūlymą"."""
        low = self.tokens[at].low
        led = bool(self.found) and at - self.found[-1].last <= _LONGEST_OBJECT
        if led and self.found[-1].last == at and self.found[-1].concepts <= {"be"}:
            return False  # "buvo issiustas pasiulymas"
        return self._is(at + 1, "thing") and (low.endswith(described()) or (led and low.isascii()))

    def _follows_plural(self, at: int) -> bool:
        """Whether things in the plural are the subject, so that "išsiųsti" is what was done to them."""
        if any(self._is(i, "thing") and self.tokens[i].low.endswith(plurals()) for i in (at + 1, at + 2)):
            return True  # "išsiųsti brėžiniai"
        for index in self._before(at):
            if any(s.category == "verb" for s in self.at.get(index, ())):
                return False
            if self._is(index, "thing"):
                return self.tokens[index].low.endswith(plurals())
        return False

    def _is_capitalised_inside(self, at: int) -> bool:
        """Whether a word has a capital that no sentence gives it, so that it is rather a name."""
        token = self.tokens[at]
        if not token.capital or starts_sentence(self.tokens, at):
            return False
        return not any(letter.isupper() for letter in token.raw[1:])  # "WhatsApped" is a brand's verb

    def _told_without_verb(self, at: int) -> Verb | None:
        return self._wished(at) or self._had(at) or self._guessed(at)

    def _had(self, at: int) -> Verb | None:
        """What is no "would" before whom we had: "I'd Jonas on the phone"."""
        if self.tokens[at].bare not in _HAD or at + 1 not in self.named:
            return None
        return Verb(frozenset({"have"}), "past", 1, at, at + 1, False, "en")

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
        return self._guessed_deed(at)

    def _guessed_deed(self, at: int) -> Verb | None:
        """What somebody did, right after their name, where no list has the verb: "Jonas renovated"."""
        ending = next((end for end in deeds() if self.tokens[at].low.endswith(end)), None)
        if ending is None or not self.is_english or not at:
            return None
        known = at - 1 in self.named and self.named[at - 1].is_known
        told = known or self._is(at - 1, "pronoun", "customer", "i")
        if not told or self._is(at + 1, "thing"):
            return None
        person = 1 if self._is(at - 1, "pronoun", "i") else 3
        return Verb(frozenset({"other"}), "past", person, at, at + 1, False, "en")

    def _wished(self, at: int) -> Verb | None:
        """An act told by what someone is: "she's after a quote", "I'm off to Tiltas", "off to Tiltas"."""
        if not self._is(at, "wished"):
            return None
        sign = next(s for s in self.at[at] if s.category == "wished")
        before = self._before(at)
        is_told = any(self._is(i, "pronoun", "aux", "future_be") for i in before[:3])
        if sign.value == "want" and not is_told and self._is_why_rung(at, sign.last):
            return Verb(frozenset({"want"}), "pres", 3, at, sign.last, False, sign.language)
        if not (is_told or (sign.value == "go" and starts_sentence(self.tokens, at))):
            return None
        denied = any(self._is_negative(i) for i in before)
        person, tense = self._subject(before), "pres"
        if sign.value == "go" or (sign.value == "contact" and self._modal(before)):
            person, tense = person or 1, "fut"
        return Verb(frozenset({sign.value}), tense, person, at, sign.last, denied, sign.language)

    def _is_why_rung(self, at: int, last: int) -> bool:
        """Whether it tells for what a customer got in touch: "Tom rang, after a price on 20 doors"."""
        if not self.found or self.found[-1].person != 3 or self.found[-1].tense != "past":
            return False
        between = range(self.found[-1].last, at)
        beside = all(self.tokens[i].kind is Kind.PUNCTUATION or self._is(i, "us") for i in between)
        asked = range(last, min(last + _TO_THING, len(self.tokens)))
        near = next((i for i in asked if self._is(i, "thing")), -1)
        told = near >= 0 and not any(self._is(i, "definite") for i in range(last, near))
        return bool(self.found[-1].concepts & _IN_TOUCH) and beside and told


_HAD = frozenset({"i'd", "we'd"})
_TO_THING = 4
_IN_TOUCH = frozenset({"call", "text", "mail", "write", "contact", "come"})
