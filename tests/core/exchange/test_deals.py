"""Deals come in with as much of their past as the file allows."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from core.exchange.imports import ImportRefused
from core.model import Change, Company, Contact, Deal, Member, Product, StageChange
from core.storage.ledger import UNLOGGED, decoded
from core.terms import Category, LostReason, Role
from tests.core.exchange.conftest import NOW, Desk

DEALS = """id,title,company,owner,stage,amount,currency,product,created_on,closed_on,lost_reason,category
d1,Lentos,UAB Ąžuolas,Rasa Rasaitė,Derybos,"12 500,50",EUR,Lentos,2026-09-01,,,commit
d2,Tvora,UAB Ąžuolas,Rasa Rasaitė,laimėta,800,,Tvoros,2026-08-01,2026-10-15,,
d3,Doors,Fernby Ltd,,Closed lost,,GBP,,2026-07-01,2026-07-20,too expensive,
d4,Klausimas,,,qualified,0,,,2026-11-01,,,
"""


def _moves(desk: Desk, external_id: str) -> list[tuple[str, datetime]]:
    deal = next(deal for deal in desk.all(Deal) if deal.external_id == external_id)
    names = desk.stage_names()
    return [(names[m.to_stage_id], m.entered_at) for m in desk.all(StageChange) if m.deal_id == deal.id]


def _noon(year: int, month: int, day: int, utc_hour: int) -> datetime:
    return datetime(year, month, day, utc_hour, tzinfo=UTC)


def test_deals_are_taken_with_what_they_name(desk: Desk) -> None:
    outcome = desk.take("deals", DEALS)
    assert (outcome.taken, outcome.skipped) == (4, 0)
    assert dict(outcome.created) == {"companies": 2, "owner": 1, "product": 2}
    first, won, lost, fourth = desk.all(Deal)
    names = desk.stage_names()
    assert (names[first.stage_id], first.amount, first.category) == (
        "Derybos",
        Decimal("12500.50"),
        Category.COMMIT,
    )
    assert (names[won.stage_id], won.closed_on, won.currency) == ("Laimėta", date(2026, 10, 15), "EUR")
    assert (names[lost.stage_id], lost.lost_reason, lost.amount) == ("Prarasta", LostReason.PRICE, None)
    assert (names[fourth.stage_id], fourth.company_id, fourth.amount) == ("Įvertinta", None, None)
    owner = desk.all(Member)[0]
    assert (owner.name, owner.role, owner.telegram_id, first.owner_id) == (
        "Rasa Rasaitė",
        Role.REP,
        None,
        owner.id,
    )


def test_taking_the_same_deals_again_changes_nothing(desk: Desk) -> None:
    desk.take("deals", DEALS)
    before = [len(desk.all(record)) for record in (Deal, Company, Member, Product, Change, StageChange)]
    outcome = desk.take("deals", DEALS)
    assert (outcome.taken, outcome.updated, outcome.unchanged) == (0, 0, 4)
    assert [
        len(desk.all(record)) for record in (Deal, Company, Member, Product, Change, StageChange)
    ] == before


def test_a_deal_without_external_id_is_not_doubled_either(desk: Desk) -> None:
    content = "title,company,stage,amount\nLentos,UAB A,lead,5\nLentos,UAB A,lead,7\n,UAB A,lead,9\n"
    assert desk.take("deals", content).taken == 3
    assert desk.take("deals", content).unchanged == 3
    changed = desk.take("deals", content.replace(",7", ",8"))
    assert (changed.updated, changed.unchanged) == (1, 2)
    assert [deal.amount for deal in desk.all(Deal)] == [5, 8, 9]


def test_a_closed_deal_began_in_the_first_stage_and_ended_when_the_file_says(desk: Desk) -> None:
    desk.take("deals", DEALS)
    assert _moves(desk, "d2") == [("Užklausa", _noon(2026, 8, 1, 9)), ("Laimėta", _noon(2026, 10, 15, 9))]
    assert _moves(desk, "d1") == [("Derybos", _noon(2026, 9, 1, 9))]


def test_the_log_knows_the_end_of_a_deal_only_when_it_ended(desk: Desk) -> None:
    desk.take("deals", DEALS)
    deal = next(deal for deal in desk.all(Deal) if deal.external_id == "d3")
    entries = [
        change for change in desk.all(Change) if (change.record, change.record_id) == ("deals", deal.id)
    ]
    assert all(change.known_at == change.valid_at for change in entries)
    late = {change.field for change in entries if change.valid_at == _noon(2026, 7, 20, 9)}
    assert late == {"stage_id", "stage_entered_at", "closed_on", "lost_reason"}
    early = {change.field for change in entries if change.valid_at == _noon(2026, 7, 1, 9)}
    assert "closed_on" not in early
    assert {"*", "stage_id", "title", "created_on"} <= early


def test_a_stage_history_is_kept_move_by_move(desk: Desk) -> None:
    content = (
        "external_id,stage,created_on,closed_on,stage_history\n"
        "d1,Laimėta,2026-01-05,2026-03-01,Užklausa:2026-01-05|Pasiūlymas:2026-02-01T10:00:00Z|Laimėta:2026-03-01\n"
        "d2,Derybos,2026-01-05,,Užklausa: 2026-01-05 | qualified: 2026-01-20\n"
    )
    desk.take("deals", content)
    assert _moves(desk, "d1") == [
        ("Užklausa", _noon(2026, 1, 5, 10)),
        ("Pasiūlymas", _noon(2026, 2, 1, 10)),
        ("Laimėta", _noon(2026, 3, 1, 10)),
    ]
    assert [name for name, _ in _moves(desk, "d2")] == ["Užklausa", "Įvertinta", "Derybos"]


def test_a_later_file_moves_a_deal_on(desk: Desk) -> None:
    desk.take("deals", DEALS)
    outcome = desk.take("deals", "external_id,stage,closed_on\nd1,won,2026-11-20\n")
    assert outcome.updated == 1
    deal = desk.all(Deal)[0]
    assert (deal.closed_on, deal.amount) == (date(2026, 11, 20), Decimal("12500.50"))
    assert _moves(desk, "d1")[-1] == ("Laimėta", _noon(2026, 11, 20, 10))


def test_a_deal_that_is_open_again_has_no_closing_date(desk: Desk) -> None:
    desk.take("deals", DEALS)
    desk.take("deals", "external_id,stage\nd3,Derybos\n")
    deal = next(deal for deal in desk.all(Deal) if deal.external_id == "d3")
    assert (deal.closed_on, deal.lost_reason) == (None, None)


def test_a_close_date_ends_closed_deals_and_is_expected_of_open_ones(desk: Desk) -> None:
    desk.take("deals", "Deal Name,Deal Stage,Close Date\nA,Derybos,2026-12-31\nB,closedwon,2026-10-01\n")
    first, second = desk.all(Deal)
    assert (first.expected_close_on, first.closed_on) == (date(2026, 12, 31), None)
    assert (second.expected_close_on, second.closed_on) == (None, date(2026, 10, 1))


def test_a_column_of_states_ends_a_deal_wherever_it_stood(desk: Desk) -> None:
    content = (
        "Deal - Title,Deal - Stage,Deal - Status,Deal - Won time\n"
        "A,Derybos,Open,\n"
        "B,Derybos,Won,2026-10-01 12:30:00\n"
    )
    desk.take("deals", content)
    names = desk.stage_names()
    assert [names[deal.stage_id] for deal in desk.all(Deal)] == ["Derybos", "Laimėta"]


def test_another_pipeline_is_found_by_its_name(desk: Desk) -> None:
    desk.take("deals", "title,pipeline,stage\nA,prekyba,Offer\nB,,Offer\nC,,proposal\n")
    names = desk.stage_names()
    assert [names[deal.stage_id] for deal in desk.all(Deal)] == ["Offer", "Offer", "Pasiūlymas"]


def test_unknown_stages_are_all_named_and_nothing_is_taken(desk: Desk) -> None:
    content = "title,stage\nA,Engaging\nB,Engaging\nC,Prospecting\nD,lead\n"
    with pytest.raises(ImportRefused) as caught:
        desk.take("deals", content)
    assert 'stage "Engaging" (2 rows), stage "Prospecting" (1 rows)' in str(caught.value)
    assert desk.all(Deal) == []
    mapped = desk.take(
        "deals", content, values={"stage": {"engaging": "qualified", "Prospecting": "Užklausa"}}
    )
    assert mapped.taken == 4


def test_an_unknown_pipeline_is_named(desk: Desk) -> None:
    with pytest.raises(ImportRefused, match='pipeline "Eksportas"'):
        desk.take("deals", "title,pipeline,stage\nA,Eksportas,lead\n")


def test_one_owner_in_three_spellings_is_one_salesperson(desk: Desk) -> None:
    outcome = desk.take(
        "deals", 'title,stage,owner\nA,lead,Rasa Rasaitė\nB,lead,RASA RASAITE\nC,lead,"Rasaitė, Rasa"\n'
    )
    assert [member.name for member in desk.all(Member)] == ["Rasa Rasaitė"]
    assert sum("was taken as" in warning for warning in outcome.warnings) == 2


def test_a_product_that_looks_misspelt_is_said_and_kept(desk: Desk) -> None:
    content = "title,stage,product\nA,lead,BRZ Basic\nB,lead,BRZPro\nC,lead,Oak Pro\nD,lead,brz  basic\n"
    outcome = desk.take("deals", content)
    assert any('"BRZPro" is not known' in warning and '"BRZ Pro"' in warning for warning in outcome.warnings)
    assert [product.name for product in desk.all(Product)] == ["BRZ Basic", "BRZPro", "Oak Pro"]
    mapped = desk.take("deals", content, values={"product": {"BRZPro": "Oak Pro"}}, dry_run=True)
    assert not any("BRZPro" in warning for warning in mapped.warnings)


def test_a_reason_in_other_words_is_other_and_said_so(desk: Desk) -> None:
    outcome = desk.take("deals", "title,stage,closed_on,lost_reason\nA,lost,2026-10-01,Mėnulio fazė\n")
    assert desk.all(Deal)[0].lost_reason is LostReason.OTHER
    assert any("Mėnulio fazė" in warning for warning in outcome.warnings)


def test_an_owner_by_e_mail_is_the_one_of_that_name_and_initials_are_said(desk: Desk) -> None:
    content = "title,stage,owner\nA,lead,Jonas Žąsis\nB,lead,jonas.zasis@imone.lt\nC,lead,J. Žąsis\n"
    outcome = desk.take("deals", content)
    assert [member.name for member in desk.all(Member)] == ["Jonas Žąsis", "J. Žąsis"]
    assert any('"J. Žąsis" looks like another spelling' in warning for warning in outcome.warnings)


def test_salespeople_who_differ_by_a_number_are_not_said_to_be_alike(desk: Desk) -> None:
    outcome = desk.take("deals", "title,stage,owner\nA,lead,Agentas 1\nB,lead,Agentas 10\n")
    assert not any("looks like" in warning for warning in outcome.warnings)


def test_won_and_lost_times_end_the_deals_of_their_rows(desk: Desk) -> None:
    desk.take("deals", "title,stage,won time,lost time\nA,won,2026-02-05,\nB,lost,,2026-03-05\n")
    assert [deal.closed_on.isoformat() for deal in desk.all(Deal)] == ["2026-02-05", "2026-03-05"]


def test_a_deal_of_today_is_there_before_noon(desk: Desk) -> None:
    today = NOW.date().isoformat()
    desk.take(
        "deals", f"title,stage,created_on,closed_on\nA,lead,{today},\nB,won,{today},{today}\nC,lead,,\n"
    )
    assert all(deal.created_at <= deal.stage_entered_at <= NOW for deal in desk.all(Deal))


def test_a_deal_of_the_future_is_said(desk: Desk) -> None:
    outcome = desk.take("deals", "title,stage,created_on\nA,lead,2027-01-01\n")
    assert "deals that the file has created or closed after today" in outcome.warnings


def test_the_log_has_each_first_value_of_a_deal_and_nothing_else(desk: Desk) -> None:
    desk.take(
        "deals", 'title,stage,amount,owner,created_on\n"Naujas ""A""",lead,7.25,Jonas,2026-01-05\nB,won,,,\n'
    )
    deals = {deal.id: deal for deal in desk.all(Deal)}
    for deal_id, deal in deals.items():
        logged = {
            change.field: decoded(Deal, change.field, change.new)
            for change in desk.all(Change)
            if (change.record, change.record_id) == ("deals", deal_id) and change.field != "*"
        }
        given = {column.name: getattr(deal, column.name) for column in Deal.__table__.columns}
        assert logged == {k: v for k, v in given.items() if v is not None and k not in UNLOGGED}


def test_an_activity_has_its_time_from_a_column_of_its_own_and_none_is_yet_to_come(desk: Desk) -> None:
    content = "Type,Due date,Due time,Subject,Note\nCall,2026-01-05,09:30,Apie kainą,\nCall,2027-01-05,,,\n"
    outcome = desk.take("activities", content)
    (activity,) = desk.all(Contact)
    assert (activity.occurred_at.isoformat(), activity.note) == ("2026-01-05T07:30:00+00:00", "Apie kainą")
    assert "yet to come" in outcome.problems[0].reason
