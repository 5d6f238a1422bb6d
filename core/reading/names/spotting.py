"""Finds the names in a message: those of the directory in any form, and those it does not have."""

from dataclasses import replace
from itertools import product

from core.reading.directory import Directory, Hit
from core.reading.intent import Key
from core.reading.names.declension import case_after
from core.reading.names.evidence import Evidence
from core.reading.names.legal import connectives, legal_form_at
from core.reading.names.mention import Mention, joined, with_people
from core.reading.names.surroundings import Surroundings
from core.reading.names.unknown import unknown_at
from core.reading.names.variants import first_names
from core.reading.tokens import Kind

_LONGEST_NAME = 6
CONTACT_VERBS = frozenset(
    {"call", "meet", "visit", "text", "mail", "speak", "write", "send", "present", "quote"}
)


def spot(around: Surroundings, directory: Directory) -> list[Mention]:
    """All names in order; they do not overlap."""
    spotter = _Spotter(around, directory)
    return spotter.run()


class _Spotter:
    def __init__(self, around: Surroundings, directory: Directory) -> None:
        self.around, self.directory, self.tokens = around, directory, around.tokens
        self.memo: dict[int, tuple[Hit, ...]] = {}
        self.found: list[Mention] = []
        self.evidence = Evidence(around, directory, self.found)

    def run(self) -> list[Mention]:
        at = 0
        while at < len(self.tokens):
            if self.tokens[at].kind is not Kind.WORD and not self._starts_numbered(at):
                at += 1
                continue
            legal = legal_form_at(self.tokens, at)
            if legal:
                at = legal
                continue
            mention = self._known_at(at) or unknown_at(self.around, at, self.found)
            if mention:
                self.found.append(mention := self._without_known(mention))
            at = mention.last if mention else at + 1
        return self.found

    def _without_known(self, mention: Mention) -> Mention:
        """An unknown name without one of the directory that follows in the dative: "Vitrola Kuosai"."""
        for at in () if mention.is_known or mention.quoted else range(mention.first + 1, mention.last):
            if self._cases(at) == {"dat"}:
                return replace(mention, last=at, raw=mention.raw[: at - mention.first])
        return mention

    def _starts_numbered(self, at: int) -> bool:
        return self.tokens[at].kind is Kind.NUMBER and bool(self.hits(at)) and self.around.is_word(at + 1)

    def hits(self, index: int) -> tuple[Hit, ...]:
        """Words of the directory that the token may be, misspelt ones only where nothing else explains it."""
        if index not in self.memo:
            self.memo[index] = self._find_hits(index)
        return self.memo[index]

    def _find_hits(self, index: int) -> tuple[Hit, ...]:
        bare = self.tokens[index].bare
        found = self.directory.hits(bare, self.tokens[index].low)
        if found or not self.around.is_word(index) or len(bare) < 3:
            return found
        if self.around.is_ordinary(index) or (
            not self.tokens[index].capital and not self.around.before(index)[0] and not self.around.all_lower
        ):
            return ()
        return self.directory.variants(bare) or (() if first_names(bare) else self.directory.similar(bare))

    def _known_at(self, at: int) -> Mention | None:
        company = self._company(at)
        if company is None and (keys := self.evidence.run_together(at)):
            return self._mention(at, at + 2, keys, frozenset({"any"}), full=True)
        person = self._person(at)
        if person and (company is None or (person.last > company.last and len(person.people) > 1)):
            return person
        if company and person and person.last == company.last:
            return joined(company, person, self.found)
        return company or self._part(at)

    def _company(self, at: int) -> Mention | None:
        """The longest full name of a company that starts here."""
        best: Mention | None = None
        choices: list[tuple[Hit, ...]] = []
        where = at
        while len(choices) < _LONGEST_NAME and where < len(self.tokens):
            token = self.tokens[where]
            if choices and (token.raw in '&+"“”' or token.bare in connectives()):
                where += 1
                continue
            hits = self.hits(where) if token.kind in (Kind.WORD, Kind.NUMBER) else ()
            if not hits:
                break
            choices.append(hits)
            where += 1
            keys, cases = self._named(choices)
            if keys:
                mention = self._mention(at, where, keys, cases, full=True)
                best = mention if self.evidence.for_company(mention) else best
        return best

    def _named(self, choices: list[tuple[Hit, ...]]) -> tuple[tuple[Key, ...], frozenset[str]]:
        keys: dict[Key, None] = {}
        cases: frozenset[str] = frozenset()
        for combination in product(*(hits[:4] for hits in choices)):
            for key in self.directory.named(tuple(hit.word for hit in combination)):
                keys[key] = None
                cases |= combination[-1].cases
        return tuple(keys), cases

    def _mention(
        self, first: int, last: int, companies: tuple[Key, ...], cases: frozenset[str], full: bool
    ) -> Mention:
        kind, word = self.around.before(first)
        return Mention(
            first,
            last,
            tuple(t.raw for t in self.tokens[first:last] if t.kind in (Kind.WORD, Kind.NUMBER)),
            companies=companies,
            full=full,
            cases=cases,
            before=kind,
            before_word=word,
            legal=self.around.legal_around(first, last),
            quoted=self.around.quoted(first, last),
        )

    def _person(self, at: int) -> Mention | None:
        words = self._person_words(at)
        if not words or not self._may_be_person(at):
            return None
        second = self._person_words(at + 1) if self._continues(at + 1) else ()
        if second and self._shares_person(words, second):
            mention = self._mention(at, at + 2, (), self._cases(at + 1), full=False)
            return with_people(mention, (words, second))
        initial = self._with_initial(at, words)
        if initial:
            return with_people(self._mention(at, at + 2, (), self._cases(at), full=False), (words, initial))
        mention = self._mention(at, at + 1, (), self._cases(at), full=False)
        if not second and self._continues(at + 1) and self._is_strange_surname(at):
            return self._mention(at, at + 2, (), self._cases(at), full=False)
        return with_people(mention, (words,))

    def _with_initial(self, at: int, words: tuple[int, ...]) -> tuple[int, ...]:
        """Names that begin with the letter after a first name: "Susan V."."""
        if (
            not self._continues(at + 1)
            or len(self.tokens[at + 1].raw) != 1
            or not self.tokens[at + 1].capital
        ):
            return ()
        return self.directory.other_names(words, self.tokens[at + 1].bare)

    def _is_strange_surname(self, at: int) -> bool:
        """Whether a surname that is not in the directory follows a first name."""
        return (
            self.around.told_by_capital(at + 1)
            and len(self.tokens[at + 1].raw) > 1
            and not self.hits(at + 1)
            and not self.around.is_ordinary(at + 1)
            and not legal_form_at(self.tokens, at + 1)
            and bool(first_names(self.tokens[at].bare))
        )

    def _person_words(self, index: int) -> tuple[int, ...]:
        if not self.around.is_word(index):
            return ()
        hits = [h for h in self.hits(index) if self.directory.people_with(h.word)]
        asked = case_after(self.around.before(index)[1])
        for better in (
            [h for h in hits if h.cases - {"voc"}],
            [h for h in hits if h.spelled],
            [h for h in hits if not asked or h.cases & {asked, "any"}],
        ):
            hits = [h for h in hits if h in better] or hits
        return tuple(h.word for h in hits)

    def _cases(self, index: int) -> frozenset[str]:
        return frozenset(case for hit in self.hits(index) for case in hit.cases)

    def _shares_person(self, first: tuple[int, ...], second: tuple[int, ...]) -> bool:
        for one in first:
            for other in second:
                few, many = sorted(
                    (self.directory.people_with(one), self.directory.people_with(other)), key=len
                )
                if one != other and any(key in many for key in few):
                    return True
        return False

    def _continues(self, index: int) -> bool:
        return (
            self.around.is_word(index)
            and self.tokens[index].start == self.tokens[index - 1].end + 1
            and (self.tokens[index].capital or not self.tokens[index - 1].capital)
        )

    def _may_be_person(self, at: int) -> bool:
        around = self.around
        if around.told_by_capital(at):
            return at not in around.whens or not self.evidence.is_date(
                self._mention(at, at + 1, (), frozenset(), False)
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
            return self._shares_next(at)
        return around.all_lower and (
            around.before(at)[0] in {"person", "any"}
            or self._after_contact_verb(at)
            or (self._cases(at) == {"dat"} and self._after_contact_verb(at + 2))
            or self._is_plain_first_name(at)
        )

    def _is_plain_first_name(self, at: int) -> bool:
        """Whether a first name without a capital has no meaning in a message but the name."""
        taken = at in self.around.meaning or at in self.around.whens
        return not taken and any(
            cases & {"nom", "dat", "ins"} for _, cases in first_names(self.tokens[at].bare)
        )

    def _shares_next(self, at: int) -> bool:
        words, second = self._person_words(at), self._person_words(at + 1)
        return bool(words and second) and self._continues(at + 1) and self._shares_person(words, second)

    def _after_contact_verb(self, at: int) -> bool:
        return any(
            sign.category == "verb" and sign.value in CONTACT_VERBS
            for sign in self.around.signs.get(at - 1, ())
        )

    def _part(self, at: int) -> Mention | None:
        """A word that is a part of companies' names."""
        around = self.around
        if not self.tokens[at].capital and not around.all_lower and not around.before(at)[0]:
            return None
        if around.is_ordinary(at) and not around.told_by_capital(at):
            asked = around.before(at)[0] == "company" and (around.tokens[at].capital or around.all_lower)
            asked = asked or (
                around.tokens[at].capital and "gen" in self._cases(at) and around.is_role(at + 1)
            )
            if not asked and not (around.tokens[at].capital and self._cases(at) == {"dat"}):
                return None
            if at in around.whens:
                return None
        keys = self._part_keys(at)
        if not keys:
            return None
        last, keys = self._narrowed(at, keys)
        mention = self._mention(at, last, keys, self._cases(at), full=False)
        return None if at in around.whens and self.evidence.is_date(mention) else mention

    def _part_keys(self, at: int) -> tuple[Key, ...]:
        keys: dict[Key, None] = {}
        for hit in self.hits(at):
            for key in self.directory.companies_with(hit.word):
                keys[key] = None
        named = self._company_word_near(at) or (
            self.around.language == "en"
            and self.around.told_by_capital(at)
            and not self._continues(at + 1)
            and not first_names(self.tokens[at].bare)
        )
        if not keys and len(self.tokens[at].bare) >= 4 and named:
            return tuple(self.directory.company_beginning(self.tokens[at].bare))
        return tuple(keys)

    def _company_word_near(self, at: int) -> bool:
        following = self.around.signs.get(at + 1, ())
        return any(sign.category == "company_word" for sign in following)

    def _narrowed(self, at: int, keys: tuple[Key, ...]) -> tuple[int, tuple[Key, ...]]:
        """Takes in further words that are also parts of the same company's name."""
        last = at + 1
        while self.around.is_word(last) and self.hits(last):
            more = {k for hit in self.hits(last) for k in self.directory.companies_with(hit.word)}
            both = tuple(key for key in keys if key in more)
            if not both:
                break
            keys, last = both, last + 1
        return last, keys
