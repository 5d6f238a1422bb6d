"""What finds no room in the day's budget joins the next summary: nothing is lost, nothing is told twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from core.actions import budget, comments, giving, routines, settings
from core.actions.work import Work
from core.model import Deal, HeldNotice
from core.notices import (
    Agenda,
    Commented,
    DealPassed,
    Digest,
    DigestAlbum,
    EveningLine,
    HeldLine,
    Notice,
)
from core.reading.directory import Directory
from core.storage import routines as stored
from core.storage.ledger import put
from core.terms import Remark, RoutineKind
from tests.builders import NOW, TEAM, House
from tests.telling import Story

FEW = replace(TEAM, habits=replace(TEAM.habits, notices_a_day=1))
EIGHT = datetime(2026, 11, 25, 6, tzinfo=UTC)
"""Eight on Wednesday in Vilnius."""


def told(house: House, now: datetime, name: str = "Mantas") -> list[Notice]:
    """What a round at that moment posts for a member, where one notice a day is enough."""
    with house.database.writing() as session:
        work = Work(session, now, FEW, Directory())
        routines.settle(work)
        for routine in stored.due(session, now, 100):
            occasion = routines.take(work, routine)
            if occasion is not None:
                routines.tell(work, routine, occasion)
        chat = house.member(work, name).telegram_id
        return [each.notice for each in work.posted if each.chat_id == chat]


def praise(house: House, deal_id: int, now: datetime, text: str = "Puiku") -> list[Notice]:
    """What Mantas is told at once of his manager's praise."""
    with house.database.writing() as session:
        work = Work(session, now, FEW, Directory())
        by, to = house.member(work, "Aistė"), house.member(work, "Mantas")
        deal = session.get(Deal, deal_id)
        assert deal is not None
        comments._pass_on(work, by, to, deal, Remark.PRAISE, text, 504)
        return [each.notice for each in work.posted if each.chat_id == 501]


@pytest.fixture
def deal(house: House) -> int:
    assert told(house, NOW) == []
    return house.deal(house.company("UAB Statyba"), "Fasado medžiagos")


def lines(notices: list[Notice]) -> list[HeldLine]:
    (notice,) = notices
    assert isinstance(notice, Agenda | EveningLine)
    return list(notice.held)


def test_what_colleagues_do_beyond_the_budget_is_told_with_the_next_agenda_once(
    house: House, deal: int
) -> None:
    assert [type(each) for each in praise(house, deal, NOW)] == [Commented]
    assert praise(house, deal, NOW, "Antra") == [], "there was room for one"
    assert praise(house, deal, NOW, "Trečia") == []
    held = lines(told(house, EIGHT))
    assert [(line.what, line.name) for line in held] == [("praise", "Aistė")] * 2
    assert told(house, EIGHT + timedelta(minutes=1)) == []
    assert told(house, EIGHT + timedelta(days=1)) == [], "nothing of it comes twice"


def test_the_evening_line_has_it_where_one_was_chosen(house: House, deal: int) -> None:
    Story(house).sees(Notice, settings.set_routine, "evening", time(17, 30), 501, 1)
    praise(house, deal, NOW)
    praise(house, deal, NOW)
    assert len(lines(told(house, NOW + timedelta(hours=7, minutes=30)))) == 1
    assert told(house, EIGHT) == []


def test_a_tap_shows_all_of_it_and_the_agenda_no_longer_has_it(house: House, deal: int) -> None:
    for text in ("Pirma", "Antra", "Trečia"):
        praise(house, deal, NOW, text)
    held = lines(told(house, EIGHT))
    with house.work(EIGHT) as work:
        mantas = house.member(work, "Mantas")
        assert len(budget.told_today(work, mantas)) == 2
        assert budget.open_until(work, mantas, held[-1].id, 501) == 2
        assert [each.notice.text for each in work.posted if isinstance(each.notice, Commented)] == [
            "Antra",
            "Trečia",
        ]
        assert budget.told_today(work, mantas) == []
        assert budget.open_until(work, mantas, held[-1].id, 501) == 0, "a second tap shows nothing twice"


def test_nobody_opens_what_was_held_for_another(house: House, deal: int) -> None:
    praise(house, deal, NOW)
    praise(house, deal, NOW)
    held = lines(told(house, EIGHT))
    with house.work(EIGHT) as work:
        assert budget.open_until(work, house.member(work, "Rūta"), held[-1].id, 502) == 0


def test_in_silence_and_quiet_hours_it_waits_too(house: House, deal: int) -> None:
    with house.work() as work:
        put(work.session, house.member(work, "Mantas"), {"quiet_from": time(10), "quiet_to": time(11)})
    assert praise(house, deal, NOW) == []
    with house.work() as work:
        values = {"quiet_from": None, "quiet_to": None, "snoozed_until": NOW + timedelta(hours=2)}
        put(work.session, house.member(work, "Mantas"), values)
    assert praise(house, deal, NOW) == []
    assert len(lines(told(house, EIGHT))) == 2


