"""A place in a message where a customer, a person or a rival is named."""

from dataclasses import dataclass

from core.reading.intent import Key
from core.reading.names.declension import Cases


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to before `last` that name someone.

    `companies`: keys of those it may be (`full`: by their whole name). `people`: for each token the numbers
    of the
    directory's words it may be as part of a person's name. Neither: a name the directory does not have; then
    `company_like`, `person_like` tell what the words around it make of it. `before`: what the word in front
    goes
    with ("company", "person", "any"); `cases` it may stand in; `before_role`: "director" follows at once;
    `one_person`: "he" or "she" is said later on.
    """

    first: int
    last: int
    raw: tuple[str, ...]
    companies: tuple[Key, ...] = ()
    full: bool = False
    people: tuple[tuple[int, ...], ...] = ()
    cases: Cases = frozenset()
    before: str = ""
    before_word: str = ""
    legal: bool = False
    quoted: bool = False
    before_role: bool = False
    guessed: bool = False
    one_person: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the directory has it."""
        return bool(self.companies or self.people)

    @property
    def text(self) -> str:
        """The name as written."""
        return " ".join(self.raw)


def with_people(mention: Mention, people: tuple[tuple[int, ...], ...]) -> Mention:
    """The mention as one of people."""
    return Mention(
        mention.first, mention.last, mention.raw, people=people, cases=mention.cases,
        before=mention.before, before_word=mention.before_word,
    )  # fmt: skip


def joined(company: Mention, person: Mention, found: list[Mention]) -> Mention:
    """One word that may be a company or a person: what stands before decides, or both stay possible."""
    if company.before == "company" or company.legal or company.quoted:
        return company
    if found and found[-1].last == company.first and len(found[-1].people) == 1:
        return person
    return Mention(
        company.first, company.last, company.raw, companies=company.companies, full=company.full,
        people=person.people, cases=company.cases, before=company.before, before_word=company.before_word,
    )  # fmt: skip
