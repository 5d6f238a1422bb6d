"""Meeting, seeing and sitting with somebody: where it was a visit, a demo or no contact at all."""

from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of
from core.reading.grammar.verb import Verb
from core.reading.grammar.ways import is_of_thing


def kind_of_meeting(concept: str, verb: Verb, clause: Clause) -> str:
    """What meeting or seeing somebody was: a meeting, a visit, a demo; "" if no contact."""
    demo = clause.has("event", "demo")
    if verb.tense == "inf" and concept == "see" and _is_tried_there(clause):
        return "visit"
    if verb.tense == "inf" and clause.has("event", "visit", "demo"):
        return "demo" if demo else "visit"
    if concept == "meet":
        sits = verb.tense == "ing" and verb.language == "en" and is_of_thing(verb, clause)
        return "" if sits else "meeting"  # "the contract's sitting with the lawyers"
    if demo:
        return "demo"
    if verb.tense in {"ing", "fut"} and verb.language == "en" and clause.has("their"):
        return "visit"  # "seeing Jonas on Friday at his yard"
    return "meeting" if _sees_someone(verb, clause) else ""


def _is_tried_there(clause: Clause) -> bool:
    """Whether one tried to see somebody at a company: "tried to see James at Quarter Past"."""
    tried = clause.verb("try")
    there = any(m.companies and m.before_word == "at" for m in clause.mentions)
    return tried is not None and tried.language == "en" and tried.tense == "past" and there


def _sees_someone(verb: Verb, clause: Clause) -> bool:
    """Whether a customer is whom one sees: not "saw in the paper that Tiltas is growing"."""
    if verb.language != "en":
        return bool(clause.mentions)
    if any(s.value == "customer" and s.first == verb.last for s in clause.all("pronoun")):
        return True  # "seeing her on Friday"
    it = any(s.value == "it" and s.first == verb.last for s in clause.all("dealing"))
    return not it and any(m.first < verb.first or m.first - verb.last <= 1 for m in clause.mentions)


def is_sat_through(verb: Verb, clause: Clause) -> bool:
    """Whether we had or did some time in a meeting: "did an hour with Jonas on Teams"."""
    ours = verb.tense == "past" and verb.person != 3 and not verb.denied and verb.language == "en"
    length = any(not d.is_offset and not d.is_travel for d in clause.durations)
    return ours and length and channel_of(clause) == "meeting" and not clause.has("event", "demo")


def comes_across(verb: Verb, clause: Clause) -> bool:
    """Whether someone was come across: "sutikau Šarkaitį", which also means to agree."""
    return (
        verb.person == 1
        and verb.tense == "past"
        and not verb.denied
        and any(m.first == verb.last and "acc" in m.cases for m in clause.mentions)
    )


def kind_of_sitting(verb: Verb, clause: Clause) -> str:
    """Where we sat together: "pas Kuosą prasėdėjom valandą" was a visit, "sėdėjom su Kuosa" a meeting."""
    if verb.language == "en":
        return _kind_of_sitting_with(verb, clause)
    if verb.person != 1 or verb.tense == "pres" or verb.denied:
        return ""
    if "glance" in verb.concepts:
        return "visit" if clause.mentions else ""  # "užmečiau akį į Tilto sandėlį"
    if clause.has("their") or any(m.before_word == "pas" or m.cases == {"loc"} for m in clause.mentions):
        return "visit"
    return "meeting" if any(m.before_word == "su" for m in clause.mentions) else ""


def _kind_of_sitting_with(verb: Verb, clause: Clause) -> str:
    """With whom one sat at a company one visited: "sat with Ilze at Kelmuva"; else it was a meeting."""
    if is_of_thing(verb, clause):
        return ""  # "the contract's sitting with the lawyers"
    there = clause.has("their") or any(m.companies and m.before_word == "at" for m in clause.mentions)
    return "visit" if there and verb.tense == "past" and not clause.has("our") else "meeting"
