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
    if rival or LostReason.COMPETITOR.value in said:
        return LostReason.COMPETITOR, said.get("competitor")
    return None, None


_SHORTEST_CAUSE = 3
"""So many words after "because" tell a cause without a verb: "nes anų sandėlis šalia"."""
