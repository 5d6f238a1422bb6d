"""`piltuvelis report` of effort, cost, capacity, process, customers and adoption, as programs read it."""

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.bot.calls import call

DEALS = """external_id,title,stage,company,amount,currency,owner,created_on,closed_on,competitor,stage_history
d1,Lentos,Laimėta,UAB A,1200,EUR,Rasa,2026-07-01,2026-08-10,,Užklausa:2026-07-01|Laimėta:2026-08-10
d2,Sija,Prarasta,UAB C,,,Rasa,2026-07-02,2026-08-20,Medistoras,Užklausa:2026-07-02|Prarasta:2026-08-20
d3,Langai,Pasiūlymas,UAB B,2000,EUR,Jonas,2026-08-01,,,Užklausa:2026-08-01|Pasiūlymas:2026-08-11
"""
ACTIVITIES = """external_id,kind,company,deal,owner,occurred_at,duration_min
a1,call,UAB A,d1,Rasa,2026-07-05 10:00,30
a2,visit,UAB A,d1,Rasa,2026-08-05 10:00,
a3,email,UAB C,d2,Rasa,2026-08-06 10:00,
a4,call,UAB B,d3,Jonas,2026-08-12 10:00,20
a5,meeting,UAB B,,Jonas,2026-08-13 10:00,
"""
CONFIG = """
[effort]
hourly_cost = "24.00"
selling_percent = 50

[[targets]]
period = "2026-Q4"
amount = "24000"
"""
KEYS = {
    "effort": ["group", "contacts", "minutes", "minutes_measured", "by_kind"],
    "cost": [
        *("group", "minutes", "cost", "closing_cost", "contacts", "cost_per_contact", "won_count"),
        *("cost_per_won", "new_customers", "cost_per_new_customer", "share_of_won"),
    ],
    "capacity": [
        *("group", "target", "won", "minutes_needed", "minutes_per_person", "people_now", "people_needed"),
        *("people_low", "people_high", "drivers"),
    ],
    "process": ["deal", "rep", "stage", "missing", "overdue_days"],
    "adoption": [
        *("rep", "active_days", "logs", "median_hours_to_log", "messages_per_log", "taps_per_log"),
        *("deals_with_next_step", "digests_opened"),
    ],
}


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three deals and five contacts in a database, and settings of effort."""
    for name in list(os.environ):
        if name.startswith("PILTUVELIS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    for name, text in (("deals.csv", DEALS), ("activities.csv", ACTIVITIES), ("config.toml", CONFIG)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert "3 taken" in call("import", "deals", "deals.csv").out
    assert "5 taken" in call("import", "activities", "activities.csv").out
    return tmp_path


def report(*arguments: str) -> Any:
    said = call("report", *arguments, "--format", "json")
    assert said.code == 0, said.err
    return json.loads(said.out)


def row_of(found: Any) -> Any:
    (row,) = found["rows"]
    return row


@pytest.mark.parametrize("name", KEYS)
def test_rows_have_the_keys_that_programs_rely_on(name: str, place: Path) -> None:
    found = report(name, "--period", "2026-Q3", "--as-of", "2026-09-15")
    assert set(found) == {"report", "as_of", "period", "currency", "filters", "rows", "totals", "notes"}
    assert all(list(row) == KEYS[name] for row in found["rows"])
    out = call("report", name, "--period", "2026-Q3", "--format", "csv").out
    assert next(csv.reader(out.splitlines())) == KEYS[name]


def test_effort_and_cost_are_the_files_figures() -> None:
    effort = report("effort", "--period", "2026-Q3", "--by", "rep")
    assert {row["group"]: (row["contacts"], row["minutes"]) for row in effort["rows"]} == {
        "Rasa": (3, 30 + 60 + 10),
        "Jonas": (2, 20 + 60),
    }
    assert effort["totals"]["minutes_measured"] == 50
    cost = row_of(report("cost", "--period", "2026-Q3"))
    # 24 € an hour: 180 minutes of contacts; the won deal took 90 minutes, the lost one 10
    assert [cost[key] for key in ("cost", "closing_cost", "cost_per_won", "cost_per_new_customer")] == [
        *("72.00", "40.00", "40.00", "40.00")
    ]
    assert (cost["cost_per_contact"], cost["won_count"], cost["new_customers"]) == ("14.40", 1, 1)
    assert cost["share_of_won"] == pytest.approx(40 / 1200, abs=1e-6)
    august = row_of(report("cost", "--period", "2026-08", "--as-of", "2026-08-15"))
    assert (august["minutes"], august["closing_cost"]) == (60 + 10 + 20 + 60, "36.00")


def test_customers_are_new_active_and_lost_to_whom() -> None:
    found = report("customers", "--period", "2026-Q3", "--as-of", "2026-09-15")
    assert found["totals"] == {"new": 1, "active": 1, "dormant": 0, "lost": 1}
    lost = next(row for row in found["rows"] if row["state"] == "lost")
    assert (lost["company"], lost["competitor"]) == ("UAB C", "Medistoras")
    later = report("customers", "--period", "2026-Q4", "--as-of", "2026-11-15")
    # A is silent for 102 days after a gap of 31, B for 94 after a gap of one
    assert later["totals"] == {"new": 0, "active": 0, "dormant": 2, "lost": 1}


def test_what_the_playbook_asks_of_an_open_deal_is_listed() -> None:
    found = row_of(report("process", "--period", "2026-Q3", "--as-of", "2026-09-15"))
    assert (found["deal"], found["rep"], found["stage"]) == ("Langai", "Jonas", "Pasiūlymas")
    assert (found["missing"], found["overdue_days"]) == (["proposal", "next_step"], 32)


def test_capacity_meets_the_configured_target() -> None:
    found = report("capacity", "--period", "2026-Q4", "--as-of", "2026-09-15")
    row = row_of(found)
    # 180 minutes for one won deal of 1,200 €: 24,000 € take 3,600; half of 8 hours on 63 working days
    assert (row["group"], row["target"], row["minutes_needed"]) == ("Pardavimai", "24000.00", 3600.0)
    assert row["minutes_per_person"] == 240.0 * 63
    assert row["people_needed"] == round(3600 / (240 * 63), 1)


def test_imported_contacts_are_nobodys_logs() -> None:
    assert report("adoption", "--period", "2026-Q3")["totals"]["logs"] == 0


@pytest.mark.parametrize("name", [*KEYS, "customers"])
def test_without_anything_each_report_says_something_true(name: str, tmp_path: Path) -> None:
    empty = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    found = report(name, "--database", empty)
    assert not [row for row in found["rows"] if row.get("contacts") or row.get("won_count")]
    assert call("report", name, "--database", empty).code == 0


def test_costs_are_never_made_up(place: Path) -> None:
    (place / "config.toml").unlink()
    found = report("cost", "--period", "2026-Q3")
    assert row_of(found)["cost"] is None
    assert "effort.hourly_cost" in found["notes"][0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[effort]\nhourly_cost = 0", "effort.hourly_cost"),
        ("[effort]\nhours_per_day = 25", "effort.hours_per_day"),
        ("[effort.minutes]\ncall = -1", "effort.minutes.call"),
        ("[effort.minutes]\nlunch = 60", "effort.minutes.lunch"),
        ("[customers]\nsilent_days = 0", "customers.silent_days"),
        ('[[targets]]\nperiod = "soon"\namount = 5', "targets[1].period"),
        ('[[targets]]\nperiod = "2026"\namount = 5\nteam = "A"\nmember = "B"', "targets[1].member"),
    ],
)
def test_a_mistaken_setting_is_named(line: str, said: str, place: Path) -> None:
    (place / "config.toml").write_text(line, encoding="utf-8")
    found = call("report", "effort")
    assert (found.code, found.out) == (1, "")
    assert said in found.err
