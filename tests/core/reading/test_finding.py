"""A few words find whom they name: in any case, by a beginning, without diacritics, or misspelt."""

import pytest

from core.reading.directory import CompanyName, Directory, PersonName
from core.reading.finding import find

DIRECTORY = Directory(
    [
        CompanyName("c1", "UAB Statyba"),
        CompanyName("c2", "UAB Statybų ritmas"),
        CompanyName("c3", "Northfell Ltd"),
        CompanyName("c4", "Žalioji giria, MB"),
    ],
    [
        PersonName("p1", "Jonas Kairelis", "c1"),
        PersonName("p2", "Jonas Petraitis", "c3"),
        PersonName("p3", "Rūta Kairelė", "c2"),
        PersonName("p4", "Michael Ford", "c3"),
    ],
)


@pytest.mark.parametrize(
    ("words", "companies", "people"),
    [
        ("Statyba", ("c1",), ()),
        ("stat", ("c1", "c2"), ()),
        ("statybų ritmo", ("c2",), ()),
        ("north", ("c3",), ()),
        ("zalioji", ("c4",), ()),
        ("Žaliosios girios", ("c4",), ()),
        ("Statibos", ("c1",), ()),
        ("Jonas", (), ("p1", "p2")),
        ("jonui", (), ("p1", "p2")),
        ("Jonas Statyba", (), ("p1",)),
        ("jonas north", (), ("p2",)),
        ("kairel", (), ("p1", "p3")),
        ("ruta", (), ("p3",)),
        ("Mike", (), ("p4",)),
        ("nobody", (), ()),
        ("", (), ()),
        ("🙂 ?!", (), ()),
    ],
)
def test_who_is_found(words: str, companies: tuple[str, ...], people: tuple[str, ...]) -> None:
    found = find(words, DIRECTORY)
    assert (set(found.companies), set(found.people)) == (set(companies), set(people))


def test_who_bears_the_word_itself_comes_before_who_only_begins_with_it() -> None:
    names = Directory([CompanyName(1, "Ritmasta"), CompanyName(2, "Ritmas")])
    assert find("ritmas", names).companies == (2, 1)
