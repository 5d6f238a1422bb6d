"""Why a deal was lost, as a message tells it."""

from collections.abc import Sequence

from core.reading.grammar.text import Clause
from core.reading.intent import Span
from core.terms import LostReason

_REASONS = (
    LostReason.PRICE,
    LostReason.NO_BUDGET,
    LostReason.NO_NEED,
    LostReason.NO_RESPONSE,
    LostReason.TIMING,
    LostReason.OTHER,
)


def lost_reason_of(clauses: Sequence[Clause], rival: bool) -> tuple[LostReason | None, Span | None]:
    """The cause that is stated; a competitor only where no other is."""
    said: dict[str, Span] = {}
    for clause in clauses:
        for sign in clause.all("reason"):
            said.setdefault(sign.value, (sign.first, sign.last))
    for reason in _REASONS:
        if reason.value in said:
            return reason, said[reason.value]
    for clause in clauses:
        cause = next(clause.all("cause"), None)
        untold = any(v.denied and "say" in v.concepts for v in clause.verbs)
        if cause is None or untold or clause.has("rival"):
            continue
        says = clause.verbs or clause.has("pronoun", "aux", "past_be")
        says = says or (cause.language == "lt" and clause.last - cause.last >= _SHORTEST_CAUSE)
        if cause.first == clause.first and says:
            return LostReason.OTHER, (clause.first, clause.last)
    for clause in clauses:
        if (about := _lost_for(clause)) is not None:
            return LostReason.OTHER, about
    if rival or LostReason.COMPETITOR.value in said:
        return LostReason.COMPETITOR, said.get("competitor")
    return None, None


def _lost_for(clause: Clause) -> Span | None:
    """What a deal was lost for, named right behind the loss: "atsisakė dėl netinkamos formos"."""
    lost = [s.last for s in clause.all("stage") if s.value == "lost"]
    lost += [v.last for v in clause.verbs if v.concepts & {"lose", "refuse", "collapse"} and v.tense != "inf"]
    for about in clause.all("topic"):
        beside = any(0 <= about.first - last <= _TO_CAUSE for last in lost)
        if about.language == "lt" and about.value == "for" and beside and not clause.has("rival"):
            return about.first, clause.last
    return None


_TO_CAUSE = 2
_SHORTEST_CAUSE = 3
"""So many words after "because" tell a cause without a verb: "nes anų sandėlis šalia"."""
