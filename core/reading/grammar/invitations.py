"""Contacts that a customer suggests, asks us to or moves, told by the place or the day alone."""

from core.reading.calendar import Direction
from core.reading.grammar.act import Act
from core.reading.grammar.modes import Mode
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb


def invitations_of(clause: Clause) -> list[Act]:
    """Somebody asked to come, with the place alone: "pakvietė pas save kitą trečiadienį"."""
    wanted = clause.verb("want", "need")
    if wanted is not None and _is_wanted_there(clause, wanted):
        return [Act("visit", Mode.ASKED, wanted.first, wanted.last, False, True)]
    awaited = clause.verb("wait")
    if awaited is not None and awaited.person == 1 and not awaited.denied and clause.has("our"):
        return [Act("meeting", Mode.PLAN, awaited.first, awaited.last, True, True)]
    if (
        awaited is not None
        and awaited.person == 3
        and not awaited.denied
        and _is_awaited_there(clause, awaited)
    ):
        return [Act("visit", Mode.PLAN, awaited.first, awaited.last, False, True)]
    proposed = clause.verb("offer")
    if proposed is not None and _is_day_offered(clause, proposed):
        kind = "visit" if clause.has("their") else "meeting"
        return [Act(kind, Mode.ASKED, proposed.first, proposed.last, False, True)]
    if (moved := _is_put_off(clause)) is not None:
        return [Act("meeting", Mode.MOVED, moved.first, moved.last, False, True)]
    confirmed = clause.verb("agree")
    if confirmed is not None and _is_confirmed_there(clause, confirmed):
        return [Act("visit", Mode.PLAN, confirmed.first, confirmed.last, False, True)]
    verb = clause.verb("invite")
    if verb is None or verb.denied or len(clause.verbs) > 1:
        return []
    ours = clause.has("our") and verb.person == 1
    kind = "meeting" if ours else "visit" if verb.person == 3 and clause.has("their") else ""
    mode = Mode.PLAN if ours or verb.tense == "past" else Mode.ASKED
    return [Act(kind, mode, verb.first, verb.last, ours, True)] if kind else []


def _is_day_offered(clause: Clause, offering: Verb) -> bool:
    """Whether a customer suggests only a day or an hour: "siūlo penktadienį 10 val."."""
    theirs = offering.language == "lt" and offering.person == 3 and not offering.denied
    dated = {i for w in clause.whens for i in range(w.first, w.last)}
    priced = any(amount.first not in dated for amount in clause.amounts)
    alone = len(clause.verbs) == 1 and not clause.has("thing") and not priced
    near = any(0 <= w.first - offering.last <= 1 and w.direction is not Direction.PAST for w in clause.whens)
    return theirs and alone and near


def _is_wanted_there(clause: Clause, wanted: Verb) -> bool:
    """Whether a customer wants us at their place on a day: "Ilze wants us at Rītkalni next Wednesday"."""
    whom = (*clause.all("us"), *clause.all("sent_out"))
    us = any(s.first == wanted.last for s in whom) and wanted.person == 3 and not wanted.denied
    there = clause.has("their") or any(m.before_word in {"at", "in"} for m in clause.mentions)
    return us and there and len(clause.verbs) == 1 and any(w.has_date or w.has_time for w in clause.whens)


def _is_confirmed_there(clause: Clause, confirmed: Verb) -> bool:
    """Whether a customer confirms a day at their place: "he confirms Monday 8am at their yard"."""
    told = confirmed.language == "en" and confirmed.person == 3 and not confirmed.denied
    ahead = any(w.has_date and w.direction is not Direction.PAST and not w.is_now for w in clause.whens)
    return told and ahead and clause.has("their") and not clause.has("thing")


def _is_awaited_there(clause: Clause, awaited: Verb) -> bool:
    """Whether a customer waits for us, at their place if no word says where: "laukia manęs trečiadienį"."""
    us = any(s.first == awaited.last for s in clause.all("us"))
    return (us or clause.has("their")) and any(w.has_date or w.has_time for w in clause.whens)


def _is_moved_with(clause: Clause, verb: Verb) -> bool:
    """Whether we moved what was agreed with somebody: "rescheduled with Tom: Thursday, 2pm"."""
    ours = verb.language == "en" and verb.tense == "past" and verb.person != 3 and not verb.denied
    ahead = any(w.has_date and w.direction is not Direction.PAST for w in clause.whens)
    someone = any(m.people and m.before_word == "with" for m in clause.mentions)
    return ours and ahead and someone and not clause.has("thing") and not clause.has("event")


def _is_put_off(clause: Clause) -> Verb | None:
    """The verb by which a customer only moves what was agreed: "Rūta perkėlė į balandžio 2, 10:30"."""
    verb = clause.verb("move")
    if verb is not None and _is_moved_with(clause, verb):
        return verb
    if verb is None or (verb.tense, verb.person, verb.language) != ("past", 3, "lt") or verb.denied:
        return None
    ahead = any((w.has_date or w.has_time) and w.direction is not Direction.PAST for w in clause.whens)
    other = any(clause.has(c) for c in ("thing", "event", "delivery", "close", "money", "terms"))
    return verb if ahead and not other and len(clause.verbs) == 1 and clause.mentions else None
