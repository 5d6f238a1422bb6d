"""How real an act is: done, planned, asked for, cancelled; and whose act it is."""

from enum import StrEnum

from core.reading.calendar import Direction
from core.reading.grammar.text import Clause
from core.reading.grammar.verb import Verb


class Mode(StrEnum):
    """How real an act is."""

    DONE = "done"
    PLAN = "plan"
    ASKED = "asked"
    CANCELLED = "cancelled"
    MOVED = "moved"
    DENIED = "denied"
    FORBIDDEN = "forbidden"


CONTACT = frozenset(
    {"call", "reach", "speak", "discuss", "meet", "view", "visit", "go", "come", "host", "write", "text",
     "mail",
    "send", "hand", "see", "return", "touch", "leave", "sit",
     "present", "show", "quote", "get_out", "contact", "reply", "show_up", "tour", "put"}
)  # fmt: skip


_FROM = frozenset({"iš", "is", "nuo", "from"})


def governor(verb: Verb, clause: Clause, before: Clause | None) -> Verb | None:
    """The verb on which an infinitive or a "that ... would" depends."""
    before_it = (v for v in reversed(clause.verbs) if v.first < verb.first)
    earlier = next((v for v in before_it if v.concepts - CONTACT or _went(v)), None)
    if earlier is not None:
        if verb.tense == "ing" and earlier.concepts & _WITH_ING and earlier.last == verb.first:
            return earlier
        if verb.tense in {"inf", "cond", "pass"} or earlier.concepts & {"want", "ask"}:
            return earlier
    if verb.tense == "inf":
        after_it = (v for v in clause.verbs if v.first > verb.first)
        later = next((v for v in after_it if v.concepts & _LED_BEHIND), None)
        if later is not None:
            return later
    if (
        clause.joined == "that"
        and before is not None
        and before.verbs
        and verb.tense in {"cond", "inf", "fut", "pres"}
    ):
        return before.verbs[-1]
    if before is not None and _is_asked_of_us(verb, clause, before):
        return before.verbs[-1]
    return None


def _is_asked_of_us(verb: Verb, clause: Clause, before: Clause) -> bool:
    """Whether the customer asks if we could do it: "asked if I could drop by tomorrow"."""
    asked = bool(before.verbs) and "ask" in before.verbs[-1].concepts and before.verbs[-1].person == 3
    whether = any(s.first == clause.first and s.value == "condition" for s in clause.all("if"))
    return asked and whether and verb.language == "en" and (verb.tense, verb.person) == ("cond", 1)


_LED_BEHIND = frozenset({"need", "want", "promise", "plan", "manage", "forget"})
"""Verbs that an infinitive may stand before: "paskambinti reikia"."""
_WITH_ING = frozenset({"try", "manage"})
"""Verbs that lead one in -ing: "tried calling", "ended up having lunch"."""


def _went(verb: Verb) -> bool:
    """Whether it leads what was gone for: "went to see"."""
    return verb.language == "en" and verb.tense == "past" and bool(verb.concepts & {"go", "come"})


def mode_of(verb: Verb, lead: Verb | None, clause: Clause) -> Mode | None:
    """How real the act of a verb is, `lead` being the verb that governs it; None if it is no act."""
    if verb.tense == "gerund":
        return Mode.DONE if _is_told_beside(verb, clause) else None
    if lead is not None and verb.tense in {"inf", "cond", "fut", "pres", "pass", "ing"}:
        led = Mode.FORBIDDEN if _is_ruled_out(verb, lead) else _mode_led(verb, lead, clause)
        if led is not None:
            return led
    if clause.has("need", "no_need") and verb.tense in {"inf", "imp", "base", "pres"}:
        return Mode.FORBIDDEN
    if verb.tense in {"past", "active", "pass"} or _is_told_of_past(verb, clause):
        return Mode.DENIED if verb.denied else Mode.DONE
    if verb.denied:
        return Mode.FORBIDDEN
    if verb.tense in {"fut", "inf", "imp"}:
        is_lt_when = clause.joined in {"when", "condition"} and verb.language == "lt" and verb.tense == "fut"
        return None if is_lt_when and verb.concepts & {"go", "come"} else Mode.PLAN
    if verb.tense == "cond":
        doubts = {s.value for s in clause.all("if")}
        ours = verb.person != 3 and doubts <= {"perhaps"} and verb.language == "en" and bool(clause.whens)
        return Mode.PLAN if clause.has("need", "plan") or not doubts or ours else None
    if verb.tense == "ing":
        return _mode_of_ing(verb, clause)
    if verb.person == 1 and _has_begun(verb, clause):
        return Mode.DONE
    if verb.person == 3 and not _has_future(clause):
        return Mode.DONE if verb.concepts & {"call", "write", "text", "mail"} else None
    return Mode.PLAN if clause.joined != "when" else None


