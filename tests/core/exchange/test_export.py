"""What goes out comes back unchanged: into the same database, and into an empty one."""

import csv
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from core.exchange.export import ExportRefused
from core.exchange.fields import FIELDS, Kind
from core.model import Base, Change, Company, Contact, Deal, Member, Person, Stage, StageChange
from core.storage.ledger import Ledger, add
from core.terms import Category, ContactKind, LostReason, Role
from tests.core.exchange.conftest import NOW, Desk

ALL = tuple(Kind)

RISKY = ["=1+1", "+370 600 00001", "-5", "@SUM(A1)", "'=1", "''-x", "'paprastas", "＝2", 'ir "kabutės"; ,\t|']


def fill(desk: Desk) -> dict[str, int]:
    """Records as imports and messages leave them, awkward ones among them; returns the ids of some."""
    ids: dict[str, int] = {}
    with desk.database.writing() as session:
        ledger = Ledger.begin(session, "log", NOW)

        def new(record: type[Base], key: str, /, **values: Any) -> None:
            born = {} if record is Member else {"created_at": NOW + timedelta(seconds=len(ids))}
            ids[key] = ledger.create(record, born | values)

        new(Member, "rasa", name="Rasa Rasaitė", role=Role.REP)
        new(Member, "other rasa", name="Rasa Rasaitė", role=Role.REP)
        new(Company, "a", name='UAB "Ąžuolas"', external_id="a1", segment="B2B", note="dvi\r\neilutės\rir\n")
        new(Company, "twin", name="Statyba")
        new(Company, "twin 2", name="Statyba", phone="+370 600 00002")
        new(Company, "same key", name="UAB „Statyba“")
        new(Company, "like an id", name="a1", external_id="z")
        for number, text in enumerate(RISKY):
            new(Company, f"risky {number}", name=f"Nr {number}", note=text, code=text, phone=text)
        new(Company, "spaced", name="  Tarpai  ", region="Gaižiūnai".replace("ž", "z\u030c"))
        new(Company, "gone", name="Ištrinta", deleted_at=NOW)
        new(Person, "jonas", name="Jonas Jonaitis", company_id=ids["a"], external_id="p1", role="vadovas")
        new(Person, "ona", name="Ona Onaitė", company_id=ids["twin 2"], phone="+37060000003")
        new(Person, "ona 2", name="Onaitė Ona", company_id=ids["twin 2"])
        new(Person, "free", name="Petras")
        new(Person, "of the gone", name="Likęs", company_id=ids["gone"])
        ledger.close()
    _fill_deals(desk, ids)
    return ids


def _fill_deals(desk: Desk, ids: dict[str, int]) -> None:
    stages = {stage.name: stage for stage in desk.all(Stage)}
    started = datetime(2026, 9, 1, 7, 30, 15, 250_000, tzinfo=UTC)

    def deal(name: str, moves: Sequence[str], **values: Any) -> None:
        path = [stages[move] for move in moves]
        times = [started + timedelta(days=9 * number) for number in range(len(moves))]
        born = {"created_on": date(2026, 9, 1), "created_at": started, "stage_entered_at": times[-1]}
        place = {"pipeline_id": path[-1].pipeline_id, "stage_id": path[-1].id}
        ids[name] = ledger.create(Deal, {"title": name, **born, **place, **values})
        for stage, at in zip(path, times, strict=True):
            add(
                session,
                StageChange,
                {"deal_id": ids[name], "to_stage_id": stage.id, "entered_at": at, "known_at": at},
            )

    with desk.database.writing() as session:
        ledger = Ledger.begin(session, "log", NOW)
        money = {"amount": Decimal("1.234"), "currency": "EUR"}
        deal("Lentos", ["Užklausa", "Derybos"], company_id=ids["twin"], owner_id=ids["other rasa"], **money)
        deal("Lentos ", ["Užklausa"], company_id=ids["twin"], category=Category.COMMIT, source="=mugė")
        ended = {"closed_on": date(2026, 9, 20), "external_id": "d3", "amount": Decimal("9999999999999.1234")}
        deal(
            "-5 % lentų", ["Užklausa", "Pasiūlymas", "Laimėta"], company_id=ids["a"], currency="USD", **ended
        )
        lost = {
            "closed_on": date(2026, 9, 10),
            "lost_reason": LostReason.COMPETITOR,
            "competitor": "+Rivalas",
        }
        deal("Tvora", ["Užklausa", "Prarasta"], company_id=ids["gone"], owner_id=ids["rasa"], **lost)
        deal("Perkelta", ["Lead", "Užklausa"], expected_close_on=date(2026, 12, 24))
        deal("Ištrintas", ["Užklausa"], deleted_at=NOW)
        undone = {
            "deal_id": ids["Lentos"],
            "to_stage_id": stages["Laimėta"].id,
            "entered_at": NOW,
            "known_at": NOW,
        }
        add(session, StageChange, undone | {"undone_at": NOW})
        for number, values in enumerate(_contacts(ids)):
            at = NOW - timedelta(days=number, microseconds=number)
            born = {"created_at": at, "occurred_at": at, "occurred_on": date(2026, 11, 1), "no_answer": False}
            ledger.create(Contact, {"kind": ContactKind.CALL, "by_id": ids["rasa"], **born, **values})
        ledger.close()


