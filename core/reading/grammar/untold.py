"""A step that no verb tells: a price asked for with "how much"."""

from core.reading.grammar.act import Act
from core.reading.grammar.modes import Mode
from core.reading.grammar.text import Clause


def asked_price(clause: Clause, before: Clause | None) -> list[Act]:
    """What somebody asked before a comma: "klausė Rūta, kiek kainuotų servisas"."""
    asked = before.verb("ask") if before is not None else None
    theirs = asked is not None and (asked.language, asked.person, asked.denied) == ("lt", 3, False)
    price = next((s for s in clause.all("thing") if s.value == "offer" and s.last - s.first > 1), None)
    if not theirs or price is None or price.first != clause.first or clause.verbs:
        return []
    return [Act("proposal", Mode.ASKED, price.first, price.last, False, True, "offer")]