def _has_begun(verb: Verb, clause: Clause) -> bool:
    """Whether the present tells what took place: "grįžtu iš Kuosos", "skambinu jau trečią kartą"."""
    if "return" in verb.concepts and any(m.before_word in _FROM for m in clause.mentions):
        return True
    return clause.has("tries") and bool(verb.concepts & _TRIED)


_TRIED = frozenset({"call", "write", "text", "mail", "reach"})


def _is_told_beside(verb: Verb, clause: Clause) -> bool:
    """Whether a contact was going on while the rest was done: "skambindamas Rūtai sužinojau"."""
    return (
        verb.language == "lt"
        and not verb.denied
        and bool(verb.concepts & {"call", "speak", "meet", "text", "visit"})
        and any(v.tense == "past" and not v.denied for v in clause.verbs)
    )


def _mode_of_ing(verb: Verb, clause: Clause) -> Mode | None:
    """What goes on or is to come, if it was not stopped or called off: "meeting Jonas on Friday"."""
    if _just_lasted(verb, clause) or _was_spent(verb, clause):
        return Mode.DONE
    stopped = clause.verb("finish")
    if stopped is not None and stopped.first < verb.first:
        return None
    off = clause.verb("cancel")
    is_off = off is not None and off.first > verb.first and off.tense in {"past", "pass"}
    return Mode.CANCELLED if is_off else Mode.PLAN


def _just_lasted(verb: Verb, clause: Clause) -> bool:
    """Whether the length of what was done stands right before it: "twenty mins nattering with Tom"."""
    lasted = any(d.last == verb.first and not d.is_offset and not d.is_travel for d in clause.durations)
    return lasted and verb.person == 0 and not any(w.direction is Direction.FUTURE for w in clause.whens)


def _was_spent(verb: Verb, clause: Clause) -> bool:
    """Whether it is what time was spent with: "spent the morning with Tom walking the line"."""
    return any(
        v.first < verb.first and v.concepts <= {"be"} and v.tense == "past" and v.person != 3 and not v.denied
        for v in clause.verbs
    )


def _is_told_of_past(verb: Verb, clause: Clause) -> bool:
    """Whether the day says that the present is meant for the past: "I send offer yesterday"."""
    if verb.language != "en" or (verb.tense, verb.person) != ("pres", 1):
        return False
    dated = [w for w in clause.whens if w.has_date]
    return bool(dated) and all(w.direction is Direction.PAST for w in dated)


def is_asked_about(clause: Clause, before: Clause) -> bool:
    """Whether the customer only asks about it: "klausė, kada atvešim", "klausia, ar galim pristatyti"."""
    asked = before.verb("ask")
    question = any(s.first == clause.first and s.value == "question" for s in clause.all("aside"))
    return asked is not None and asked.person == 3 and question


def is_purpose(verb: Verb, clause: Clause, before: Clause | None) -> bool:
    """Whether an infinitive only tells what a contact is for: "skambinsiu sužinoti", "susitinkam su Rūta
    aptarti".
    """
    if verb.language == "en" and _is_told_for(verb, clause):
        return True
    if verb.concepts <= {"discuss"} and before is not None and before.last == clause.first:
        met = before.verbs[-1] if before.verbs else None
        if met is not None and met.concepts & CONTACT and (clause.first == verb.first or clause.mentions):
            return True
    if verb.language == "en" and any(v.concepts <= {"other"} and v.first < verb.first for v in clause.verbs):
        return True  # "their doors cost 900 a month to repair"
    return verb.concepts.isdisjoint(CONTACT) and any(
        v.first < verb.first
        and (v.concepts & CONTACT or was_at(v, clause))
        and v.tense in {"fut", "past", "pres", "inf"}
        for v in clause.verbs
    )


