"""A salesperson's records that others must not see, and others who try every button on them."""

import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.buttons.packing import Button, pack
from bot.incoming.shapes import Update, update_from
from core.actions.intent import Intent, Plan
from core.model import Attachment, Member
from core.storage.ledger import add, put
from core.terms import ContactKind, Role, StepKind
from tests.builders import NOW, House

SECRETS = ("Slaptas fasadas", "98765", "slapta pastaba", "slaptas žingsnis", "slaptas-failas")
"""Of the salesperson's deal, contact, step and file: nobody else's phone may show them."""

MORE_PEOPLE = (("Birutė", Role.MANAGER, "Kaunas", 506), ("Lukas", Role.REP, "Vilnius", 507))

TRIED = 25
"""Ways to fill a button's fields that are tried of each kind, the same in each run."""

WORDS = ("", "today", "card", "deal", "company", "kind", "none", "0", "other", "won", "price", "2026-11-25")


def guard(house: House) -> dict[str, int]:
    """What is Mantas', by what it is. In the team are a manager elsewhere and one who left besides."""
    company = house.company("UAB Statyba", "Jonas Stankaitis")
    deal = house.deal(company, "Slaptas fasadas", amount=Decimal(98765), currency="EUR")
    plan = Plan(kind=StepKind.CALL, on=NOW.date(), text="slaptas žingsnis")
    intent = Intent(
        text="slapta pastaba",
        said_at=NOW,
        kind=ContactKind.CALL,
        company_id=company,
        occurred_on=NOW.date(),
        plans=[plan],
    )
    written = house.log(intent)
    with house.database.writing() as session:
        file = {"kind": "photo", "file_id": "slaptas-failas", "file_unique_id": "u", "created_at": NOW}
        of = {"by_id": house.ids["Mantas"], "company_id": company, "contact_id": written.contact_id}
        attachment = add(session, Attachment, file | of)
        for name, role, team, number in MORE_PEOPLE:
            values = {"name": name, "role": role, "telegram_id": number, "team_id": house.ids[team]}
            house.ids[name] = add(session, Member, values | {"language": "lt", "joined_at": NOW})
        left = session.get(Member, house.ids["Lukas"])
        assert left is not None
        put(session, left, {"left_at": NOW - timedelta(days=1)})
    return {
        "deal": deal,
        "company": company,
        "person": house.ids["UAB Statyba+person"],
        "contact": written.contact_id or 0,
        "step": written.steps[0].id,
        "operation": written.operation_id,
        "member": house.ids["Mantas"],
        "attachment": attachment,
    }


def tap_of(telegram_id: int, data: str) -> Update:
    """A tap as Telegram tells of it; the data may be forged."""
    user = {"id": telegram_id, "is_bot": False, "first_name": "P"}
    chat = {"id": telegram_id, "type": "private", "first_name": "P"}
    message = {"message_id": 7, "date": int(NOW.timestamp()), "chat": chat, "text": "card"}
    query = {"id": "1", "from": user, "message": message, "chat_instance": "1", "data": data}
    return update_from(json.dumps({"update_id": 1, "callback_query": query}))


def ways(kind: type[Button], ids: dict[str, int], tried: int = TRIED) -> Iterator[str]:
    """Callback data of the kind that name the guarded records."""
    choices: list[list[Any]] = []
    for field in fields(kind):  # type: ignore[arg-type]
        if field.type is int:
            own = ids.get(field.name.removesuffix("_id"))
            choices.append([own] if own is not None else [*ids.values(), 0])
        else:
            choices.append([*WORDS, *(str(each) for each in ids.values()), f"d{ids['deal']}"])
    every = list(itertools.islice(itertools.product(*choices), 20_000))
    chosen = random.Random(len(every)).sample(every, min(tried, len(every)))
    for values in chosen:
        try:
            yield pack(kind(*values))
        except ValueError:
            continue  # longer than Telegram lets through