def test_who_has_turned_off_every_summary_is_told_at_once(house: House, deal: int) -> None:
    Story(house).sees(Notice, settings.set_routine, "agenda", None, 501, 1)
    assert praise(house, deal, NOW)
    assert praise(house, deal, NOW)


def test_a_deal_that_is_handed_over_counts(house: House, deal: int) -> None:
    def give(deal_id: int) -> list[Notice]:
        with house.database.writing() as session:
            work = Work(session, NOW, FEW, Directory())
            giving.give(work, house.member(work, "Mantas"), deal_id, house.ids["Rūta"], "", 501, 1)
            return [each.notice for each in work.posted if each.chat_id == 502]

    other = house.deal(1, "Stogas")
    assert [type(each) for each in give(deal)] == [DealPassed]
    assert give(other) == []
    assert [line.what for line in lines(told(house, EIGHT, "Rūta"))] == ["deal"]


def test_a_digest_that_is_too_late_is_in_the_next_agenda(house: House, deal: int) -> None:
    house.contact(date(2026, 11, 24))
    house.contact(date(2026, 11, 18))
    late = datetime(2026, 12, 3, 6, tzinfo=UTC)
    found = told(house, late, "Aistė")
    assert [line.what for each in found if isinstance(each, Agenda) for line in each.held] or [
        line.what for line in lines(told(house, late + timedelta(days=1), "Aistė"))
    ]
    assert not [each for each in found if isinstance(each, Digest) and each.start == date(2026, 11, 23)]


@pytest.mark.parametrize("is_held", [True, False], ids=["opened later", "no summary to wait for"])
def test_a_digest_that_waited_comes_with_its_pictures(house: House, deal: int, is_held: bool) -> None:
    if not is_held:
        Story(house).sees(Notice, settings.set_routine, "agenda", None, 504, 1, by="Aistė")
    house.contact(date(2026, 11, 24))
    late = datetime(2026, 12, 3, 6, tzinfo=UTC)
    found = told(house, late, "Aistė")
    if is_held:
        found = told(house, late + timedelta(days=1), "Aistė")
        with house.work(late + timedelta(days=1)) as work:
            budget.open_until(work, house.member(work, "Aistė"), lines(found)[-1].id, 504)
            found = [each.notice for each in work.posted]
    words = [each for each in found if isinstance(each, Digest)]
    albums = [each for each in found if isinstance(each, DigestAlbum)]
    assert words
    assert [(each.start, each.length) for each in albums] == [(each.start, each.length) for each in words]
    assert all(each.pictures for each in albums)


def test_of_two_processes_one_tells_what_was_held(postgresql_url: str) -> None:
    from core.storage import held
    from core.storage.database import Database
    from core.storage.ledger import add
    from tests.builders import build_house

    house = build_house(Database(postgresql_url))
    with house.work() as work:
        values = {"member_id": house.ids["Mantas"], "payload": "{}", "created_at": NOW}
        add(work.session, HeldNotice, values)
    with house.work() as first:
        assert len(held.claim(first.session, house.member(first, "Mantas"), NOW)) == 1
    with house.work() as second:
        assert held.claim(second.session, house.member(second, "Mantas"), NOW) == []
    house.database.close()


def test_a_promoted_salesperson_gets_the_digest_and_a_former_manager_their_own_week(house: House) -> None:
    told(house, NOW)

    def on(name: str) -> set[RoutineKind]:
        with house.work() as work:
            routines.settle(work)
            known = stored.routines_of(work.session, house.member(work, name))
            return {kind for kind, each in known.items() if each.due_at is not None}

    managing = {RoutineKind.AGENDA, RoutineKind.DIGEST, RoutineKind.CLOSING}
    selling = {RoutineKind.AGENDA, RoutineKind.WEEK}
    assert (on("Mantas"), on("Aistė")) == (selling, managing)
    with house.work() as work:
        roles = {name: house.member(work, name).role for name in ("Mantas", "Aistė")}
        put(work.session, house.member(work, "Mantas"), {"role": roles["Aistė"]})
        put(work.session, house.member(work, "Aistė"), {"role": roles["Mantas"]})
    assert (on("Mantas"), on("Aistė")) == (managing, selling)


def test_what_somebody_turned_off_stays_off_in_another_role(house: House) -> None:
    told(house, NOW)
    Story(house).sees(Notice, settings.set_routine, "agenda", None, 504, 1, by="Aistė")
    with house.work() as work:
        put(work.session, house.member(work, "Aistė"), {"role": house.member(work, "Mantas").role})
        routines.settle(work)
        known = stored.routines_of(work.session, house.member(work, "Aistė"))
        assert known[RoutineKind.AGENDA].due_at is None
        assert known[RoutineKind.WEEK].due_at is not None
