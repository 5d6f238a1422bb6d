"""How a contact reached nobody, and where that is told."""

from collections.abc import Sequence

from core.reading.grammar.acts import Act, Mode
from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause
from core.reading.names.mention import Mention
from core.reading.topic import Part


def is_absent(part: Part) -> bool:
    """Whether someone was not there: "direktoriaus nebuvo"."""
    clause = part.clause
    went = all(v.person == 1 and v.tense == "past" and v.concepts & {"go", "visit"} for v in clause.verbs)
    if went and any(_is_missing(mention, clause) for mention in clause.mentions):
        return True
    verb = clause.verb("be")
    if verb is None or not verb.denied or verb.tense != "past" or verb.person != 3 or len(clause.verbs) > 1:
        return False
    return clause.has("role") or any(m.people and "gen" in m.cases for m in clause.mentions)


def _is_missing(mention: Mention, clause: Clause) -> bool:
    """Whether the words next to a person's name in the genitive say that they were not there."""
    beside = any(s.first == mention.last or s.last == mention.first for s in clause.all("absent"))
    return beside and bool(mention.people) and "gen" in mention.cases and "nom" not in mention.cases


def voice_of(parts: Sequence[Part]) -> tuple[str, Part] | None:
    for number, part in enumerate(parts):
        if is_absent(part):
            return "visit", part
        for sign in part.clause.all("voice"):
            told_of = part.clause.joined == "that" and sign.value in {"meeting", "visit"}
            if told_of or part.clause.joined == "condition" or part.clause.has("if", "condition"):
                continue
            if any(s.first == sign.first for s in part.clause.all("not_sought")):
                continue
            if _is_of_us(part.clause, sign) or _is_of_topic(part.clause, sign):
                continue
            if sign.value == "visit" and (
                part.clause.has("close", "decision") or _is_away(sign, part.clause, parts)
            ):
                continue
            kind = sign.value
            told = [part.clause, *(p.clause for p in parts[max(0, number - 1) : number])]
            in_message = any(c.has("channel", "message") or c.has("event", "message") for c in told)
            called = kind == "call" and any(act.kind == "call" for act in part.acts)
            written = (
                _written(parts[: number + 1]) if kind == "call" and _is_of_answer(part.clause, sign) else ""
            )
            if written:
                return written, part
            if (part.clause.has("event", "message") and not called) or (kind == "write" and in_message):
                kind = "message"
            return kind, part
        if untold := _untold_voice(part.clause, parts[: number + 1]):
            return untold, part
    return _found_out(parts) or _only_tried(parts)


def _found_out(parts: Sequence[Part]) -> tuple[str, Part] | None:
    """The part that tells that somebody was not there on a visit of ours: "popped over, she was on leave"."""
    went = next(
        (
            number
            for number, part in enumerate(parts)
            for act in part.acts
            if act.kind == "visit" and act.mode is Mode.DONE and not act.by_customer
        ),
        len(parts),
    )
    later = (p for p in parts[went:] if p.clause.sentence - parts[went].clause.sentence <= 1)
    return next((("visit", p) for p in later if p.clause.has("found_out")), None)


def _is_away(sign: Sign, clause: Clause, parts: Sequence[Part]) -> bool:
    """Whether only for how long somebody is away is told, of no visit: "is out of office till the 9th"."""
    if sign.language != "en" or not any(w.first >= sign.last for w in clause.whens):
        return False
    is_now = any(s.last == sign.first and s.value == "aux" for s in clause.all("pronoun"))
    went = any(act.mode is Mode.DONE for part in parts for act in part.acts)
    return is_now and not went


def _untold_voice(clause: Clause, told: Sequence[Part]) -> str:
    """How nobody was reached where no listed phrase says so but the verbs do; "" if somebody was."""
    if _is_not_reached(clause) or _is_unreached(clause):
        return "call"
    if _is_forgotten(clause, told):
        return "meeting"
    silent = next(clause.all("after_it"), None)
    if silent is not None and clause.has("reason", "no_response"):
        return "message" if silent.value == "message" else "write"  # "tyli jau savaitę po laiško"
    if _writes_nothing(clause):
        return "write" if not any(a.kind == "call" for part in told for a in part.acts) else "call"
    if _is_unanswered(clause):
        written = any(part.clause.has("event", "email", "message") for part in told[-2:])
        return "write" if written else "call"
    return _tried_in_vain(clause, told)


def _is_of_answer(clause: Clause, sign: Sign) -> bool:
    """Whether nobody "answered", which may be a call or a letter."""
    inside = range(sign.first, sign.last)
    return any(s.first in inside for s in clause.all("thing") if s.value == "reply") or any(
        v.first in inside and v.concepts & {"reply", "pick_up"} and v.language == "en" for v in clause.verbs
    )


def _written(parts: Sequence[Part]) -> str:
    """How the last thing was written that got no answer; "" if there was a call too."""
    kinds = [act.kind for part in parts for act in part.acts if act.mode is Mode.DONE]
    if "call" in kinds:
        return ""
    last = next((kind for kind in reversed(kinds) if kind in {"email", "message", "proposal"}), "")
    return "message" if last == "message" else "write" if last else ""


