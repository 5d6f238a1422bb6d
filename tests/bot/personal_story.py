"""A customer's person of whom much was said in chats, and others who are called alike."""

import json
from datetime import datetime
from decimal import Decimal
from itertools import count
from typing import Any

from sqlalchemy import select, update

from bot.clock import Clock
from bot.handlers import handle
from bot.incoming.handling import Handling
from core.model import Company, Deal, OutboxMessage, Person
from core.storage import inbox
from core.storage.directory_cache import DirectoryCache
from core.storage.inbox import Received
from tests.builders import NOW, TEAM, House

PHONE, EMAIL = "+370 612 34567", "jonas.stankaitis@statyba.lt"
MANTAS, RUTA, AISTE = 501, 502, 504


class Chats:
    """What people write, kept as Telegram sends it and handled as the bot does; letters are sent."""

    def __init__(self, house: House) -> None:
        self.house, self._numbers = house, count(1)
        self._handling = Handling(handle, TEAM, _Still(), DirectoryCache())

    def says(self, person: int, text: str = "", **more: Any) -> int:
        number = next(self._numbers)
        said = {"text": text} if text else {}
        self._comes(person, number, {"message": said | more})
        return number

    def edits(self, person: int, number: int, text: str) -> None:
        self._comes(person, number, {"edited_message": {"text": text}})

    def taps(self, person: int, data: str) -> None:
        card = {"message_id": 1000, "date": int(NOW.timestamp()), "chat": {"id": person, "type": "private"}}
        user = {"id": person, "is_bot": False, "first_name": "V"}
        query = {"id": "1", "from": user, "message": card, "chat_instance": "1", "data": data}
        self._handled(person, {"update_id": next(self._numbers), "callback_query": query})

    def _comes(self, person: int, number: int, update_: dict[str, Any]) -> None:
        user = {
            "id": person,
            "is_bot": False,
            "first_name": f"Vardenis{person}",
            "username": f"slapyvardis{person}",
        }
        chat = {"id": person, "type": "private", "first_name": f"Vardenis{person}"}
        common = {"message_id": number, "date": int(NOW.timestamp()), "chat": chat, "from": user}
        told = {kind: common | what for kind, what in update_.items()}
        self._handled(person, {"update_id": next(self._numbers)} | told)

    def _handled(self, person: int, raw: dict[str, Any]) -> None:
        arrival = Received(update_id=raw["update_id"], chat_id=person, payload=json.dumps(raw))
        with self.house.database.writing() as session:
            inbox.store(session.connection(), 1, [arrival], NOW)
        with self.house.database.writing() as session:
            self._handling.next_of(session, person)
            sent = update(OutboxMessage).where(OutboxMessage.sent_at.is_(None))
            session.execute(sent.values(sent_at=NOW, message_id=OutboxMessage.id + 1000))


class _Still(Clock):
    def now(self) -> datetime:
        return NOW


def tell(house: House) -> Chats:
    """A customer's person of whom much was said, and others who are called alike."""
    statyba = house.company("UAB Statyba", "Jonas Stankaitis")
    house.company("UAB Tiltas", "Jonas Petraitis")
    house.deal(statyba, "Fasado medžiagos", amount=Decimal(500), currency="EUR")
    with house.database.writing() as session:
        person = session.scalars(select(Person).where(Person.name == "Jonas Stankaitis")).one()
        person.phone, person.email, person.note, person.role = PHONE, EMAIL, "Mėgsta žuvauti", "Direktorius"
        session.get_one(Company, statyba).phone = PHONE
    private = house.deal(
        statyba, "Stankaičio namas", person_id=person.id, stage="Derybos", amount=Decimal(70), currency="EUR"
    )
    with house.database.writing() as session:
        session.get_one(Deal, private).company_id = None
    chats = Chats(house)
    chats.says(
        MANTAS,
        "Skambinau Jonui Stankaičiui 15 min, susilaužė koją, nori pasiūlymo 12k, rytoj skambinti 10:00",
    )
    number = chats.says(MANTAS, "Buvau pas Stankaitį iš Statybos 40 min, jo tel. 8 612 34567")
    chats.edits(MANTAS, number, "Buvau pas Stankaitį iš Statybos 45 min, jo tel. 8 612 34567")
    chats.says(
        RUTA,
        "Skambinau Jonui Petraičiui iš Tilto, kad Stankaičiui patiko; rašyti jonas.stankaitis@statyba.lt",
    )
    chats.says(MANTAS, location={"latitude": 54.6789, "longitude": 25.2797})
    chats.says(MANTAS, "Stankaitis")
    file = {"file_id": "f1", "file_unique_id": "u1", "file_name": "brezinys-stankaiciui.pdf"}
    chats.says(MANTAS, caption="Stankaičio brėžinys", document=file)
    chats.says(MANTAS, "Jonas Stankaitis laimėta 9000")
    return chats
