"""Which company and person a message is about: the names found in it, resolved jointly against the
directory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from core.reading.directory import Directory
from core.reading.intent import Field, Key, Question
from core.reading.names.declension import case_after
from core.reading.names.legal import trade_surnames, trades
from core.reading.names.mention import Mention
from core.reading.names.nominative import case_told, company_in_nominative, person_in_nominative
from core.reading.names.variants import first_names
from core.reading.tokens import Token, folded
from core.reading.words import LANGUAGES, table

_TWO = 2
_FEW = 20
_INTO = frozenset({"į", "i", "iš"})
"""Before the company at which someone was visited: "pas Kuosą į Tiltą"."""
_MANY = 400


@dataclass(frozen=True, slots=True)
class Who:
    """The customer of a report; keys are the directory's, new names are in the nominative."""

    company: Key | None = None
    new_company: str | None = None
    person: Key | None = None
    new_person: str | None = None
    questions: tuple[Question, ...] = ()
    company_mention: Mention | None = None
    person_mention: Mention | None = None


def case_asked(mention: Mention) -> frozenset[str]:
    """The case that the word in front asks for; empty if it asks for none."""
    case = case_after(mention.before_word)
    return frozenset({case}) if case else frozenset()


def is_company_like(mention: Mention) -> bool:
    """Whether an unknown name is a company's by its own words and those around it."""
    if mention.legal or (mention.quoted and mention.before != "person"):
        return True
    if mention.before == "company" and len(mention.raw) > 1 and not mention.raw[-1][:1].isupper():
        return True  # "įmonė Saulės bitė"
    if len(mention.raw) == _TWO and mention.raw[0][:1].isupper() and mention.raw[1].islower():
        return not first_names(folded(mention.raw[0]))  # "Grudos šiltnamiai"
    first, last = folded(mention.raw[0]), folded(mention.raw[-1])
    trade = len(mention.raw) > 1 and last in trades()
    if trade and mention.raw[-1][:1].isupper() and last not in trade_surnames():
        return True  # "Amber Logistics"
    return (trade or mention.before == "company") and not first_names(first)


def _is_firm_called(mention: Mention) -> bool:
    """Whether nothing tells that an unknown name, no first name, is a person's: "quoted Norvale 9k"."""
    return mention.before != "person" and not mention.one_person and not first_names(folded(mention.raw[0]))


def _is_place(mention: Mention) -> bool:
    """Whether a word tells where something was, as nobody's name does: "statybose Zapyškyje"."""
    return len(mention.raw) == 1 and not mention.before and case_told(mention.raw[0]) == {"loc"}


def _employs(one: Mention, other: Mention) -> bool:
    """Whether a company and somebody there are named in a row: "Crannog Distillers, Moira Kehoe"."""
    if other.first - one.last != 1 or other.before or one.before == "person":
        return False
    return not first_names(folded(one.raw[0])) and bool(first_names(folded(other.raw[0])))


def _works_at(one: Mention, other: Mention) -> bool:
    """Whether a new lead's person and company stand in a row: "naujas kontaktas: Simas Lekys, Baltvingė"."""
    lead = one.before == "company" and bool(first_names(folded(one.raw[0])))
    beside = other.first - one.last == 1 and not other.before
    return lead and beside and not first_names(folded(other.raw[0]))


def _is_placed(one: Mention, other: Mention) -> bool:
    """Whether somebody is named with where they work: "email from Nerys Pugh at Oakhurst"."""
    return other.before_word in {"at", "of"} and 1 <= other.first - one.last <= _TO_PLACE and not one.legal


_TO_PLACE = 2


def _firms_beside(unknown: Sequence[Mention]) -> list[Mention]:
    """Those that are no first name where another is one: "called Tidewell, spoke to Imogen"."""
    people = [m for m in unknown if first_names(folded(m.raw[0])) or m.before_word == "named"]
    others = [m for m in unknown if m not in people]
    others = [m for m in others if m.before != "person" or m.before_word == "called"]
    return others[:1] if people and not any(_is_beside(m, people) for m in others) else []


