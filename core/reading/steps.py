"""The promises of a message: what is to be done next, by whom and when, the next one first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import NamedTuple, Protocol

from core.reading.calendar import Direction
from core.reading.closing import is_closing
from core.reading.grammar.acts import Act, Mode
from core.reading.grammar.text import Clause, Text
from core.reading.grammar.verb import Verb
from core.reading.intent import Span, Step
from core.reading.stage_doubts import refuses_contact
from core.reading.timing import when_of
from core.terms import ContactKind, StepKind


class _Part(Protocol):
    @property
    def clause(self) -> Clause: ...
    @property
    def acts(self) -> list[Act]: ...


class Promise(NamedTuple):
    """A step with what is unclear about its time; `tokens` say its kind."""

    step: Step
    dates: tuple[date, ...]
    times: tuple[time, ...]
    tokens: Span
    when_span: Span | None


def promises_of(
    parts: Sequence[_Part], now: datetime, contact: ContactKind | None, text: Text
) -> list[Promise]:
    """All steps: the earliest dated first, then the dated ones by date, then the others in order."""
    found: list[tuple[Promise, Mode]] = []
    for number, part in enumerate(parts):
        for act in _steps(part.acts):
            if _is_done_since(act, parts[number + 1 :]) or _is_turned_down(part, parts[number + 1 :]):
                continue
            earlier, following = parts[number - 1] if number else None, _following(parts[number + 1 :])
            promise = _promise(part.clause, act, part.acts, now, contact, text, earlier, following)
            found.append((promise, act.mode))
    told = [p for p, mode in found if mode is not Mode.MOVED or p.step.on or p.dates or len(found) == 1]
    return _ordered(_without_repeats(told))


def _following(parts: Sequence[_Part]) -> Sequence[_Part]:
    """The part after a step, one passed over that only takes its day back or tells it: "no wait, she's out",
    "told him he'd have it Thursday".
    """
    told = len(parts) > 1 and (parts[0].clause.has("correction") or _only_tells(parts[0].clause))
    skipped = told and not parts[0].acts and not parts[0].clause.whens
    return parts[1:2] if skipped else parts[:1]


def _is_done_since(asked: Act, following: Sequence[_Part]) -> bool:
    """Whether what was asked for has been done: "prašė kainų, išsiunčiau"."""
    return asked.mode is Mode.ASKED and any(
        act.mode is Mode.DONE
        and not act.by_customer
        and (
            act.kind == asked.kind
            or (act.sends != "" and act.sends == asked.sends)
            or (asked.sends != "" and act.sends == "" and _sends_it(part.clause, act))
        )
        for part in following
        for act in part.acts
    )


def _is_turned_down(part: _Part, following: Sequence[_Part]) -> bool:
    """Whether what we suggested was refused at once: "siūliau susitikti, atsisakė"."""
    return bool(following) and refuses_contact(following[0].clause, part.clause)


def _sends_it(clause: Clause, act: Act) -> bool:
    """Whether only "sent" is told, of what was asked for before: "prašė sąskaitos, išsiunčiau iškart"."""
    verb = clause.verb("send")
    return verb is not None and verb.first == act.first and verb.language == "lt" and not clause.has("thing")


def _steps(acts: Sequence[Act]) -> list[Act]:
    return [act for act in acts if act.is_step]


def _promise(
    clause: Clause,
    act: Act,
    acts: Sequence[Act],
    now: datetime,
    contact: ContactKind | None,
    text: Text,
    earlier: _Part | None,
    following: Sequence[_Part],
) -> Promise:
    when, span = when_of(_of_step(clause, act, acts), now, Direction.FUTURE, text)
    if span is None and following and _only_dates(following[0]):
        when, span = when_of(following[0].clause, now, Direction.FUTURE, text)
    if span is None and earlier is not None and earlier.clause.joined == "when" and not earlier.acts:
        when, span = when_of(earlier.clause, now, Direction.FUTURE, text)
    if span is None and clause.joined == "then" and earlier is not None and not earlier.acts:
        when, span = when_of(earlier.clause, now, Direction.FUTURE, text)
    if span is None and earlier is not None and _says_then(clause) and _has_day(earlier.clause):
        when, span = when_of(earlier.clause, now, Direction.FUTURE, text)
    if span is None and earlier is not None and _tells_way(earlier, clause):
        when, span = when_of(earlier.clause, now, Direction.FUTURE, text)
    start, end = text.tokens[clause.first].start, text.tokens[clause.last - 1].end
    on = _agreed_day(clause, earlier, now, text) or (when.on if when else None)
    at = when.at if when else None
    if act.mode is Mode.MOVED and when is not None and when.moved_to is not None:
        on = when.moved_to
    if on is not None and on < now.date():
        on = at = None
    step = Step(
        _kind(act, contact, earlier),
        on,
        at,
        act.by_customer,
        text.raw[start:end].strip(" ,;.–—-"),
        (start, end),
    )
    return Promise(step, when.dates if when else (), when.times if when else (), (act.first, act.last), span)


def _has_day(clause: Clause) -> bool:
    return any(when.has_date and when.direction is not Direction.PAST for when in clause.whens)


def _says_then(clause: Clause) -> bool:
    """Whether the clause ends with the day named just before: "back on the 11th, ring him then"."""
    ends = (s for s in clause.all("join") if s.value == "then" and clause.last - s.last <= 1)
    return any(s.language == "en" and s.first - clause.first > 1 for s in ends) or clause.has("by_then")


def _tells_way(earlier: _Part, clause: Clause) -> bool:
    """Whether the clause before says when we shall be near: "trečiadienį būsiu Tartu, užsuksiu"."""
    verb = earlier.clause.verb("be", "go")
    return (
        verb is not None
        and (verb.tense, verb.person, verb.denied) == ("fut", 1, False)
        and not earlier.acts
        and earlier.clause.sentence == clause.sentence
    )


def _agreed_day(clause: Clause, earlier: _Part | None, now: datetime, text: Text) -> date | None:
    """The day that was agreed on just before only an hour: "ketvirtadienį susitarėm, dešimtą susitinkam"."""
    if earlier is None or earlier.acts or any(when.has_date for when in clause.whens):
        return None
    told = earlier.clause.verb("agree") is not None or (clause.has("by_then") and _has_day(earlier.clause))
    told = told or _will_be_there(earlier.clause)
    if not any(when.has_time for when in clause.whens) or not told:
        return None
    when, _ = when_of(earlier.clause, now, Direction.FUTURE, text)
    return when.on if when else None


def _will_be_there(clause: Clause) -> bool:
    """Whether somebody will be somewhere on the day: "he'll be in Vilnius on the 21st, meet him at 11"."""
    verb = clause.verb("be", "have")
    return (
        verb is not None
        and (verb.tense, verb.language, verb.denied) == ("fut", "en", False)
        and not clause.has("close")
        and _has_day(clause)
    )


def _of_step(clause: Clause, act: Act, acts: Sequence[Act]) -> Clause:
    """The clause with only the dates that stand after the step, if what took place before it has its own."""
    done = [a.last for a in acts if a.mode is Mode.DONE and a.last <= act.first]
    after = [w for w in clause.whens if w.first >= act.first]
    own = any(max(done) <= w.first < act.first for w in clause.whens) if done else False
    return replace(clause, whens=after) if own and after else clause


def _has_sum(clause: Clause) -> bool:
    """Whether an amount is said that is no part of a date."""
    dated = {i for when in clause.whens for i in range(when.first, when.last)}
    return any(amount.first not in dated for amount in clause.amounts)


def _only_dates(part: _Part) -> bool:
    clause = part.clause
    if not clause.whens or part.acts or is_closing(clause, part.acts) or clause.has("delivery"):
        return False
    beside = all(v.concepts <= _BESIDE or _will_do(v) or _took_day(v) for v in clause.verbs)
    beside = (beside or _will_have(clause)) and not _has_sum(clause)
    needed = all(v.concepts <= {"need", "want"} for v in clause.verbs) and _speaks_of_it(clause)
    beside = beside or clause.has("correction") or (needed and not _has_sum(clause))
    return not clause.verbs or clause.joined == "when" or beside


def _only_tells(clause: Clause) -> bool:
    """Whether nothing stands there but that we said or promised what follows."""
    return bool(clause.verbs) and all(
        v.language == "en" and v.tense == "past" and v.person != 3 and v.concepts <= _TELLING
        for v in clause.verbs
    )


_TELLING = frozenset({"say", "tell", "promise"})


def _speaks_of_it(clause: Clause) -> bool:
    """Whether what was spoken of before is meant: "needs it by Friday", "needs them Monday"."""
    objects = {v.last for v in clause.verbs}
    them = any(s.first in objects and s.value == "customer" for s in clause.all("pronoun"))
    return clause.has("dealing", "it") or them


def _will_have(clause: Clause) -> bool:
    """Whether the customer will have what was spoken of by a day: "he'll get it on Thursday"."""
    return _speaks_of_it(clause) and all(
        v.concepts <= {"have", "receive"} and v.tense in {"fut", "cond"} and v.language == "en"
        for v in clause.verbs
    )


def _took_day(verb: Verb) -> bool:
    """Whether we only settled on the day: "I took the 8th at nine", "picked Tuesday"."""
    chose = verb.concepts <= {"happen"} or bool(verb.concepts & {"choose", "hand"})
    return chose and verb.language == "en" and verb.tense == "past" and verb.person != 3


def _will_do(verb: Verb) -> bool:
    """Whether we shall do what was said before: "will do Monday morning"."""
    return verb.concepts <= {"do"} and verb.tense in {"fut", "imp"} and verb.person != 3


_BESIDE = frozenset({"be", "say", "offer", "agree", "plan", "arrange", "ask", "want", "promise"})
"""Verbs that only carry the day of what was said before: "būsiu apie dešimtą", "sako iki penktadienio",
"sutarėm 21 d.".
"""


def _kind(act: Act, contact: ContactKind | None, earlier: _Part | None) -> StepKind:
    if act.kind == "again":
        undone = [a.kind for a in earlier.acts if a.mode in _UNDONE] if earlier else []
        if undone and undone[-1] in set(StepKind):
            return StepKind(undone[-1])
        again = contact if contact not in {None, ContactKind.NOTE} else ContactKind.CALL
        return StepKind(str(again))
    return StepKind(act.kind)


_UNDONE = frozenset({Mode.DENIED, Mode.CANCELLED})


def _without_repeats(promises: list[Promise]) -> list[Promise]:
    """Drops what only repeats another promise of the same kind without saying when."""
    kept: list[Promise] = []
    for promise in promises:
        twin = next((k for k in kept if k.step.kind is promise.step.kind), None)
        if twin is not None and promise.step.on is None and not promise.dates:
            continue
        if (
            twin is not None
            and twin.step.on is None
            and not twin.dates
            and promise.step.kind is not StepKind.TASK
        ):
            kept[kept.index(twin)] = promise
            continue
        kept.append(promise)
    return kept


def _ordered(promises: list[Promise]) -> list[Promise]:
    def rank(promise: Promise) -> tuple[bool, date, time]:
        day = promise.step.on or (min(promise.dates) if promise.dates else None)
        return day is None, day or date.max, promise.step.at or time.max

    return sorted(promises, key=rank)


__all__ = ["Mode", "Promise", "promises_of"]
