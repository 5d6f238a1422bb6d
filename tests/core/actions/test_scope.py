"""Who sees what."""

import pytest

from core.actions.deal_list import show_card, show_page
from core.actions.intent import Intent
from core.actions.team_day import show
from core.errors import NotAllowed, NotFound
from core.notices import DealList, TeamDay
from core.terms import ContactKind
from tests.builders import NOW, House


def seen(house: House, asker: str, deal: int) -> bool:
    with house.work() as work:
        try:
            show_card(work, house.member(work, asker), deal, 0, 1, 1)
        except NotFound:
            return False
    return True


@pytest.mark.parametrize(
    ("asker", "sees"),
    [("Mantas", True), ("Rūta", False), ("Tadas", False), ("Aistė", True), ("Kęstas", True)],
)
def test_a_deal_is_seen_by_its_owner_the_manager_above_and_the_owner(
    house: House, asker: str, sees: bool
) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas")
    assert seen(house, asker, deal) is sees


def test_a_manager_elsewhere_sees_nothing_of_another_team(house: House) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas", owner="Tadas")
    assert not seen(house, "Aistė", deal)


def test_the_list_of_deals_is_ones_own_and_pages_stay_in_range(house: House) -> None:
    company = house.company("UAB Statyba")
    for number in range(8):
        house.deal(company, f"Fasadas {number}")
    house.deal(company, "Ne mano", owner="Rūta")
    with house.work() as work:
        show_page(work, house.member(work, "Mantas"), 99, 501)
        page = work.posted[0].notice
    assert isinstance(page, DealList)
    assert (page.count, page.pages, page.page, len(page.deals)) == (8, 2, 1, 2)
    assert (page.without_amount, page.totals) == (8, [])


def test_the_team_day_shows_the_managers_team_and_who_is_quiet(house: House) -> None:
    company = house.company("UAB Statyba")
    for by in ("Mantas", "Tadas"):
        house.log(
            Intent(
                text="Skambinau",
                said_at=NOW,
                kind=ContactKind.CALL,
                occurred_on=NOW.date(),
                company_id=company,
                duration_min=15,
            ),
            by=by,
        )
    with house.work() as work:
        show(work, house.member(work, "Aistė"), 504)
        day = work.posted[0].notice
    assert isinstance(day, TeamDay)
    assert [(member.name, member.count, member.minutes) for member in day.members] == [("Mantas", 1, 15)]
    assert day.quiet == ["Rūta"]


def test_a_salesperson_has_no_team_day(house: House) -> None:
    with house.work() as work, pytest.raises(NotAllowed):
        show(work, house.member(work, "Mantas"), 501)