def _is_beside(one: Mention, people: Sequence[Mention]) -> bool:
    """Whether one more word stands between two names, as in "Imogen and Tetty"."""
    return any(1 <= max(one.first - m.last, m.first - one.last) <= 1 and not one.before for m in people)


def resolve_who(
    mentions: Sequence[Mention], directory: Directory, *, declined: bool, contacted: Sequence[Mention] = ()
) -> Who:
    """The one customer of these mentions; `declined`: unknown names may stand in a Lithuanian case.

    `contacted` are those named where the contact is told; they come before others.
    """
    first = [m for m in mentions if m in contacted]
    return _Resolver([*first, *(m for m in mentions if m not in contacted)], directory, declined).run()


def either_company(mentions: Sequence[Mention], tokens: tuple[Token, ...]) -> Who | None:
    """The question which of two companies is meant that "or" joins: "Northfell or Northfeld"."""
    for one, other in pairwise(mentions):
        beside = other.first - one.last == 1 and tokens[one.last].bare in _or_words()
        if beside and len(one.companies) == len(other.companies) == 1:
            choices = (*one.companies, *other.companies)
            return Who(questions=(Question(Field.COMPANY, choices),), company_mention=one)
    return None


@cache
def _or_words() -> frozenset[str]:
    return frozenset(
        word for language in LANGUAGES for word in table(language, "units").get("or", {}).get("1", ())
    )


def company_called(who: Who, directory: Directory, *, declined: bool) -> str | None:
    """What the message called the company, in the nominative; None where none was named."""
    mention = who.company_mention
    if mention is None or who.new_company is not None:
        return who.new_company
    if mention.full and who.company is not None:
        return directory.called(who.company, mention.text)
    cases = case_asked(mention) or case_told(mention.raw[-1]) if declined else frozenset()
    return company_in_nominative(mention.raw, cases)