def _contacts(ids: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"company_id": ids["a"], "person_id": ids["jonas"], "deal_id": ids["-5 % lentų"], "duration_min": 15},
        {"company_id": ids["twin 2"], "person_id": ids["ona 2"], "note": "=skambinau\n+ dar"},
        {"person_id": ids["ona"], "by_id": ids["other rasa"], "external_id": "c3"},
        {"person_id": ids["free"], "deal_id": ids["Lentos"]},
        {"company_id": ids["twin"], "person_id": ids["jonas"], "kind": ContactKind.NOTE, "by_id": None},
        {"company_id": ids["gone"], "person_id": ids["of the gone"], "deal_id": ids["Ištrintas"]},
        {"company_id": ids["a"], "deleted_at": NOW},
    ]


@pytest.mark.parametrize("ending", ["zip", "xlsx"])
def test_an_export_into_the_same_database_changes_nothing(desk: Desk, ending: str) -> None:
    fill(desk)
    before = [len(desk.all(record)) for record in (Company, Person, Deal, Contact, Member, Change)]
    path = desk.give(ALL, f"all.{ending}")
    for kind in ALL:
        outcome = desk.take_file(kind, path)
        assert (outcome.taken, outcome.updated, outcome.skipped) == (0, 0, 0), (kind, outcome)
        assert outcome.unchanged > 0
        assert not outcome.created.total()
    assert [len(desk.all(record)) for record in (Company, Person, Deal, Contact, Member, Change)] == before


@pytest.mark.parametrize("ending", ["zip", "xlsx"])
def test_an_export_into_an_empty_database_gives_the_same_export(
    source: Desk, desk: Desk, ending: str
) -> None:
    fill(source)
    path = source.give(ALL, f"all.{ending}")
    for kind in ALL:
        outcome = desk.take_file(kind, path)
        assert (outcome.updated, outcome.skipped) == (0, 0), (kind, outcome.problems)
        assert outcome.taken > 0
    for kind in ALL:
        assert desk.give([kind], f"{kind}.csv").read_text() == source.give([kind], f"{kind}.csv").read_text()
    assert desk.give(ALL, f"again.{ending}").read_bytes() == path.read_bytes()


def test_an_export_has_the_columns_of_an_import_and_leaves_out_what_was_deleted(desk: Desk) -> None:
    ids = fill(desk)
    for kind in ALL:
        rows = _rows(desk.give([kind], f"{kind}.csv"))
        assert tuple(rows[0]) == FIELDS[kind]
    assert "Ištrinta" not in (desk.folder / "companies.csv").read_text(encoding="utf-8")
    assert [row["title"] for row in _rows(desk.folder / "deals.csv")][-1] == "Perkelta"
    names = {
        row["external_id"].rpartition("-")[0] or row["external_id"]
        for row in _rows(desk.folder / "companies.csv")
    }
    assert {"a1", f"piltuvelis-{ids['twin']}"} <= names


