"""Offers that are with the customer, told without a verb of sending: "offer is out to Jonas"."""

from core.reading.grammar.act import Act
from core.reading.grammar.modes import Mode
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause

_FAR_OUT = 6
"""So many words may stand before it is out: "quote for 9,800 off to Tiltas"."""


def offers_out(clause: Clause) -> list[Act]:
    """An offer that is with the customer, told without a verb of sending: "offer is out to Jonas"."""
    offer = next((s for s in clause.all("thing") if s.value == "offer"), None)
    reach = _FAR_OUT if offer is not None and not clause.verbs else 0
    out = next((s for s in clause.all("out") if offer and 0 <= s.first - offer.last <= reach), None)
    held = max(
        (s for s in clause.all("held") if offer and s.value == "word" and _is_held(s, offer, clause)),
        key=lambda s: s.last - s.first,
        default=None,
    )
    if held is not None and any(v.first == held.first and v.tense in {"cond", "fut"} for v in clause.verbs):
        return [Act("proposal", Mode.PLAN, held.first, held.last, False, True, "offer")]
    inside = range(held.first, held.last) if held else range(0)
    beside = all(
        not v.denied and ((v.concepts <= {"be"} and v.tense in {"past", "pres"}) or v.first in inside)
        for v in clause.verbs
    )
    within = {s.first for s in (*clause.all("internal"), *clause.all("colleague"))}
    if out is not None and out.last in within:
        return []  # "the offer is with the board"
    if offer is None or not (out or held) or not beside or clause.has("if") or clause.has("negative"):
        return []
    if out is None:
        return [Act("proposal", Mode.DONE, offer.first, offer.last, False, True, "offer")]
    return [Act("proposal", Mode.DONE, offer.first, out.last, False, True, "offer")]


def _is_held(held: Sign, offer: Sign, clause: Clause) -> bool:
    """Whether a customer has our offer: "Jonas has our quote"; not in "has an offer from Medstoras"."""
    theirs = clause.has("held", "hands")
    from_us = any(s.first >= offer.last for s in clause.all("from_us"))
    known = [m.last for m in clause.mentions if m.is_known or theirs or from_us] + [
        s.last for s in clause.all("pronoun") if s.value in {"customer", "have"}
    ]
    ours = any(held.last == s.first and offer.first - s.last <= 1 for s in _our_articles(clause))
    rival = clause.has("rival") and not from_us
    ours = ours or (from_us and 0 <= offer.first - held.last <= _TO_OFFER)
    if any(v.first == held.first and v.tense == "past" for v in clause.verbs) and not (from_us or theirs):
        return False  # "he had the offer checked"
    return any(held.first - 2 <= last <= held.first for last in known) and ours and not rival


_TO_OFFER = 3


def _our_articles(clause: Clause) -> list[Sign]:
    return [s for s in (*clause.all("money"), *clause.all("definite")) if s.value in {"ours", "the"}]
