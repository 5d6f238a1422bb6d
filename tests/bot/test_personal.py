"""What is kept about a person is given whole, and erased so that not a word is left and no figure changes."""

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Enum, String, select

from bot.buttons.logged import Correct, Undo
from bot.buttons.packing import pack
from core.actions.reports.asking import GROUPINGS, REPORTS, ask_as_owner
from core.actions.reports.shape import Question
from core.exchange.personal.columns import JSON, NOT_PERSONAL, OWN, PLAIN
from core.exchange.personal.erasing import StillHasAccess, erase
from core.exchange.personal.forgetting import forgetting
from core.exchange.personal.giving import document
from core.exchange.personal.mentions import Mentions, within
from core.exchange.personal.subjects import NobodyCalledSo, SeveralCalledSo, Subject, find
from core.insights.period import Span
from core.model import (
    Base,
    Contact,
    InboxUpdate,
    Member,
    Operation,
    Person,
)
from core.reading.tokens import folded
from core.storage.database import Database
from tests.bot.personal_story import EMAIL, MANTAS, PHONE, RUTA, Chats, tell
from tests.builders import NOW, TEAM, House, build_house

CALLED = "Ištrintas asmuo 1"
WORDS = ("stankai", "34567", "jonas.stankaitis", "susilau", "brezinys-s", "zuvaut")
"""Of the person, without diacritics: name, number, address, what was said of them and what was sent."""


@pytest.fixture
def chats(house: House) -> Chats:
    return tell(house)


def the_person(house: House, who: str = "Jonas Stankaitis") -> Subject:
    with house.database.reading() as session:
        return find(session, who)


def erased(house: House, subject: Subject, called: str = CALLED) -> dict[str, int]:
    with forgetting(house.database) as session:
        return erase(session, subject, called, NOW).rows


def reports(house: House) -> str:
    """Every report, grouped in every way, a month later and as of today."""
    period = Span(NOW.date().replace(day=1), (NOW + timedelta(days=90)).date())
    found: dict[str, Any] = {}
    with house.database.reading() as session:
        for name in REPORTS:
            for by in (None, *GROUPINGS[name]):
                report = ask_as_owner(session, TEAM, NOW + timedelta(days=30), name, Question(period, by=by))
                found[f"{name} by {by}"] = [report.rows, report.totals, report.notes]
    return repr(found)


def files_of(house: House) -> bytes:
    """Everything that the database has on the disk."""
    path = Path(house.database.url.database or "")
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(f"{path.name}*")))


def contents(house: House) -> str:
    """All rows of all tables, as text."""
    with house.database.reading() as session:
        tables = Base.metadata.sorted_tables
        return "\n".join(repr(session.execute(select(table)).all()) for table in tables)


def plain(text: str) -> str:
    """Without diacritics and escapes, in small letters."""
    unescaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return folded(unescaped)


def test_nothing_of_an_erased_person_is_left_and_no_figure_changes(house: House, chats: Chats) -> None:
    before, words = reports(house), plain(contents(house))
    assert [word for word in WORDS if word not in words] == []
    rows = erased(house, the_person(house))
    assert rows.keys() >= {
        "contacts",
        "next_steps",
        "operations",
        "changes",
        "inbox",
        "outbox",
        "attachments",
    }
    left = plain(contents(house))
    assert [word for word in WORDS if word in left] == []
    assert reports(house) == before.replace("Stankaičio namas", "… namas")
    assert "petrait" in left, "somebody else of that first name stays"


def test_what_was_said_of_others_stays_and_what_was_done_can_still_be_taken_back(
    house: House, chats: Chats
) -> None:
    erased(house, the_person(house))
    with house.database.reading() as session:
        notes = list(session.scalars(select(Contact.note).where(Contact.note.is_not(None))))
        operation = session.scalars(select(Operation).where(Operation.name == "log")).first()
    assert notes == ["Skambinau Jonui Petraičiui iš Tilto, kad … patiko; rašyti …"]
    assert operation is not None
    for data in (pack(Undo(operation.id)), pack(Correct(operation.id))):
        chats.taps(MANTAS, data)
    chats.edits(MANTAS, operation.message_id or 0, "Skambinau Rimui iš Statybos 20 min")
    with house.database.reading() as session:
        assert session.scalars(select(InboxUpdate).where(InboxUpdate.failed_at.is_not(None))).all() == []
        assert session.scalars(select(Contact.note).order_by(Contact.id.desc())).first() == (
            "Skambinau Rimui iš Statybos 20 min"
        )


def test_somebody_of_the_same_surname_keeps_their_mentions(house: House, chats: Chats) -> None:
    company = house.company("UAB Brolis", "Petras Stankaitis")
    house.contact(NOW.date(), note="Petras Stankaitis sutinka, Jonas Stankaitis ne", company_id=company)
    erased(house, the_person(house))
    with house.database.reading() as session:
        assert session.get_one(Person, house.ids["UAB Brolis+person"]).name == "Petras Stankaitis"
        notes = session.scalars(select(Contact.note).where(Contact.company_id == company)).all()
    assert notes == ["Petras Stankaitis sutinka, … … ne"]


