"""Finds the names in a message: those of the directory in any form, and those it does not have."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from core.reading.directory import Directory
from core.reading.intent import Key
from core.reading.names.declension import Cases, case_after, cases_by_ending
from core.reading.names.evidence import OF_SPEECH, Evidence
from core.reading.names.legal import connectives, legal_form_at, trades
from core.reading.names.lookup import Lookup
from core.reading.names.mention import Mention, joined
from core.reading.names.nominative import is_adjective, may_stand_in
from core.reading.names.other_names import of_another, of_new, together
from core.reading.names.people import People
from core.reading.names.spelling import Hit
from core.reading.names.surroundings import Surroundings
from core.reading.names.unknown import unknown_at
from core.reading.names.variants import first_names
from core.reading.tokens import Kind

_LONGEST_NAME = 6
_FORMS = 6
_SHORTEST_NOUN = 4
"""So many words of the directory are tried for one of the message's, in a name of several."""


def spot(around: Surroundings, directory: Directory) -> list[Mention]:
    """All names in order; they do not overlap."""
    spotter = _Spotter(around, directory)
    return spotter.run()


class _Spotter:
    def __init__(self, around: Surroundings, directory: Directory) -> None:
        self.around, self.directory, self.tokens = around, directory, around.tokens
        self.words = Lookup(around, directory)
        self.found: list[Mention] = []
        self.evidence = Evidence(around, directory, self.found)
        self.people = People(self.words, self.evidence)

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
            known = self._known_at(at)
            mention = of_new(known, self.words) if known else unknown_at(self.around, at, self.found)
            if mention:
                self._take(mention := self._without_known(mention))
            at = mention.last if mention else at + 1
        return self.found

    def _take(self, mention: Mention) -> None:
        """Adds a name, as one with the part of a company's before it where that makes another's."""
        another = of_another(self.found[-1], mention, self.words) if self.found else None
        if another is not None:
            self.found.pop()
        self.found.append(another or mention)

    def _without_known(self, mention: Mention) -> Mention:
        """An unknown name without one of the directory that follows in the dative: "Vitrola Kuosai"; of what
        opens a sentence only the company in it: "Krautuvams Tiltas skyrė".
        """
        if not (mention.is_known or mention.quoted or mention.legal) and self.around.starts(mention.first):
            for at in range(mention.first + 1, mention.last):
                if company := self._company(at):
                    return company
        first = self.tokens[mention.first].low
        if mention.is_known or mention.quoted or may_stand_in(first, frozenset({"dat"})):
            return mention
        for at in range(mention.first + 1, mention.last):
            if self.words.cases(at) == {"dat"}:
                return replace(mention, last=at, raw=mention.raw[: at - mention.first])
        return mention

    def _starts_numbered(self, at: int) -> bool:
        return (
            self.tokens[at].kind is Kind.NUMBER and bool(self.words.hits(at)) and self.around.is_word(at + 1)
        )

    def _known_at(self, at: int) -> Mention | None:
        known = bool(self.words.hits(at))
        company = self._company(at) if known else None
        if company is None and (keys := self.evidence.run_together(at)):
            return self.words.mention(at, at + 2, keys, frozenset({"any"}), full=True)
        person = self.people.at(at) if known else None
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
            hits = self.words.of_company(where) if token.kind in (Kind.WORD, Kind.NUMBER) else ()
            if not hits:
                break
            choices.append(hits)
            where += 1
            keys, cases = self._named(choices, case_after(self.around.before(at)[1]), self._liked(at))
            if keys:
                keys = self._of_the_form(keys, at, where)
                mention = self.words.mention(at, where, keys, cases, full=True)
                best = mention if self.evidence.for_company(mention) else best
        return best

    def _of_the_form(self, keys: tuple[Key, ...], first: int, last: int) -> tuple[Key, ...]:
        """Of several companies those of the legal form that is written, if there are any."""
        form = self.around.legal_around(first, last) if len(keys) > 1 else ""
        return (self.directory.with_form(keys, form) if form else ()) or keys

    def _liked(self, at: int) -> str:
        """The case that nothing asks for but that a name which opens a sentence usually stands in."""
        return "nom" if self.around.opens_sentence(at) else ""

    def _named(self, choices: list[tuple[Hit, ...]], asked: str, liked: str) -> tuple[tuple[Key, ...], Cases]:
        """Companies that the words may be the whole name of, those only that fit their forms best."""
        found: dict[tuple[bool, int], list[tuple[Sequence[Key], Cases]]] = {}
        for combination in product(*(hits[:_FORMS] for hits in choices)):
            keys = self.directory.named(tuple(hit.word for hit in combination))
            if keys and not _cannot_stand(combination[-1], asked):
                found.setdefault(_misfit(combination, asked or liked), []).append(
                    (keys, combination[-1].cases)
                )
        best = found[min(found)] if found else []
        keys = tuple(dict.fromkeys(key for those, _ in best for key in those))
        return keys, frozenset(case for _, cases in best for case in cases)

    def _part(self, at: int) -> Mention | None:
        """A word that is a part of companies' names."""
        around = self.around
        dative = self.words.cases(at) == {"dat"} and not around.is_ordinary(at)
        if not (self.tokens[at].capital or around.all_lower or around.before(at)[0] or dative):
            return None
        if around.all_lower and is_adjective(self.tokens[at].bare) and around.before(at)[0] != "company":
            return None  # "nori dviejų liftų"
        if self._follows_person(at):
            return None if at in around.whens else self._employer(at)
        if around.is_ordinary(at) and not around.told_by_capital(at):
            asked = around.before(at)[0] == "company" and (around.tokens[at].capital or around.all_lower)
            asked = asked or (
                around.tokens[at].capital and "gen" in self.words.cases(at) and around.is_role(at + 1)
            )
            told = around.tokens[at].capital or around.all_lower
            cases = self.words.cases(at)
            placed = told and bool(cases) and (cases <= {"dat"} or "loc" in cases <= {"loc", "voc"})
            if not asked and not placed and not self._is_subject(at):
                return None
            if at in around.whens:
                return None
        keys = self._part_keys(at)
        if not keys:
            return None
        last, keys = self._narrowed(at, keys)
        mention = self.words.mention(at, last, keys, self.words.cases(at), full=False)
        if last == at + 1 and self._describes_another(at):
            return together(mention, last + 1, self.words)
        return None if at in around.whens and self.evidence.is_date(mention) else mention

    def _describes_another(self, at: int) -> bool:
        """Whether the first word of a name only describes a noun that is not in the name: "Pirmas aukštas" is
        no Pirmas žingsnis, "Kavos namai" no Kavos laikas.
        """
        around, noun = self.around, at + 1
        if around.is_word(noun) and self._is_trade(noun):
            return True
        if not (around.told_by_capital(at) and around.is_word(noun)) or around.language != "lt":
            return False
        told = noun in around.meaning or noun in around.whens or around.is_function_word(noun)
        if told or around.is_role(noun) or around.is_place(noun) or first_names(self.tokens[noun].bare):
            return False
        beside = self.tokens[noun].start == self.tokens[at].end + 1
        if not beside or len(self.tokens[noun].raw) < _SHORTEST_NOUN or self.words.hits(noun):
            return False
        of_it = "gen" in cases_by_ending(self.tokens[at].low) and "nom" in self.words.cases(at)
        return of_it or is_adjective(self.tokens[at].bare)

    def _is_trade(self, at: int) -> bool:
        """Whether a word that nobody's name has says what a company does: "Baltic Print"."""
        listed = trades(in_lower=not self.tokens[at].capital)
        written = self.tokens[at].capital or self.around.all_lower
        beside = self.tokens[at].start == self.tokens[at - 1].end + 1
        return written and beside and self.tokens[at].bare in listed and not self.words.hits(at)

    def _is_subject(self, at: int) -> bool:
        """Whether a word with a capital does next what only people do, or is what is noted of: "Tiltas sako",
        "Tiltas konkursas".
        """
        if self.tokens[at].capital and self.evidence.heads_note(at, at + 1, self.words.cases(at)):
            return True
        if self.tokens[at].capital and self.evidence.is_won_or_lost(at, at + 1, self.words.cases(at)):
            return True
        signs = self.around.signs.get(at + 1, ())
        verbs = (s.value for s in signs if s.category == "verb" and s.form in {"pres3", "past3", "fut3"})
        subject = self.tokens[at].capital and "nom" in self.words.cases(at)
        return subject and any(verb in OF_SPEECH for verb in verbs)

    def _follows_person(self, at: int) -> bool:
        """Whether a person stands before "iš" and this word: "Eglė iš lentynų"."""
        before = self.found[-1] if self.found else None
        asked = self.around.before(at)[0] == "company" and not self.tokens[at].capital
        return asked and before is not None and bool(before.people) and before.last == at - 1

    def _employer(self, at: int) -> Mention | None:
        """The company of the person before, told by an ordinary word of its name."""
        people = self.found[-1].people
        keys = tuple(
            key
            for key in self._part_keys(at)
            if any(
                all(self.directory.has_name(person, words) for words in people)
                for person in self.directory.people_of(key)
            )
        )
        return self.words.mention(at, at + 1, keys, self.words.cases(at), full=False) if keys else None

    def _part_keys(self, at: int) -> tuple[Key, ...]:
        keys: dict[Key, None] = {}
        for hit in self.words.of_company(at):
            for key in self.directory.companies_with(hit.word):
                keys[key] = None
        named = self._company_word_near(at) or (
            self.around.language == "en"
            and self.around.told_by_capital(at)
            and not self.words.continues(at + 1)
            and not first_names(self.tokens[at].bare)
        )
        if not keys and len(self.tokens[at].bare) >= 4 and named and at not in self.around.meaning:
            return tuple(self.directory.company_beginning(self.tokens[at].bare))
        return tuple(keys)

    def _company_word_near(self, at: int) -> bool:
        following = self.around.signs.get(at + 1, ())
        return any(sign.category == "company_word" for sign in following)

    def _narrowed(self, at: int, keys: tuple[Key, ...]) -> tuple[int, tuple[Key, ...]]:
        """Takes in further words that are also parts of the same company's name."""
        last = at + 1
        while self.around.is_word(last) and self.words.of_company(last):
            more = {k for hit in self.words.of_company(last) for k in self.directory.companies_with(hit.word)}
            both = tuple(key for key in keys if key in more)
            if not both:
                break
            keys, last = both, last + 1
        return last, keys


def _cannot_stand(hit: Hit, asked: str) -> bool:
    """Whether a word would have to be both spelled wrong and in another case than the one asked for."""
    return bool(asked) and not hit.spelled and not hit.errors and not hit.cases & {asked, "any"}


def _misfit(combination: Sequence[Hit], asked: str) -> tuple[bool, int]:
    """How badly the words' forms fit a company's name: not in the case that the word in front asks for,
    spelled otherwise, a word inside not as in the name and worse if not in the last one's case either.
    """
    last = combination[-1]
    wrong_case = bool(asked) and not last.cases & {asked, "any"}
    inside = 0
    for hit in combination[:-1]:
        inside += not hit.cases & {"nom", "any", asked}
        inside += not hit.cases & {"nom", "any", *last.cases}
    spelled = sum(_is_spelled(hit, {asked, "any", "nom"}) for hit in combination[:-1])
    spelled += _is_spelled(last, {asked, "any"} if asked else set())
    return wrong_case, inside + len(combination) - spelled


def _is_spelled(hit: Hit, cases: set[str]) -> bool:
    """Whether a word is spelled as it is in one of the cases, in any if none are given."""
    return hit.spelled and (not cases or not hit.exact or bool(hit.exact & cases))
