"""Everything that a person can write, send or tap, and what comes by itself, aimed at given records."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from bot.buttons.packing import CODES
from bot.handlers import handle
from bot.handlers.commands import COMMANDS
from bot.incoming.shapes import Update, update_from
from core.actions.routines import TELLS, Occasion
from core.actions.work import Work
from core.model import Member
from core.terms import RoutineKind
from tests.bot.guarding import tap_of, ways
from tests.builders import NOW

WAYS = 2
"""So many ways to fill each kind of button's fields, with the records of each owner."""

MESSAGES = (
    "Skambinau Jonui iš Statybos 15 min, nori pasiūlymo 12k, perskambinti penktadienį 10:00",
    "Visited Statyba 40 min, wants an offer for 14k by Friday",
    "Statyba laimėjom",
    "Statyba pralaimėjom, per brangu, ima iš Konkurento",
    "Statyba: derybos, 14 tūkst., sutartis gruodžio 10",
    "Statyba Slaptas fasadas 15k",
    "Statyba užsakė už 900 eur",
    "Ordered 12 t, Statyba",
    "Jonas neatsiliepė, rytoj",
    "degalai 45 €, 42 km",
    "UAB Naujas klientas, Petras, 861234567, susitikimas rytoj 9",
    "Aplankiau Statybą ir skambinau Jonui, abu nori pasiūlymo",
    "ne Jonas, Petras",
    "išvykau",
)
WORDS_AFTER = ("", " Statyba")
SENT: tuple[dict[str, Any], ...] = (
    {"location": {"latitude": 54.7, "longitude": 25.3}},
    {"contact": {"phone_number": "+37061234567", "first_name": "Jonas"}},
    {"photo": [{"file_id": "a", "file_unique_id": "b"}], "caption": "Statyba brėžinys"},
    {"photo": [{"file_id": "a", "file_unique_id": "b"}]},
)

Act = Callable[[Work], None]


How = Callable[[int, list[dict[str, int]]], Iterator[tuple[str, Act]]]


def taps(telegram_id: int, targets: list[dict[str, int]]) -> Iterator[tuple[str, Act]]:
    """Every button, aimed at each of the targets in turn; each has a name."""
    for code, kind in sorted(CODES.items()):
        for ids in targets:
            for data in ways(kind, ids, WAYS):
                yield f"{code} {data}", partial(handle, tap_of(telegram_id, data))


def messages(telegram_id: int, _targets: list[dict[str, int]]) -> Iterator[tuple[str, Act]]:
    """Every command, messages of each kind, and every routine."""
    for command in COMMANDS:
        for words in WORDS_AFTER:
            yield f"/{command}{words}", partial(handle, _message(telegram_id, text=f"/{command}{words}"))
    for text in MESSAGES:
        yield text, partial(handle, _message(telegram_id, text=text))
        answer = _message(telegram_id, text=text, reply_to_message={"message_id": 7})
        yield f"in reply: {text}", partial(handle, answer)
    for sent in SENT:
        yield f"sent {sent}", partial(handle, _message(telegram_id, **sent))
    for words in ("", "Stat", "Jon"):
        yield f"inline {words}", partial(handle, _inline(telegram_id, words))
    for routine in RoutineKind:
        yield f"routine {routine}", partial(_routine, telegram_id, routine)


def _person(telegram_id: int) -> dict[str, Any]:
    return {"id": telegram_id, "is_bot": False, "first_name": "P"}


def _message(telegram_id: int, **what: Any) -> Update:
    chat = {"id": telegram_id, "type": "private", "first_name": "P"}
    message = {"message_id": 900, "date": int(NOW.timestamp()), "chat": chat, "from": _person(telegram_id)}
    return update_from(json.dumps({"update_id": 1, "message": message | what}))


def _inline(telegram_id: int, words: str) -> Update:
    query = {"id": "1", "from": _person(telegram_id), "query": words, "offset": ""}
    return update_from(json.dumps({"update_id": 1, "inline_query": query}))


def _routine(telegram_id: int, kind: RoutineKind, work: Work) -> None:
    member = work.session.query(Member).filter_by(telegram_id=telegram_id).one()
    notice = TELLS[kind](work, Occasion(member, kind, work.now, None))
    if notice is not None:
        work.post(telegram_id, notice, to=member)
