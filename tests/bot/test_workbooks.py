"""Reports as workbooks: real tables, numbers that are numbers, words in the reader's language, no formula."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.workbooks import write_reports
from core.actions.reports.shape import Note, Report
from core.habits import Duty
from core.insights.closing import Why
from core.insights.customers import State
from core.insights.period import Span
from core.terms import ContactKind

QUARTER = Span(date(2026, 10, 1), date(2027, 1, 1))
RISKY = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "'=1", "{=1}")


def report(name: str = "closing", rows: list[dict[str, Any]] | None = None, **more: Any) -> Report:
    rows = rows if rows is not None else []
    columns = list(rows[0]) if rows else ["deal", "amount"]
    base: dict[str, Any] = {"filters": {}, "columns": columns, "rows": rows, "totals": {}}
    return Report(name=name, as_of=date(2026, 11, 24), period=QUARTER, currency="EUR", **(base | more))


def opened(tmp_path: Path, *reports: Report, language: str = "lt") -> Any:
    path = tmp_path / "book.xlsx"
    path.unlink(missing_ok=True)
    write_reports(path, reports, language)
    return load_workbook(path)


def test_each_question_has_a_sheet_with_a_table_to_filter_under_a_frozen_header(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"deal": "Langai", "amount": Decimal("1200.50")}]
    rows.append({"deal": "Stogas", "amount": None})
    book = opened(tmp_path, report(rows=rows), report("funnel", [{"stage": "Derybos", "entered": 3}]))
    assert book.sheetnames == ["Kada bus sutartis", "Pardavimų piltuvėlis", "Suvestinė ir pastabos"]
    for sheet, where in zip(book, ("A1:B3", "A1:B2", "A1:C9"), strict=True):
        (table,) = sheet.tables.values()
        assert (table.ref, table.autoFilter.ref) == (where, where)
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert sheet.freeze_panes == "A2"


def test_numbers_stay_numbers_and_are_shown_as_what_they_are(tmp_path: Path) -> None:
    row = {
        "amount": Decimal("1200.50"),
        "standing_value": Decimal("0.1234"),
        "conversion": 0.416667,
        "entered": 12_345,
        "median_days": 3.5,
        "rep_date": date(2026, 12, 24),
        "deal": "Langai",
        "target": None,
    }
    sheet = opened(tmp_path, report(rows=[row])).worksheets[0]
    found = {name: (cell.value, cell.number_format) for name, cell in zip(row, sheet[2], strict=True)}
    assert found["amount"] == (1200.5, "#,##0.00")
    assert found["standing_value"] == (0.1234, "#,##0.0000")
    assert found["conversion"] == (0.416667, "0.0%")
    assert found["entered"] == (12_345, "#,##0")
    assert found["median_days"] == (3.5, "#,##0.0#")
    assert (found["rep_date"][0].date(), found["rep_date"][1]) == (date(2026, 12, 24), "yyyy-mm-dd")
    assert found["target"][0] is None
    assert all(8 <= sheet.column_dimensions[letter].width <= 60 for letter in "ABCDEFGH")


@pytest.mark.parametrize("text", RISKY)
def test_no_text_of_a_person_is_ever_computed(tmp_path: Path, text: str) -> None:
    note = Note("note-rate-missing", {"currency": text, "team": "EUR", "day": "2026-11-24"})
    rows = [{"deal": text, "company": text, "missing": []}]
    book = opened(tmp_path, report(rows=rows, filters={"pipeline": text}, notes=[note]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(str(cell.value).startswith(("=", "+", "-", "@", "\t")) for cell in cells)


def test_no_two_columns_are_called_alike(tmp_path: Path) -> None:
    rows = [{"won": Decimal(1), "won_count": 1}]
    assert [cell.value for cell in opened(tmp_path, report(rows=rows)).worksheets[0][1]] == [
        "laimėta",
        "laimėta (won_count)",
    ]


@pytest.mark.parametrize("language", ["lt", "en"])
def test_words_of_ours_are_said_in_the_language(tmp_path: Path, language: str) -> None:
    drivers = [
        {"driver": "minutes_per_won", "value": 300},
        {"driver": "mean_won_value", "value": Decimal("1200.00")},
        {"driver": "wavers", "value": "mean_won_value"},
        {"driver": "share_of_call", "value": 0.5},
    ]
    row = {
        "kind": "won",
        "state": State.DORMANT.value,
        "missing": [duty.value for duty in Duty],
        "by_kind": {kind.value: {"contacts": 1, "minutes": 10} for kind in ContactKind},
        "drivers": drivers,
        "reasons": [{"reason": why.value, "value": 3.5} for why in Why],
    }
    sheet = opened(tmp_path, report(rows=[row]), language=language).worksheets[0]
    said = " ".join(str(cell.value) for cell in sheet[2])
    ours = {
        *(duty.value for duty in Duty if "_" in duty),
        *(why.value for why in Why if "_" in why),
    }
    assert not [word for word in ours | {"minutes_per_won", "dormant", "share_of"} if word in said]


def test_totals_filters_and_notes_have_a_sheet(tmp_path: Path) -> None:
    totals = {
        "win_rate": 0.5,
        "won_value": Decimal(10),
        "followed_share": {"Derybos": 0.25},
        "by_kind": {"call": {"contacts": 3, "minutes": 30}},
        "drivers": [{"driver": "working_days_left", "value": 23}],
    }
    notes = [Note("note-no-target")]
    filters = {"pipeline": "Pardavimai", "by": "rep"}
    book = opened(tmp_path, report(totals=totals, notes=notes, filters=filters))
    lines = [[cell.value for cell in row] for row in book.worksheets[-1].iter_rows(min_row=2)]
    said = {line[1]: line[2] for line in lines}
    assert (said["laimėjimo dalis"], said["padaryta: Derybos"], said["valiuta"]) == (0.5, 0.25, "EUR")
    assert (said["pagal rūšį"], said["kas lemia"]) == ("skambučiai 3 (30 min.)", "liko darbo dienų 23")
    assert (said["procesas"], said["grupuojama pagal"]) == ("Pardavimai", "pardavėjas")
    assert any("plan" in str(line[2]).lower() for line in lines)


def test_a_report_without_rows_is_a_table_still(tmp_path: Path) -> None:
    (table,) = opened(tmp_path, report()).worksheets[0].tables.values()
    assert table.ref == "A1:B2"


def test_the_same_report_is_the_same_file(tmp_path: Path) -> None:
    files = []
    for name in ("a.xlsx", "b.xlsx"):
        write_reports(tmp_path / name, [report(rows=[{"deal": "Langai"}])], "en")
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1]
