"""English words that look like verbs and are nouns where they stand: "a call", "offer by Friday"."""

from core.reading.grammar.sentence import Sentence
from core.reading.grammar.verb import Verb
from core.reading.tokens import Kind

_DOING = frozenset({"do"})
_HAVING = frozenset({"have"})
_ADVERBS = frozenset(
    {"just", "now", "already", "finally", "also", "since", "yet", "even", "actually", "only"}
)
_NEEDING = frozenset({"need"})
_MUST = frozenset({"must", "gotta"})
_LENGTHS = frozenset({"min", "mins", "minute", "minutes", "hr", "hrs", "hour"})
_BEFORE_OFFSET = frozenset({"in", "within", "after", "about", "say"})
_AFTER_NOUN = frozenset({"should", "will", "would", "could", "might", "can", "may"})
"""Helping verbs: what looks like a verb just before one is its subject: "order should land in April"."""


NOUNS = frozenset({"event", "thing", "money", "close"})
"""Signs of words that after a name are nouns, as the verb would have an "s": "the Northfell offer"."""


class Nominal(Sentence):
    """Tells the nouns among what looks like a verb."""

    def _only_helps(self, verb: Verb) -> bool:
        """Whether it only stands before the verb that tells: "they do need it", "must call", "has got"."""
        at = self._after_adverb(verb.last)
        forms = {s.form for s in self.at.get(at, ()) if s.category == "verb"}
        if verb.concepts <= _HAVING:
            return bool(forms & {"past", "part"}) and not self._is(at, "thing")
        helps = verb.concepts <= _DOING and self._is(verb.first, "helper", "do", "did")
        must = verb.concepts <= _NEEDING and self.tokens[verb.first].bare in _MUST
        return ((helps or must) and "base" in forms) or self._is_got_to(verb)

    def _is_got_to(self, verb: Verb) -> bool:
        """Whether "got" with "to" only says that something must be done: "I've got to ring Tom"."""
        at = verb.first + 1
        if self.tokens[verb.first].bare != "got" or not self._is(at, "helper", "to") or at in self.named:
            return False
        return any(s.category == "verb" and s.form == "base" for s in self.at.get(at + 1, ()))

    def _after_adverb(self, at: int) -> int:
        """The next word that is no "not" or "just"."""
        while at < len(self.tokens) and (self._is_negative(at) or self.tokens[at].bare in _ADVERBS):
            at += 1
        return at

    def _is_object_of(self, verb: Verb) -> bool:
        """Whether a noun stands right after its verb, so that it is no verb: "send offer", "ask demo"."""
        between = range(self.found[-1].last, verb.first) if self.found else range(0)
        if self._is(verb.first - 1, "helper") and self.tokens[verb.first - 1].bare != "need":
            return False
        if self.found and "say" in self.found[-1].concepts:
            return False
        beside = (
            bool(self.found)
            and len(between) <= 2
            and all(
                i in self.named or self._is(i, "pronoun", "customer") or self._is(i, "us") for i in between
            )
        )
        return beside and any(s.category in NOUNS for s in self.at.get(verb.first, ()))

    def _reads_as_noun(self, verb: Verb, nearest: int) -> bool:
        """Whether a word like "call" is a noun here: "a call", "call with", "demo for"."""
        if nearest >= 0 and (self._is(nearest, "article") or self._is_possessive(nearest)):
            timed = self._is(nearest, "opener") and not self._is(nearest, "article", "the")
            return not (timed and self._named_next(verb.last))  # "in half an hour ring Tom"
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
        if self._is_in_event(verb) or self._is_whom_to_ask(verb, nearest):
            return True
        if self._is_what_was_done(verb) or self._is_what_does(verb) or self._is_measured(verb, nearest):
            return True
        if self._is(verb.first, "thing") and self._is(verb.last, "day_ahead"):
            return True  # "offer tomorrow"
        is_event = any(s.category == "event" for s in self.at.get(verb.first, ()))
        if is_event and (self._is(verb.last, "past_day") or self._is_past_at(verb.last)):
            return True
        if not self.is_english and any(s.category == "event" for s in self.at.get(verb.first, ())):
            return True
        if not any(s.category in NOUNS for s in self.at.get(verb.first, ())):
            return False
        if nearest < 0 and self._is(verb.first, "thing", "reply") and self._is(verb.last, "helper", "to"):
            return False  # "reply to Jonas"
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

    def _is_told_which(self, before: list[int]) -> bool:
        """Whether an article and another word stand in front: "hates the new pricing"."""
        return self._is(before[0], "article") and self._is(before[1], "article", "the")

    def _is_thing_wanted(self, verb: Verb, before: list[int]) -> bool:
        """Whether it is what is wanted, with a word that tells which: "wants quarterly invoicing"."""
        if not self.found or not self.found[-1].concepts & {"want", "need"} or "task" not in verb.concepts:
            return False
        return verb.first - self.found[-1].last == 1 and bool(before) and before[0] not in self.named

    def _is_whom_to_ask(self, verb: Verb, nearest: int) -> bool:
        """Whether "contact" only names who it is at a new customer's: "new lead Tiltas, contact Jonas"."""
        apart = nearest < 0 or self.tokens[nearest].kind is not Kind.WORD
        if self.tokens[verb.first].bare != "contact" or not apart or verb.last not in self.named:
            return False
        return any(self._is(i, "stage", "lead") for i in range(verb.first))

    def _is_in_event(self, verb: Verb) -> bool:
        """Whether it opens the name of a contact: "Skype call with Jonas", "phone call to Tiltas"."""
        return any(s.category == "event" and s.last > verb.last for s in self.at.get(verb.first, ()))

    def _is_measured(self, verb: Verb, nearest: int) -> bool:
        """Whether a length or another noun with "and" stands before a noun: "hannah 30 min call", "terms and
        price"; not in "in 30 min call Hannah".
        """
        if nearest < 2 or not any(s.category in NOUNS for s in self.at.get(verb.first, ())):
            return False
        if self.tokens[nearest].bare in {"and", "&"}:
            return self._is(nearest - 1, "terms") and self._is(verb.first, "terms")
        lasted = self.tokens[nearest - 1].kind is Kind.NUMBER and self.tokens[nearest].bare in _LENGTHS
        return lasted and self.tokens[nearest - 2].bare not in _BEFORE_OFFSET

    def _is_what_does(self, verb: Verb) -> bool:
        """Whether it is the subject of the verb right after it: "phone just rings out"."""
        if verb.last > verb.first + 1:
            return False
        following = self.at.get(self._after_adverb(verb.last), ())
        return any(
            s.category == "verb" and s.form == "pres3" and s.language == "en" for s in following
        ) and not any(s.category in NOUNS for s in following)

    def _is_what_was_done(self, verb: Verb) -> bool:
        """Whether a noun stands before what was done with it: "quote emailed", "visit to Tiltas done"; not
        in "email revised drawings".
        """
        if not any(s.category in NOUNS for s in self.at.get(verb.first, ())):
            return False
        if not self._is_past_at(verb.last) or self._is(verb.last + 1, "thing"):
            return False
        return not any(s.form == "base" for s in self.at.get(verb.last, ()))