def was_at(verb: Verb, clause: Clause) -> bool:
    """Whether we were at a customer's: "buvom pas Kuosą pamatuoti langų"."""
    ours = (verb.language, verb.tense, verb.person) == ("lt", "past", 1) and verb.concepts <= {"be"}
    return ours and any(m.before_word == "pas" for m in clause.mentions)


def _is_told_for(verb: Verb, clause: Clause) -> bool:
    """Whether it tells what a contact was or will be for: "popped in to drop off the catalogue", "a call to
    go through the numbers".
    """
    earlier = [v for v in clause.verbs if v.first < verb.first]
    if not earlier:
        return any(s.first < verb.first and s.first >= clause.first for s in clause.all("event"))
    last = earlier[-1]
    told = last.person != 3 or bool(last.concepts & {"come", "visit"})
    return bool(last.concepts & CONTACT) and last.tense == "past" and told and not _went(last)


def _has_future(clause: Clause) -> bool:
    return any((when.has_date or when.has_time) and not when.is_now for when in clause.whens)


def _is_ruled_out(verb: Verb, lead: Verb) -> bool:
    """Whether it is asked, agreed or decided not to do it: "prašė neskambinti"."""
    return (
        verb.denied
        and (verb.tense == "inf" or (verb.tense == "cond" and verb.language == "lt"))
        and not lead.concepts.isdisjoint({"want", "ask", "say", "agree", "decide", "promise"})
    )


def _mode_led(verb: Verb, lead: Verb, clause: Clause) -> Mode | None:
    concepts = lead.concepts
    past = lead.tense in {"past", "active", "pass"}
    if concepts & {"try"}:
        return Mode.DONE if past else Mode.PLAN
    if concepts & {"manage"}:
        return Mode.DONE if past and not lead.denied else Mode.DENIED if lead.denied else Mode.PLAN
    if concepts & {"forget", "refuse", "cancel", "consider", "finish"} or _does_not_agree(lead):
        return Mode.PLAN if concepts & {"forget"} and lead.denied and lead.tense != "past" else Mode.DENIED
    if concepts & {"want", "ask", "say", "invite"} and (
        verb.tense in {"inf", "cond"} or (verb.tense == "pass" and verb.language == "en")
    ):
        return _mode_wished(verb, lead, clause, past=past)
    if concepts & {"need"}:
        return Mode.FORBIDDEN if lead.denied else Mode.PLAN
    if concepts <= {"do"} and lead.language == "lt" and verb.tense == "inf":
        return Mode.DONE if past and not lead.denied else None  # "baigiau kalbėti"
    if concepts & {"go", "come"} and verb.tense == "inf":
        return Mode.DONE if past and not lead.denied else Mode.PLAN
    if concepts & {"begin"}:
        begun = lead.language == "lt" and lead.tense in {"past", "pres"} and verb.concepts.isdisjoint(CONTACT)
        return Mode.DENIED if begun else None
    if concepts & {"have", "suppose"} and past and not clause.has("agenda"):
        return Mode.DENIED
    if concepts & {"have"} and verb.tense == "inf":
        return Mode.FORBIDDEN if lead.denied else Mode.PLAN
    if concepts & {"promise", "agree", "plan", "accept", "invite", "decide"} and verb.tense in {
        "inf",
        "cond",
    }:
        return Mode.PLAN
    return None


def _does_not_agree(lead: Verb) -> bool:
    """Whether somebody would not do it: "nesutiko susitikti"."""
    return lead.concepts <= {"accept"} and lead.denied and lead.language == "lt"


def _is_of_ours(verb: Verb, clause: Clause) -> bool:
    """Whether a customer is whom it would have reached: "wanted to call Viktoras"."""
    return verb.language == "en" and any(m.first == verb.last for m in clause.mentions)


def _mode_wished(verb: Verb, lead: Verb, clause: Clause, *, past: bool) -> Mode:
    if lead.denied:
        return Mode.FORBIDDEN
    if past and lead.person != 3 and "want" in lead.concepts and _is_of_ours(verb, clause):
        return Mode.FORBIDDEN  # "wanted to call Viktoras, forgot"
    return Mode.PLAN if lead.person == 1 and not past else Mode.ASKED
