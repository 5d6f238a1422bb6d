"""Finds the people of the directory in a message, by first name, surname or both."""

from itertools import product

from core.reading.names.declension import OF_PEOPLE, PLURAL, Cases, case_after
from core.reading.names.evidence import Evidence
from core.reading.names.legal import legal_form_at
from core.reading.names.lookup import Lookup
from core.reading.names.mention import Mention, with_people
from core.reading.names.nominative import case_told
from core.reading.names.variants import first_names

_INTO = frozenset({"į", "iš", "is"})
"""Before a place or company, not before a family."""
CONTACT_VERBS = frozenset(
    {"call", "meet", "visit", "text", "mail", "speak", "write", "send", "present", "quote"}
)


_WRITTEN = frozenset({"call", "email", "message"})


class People:
    """The people that a message names."""

    def __init__(self, words: Lookup, evidence: Evidence) -> None:
        self.words, self.evidence = words, evidence
        self.around, self.directory, self.tokens = words.around, words.directory, words.tokens

    def at(self, at: int) -> Mention | None:
        """The person whose name starts at a token."""
        words = self._likeliest(at)
        if not words or not self._may_be_person(at):
            return None
        if names := self._full_name(at):
            mention = self.words.mention(at, at + 2, (), self.words.cases(at + 1), full=False)
            return with_people(mention, names)
        if initial := self._with_initial(at, words):
            mention = self.words.mention(at, at + 2, (), self.words.cases(at), full=False)
            return with_people(mention, (words, initial))
        if self.words.continues(at + 1) and self._is_strange_surname(at):
            return self.words.mention(at, at + 2, (), self.words.cases(at), full=False)
        return with_people(self.words.mention(at, at + 1, (), self.words.cases(at), full=False), (words,))

    def _full_name(self, at: int) -> tuple[tuple[int, ...], ...]:
        """The words that two tokens may be as names of the same person, the likeliest forms first; the second
        may be misspelt.
        """
        if not self.words.continues(at + 1):
            return ()
        first, second = (self._likeliest(at), self._every(at)), (self._likeliest(at + 1), self._every(at + 1))
        for names in product(first, second):
            if self.directory.share_person(*names):
                return names
        bare = self.tokens[at + 1].bare
        if self.around.is_ordinary(at + 1) or first_names(bare) or not first_names(self.tokens[at].bare):
            return ()
        near = tuple(hit.word for hit in self.directory.similar(bare, likely=True))
        fitting = (words for words in first if self.directory.share_person(words, near))
        return next(((words, near) for words in fitting), ())

    def _with_initial(self, at: int, words: tuple[int, ...]) -> tuple[int, ...]:
        """Names that begin with the letter after a first name: "Susan V."."""
        if (
            not self.words.continues(at + 1)
            or len(self.tokens[at + 1].raw) != 1
            or not self.tokens[at + 1].capital
        ):
            return ()
        return self.directory.other_names(words, self.tokens[at + 1].bare)

    def _is_strange_surname(self, at: int) -> bool:
        """Whether a surname that no one of this first name bears follows it."""
        return (
            self.around.told_by_capital(at + 1)
            and len(self.tokens[at + 1].raw) > 1
            and (not self.words.hits(at + 1) or self._is_surname_only(at + 1, self.words.cases(at)))
            and not self.around.is_ordinary(at + 1)
            and not self.around.is_place(at + 1)
            and not legal_form_at(self.tokens, at + 1)
            and self._agrees(at, at + 1)
            and bool(first_names(self.tokens[at].bare))
        )

    def _agrees(self, at: int, following: int) -> bool:
        """Whether the second word may stand in a case of the first: not "Rūtą Medstorui"."""
        told = case_told(self.tokens[following].raw)
        return not told or bool(told & self.words.cases(at)) or "any" in self.words.cases(at)

    def _is_surname_only(self, index: int, cases: Cases) -> bool:
        """Whether a word of the directory names only people there, and agrees with a name before."""
        hits = self.words.hits(index)
        return (
            bool(self.words.cases(index) & cases)
            and not first_names(self.tokens[index].bare)
            and not any(self.directory.companies_with(hit.word) for hit in hits)
        )

    def _every(self, index: int) -> tuple[int, ...]:
        """All words of people's names that the token may be."""
        hits = self.words.hits(index) if self.around.is_word(index) else ()
        return tuple(hit.word for hit in hits if self.directory.people_with(hit.word))

    def _likeliest(self, index: int) -> tuple[int, ...]:
        """Those of them that fit best by case and spelling."""
        people = self._every(index)
        if not people:
            return ()
        hits = [hit for hit in self.words.hits(index) if hit.word in people]
        asked = case_after(self.around.before(index)[1]) if hits else ""
        for better in (
            [h for h in hits if h.cases - OF_PEOPLE],
            [h for h in hits if not asked or h.cases & {asked, "any"}],
            [h for h in hits if h.spelled],
        ):
            hits = [h for h in hits if h in better] or hits
        return tuple(h.word for h in hits)

    def _may_be_person(self, at: int) -> bool:
        around = self.around
        if self.words.cases(at) <= PLURAL and (around.is_place(at) or around.before(at)[1] in _INTO):
            return False  # "į Rasų malūną"
        if around.told_by_capital(at):
            return at not in around.whens or not self.evidence.is_date(
                self.words.mention(at, at + 1, (), frozenset(), False)
            )
        if not around.is_ordinary(at):
            return (
                around.tokens[at].capital
                or around.all_lower
                or bool(self.directory.hits(self.tokens[at].bare))
            )
        if around.tokens[at].capital:
            if at in around.whens:
                return around.is_english_date(at) and around.verb_next(at + 1)
            if around.verb_follows(at + 1) or at not in around.meaning:
                known = at not in around.meaning and self.directory.hits(around.tokens[at].bare)
                return bool(known) or around.verb_follows(at + 1)
            return bool(self._full_name(at))
        return around.all_lower and (
            around.before(at)[0] in {"person", "any"}
            or self._after_contact_verb(at)
            or self._is_who_wrote(at)
            or (self.words.cases(at) == {"dat"} and self._after_contact_verb(at + 2))
            or self._is_plain_first_name(at)
            or ("nom" in self.words.cases(at) and around.verb_next(at + 1))
        )

    def _is_plain_first_name(self, at: int) -> bool:
        """Whether a first name without a capital has no meaning in a message but the name."""
        taken = at in self.around.meaning or at in self.around.whens
        return not taken and any(
            cases & {"nom", "dat", "ins"} for _, cases in first_names(self.tokens[at].bare)
        )

    def _is_who_wrote(self, at: int) -> bool:
        """Whether a call or a message is from whom stands there: "got a text from mark"."""
        if at < 2 or self.tokens[at - 1].bare != "from" or at in self.around.whens:
            return False
        return any(
            (s.category == "event" and s.value in _WRITTEN) or (s.category, s.value) == ("thing", "order")
            for s in self.around.signs.get(at - 2, ())
        )

    def _after_contact_verb(self, at: int) -> bool:
        return any(
            sign.category == "verb" and sign.value in CONTACT_VERBS
            for sign in self.around.signs.get(at - 1, ())
        )
