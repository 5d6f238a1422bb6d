"""Nobody is told of what they use already, however they use it: by a button, a place or a person's card."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from bot.buttons.agenda import ShowAgenda, ShowPromises
from bot.buttons.capture import LogKind
from bot.buttons.deals import ShowDeals
from bot.buttons.find import ShowBrief
from bot.buttons.packing import Button, pack
from bot.handlers import handle
from bot.incoming.shapes import Update
from core.actions import tips
from core.actions.log import log_message
from core.actions.work import Source, Work
from core.model import Member
from core.notices import Logged
from tests.builders import NOW, House

CHAT = 501
PLACE = {"location": {"latitude": 54.7, "longitude": 25.3}}
CARD = {"contact": {"phone_number": "+37061200777", "first_name": "Tomas"}}


def wrote(said: dict[str, Any]) -> Update:
    sender = {"id": CHAT, "is_bot": False, "first_name": "Mantas"}
    message = {"message_id": 9, "date": int(NOW.timestamp()), "chat": {"id": CHAT, "type": "private"}}
    return msgspec.convert({"update_id": 1, "message": message | {"from": sender} | said}, Update)


def tapped(button: Button) -> Update:
    sender = {"id": CHAT, "is_bot": False, "first_name": "Mantas"}
    message = {"message_id": 9, "date": int(NOW.timestamp()), "chat": {"id": CHAT, "type": "private"}}
    query = {"id": "1", "from": sender, "message": message, "data": pack(button)}
    return msgspec.convert({"update_id": 1, "callback_query": query}, Update)


def tips_of_a_week(house: House) -> set[str | None]:
    """What somebody is told of who logs on each day of the first week, all tips but those of writing."""
    shown = set()
    for day in range(7):
        now = NOW + timedelta(days=day)
        with house.work(now) as work:
            log_message(
                work, mantas(work, house), f"Skambinau Statybai {day + 5} min", Source(CHAT, day, now)
            )
            notice = work.posted[0].notice
            assert isinstance(notice, Logged)
            shown.add(notice.tip)
    return shown


def mantas(work: Work, house: House) -> Member:
    return house.member(work, "Mantas")


USES = [
    (wrote(PLACE), "location"),
    (wrote(CARD), "contact"),
    (tapped(ShowAgenda(0)), "today"),
    (tapped(ShowDeals("")), "deals"),
    (tapped(ShowPromises("ours", 0)), "promises"),
    (tapped(LogKind("call", "")), "log"),
    (tapped(ShowBrief(1)), "brief"),
]


@pytest.mark.parametrize(("does", "feature"), USES)
def test_a_tip_comes_until_it_is_used_and_never_after(house: House, does: Update, feature: str) -> None:
    house.company("UAB Statyba")
    with house.work() as work:
        for other in [tip for tip in tips.TIPS if tip != feature][:5]:
            tips.used(work, mantas(work, house), other)
        handle(does, work)
    assert feature not in tips_of_a_week(house)


def test_a_button_that_did_nothing_is_no_use(house: House) -> None:
    with house.work() as work:
        handle(tapped(ShowBrief(999)), work)
    assert "brief" in tips_of_a_week(house)
