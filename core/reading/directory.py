"""The names that messages can refer to, with an index that finds them in any case and with typing errors."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import OSA

from core.reading.intent import Key
from core.reading.names.declension import BARE_ROW, Cases, fold, rows, splits, stems
from core.reading.names.legal import name_words, words_of
from core.reading.names.variants import variants


class CompanyName(NamedTuple):
    """A company as messages may call it; `key` is opaque."""

    key: Key
    name: str
    aliases: tuple[str, ...] = ()


class PersonName(NamedTuple):
    """A person as messages may call them; `company` is the key of theirs."""

    key: Key
    name: str
    company: Key | None = None
    aliases: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A word of the directory that a word of a message may be: its number, in which cases, how far
    misspelt.
    """

    word: int
    cases: Cases
    errors: int = 0
    spelled: bool = True


_NOBODY: Sequence[Key] = ()
_ROW_BITS = 6
_MANY = 400


class Directory:
    """Companies and people by every word of their names. Not for use by several threads while it is
    changed.
    """

    def __init__(self, companies: Iterable[CompanyName] = (), people: Iterable[PersonName] = ()) -> None:
        self._numbers: dict[str, int] = {}
        self._stems: dict[str, Sequence[int]] = {}
        self._spelling = _Spelling()
        self._companies: dict[Key, CompanyName] = {}
        self._people: dict[Key, PersonName] = {}
        self._phrases: dict[tuple[int, ...], Sequence[Key]] = {}
        self._company_words: dict[int, Sequence[Key]] = {}
        self._people_words: dict[int, Sequence[Key]] = {}
        self._people_of: dict[Key, Sequence[Key]] = {}
        for company in companies:
            self.put_company(company.key, company.name, company.aliases)
        for person in people:
            self.put_person(person.key, person.name, person.company, person.aliases)

    def __len__(self) -> int:
        return len(self._companies) + len(self._people)

    def put_company(self, key: Key, name: str, aliases: Iterable[str] = ()) -> None:
        """Adds a company, or replaces the one with this key."""
        self.remove_company(key)
        company = CompanyName(key, name, tuple(aliases))
        self._companies[key] = company
        for phrase in self._company_phrases(company):
            _add(self._phrases, phrase, key)
            for word in set(phrase):
                _add(self._company_words, word, key)

    def remove_company(self, key: Key) -> None:
        """Forgets a company; one that is not known is no error. Its people stay, without a company to be
        found by.
        """
        company = self._companies.pop(key, None)
        if company is None:
            return
        for phrase in self._company_phrases(company):
            _drop(self._phrases, phrase, key)
            for word in set(phrase):
                _drop(self._company_words, word, key)

    def put_person(
        self, key: Key, name: str, company: Key | None = None, aliases: Iterable[str] = ()
    ) -> None:
        """Adds a person, or replaces the one with this key."""
        self.remove_person(key)
        person = PersonName(key, name, company, tuple(aliases))
        self._people[key] = person
        for word in self._person_words(person):
            _add(self._people_words, word, key)
        if company is not None:
            _add(self._people_of, company, key)

    def remove_person(self, key: Key) -> None:
        """Forgets a person; one that is not known is no error."""
        person = self._people.pop(key, None)
        if person is None:
            return
        for word in self._person_words(person):
            _drop(self._people_words, word, key)
        if person.company is not None:
            _drop(self._people_of, person.company, key)

    def _company_phrases(self, company: CompanyName) -> list[tuple[int, ...]]:
        names = (company.name, *company.aliases)
        phrases = (tuple(self._number(word) for word in name_words(name)) for name in names)
        return [phrase for phrase in dict.fromkeys(phrases) if phrase]

    def _person_words(self, person: PersonName) -> list[int]:
        names = (person.name, *person.aliases)
        words = (word for name in names for word in words_of(name) if len(word) > 1)
        return list(dict.fromkeys(self._number(word) for word in words))

    def _number(self, word: str) -> int:
        spelled = word.casefold()
        number = self._numbers.get(spelled)
        if number is None:
            number = self._numbers[spelled] = len(self._numbers)
            for stem in stems(spelled):
                _add(self._stems, stem.stem, number << _ROW_BITS | stem.row)
            self._spelling.add(number, fold(spelled))
        return number

    def hits(self, bare: str, low: str = "") -> tuple[Hit, ...]:
        """Words of the directory of which `bare` (folded) is a form; the fullest stems first. `low` is the
        word as
        written, without capitals.
        """
        table = rows()
        found: dict[int, Hit] = {}
        for stem, ending in splits(bare):
            written = low[len(stem) : len(stem) + len(ending)] if low else ending
            for code in self._stems.get(stem, ()):
                row = table[code & (1 << _ROW_BITS) - 1]
                cases = row.cases.get(ending)
                if cases:
                    word = code >> _ROW_BITS
                    spelled = row.spelled.get(written)
                    known = found.get(word)
                    if known is None or (spelled and not known.spelled):
                        found[word] = Hit(word, spelled or cases, 0, bool(spelled))
                    elif bool(spelled) == known.spelled:
                        found[word] = known._replace(cases=known.cases | (spelled or cases))
        return tuple(found.values())

    def similar(self, bare: str) -> tuple[Hit, ...]:
        """Words of the directory of which `bare` is a form with one typing error (two in a long one)."""
        return self._spelling.similar(bare)

    def variants(self, bare: str) -> tuple[Hit, ...]:
        """Words of the directory that are other usual forms of a first name: "Mike" for "Michael"."""
        found: list[Hit] = []
        for name in variants(bare):
            number = self._numbers.get(name)
            if number is not None:
                found.append(Hit(number, frozenset({"any"})))
        return tuple(found)

    def named(self, phrase: tuple[int, ...]) -> Sequence[Key]:
        """Companies whose full name or alias is exactly these words."""
        return self._phrases.get(phrase, _NOBODY)

    def companies_with(self, word: int) -> Sequence[Key]:
        """Companies with this word in their name."""
        return self._company_words.get(word, _NOBODY)

    def people_with(self, word: int) -> Sequence[Key]:
        """People with this word in their name."""
        return self._people_words.get(word, _NOBODY)

    def people_of(self, company: Key) -> Sequence[Key]:
        """People of a company."""
        return self._people_of.get(company, _NOBODY)

    def company_of(self, person: Key) -> Key | None:
        """The company of a person, if it is known itself."""
        known = self._people.get(person)
        return known.company if known and known.company in self._companies else None

    def has_name(self, person: Key, words: Iterable[int]) -> bool:
        """Whether one of the words is a part of the person's name."""
        return any(person in self._people_words.get(word, _NOBODY) for word in words)

    def other_names(self, words: Iterable[int], letter: str) -> tuple[int, ...]:
        """Further names, beginning with the letter, of the people who bear one of these."""
        found: dict[int, None] = {}
        for word in words:
            for key in self.people_with(word)[:_MANY]:
                for other in self._person_words(self._people[key]):
                    if other != word and self._spelling.begins(other, letter):
                        found[other] = None
        return tuple(found)

    def company_beginning(self, bare: str) -> Sequence[Key]:
        """Companies of which a word begins with these letters and goes on for at most four ("north" of
        "Northfell").
        """
        words = self._spelling.beginning(bare)
        return tuple(dict.fromkeys(key for word in words for key in self.companies_with(word)))


