"""The clauses about one customer with what they tell."""

from dataclasses import dataclass
from typing import NamedTuple

from core.reading.grammar.acts import Act
from core.reading.grammar.text import Clause
from core.reading.names.mention import Mention
from core.reading.rivals import Rival


class Part(NamedTuple):
    """A clause with its acts."""

    clause: Clause
    acts: list[Act]


@dataclass(slots=True)
class Topic:
    """The clauses about one customer, and the names in them."""

    parts: list[Part]
    mentions: list[Mention]
    rival: Rival | None = None
