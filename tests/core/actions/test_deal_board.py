"""The board of open deals: counts and sums that agree with what opens, and its filters."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert, select

from core.actions import deal_board
from core.errors import NotAllowed, NotFound
from core.model import Company, Deal, Stage
from core.notices import DealBoard, DealList, Notice, Standing, Sum
from core.notices.deal_view import DealView, Only, Whose
from core.storage.pipelines import PipelinePlan, StagePlan, sync
from core.terms import Category, StageMeaning
from tests.builders import NOW, House, stages

EUR = "EUR"


def show(house: House, by: str, view: DealView | None = None) -> Notice:
    with house.work() as work:
        member = house.member(work, by)
        deal_board.show(work, member, view or deal_board.first_view(member), 1)
        return work.posted[-1].notice


def board(house: House, by: str = "Mantas", view: DealView | None = None) -> DealBoard:
    notice = show(house, by, view)
    assert isinstance(notice, DealBoard)
    return notice


def counted(notice: DealBoard) -> dict[str, int]:
    return {each.stage.name: each.standing.count for each in notice.stages if each.standing.count}


def opened(house: House, by: str, view: str, stage_id: int) -> Standing:
    """What the pages of a stage show, deal by deal."""
    seen: list[Any] = []
    read = DealView.read(view)
    first = DealView(read.whose, read.only, stage_id=stage_id)
    page = show(house, by, first)
    assert isinstance(page, DealList)
    for number in range(page.pages):
        turned = show(house, by, first.turned(number))
        assert isinstance(turned, DealList)
        seen += turned.deals
    sums: dict[str, Decimal] = {}
    for deal in seen:
        if deal.sum:
            sums[deal.sum.currency] = sums.get(deal.sum.currency, Decimal(0)) + deal.sum.amount
    totals = [Sum(amount, currency) for currency, amount in sorted(sums.items(), key=lambda each: -each[1])]
    without = sum(1 for deal in seen if deal.sum is None)
    return Standing(count=len(seen), without_amount=without, totals=totals)


def stage_id(house: House, name: str) -> int:
    with house.database.reading() as session:
        return session.scalars(select(Stage.id).where(Stage.name == name)).one()


def furnish(house: House) -> None:
    company = house.company("UAB Statyba")
    for number in range(8):
        house.deal(company, f"Fasadas {number}", amount=Decimal(100), currency=EUR)
    house.deal(company, "Be sumos")
    house.deal(company, "Doleriais", amount=Decimal(5), currency="USD")
    house.deal(company, "Derybose", stage="Derybos", amount=Decimal(9000), currency=EUR)
    house.deal(company, "Rūtos", owner="Rūta", amount=Decimal(1), currency=EUR)
    house.deal(company, "Kaune", owner="Tadas", amount=Decimal(2), currency=EUR)
    house.deal(company, "Baigtas", closed_on=date(2026, 11, 1))
    house.deal(company, "Atšauktas", deleted_at=NOW)


@pytest.mark.parametrize(("by", "count"), [("Mantas", 11), ("Aistė", 12), ("Kęstas", 13), ("Tadas", 1)])
def test_counts_and_sums_of_the_board_are_those_of_what_opens(house: House, by: str, count: int) -> None:
    furnish(house)
    notice = board(house, by)
    assert notice.standing.count == sum(each.standing.count for each in notice.stages) == count
    for each in notice.stages:
        assert opened(house, by, notice.view, each.stage.id) == each.standing


def test_sums_are_told_per_currency_and_deals_without_amount_apart(house: House) -> None:
    furnish(house)
    notice = board(house)
    assert counted(notice) == {"Užklausa": 10, "Derybos": 1}
    assert notice.standing.totals == [Sum(Decimal(9800), EUR), Sum(Decimal(5), "USD")]
    assert notice.standing.without_amount == 1


def test_who_manages_nobody_has_no_team_to_show(house: House) -> None:
    assert not board(house).has_team
    assert board(house, "Aistė").has_team
    with pytest.raises(NotAllowed):
        show(house, "Mantas", DealView(Whose.TEAM))
    with pytest.raises(NotFound):
        show(house, "Mantas", DealView(stage_id=999))


def test_a_deal_stands_still_when_it_is_longer_in_its_stage_than_expected(house: House) -> None:
    plans = [
        StagePlan(
            each.name, each.meaning, each.probability, each.category, 10 if each.name == "Derybos" else None
        )
        for each in stages()
    ]
    with house.database.writing() as session:
        sync(session, [PipelinePlan("Pardavimai", tuple(plans))])
    company, asleep = house.company("UAB Statyba"), house.company("UAB Žiema")
    late, soon = NOW - timedelta(days=11), NOW - timedelta(days=9)
    house.deal(company, "Stovi", stage="Derybos", stage_entered_at=late)
    house.deal(company, "Dar juda", stage="Derybos", stage_entered_at=soon)
    house.deal(company, "Be normos", stage_entered_at=late)
    house.deal(company, "Konkursas", stage="Derybos", stage_entered_at=late, tender_on=date(2026, 11, 1))
    pause = date(2027, 3, 1)
    house.deal(company, "Iki kovo", stage="Derybos", stage_entered_at=late, paused_until=pause)
    with house.database.writing() as session:
        session.get_one(Company, asleep).paused_until = pause
    house.deal(asleep, "Žiemoja", stage="Derybos", stage_entered_at=late)
    notice = board(house, view=DealView(only=Only.STALE))
    assert counted(notice) == {"Derybos": 1}
    listed = show(house, "Mantas", DealView(only=Only.STALE, stage_id=stage_id(house, "Derybos")))
    assert isinstance(listed, DealList)
    assert [(deal.title, deal.days) for deal in listed.deals] == [("Stovi", 11)]


def test_closing_this_month_is_from_its_first_day_to_its_last(house: House) -> None:
    company = house.company("UAB Statyba")
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)):
        house.deal(company, day.isoformat(), expected_close_on=day)
    house.deal(company, "kada nors")
    listed = show(house, "Mantas", DealView(only=Only.CLOSING, stage_id=stage_id(house, "Užklausa")))
    assert isinstance(listed, DealList)
    assert [deal.title for deal in listed.deals] == ["2026-11-01", "2026-11-30"]


def test_each_pipeline_has_a_board_of_its_own_also_one_that_is_no_longer_used(house: House) -> None:
    export = (StagePlan("Kontaktas", StageMeaning.LEAD, 5, Category.OMITTED),)
    main = PipelinePlan("Pardavimai", stages())
    with house.database.writing() as session:
        sync(session, [main, PipelinePlan("Eksportas", export)])
    company = house.company("UAB Statyba")
    house.deal(company, "Fasadas")
    with house.database.reading() as session:
        contact = session.scalars(select(Stage).where(Stage.name == "Kontaktas")).one()
    house.deal(company, "Lentos", stage="Kontaktas", pipeline_id=contact.pipeline_id)
    with house.database.writing() as session:
        sync(session, [main])
    notice = board(house)
    assert [(each.pipeline.name, each.count) for each in notice.pipelines] == [
        ("Pardavimai", 1),
        ("Eksportas", 1),
    ]
    other = board(house, view=DealView(pipeline_id=contact.pipeline_id))
    assert counted(other) == {"Kontaktas": 1}


def test_pages_stay_in_range(house: House) -> None:
    furnish(house)
    listed = show(house, "Mantas", DealView(stage_id=stage_id(house, "Užklausa"), page=99))
    assert isinstance(listed, DealList)
    assert (DealView.read(listed.view).page, listed.pages, len(listed.deals)) == (1, 2, 4)


def test_ten_thousand_deals_of_one_salesperson_are_counted(house: House) -> None:
    company = house.company("UAB Statyba")
    first = house.deal(company, "Pirmas", amount=Decimal("0.01"), currency=EUR)
    model = house.load(Deal, first)
    columns = [column.name for column in Deal.__table__.columns if column.name != "id"]
    row = {name: getattr(model, name) for name in columns}
    with house.database.writing() as session:
        session.execute(insert(Deal), [row | {"title": f"Nr. {number}"} for number in range(9_999)])
    notice = board(house)
    assert notice.standing == Standing(count=10_000, totals=[Sum(Decimal("100.00"), EUR)])
    listed = show(house, "Mantas", DealView(stage_id=model.stage_id, page=1666))
    assert isinstance(listed, DealList)
    assert (listed.pages, len(listed.deals)) == (1667, 4)
