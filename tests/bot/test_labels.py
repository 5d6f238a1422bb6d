"""Buttons are told apart by whole words: a name that has no room gets a shorter one, not its beginning."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons.deals import OpenDeal
from bot.cards import render
from bot.cards.frame import HALF_LABEL, button, width
from bot.cards.names import with_initials
from bot.texts import languages
from core.notices import DealLine, DealList, MemberLine, Members, Named, Promises, Standing, StepLine
from core.notices.customers import CompanyCard
from core.terms import StepKind

TODAY = date(2026, 11, 27)


def labels(notice: object, code: str) -> list[str]:
    keyboard = render(notice, code).keyboard  # type: ignore[arg-type]
    assert keyboard is not None
    return [each.text.replace("\u00a0", " ") for row in keyboard.inline_keyboard for each in row]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Paulius Vaidelis", ["👤 P. Vaidelis", "👤 Paulius V."]),
        ("Ona Marija Kazlauskaitė", ["👤 O. Kazlauskaitė", "👤 Ona K."]),
        (" Rasa Kalnienė ", ["👤 R. Kalnienė", "👤 Rasa K."]),
        ("Šarūnas", []),
        ("", []),
    ],
)
def test_a_name_is_shortened_to_an_initial(name: str, short: list[str]) -> None:
    assert with_initials(name, "👤 ") == short


@given(st.text(), st.lists(st.text(), max_size=3))
def test_a_shorter_label_stands_only_where_the_ones_before_have_no_room(
    label: str, shorter: list[str]
) -> None:
    shown = button(label, OpenDeal(1), HALF_LABEL, shorter=shorter).text
    fitting = [each for each in [label, *shorter] if width(each) <= HALF_LABEL]
    meant = fitting[0] if fitting else [label, *shorter][-1]
    assert shown == button(meant, OpenDeal(1), HALF_LABEL).text


@pytest.mark.parametrize("code", languages())
def test_people_of_promises_and_of_the_team_are_whole(code: str) -> None:
    steps = [
        StepLine(id=1, kind=StepKind.CALL, on=TODAY, person="Saulius Brastickauskas", company="UAB Medis")
    ]
    promised = Promises(
        side="ours", page=0, pages=1, steps=steps, counts={"ours": 1, "theirs": 0}, today=TODAY
    )
    assert "1. Saulius B." in labels(promised, code)
    member = MemberLine(id=1, name="Domantas Raguckaitis", team="Vilnius", open_deals=0)
    assert "D. Raguckaitis" in labels(Members(members=[member], count=1, page=0, pages=1, today=TODAY), code)


@pytest.mark.parametrize(("code", "whose"), [("lt", "1. „Karkllubė“"), ("en", "1. Karkllubė")])
def test_a_deal_of_a_list_is_its_title_or_its_customer_or_its_number(code: str, whose: str) -> None:
    def shown(title: str, company: str) -> str:
        deal = DealLine(id=1, title=title, company=company, stage="Derybos", sum=None)
        notice = DealList(
            view="btas2.1",
            stage="Derybos",
            pipeline_id=1,
            pages=1,
            standing=Standing(count=2, totals=[]),
            deals=[deal, deal],
            today=TODAY,
        )
        return labels(notice, code)[0]

    assert shown("Langai", "UAB Karkllubė") == "1. Langai"
    assert shown("Ventiliacijos įranga", "UAB Karkllubė") == whose
    assert shown("Ventiliacijos įranga", "UAB Karkllubės ventiliacija") == "1"


@pytest.mark.parametrize("code", languages())
def test_a_companys_deals_without_a_sum_are_told_by_their_first_words_and_a_number(code: str) -> None:
    titles = [
        "Langai",
        "Ventiliacijos įranga salei",
        "Stogo danga naujai salei",
        "Nebeprisikiškiakopūsteliavome",
    ]
    deals = [
        DealLine(id=each, title=title, company=None, stage="", sum=None) for each, title in enumerate(titles)
    ]
    card = CompanyCard(company=Named(1, "UAB Medis"), today=TODAY, deals=deals, deal_count=len(deals))
    assert labels(card, code)[:4] == ["💼 Langai", "2. Ventiliacijos…", "3. Stogo danga…", "4"]
    told = render(card, code).text.replace("\u00a0", " ")
    assert [f"{number}. 💼 {title}" in told for number, title in enumerate(titles, 1)] == [
        False,
        True,
        True,
        True,
    ]
