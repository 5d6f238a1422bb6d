"""Who sees what."""

import pytest

from core.actions import deal_card
from core.actions.intent import Intent
from core.actions.team_day import show
from core.errors import NotAllowed, NotFound
from core.notices import TeamDay
from core.terms import ContactKind
from tests.builders import NOW, House


def seen(house: House, asker: str, deal: int) -> bool:
    with house.work() as work:
        try:
            deal_card.show(work, house.member(work, asker), deal, "", 1)
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
