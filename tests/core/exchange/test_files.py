"""Files as they are met: encodings, separators, headers, and files that hurt."""

from datetime import date
from pathlib import Path

import pytest

from core.exchange.columns import ColumnsUnclear
from core.exchange.imports import ImportRefused
from core.exchange.table import FileUnreadable
from core.model import Change, Company, Contact, Deal, Operation
from core.terms import ContactKind
from tests.core.exchange.conftest import TEAM, Desk

LITHUANIAN = "Pavadinimas;Miestas\nUAB „Žąsų lentos“;Šiauliai\n"

ENCODINGS = ["utf-8", "utf-8-sig", "cp1257", "utf-16"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_lithuanian_letters_survive_every_encoding(desk: Desk, encoding: str) -> None:
    outcome = desk.take("companies", LITHUANIAN.encode(encoding))
    company = desk.all(Company)[0]
    assert (company.name, company.region) == ("UAB „Žąsų lentos“", "Šiauliai")
    assert any("1257" in warning for warning in outcome.warnings) == (encoding == "cp1257")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_separator_and_line_ending_is_told(desk: Desk, separator: str, ending: str) -> None:
    rows = [["external_id", "name", "note"], ["1", "Fernby", '"a, b; c"'], ["2", "Oak", '"two\nlines"']]
    desk.take("companies", ending.join(separator.join(row) for row in rows))
    assert [company.note for company in desk.all(Company)] == ["a, b; c", "two\nlines"]


def test_windows_1257_with_semicolons_and_decimal_commas(desk: Desk) -> None:
    content = (
        "Sandoris;Etapas;Suma;Sukurta\n"
        "Žaliuzės;Užklausa;1 250,50;2026.11.03\n"
        "Durys;Užklausa;1.000;2026.11.04\n"
    )
    desk.take("deals", content.encode("cp1257"))
    assert [(deal.title, str(deal.amount), deal.created_on) for deal in desk.all(Deal)] == [
        ("Žaliuzės", "1250.50", date(2026, 11, 3)),
        ("Durys", "1000.00", date(2026, 11, 4)),
    ]


def test_american_dates_give_the_same_deals(desk: Desk) -> None:
    content = "external_id,stage,created_on,closed_on\n1,won,{},{}\n2,won,{},{}\n"
    desk.take("deals", content.format("2026-03-04", "2026-05-06", "2026-03-20", "2026-04-05"))
    again = desk.take("deals", content.format("03/04/2026", "05/06/2026", "03/20/2026", "04/05/2026"))
    assert (again.updated, again.unchanged) == (0, 2)


def test_dates_that_could_be_read_both_ways_are_said(desk: Desk) -> None:
    outcome = desk.take("deals", "title,stage,created_on\nA,lead,03/04/2026\n")
    assert any("both ways" in warning for warning in outcome.warnings)


def test_lines_above_the_header_and_a_second_header_are_left_out(desk: Desk) -> None:
    outcome = desk.take("companies", "Klientai 2026;\n;\nPavadinimas;Miestas\nName;City\nFernby;Leeds\n")
    assert [company.name for company in desk.all(Company)] == ["Fernby"]
    assert sum("left out" in warning for warning in outcome.warnings) == 2


def test_a_bad_row_is_reported_by_its_line_and_the_others_go_in(desk: Desk) -> None:
    content = (
        "external_id,title,stage,amount,created_on\n"
        "1,A,lead,abc,2026-01-01\n"
        '2,"B\nb",lead,5,2026-01-01\n'
        "3,C,lead,5,2026-13-01\n"
        "4,D,,5,2026-01-01\n"
        "5,E,lead,5,2026-01-01,surplus\n"
        "6\n"
        "7,G,lead,7,2026-01-02\n"
    )
    outcome = desk.take("deals", content)
    assert (outcome.taken, outcome.skipped) == (2, 5)
    assert [problem.line for problem in outcome.problems] == [2, 5, 6, 7, 8]
    assert all(problem.reason for problem in outcome.problems)


def test_strict_takes_nothing_when_a_row_is_bad(desk: Desk) -> None:
    with pytest.raises(ImportRefused, match="line 2"):
        desk.take("deals", "title,stage,amount\nA,lead,abc\nB,lead,5\n", strict=True)
    assert desk.all(Deal) == []


def test_a_dry_run_tells_the_same_and_writes_nothing(desk: Desk) -> None:
    content = "title,stage,company\nA,lead,UAB A\n"
    tried = desk.take("deals", content, dry_run=True)
    assert (tried.taken, tried.created["companies"]) == (1, 1)
    assert desk.all(Deal) + desk.all(Company) + desk.all(Change) == []
    assert desk.take("deals", content).taken == 1


def test_a_file_cut_off_in_a_quoted_cell_loses_that_row_alone(desk: Desk) -> None:
    outcome = desk.take("companies", 'name,note\nFernby,ok\nOak,"cut off\nsomewhere')
    assert (outcome.taken, outcome.skipped) == (1, 1)
    assert "never ends" in outcome.problems[0].reason


def test_two_hundred_columns_are_no_trouble(desk: Desk) -> None:
    header = ",".join(["name", *(f"extra {number}" for number in range(199))])
    outcome = desk.take("companies", f"{header}\nFernby{',x' * 199}\n")
    assert outcome.taken == 1


def test_ten_megabytes_in_a_cell_are_refused_for_that_row(desk: Desk) -> None:
    outcome = desk.take("companies", f"name,note\nFernby,{'x' * 10_000_000}\nOak,y\n")
    assert (outcome.taken, outcome.skipped) == (1, 1)
    assert "10,000,000 characters" in outcome.problems[0].reason


def test_a_nul_does_not_reach_the_database(desk: Desk) -> None:
    desk.take("companies", "name\nFern\x00by\n")
    assert desk.all(Company)[0].name == "Fernby"


@pytest.mark.parametrize(
    ("content", "text"),
    [(b"", "is empty"), (b"\xd0\xcf\x11\xe0old", ".xls"), (b"\x00\x01\x02\xff\xfe", "not a text file")],
)
def test_what_is_no_table_is_refused_in_a_sentence(desk: Desk, content: bytes, text: str) -> None:
    with pytest.raises(FileUnreadable, match=text):
        desk.take("companies", content)


def test_a_file_without_known_columns_says_which_it_has(desk: Desk) -> None:
    with pytest.raises(ColumnsUnclear, match="among: Foo, Bar"):
        desk.take("companies", "Foo,Bar\n1,2\n")


def test_a_map_of_values_for_no_field_is_refused(desk: Desk) -> None:
    with pytest.raises(ImportRefused, match="no field stge"):
        desk.take("deals", "title,stage\nA,lead\n", values={"stge": {"a": "b"}})


def test_activities_find_company_person_deal_and_owner(desk: Desk) -> None:
    desk.take("people", "external_id,name,company\nh1,Ona Onaitė,UAB A\n")
    desk.take("deals", "external_id,title,stage,company\nd1,Lentos,lead,UAB A\n")
    content = (
        "Rūšis;Data;Įmonė;Asmuo;Sandoris;Pardavėjas;Trukmė;Pastaba\n"
        "Skambutis;2026-11-03 10:00;UAB A;Ona Onaitė;Lentos;Rasa;15;sutarta\n"
        "Vizitas;2026-11-04;UAB A;;d1;Rasa;1:30;\n"
        "Lunch;2026-11-05;;h1;;Rasa;;\n"
    )
    outcome = desk.take("activities", content)
    assert (outcome.taken, outcome.skipped) == (3, 0)
    call, visit, lunch = desk.all(Contact)
    assert (call.kind, call.duration_min, call.person_id) == (ContactKind.CALL, 15, lunch.person_id)
    assert call.deal_id == visit.deal_id is not None
    assert (visit.duration_min, visit.occurred_on, lunch.company_id) == (
        90,
        date(2026, 11, 4),
        call.company_id,
    )
    again = desk.take("activities", content)
    assert (again.taken, again.updated, again.unchanged) == (0, 0, 3)


def test_the_shared_directory_goes_in_whole(desk: Desk, shared: Path) -> None:
    taken = {}
    for kind in ("companies", "people", "deals"):
        taken[kind] = desk.take(kind, (shared / "reading" / f"{kind}.csv").read_bytes())
    assert {kind: (outcome.taken, outcome.skipped) for kind, outcome in taken.items()} == {
        "companies": (45, 0),
        "people": (70, 0),
        "deals": (30, 0),
    }
    assert not any(outcome.created.total() for outcome in taken.values())


def test_the_public_sales_data_goes_in_and_again_changes_nothing(desk: Desk, shared: Path) -> None:
    content = (shared / "data" / "crm-sales" / "sales_pipeline.csv").read_bytes()
    words = {"stage": {"Engaging": "qualified", "Prospecting": "lead"}}
    outcome = desk.take("deals", content, values=words)
    names = desk.stage_names()
    stages = [names[deal.stage_id] for deal in desk.all(Deal)]
    counts = {name: stages.count(name) for name in set(stages)}
    assert counts == {"Laimėta": 4238, "Prarasta": 2473, "Įvertinta": 1589, "Užklausa": 500}
    assert outcome.warnings["deals without a company"] == 1425
    assert any('"GTXPro"' in warning and '"GTX Pro"' in warning for warning in outcome.warnings)
    again = desk.take("deals", content, values=words)
    assert (again.taken, again.updated, again.unchanged, again.changes) == (0, 0, 8800, False)
    assert TEAM.currency == "EUR"


HEADERS = {
    "companies": "external_id,name,note",
    "people": "external_id,name,note",
    "deals": "external_id,title,stage",
    "activities": "external_id,kind,occurred_at",
}


@pytest.mark.parametrize("kind", list(HEADERS))
def test_a_file_with_names_of_columns_alone_takes_nothing_and_does_no_harm(desk: Desk, kind: str) -> None:
    outcome = desk.take(kind, HEADERS[kind] + "\n")
    assert (outcome.taken, outcome.skipped, desk.all(Change)) == (0, 0, [])


@pytest.mark.parametrize("kind", list(HEADERS))
def test_a_duplicate_id_is_reported_whatever_the_kind(desk: Desk, kind: str) -> None:
    row = {"deals": "1,A,lead", "activities": "1,call,2026-11-03"}.get(kind, "1,A,x")
    outcome = desk.take(kind, f"{HEADERS[kind]}\n{row}\n{row}\n")
    assert (outcome.taken, outcome.skipped) == (1, 1)
    assert outcome.problems[0].reason == 'external_id "1" is in line 2 already'


def test_windows_1257_is_told_by_a_single_letter_far_down(desk: Desk) -> None:
    lines = [f"Klientas {number};Kaunas{' ' * 200}" for number in range(8_000)] + ["Žąsys;Šakiai"]
    outcome = desk.take("companies", "\n".join(["Pavadinimas;Miestas", *lines]).encode("cp1257"))
    assert outcome.taken == 8_001
    assert desk.all(Company)[-1].name == "Žąsys"


def test_a_cut_off_line_is_the_only_one_that_is_lost(desk: Desk) -> None:
    whole = "external_id,title,stage,amount\n1,A,lead,5\n2,B,lead,6\n3,C,lead,7\n"
    outcome = desk.take("deals", whole[: whole.index("3,C") + 1])
    assert (outcome.taken, outcome.skipped) == (2, 1)
    assert "cut off" in outcome.problems[0].reason
    again = desk.take("deals", whole)
    assert (again.taken, again.unchanged) == (1, 2)


def test_ten_megabytes_in_a_cell_of_any_column_are_refused_for_that_row(desk: Desk) -> None:
    huge = "x" * 10_000_000
    outcome = desk.take(
        "deals", f'title,stage,stage_history\n"{huge}",lead,\nA,lead,"{huge}"\nB,"{huge}",\nC,lead,\n'
    )
    assert (outcome.taken, outcome.skipped, len(desk.all(Deal))) == (1, 3, 1)
    assert all(len(problem.reason) < 200 for problem in outcome.problems)


def test_what_other_programs_guarded_against_formulas_is_taken_as_it_was_meant(desk: Desk) -> None:
    desk.take("companies", "name,phone,note\n'+Plius,'+370 600 00001,'tis so\n")
    company = desk.all(Company)[0]
    assert (company.name, company.phone, company.note) == ("+Plius", "+370 600 00001", "'tis so")


def test_a_failing_import_leaves_pipelines_names_and_operations_alone(desk: Desk) -> None:
    desk.take("companies", "external_id,name\n1,Fernby\n")
    before = [len(desk.all(record)) for record in (Company, Deal, Change, Operation)]
    for content in ("title,stage\nA,lead\nB,Mars\n", "title,pipeline,stage\nA,Mars,lead\n", "foo\nbar\n"):
        with pytest.raises((ImportRefused, ColumnsUnclear)):
            desk.take("deals", content)
    with pytest.raises(ImportRefused):
        desk.take("companies", "external_id,name\n1,Oak\n2,\n", strict=True)
    assert [len(desk.all(record)) for record in (Company, Deal, Change, Operation)] == before
    assert desk.all(Company)[0].name == "Fernby"


def test_all_endings_of_lines_may_be_mixed(desk: Desk) -> None:
    desk.take("companies", "name,note\r\nA,1\nB,2\rC,3\r\n")
    assert [company.name for company in desk.all(Company)] == ["A", "B", "C"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_and_without_its_mark(desk: Desk, encoding: str) -> None:
    outcome = desk.take("companies", "Name\tCity\nUAB Žuvėdra\tVilnius\n".encode(encoding))
    assert (outcome.taken, outcome.skipped) == (1, 0)
    assert [company.name for company in desk.all(Company)] == ["UAB Žuvėdra"]


def test_a_header_alone_is_said_to_have_no_rows(desk: Desk) -> None:
    outcome = desk.take("companies", "name,city\n")
    assert list(outcome.warnings) == ["the file has no rows below the names of its columns"]


def test_doubts_about_dates_and_amounts_are_said(desk: Desk) -> None:
    content = "title,stage,company,created_on,amount\nA,lead,X,03/04/2026,1.250\n"
    warnings = " ".join(desk.take("deals", content).warnings)
    assert "created_on can be read both ways; they were taken as month first" in warnings
    assert '"1.250" was taken as one of thousands' in warnings


def test_dates_in_both_orders_are_said(desk: Desk) -> None:
    content = "title,stage,created_on\nA,lead,13/04/2026\nB,lead,04/13/2026\n"
    outcome = desk.take("deals", content)
    assert (outcome.taken, outcome.skipped) == (1, 1)
    assert any("created_on are written in both orders" in warning for warning in outcome.warnings)


def test_a_word_to_be_replaced_that_is_nowhere_is_said(desk: Desk) -> None:
    content = "title,stage,stage_history\nA,Engaging,Asked:2026-01-05|Engaging:2026-02-05\n"
    words = {"Engaging": "qualified", "Asked": "lead", "Engagin": "lead"}
    outcome = desk.take("deals", content, values={"stage": words, "product": {"GTXPro": "GTX Pro"}})
    assert [warning for warning in outcome.warnings if "--map-value" in warning] == [
        '--map-value: no stage in the file is "Engagin"',
        '--map-value: no product in the file is "GTXPro"',
    ]


def test_a_word_may_be_replaced_by_the_name_of_the_files_column(desk: Desk) -> None:
    content = "deal_name,deal_stage\nA,Engaging\n"
    outcome = desk.take("deals", content, values={"deal_stage": {"Engaging": "qualified"}})
    assert outcome.taken == 1
    assert not any("--map-value" in warning for warning in outcome.warnings)


def test_a_mark_for_no_value_is_no_value_in_dates_amounts_and_fixed_words(desk: Desk) -> None:
    content = "title,stage,amount,created_on,category\nA,lead,-,0000-00-00,N/A\nB,lead,n/a,NULL,—\n"
    outcome = desk.take("deals", content)
    assert (outcome.taken, [deal.amount for deal in desk.all(Deal)]) == (2, [None, None])
    assert not any("category" in warning for warning in outcome.warnings)
