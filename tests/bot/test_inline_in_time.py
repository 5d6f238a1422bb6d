"""Whoever looks for a customer in a chat is answered while they wait, or not at all."""

import json
from datetime import timedelta

import pytest

from bot.clock import Clock
from bot.handlers import handle
from bot.incoming.handling import Handling, Offer
from core.storage import inbox
from core.storage.database import Database
from core.storage.directory_cache import DirectoryCache
from core.storage.inbox import Received
from tests.builders import TEAM, build_house

MANTAS = 501
QUERY = {
    "id": "9",
    "from": {"id": MANTAS, "is_bot": False, "first_name": "Mantas"},
    "query": "stat",
    "offset": "",
}


@pytest.mark.parametrize(
    ("waited", "is_answered"),
    [(timedelta(0), True), (timedelta(seconds=9), True), (timedelta(seconds=11), False)],
)
def test_a_query_that_waited_more_than_ten_seconds_is_done_without_an_answer(
    database: Database, waited: timedelta, is_answered: bool
) -> None:
    build_house(database).company("UAB Statyba")
    clock = Clock()
    update = Received(1, MANTAS, json.dumps({"update_id": 1, "inline_query": QUERY}))
    with database.writing() as session:
        inbox.store(session.connection(), 123456, [update], clock.now() - waited)
    with database.writing() as session:
        outcome = Handling(handle, TEAM, clock, DirectoryCache()).next_of(session, MANTAS)
    assert isinstance(outcome.answer, Offer) is is_answered
    with database.writing() as session:
        assert inbox.take(session.connection(), MANTAS, clock.now()) is None, "it is done either way"