def test_a_colleague_who_left_is_erased_and_what_they_did_for_customers_stays(
    house: House, chats: Chats
) -> None:
    with pytest.raises(StillHasAccess):
        erased(house, the_person(house, "Mantas"))
    with house.database.writing() as session:
        session.get_one(Member, house.ids["Mantas"]).left_at = NOW
    told = json.dumps(given(house, "Mantas"), ensure_ascii=False)
    assert all(word in told for word in ("slapyvardis501", "susilaužė koją", "Fasado medžiagos"))
    before, called = reports(house), "Ištrintas kolega 1"
    chats.says(RUTA, "Skambinau Petraičiui iš Tilto, Mantas jau siuntė pasiūlymą")
    figures = reports(house)
    erased(house, the_person(house, "Mantas"), called)
    left = contents(house)
    assert [word for word in ("Mantas", "Mantui", "slapyvardis501", "Vardenis501") if word in left] == []
    assert "501" not in re.findall(r"\b\d{3}\b", left)
    assert "susilaužė koją" in left, "the customer's history is not theirs"
    assert reports(house) == figures.replace("'Mantas'", f"'{called}'") != before
    assert the_person(house, called).id == house.ids["Mantas"]


def given(house: House, who: str) -> dict[str, Any]:
    with house.database.reading() as session:
        return document(session, find(session, who), NOW)


def test_everything_that_is_kept_about_a_person_is_given(house: House, chats: Chats) -> None:
    told = given(house, "jonas  stankaitis")
    assert json.loads(json.dumps(told)) == told
    assert told["records"]["people"][0] | {"phone_end": ""} == {
        "id": 1,
        "name": "Jonas Stankaitis",
        "created_at": "2026-11-24T08:15:00Z",
        "company_id": 1,
        "external_id": None,
        "role": "Direktorius",
        "phone": PHONE,
        "phone_end": "",
        "email": EMAIL,
        "note": "Mėgsta žuvauti",
        "deleted_at": None,
    }
    records = told["records"]
    assert [deal["title"] for deal in records["deals"]] == ["Stankaičio namas"]
    assert [file["name"] for file in records["attachments"]] == ["brezinys-stankaiciui.pdf"]
    assert any("susilaužė koją" in (contact["note"] or "") for contact in records["contacts"])
    assert {step["kind"] for step in records["next_steps"]} >= {"call", "proposal"}
    assert {each["by"] for each in told["audit"]} == {None, "Mantas", "Rūta"}
    assert any("susilaužė koją" in json.dumps(each, ensure_ascii=False) for each in told["messages"])
    assert told["told"]
    assert told["names"]["member_id"] == {"1": "Mantas", "2": "Rūta"}


def test_somebody_is_found_by_name_or_number_and_never_guessed(house: House, chats: Chats) -> None:
    twin = house.company("UAB Kita", "Jonas Stankaitis")
    with house.database.reading() as session:
        assert find(session, "person:1").detail == "UAB Statyba"
        assert str(find(session, "MANTAS")) == "member:1 (Mantas, rep)"
        with pytest.raises(SeveralCalledSo) as several:
            find(session, "Jonas Stankaitis")
        for nobody in ("Jonas", "person:99", "person:x", ""):
            with pytest.raises(NobodyCalledSo):
                find(session, nobody)
    assert "person:1 (Jonas Stankaitis, UAB Statyba); person:3" in str(several.value.fields["known"])
    assert twin


NAMED = [
    ("Jonui Stankaičiui", "… …"),
    ("su Stankaičiu ir Jonu", "su … ir Jonu"),
    ("Stankaitis's offer, Stankaičių namas", "…'s offer, … namas"),
    ("Jono Petraičio", "Jono Petraičio"),
    ("tel. 861234567 arba 8-612-34567, +370 699 99999", "tel. … arba …, +370 699 99999"),
    ("JONAS.Stankaitis@statyba.lt", "…"),
    ("12 500 Eur, 2026-11-24 10:00", "12 500 Eur, 2026-11-24 10:00"),
]


@pytest.mark.parametrize(("said", "left"), NAMED)
def test_a_name_is_told_in_every_case(said: str, left: str) -> None:
    mentions = Mentions.of(["Jonas Stankaitis"], [PHONE], [EMAIL], alone=False)
    assert mentions.without(said) == left


def test_words_of_vocabularies_are_no_names() -> None:
    mentions = Mentions.of(["John Call"], alone=False)
    told = '{"kind":"call","text":"call","name":"Call it"}'
    assert within(told, mentions.without) == '{"kind":"call","text":"…","name":"… it"}'


def test_every_column_of_text_is_either_looked_through_or_known_to_be_about_nobody() -> None:
    listed = {(name, column) for each in (PLAIN, JSON, OWN) for name, some in each.items() for column in some}
    for name, text in NOT_PERSONAL.items():
        listed |= {(name, column) for column in text.partition(":")[0].split()}
    texts = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, String) and not isinstance(column.type, Enum)
    }
    assert texts == listed


def test_no_remains_are_left_in_the_files_of_the_database(sqlite_url: str) -> None:
    house = build_house(Database(sqlite_url))
    tell(house)
    assert b"Stankai" in files_of(house)
    erased(house, the_person(house))
    left = plain(files_of(house).decode("latin-1")) + plain(files_of(house).decode("utf-8", "ignore"))
    assert [word for word in WORDS if word in left] == []
    house.database.close()
