"""How surely declined names are linked: `python -m tests.core.reading.linking [NAMES]` (300,000 by default).

Names are invented; each is declined by rules of its own and put into a sentence that asks for the case, with
and without diacritics. Prints how many names were linked rightly, wrongly and not at all, how many left a
question because another name has the same form, and how long.
"""

import random
import sys
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from core.reading import CompanyName, Directory, PersonName, read
from core.reading.wire import got
from tests.bench.names import Names, declined

NOW = datetime(2026, 3, 11, 10)  # noqa: DTZ001 - reading works in local time
SENTENCES = (
    ("Skambinau {}, nori pasiūlymo", "dat"),
    ("Susitikau su {} 30 min", "ins"),
    ("Gavau laišką iš {}", "gen"),
    ("Buvau pas {}", "acc"),
    ("{} prašo perskambinti rytoj", "nom"),
    ("Rytoj paskambinti {}", "dat"),
)


@dataclass
class Links:
    """What became of the names of one kind."""

    right: int = 0
    asked: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.right + self.asked + len(self.wrong) + len(self.missed)

    def share(self, count: int) -> float:
        return count / max(1, self.total)

    def __str__(self) -> str:
        wrong, missed = len(self.wrong), len(self.missed)
        return (
            f"{self.total} names: {self.share(self.right):.2%} right, {self.share(self.asked):.2%} asked, "
            f"the right one offered, {self.share(wrong):.2%} wrong, {self.share(missed):.2%} missed"
        )


def directory_of(names: Names) -> Directory:
    """All the names as the bot has them in memory."""
    return Directory(*_entries(names))


def _entries(names: Names) -> tuple[list[CompanyName], list[PersonName]]:
    companies = [CompanyName(f"c{i}", names.company(i)) for i in range(names.companies)]
    people = [PersonName(f"p{i}", names.person(i), f"c{names.company_of(i)}") for i in range(names.people)]
    return companies, people


def messages(names: Names, sample: int, *, plain: bool) -> Iterator[tuple[str, str]]:
    """Texts with the key of whom each names; only names that nobody shares. `plain`: without diacritics."""
    dice = random.Random(11)
    people = [names.person(i) for i in range(names.people)]
    unique = [i for i, count in _counts(people) if count == 1]
    for key, name, head_only in (
        *((f"p{i}", people[i], False) for i in dice.sample(unique, sample)),
        *((f"c{i}", names.company(i), True) for i in dice.sample(range(names.companies), sample)),
    ):
        sentence, case = dice.choice(SENTENCES)
        text = sentence.format(name if case == "nom" else _in_case(name, case, head_only=head_only))
        yield (_without_diacritics(text) if plain else text), key


def _counts(names: list[str]) -> list[tuple[int, int]]:
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    return [(i, seen[name]) for i, name in enumerate(names)]


def _in_case(name: str, case: str, *, head_only: bool) -> str:
    words = name.split()
    kept = words[:-1] if head_only else [declined(word, case) for word in words[:-1]]
    return " ".join([*kept, declined(words[-1], case)])


def _without_diacritics(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def measure(names: Names, directory: Directory, sample: int, *, plain: bool) -> tuple[Links, list[float]]:
    """Reads `sample` people's and as many companies' names; the times are milliseconds of CPU."""
    links, times = Links(), []
    for text, key in messages(names, sample, plain=plain):
        began = time.thread_time()
        reading = read(text, NOW, directory)
        times.append((time.thread_time() - began) * 1000)
        found = got(reading)["person" if key.startswith("p") else "company"]
        questions = (question for report in reading.reports for question in report.questions)
        if found == key:
            links.right += 1
        elif any(key in question.choices for question in questions):
            links.asked += 1
        else:
            (links.missed if found is None else links.wrong).append(text)
    return links, sorted(times)


def main() -> None:
    """Prints the figures."""
    names = Names(int(sys.argv[1]) if len(sys.argv) > 1 else 300_000)
    companies, people = _entries(names)
    began = time.process_time()
    directory = Directory(companies, people)
    print(f"{names.count} names, index built in {time.process_time() - began:.1f} s")  # noqa: T201
    read("Skambinau Jonui", NOW, directory)
    for plain in (False, True):
        links, times = measure(names, directory, 2_000, plain=plain)
        print("without diacritics" if plain else "as written", links)  # noqa: T201
        print(f"  p50 {times[len(times) // 2]:.2f} ms, p99 {times[len(times) * 99 // 100]:.2f} ms")  # noqa: T201
        for kind, texts in (("wrong", links.wrong), ("missed", links.missed)):
            for text in texts[:10]:
                print(f"  {kind}: {text}")  # noqa: T201


if __name__ == "__main__":
    main()
