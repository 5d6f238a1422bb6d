"""A deal's circumstances by taps: bidders for one object, shares, a tender, a break, a part won, an order."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from core.actions import bidders, correct, deal_board, deal_card, deal_changes, deal_life, undo
from core.actions.log import log_message
from core.actions.own_figures import expected_month
from core.actions.work import Source, Work
from core.errors import NoLongerApplies, NotAllowed, NotFound, NotUnderstood
from core.model import Deal, DealShare, Member, NextStep, Operation, Order, OutboxMessage, Stage
from core.notices import (
    AskInWords,
    DealBoard,
    DealCard,
    DealLife,
    Logged,
    OthersBid,
    SharedWith,
    ShareLine,
    decode,
)
from core.notices.deal_view import DealView
from core.storage.shares import shares_of
from tests.builders import NOW, House
from tests.telling import Story


def asked(deal_id: int, field: str) -> AskInWords:
    return AskInWords(about=deal_life.ABOUT, record_id=deal_id, field=field)


@pytest.fixture
def story(house: House) -> Story:
    return Story(house)


@pytest.fixture
def deal(house: House) -> int:
    return house.deal(house.company("UAB Vandrita"), "Mokyklos stogas", amount=Decimal(12000), currency="EUR")


def shown(story: Story, deal_id: int, choosing: str = "", by: str = "Mantas") -> DealLife:
    return story.sees(DealLife, deal_life.show, deal_id, 1, None, choosing, by=by)


def sets(story: Story, deal_id: int, field: str, value: str, by: str = "Mantas") -> DealLife:
    return story.sees(DealLife, deal_life.set_field, deal_id, field, value, 1, 2, by=by)


def undoes(story: Story, card: DealLife, by: str = "Mantas") -> None:
    assert card.deed is not None
    story.does(undo.undo, card.deed.operation_id, 1, None, by=by)


def words(story: Story, deal_id: int, field: str, text: str) -> Logged:
    source = Source(501, 77, story.now)
    return story.sees(Logged, deal_life.answer, asked(deal_id, field), text, source)


# 7. One object, several bidders


def three_bidders(house: House) -> tuple[int, int, int]:
    """The same school roof, quoted to three contractors."""
    first, second, third = (
        house.deal(house.company(name), title, amount=Decimal(amount), currency="EUR")
        for name, title, amount in (
            ("UAB Vandrita", "Mokyklos stogas", 12000),
            ("UAB Medvilnė", "Stogas mokyklai", 11800),
            ("UAB Gintupė", "Tvora", 12100),
        )
    )
    return first, second, third


def test_deals_with_a_like_title_and_sum_are_offered_first(house: House, story: Story) -> None:
    first, second, third = three_bidders(house)
    far = house.deal(house.company("UAB Ledrita"), "Langai", amount=Decimal(900), currency="EUR")
    offered = [int(option.value) for option in shown(story, first, "object").choices]
    assert offered[0] == second or set(offered[:2]) == {second, third}
    assert offered[-1] == far


def test_each_card_shows_the_others_and_undo_parts_them(house: House, story: Story) -> None:
    first, second, third = three_bidders(house)
    sets(story, first, "object", str(second))
    card = sets(story, third, "object", str(first))
    assert {line.id for line in card.alternatives} == {first, second}
    assert {line.id for line in shown(story, second).alternatives} == {first, third}
    with pytest.raises(NoLongerApplies):
        sets(story, third, "object", str(second))
    undoes(story, card)
    assert {line.id for line in shown(story, first).alternatives} == {second}
    assert shown(story, third).alternatives == []


def test_two_groups_that_are_linked_become_one(house: House, story: Story) -> None:
    first, second, third = three_bidders(house)
    fourth = house.deal(house.company("UAB Ledrita"), "Mokykla")
    sets(story, first, "object", str(second))
    sets(story, third, "object", str(fourth))
    sets(story, first, "object", str(third))
    assert len({house.load(Deal, each).group_id for each in (first, second, third, fourth)}) == 1


def test_the_last_of_two_is_no_alternative_any_more(house: House, story: Story) -> None:
    first, second, _ = three_bidders(house)
    sets(story, first, "object", str(second))
    sets(story, first, "object", "none")
    assert [house.load(Deal, each).group_id for each in (first, second)] == [None, None]
    with pytest.raises(NoLongerApplies):
        sets(story, first, "object", "none")


@pytest.mark.parametrize("how", ["message", "tap"])
def test_when_one_is_won_the_others_are_lost_by_one_tap(house: House, story: Story, how: str) -> None:
    first, second, third = three_bidders(house)
    sets(story, first, "object", str(second))
    sets(story, first, "object", str(third))
    if how == "message":
        asked = story.sees(OthersBid, _log, "Laimėjom Vandritą")
    else:
        asked = story.sees(OthersBid, deal_changes.move, first, stage_id(house, "Laimėta"))
    assert {line.id for line in asked.others} == {second, third}
    lost = story.sees(OthersBid, bidders.lose_others, first, 1, 2)
    assert [house.load(Deal, each).closed_on for each in (second, third)] == [date(2026, 11, 24)] * 2
    with pytest.raises(NoLongerApplies):
        story.does(bidders.lose_others, first, 1, 2)
    assert lost.deed is not None
    story.does(undo.undo, lost.deed.operation_id, 1, None)
    assert [house.load(Deal, each).closed_on for each in (second, third)] == [None, None]


def test_a_corrected_win_asks_about_the_others_again_only_where_they_are_others(
    house: House, story: Story
) -> None:
    first, second, third = three_bidders(house)
    sets(story, first, "object", str(second))
    story.does(_log, "Laimėjom Vandritą")
    assert _asked_about(house) == [1]
    story.does(correct.choose, _logged(house), "kind", "visit", 501, 77)
    assert _asked_about(house) == [1]
    sets(story, first, "object", str(third))
    story.does(correct.choose, _logged(house), "kind", "call", 501, 77)
    assert _asked_about(house) == [1, 2]


def _logged(house: House) -> int:
    with house.database.reading() as session:
        return session.scalars(select(func.max(Operation.id)).where(Operation.name == "log")).one()


def _asked_about(house: House) -> list[int]:
    """About how many others it was asked, each time."""
    with house.database.reading() as session:
        letters = select(OutboxMessage.payload).where(OutboxMessage.notice == "OthersBid")
        asked = [decode(payload) for payload in session.scalars(letters.order_by(OutboxMessage.id))]
    return [len(notice.others) for notice in asked if isinstance(notice, OthersBid)]


def _log(work: Work, member: Member, text: str) -> None:
    log_message(work, member, text, Source(501, 88, NOW))


def stage_id(house: House, name: str) -> int:
    with house.database.reading() as session:
        found = session.scalar(select(Stage.id).where(Stage.name == name))
    assert found is not None
    return found


# 8. Shared deals


def test_the_parts_of_a_shared_deal_add_up_and_the_colleague_is_told(
    house: House, story: Story, deal: int
) -> None:
    ruta = house.ids["Rūta"]
    told = story.sees(SharedWith, deal_life.set_field, deal, "share", f"{ruta}.30", 1, 2)
    assert (told.by, told.percent) == ("Mantas", 30)
    parts = shown(story, deal).shares
    assert [(each.name, each.percent) for each in parts] == [("Mantas", 70), ("Rūta", 30)]
    sets(story, deal, "share", f"{house.ids['Aistė']}.50")
    assert sum(each.percent for each in shown(story, deal).shares) == 100
    with pytest.raises(NoLongerApplies):
        sets(story, deal, "share", f"{ruta}.50")


def test_only_parts_that_are_left_are_offered(house: House, story: Story, deal: int) -> None:
    sets(story, deal, "share", f"{house.ids['Rūta']}.60")
    offered = shown(story, deal, f"percent.{house.ids['Aistė']}").choices
    assert max(int(option.value) for option in offered) < 40


def test_a_co_owner_sees_the_deal_acts_on_it_and_the_owner_keeps_it(
    house: House, story: Story, deal: int
) -> None:
    with pytest.raises(NotFound):
        shown(story, deal, by="Rūta")
    sets(story, deal, "share", f"{house.ids['Rūta']}.30")
    assert shown(story, deal, by="Rūta").deal.id == deal
    card = story.says("Nusiunčiau Vandritai pasiūlymą už 12500", by="Rūta")
    assert card.deal is not None
    assert card.deal.id == deal
    assert house.load(Deal, deal).owner_id == house.ids["Mantas"]
    ended = sets(story, deal, "share", f"{house.ids['Rūta']}.0")
    assert ended.shares == []
    with pytest.raises(NotFound):
        shown(story, deal, by="Rūta")
    undoes(story, ended)
    assert shown(story, deal, by="Rūta").shares == [
        ShareLine(member_id=house.ids["Mantas"], name="Mantas", percent=70),
        ShareLine(member_id=house.ids["Rūta"], name="Rūta", percent=30),
    ]


def test_only_the_owner_or_their_manager_shares_and_only_with_colleagues(
    house: House, story: Story, deal: int
) -> None:
    ruta, tadas = house.ids["Rūta"], house.ids["Tadas"]
    sets(story, deal, "share", f"{ruta}.30", by="Aistė")
    with pytest.raises(NotAllowed):
        sets(story, deal, "share", f"{ruta}.90", by="Rūta")
    for forged in (f"{tadas}.20", f"{ruta}.0.5", "0.10", "x.y", f"{ruta}.-5", f"{ruta}.100"):
        with pytest.raises(NoLongerApplies):
            sets(story, deal, "share", forged)
    with house.database.reading() as session:
        assert [share.percent for share in shares_of(session, [deal])[deal]] == [30]
        assert len(session.scalars(select(DealShare)).all()) == 1


# 9. Tender and break by taps


def test_a_tender_set_on_the_card_reminds_and_undo_takes_its_reminders_back(
    house: House, story: Story, deal: int
) -> None:
    source = Source(501, 77, story.now)
    card = story.sees(DealLife, deal_life.answer, asked(deal, "tender"), "gruodžio 15", source)
    assert card.tender_on == date(2026, 12, 15)
    assert reminders(house) == [date(2026, 12, 10), date(2026, 12, 14)]
    undoes(story, card)
    assert (house.load(Deal, deal).tender_on, reminders(house)) == (None, [])


def test_of_a_tender_that_ends_tomorrow_only_what_is_ahead_is_reminded(
    house: House, story: Story, deal: int
) -> None:
    source = Source(501, 77, story.now)
    story.sees(DealLife, deal_life.answer, asked(deal, "tender"), "tomorrow", source)
    assert reminders(house) == [date(2026, 11, 24)]
    for said in ("soon", "vakar"):
        with pytest.raises(NotUnderstood):
            story.does(deal_life.answer, asked(deal, "tender"), said, source)


def reminders(house: House) -> list[date | None]:
    with house.database.reading() as session:
        found = session.scalars(select(NextStep).order_by(NextStep.remind_on)).all()
    return [step.remind_on for step in found if step.is_open]


def test_a_break_is_a_tap_ends_by_a_tap_and_is_shown_until_it_is_over(
    house: House, story: Story, deal: int
) -> None:
    months = [option.on for option in shown(story, deal, "pause").choices]
    assert months[:2] == [date(2026, 12, 1), date(2027, 1, 1)]
    card = sets(story, deal, "pause", "2026-12-01")
    assert card.paused_until == date(2026, 12, 1)
    story.now = datetime(2026, 12, 1, 8, tzinfo=NOW.tzinfo)
    assert shown(story, deal).paused_until is None
    story.now = NOW + timedelta(hours=1)
    assert sets(story, deal, "pause", "none").paused_until is None
    for forged in ("2026-11-01", "soon"):
        with pytest.raises(NoLongerApplies):
            sets(story, deal, "pause", forged)


# 6 and 8 by taps


def test_a_part_won_is_a_tap_and_a_sum(house: House, story: Story, deal: int) -> None:
    card = words(story, deal, "part", "7000")
    assert card.question is not None
    card = story.answers(card, "lost")
    assert (card.rest_is_lost, house.load(Deal, deal).amount) == (True, Decimal(7000))
    with pytest.raises(NotUnderstood):
        words(story, deal, "part", "nežinau")


def test_an_order_is_a_tap_and_a_sum(house: House, story: Story, deal: int) -> None:
    card = words(story, deal, "order", "3 400 €")
    assert card.is_order
    with house.database.reading() as session:
        assert [order.amount for order in session.scalars(select(Order))] == [Decimal(3400)]
    assert house.load(Deal, deal).closed_on is None


def test_a_stranger_s_deal_is_not_found(house: House, story: Story, deal: int) -> None:
    for by in ("Tadas", "Rūta"):
        with pytest.raises(NotFound):
            sets(story, deal, "pause", "2026-12-01", by=by)


def test_the_deal_s_own_card_tells_its_circumstances(house: House, story: Story) -> None:
    first, second, _ = three_bidders(house)
    sets(story, first, "object", str(second))
    sets(story, first, "share", f"{house.ids['Rūta']}.30")
    sets(story, first, "pause", "2026-12-01")
    life = story.sees(DealCard, deal_card.show, first, "", 1).life
    assert life is not None
    assert (len(life.alternatives), life.paused_until) == (1, date(2026, 12, 1))
    assert [share.percent for share in life.shares] == [70, 30]


def test_an_expected_month_counts_an_object_once_as_it_was_known(house: House, story: Story) -> None:
    first, second, _ = three_bidders(house)
    for each, stage in ((first, "Pasiūlymas"), (second, "Derybos")):
        story.does(deal_changes.move, each, stage_id(house, stage))
        story.does(deal_changes.set_fields, each, {"expected_close_on": date(2026, 11, 28)})
    apart = story.does(expected_month).expected
    sets(story, first, "object", str(second))
    once = story.does(expected_month).expected
    assert (apart, once) == (Decimal("13060.00"), Decimal("8260.00")), "the likelier alone: 70 % of 11,800"


def test_in_own_figures_each_has_their_part_and_together_it_is_the_deal(
    house: House, story: Story, deal: int
) -> None:
    story.does(deal_changes.set_fields, deal, {"expected_close_on": date(2026, 11, 28)})
    story.does(deal_changes.move, deal, stage_id(house, "Derybos"))
    whole = story.does(expected_month).expected
    sets(story, deal, "share", f"{house.ids['Rūta']}.30")
    mantas, ruta = (story.does(expected_month, by=name).expected for name in ("Mantas", "Rūta"))
    assert (mantas, ruta) == (whole * 7 / 10, whole * 3 / 10)
    story.does(deal_changes.move, deal, stage_id(house, "Laimėta"))
    won = [story.does(expected_month, by=name).won for name in ("Mantas", "Rūta")]
    assert won == [Decimal(8400), Decimal(3600)]


def test_a_shared_deal_is_on_the_board_of_both(house: House, story: Story, deal: int) -> None:
    assert story.sees(DealBoard, deal_board.show, DealView(), 1, by="Rūta").standing.count == 0
    sets(story, deal, "share", f"{house.ids['Rūta']}.30")
    for name in ("Mantas", "Rūta"):
        assert story.sees(DealBoard, deal_board.show, DealView(), 1, by=name).standing.count == 1
