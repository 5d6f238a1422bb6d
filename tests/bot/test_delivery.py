"""Order and pace of what goes out, and the text that is left when Telegram refuses the formatting."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.plain import plain_text
from bot.ratelimit import CHAT_BURST, GLOBAL_BURST, PERSON_BURST, PERSON_PER_S, Pace, Patience
from core.actions.work import TeamSettings, Work
from core.notices import LanguageChoice
from core.reading.directory import Directory
from core.storage import outbox
from core.storage.database import Database
from core.storage.outbox import LEASE, Delayed, Failed, Sent

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("formatted", "plain"),
    [
        ("<b>Jonas</b> &amp; <i>Co</i>", "Jonas & Co"),
        ('<a href="https://x.lt">x</a> 5 &lt; 6', "x 5 < 6"),
        ("<b>open", "open"),
        ("a < b > c", "a < b > c"),
        ("", "…"),
        ("<b></b>", "…"),
        ("ž" * 5000, "ž" * 4096),
    ],
)
def test_plain_text_is_what_a_reader_would_see(formatted: str, plain: str) -> None:
    assert plain_text(formatted) == plain


class Watch:
    """A clock that is moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_answers_are_not_slowed_down() -> None:
    pace = Pace(Watch())
    for _ in range(500):
        pace.heard(1)
    assert {pace.wait_s(1) for _ in range(500)} == {0.0}


def test_own_letters_to_a_chat_come_one_a_second_after_a_burst() -> None:
    watch = Watch()
    pace = Pace(watch)
    watch.now = 100.0
    waits = []
    for _ in range(int(CHAT_BURST) + 3):
        watch.now += 0.1
        waits.append(pace.wait_s(1))
    assert waits[:20] == [0.0] * 20
    watch.now += 1000
    assert pace.wait_s(1) == 0.0


def test_letters_to_everybody_come_thirty_a_second_at_most() -> None:
    pace = Pace(Watch())
    waits = [pace.wait_s(chat) for chat in range(int(GLOBAL_BURST) + 28)]
    assert waits[: int(GLOBAL_BURST)] == [0.0] * int(GLOBAL_BURST)
    assert waits[-1] == pytest.approx(1.0, abs=0.05)


def test_chat_that_telegram_found_too_fast_loses_its_burst() -> None:
    watch = Watch()
    pace = Pace(watch)
    pace.heard(1)
    pace.slow(1)
    assert pace.wait_s(1) == pytest.approx(1.0)
    assert pace.wait_s(2) == 0.0


def test_hold_is_for_everybody() -> None:
    watch = Watch()
    pace = Pace(watch)
    pace.hold(30)
    pace.heard(1)
    assert pace.wait_s(1) == 30
    watch.now = 31
    assert pace.wait_s(2) == 0


def test_what_piles_up_of_one_chat_is_taken_at_a_steady_pace_after_a_burst() -> None:
    watch = Watch()
    patience = Patience(watch)
    waits = [patience.wait_s(1) for _ in range(int(PERSON_BURST) + 1)]
    assert waits == [0.0] * int(PERSON_BURST) + [pytest.approx(1 / PERSON_PER_S)]
    assert patience.wait_s(2) == 0.0
    watch.now = 60.0
    assert patience.wait_s(1) == 0.0


def test_letters_of_a_chat_are_claimed_in_order(database: Database) -> None:
    first, second, _ = _post(database, 1, 1, 2)
    assert _claim(database, 1) == [first, second]


def test_leased_letters_hold_back_the_rest_until_the_lease_is_over(postgresql_url: str) -> None:
    database = Database(postgresql_url)
    (first,) = _post(database, 1)
    assert _claim(database, 1) == [first]
    (second,) = _post(database, 1)
    assert _claim(database, 1) == []
    assert _claim(database, 1, NOW + LEASE) == [first, second]
    database.close()


def test_letter_that_is_put_off_holds_back_its_chat_only(database: Database) -> None:
    first, second, other = _post(database, 1, 1, 2)
    later = NOW + timedelta(seconds=7)
    _settle(database, Delayed(first, 1, 1, later, "RetryAfter"))
    assert _claim(database, 1) == []
    assert _claim(database, 2) == [other]
    assert _waiting(database, NOW) == ([2] if database.is_sqlite else [])
    assert 1 in _waiting(database, later)
    assert _claim(database, 1, later) == [first, second]


def test_settled_letters_are_not_claimed_again(database: Database) -> None:
    first, second, third = _post(database, 1, 1, 1)
    _settle(database, Sent(first, 1, 77), Failed(second, 1, "Forbidden: bot was blocked", blocked=True))
    assert _claim(database, 1) == [third]


def _post(database: Database, *chats: int) -> list[int]:
    with database.writing() as session:
        work = Work(session, NOW, TeamSettings(), Directory())
        for chat_id in chats:
            work.post(chat_id, LanguageChoice())
        return [each.id for each in work.posted]


def _claim(database: Database, chat_id: int, now: datetime = NOW) -> list[int]:
    with database.writing() as session:
        return [letter.id for letter in outbox.claim(session.connection(), chat_id, now, "lt")]


def _settle(database: Database, *results: outbox.Result) -> None:
    with database.writing() as session:
        outbox.settle(session.connection(), results, NOW)


def _waiting(database: Database, now: datetime) -> list[int]:
    with database.writing() as session:
        return list(outbox.chats_waiting(session.connection(), now))