_SHORT = 8
"""Up to so many entries are kept as a tuple, which is smaller than a list."""

_K = TypeVar("_K")
_V = TypeVar("_V")


def _add(postings: dict[_K, Sequence[_V]], key: _K, value: _V) -> None:
    known = postings.get(key, ())
    if isinstance(known, list):
        known.append(value)
    elif value not in known:
        longer = (*known, value)
        postings[key] = list(longer) if len(longer) > _SHORT else longer


def _drop(postings: dict[_K, Sequence[_V]], key: _K, value: _V) -> None:
    left = [other for other in postings.get(key, ()) if other != value]
    if left:
        postings[key] = left if len(left) > _SHORT else tuple(left)
    else:
        postings.pop(key, None)


_COMMONEST = 4000
_TRIED = 40


class _Spelling:
    """Words by the three-letter groups in them."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._groups: dict[str, array[int]] = {}

    def add(self, number: int, word: str) -> None:
        """Adds the word with the next number."""
        self._words.append(word)
        for group in _groups(word):
            numbers = self._groups.get(group)
            if numbers is None:
                numbers = self._groups[group] = array("I")
            numbers.append(number)

    def similar(self, bare: str) -> tuple[Hit, ...]:
        """Words near to `bare`, taking its ending into account."""
        if len(bare) < 4:
            return ()
        shared: Counter[int] = Counter()
        for group in _groups(bare):
            numbers = self._groups.get(group)
            if numbers is not None and len(numbers) <= _COMMONEST:
                shared.update(numbers)
        found: list[Hit] = []
        for number, _ in shared.most_common(_TRIED):
            hit = _misspelt(bare, self._words[number], number)
            if hit:
                found.append(hit)
        least = min((hit.errors for hit in found), default=0)
        return tuple(hit for hit in found if hit.errors == least)

    def begins(self, number: int, letter: str) -> bool:
        """Whether the word begins so."""
        return self._words[number].startswith(letter)

    def beginning(self, bare: str) -> list[int]:
        """Words that begin so."""
        numbers = self._groups.get("^" + bare[:2], ())
        return [
            n for n in numbers if self._words[n].startswith(bare) and 0 < len(self._words[n]) - len(bare) <= 4
        ]


_TOLD_BY = 7
"""Letters at a word's start, with the mark before it, whose groups are kept; the end changes with the case.
"""


def _groups(word: str) -> set[str]:
    start = "^" + word[: _TOLD_BY - 1]
    return {start[i : i + 3] for i in range(len(start) - 2)}


def _misspelt(bare: str, word: str, number: int) -> Hit | None:
    """The word as a misspelt form of it, if near enough; the first letters weigh as much as the last."""
    best: Hit | None = None
    for stem, row in stems(word):
        allowed = 0 if len(stem) < 4 else 1 if len(stem) < 8 else 2
        for start, ending in splits(bare):
            cases = rows()[row].cases.get(ending)
            if not cases or not allowed or abs(len(start) - len(stem)) > allowed:
                continue
            if row == BARE_ROW and ending and len(start) < 5:
                continue
            errors = OSA.distance(start, stem, score_cutoff=allowed)
            if 0 < errors <= allowed and (best is None or errors < best.errors):
                best = Hit(number, cases, errors)
    return best
