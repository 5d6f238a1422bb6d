"""Files that Telegram gives to no bot are kept by their id, and said to be big."""

import pytest

from core.actions.files import File, attach, send
from core.actions.intent import Intent
from core.actions.work import Source
from core.notices.files import Attached, SentFile
from core.storage.files import Holder
from core.terms import ContactKind
from tests.builders import NOW, House

MB = 2**20


@pytest.mark.parametrize(("size", "said"), [(None, 0), (20 * MB, 0), (20 * MB + 1, 20), (48 * MB, 48)])
def test_a_file_is_said_to_be_big_over_the_limit_and_sent_again_by_its_id(
    house: House, size: int | None, said: int
) -> None:
    company = house.company("UAB Statyba")
    house.log(Intent(text="", said_at=NOW, kind=ContactKind.CALL, company_id=company, occurred_on=NOW.date()))
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        file = File("document", "id-7", "u7", "planas.zip", size)
        attach(work, mantas, file, Source(501, 9, NOW), None, None)
        send(work, mantas, Holder(company_id=company), 501)
        told, again = (posted.notice for posted in work.posted)
    assert isinstance(told, Attached)
    assert told.big_mb == said
    assert isinstance(again, SentFile)
    assert again.file_id == "id-7"
