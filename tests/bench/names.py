"""Invented customers in any number, and the grammatical cases in which messages speak of them."""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_BEGIN, _MIDDLE, _LAST = (_TABLE[part].split() for part in ("begin", "middle", "last"))
_FIRST, _HIS, _HERS, _SECOND = (_TABLE[part].split() for part in ("first", "his", "hers", "second"))
_KINDS = ("as", "a", "is", "ė")
_FORMS = ("UAB ", "AB ", "MB ", "")
DIFFERENT = 32_000
"""So many companies have a word of their own; the others share one and have a second."""

_CASES = ("gen", "dat", "acc", "ins")
_ENDINGS = {
    "as": ("o", "ui", "ą", "u"),
    "is": ("io", "iui", "į", "iu"),
    "us": ("aus", "ui", "ų", "umi"),
    "a": ("os", "ai", "ą", "a"),
    "ė": ("ės", "ei", "ę", "e"),
}


def declined(word: str, case: str) -> str:
    """A Lithuanian noun in a case, "gen", "dat", "acc" or "ins"; one without a usual ending as it is."""
    for ending, others in _ENDINGS.items():
        if word.endswith(ending):
            return word[: -len(ending)] + others[_CASES.index(case)]
    return word


@dataclass(frozen=True, slots=True)
class Names:
    """`count` names, two companies to three people, the same each time; both numbered from 0."""

    count: int

    @property
    def companies(self) -> int:
        return self.count * 2 // 5

    @property
    def people(self) -> int:
        return self.count - self.companies

    def word(self, number: int) -> str:
        """What a company is called for short."""
        mixed = number * 7919 % DIFFERENT
        kind, rest = mixed % 4, mixed // 4
        return str(_BEGIN[rest // 400] + _MIDDLE[rest // 20 % 20] + _LAST[rest % 20] + _KINDS[kind])

    def company(self, number: int) -> str:
        """A company's full name, different for each."""
        second = f" {_SECOND[number // DIFFERENT % len(_SECOND)]}" if number >= DIFFERENT else ""
        return f"{_FORMS[number % 4]}{self.word(number)}{second}"

    def first_name(self, person: int) -> str:
        return str(_FIRST[person * 7 % len(_FIRST)])

    def person(self, number: int) -> str:
        """A person's full name; where there are many, some have namesakes."""
        first = self.first_name(number)
        dice = random.Random(number)
        endings = _HIS if first.endswith("s") else _HERS
        return f"{first} " + "".join(dice.choice(parts) for parts in (_BEGIN, _MIDDLE, _LAST, endings))

    def company_of(self, person: int) -> int:
        return person % self.companies
