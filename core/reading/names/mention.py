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
    with ("company", "person", "any"); `cases` it may stand in.
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
    guessed: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the directory has it."""
        return bool(self.companies or self.people)

    @property
    def text(self) -> str:
        """The name as written."""
        return " ".join(self.raw)