def test_a_text_is_never_taken_for_a_formula_and_comes_back_exactly(source: Desk, desk: Desk) -> None:
    fill(source)
    path = source.give([Kind.COMPANIES], "companies.csv")
    cells = [row["note"] for row in _rows(path) if row["name"].startswith("Nr ")]
    assert cells == [
        "'=1+1",
        "'+370 600 00001",
        "'-5",
        "'@SUM(A1)",
        "''=1",
        "'''-x",
        *RISKY[6:7],
        "'＝2",
        RISKY[8],
    ]
    desk.take_file("companies", path)
    taken = [company for company in desk.all(Company) if company.name.startswith("Nr ")]
    assert [(each.note, each.code, each.phone) for each in taken] == [(text,) * 3 for text in RISKY]


def test_the_history_of_a_deal_goes_out_and_comes_in_move_by_move(source: Desk, desk: Desk) -> None:
    fill(source)
    path = source.give([Kind.DEALS], "deals.csv")
    rows = _rows(path)
    assert (
        rows[0]["stage_history"] == "Užklausa:2026-09-01T07:30:15.250000Z|Derybos:2026-09-10T07:30:15.250000Z"
    )
    assert rows[4]["stage_history"].startswith("Prekyba / Lead:2026-09-01T")
    assert (rows[3]["closed_on"], rows[3]["lost_reason"], rows[3]["competitor"]) == (
        "2026-09-10",
        "competitor",
        "'+Rivalas",
    )
    desk.take_file("deals", path)
    moves = [(move.deal_id, move.entered_at) for move in source.all(StageChange) if move.undone_at is None]
    living = {deal.id for deal in source.all(Deal) if deal.deleted_at is None}
    assert [move.entered_at for move in desk.all(StageChange)] == [at for deal, at in moves if deal in living]
    assert [deal.stage_entered_at for deal in desk.all(Deal)] == [
        deal.stage_entered_at for deal in source.all(Deal) if deal.id in living
    ]


def test_an_id_of_ours_means_nothing_in_another_database(source: Desk, desk: Desk) -> None:
    source.take("companies", "name\nFernby\n")
    path = source.give([Kind.COMPANIES], "companies.csv")
    with source.database.writing() as session:
        session.execute(update(Company).values(created_at=NOW - timedelta(days=1)))
    outcome = source.take("companies", path.read_bytes().replace(b"Fernby", b"Oak"))
    assert outcome.taken == 1
    assert [company.name for company in source.all(Company)] == ["Fernby", "Oak"]


def test_an_export_that_fails_leaves_the_older_file_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.folder / "companies.xlsx"
    path.write_bytes(b"older")
    desk.take("companies", f"name,note\nFernby,{'x' * 40_000}\n")
    with pytest.raises(ExportRefused, match="40,000 characters"):
        desk.give([Kind.COMPANIES], "companies.xlsx")
    assert path.read_bytes() == b"older"
    assert not [file for file in desk.folder.iterdir() if file.name.endswith(".draft")]
    with pytest.raises(ExportRefused, match="could not be written"):
        desk.give([Kind.COMPANIES], "nowhere/companies.csv")
    assert len(_rows(desk.give([Kind.COMPANIES], "companies.csv"))) == 1


def test_characters_that_xml_cannot_hold_survive_a_spreadsheet(source: Desk, desk: Desk) -> None:
    notes = ["bell \x07 x", "literal _x0007_ x", "_x005F_", "a\rb\r\nc", "\ufffe", "#N/A", "00123", "TRUE"]
    with source.database.writing() as session:
        for number, note in enumerate(notes):
            add(session, Company, {"name": f"Nr {number}", "note": note, "created_at": NOW})
    desk.take_file("companies", source.give([Kind.COMPANIES], "companies.xlsx"))
    assert [company.note for company in desk.all(Company)] == notes


def test_the_public_sales_data_comes_back_as_it_went_out(source: Desk, desk: Desk, shared: Path) -> None:
    content = (shared / "data" / "crm-sales" / "sales_pipeline.csv").read_bytes()
    source.take("deals", content, values={"stage": {"Engaging": "qualified", "Prospecting": "lead"}})
    path = source.give([Kind.DEALS], "out.csv")
    again = source.take_file("deals", path)
    assert (again.unchanged, again.changes) == (8800, False)
    outcome = desk.take_file("deals", path)
    assert (outcome.taken, outcome.warnings["deals without a company"]) == (8800, 1425)
    assert desk.give([Kind.DEALS], "again.csv").read_bytes() == path.read_bytes()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
