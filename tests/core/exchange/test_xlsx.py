"""XLSX files: exact numbers and dates, merged cells, formulas, several sheets, damage."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.exchange.fields import Kind
from core.exchange.imports import import_file
from core.exchange.outcome import Outcome
from core.exchange.table import FileUnreadable
from core.model import Company, Deal
from tests.core.exchange.conftest import NOW, TEAM, Desk

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed: XLSX cannot be read here")


@pytest.fixture
def book(desk: Desk) -> Callable[..., Outcome]:
    """Imports the workbook that a function fills."""

    def take(kind: str, fill: Callable[[Any], None]) -> Outcome:
        workbook = openpyxl.Workbook()
        fill(workbook)
        path = desk.folder / "book.xlsx"
        workbook.save(path)
        return import_file(desk.database, Kind(kind), path, TEAM, NOW)

    return take


def test_numbers_and_dates_are_exact(desk: Desk, book: Callable[..., Outcome]) -> None:
    def fill(workbook: Any) -> None:
        sheet = workbook.active
        sheet.append(["Sandoris", "Etapas", "Suma", "Sukurta", "Pardavėjas"])
        sheet.append(["Lentos", "Užklausa", 1.234, date(2026, 11, 3), None])
        sheet.append(["Durys", "Užklausa", "1.250,50", date(2026, 11, 4), 7])
        sheet.append(["Tvora", "Užklausa", 0.1 + 0.2, 46330, ""])

    outcome = book("deals", fill)
    assert (outcome.taken, outcome.skipped) == (3, 0), outcome.problems
    assert [(deal.amount, deal.created_on) for deal in desk.all(Deal)] == [
        (Decimal("1.234"), date(2026, 11, 3)),
        (Decimal("1250.50"), date(2026, 11, 4)),
        (Decimal("0.3"), date(2026, 11, 4)),
    ]


def test_merged_cells_go_down_and_headings_do_not_matter(desk: Desk, book: Callable[..., Outcome]) -> None:
    def fill(workbook: Any) -> None:
        sheet = workbook.active
        sheet.append(["Sandoriai 2026"])
        sheet.merge_cells("A1:C1")
        for row in (["Klientas", "Sandoris", "Etapas"], ["UAB A", "Lentos", "lead"], [None, "Durys", "lead"]):
            sheet.append(row)
        sheet.append([None, "Tvora", "lead"])
        sheet.append(["UAB B", "Vartai", "lead"])
        sheet.merge_cells("A3:A5")

    outcome = book("deals", fill)
    assert (outcome.taken, outcome.created["companies"]) == (4, 2)
    companies = {company.id: company.name for company in desk.all(Company)}
    assert [companies[deal.company_id] for deal in desk.all(Deal)] == ["UAB A", "UAB A", "UAB A", "UAB B"]
    assert any("merged cells" in warning for warning in outcome.warnings)


def test_the_sheet_that_fits_is_taken(desk: Desk, book: Callable[..., Outcome]) -> None:
    def fill(workbook: Any) -> None:
        workbook.active.append(["Read me"])
        sheet = workbook.create_sheet("Klientai")
        sheet.append(["Įmonė", "Miestas"])
        sheet.append(["UAB A", "Kaunas"])

    outcome = book("companies", fill)
    assert outcome.taken == 1
    assert any('sheet "Klientai"' in warning for warning in outcome.warnings)


def test_formulas_without_a_value_are_named(book: Callable[..., Outcome]) -> None:
    def fill(workbook: Any) -> None:
        workbook.active.append(["title", "stage", "amount"])
        workbook.active.append(["A", "lead", "=1+1"])

    with pytest.raises(FileUnreadable, match="C2"):
        book("deals", fill)


@pytest.mark.parametrize("keep", [30, 1000, -200])
def test_a_file_that_is_cut_off_is_refused(desk: Desk, keep: int) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["name"])
    for number in range(2000):
        workbook.active.append([f"UAB {number}"])
    path = desk.folder / "cut.xlsx"
    workbook.save(path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(FileUnreadable, match="cut off"):
        import_file(desk.database, Kind.COMPANIES, path, TEAM, NOW)


def test_of_a_zip_the_file_of_that_kind_is_taken_and_without_one_it_is_refused(
    desk: Desk, tmp_path: Path
) -> None:
    import zipfile

    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("companies.csv", "name\nA\n")
    assert desk.take_file("companies", path).taken == 1
    with pytest.raises(FileUnreadable, match="ZIP"):
        desk.take_file("people", path)


def test_computed_formulas_are_taken_with_the_value_that_was_stored(desk: Desk) -> None:
    """openpyxl stores no values of formulas: this sheet is made by hand, as spreadsheet programs do."""
    import zipfile

    path = desk.folder / "book.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["title", "stage", "amount"])
    workbook.active.append(["A", "lead", 5])
    workbook.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    computed = sheet.replace(b'<c r="C2" t="n"><v>5</v></c>', b'<c r="C2"><f>2*5.5</f><v>11</v></c>')
    assert computed != sheet
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (parts | {"xl/worksheets/sheet1.xml": computed}).items():
            archive.writestr(name, content)
    assert desk.take_file("deals", path).taken == 1
    assert desk.all(Deal)[0].amount == Decimal(11)


def test_two_hundred_columns_of_a_sheet_are_no_trouble(desk: Desk, book: Callable[..., Outcome]) -> None:
    def fill(workbook: Any) -> None:
        workbook.active.append(["external_id", "name", *(f"extra {number}" for number in range(198))])
        for number in range(100):
            workbook.active.append([f"c{number}", f"Nr {number}", *["x" * 20] * 198])

    assert book("companies", fill).taken == 100
    assert desk.all(Company)[-1].name == "Nr 99"
