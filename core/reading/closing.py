"""When a signing, an order or the customer's decision is expected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.reading.calendar import Direction, Resolved, resolve
from core.reading.grammar.acts import Act, Mode
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb


@dataclass(frozen=True, slots=True)
class Closing:
    """When the signing or the decision is expected."""

    resolved: Resolved
    span: tuple[int, int]
    clause: Clause


def closing_of(clauses: Sequence[Clause], acts: Sequence[Sequence[Act]], now: datetime) -> Closing | None:
    """The expected date of signing, order or decision; the last one said."""
    found: Closing | None = None
    for number, (clause, of_clause) in enumerate(zip(clauses, acts, strict=True)):
        if not is_closing(clause, of_clause) and not (
            number
            and not of_clause
            and (_is_put_off(clauses[number - 1], clause) or _is_awaited(clauses[number - 1], clause))
        ):
            continue
        said_before = clauses[number - 1] if number and not clause.whens else None
        carried = said_before is not None and _only_says(said_before) and not acts[number - 1]
        for when in said_before.whens if said_before is not None and carried else clause.whens:
            resolved = resolve(when, now, Direction.FUTURE)
            if resolved.moved_to is not None and clause.verb("move") is not None:
                resolved = replace(resolved, on=resolved.moved_to)  # "slipped from this week to the 20th"
            if (
                when.has_date
                and not when.is_now
                and (resolved.on or resolved.ambiguous_date)
                and when.direction is not Direction.PAST
                and not any(when.last == s.first or s.last == when.first for s in _denials(clause))
            ):
                found = Closing(resolved, when.span, clause)
    return found


def _denials(clause: Clause) -> list[Sign]:
    """The words that deny, but for the "no" of "will say yes or no by Friday"."""
    decided = {i for s in clause.all("close") for i in range(s.first, s.last)}
    return [s for s in clause.all("negative") if s.first not in decided]


def _is_put_off(before: Clause, clause: Clause) -> bool:
    """Whether what was not signed yet is promised by a day: "dar nepasirašė, bet žada iki penktadienio"."""
    verb = before.verb("sign", "order", "buy", "decide")
    promised = bool(clause.verbs) and all(v.concepts <= {"promise"} for v in clause.verbs)
    refused = verb is not None and verb.denied and verb.person == 3
    if refused and any(_gives_time(v) for v in clause.verbs):
        return True
    awaited = before.has("close", "decision") and not before.whens and not before.verb("sign", "order", "buy")
    return promised and (refused or awaited)


def _gives_time(verb: Verb) -> bool:
    """Whether we give somebody till a day: "hasn't made up his mind, give him till June"."""
    return "hand" in verb.concepts and verb.language == "en" and verb.tense in {"imp", "fut"}


def _is_awaited(before: Clause, clause: Clause) -> bool:
    """Whether the order or signature spoken of before is to come: "we should have it by Friday"."""
    verb = clause.verb("have", "receive", "come")
    spoken = before.has("close", "decision") and (
        before.has("thing", "order", "contract") or not before.has("thing")
    )
    ahead = verb is not None and verb.language == "en" and verb.tense in {"fut", "inf", "cond", "ing"}
    return (
        spoken
        and ahead
        and clause.has("dealing", "it")
        and not clause.has("thing")
        and len(clause.verbs) == 1
    )


def _only_says(clause: Clause) -> bool:
    """Whether a clause has no verb but that of saying, and so its day is that of what is said."""
    return bool(clause.verbs) and all(v.concepts & {"say", "promise"} for v in clause.verbs)


def is_closing(clause: Clause, acts: Sequence[Act]) -> bool:
    """Whether the date of a clause is that of a signing, order or decision to come."""
    if (
        not clause.has("close", "decision")
        and clause.verb("sign", "order", "buy", "decide", "close") is None
        and not is_contract(clause)
    ):
        return False
    if _is_conditional(clause) or _is_of_tender(clause):
        return False
    if _is_late(clause) or _is_ruled_out(clause):
        return False
    if clause.has("delivery") and clause.verb("sign", "order", "buy", "decide", "close") is None:
        return False
    if clause.whens and all(w.direction is Direction.PAST for w in clause.whens):
        return False
    if clause.has("stage", "won") and not clause.verbs and all(w.is_today or w.is_now for w in clause.whens):
        return False  # "order in from Tiltas today"
    told = clause.verb("promise", "plan", "wait") is not None
    if any(act.is_step or act.mode in _NO_CLOSING or (act.mode is Mode.DONE and not told) for act in acts):
        return False
    if _has_decided_on(clause):
        return True
    deciding = clause.verb("sign", "order", "buy", "decide", "close", "win")
    if deciding is not None and deciding.tense in {"past", "pass", "active"} and not _is_expected(clause):
        return False
    return not any(
        v.tense == "past" and v.concepts & {"sign", "order", "decide", "buy", "win"} for v in clause.verbs
    ) and not _is_given(clause)


def _is_late(clause: Clause) -> bool:
    """Whether the order there is only said to be late or to stand: "penktadienio užsakymas vėluoja"."""
    return any(
        v.language == "lt" and v.tense == "pres" and v.concepts & {"forget", "finish"} for v in clause.verbs
    )


def _has_decided_on(clause: Clause) -> bool:
    """Whether what was decided is a purchase on a day to come: "nusprendė pirkti kovo mėnesį"."""
    decided = clause.verb("decide")
    if decided is None or decided.tense != "past" or decided.denied or decided.person == 1:
        return False
    bought = [v.last for v in clause.verbs if v.tense == "inf" and v.concepts & _BUYING and not v.denied]
    return any(
        w.has_date and not w.is_today and w.direction is not Direction.PAST and w.first >= min(bought)
        for w in (clause.whens if bought and bought[0] > decided.first else ())
    )


_BUYING = frozenset({"buy", "order", "sign"})


def _is_ruled_out(clause: Clause) -> bool:
    """Whether nothing will be bought till then: "iki rugsėjo nieko nepirks"."""
    return any(
        v.language == "lt" and v.denied and v.tense == "fut" and v.concepts & _BUYING for v in clause.verbs
    )


def is_contract(clause: Clause) -> bool:
    """Whether the day is that of the contract, to which nothing is done: "sutartis gruodžio 20 d."."""
    bare = not clause.verbs or all(_is_awaiting(v) for v in clause.verbs)
    return clause.has("thing", "contract") and bare and not clause.has("lasting")


def _is_awaiting(verb: Verb) -> bool:
    """Whether it says that something is expected by a day: "contract expected on the 18th"."""
    return verb.language == "en" and not verb.person and verb.tense == "past" and "wait" in verb.concepts


def _is_of_tender(clause: Clause) -> bool:
    """Whether only till when offers are taken is told: "the tender closes on the 20th"."""
    tenders = [s.last for s in clause.all("life") if s.value == "tender" and s.language == "en"]
    return any(0 <= s.first - last <= 1 for s in clause.all("tender_end") for last in tenders)


def _is_conditional(clause: Clause) -> bool:
    """Whether it would only be so on a condition: "would sign today if we threw in the training"."""
    ours = clause.has("pronoun", "i") or clause.has("us")
    return (
        ours
        and clause.has("if", "condition")
        and any(
            v.tense == "cond" and v.language == "en" and v.concepts & {"sign", "order", "buy"}
            for v in clause.verbs
        )
    )


def _is_given(clause: Clause) -> bool:
    """Whether the order was given already: "gave us the order this morning"."""
    return clause.has("thing", "order") and any(
        v.tense == "past" and v.concepts & {"hand", "send", "receive"} for v in clause.verbs
    )


_HAVING = frozenset({"have", "receive", "be"})
"""What leads a thing to be done: "hope to have it signed"."""
_NO_CLOSING = frozenset({Mode.FORBIDDEN, Mode.CANCELLED})


def _is_expected(clause: Clause) -> bool:
    return (
        clause.has("pronoun", "future_be")
        or any(v.tense == "fut" for v in clause.verbs)
        or any(v.language == "en" and v.tense == "inf" and v.concepts & _HAVING for v in clause.verbs)
        or clause.has("need", "plan")
    )
