"""Days off and deputies; somebody who leaves for good, and who takes over."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.actions import absence, agenda, members
from core.actions.absence import NoSuchDays
from core.actions.handover import CannotTakeOver, DealsLeftBehind
from core.errors import NoLongerApplies, NotAllowed, NotFound
from core.model import Absence, Deal, Member
from core.notices import Agenda, Away, Leaving, Members, StandIn, TakenOver
from tests.builders import NOW, House
from tests.telling import Story

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def story(house: House) -> Story:
    return Story(house)


def off(story: Story, words: str, by: str = "Mantas") -> Away:
    return story.sees(Away, absence.off, words, 1, by=by)


@pytest.mark.parametrize(
    ("words", "starts_on", "ends_on"),
    [
        ("until Monday", TUESDAY, date(2026, 11, 30)),
        ("iki pirmadienio", TUESDAY, date(2026, 11, 30)),
        ("iki gruodžio 7", TUESDAY, date(2026, 12, 7)),
        ("tomorrow", date(2026, 11, 25), date(2026, 11, 26)),
        ("penktadienį", date(2026, 11, 27), date(2026, 11, 28)),
        ("nuo gruodžio 23 iki sausio 4", date(2026, 12, 23), date(2027, 1, 4)),
        ("from 23 December to 4 January", date(2026, 12, 23), date(2027, 1, 4)),
    ],
)
def test_days_off_are_read_as_they_are_said(story: Story, words: str, starts_on: date, ends_on: date) -> None:
    shown = off(story, words)
    assert (shown.starts_on, shown.ends_on) == (starts_on, ends_on)
    assert [colleague.name for colleague in shown.colleagues] == ["Aistė", "Rūta"], "of the same team"


@pytest.mark.parametrize("words", ["soon", "kada nors", "yesterday", "iki 2031 metų"])
def test_words_that_name_no_days_to_come_are_refused(story: Story, words: str) -> None:
    with pytest.raises(NoSuchDays):
        off(story, words)


def test_days_off_said_anew_replace_those_that_stand(house: House, story: Story) -> None:
    first = off(story, "until Monday")
    second = off(story, "until 4 December")
    assert (first.absence_id, second.ends_on) == (second.absence_id, date(2026, 12, 4))
    assert off(story, "").ends_on == date(2026, 12, 4)


def test_a_deputy_is_told_and_finds_the_steps_and_deals_until_the_owner_is_back(
    house: House, story: Story
) -> None:
    deal = house.deal(house.company("UAB Vandrita"), "Stogas", amount=Decimal(8000), currency="EUR")
    story.says("Paskambinti Vandritai šiandien 15:00")
    shown = off(story, "until Monday")
    told = story.sees(StandIn, absence.name_deputy, shown.absence_id, house.ids["Rūta"], 1, 2)
    assert (told.name, told.ends_on, told.is_over) == ("Mantas", date(2026, 11, 30), False)
    assert len(story.sees(Agenda, agenda.show_today, 1, by="Rūta").due) == 1
    card = story.says("Vandritai nusiunčiau pasiūlymą už 9000", by="Rūta")
    assert card.deal is not None
    assert card.deal.id == deal
    after = house.load(Deal, deal)
    assert (after.amount, after.owner_id) == (Decimal(9000), house.ids["Mantas"]), "the credit stays"
    story.now = NOW + timedelta(days=6)  # Monday
    card = story.says("Vandritai nusiunčiau pasiūlymą už 7000", by="Rūta")
    assert card.deal is not None
    assert card.deal.id != deal, "Mantas is back"


def test_another_deputy_and_nobody_are_a_tap_and_whoever_stood_in_is_told(house: House, story: Story) -> None:
    shown = off(story, "until Monday")
    story.sees(Away, absence.name_deputy, shown.absence_id, house.ids["Rūta"], 1, 2)
    told = story.sees(StandIn, absence.name_deputy, shown.absence_id, 0, 1, 2)
    assert told.is_over
    assert off(story, "").deputy is None


def test_a_deputy_is_a_colleague_of_the_team_and_the_days_one_s_own(house: House, story: Story) -> None:
    shown = off(story, "until Monday")
    with pytest.raises(NotFound):
        story.does(absence.name_deputy, shown.absence_id, house.ids["Tadas"], 1, 2)
    with pytest.raises(NoLongerApplies):
        story.does(absence.name_deputy, shown.absence_id, house.ids["Mantas"], 1, 2, by="Rūta")
    with pytest.raises(NoLongerApplies):
        story.does(absence.end, shown.absence_id, 1, 2, by="Rūta")


def test_coming_back_early_ends_the_days_off_and_keeps_those_that_were(house: House, story: Story) -> None:
    shown = off(story, "until 4 December")
    story.now = NOW + timedelta(days=2)
    assert story.sees(Away, absence.end, shown.absence_id, 1, 2).absence_id is None
    kept = house.load(Absence, shown.absence_id or 0)
    assert (kept.starts_on, kept.ends_on, kept.deleted_at) == (TUESDAY, date(2026, 11, 26), None)
    with pytest.raises(NoLongerApplies):
        story.does(absence.end, shown.absence_id, 1, 2)


# A leaver


def test_whoever_manages_sees_the_members_and_a_salesperson_does_not(house: House, story: Story) -> None:
    house.deal(house.company("UAB Vandrita"), "Stogas")
    listed = story.sees(Members, members.show, 0, 1, by="Aistė")
    assert {line.name: line.open_deals for line in listed.members} == {"Mantas": 1, "Rūta": 0}
    with pytest.raises(NotAllowed):
        story.does(members.show, 0, 1)


def test_all_that_is_open_goes_to_the_heir_in_one_go_and_it_is_said_what_stays(
    house: House, story: Story
) -> None:
    first, second = house.company("UAB Vandrita"), house.company("UAB Medvilnė")
    open_deals = [house.deal(first, "Stogas"), house.deal(second, "Fasadas")]
    won = house.deal(first, "Pernai", stage="Laimėta", closed_on=date(2025, 11, 2))
    story.says("Paskambinti Vandritai penktadienį")
    mantas, ruta = house.ids["Mantas"], house.ids["Rūta"]
    shown = story.sees(Leaving, members.show_leaving, mantas, 0, 1, 2, by="Aistė")
    assert (shown.member.open_deals, shown.open_steps) == (2, 1)
    assert {heir.name for heir in shown.heirs} == {"Aistė", "Rūta"}
    told = story.sees(TakenOver, members.leave, mantas, ruta, 0, 1, 2, by="Aistė")
    assert (told.giver, told.deals, told.steps) == ("Mantas", 2, 1)
    assert {house.load(Deal, deal).owner_id for deal in open_deals} == {ruta}
    assert house.load(Deal, won).owner_id == mantas, "who won it stays"
    assert house.load(Member, mantas).left_at == NOW
    with pytest.raises(NoLongerApplies):
        story.does(members.leave, mantas, ruta, 0, 1, 2, by="Aistė")


def test_nobody_leaves_with_something_open_or_at_a_stranger_s_word(house: House, story: Story) -> None:
    house.deal(house.company("UAB Vandrita"), "Stogas")
    mantas, ruta, tadas = (house.ids[name] for name in ("Mantas", "Rūta", "Tadas"))
    with pytest.raises(DealsLeftBehind):
        story.does(members.leave, mantas, 0, 0, 1, 2, by="Aistė")
    with pytest.raises(CannotTakeOver):
        story.does(members.leave, mantas, mantas, 0, 1, 2, by="Aistė")
    with pytest.raises(NotFound):
        story.does(members.leave, tadas, ruta, 0, 1, 2, by="Aistė")
    with pytest.raises(NotAllowed):
        story.does(members.leave, mantas, ruta, 0, 1, 2, by="Rūta")
    assert house.load(Member, mantas).has_access


def test_who_has_nothing_open_leaves_without_an_heir(house: House, story: Story) -> None:
    shown = story.sees(Leaving, members.leave, house.ids["Rūta"], 0, 0, 1, 2, by="Aistė")
    assert (shown.has_left, shown.heir) == (True, None)
