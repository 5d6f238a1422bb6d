"""English verbs: tense and person by the helping words around them, told from nouns that look the same."""

from core.reading.grammar.nominal import NOUNS, Nominal
from core.reading.grammar.signs import Sign
from core.reading.grammar.verb import Verb
from core.reading.tokens import Kind

_LONGEST_OBJECT = 5
_DONE_TO_CUSTOMER = frozenset(
    {"call", "visit", "text", "mail", "write", "contact", "reach", "remind", "invite", "promise", "ask"}
)
"""Verbs whose object is whom we reach, so that the subject of their passive is not who does it."""
_FORBIDDING = frozenset({"don't", "dont", "never", "not"})
_SENDING = frozenset({"send", "put", "call"})
_GIVING = frozenset({"send", "hand", "rework", "quote"})


class English(Nominal):
    """What an English verb is among its words."""

    def _present_or_past(self, forms: list[Sign]) -> list[Sign]:
        """Of a verb like "set" or "let": the base after a helping verb or at a start, else the past."""
        before = self._before(forms[0].first)
        is_base = bool(self._modal(before)) or not self._subject(before) or self._goes_on_ahead(before)
        if is_base and (self._opens_as_sent(forms) or self._goes_on_past(forms[0].last)):
            is_base = False
        return [s for s in forms if (s.form == "base") == is_base]

    def _goes_on_past(self, at: int) -> bool:
        """Whether "and" joins it to what was done: "put a quote together and emailed it"."""
        while at + 1 < len(self.tokens) and self.tokens[at].raw not in {".", "!", "?", ";"}:
            forms = {s.form for s in self.at.get(at + 1, ()) if s.category == "verb" and s.language == "en"}
            if self.tokens[at].bare in {"and", "then"} and "past" in forms and "base" not in forms:
                return True
            at += 1
        return False

    def _goes_on_ahead(self, before: list[int]) -> bool:
        """Whether it is joined to what somebody will do: "she'll ask her boss and let me know"."""
        joined = bool(before) and self.tokens[before[0]].bare in {"and", "&"}
        return joined and bool(self.found) and self.found[-1].tense in {"fut", "inf", "imp", "cond"}

    def _opens_as_sent(self, forms: list[Sign]) -> bool:
        """Whether a sentence opens with what was sent, and tells no day to come: "put in our bid, 88k"."""
        at = forms[0].first
        opens = at == 0 or self.tokens[at - 1].raw in {".", "!", "?"}
        if not opens or not any(s.value in _SENDING and s.form == "past" for s in forms):
            return False
        while at < len(self.tokens) and self.tokens[at].raw not in {".", "!", "?", ";"}:
            if self._is(at, "day_ahead") and self.tokens[at].bare != "by":
                return False
            at += 1
        return True

    def _base_or_participle(self, forms: list[Sign]) -> list[Sign]:
        """Of a verb like "come" or "run": the participle after "have", else the base."""
        perfect = any(self._is(i, "pronoun", "have") for i in self._before(forms[0].first)[:2])
        return [s for s in forms if (s.form == "part") == perfect]

    def _english(self, verb: Verb, form: str) -> Verb | None:
        if self._only_helps(verb):
            return None
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
                told = next(s.value for s in self.at[index] if s.category == "helper")
                return "will" if told == "to" and self.tokens[index - 1].bare == "going" else told
            if self._is(index, "join") or self._is(index, "article", "the") or index in self.named:
                return ""
            if self.tokens[index].bare.endswith("'s") and not self._is(index, "pronoun"):
                return ""  # "no answer to last week's offer"
        return ""

    def _base(self, verb: Verb, before: list[int]) -> Verb | None:
        if self._is_let_know(verb) or self._is_object_of(verb):
            return None
        modal = self._modal(before)
        if modal:
            tense = {"to": "inf", "will": "fut", "would": "cond", "did": "past", "do": "pres"}[modal]
            return verb._replace(tense=tense)
        nearest = before[0] if before else -1
        if nearest >= 0 and self._is(nearest, "pronoun", "i", "customer"):
            return verb._replace(tense="pres")
        ordinary = any(s.category in NOUNS for s in self.at.get(verb.first, ()))
        if nearest >= 0 and self._is_subject_noun(nearest) and not ordinary:
            return verb._replace(tense="pres", person=3)
        if self._reads_as_noun(verb, nearest):
            return None
        if nearest in self.named and not (self._named_next(verb.last) and self.named[nearest].is_known):
            named_so = any(s.category in NOUNS for s in self.at.get(verb.first, ()))
            return None if named_so else verb._replace(tense="pres", person=3)
        if nearest >= 0 and not self._may_precede_order(nearest) and not self._named_next(verb.last):
            return None
        return verb._replace(tense="imp", person=1, denied=self._is_forbidden(before))

    def _is_forbidden(self, before: list[int]) -> bool:
        """Whether the order itself is denied: "don't ring"; not in "not ready, ring again"."""
        if before and self._is_negative(before[0]):
            return True
        return (
            len(before) > 1
            and self._is_negative(before[1])
            and self._is(before[0], "join") is False
            and (self.tokens[before[1]].bare in _FORBIDDING)
        )

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
            or self._is_said(index)
            or self._is(index, "dated")
            or self._is(index, "need")
            or (self._is(index, "opener") or self.tokens[index].kind is not Kind.WORD)
        )

    def _is_said(self, index: int) -> bool:
        """Whether somebody's words follow: "she said call me on Friday"."""
        return any(s.category == "verb" and s.value == "say" for s in self.at.get(index, ()))

    def _past(self, verb: Verb, before: list[int]) -> Verb | None:
        near = before[:2]
        if before and self.found and self._is(verb.last, "thing") and before[0] in self.named:
            return None  # "send Jurgita reworked offer"
        if (
            self.found
            and self.found[-1].last == verb.first
            and self._is(verb.last, "thing")
            and "rework" in verb.concepts
        ):
            return None  # "sent revised offer"
        if before and self._is(before[0], "article", "the") and verb.last < len(self.tokens):
            return None
        if self._only_names(verb, before):
            return None
        if not before and self._is(verb.last, "thing", "offer") and "rework" in verb.concepts:
            return None  # "revised offer due by Monday"
        if "say" in verb.concepts and not verb.person and self._is(verb.last, "pronoun", "i"):
            verb = verb._replace(person=1)  # "said I'd call"
        if self._is_wished(verb) or self._is_to_be_had(verb):
            return verb._replace(tense="pass", person=1)
        if any(self._is(i, "pronoun", "past_be", "aux", "future_be") for i in near) and not any(
            self._is(i, "pronoun", "have") for i in before[:1]
        ):
            return self._passive(verb, before)
        if self._is_got(verb):
            self.found.pop()
            return self._passive(verb, before)
        return verb

    def _is_got(self, verb: Verb) -> bool:
        """Whether "got" makes the passive: "got called by Tiltas", no noun as in "got signed contract"."""
        beside = bool(self.found) and self.found[-1].last == verb.first
        return (
            beside
            and "receive" in self.found[-1].concepts
            and not self._is(verb.last, "thing")
            and verb.concepts.isdisjoint({"sign"})
        )

    def _only_names(self, verb: Verb, before: list[int]) -> bool:
        """Whether "called" only gives a name: "a lady called Maeve"."""
        if "call" not in verb.concepts or not before:
            return False
        if self._named_next(verb.last) and self._is_business(before[0]):
            return True
        if not self._named_next(verb.last) and not self._is(before[0], "company_word"):
            return False
        someone = any(self._is(before[0], sort) for sort in ("role", "company_word", "rival"))
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
        if tense in {"inf", "fut"} and verb.concepts & _GIVING and any(self._is_ours(i) for i in before):
            person = 1  # "the quote is to be sent"
        if any(self.named[i].before_word == "by" for i in range(verb.last, verb.last + 2) if i in self.named):
            person = 3
        if self.found and self._is_helping(self.found[-1], verb):
            self.found.pop()
        return verb._replace(tense=tense, person=person)

    def _is_ours(self, index: int) -> bool:
        """Whether a thing that is to be sent is ours to send, unlike an order."""
        return self._is(index, "thing") and not self._is(index, "thing", "order")

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
            and self._is_one_phrase(between)
        )

    def _is_to_be_had(self, verb: Verb) -> bool:
        """Whether it is what somebody wants to have done: "to have it signed", "to get the order placed"."""
        if not self.found or not self.found[-1].concepts & {"have", "receive"}:
            return False
        had = self.found[-1]
        between = range(had.last, verb.first)
        ahead = had.tense in {"inf", "fut", "cond", "imp"} and had.language == "en"
        return ahead and 0 < len(between) <= _LONGEST_OBJECT and self._is_one_phrase(between)

    def _is_one_phrase(self, between: range) -> bool:
        """Whether no mark and no joining word stands there."""
        return not any(
            (self.tokens[i].kind is Kind.PUNCTUATION and self.tokens[i].raw != "-")
            or self._is(i, "join")
            or self._is(i, "helper", "to")
            for i in between
        )

    def _ing(self, verb: Verb, before: list[int]) -> Verb | None:
        if self._is_about_to(verb):
            return None
        if verb.first in {i for i in range(verb.first, verb.last) if self._is(i, "event")}:
            follows = self._named_next(verb.last) or self._is(verb.last, "article", "the")
            preceded = bool(before) and (self._is(before[0], "article") or self._is(before[0], "need"))
            if not follows or preceded:
                return None
        if self._is_thing_wanted(verb, before):
            return None
        if any(self._is(i, "pronoun", "past_be") for i in before[:2]):
            return verb._replace(tense="past")
        told = len(before) > 1 and self._is(verb.first, "thing") and self._is_told_which(before)
        if told or (before and self._is(before[0], "article", "the")):
            return None
        if before and not verb.person and self.tokens[before[0]].bare == "is":
            verb = verb._replace(person=3)
        return verb._replace(tense="gerund") if before and self.tokens[before[0]].bare == "of" else verb

    def _is_about_to(self, verb: Verb) -> bool:
        """Whether "going" only tells that what follows is to come: "I'm going to call them"."""
        return (
            self.tokens[verb.first].bare == "going"
            and self._is(verb.last, "helper", "to")
            and any(s.category == "verb" and s.form == "base" for s in self.at.get(verb.last + 1, ()))
        )

    def _is_verb_in_s(self, verb: Verb, before: list[int]) -> bool:
        if not before:
            return not any(s.category in {"event", "thing"} for s in self.at.get(verb.first, ()))
        if self._is(before[0], "article") or self.tokens[before[0]].kind is Kind.NUMBER:
            return False
        if verb.last < len(self.tokens) and self.tokens[verb.last].bare == "of":
            return False  # "loads of notes"
        ordinary = any(s.category in {"event", "thing", "close"} for s in self.at.get(verb.first, ()))
        if ordinary and self._is_object_of(verb):
            return False  # "send them prices"
        return not ordinary or before[0] in self.named or self._is(before[0], "pronoun", "customer")
