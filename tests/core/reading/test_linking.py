"""Declined names find their own, in a directory with thousands of others, with and without diacritics."""

import pytest

from core.reading import CompanyName, Directory, PersonName, read
from core.reading.names.slips import is_likely_slip
from core.reading.wire import got
from tests.bench.names import Names
from tests.core.reading.linking import NOW, directory_of, measure


@pytest.mark.parametrize("plain", [False, True])
def test_declined_names_are_linked_and_to_no_one_else(plain: bool) -> None:
    names = Names(6_000)
    links, _ = measure(names, directory_of(names), 1_000, plain=plain)
    assert links.share(links.right) >= 0.99, links.missed[:10]
    assert links.share(len(links.wrong)) <= 0.002, links.wrong


def _who(text: str, directory: Directory) -> tuple[object, object, object]:
    fields = got(read(text, NOW, directory))
    return fields["person"], fields["company"], fields["new_person"]


COUPLE = Directory(
    [CompanyName("c1", "UAB Girinis"), CompanyName("c2", "UAB Vilka")],
    [
        PersonName("p1", "Linas Girdauskas", "c1"),
        PersonName("p2", "Lina Girdauskienė", "c2"),
        PersonName("p3", "Tadas Vilkelis", "c2"),
    ],
)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Buvau pas Lina Girdauska", "p1"),
        ("Buvau pas Lina Girdauskiene", "p2"),
        ("Buvau pas Vilkelius", "p3"),
        ("Susitikau su Vilkeliais 40 min", "p3"),
        ("Skambinau Linui Girdausuki", "p1"),
        ("Skambinau Tadui Vilkleiui", "p3"),
    ],
)
def test_forms_and_slips_of_a_full_name_agree_on_one_person(text: str, person: str) -> None:
    assert _who(text, COUPLE)[0] == person


ALIKE = Directory([CompanyName("c1", "UAB Pirmas aukštas"), CompanyName("c2", "Baltic Timber")])


@pytest.mark.parametrize(
    ("text", "company", "new"),
    [
        ("Skambinau Pirmam žingsniui, nori pasiūlymo", None, "Pirmas žingsnis"),
        ("Aplankiau Pirmą žingsnį, 30 min", None, "Pirmas žingsnis"),
        ("Parašiau Pirmam laišką", "c1", None),
        ("Susitikau su Pirmu direktoriumi", "c1", None),
        ("Called Baltic Foods, wants an offer", None, "Baltic Foods"),
        ("Sent the offer to Baltic", "c2", None),
        ("Call Baltic Friday", "c2", None),
    ],
)
def test_a_name_that_shares_a_word_with_a_known_one_is_anothers(
    text: str, company: str | None, new: str | None
) -> None:
    fields = got(read(text, NOW, ALIKE, language="en" if "Baltic" in text else "lt"))
    assert (fields["company"], fields["new_company"]) == (company, new)


TWINS = Directory(
    [
        CompanyName("c1", "UAB Girmintas"),
        CompanyName("c2", "AB Girminta"),
        CompanyName("c3", "UAB Girmintas Baltic"),
        CompanyName("c4", "AB Girmintė Baltic"),
    ]
)


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Buvau pas UAB Girmintą", "c1"),
        ("Buvau pas AB Girmintą", "c2"),
        ("Buvau pas Girmintą", None),
        ("Buvau pas Girminta", None),
        ("Skambinau Girmintai", "c2"),
        ("Skambinau Girmintui", "c1"),
        ("Buvau pas AB Girminte Baltic", "c4"),
        ("Susitikau su Girminte Baltic", "c4"),
        ("Gavau laišką iš Girminto Baltic", "c3"),
    ],
)
def test_legal_form_and_case_tell_names_of_one_stem_apart(text: str, company: str | None) -> None:
    assert _who(text, TWINS)[1] == company


@pytest.mark.parametrize("text", ["Skambinau Tadui Girdauskui", "Skambinau Tadui Petronaičiui"])
def test_surname_that_nobody_of_the_first_name_bears_is_a_new_person(text: str) -> None:
    person, _, new = _who(text, COUPLE)
    assert person is None
    assert str(new).startswith("Tadas ")


@pytest.mark.parametrize("text", ["Aptarėm vilkas ir jų kainas", "Kalbėjom apie girinius"])
def test_plural_of_a_common_word_is_no_company(text: str) -> None:
    assert _who(text, COUPLE)[1] is None


@pytest.mark.parametrize(
    ("written", "meant", "likely"),
    [
        ("vandargta", "vandragta", True),
        ("vandrgta", "vandragta", True),
        ("vandraagta", "vandragta", True),
        ("vanfragta", "vandragta", True),
        ("vandrakta", "vandragta", True),
        ("bandragta", "vandragta", False),
        ("vandrapta", "vandragta", False),
    ],
)
def test_slip_is_told_from_another_name(written: str, meant: str, likely: bool) -> None:
    assert is_likely_slip(written, meant) is likely
