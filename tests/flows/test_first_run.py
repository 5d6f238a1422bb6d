"""From the invite link to the first log in three interactions, over HTTP."""

from datetime import UTC, datetime

from core.actions.invites import invite
from core.storage.database import Database
from core.terms import Role
from tests.flows.conftest import rows_of
from tests.flows.office import STRANGER, Office


async def test_invite_language_and_one_tap_and_one_is_ready(office: Office) -> None:
    database = Database(office.url)
    with database.writing() as session:
        payload = invite(session, datetime(2027, 11, 23, tzinfo=UTC), Role.REP, name="Greta").payload
    database.close()
    phone = office.phone(STRANGER)
    await phone.say(f"/start {payload}")
    await office.tap(STRANGER, await office.told(STRANGER, "Greta"), "English")
    exercise = await office.told(STRANGER, "Called Anna at Example")
    await office.tap(STRANGER, exercise, "Send it for me")
    card = await office.told(STRANGER, "It was an exercise")
    assert card["message_id"] == exercise["message_id"]
    assert "Anna Sample, Example Ltd" in card["text"]
    assert rows_of(office.url, "SELECT id FROM companies WHERE name LIKE 'Example%'") == []
    await phone.say("Called Jonas at Statyba for 5 min")
    assert "Jonas Stankaitis" in (await office.told(STRANGER, "call, 5 min"))["text"]
    assert len(rows_of(office.url, "SELECT id FROM contacts")) == 1
