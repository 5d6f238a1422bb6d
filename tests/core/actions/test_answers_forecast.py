"""Forecasts and contract dates in chat: figures open to what they are the sum of, dates to their reasons."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from core.actions.answers import when_of
from core.actions.answers.showing import found
from core.actions.deal_changes import move
from core.errors import NotFound
from core.habits import Habits, TargetPlan
from core.model import Deal, Order, Snapshot, SnapshotDeal, SnapshotForecast, Stage
from core.notices import Answer, Notice, Sum
from core.notices.customers import FoundList
from core.notices.report_view import PEOPLE, Asked, ReportView, first_view
from core.notices.reports import Figure, Opens
from core.storage.directory_cache import DirectoryCache
from core.storage.ledger import Ledger, add
from core.terms import Category, Scope
from tests.builders import NOW, TEAM, House

TODAY = date(2026, 11, 24)
QUARTER_END = date(2027, 1, 1)
PLAN = TargetPlan(date(2026, 10, 1), QUARTER_END, Decimal(100_000))


def eur(number: int) -> Sum:
    return Sum(Decimal(number), "EUR")


def at(house: House, view: ReportView | str, who: str = "Kęstas", plan: TargetPlan | None = PLAN) -> Answer:
    with house.work() as work:
        work.team = replace(TEAM, habits=Habits(targets=(plan,) if plan else ()))
        packed = ReportView.read(view) if isinstance(view, str) else view
        return found(work, house.member(work, who), packed)


def ask(
    house: House, asked: Asked, who: str = "Kęstas", plan: TargetPlan | None = PLAN, **more: Any
) -> Answer:
    return at(house, replace(first_view(asked, TODAY), **more), who, plan)


def figure(answer: Answer, key: str) -> Figure:
    return next(each for each in [*answer.lines, *answer.notes] if each.key == key)


def keys(answer: Answer) -> list[str]:
    return [each.key for each in [*answer.lines, *answer.notes]]


def listed(house: House, view: str, who: str = "Kęstas") -> list[Opens]:
    first = at(house, view, who)
    pages = [first, *(at(house, replace(ReportView.read(view), page=p), who) for p in range(1, first.pages))]
    return [row for page in pages for row in page.rows]


def money(figures: list[Figure], *of: str) -> Decimal:
    return sum((each.sum.amount for each in figures if each.key in of and each.sum), Decimal(0))


def amount(row: Opens) -> Decimal:
    return money(row.figures, "sum-of", "hoped")


def choice(answer: Answer, key: str) -> str:
    return next(each.view for each in answer.choices if each.key == key)


@pytest.fixture
def young(house: House) -> House:
    """A team that has closed little: won, promised, possible and undated deals, and an order."""
    company = house.company("UAB Statyba", "Jonas Stankaitis")
    other = house.company("UAB Vėjavartė")
    said: dict[str, Any] = {"currency": "EUR", "created_on": date(2026, 10, 5)}
    december: dict[str, Any] = {"expected_close_on": date(2026, 12, 20)}
    won: dict[str, Any] = {"closed_on": date(2026, 11, 5)}
    house.deal(company, "won", "Mantas", "Laimėta", amount=Decimal(20_000), **said, **won)
    house.deal(company, "sure", "Mantas", "Derybos", amount=Decimal(10_000), **said, **december)
    best: dict[str, Any] = {"category": Category.BEST_CASE}
    house.deal(company, "maybe", "Rūta", "Pasiūlymas", amount=Decimal(30_000), **said, **december, **best)
    house.deal(
        company, "later", "Rūta", "Derybos", amount=Decimal(9_000), **said, expected_close_on=QUARTER_END
    )
    house.deal(other, "windy", "Tadas", "Derybos", amount=Decimal(4_000), **said)
    house.deal(company, "overdue", "Tadas", expected_close_on=date(2026, 11, 1))
    with house.work() as work:
        ledger = Ledger.begin(work.session, "order", NOW)
        values = {"company_id": company, "owner_id": house.ids["Tadas"], "ordered_on": date(2026, 11, 3)}
        ledger.create(Order, values | {"amount": Decimal(500), "currency": "EUR", "created_at": NOW})
        ledger.close()
    return house


def grow(house: House) -> None:
    """A past of deals won and lost, so that history speaks."""
    company = house.company("UAB Praeitis")
    for number in range(48):
        begun = datetime(2026, 1, 5, 7, tzinfo=UTC) + timedelta(days=6 * number)
        made: dict[str, Any] = {"now": begun, "created_on": begun.date()}
        made |= {"amount": Decimal(1_000), "currency": "EUR"}
        deal = house.deal(company, f"past {number}", "Mantas", "Užklausa", **made)
        end = "Laimėta" if number % 3 else "Prarasta"
        for stage, days in (("Pasiūlymas", 1), (end, 25 + number % 20)):
            on = begun + timedelta(days=days)
            if on < NOW:
                with house.work(on) as work:
                    stage_id = work.session.scalar(select(Stage.id).where(Stage.name == stage))
                    move(work, house.member(work, "Mantas"), deal, stage_id or 0)


@pytest.fixture
def grown(young: House) -> House:
    grow(young)
    return young


@pytest.fixture
def team(young: House, has_past: bool) -> House:
    if has_past:
        grow(young)
    return young


BOTH = pytest.mark.parametrize("has_past", [False, True])
"""Of a team without a history, and of one with."""


def test_where_history_is_thin_the_weighted_figure_answers_and_says_so(young: House) -> None:
    answer = ask(young, Asked.FORECAST)
    first = answer.lines[0]
    # won 20 000 and an order of 500; 70 % of 10 000 and 40 % of 30 000 are ahead
    assert (first.key, first.sum, first.percent) == ("forecast-plain-of", eur(39_500), 40)
    assert figure(answer, "forecast-thin").count == 1


def test_with_a_history_the_expected_sum_answers_with_its_range(grown: House) -> None:
    first = ask(grown, Asked.FORECAST).lines[0]
    assert first.key == "forecast-expected-of"
    assert first.least is not None
    assert first.sum is not None
    assert first.most is not None
    assert first.least.amount <= first.sum.amount <= first.most.amount


@BOTH
def test_every_figure_is_the_sum_of_what_it_opens_to(team: House) -> None:
    whole = ask(team, Asked.FORECAST)
    floor = figure(whole, "forecast-floor")
    assert floor.each is not None
    assert floor.sum is not None
    for key, total in (
        ("forecast-choice-won", floor.each.amount),
        ("forecast-choice-floor", floor.sum.amount),
        ("forecast-choice-best", money(whole.lines, "forecast-best")),
    ):
        part = at(team, choice(whole, key))
        rows = listed(team, choice(whole, key))
        assert sum(map(amount, rows)) == total
        assert (part.lines[0].count, part.lines[0].sum and part.lines[0].sum.amount) == (len(rows), total)
        assert part.back == str(first_view(Asked.FORECAST, TODAY))
    rows = listed(team, str(first_view(Asked.FORECAST, TODAY)))
    answer = whole.lines[0].sum
    assert answer is not None
    assert abs(sum(map(amount, rows)) - answer.amount) <= len(rows)  # each line is rounded to whole euros


@BOTH
def test_what_brings_most_comes_first_and_what_is_won_last(team: House) -> None:
    rows = listed(team, str(first_view(Asked.FORECAST, TODAY)))
    hoped = [amount(row) for row in rows if row.figures[0].key == "hoped"]
    assert hoped == sorted(hoped, reverse=True)
    assert all(row.figures[0].key == "hoped" for row in rows[: len(hoped)])
    assert rows[-1].figures[-1].key == "ordered"
    assert rows[-1].what == "company"


@BOTH
def test_people_add_up_to_the_team_and_open_to_their_own(team: House) -> None:
    people = ask(team, Asked.FORECAST, part=PEOPLE)
    whole = ask(team, Asked.FORECAST).lines[0].sum
    assert whole is not None
    assert abs(sum(money(row.figures, "expected-of") for row in people.rows) - whole.amount) <= 5
    for row in people.rows:
        own = at(team, row.view)
        assert own.member is not None
        assert own.member.name == row.name
        first = own.lines[0].sum
        assert first is not None
        assert abs(first.amount - money(row.figures, "expected-of")) <= 1
        assert at(team, own.back).rows == people.rows


@BOTH
def test_a_salesperson_hears_of_the_own_forecast_only(team: House) -> None:
    rows = listed(team, str(first_view(Asked.FORECAST, TODAY)), "Tadas")
    assert {row.name for row in rows} == {"UAB Statyba", *({"windy"} if len(rows) > 1 else set())}
    with pytest.raises(NotFound):
        ask(team, Asked.FORECAST, "Tadas", of_member=team.ids["Mantas"])
    assert "choice-by-person" not in [each.key for each in ask(team, Asked.FORECAST, "Tadas").choices]


@BOTH
def test_of_a_period_that_is_over_only_what_was_won_is_told(team: House) -> None:
    past = ask(team, Asked.FORECAST, start=date(2026, 1, 1))
    assert [line.key for line in past.lines] == ["forecast-won"]
    assert "forecast-no-target" in keys(past)


def test_no_target_is_said_and_nothing_is_held_against_it(young: House) -> None:
    answer = ask(young, Asked.FORECAST, plan=None)
    assert answer.lines[0].key == "forecast-plain"
    assert "forecast-no-target" in keys(answer)
    assert answer.lines[0].percent is None


MONDAY = date(2026, 11, 23)


def freeze(house: House, expected: int, *, thin: bool = True, taken_on: date = MONDAY) -> int:
    """A snapshot that tells what was expected of the quarter, of everybody and of Mantas."""
    ends = None if thin else Decimal(expected)
    plain = dict.fromkeys(("won", "floor", "best_case", "weighted"), Decimal(0))
    figures: dict[str, Any] = plain | {"expected": Decimal(expected), "without_amount": 0}
    figures |= {"expected_low": ends, "expected_high": ends}
    with house.work() as work:
        values = {"taken_on": taken_on, "currency": "EUR", "done_at": NOW}
        snapshot = add(work.session, Snapshot, values)
        span = {"starts_on": date(2026, 10, 1), "ends_on": QUARTER_END}
        for scope, key in ((Scope.ALL, 0), (Scope.MEMBER, house.ids["Mantas"])):
            about = {"snapshot_id": snapshot, "scope": scope, "scope_id": key}
            work.session.add(SnapshotForecast(**about, **span, **figures))
    return snapshot


def since(answer: Answer) -> list[Figure]:
    return [each for each in answer.lines if each.key.startswith(("forecast-up", "forecast-down"))]


def test_what_changed_since_monday_is_told_with_the_deal_that_made_it(young: House) -> None:
    snapshot = freeze(young, 19_500)  # by now 39 500: the won deal has come
    with young.work() as work:
        for title, worth in (("sure", 10_000), ("maybe", 30_000)):
            deal = work.session.scalars(select(Deal).where(Deal.title == title)).one()
            stage = work.session.get_one(Stage, deal.stage_id)
            frozen = SnapshotDeal(
                snapshot_id=snapshot,
                deal_id=deal.id,
                pipeline_id=deal.pipeline_id,
                stage_id=deal.stage_id,
                worth=Decimal(worth),
                category=Category.PIPELINE,
                contract_on=deal.expected_close_on,
                probability=stage.probability,
                counted=True,
            )
            work.session.add(frozen)
    (told,) = since(ask(young, Asked.FORECAST))
    assert (told.key, told.sum, told.on, told.name) == ("forecast-up-because", eur(20_000), MONDAY, "won")


def test_a_fall_is_told_as_one_and_nothing_where_nothing_moved(young: House) -> None:
    freeze(young, 60_000)
    (told,) = since(ask(young, Asked.FORECAST))
    assert told.key.startswith("forecast-down")
    freeze(young, 39_500, taken_on=date(2026, 11, 24))
    assert since(ask(young, Asked.FORECAST)) == []


def test_a_change_is_told_only_of_what_was_frozen(young: House) -> None:
    freeze(young, 1_000)
    assert since(ask(young, Asked.FORECAST, "Mantas"))
    assert since(ask(young, Asked.FORECAST, "Rūta")) == []
    assert since(ask(young, Asked.FORECAST, start=date(2027, 1, 1))) == []
    pipeline = ask(young, Asked.FORECAST, "Mantas", pipeline_id=1)
    assert since(pipeline) == []
    grow(young)  # what was weighted then is expected from history now
    assert since(ask(young, Asked.FORECAST)) == []


@BOTH
def test_the_contracts_of_a_period_come_with_the_biggest_first(team: House) -> None:
    answer = ask(team, Asked.WHEN)
    names = [row.name for row in listed(team, answer.view) if not row.name.startswith("past")]
    assert [name for name in names if name in ("maybe", "sure", "overdue")] == ["maybe", "sure", "overdue"]
    said = figure(answer, "when-said")
    assert (said.count, said.sum) == (3, eur(40_000))
    counts = {each.key: each.count for each in answer.choices}
    assert counts["when-choice-passed"] == 1
    for each in answer.choices:
        assert each.count is None or len(listed(team, each.view)) == each.count


def test_thin_history_has_no_dates_of_ours(young: House) -> None:
    answer = ask(young, Asked.WHEN)
    assert "when-thin" in keys(answer)
    assert not [each for row in answer.rows for each in row.figures if each.key == "our-date"]


@BOTH
def test_a_deal_tells_why_and_leads_to_its_card_and_back(team: House) -> None:
    whole = ask(team, Asked.WHEN)
    row = next(row for row in whole.rows if row.name == "sure")
    why = at(team, row.view)
    assert not why.has_period
    assert [each.what for each in why.rows] == ["deal"]
    assert (why.rows[0].id, why.rows[0].name) == (row.id, "sure")
    assert figure(why, "when-rep").name == "Mantas"
    assert figure(why, "when-rep").on == date(2026, 12, 20)
    assert figure(why, "when-chance").percent == figure_of(row, "chance").percent
    assert figure(why, "why-days-in-stage").name == "Derybos"
    assert figure(why, "why-closed-deals").count
    assert at(team, why.back).rows == whole.rows


def figure_of(row: Opens, key: str) -> Figure:
    return next(each for each in row.figures if each.key == key)


def test_our_date_stands_beside_the_one_said(grown: House) -> None:
    rows = listed(grown, str(first_view(Asked.WHEN, TODAY, "a")))
    row = next(row for row in rows if row.name == "maybe")
    ours = figure_of(row, "our-date")
    assert ours.early is not None
    assert ours.on is not None
    assert ours.late is not None
    assert TODAY <= ours.early <= ours.on <= ours.late
    assert figure_of(row, "said-by").on == date(2026, 12, 20)
    whole = ask(grown, Asked.WHEN)
    assert figure(whole, "when-ours").count
    assert "when-thin" not in keys(whole)


def test_anothers_deal_or_one_that_is_closed_is_not_told_of(young: House) -> None:
    parts = {row.name: row.view for row in listed(young, choice(ask(young, Asked.WHEN), "when-choice-all"))}
    assert "won" not in parts
    with pytest.raises(NotFound):
        at(young, parts["sure"], "Tadas")
    with pytest.raises(NotFound):
        ask(young, Asked.WHEN, "Mantas", part="c77")


def told(house: House, words: str, who: str) -> Notice:
    with house.work() as work:
        work.directory = directory_of(house)
        by = house.member(work, who)
        when_of.show(work, by, words, by.telegram_id or 0)
        return work.posted[-1].notice


def directory_of(house: House) -> Any:
    with house.database.reading() as session, DirectoryCache().using(session) as directory:
        return directory


def test_a_name_leads_to_the_only_deal_that_is_meant_or_to_the_customers(young: House) -> None:
    one = told(young, "Vėjavartė", "Kęstas")
    assert isinstance(one, Answer)
    assert ReportView.read(one.view).part.startswith("d")
    several = told(young, "Statyba", "Kęstas")
    assert isinstance(several, Answer)
    named = {row.name for row in listed(young, several.view)}
    assert named == {"sure", "maybe", "later", "overdue"}
    own = told(young, "Statyba", "Mantas")
    assert isinstance(own, Answer)
    assert [row.name for row in own.rows] == ["sure"]
    nobody = told(young, "Nėra tokios", "Mantas")
    assert isinstance(nobody, FoundList)
