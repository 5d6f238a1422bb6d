"""Names are found in every case and spelling, and the directory follows each change."""

import pytest

from core.reading import CompanyName, Directory, PersonName
from core.reading.tokens import folded, lowered


def _found(directory: Directory, written: str) -> set[object]:
    bare = folded(written)
    return {
        key
        for hit in directory.hits(bare, lowered(written)) or directory.similar(bare)
        for key in (*directory.people_with(hit.word), *directory.companies_with(hit.word))
    }


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Vaitkus", "Vaitkaus Vaitkui Vaitkų Vaitkumi Vaitkum Vaitkau"),
        ("Rytis", "Ryčio Ryčiui Rytį Ryčiu Ryti Rycio ryciui"),
        ("Andrius", "Andriaus Andriui Andrių Andriumi Andrium Andriau"),
        ("Petkevičius", "Petkevičiaus Petkevičiui Petkevičių Petkevičiumi Petkevičiau petkeviciui"),
        ("Simona", "Simonos Simonai Simoną"),
        ("Budrienė", "Budrienės Budrienei Budrienę Budriene budriene"),
        ("Gaidys", "Gaidžio Gaidžiui Gaidį Gaidžiu"),
        ("Smith", "Smithui Smitho Smithą Smithu Smith's"),
        ("Müller", "Müllerio Mulleriui Mueller Muelleriui"),
        ("Strauß", "Straussui Strauss"),
        ("Hannah", "Hannos Hannai Hannah"),
    ],
)
def test_surname_is_found_in_its_forms(name: str, forms: str) -> None:
    directory = Directory(people=[PersonName(1, f"Xxx {name}")])
    assert [form for form in forms.split() if not _found(directory, form)] == []


def test_similar_first_names_are_kept_apart() -> None:
    directory = Directory(people=[PersonName(1, "Simonas"), PersonName(2, "Simona")])
    assert _found(directory, "Simonui") == {1}
    assert 2 in _found(directory, "Simonai")


@pytest.mark.parametrize("written", ["Vandragta", "Vandargta", "Vndragta", "Vandragtos", "Vandrgtai"])
def test_typing_error_is_forgiven(written: str) -> None:
    directory = Directory([CompanyName("c", "UAB Vandragta"), CompanyName("d", "UAB Kitkas")])
    assert _found(directory, written) == {"c"}


@pytest.mark.parametrize(
    "name", ["UAB Lietaus namai", "„Lietaus namai“, UAB", "Lietaus namai Ltd", "lietaus namai sp. z o.o."]
)
def test_legal_form_is_no_part_of_the_name(name: str) -> None:
    directory = Directory([CompanyName("c", name)])
    words = tuple(directory.hits(word)[0].word for word in ("lietaus", "namu"))
    assert directory.named(words) == ("c",)


def test_alias_is_another_name() -> None:
    directory = Directory([CompanyName("c", "UAB Lietaus namai", ("Namukas",))])
    assert _found(directory, "Namukui") == {"c"}


def test_changes_are_followed() -> None:
    directory = Directory([CompanyName("c", "UAB Lietus")], [PersonName("p", "Ana Kvė", "c")])
    directory.put_company("c", "UAB Sniegas")
    assert not _found(directory, "Lietui")
    assert _found(directory, "Sniegui") == {"c"}
    assert directory.company_of("p") == "c"
    directory.remove_company("c")
    assert directory.company_of("p") is None
    directory.remove_person("p")
    assert len(directory) == 0
    directory.remove_person("p")


def test_common_first_name_stays_quick_and_ambiguous() -> None:
    directory = Directory(people=[PersonName(i, f"Jonas Vvv{i}ius") for i in range(2000)])
    hit = directory.hits("jonui")[0]
    assert len(directory.people_with(hit.word)) == 2000
