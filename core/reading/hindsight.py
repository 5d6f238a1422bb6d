"""What a clause tells of the acts before it: a call was made, a meeting took place, a step is moved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.reading.calendar import Direction, Relation, WhenExpr, resolve
from core.reading.grammar.acts import Act, Mode
from core.reading.grammar.text import Clause
from core.reading.topic import Part

_TOLD = frozenset({"say", "ask", "promise", "accept", "refuse", "agree", "plan", "decide"})


def _answers(part: Part) -> bool:
    """Whether the customer says something just now."""
    verb = part.clause.verb("say", "ask", "want", "refuse", "accept")
    return verb is not None and verb.person == 3 and verb.tense in {"pres", "past"} and verb.language == "lt"


def settle(parts: Sequence[Part]) -> None:
    """Makes a contact done that is named without a verb and with a day that may be behind us, if the clause
    after it tells what the customer said there: "Coffee with Paulius on Friday, he intends to order".
    """
    if len(parts) < 2 or not _tells_what_was_said(parts[-1]):
        return
    clause, acts = parts[-2]
    vague = all(w.direction is None and w.relation is not Relation.BY for w in clause.whens)
    if clause.verbs or not clause.whens or not vague or clause.has("need") or clause.has("agenda"):
        return
    for number, act in enumerate(acts):
        if act.from_noun and act.mode is Mode.PLAN and act.kind in _TOLD_AT:
            acts[number] = replace(act, mode=Mode.DONE)


_TOLD_AT = frozenset({"call", "meeting", "visit", "demo"})


def _tells_what_was_said(part: Part) -> bool:
    return not any(act.is_step and not act.by_customer for act in part.acts) and any(
        (v.person == 3 and (v.tense == "past" or (v.tense == "pres" and v.concepts & _TOLD)))
        or (v.language == "en" and (v.tense, v.person) == ("past", 0) and v.concepts <= {"happen"})
        for v in part.clause.verbs
    )


def gone_by(parts: Sequence[Part], now: datetime) -> None:
    """Makes a contact done that is named without a verb and for an hour of today that is over: "coffee with
    Anke this morning", said at noon.
    """
    for clause, acts in parts:
        if clause.verbs or not clause.whens or clause.has("need") or clause.has("agenda"):
            continue
        over = (w.is_today and not w.is_now and _is_over(w, now) for w in clause.whens)
        if not all(over):
            continue
        for number, act in enumerate(acts):
            if act.from_noun and act.mode is Mode.PLAN and act.kind in _TOLD_AT:
                acts[number] = replace(act, mode=Mode.DONE)


def _is_over(when: WhenExpr, now: datetime) -> bool:
    at = resolve(when, now, Direction.PAST).at
    return at is not None and at < now.time()


def take_back(parts: Sequence[Part]) -> None:
    """Drops a contact that the next words take back for another: "spoke to James, actually no, emailed
    him".
    """
    if len(parts) < 2:
        return
    before, (clause, acts) = parts[-2], parts[-1]
    undone = any(s.last >= before.clause.last - 1 for s in before.clause.all("undo")) or any(
        s.first <= clause.first + 1 for s in clause.all("undo")
    )
    named = clause.mentions and before.clause.mentions
    if not undone or named or not any(a.mode is Mode.DONE and a.kind in _CONTACTS for a in acts):
        return
    before.acts[:] = [a for a in before.acts if a.mode is not Mode.DONE or a.kind not in _CONTACTS]


_CONTACTS = frozenset({"call", "meeting", "visit", "demo", "email", "message"})


def tried_anew(clause: Clause, parts: Sequence[Part]) -> list[Act]:
    """What we did not come to do, if only a day to come follows: "didn't get to call Asta. Tomorrow"."""
    ahead = [w for w in clause.whens if w.direction is Direction.FUTURE and not w.is_now]
    told = [v for v in clause.verbs if v.person == 3 or v.tense in {"fut", "imp", "inf"}]
    if not parts or not ahead or told or clause.has("thing") or clause.mentions:
        return []
    for act in reversed(parts[-1].acts):
        if act.mode is Mode.DENIED and not act.by_customer and act.kind in _CONTACTS:
            return [replace(act, mode=Mode.PLAN, first=clause.first, last=clause.last)]
    return []


def stand_up(parts: Sequence[Part]) -> None:
    """Takes back a meeting that was promised, if nobody came: "žadėjo prisijungti 16:00, nepasirodė"."""
    if len(parts) < 2 or not parts[-1].clause.has("voice", "meeting"):
        return
    acts = parts[-2].acts
    acts[:] = [a for a in acts if a.mode is not Mode.PLAN or a.kind not in {"meeting", "demo", "visit"}]


def moved(clause: Clause, parts: Sequence[Part]) -> list[Act]:
    """What is moved to another day, if only an earlier clause says so: "demo neįvyko, perkeliam rytojui"."""
    for part in reversed(parts[-3:]):
        for act in part.acts:
            given_up = act.mode is Mode.FORBIDDEN and any(
                v.first == act.first and v.tense == "fut" for v in part.clause.verbs
            )
            missed = act.mode is Mode.DENIED and act.kind in _TOLD_AT
            if given_up or missed or (act.from_noun and act.mode in _NOT_YET):
                part.acts.remove(act)
                return [replace(act, mode=Mode.MOVED, first=clause.first, last=clause.last)]
    if any(part.clause.has("voice", "meeting") or _cannot_come(part.clause) for part in parts[-2:]):
        return [Act("meeting", Mode.MOVED, clause.first, clause.last, False, True)]
    if any(part.clause.has("voice", "call") and part.clause.has("event", "call") for part in parts[-1:]):
        return [Act("call", Mode.MOVED, clause.first, clause.last, False, True)]
    verb = clause.verb("move")
    if verb is not None and verb.person == 3 and any(s.first == verb.last for s in clause.all("us")):
        return [
            Act("meeting", Mode.MOVED, clause.first, clause.last, False, True)
        ]  # "she's moved us to the 23rd"
    return []


def _cannot_come(clause: Clause) -> bool:
    """Whether somebody has no time on a day: "can't make Thursday", "couldn't do the 5th"."""
    return any(
        v.language == "en"
        and v.denied
        and v.concepts <= {"do"}
        and any(w.has_date and 0 <= w.first - v.last <= 1 for w in clause.whens)
        for v in clause.verbs
    )


def dated_after(clause: Clause, before: Part) -> list[Act]:
    """The contact spoken of just before, if this clause only says which day is right for it: "rang about the
    demo, Thursday is fine for her".
    """
    events = [s for s in before.clause.all("event") if s.value in _TOLD_AT]
    ahead = any(w.has_date and w.direction is not Direction.PAST and not w.is_now for w in clause.whens)
    if not events or not ahead or any(a.is_step for a in before.acts) or clause.has("negative"):
        return []
    return [Act(events[-1].value, Mode.PLAN, clause.first, clause.last, False, True)]


_NOT_YET = frozenset({Mode.CANCELLED, Mode.PLAN, Mode.DENIED, Mode.ASKED, Mode.MOVED})


def repeated(clause: Clause, parts: Sequence[Part]) -> list[Act]:
    """The contact told of just before that is to be had again: "the demo went badly, redo on Thursday"."""
    verb = clause.verb("rework")
    ours = (
        verb is not None
        and verb.language == "en"
        and verb.tense in {"imp", "fut", "inf", "ing"}
        and verb.person != 3
    )
    if not ours or clause.has("thing"):
        return []
    had = [act for part in parts[-2:] for act in part.acts if act.kind in _TOLD_AT and not act.is_step]
    return [replace(had[-1], mode=Mode.PLAN, first=clause.first, last=clause.last)] if had else []


def narrate(parts: Sequence[Part]) -> None:
    """A call told in the present was made if nobody or an answer is told of: "skambinu Rūtai, užimta",
    "skambinu Rūtai, sako viskas gerai".
    """
    missed = parts[-1].clause.has("voice", "call")
    if not missed and not (len(parts) > 1 and not parts[-2].clause.whens and _answers(parts[-1])):
        return
    for part in parts[-2:]:
        for act in part.acts:
            now = [v.first for v in part.clause.verbs if v.tense == "pres" and v.person == 1]
            if act.kind == "call" and act.mode is Mode.PLAN and act.first in now:
                part.acts[part.acts.index(act)] = replace(act, mode=Mode.DONE)


def answer_in_kind(parts: Sequence[Part]) -> None:
    """Makes what was written back a message where the customer's was one: "smsino Tomas, atrašiau"."""
    if len(parts) < 2:
        return
    asked = [act for part in parts[-_TO_ANSWER:-1] for act in part.acts if act.by_customer]
    if not any(act.kind == "message" and act.mode is Mode.DONE for act in asked):
        return
    clause, acts = parts[-1]
    plain = not clause.has("channel") and not clause.has("event") and not clause.mentions
    for number, act in enumerate(acts):
        if plain and act.kind == "email" and not act.by_customer and not act.sends:
            acts[number] = replace(act, kind="message")


_TO_ANSWER = 3
"""An answer follows what was written at most so many clauses later."""


def without_doing_it(acts: list[Act], clause: Clause, parts: Sequence[Part]) -> list[Act]:
    """The acts without "will do it" where the thing asked for just before is what is to be done, so that the
    clause only dates it: "she asked for a quote, will do it tonight".
    """
    does = clause.has("again", "do") and all(act.kind == "again" for act in acts)
    asked = parts[-1].acts if does and parts else []
    return [] if any(a.mode is Mode.ASKED and a.kind in {"proposal", "task"} for a in asked) else acts
