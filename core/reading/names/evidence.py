"""Whether a word that fits a name of the directory is meant as one, by what stands around it."""

from collections.abc import Sequence

from core.reading.directory import Directory
from core.reading.intent import Key
from core.reading.names.declension import Cases
from core.reading.names.mention import Mention
from core.reading.names.nominative import is_adjective
from core.reading.names.surroundings import Surroundings
from core.reading.tokens import Kind

OF_SPEECH = frozenset(
    {
        "say",
        "ask",
        "want",
        "call",
        "write",
        "text",
        "mail",
        "promise",
        "order",
        "refuse",
        "choose",
        "agree",
        "decide",
        "sign",
        "buy",
    }
)
"""Verbs of which only people can be the subject."""
_FINITE = frozenset({"pres3", "past3", "fut3"})
_OF_PAPERS = frozenset({"su", "del"})
_SHORTEST_HALF = 3
_HEADED = frozenset({"life", "event", "thing", "stage"})
_REACHING = frozenset({"call", "meet", "visit", "text", "mail", "see", "write", "reach"})


class Evidence:
    """Judges possible mentions; `found` are those accepted before."""

    def __init__(self, around: Surroundings, directory: Directory, found: Sequence[Mention]) -> None:
        self.around, self.directory, self.tokens, self.found = around, directory, around.tokens, found

    def for_company(self, mention: Mention) -> bool:
        """Whether the words are the company's name here."""
        around, first = self.around, mention.first
        if mention.legal or mention.quoted or self._is_explained(mention.last):
            return True
        if mention.last - first > 1:
            return self._phrase_is_name(mention)
        if around.told_by_capital(first):
            return not self.is_date(mention)
        if not around.is_ordinary(first):
            return True
        if self._follows_person_of(mention):
            return True
        if around.tokens[first].capital:
            return self._starts_as_name(mention)
        return around.all_lower and (self._is_asked_for(mention) or self._acts(mention))

    def _is_explained(self, after: int) -> bool:
        """Whether a bracket right after says that it is a company: "Rytas (įmonė) skambino"."""
        if after >= len(self.tokens) or self.tokens[after].raw != "(":
            return False
        inside = range(after + 1, min(after + 3, len(self.tokens)))
        return any(s.category == "company_word" for i in inside for s in self.around.signs.get(i, ()))

    def _acts(self, mention: Mention) -> bool:
        """Whether an ordinary word that opens a message does next what only people do: "statyba prašo"."""
        around = self.around
        if "nom" not in mention.cases or not around.starts(mention.first) or mention.first in around.whens:
            return False
        signs = around.signs.get(mention.last, ())
        return any(s.category == "verb" and s.value in OF_SPEECH and s.form in _FINITE for s in signs)

    def run_together(self, at: int) -> tuple[Key, ...]:
        """Companies of one word that is written here as two: "silver quay"."""
        if not self.around.is_word(at + 1) or self.tokens[at + 1].start != self.tokens[at].end + 1:
            return ()
        left, right = self.tokens[at].bare, self.tokens[at + 1].bare
        if len(left) < _SHORTEST_HALF or len(right) < _SHORTEST_HALF:
            return ()
        found = (self.directory.named((hit.word,)) for hit in self.directory.hits(left + right))
        return tuple(key for keys in found for key in keys)

    def _phrase_is_name(self, mention: Mention) -> bool:
        """Whether two or more words are the name, not a time or an ordinary phrase."""
        tokens = self.tokens[mention.first : mention.last]
        when = self.around.whens.get(mention.last - 1)
        if when is not None and when.last > mention.last and not tokens[-1].capital and when.has_time:
            return False
        following = self.tokens[mention.last] if mention.last < len(self.tokens) else None
        if tokens[0].capital or tokens[-1].capital or self.around.all_lower:
            number_follows = following is not None and following.kind is Kind.NUMBER
            return not (number_follows and mention.first in self.around.whens and not tokens[-1].capital)
        if not self.around.is_ordinary(mention.first):
            return True
        opens = self.around.starts(mention.first) and "nom" in mention.cases
        opens = opens and self.around.verb_follows(mention.last)
        return bool(mention.before) or opens or ("dat" in mention.cases and "nom" not in mention.cases)

    def is_date(self, mention: Mention) -> bool:
        """Whether a capitalised word is the date it also is: "on 20 May", "in May"."""
        when = self.around.whens.get(mention.first)
        if when is None or (
            not self.around.is_english_date(mention.first) and mention.last - mention.first == 1
        ):
            return False
        if self._is_object(mention):
            return False
        if mention.before == "date" or (mention.before_word == "of" and when.first <= mention.first - 2):
            return True
        core = [i for i in range(when.first, when.last) if i != mention.first]
        if any(self.tokens[i].kind is Kind.NUMBER for i in core):
            return not when.weak
        return bool(core) and not when.weak and mention.before == ""

    def _is_object(self, mention: Mention) -> bool:
        """Whether a contact stands right before and no number after: "call April at 4"."""
        beside = self.around.signs.get(mention.first - 1, ()) if mention.first else ()
        called = any(s.category == "event" or (s.category == "verb" and s.value in _REACHING) for s in beside)
        following = self.tokens[mention.last] if mention.last < len(self.tokens) else None
        return called and not (following is not None and following.kind is Kind.NUMBER)

    def _follows_person_of(self, mention: Mention) -> bool:
        """Whether the person named just before works there: "Ieva iš Ryto", also without capitals."""
        if not self.found or not mention.before or self.found[-1].last < mention.first - 2:
            return False
        last = self.found[-1]
        return any(
            bool(last.people) and all(self.directory.has_name(person, words) for words in last.people)
            for key in mention.companies
            for person in self.directory.people_of(key)
        )

    def _is_event(self, mention: Mention) -> bool:
        """Whether the word is a meeting or visit that "took place", not a company called so."""
        if not any(s.category == "event" for s in self.around.signs.get(mention.first, ())):
            return False
        return any(s.value == "happen" for s in self.around.signs.get(mention.last, ()))

    def _is_paper(self, mention: Mention) -> bool:
        """Whether the word is the contract that "su Tiltu pasirašyta", not a company called so."""
        if not any(s.category == "thing" for s in self.around.signs.get(mention.first, ())):
            return False
        following = self.tokens[mention.last].bare if mention.last < len(self.tokens) else ""
        beside = (s for i in range(mention.last, mention.last + 2) for s in self.around.signs.get(i, ()))
        done_to = any(s.category == "verb" and (s.form, s.language) == ("pass", "lt") for s in beside)
        return done_to or (self.around.language == "lt" and following in _OF_PAPERS)

    def _starts_as_name(self, mention: Mention) -> bool:
        """Whether an ordinary word with the capital of a sentence's start is the name all the same."""
        if "dat" in mention.cases and "nom" not in mention.cases and mention.first in self.around.whens:
            return True
        if self._is_event(mention) or self._is_paper(mention):
            return False
        if self.is_won_or_lost(mention.first, mention.last, mention.cases):
            return True
        if "gen" in mention.cases and (
            self.around.is_role(mention.last) or self._precedes_person_of(mention)
        ):
            return True
        if not mention.cases & {"nom", "any"}:
            return False
        if self.around.verb_follows(mention.last) or self.is_priced(mention):
            return True
        return self.heads_note(mention.first, mention.last, mention.cases)

    def heads_note(self, first: int, at: int, cases: Cases) -> bool:
        """Whether a word of no other meaning stands before what is noted of the company so called: "Statyba
        konkursas".
        """
        if first in self.around.meaning or first in self.around.whens or "nom" not in cases:
            return False
        if at >= len(self.tokens) or at in self.around.whens or "gen" in cases:
            return False
        if is_adjective(self.tokens[first].bare):
            return False  # "Pirmas susitikimas"
        return (
            any(s.category in _HEADED for s in self.around.signs.get(at, ())) and not self.tokens[at].capital
        )

    def is_won_or_lost(self, first: int, at: int, cases: Cases) -> bool:
        """Whether a word of no other meaning is what we did not win or have lost: "Tilto dar nelaimėjom"."""
        if "gen" not in cases or first in self.around.meaning or first in self.around.whens:
            return False
        beside = range(at, min(at + 3, len(self.tokens)))
        verb = next((s for i in beside for s in self.around.signs.get(i, ()) if s.category == "verb"), None)
        return (
            verb is not None
            and verb.form == "past1"
            and verb.value in {"win", "lose"}
            and verb.language == "lt"
        )

    def is_priced(self, mention: Mention) -> bool:
        """Whether a number that counts or prices something follows: "Statyba 40 t x 95"."""
        at, around = mention.last, self.around
        counted = at in around.meaning and at not in around.whens and self.tokens[at].kind is Kind.NUMBER
        return counted and mention.first not in around.meaning and mention.first not in around.whens

    def _precedes_person_of(self, mention: Mention) -> bool:
        """Whether who is named right after works at the company of that genitive: "Statybos Rasa"."""
        at = mention.last
        if not self.around.is_word(at) or not self.tokens[at].capital:
            return False
        names = [hit.word for hit in self.directory.hits(self.tokens[at].bare)]
        return any(
            self.directory.has_name(person, (name,))
            for key in mention.companies
            for person in self.directory.people_of(key)
            for name in names
        )

    def _is_asked_for(self, mention: Mention) -> bool:
        """Whether the words around an uncapitalised ordinary word need a name there."""
        if mention.first in self.around.whens and not self.around.whens[mention.first].after_name_word:
            return False
        if mention.before == "any" and any(
            s.category == "thing" for s in self.around.signs.get(mention.first, ())
        ):
            return False  # "dėl sutarties"
        return mention.before in {"company", "any"} and bool(mention.cases & {"gen", "any", "ins", "acc"})