class _Resolver:
    def __init__(self, mentions: Sequence[Mention], directory: Directory, declined: bool) -> None:
        self.directory, self.declined, self.mentions = directory, declined, mentions
        self.companies = [
            m for m in mentions if m.companies and not (m.people and self._other_company(m, mentions))
        ]
        self.people = [m for m in mentions if m.people and m not in self.companies]
        unknown = [m for m in mentions if not m.is_known]
        employers = [one for one, other in pairwise(unknown) if not declined and _employs(one, other)]
        employers += [other for one, other in pairwise(unknown) if _works_at(one, other)]
        if not declined and not self.companies and not any(map(is_company_like, unknown)):
            employers += _firms_beside(unknown)
        workers = [one for one, other in pairwise(unknown) if not declined and _is_placed(one, other)]
        self.new_companies = [
            m for m in unknown if m not in workers and (is_company_like(m) or m in employers)
        ]
        self.new_people = [m for m in unknown if m not in self.new_companies and not _is_place(m)]

    @staticmethod
    def _other_company(mention: Mention, mentions: Sequence[Mention]) -> bool:
        return any(m.companies and m is not mention and not m.people for m in mentions)

    def run(self) -> Who:
        if self.companies:
            return self._at_company(self.companies[0])
        if self.new_companies:
            return self._at_new_company(self.new_companies[0])
        if self.people:
            stranger, known = self._stranger_first(), self._by_person()
            if stranger is not None and known.company is not None:
                return Who(known.company, new_person=self._person_name(stranger), person_mention=stranger)
            return known
        if self.new_people:
            mention = self.new_people[0]
            if not self.declined and _is_firm_called(mention):
                self.new_people.remove(mention)
                return self._at_new_company(mention)
            return Who(new_person=self._person_name(mention), person_mention=mention)
        return Who()

    def _at_company(self, mention: Mention) -> Who:
        keys = list(mention.companies)
        if len(keys) > 1 and self.people:
            fitting = [key for key in keys[:_MANY] if self._of_company(key, self.people[0])]
            keys = fitting or keys
        if len(keys) > 1:
            return Who(questions=(Question(Field.COMPANY, tuple(keys[:_FEW])),), company_mention=mention)
        company = keys[0]
        stranger = self._stranger_first()
        if stranger is not None:
            return Who(company, None, None, self._person_name(stranger), (), mention, stranger)
        for person in self.people:
            found = self._of_company(company, person)
            if len(found) == 1:
                return Who(company, None, found[0], None, (), mention, person)
            if found:
                question = Question(Field.PERSON, tuple(found[:_FEW]))
                return Who(company, questions=(question,), company_mention=mention, person_mention=person)
        strangers = sorted([*self.people, *self.new_people], key=lambda m: m.first)
        if strangers:
            name = self._person_name(strangers[0])
            return Who(company, None, None, name, (), mention, strangers[0])
        return Who(company, company_mention=mention)

    def _stranger_first(self) -> Mention | None:
        """A person that the directory does not have, named by a first name before all others."""
        if not self.new_people or not self.people:
            return None
        first = next((m for m in self.mentions if m in self.new_people or m in self.people), None)
        if first is None or first in self.people or not first_names(folded(first.raw[0])):
            return None
        return first if first.before in {"any", "person"} else None

    def _of_company(self, company: Key, person: Mention) -> list[Key]:
        return [
            key
            for key in self.directory.people_of(company)
            if all(self.directory.has_name(key, words) for words in person.people)
        ]

    def _at_new_company(self, mention: Mention) -> Who:
        follows = next((m for m in self.new_companies if m.first == mention.last + 1), None)
        if follows is not None and mention.before_word == "pas" and follows.before_word in _INTO:
            name = company_in_nominative(follows.raw, case_asked(follows) if self.declined else frozenset())
            return Who(None, name, None, self._person_name(mention), (), follows, mention)
        cases = case_asked(mention) or mention.cases if self.declined else frozenset()
        if mention.quoted:
            cases = frozenset({"gen"}) if mention.before_role and self.declined else frozenset()
        name = company_in_nominative(mention.raw, cases)
        people = sorted([*self.people, *self.new_people], key=lambda m: m.first)
        person = self._person_name(people[0]) if people else None
        return Who(None, name, None, person, (), mention, people[0] if people else None)

    def _person_name(self, mention: Mention) -> str:
        cases = case_asked(mention) if self.declined else frozenset()
        if not self.declined:
            return mention.text
        return person_in_nominative(mention.raw, cases or case_told(mention.raw[-1]))

    def _by_person(self) -> Who:
        first = self.people[0]
        found = self._people(first)
        if len(found) > 1 and len(self.people) > 1:
            found = self._named_again(found) or self._jointly(found) or found
        if len(found) == 1:
            return Who(self.directory.company_of(found[0]), None, found[0], None, (), None, first)
        if not found:
            return Who(new_person=self._person_name(first), person_mention=first)
        return Who(questions=(Question(Field.PERSON, tuple(found[:_FEW])),), person_mention=first)

    def _people(self, mention: Mention) -> list[Key]:
        """Everyone who bears all the names of the mention; not more than are needed to see that it is
        unclear.
        """
        bearers = [
            dict.fromkeys(key for word in words for key in self.directory.people_with(word))
            for words in mention.people
        ]
        first, *others = sorted(bearers, key=len)
        return [
            key for key in islice(first, None if others else _MANY) if all(key in those for those in others)
        ]

    def _named_again(self, found: list[Key]) -> list[Key]:
        """The one of them that a later name is too: "Rasa sakė …, kuri Rasa – Kuosienė"."""
        again = [[key for key in self._people(m) if key in found] for m in self.people[1:]]
        return next((keys for keys in again if len(keys) == 1), [])

    def _jointly(self, found: list[Key]) -> list[Key]:
        """Those whose company also has the next person named."""
        second = self.people[1]
        return [
            key
            for key in found
            if (company := self.directory.company_of(key)) is not None and self._of_company(company, second)
        ]
