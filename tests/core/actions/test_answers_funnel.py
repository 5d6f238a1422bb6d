"""The funnels in chat: of whom one may ask, and every number opens to the deals that make it up."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from core.actions.answers.showing import found, show
from core.errors import NotFound
from core.model import DealShare
from core.notices import Answer
from core.notices.report_view import PEOPLE, Asked, ReportView, first_view
from core.notices.reports import Choice, Figure, Opens
from core.storage.ledger import Ledger
from tests.builders import NOW, House

TODAY = date(2026, 11, 24)
CAME = datetime(2026, 10, 5, 7, tzinfo=UTC)


def ask(house: House, asked: Asked = Asked.FUNNEL, who: str = "Kęstas", **more: Any) -> Answer:
    return at(house, replace(first_view(asked, TODAY), **more), who)


def at(house: House, view: ReportView | str, who: str = "Kęstas") -> Answer:
    with house.work() as work:
        packed = ReportView.read(view) if isinstance(view, str) else view
        return found(work, house.member(work, who), packed)


def figure(answer: Answer, key: str) -> Figure:
    return next(each for each in answer.lines if each.key == key)


def listed(house: House, view: str, who: str = "Kęstas") -> list[Opens]:
    """The lines of all pages."""
    first = at(house, view, who)
    pages = [first, *(at(house, replace(ReportView.read(view), page=p), who) for p in range(1, first.pages))]
    return [row for page in pages for row in page.rows]


def amount(row: Opens) -> Decimal:
    return sum((each.sum.amount for each in row.figures if each.key == "sum-of" and each.sum), Decimal(0))


def choices(answer: Answer) -> dict[str, Choice]:
    return {each.key or "": each for each in answer.choices}


@pytest.fixture
def selling(house: House) -> House:
    """Open deals of three salespeople, one shared, one without an amount; two won, one lost this quarter."""
    company = house.company("UAB Statyba")
    made: dict[str, Any] = {"created_at": CAME, "created_on": date(2026, 10, 5), "stage_entered_at": CAME}
    for number in range(10):
        house.deal(company, f"open {number}", amount=Decimal(100 * number + 1), currency="EUR", **made)
    house.deal(company, "Rūta's", "Rūta", "Derybos", amount=Decimal(5000), currency="EUR", **made)
    house.deal(company, "nothing said", "Rūta", "Derybos", **made)
    shared = house.deal(company, "shared", "Tadas", "Derybos", amount=Decimal(900), currency="EUR", **made)
    for title, owner, stage, day in (
        ("won", "Mantas", "Laimėta", 5),
        ("won too", "Tadas", "Laimėta", 6),
        ("lost", "Rūta", "Prarasta", 7),
    ):
        closed = {"closed_on": date(2026, 11, day), "amount": Decimal(700), "currency": "EUR"}
        house.deal(company, title, owner, stage, **made | closed, source="Paroda")
    with house.work() as work:
        ledger = Ledger.begin(work.session, "share", NOW)
        values = {"deal_id": shared, "member_id": house.ids["Mantas"], "percent": 40, "created_at": NOW}
        ledger.create(DealShare, values)
        ledger.close()
    return house


def test_what_is_open_and_closed_opens_to_deals_that_add_up(selling: House) -> None:
    whole = ask(selling)
    open_, closed = figure(whole, "funnel-open-without"), figure(whole, "funnel-closed")
    offered = choices(whole)
    for key, count, total in (
        ("funnel-choice-open", open_.count, open_.sum),
        ("funnel-choice-won", closed.count, closed.sum),
    ):
        rows = listed(selling, offered[key].view)
        assert total is not None
        assert (len(rows), sum(map(amount, rows))) == (count, total.amount)
        assert offered[key].count == count
        assert all(row.what == "deal" and row.id for row in rows)
    assert (open_.count, closed.count, closed.percent) == (13, 2, 67)
    assert closed.number == Decimal(3)
    assert len(listed(selling, offered["funnel-choice-lost"].view)) == 1


def test_each_stage_opens_to_what_stands_in_it_and_what_became_of_what_came(selling: House) -> None:
    whole = ask(selling)
    standing = [row.figures[0] for row in whole.rows]
    assert sum(each.count or 0 for each in standing) == figure(whole, "funnel-open-without").count
    for row, stands in zip(whole.rows, standing, strict=True):
        stage = at(selling, row.view)
        rows = listed(selling, row.view)
        assert stands.sum is not None
        assert (len(rows), sum(map(amount, rows))) == (stands.count, stands.sum.amount)
        offered = choices(stage)
        came = next((each.count for each in stage.lines if each.key == "funnel-came"), 0)
        fates = ("funnel-choice-advanced", "funnel-choice-lost", "funnel-choice-stayed")
        assert sum(offered[key].count or 0 for key in fates) == came
        for key in fates:
            assert len(listed(selling, offered[key].view)) == offered[key].count
        assert stage.back == str(first_view(Asked.FUNNEL, TODAY))


def test_the_dearest_come_first_and_one_without_an_amount_last(selling: House) -> None:
    rows = listed(selling, choices(ask(selling))["funnel-choice-open"].view)
    assert [row.name for row in rows[:3]] == ["Rūta's", "open 9", "shared"]
    assert rows[-1].name == "nothing said"
    assert ask(selling, part="o").notes == [Figure(key="without-sum", count=1)]


def test_a_salesperson_sees_the_own_deals_and_the_part_of_shared_ones(selling: House) -> None:
    own = ask(selling, who="Mantas")
    rows = listed(selling, choices(own)["funnel-choice-open"].view, "Mantas")
    assert {row.name for row in rows} == {*(f"open {number}" for number in range(10)), "shared"}
    assert {amount(row) for row in rows if row.name == "shared"} == {Decimal(360)}
    assert "choice-by-person" not in choices(own)
    assert not own.has_teams
    wrong: list[dict[str, Any]] = [
        {"of_member": selling.ids["Rūta"]},
        {"team_id": selling.ids["Vilnius"]},
        {"of_member": 9999},
    ]
    for more in wrong:
        with pytest.raises(NotFound):
            ask(selling, who="Mantas", **more)
    by_person = ask(selling, who="Mantas", part=PEOPLE)
    assert all(row.what != "m" for row in by_person.rows)


def test_people_add_up_and_each_opens_to_the_own_funnel(selling: House) -> None:
    people = ask(selling, part=PEOPLE)
    whole = figure(people, "funnel-open-without")
    sums = [row.figures[0].sum.amount for row in people.rows if row.figures[0].sum]
    assert whole.sum is not None
    assert sum(sums) == whole.sum.amount
    for row in people.rows:
        own = at(selling, row.view)
        assert own.member is not None
        assert (own.member.name, own.lines[0].sum) == (row.name, row.figures[0].sum)
        assert at(selling, own.back).rows == people.rows


def test_a_managers_person_shows_no_deal_that_the_manager_does_not_see(selling: House) -> None:
    mantas = ask(selling, who="Aistė", of_member=selling.ids["Mantas"])
    names = {row.name for row in listed(selling, choices(mantas)["funnel-choice-open"].view, "Aistė")}
    assert "shared" not in names  # it is Tadas', of another team
    with pytest.raises(NotFound):
        ask(selling, who="Aistė", of_member=selling.ids["Tadas"])


def test_a_stage_that_there_is_not_is_refused(selling: House) -> None:
    for part in ("s99999", "a", "x0"):
        with pytest.raises(NotFound):
            ask(selling, part=part)


def test_leads_are_told_by_source_and_open_to_themselves(selling: House) -> None:
    found_ = ask(selling, Asked.LEADS)
    assert figure(found_, "leads-came").count == 10
    (row,) = found_.rows
    assert [each.key for each in row.figures] == ["source-unknown", "went-on"]
    waiting = at(selling, row.view)
    assert (figure(waiting, "leads-listed").count, waiting.back) == (10, str(first_view(Asked.LEADS, TODAY)))
    assert len(listed(selling, row.view)) == 10
    assert choices(found_)["funnel-choice"].view == str(first_view(Asked.FUNNEL, TODAY))
    with pytest.raises(NotFound):
        ask(selling, Asked.LEADS, part="s77")


def test_several_processes_come_one_by_one_first(selling: House) -> None:
    from core.storage.pipelines import PipelinePlan, sync
    from tests.builders import stages

    with selling.work() as work:
        sync(work.session, [PipelinePlan("Pardavimai", stages()), PipelinePlan("Eksportas", stages())])
    rows = ask(selling).rows
    assert [row.name for row in rows] == ["Pardavimai", "Eksportas"]
    one = at(selling, rows[0].view)
    assert one.pipeline is not None
    assert one.rows[0].name == "Užklausa"


def test_an_answer_is_posted_in_place_of_the_screen_that_asked(selling: House) -> None:
    with selling.work() as work:
        by = selling.member(work, "Kęstas")
        show(work, by, first_view(Asked.FUNNEL, TODAY), 505, edits=7)
        assert [(each.chat_id, each.edits_message_id) for each in work.posted] == [(505, 7)]
