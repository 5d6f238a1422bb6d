"""The digest: what its reader may see of a week, kept as it was, and each line opening to its deals."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from core.actions import routines
from core.actions.answers.showing import open_from_digest, show
from core.actions.deal_changes import move, set_fields
from core.actions.digest import keeping
from core.errors import NotAllowed, NotFound
from core.insights.period import Span, week_of
from core.model import SentDigest, Stage
from core.notices import Answer, Digest, DigestAlbum, Notice
from core.notices.digest import Worthwhile
from core.notices.report_view import Asked, Length, ReportView
from core.storage.routines import due
from core.terms import LostReason
from tests.builders import NOW, TEAM, House
from tests.turns import Plain

MONDAY = datetime(2026, 11, 30, 6, 5, tzinfo=UTC)
"""Five past eight in Vilnius, the week after `NOW`."""

WEEK = week_of(NOW.date())
BEFORE = NOW - timedelta(days=10)
BEGUN: dict[str, Any] = {"now": BEFORE, "created_on": BEFORE.date()}
EUR: dict[str, Any] = {"currency": "EUR", **BEGUN}
SAID: dict[str, Any] = {"expected_close_on": date(2026, 12, 10)}


def to_stage(house: House, deal: int, stage: str, now: datetime = NOW, **fields: Any) -> None:
    with house.work(now) as work:
        stage_id = work.session.scalar(select(Stage.id).where(Stage.name == stage))
        assert stage_id is not None
        move(work, house.member(work, "Kęstas"), deal, stage_id, **fields)


@pytest.fixture
def week(house: House) -> dict[str, int]:
    """A week in which Mantas won, Rūta lost and put off, and Tadas in the other team moved on."""
    a, b = house.company("UAB Statyba"), house.company("UAB Kelmuva")
    deals = {
        "won": house.deal(a, "won", stage="Derybos", amount=Decimal(28000), **EUR, **SAID),
        "lost": house.deal(b, "lost", "Rūta", "Pasiūlymas", amount=Decimal(9000), **EUR),
        "late": house.deal(b, "late", "Rūta", "Derybos", amount=Decimal(7000), **EUR, **SAID),
        "on": house.deal(a, "on", "Tadas", "Įvertinta", amount=Decimal(5000), **EUR),
        "lead": house.deal(a, "lead", "Mantas", **BEGUN),
    }
    to_stage(house, deals["won"], "Laimėta")
    to_stage(house, deals["lost"], "Prarasta", lost_reason=LostReason.PRICE)
    to_stage(house, deals["on"], "Pasiūlymas")
    with house.work(NOW) as work:
        later = {"expected_close_on": date(2026, 12, 20)}
        set_fields(work, house.member(work, "Rūta"), deals["late"], later)
    house.contact(date(2026, 11, 24), "visit")
    house.contact(date(2026, 11, 25), "call", by="Tadas")
    house.contact(date(2026, 11, 18), "call", by="Rūta")
    return deals


def digest(house: House, who: str = "Kęstas", now: datetime = MONDAY, span: Span = WEEK) -> Digest:
    with house.work(now) as work:
        return keeping.as_notice(keeping.of(work, house.member(work, who), Length.WEEK, span))


def test_it_tells_what_happened_to_deals_in_the_week(house: House, week: dict[str, int]) -> None:
    found = digest(house)
    counts = [each.count for each in (found.won, found.lost, found.slipped, found.moved)]
    assert counts == [1, 1, 1, 1]
    assert [each.id for each in found.won.named] == [week["won"]]
    assert found.lost.named[0].reason is LostReason.PRICE
    assert found.slipped.named[0].times == 1
    assert found.won.sum is not None
    assert found.won.sum.amount == 28000
    assert (found.leads, found.open, found.contacts, found.contacts_change, found.visits) == (1, 2, 2, 1, 1)


def test_a_manager_reads_of_their_own_team_alone(house: House, week: dict[str, int]) -> None:
    found = digest(house, "Aistė")
    assert (found.won.count, found.lost.count, found.moved.count, found.contacts) == (1, 1, 0, 1)
    assert found.people == 2


def test_the_change_of_the_forecast_is_since_the_monday_before(house: House, week: dict[str, int]) -> None:
    forecast = digest(house).forecast
    assert forecast.won.amount == 28000
    assert forecast.floor.amount == 28000 + 7000
    # on the Monday before both were committed and nothing was won
    assert forecast.floor_change is not None
    assert forecast.floor_change.amount == 0
    assert forecast.closed == 2, "too few to learn from: it says how many there are"


def test_what_became_known_later_changes_neither_it_nor_a_new_one_of_the_same_week(
    house: House, week: dict[str, int]
) -> None:
    before = digest(house)
    to_stage(house, week["late"], "Prarasta", MONDAY + timedelta(hours=1))
    assert digest(house) == before
    with house.work(MONDAY + timedelta(days=1)) as work:
        work.session.query(SentDigest).delete()
    again = digest(house, now=MONDAY + timedelta(days=1))
    assert (again.slipped, again.forecast, again.open) == (before.slipped, before.forecast, before.open)


def test_it_is_made_once_for_each_who_manages(house: House, week: dict[str, int]) -> None:
    with house.work(MONDAY) as work:
        made = list(keeping.lacking(work.session, work.team, work.now, Length.WEEK))
        assert [reader.name for reader, _ in made] == ["Aistė", "Kęstas"]
        for reader, found in made:
            first = keeping.keep(work.session, reader, found, work.now)
            assert keeping.keep(work.session, reader, found, work.now).id == first.id
        assert not list(keeping.lacking(work.session, work.team, work.now, Length.WEEK))


@pytest.mark.parametrize(
    ("now", "lengths"),
    [
        (MONDAY, {"w"}),
        (datetime(2026, 12, 1, 6, tzinfo=UTC), {"w", "m"}),
        (datetime(2026, 12, 10, 6, tzinfo=UTC), {"w"}),
        (datetime(2027, 1, 2, 6, tzinfo=UTC), {"w", "q"}),
    ],
)
def test_what_has_just_ended_is_made_for_all_once(house: House, now: datetime, lengths: set[str]) -> None:
    turns = Plain(house.database, now)
    made = keeping.make_due(TEAM, turns)
    with house.database.reading() as session:
        kept = session.scalars(select(SentDigest)).all()
    assert {each.length for each in kept} == lengths
    assert len(kept) == made == 2 * len(lengths)
    assert keeping.make_due(TEAM, turns) == 0


def test_thanks_are_worth_doing_and_so_is_a_date_that_has_passed(house: House, week: dict[str, int]) -> None:
    with house.work(MONDAY - timedelta(days=1)) as work:
        passed = {"expected_close_on": date(2026, 11, 20)}
        set_fields(work, house.member(work, "Rūta"), week["late"], passed)
    advice = digest(house).advice
    assert [each.what for each in advice] == [Worthwhile.PREPARE, Worthwhile.THANK]
    assert advice[0].deal is not None
    assert advice[0].deal.id == week["late"]
    assert advice[1].deal is not None
    assert advice[1].deal.who == "Mantas"


def test_whoever_has_many_deals_without_a_step_is_to_be_helped(house: House) -> None:
    company = house.company("UAB A")
    for number in range(3):
        house.deal(company, f"d{number}", "Rūta", "Pasiūlymas", **BEGUN)
    advice = digest(house, "Aistė").advice
    assert [(each.what, each.who, each.count) for each in advice] == [(Worthwhile.HELP, "Rūta", 3)]


@pytest.mark.parametrize(("part", "name"), [("w", "won"), ("l", "lost"), ("s", "late"), ("a", "on")])
def test_each_line_opens_to_the_deals_that_make_it_up(
    house: House, week: dict[str, int], part: str, name: str
) -> None:
    with house.work(MONDAY) as work:
        by = house.member(work, "Kęstas")
        show(work, by, ReportView(Asked.WEEK, WEEK.start, Length.WEEK, part=part), 505)
        notice = work.posted[-1].notice
    assert isinstance(notice, Answer)
    assert [row.id for row in notice.rows] == [week[name]]


def test_it_is_shown_again_as_it_was_to_its_reader_alone(house: House, week: dict[str, int]) -> None:
    sent = digest(house, "Aistė")
    to_stage(house, week["late"], "Prarasta", MONDAY)
    with house.work(MONDAY) as work:
        aiste = house.member(work, "Aistė")
        show(work, aiste, ReportView(Asked.WEEK, WEEK.start, Length.WEEK), 504, edits=7)
        assert work.posted[-1].notice == sent
        for other in ("Kęstas", "Mantas"):
            with pytest.raises(NotFound):
                keeping.opened(work, house.member(work, other), sent.id)


@pytest.mark.parametrize("asked", [Asked.FORECAST, Asked.FUNNEL, Asked.WHEN, Asked.EFFORT])
def test_an_answer_opened_from_it_leads_back_to_it(house: House, week: dict[str, int], asked: Asked) -> None:
    sent = digest(house, "Aistė")
    with house.work(MONDAY) as work:
        aiste = house.member(work, "Aistė")
        view = ReportView(asked, date(2026, 10, 1), Length.QUARTER)
        open_from_digest(work, aiste, sent.id, view, 504, 7)
        notice = work.posted[-1].notice
        assert isinstance(notice, Answer)
        show(work, aiste, ReportView.read(notice.back), 504, edits=7)
        assert work.posted[-1].notice == sent


def test_its_first_use_is_noted_once(house: House) -> None:
    sent = digest(house, "Aistė")
    with house.work(MONDAY) as work:
        keeping.opened(work, house.member(work, "Aistė"), sent.id)
    with house.work(MONDAY + timedelta(hours=1)) as work:
        keeping.opened(work, house.member(work, "Aistė"), sent.id)
        kept = work.session.get(SentDigest, sent.id)
        assert kept is not None
        assert kept.opened_at == MONDAY


def told(house: House, now: datetime) -> list[tuple[str, Digest]]:
    """The digests that a round at that moment sends, with whom to."""
    found = []
    with house.work(now) as work:
        routines.settle(work)
        for routine in due(work.session, now, 100):
            occasion, before = routines.take(work, routine), len(work.posted)
            if occasion is not None and routines.tell(work, routine, occasion):
                told = [each.notice for each in work.posted[before:]]
                found += [(occasion.member.name, each) for each in told if isinstance(each, Digest)]
    return found


def test_it_comes_on_monday_at_eight_to_those_who_manage_once(house: House, week: dict[str, int]) -> None:
    assert told(house, NOW) == []
    eight = datetime(2026, 11, 30, 6, tzinfo=UTC)
    assert told(house, eight - timedelta(seconds=1)) == []
    sent = told(house, eight)
    assert sorted((name, each.start) for name, each in sent) == [
        ("Aistė", WEEK.start),
        ("Kęstas", WEEK.start),
    ]
    assert told(house, eight + timedelta(hours=1)) == []
    closed = told(house, datetime(2026, 12, 1, 6, tzinfo=UTC))
    assert {(each.length, each.start) for _, each in closed} == {(Length.MONTH, date(2026, 11, 1))}


def test_one_that_was_missed_comes_once_the_next_day(house: House, week: dict[str, int]) -> None:
    assert told(house, NOW) == []
    late = told(house, MONDAY + timedelta(hours=20))
    assert sorted(name for name, _ in late) == ["Aistė", "Kęstas"]
    assert late[0][1].start == WEEK.start
    assert told(house, MONDAY + timedelta(hours=21)) == []


def test_a_team_that_has_not_begun_is_told_nothing(house: House) -> None:
    with house.work(MONDAY) as work:
        assert keeping.told(work, house.member(work, "Aistė"), Length.WEEK) is None


def test_salespeople_have_no_digest_of_a_team(house: House) -> None:
    with house.work(MONDAY) as work, pytest.raises(NotAllowed):
        keeping.answer(work, house.member(work, "Mantas"), 501)


def sent_of(house: House) -> list[Notice]:
    with house.work(MONDAY) as work:
        keeping.answer(work, house.member(work, "Kęstas"), 1)
        return [each.notice for each in work.posted]


def test_its_pictures_are_kept_and_follow_it(house: House, week: dict[str, int]) -> None:
    words, album = sent_of(house)
    assert isinstance(words, Digest)
    assert isinstance(album, DigestAlbum)
    assert [each.title for each in album.pictures] == [
        *("chart-forecast", "chart-funnel", "chart-leads", "chart-ageing", "chart-effort")
    ]
    to_stage(house, week["late"], "Laimėta", MONDAY)
    assert sent_of(house) == [words, album]
