"""The sample year is as rich as a real one, and its history is true."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from bot.demo.sample import people
from core.actions.log import log_message
from core.actions.work import Source, TeamSettings, Work
from core.model import (
    Change,
    Company,
    Contact,
    Deal,
    Member,
    NextStep,
    Operation,
    Order,
    OutboxMessage,
    Person,
    Pipeline,
    Product,
    Stage,
    StageChange,
    Target,
    Team,
)
from core.notices import Logged
from core.storage.directory_cache import DirectoryCache
from core.storage.ledger import decoded
from core.storage.records import STILL_OPEN
from core.terms import LostReason, Role, StageMeaning
from core.working_days import free_day
from tests.bot.demo.conftest import NOW, Year

STORY = "Skambinau Jonui iš Statybos 15 min, nori pasiūlymo 12k, perskambinti penktadienį 10:00"
MANTAS = 1001


@pytest.mark.parametrize(
    ("record", "least", "most"),
    [
        (Company, 250, 400),
        (Person, 400, 900),
        (Deal, 900, 1500),
        (Contact, 6000, 12000),
        (NextStep, 3000, 8000),
        (Order, 300, 1200),
        (Target, 60, 200),
        (Product, 8, 20),
        (Team, 4, 8),
    ],
)
def test_there_is_as_much_as_twelve_people_do_in_fourteen_months(
    year: Year, record: type[Deal], least: int, most: int
) -> None:
    count = year.one(select(func.count()).select_from(record))
    assert least <= count <= most


def test_a_quarter_of_the_deals_or_so_is_open(year: Year) -> None:
    assert 250 <= year.one(select(func.count(Deal.id)).where(Deal.closed_on.is_(None))) <= 400


def test_twelve_sell_now_some_came_and_some_left(year: Year) -> None:
    members = year.records(select(Member))
    there = Counter(member.role for member in members if member.has_access)
    assert there == {Role.REP: 12, Role.MANAGER: 3, Role.OWNER: 1}
    assert sum(member.left_at is not None for member in members) == 2
    first = min(member.joined_at for member in members)
    assert sum(member.joined_at > first + timedelta(days=60) for member in members) >= 3
    assert len(people("lt")) == 16


def test_the_teams_are_a_tree_of_three_levels(year: Year) -> None:
    above = dict(year.rows(select(Team.id, Team.parent_id)))
    depths = [0] * len(above)
    for number, team in enumerate(above):
        while team is not None:
            depths[number], team = depths[number] + 1, above[team]
    assert max(depths) == 3


def ends(year: Year) -> list[tuple[str, int, StageMeaning, int]]:
    """Pipeline, owner, meaning of the stage and cycle of each closed deal."""
    rows = year.rows(
        select(Pipeline.name, Deal.owner_id, Stage.meaning, Deal.closed_on, Deal.created_on)
        .join(Stage, Stage.id == Deal.stage_id)
        .join(Pipeline, Pipeline.id == Deal.pipeline_id)
        .where(Deal.closed_on.is_not(None))
    )
    return [(name, owner, meaning, (closed - begun).days) for name, owner, meaning, closed, begun in rows]


def test_win_rates_are_those_of_real_teams_by_pipeline_and_by_person(year: Year) -> None:
    for by in (0, 1):
        results: dict[object, list[bool]] = defaultdict(list)
        for closed in ends(year):
            results[closed[by]].append(closed[2] is StageMeaning.WON)
        rates = [sum(won) / len(won) for won in results.values() if len(won) >= 20]
        assert len(rates) >= (2 if by == 0 else 10)
        assert all(0.20 <= rate <= 0.45 for rate in rates), rates


def test_the_two_pipelines_have_rhythms_of_their_own(year: Year) -> None:
    cycles: dict[str, list[int]] = defaultdict(list)
    for name, _, meaning, days in ends(year):
        if meaning is StageMeaning.WON:
            cycles[name].append(days)
    slow, fast = (sum(cycles[name]) / len(cycles[name]) for name in ("Objektai", "Prekybininkai"))
    assert 80 < slow < 180
    assert 25 < fast < 70


def test_july_and_the_end_of_december_are_slow(year: Year) -> None:
    days = Counter(year.records(select(Contact.occurred_on)))
    weeks: Counter[str] = Counter()
    for day, count in days.items():
        weeks[f"{day:%G-%V}"] += count
    usual = sorted(weeks.values())[len(weeks) // 2]
    july = [weeks[f"2026-{week}"] for week in range(28, 31)]
    assert max(july) < 0.75 * usual
    assert weeks["2025-52"] + weeks["2026-01"] < 0.75 * usual
    begun = Counter(day.month for day in year.records(select(Deal.created_on)))
    assert begun[7] < 0.6 * begun[6]


def test_nobody_works_on_weekends_and_holidays(year: Year) -> None:
    days = set(year.records(select(Contact.occurred_on).distinct()))
    assert [day for day in days if free_day(day, "LT") is not None] == []


def test_who_has_left_has_nothing_open(year: Year) -> None:
    gone = select(Member.id).where(Member.left_at.is_not(None))
    assert year.one(select(func.count()).where(Deal.owner_id.in_(gone), Deal.closed_on.is_(None))) == 0
    assert year.one(select(func.count()).where(NextStep.owner_id.in_(gone), *STILL_OPEN)) == 0
    handed = select(func.count()).where(
        Change.record == "deals", Change.field == "owner_id", Change.old.is_not(None)
    )
    assert year.one(handed) >= 10


def test_the_history_of_stages_agrees_with_the_change_log(year: Year) -> None:
    logged: dict[int, list[tuple[int, object]]] = defaultdict(list)
    changes = select(Change.record_id, Change.new, Change.valid_at).where(
        Change.record == "deals", Change.field == "stage_id"
    )
    for deal, new, at in year.rows(changes.order_by(Change.id)):
        logged[deal].append((decoded(Deal, "stage_id", new), at))
    moved: dict[int, list[tuple[int, object]]] = defaultdict(list)
    moves = select(StageChange.deal_id, StageChange.to_stage_id, StageChange.entered_at)
    for deal, stage, at in year.rows(moves.order_by(StageChange.id)):
        moved[deal].append((stage, at))
    assert logged == moved
    now = dict(year.rows(select(Deal.id, Deal.stage_id)))
    assert {deal: stages[-1][0] for deal, stages in moved.items()} == now


def test_replaying_the_change_log_gives_every_deal_as_it_is(year: Year) -> None:
    replayed: dict[int, dict[str, object]] = defaultdict(dict)
    for change in year.records(select(Change).where(Change.record == "deals").order_by(Change.id)):
        if change.field != "*":
            replayed[change.record_id][change.field] = decoded(Deal, change.field, change.new)
    for deal in year.records(select(Deal)):
        for field in ("amount", "currency", "expected_close_on", "owner_id", "category", "closed_on"):
            assert replayed[deal.id].get(field) == getattr(deal, field), (deal.id, field)


def test_a_deal_is_closed_exactly_when_its_stage_says_so(year: Year) -> None:
    for deal, stage in year.rows(select(Deal, Stage).join(Stage, Stage.id == Deal.stage_id)):
        assert stage.meaning.is_open is deal.is_open
        assert deal.closed_on is None or deal.created_on <= deal.closed_on <= NOW.date()


def test_nothing_is_known_before_it_was_true_or_after_now(year: Year) -> None:
    assert year.one(select(func.count()).where(Change.known_at < Change.valid_at)) == 0
    assert year.one(select(func.count()).where(Operation.at >= NOW)) == 0
    late = [known - valid for known, valid in year.rows(select(Change.known_at, Change.valid_at))]
    assert sum(delay > timedelta(hours=20) for delay in late) > 300


def test_moves_back_pushed_dates_and_words_on_the_forecast_are_there(year: Year) -> None:
    stages = {stage.id: stage for stage in year.records(select(Stage))}
    moves = year.records(select(StageChange).where(StageChange.from_stage_id.is_not(None)))
    back = [m for m in moves if stages[m.to_stage_id].position < stages[m.from_stage_id].position]
    assert 20 <= len(back) <= 200
    assert (
        year.one(select(func.count()).where(Change.field == "expected_close_on", Change.old.is_not(None)))
        > 100
    )
    assert len(set(year.records(select(Deal.category).where(Deal.category.is_not(None))))) == 3
    assert year.one(select(func.count()).where(Deal.source.is_(None))) == 0
    assert len(set(year.records(select(Deal.source)))) == 5


def test_lost_deals_have_reasons_and_competitors_have_names(year: Year) -> None:
    reasons = Counter(
        year.records(
            select(Deal.lost_reason)
            .join(Stage, Stage.id == Deal.stage_id)
            .where(Stage.meaning == StageMeaning.LOST)
        )
    )
    assert set(reasons) == {*LostReason, None}
    nameless = select(func.count()).where(
        Deal.lost_reason == LostReason.COMPETITOR, Deal.competitor.is_(None)
    )
    assert year.one(nameless) == 0
    assert len(set(year.records(select(Deal.competitor).where(Deal.competitor.is_not(None))))) == 5


def test_the_sloppy_log_later_and_plan_less_than_the_tidy(year: Year) -> None:
    def habits(telegram_id: int) -> tuple[float, float]:
        member = year.one(select(Member.id).where(Member.telegram_id == telegram_id))
        rows = year.rows(select(Contact.created_at, Contact.occurred_on).where(Contact.by_id == member))
        late = sum(created.date() > on for created, on in rows) / len(rows)
        planned = year.one(select(func.count()).where(NextStep.owner_id == member)) / len(rows)
        return late, planned

    (tidy_late, tidy_plans), (late, plans) = habits(1002), habits(1011)
    assert late > 3 * tidy_late
    assert plans < 0.75 * tidy_plans


def test_some_customers_have_fallen_silent_and_a_few_deals_are_big(year: Year) -> None:
    last = select(func.max(Contact.occurred_on)).group_by(Contact.company_id).having(func.count() >= 2)
    silent = [day for day in year.records(last) if day < date(2026, 8, 1)]
    assert 20 <= len(silent) <= 120
    assert 3 <= year.one(select(func.count()).where(Deal.amount > 100_000)) <= 40


def test_nothing_waits_to_be_sent(year: Year) -> None:
    assert year.one(select(func.count()).select_from(OutboxMessage)) == 0


def test_the_story_of_the_readme_finds_its_person_and_its_deal(year: Year) -> None:
    with year.trial() as session, DirectoryCache().using(session) as directory:
        work = Work(session, NOW, TeamSettings(), directory)
        mantas = session.scalars(select(Member).where(Member.telegram_id == MANTAS)).one()
        log_message(work, mantas, STORY, Source(MANTAS, 1, NOW))
        card = work.posted[0].notice
    assert isinstance(card, Logged)
    assert (card.company and card.company.name, card.person and card.person.name) == (
        "UAB Statyba",
        "Jonas Stankaitis",
    )
    assert (card.deal and card.deal.name, card.deal_is_new, card.question) == (
        "Fasado medžiagos",
        False,
        None,
    )
    assert card.amount_before is not None
    assert card.amount is not None
    assert [step.on for step in card.steps if step.at] == [date(2026, 11, 27)]