def _is_not_reached(clause: Clause) -> bool:
    """Whether we did not get hold of somebody: "nedasiskambinau", "niekaip nepagaunu telefonu"."""
    verb = clause.verb("reach")
    if verb is None or verb.language != "lt" or clause.joined in {"condition", "when"}:
        return False
    if verb.denied:
        return verb.person == 1 and verb.tense in {"past", "pres"}
    lead = clause.verb("manage")
    return lead is not None and lead.denied and verb.tense == "inf"


def _is_forgotten(clause: Clause, told: Sequence[Part]) -> bool:
    """Whether the customer forgot the meeting told of before: "turėjom susitikti, bet jis pamiršo"."""
    verb = clause.verb("forget")
    forgot = verb is not None and (verb.tense, verb.person, verb.denied) == ("past", 3, False)
    supposed = (a for part in told[-2:-1] for a in part.acts if a.mode is Mode.DENIED)
    return forgot and len(clause.verbs) == 1 and any(a.kind in {"meeting", "demo"} for a in supposed)


def _tried_in_vain(clause: Clause, told: Sequence[Part]) -> str:
    """How the contact was tried that a clause says came to nothing: "skambinau, nieko"; "" if none was."""
    learnt = clause.joined == "that"  # "skambindamas sužinojau, kad jis atostogauja"
    if learnt or not any(clause.last - s.last in {0, 1} for s in clause.all("vain")):
        return ""
    done = [
        act
        for back, part in enumerate(reversed(told[-3:]))
        for act in reversed(part.acts)
        if act.mode is Mode.DONE and not act.by_customer and (back < _NEAR or act.kind in _WRITTEN)
    ]
    return next((_VOICE_OF_KIND[act.kind] for act in done if act.kind in _VOICE_OF_KIND), "")


_NEAR = 2
"""So many parts back a call or visit may be that came to nothing; a letter may be farther: "rašiau,
perskaitė, tyli".
"""
_WRITTEN = frozenset({"email", "message"})


_VOICE_OF_KIND = {
    "call": "call",
    "visit": "visit",
    "meeting": "meeting",
    "email": "write",
    "message": "message",
}


def _writes_nothing(clause: Clause) -> bool:
    """Whether the customer does not write: "nei atrašo, nei atsako"."""
    verb = clause.verb("write", "reply")
    told = verb is not None and verb.language == "lt" and verb.denied and verb.person == 3
    both = clause.has("neither", "both")
    return told and both and verb is not None and verb.tense in {"pres", "past"}


def _is_unanswered(clause: Clause) -> bool:
    """Whether a verb says that the customer gave no answer: "nobody there has answered my emails"."""
    verb = clause.verb("pick_up", "reply")
    return (
        verb is not None
        and verb.denied
        and verb.language == "en"
        and verb.person != 1
        and (verb.tense in {"past", "pres"} or (verb.tense in {"ing", "fut", "cond"} and not clause.whens))
        and clause.joined not in _UNREAL
    )


def _is_unreached(clause: Clause) -> bool:
    """Whether we did not get hold of anybody: "haven't been able to reach", "failed to get hold of"."""
    reached = clause.verb("reach", "touch")
    if reached is None or reached.language != "en" or reached.person == 3 or clause.joined in _UNREAL:
        return False
    if not any(_is_customer_at(i, clause) for i in range(reached.last, reached.last + _TO_WHOM)):
        return False
    vain = (v for v in clause.verbs if v.first < reached.first)
    if any((v.denied and "manage" in v.concepts) or v.concepts & {"forget"} for v in vain):
        return True
    return reached.denied and reached.tense in {"past", "pres"}


def _is_customer_at(index: int, clause: Clause) -> bool:
    return any(m.first == index for m in clause.mentions) or any(
        s.first == index and s.value == "customer" for s in clause.all("pronoun")
    )


_TO_WHOM = 3
"""So many words after "reach" or "get hold" somebody is named."""


def _only_tried(parts: Sequence[Part]) -> tuple[str, Part] | None:
    """The part that tells of a call that was only tried, where nothing more took place."""
    done = [(act, part) for part in parts for act in part.acts if act.mode is Mode.DONE]
    if len(done) != 1 or done[0][0].kind not in {"call", "visit"}:
        return None
    act, part = done[0]
    lead = part.clause.verb("try")
    tried = lead is not None and lead.tense == "past" and (lead.person != 3 or _tried_us(act, part.clause))
    if act.kind == "visit" and lead is not None and lead.language != "en":
        return None
    return (act.kind, part) if lead is not None and tried and 0 <= act.first - lead.last <= 1 else None


def _tried_us(act: Act, clause: Clause) -> bool:
    """Whether a customer tried to call us: "tried to call me while I was driving"."""
    return act.kind == "call" and any(s.first == act.last for s in clause.all("us"))


_UNREAL = frozenset({"condition", "when", "that"})


def _is_of_us(clause: Clause, sign: Sign) -> bool:
    """Whether it was we who were out, at a customer's: "Was out at Tiltas"."""
    bare_start = sign.first == clause.first and clause.has("pronoun", "past_be")
    return bare_start and any(
        m.before_word in _PLACES and 1 <= m.first - sign.last <= 2 for m in clause.mentions
    )


def _is_of_topic(clause: Clause, sign: Sign) -> bool:
    """Whether only of something nothing was said: "apie licencijas nė žodžio"."""
    return sign.value == "write" and any(0 <= sign.first - s.last <= 2 for s in clause.all("topic"))


_PLACES = frozenset({"at", "in", "to", "with"})
