"""The names that messages can refer to, with an index that finds them in any case and with typing errors."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import OSA

from core.reading.intent import Key
from core.reading.names.declension import OF_PEOPLE, Cases, fold, rows, splits, stems
from core.reading.names.legal import legal_form, name_words, words_of
from core.reading.names.spelling import Hit, Spelling
from core.reading.names.variants import variants
from core.reading.tokens import folded, lowered


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


_NOBODY: Sequence[Key] = ()
_NO_CASES: Cases = frozenset()
_BIG = 5_000
"""From so many different words on, a word that is near one of them is as often another name."""
_ROW_BITS = 6
_MANY = 400
_KEPT_WORDS = 4096
"""For so many words it is kept what they hit: messages are made of few."""


class Directory:
    """Companies and people by every word of their names. Not for use by several threads while it is
    changed.
    """

    def __init__(self, companies: Iterable[CompanyName] = (), people: Iterable[PersonName] = ()) -> None:
        self._numbers: dict[str, int] = {}
        self._stems: dict[str, Sequence[int]] = {}
        self._hits: dict[tuple[str, str], tuple[Hit, ...]] = {}
        self._spelling = Spelling()
        self._companies: dict[Key, CompanyName] = {}
        self._people: dict[Key, PersonName] = {}
        self._phrases: dict[tuple[int, ...], Sequence[Key]] = {}
        self._taught: dict[tuple[int, ...], Sequence[Key]] = {}
        self._company_words: dict[int, Sequence[Key]] = {}
        self._people_words: dict[int, Sequence[Key]] = {}
        self._people_of: dict[Key, Sequence[Key]] = {}
        self.own_words: Mapping[Key, Mapping[str, str]] = {}
        """What words of each speaker's own stand for, by the speaker's key: word (folded) to usual words."""
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
        for phrases, phrase in self._company_phrases(company):
            _add(phrases, phrase, key)
            for word in set(phrase):
                _add(self._company_words, word, key)

    def remove_company(self, key: Key) -> None:
        """Forgets a company; one that is not known is no error. Its people stay, without a company to be
        found by.
        """
        company = self._companies.pop(key, None)
        if company is None:
            return
        for phrases, phrase in self._company_phrases(company):
            _drop(phrases, phrase, key)
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

    def _company_phrases(
        self, company: CompanyName
    ) -> list[tuple[dict[tuple[int, ...], Sequence[Key]], tuple[int, ...]]]:
        """The words of its name and of its aliases, each with the index that they belong into."""
        names = [(self._phrases, company.name), *((self._taught, alias) for alias in company.aliases)]
        found = [(index, tuple(self._number(word) for word in name_words(name))) for index, name in names]
        return [(index, phrase) for index, phrase in found if phrase]

    def _person_words(self, person: PersonName) -> list[int]:
        names = (person.name, *person.aliases)
        words = (word for name in names for word in words_of(name) if len(word) > 1)
        return list(dict.fromkeys(self._number(word) for word in words))

    def _number(self, word: str) -> int:
        spelled = word.casefold()
        number = self._numbers.get(spelled)
        if number is None:
            number = self._numbers[spelled] = len(self._numbers)
            self._hits.clear()
            for stem in stems(spelled):
                _add(self._stems, stem.stem, number << _ROW_BITS | stem.row)
            self._spelling.add(number, fold(spelled))
        return number

    def hits(self, bare: str, low: str = "") -> tuple[Hit, ...]:
        """Words of the directory of which `bare` (folded) is a form; the fullest stems first.

        `low` is the word as written, without capitals. An ending without diacritics may stand for one with.
        """
        known = self._hits.get((bare, low))
        if known is None:
            if len(self._hits) >= _KEPT_WORDS:
                self._hits.clear()
            known = self._hits[bare, low] = self._find_hits(bare, low)
        return known

    def _find_hits(self, bare: str, low: str) -> tuple[Hit, ...]:
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
                    if spelled and spelled <= OF_PEOPLE:
                        spelled = None  # "Eglės" written "Egles" is likelier than several of them
                    if spelled and written != ending:
                        cases = spelled
                    known = found.get(word)
                    if known is None or (spelled and not known.spelled):
                        found[word] = Hit(word, cases, 0, bool(spelled), spelled or _NO_CASES)
                    elif bool(spelled) == known.spelled:
                        exact = known.exact | (spelled or _NO_CASES)
                        found[word] = known._replace(cases=known.cases | cases, exact=exact)
        return tuple(found.values())

    def has_word(self, word: str) -> bool:
        """Whether a name has just this word, without capitals."""
        return word in self._numbers

    def similar(self, bare: str, *, likely: bool = False) -> tuple[Hit, ...]:
        """Words of the directory of which `bare` is a form with one typing error (two in a long one).

        `likely`: in a big directory only what one slip explains, since there many a name is near another.
        """
        return self._spelling.similar(bare, likely=likely and len(self._numbers) > _BIG)

    def variants(self, bare: str) -> tuple[Hit, ...]:
        """Words of the directory that are other usual forms of a first name: "Mike" for "Michael"."""
        found: list[Hit] = []
        for name in variants(bare):
            number = self._numbers.get(name)
            if number is not None:
                found.append(Hit(number, frozenset({"any"})))
        return tuple(found)

    def named(self, phrase: tuple[int, ...]) -> Sequence[Key]:
        """Companies whose full name is exactly these words; who was taught to be called so comes first."""
        return self._taught.get(phrase) or self._phrases.get(phrase, _NOBODY)

    def companies_with(self, word: int) -> Sequence[Key]:
        """Companies with this word in their name."""
        return self._company_words.get(word, _NOBODY)

    def with_form(self, companies: Sequence[Key], form: str) -> tuple[Key, ...]:
        """Those of them whose name has this legal form."""
        return tuple(key for key in companies if legal_form(self._companies[key].name) == form)

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

    def share_person(self, words: Iterable[int], others: Iterable[int]) -> bool:
        """Whether someone bears one of the words and, besides, one of the others."""
        bearers = [(word, frozenset(self.people_with(word))) for word in words]
        return any(
            word != other and not those.isdisjoint(self.people_with(other))
            for other in others
            for word, those in bearers
        )

    def called(self, company: Key, written: str) -> str | None:
        """The name or alias of a company that `written` is a form of, without its legal form."""
        known = self._companies.get(company)
        names = [" ".join(name_words(name)) for name in (known.name, *known.aliases)] if known else []
        bare = folded(written)
        return min(names, key=lambda name: OSA.distance(folded(name), bare), default=None)

    def word_of(self, company: Key, written: str) -> str | None:
        """The word of a company's name or aliases that `written` is a form of, spelled without a slip."""
        known = self._companies.get(company)
        names = (known.name, *known.aliases) if known else ()
        hits = {hit.word for hit in self.hits(folded(written), lowered(written)) if hit.cases - OF_PEOPLE}
        own = (word for name in names for word in name_words(name))
        return next((word for word in own if self._numbers.get(word.casefold()) in hits), None)

    def has_name(self, person: Key, words: Iterable[int]) -> bool:
        """Whether one of the words is a part of the person's name."""
        known = self._people.get(person)
        return known is not None and not frozenset(words).isdisjoint(self._person_words(known))

    def other_names(self, words: Iterable[int], letter: str) -> tuple[int, ...]:
        """Further names, beginning with the letter, of the people who bear one of these."""
        found: dict[int, None] = {}
        for word in words:
            for key in self.people_with(word)[:_MANY]:
                for other in self._person_words(self._people[key]):
                    if other != word and self._spelling.begins(other, letter):
                        found[other] = None
        return tuple(found)

    def beginning(self, bare: str) -> list[int]:
        """Words of the directory that begin with these two or more letters and go on."""
        return self._spelling.beginning(bare, _ANY_LENGTH)

    def company_beginning(self, bare: str) -> Sequence[Key]:
        """Companies of which a word begins with these letters and goes on for at most four ("north" of
        "Northfell").
        """
        words = self._spelling.beginning(bare, _GOES_ON)
        return tuple(dict.fromkeys(key for word in words for key in self.companies_with(word)))


_GOES_ON = 4
_ANY_LENGTH = 100

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
