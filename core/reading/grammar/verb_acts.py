"""The contact or step that one verb of a clause tells, if it tells any."""

from core.reading.grammar.act import Act
from core.reading.grammar.doers import is_by_customer
from core.reading.grammar.kinds import kind_of
from core.reading.grammar.modes import (
    Mode,
    governor,
    is_asked_about,
    is_purpose,
    mode_of,
    was_at,
)
from core.reading.grammar.text import Clause
from core.reading.grammar.things import thing_of
from core.reading.grammar.verb import Verb

_CONCEDING = frozenset({"hand", "send", "offer", "rework", "quote"})
"""What we might give on a condition, which is no step: "jei duosim nuolaidą, pasirašys"."""


_STEPS_OF_CUSTOMER = frozenset(
    {
        "receive",
        "call",
        "speak",
        "meet",
        "visit",
        "come",
        "go",
        "write",
        "text",
        "mail",
        "send",
        "hand",
        "contact",
        "reply",
        "return",
        "get_out",
    }
)


def _is_own_wish(verb: Verb, lead: Verb, clause: Clause) -> bool:
    """Whether the customer wants to do something themselves: "nori išbandyti"."""
    return (
        verb.language == "lt"
        and verb.concepts == {"task"}
        and (
            (lead.concepts == {"want"} and lead.person == 3)
            or (lead.concepts == {"ask"} and lead.person == 1)
        )
        and not thing_of(clause)
    )


def _is_for_theirs(verb: Verb, lead: Verb, clause: Clause) -> bool:
    """Whether the customer's own people are to do it: "they want the board to see it first"."""
    wished = lead.language == "en" and lead.concepts & {"want", "need", "ask"} and lead.person == 3
    return bool(wished) and any(lead.last <= s.first and s.last < verb.first for s in clause.all("internal"))


def _sends_offer_from_before(verb: Verb, clause: Clause, before: Clause | None) -> bool:
    """Whether "sent it" is about the offer that the clause before speaks of."""
    return (
        (
            not verb.concepts.isdisjoint({"send", "hand", "receive", "get_out"})
            or _reworks_it(verb, before)
            or _mails_it(verb, clause)
        )
        and not thing_of(clause)
        and not clause.has("event")
        and before is not None
        and (thing_of(before) == "offer" or before.verb("quote") is not None)
    )


def _mails_it(verb: Verb, clause: Clause) -> bool:
    """Whether what was spoken of is what is mailed: "did the quote and emailed it to May"."""
    it = any(s.value == "it" and s.first == verb.last for s in clause.all("dealing"))
    return it and verb.language == "en" and bool(verb.concepts & {"mail", "text"})


def _reworks_it(verb: Verb, before: Clause | None) -> bool:
    """Whether something said before is to be done again: "prašo mažesnės sumos, perdarysiu"."""
    return (
        verb.concepts <= {"rework"}
        and verb.tense in ({"fut"} if verb.language == "lt" else {"fut", "imp"})
        and (verb.person, verb.denied) == (1, False)
        and before is not None
        and (bool(thing_of(before)) if verb.language == "lt" else thing_of(before) == "offer")
    )


def _is_their_need(verb: Verb, lead: Verb, clause: Clause) -> bool:
    """Whether it is the customer who needs to think or decide: "jai reikia laiko pamąstyti"."""
    if verb.language == "en":
        return _is_their_thought(verb, lead, clause)
    if not verb.concepts <= _THINKING:
        return False
    theirs = clause.has("pronoun", "customer") or any("dat" in m.cases for m in clause.mentions)
    asks = (
        "ask" in lead.concepts and lead.person == 3 and not thing_of(clause)
    )  # "prašo pamąstyti iki Kalėdų"
    return asks or (lead.concepts <= {"need"} and theirs)


_THINKING = frozenset({"consider", "decide", "other", "rest"})


def _is_their_thought(verb: Verb, lead: Verb, clause: Clause) -> bool:
    """Whether the customer wants to think, not us to: "wants to think about it until autumn"."""
    ours = any(lead.last <= s.first < verb.first for s in clause.all("us"))
    return verb.concepts <= _THINKING and lead.person == 3 and not ours


def _is_passed_on(verb: Verb, clause: Clause) -> bool:
    """Whether the customer only passes something on among themselves: "she'll pass it on"."""
    return "relay" in verb.concepts and not clause.has("us") and not clause.has("our")


def _is_told_to_bot(verb: Verb, lead: Verb) -> bool:
    """Whether only the bot is asked to note it: "prašau įrašyti"."""
    return (
        verb.concepts in ({"task"}, {"remind"})
        and lead.concepts == {"ask"}
        and lead.person == 1
        and lead.tense == "pres"
    )


def _is_waited_for(verb: Verb, before: Clause) -> bool:
    """Whether we only wait for what the customer will do: "laukiu, ką atsakys"."""
    waited = before.verb("wait")
    return waited is not None and waited.person == 1 and verb.person == 3 and verb.tense == "fut"


def _is_delivery(verb: Verb, clause: Clause) -> bool:
    """Whether goods are to be delivered, which is no step: "vežam ketvirtadienį"."""
    return any(s.first == verb.first for s in clause.all("delivery"))


def _is_purpose_of_call(verb: Verb, clause: Clause, before: Clause | None) -> bool:
    """Whether it only tells what to ask in the contact that is planned: "call Tiltas and ask for Jonas"."""
    if verb.language != "en" or verb.tense != "imp" or "ask" not in verb.concepts or before is None:
        return False
    planned = before.verb("call", "visit", "text", "mail", "write")
    return clause.joined == "and" and planned is not None and planned.tense in {"imp", "fut", "inf"}


def _is_thing_going_out(verb: Verb, clause: Clause, before: Clause | None) -> bool:
    """Whether what the clause before names goes out: "quote for Tiltas on my desk, has to go out today"."""
    out = any(s.first <= verb.first < s.last for s in clause.all("to_be_with"))
    alone = not clause.mentions and not clause.has("pronoun", "i", "customer")
    named = before is not None and not before.verbs and thing_of(before) in {"offer", "document", "contract"}
    return out and alone and named and verb.language == "en" and verb.concepts <= {"go"}


def _is_what_was_said(verb: Verb, mode: Mode, clause: Clause, before: Clause | None) -> bool:
    """Whether it only tells what a customer said of themselves: "parašė, kad brėžinius gavo"."""
    return (
        mode is Mode.DONE
        and clause.joined == "that"
        and verb.concepts <= {"receive"}
        and before is not None
        and bool(before.verbs)
    )


def _is_in_phrase(verb: Verb, clause: Clause) -> bool:
    """Whether the verb is a part of words that tell something else: "the board meets", "also talking to"."""
    rivals = (s for s in clause.all("rival") if s.value == "other")
    vain = (s for s in clause.all("voice") if s.value == "call" and s.language == "en")
    if verb.tense == "pres" and verb.language == "lt":
        haggles = (s for s in clause.all("stage") if s.value == "negotiation")
        if any(s.first <= verb.first < s.last for s in haggles):
            return True  # "tariamės dėl kainos"
    learns = (verb.language, verb.tense, verb.person) == ("lt", "fut", 1) and verb.concepts == {"task"}
    if learns and not thing_of(clause) and any(s.first == verb.first for s in clause.all("close")):
        return True  # "tada ir sužinosim"
    dropped = (s for s in clause.all("voice") if s.value == "call" and "send" in verb.concepts)
    if any(s.first == verb.first for s in dropped):
        return True  # "skambino, numečiau"
    return any(s.first < verb.first < s.last for s in (*clause.all("close"), *rivals, *vain))


def _only_refers(verb: Verb, clause: Clause) -> bool:
    """Whether it only says that something is as it was spoken of: "kaip tarėmės"."""
    return verb.tense == "past" and any(s.last == verb.first for s in clause.all("as"))


def _is_chance(verb: Verb, clause: Clause) -> bool:
    """Whether only how likely it is is told: "tikimybė sudaryti sutartį"."""
    return verb.language == "lt" and any(
        s.last == verb.first and s.value != "figure" for s in clause.all("chance")
    )


def act_of(verb: Verb, clause: Clause, before: Clause | None) -> Act | None:
    lead = governor(verb, clause, before)
    mode = mode_of(verb, lead, clause)
    if mode is None or _is_in_phrase(verb, clause) or _only_refers(verb, clause):
        return None
    if _is_purpose_of_call(verb, clause, before) or _is_thing_going_out(verb, clause, before):
        return None
    if (
        verb.tense == "inf"
        and (lead is None or was_at(lead, clause))
        and (is_purpose(verb, clause, before) or _is_chance(verb, clause))
    ):
        return None
    leaves = "leave" in verb.concepts and (verb.language == "en" or thing_of(clause) == "offer")
    by_customer = not leaves and is_by_customer(verb, lead, clause, before)
    kind, sends = kind_of(verb, clause, by_customer, is_step=mode in {Mode.PLAN, Mode.ASKED})
    ours = not by_customer or (verb.language == "en" and verb.concepts <= {"receive"})
    if kind in {"", "task", "email"} and ours and _sends_offer_from_before(verb, clause, before):
        kind, sends = "proposal", "offer"
    if not kind and mode is Mode.PLAN and not by_customer and _reworks_it(verb, before):
        kind = "task"
    if by_customer and kind in _AMONG_THEM and _is_among_them(verb, clause):
        return None  # "he'll talk to his boss"
    if by_customer and _is_passed_on(verb, clause):
        return None
    if by_customer and verb.concepts <= {"send"} and not thing_of(clause) and clause.has("us_object"):
        return None  # "mus išmetė iš konkurso"
    if not kind or (by_customer and _is_what_was_said(verb, mode, clause, before)):
        return None
    if lead is not None and (
        _is_own_wish(verb, lead, clause)
        or _is_told_to_bot(verb, lead)
        or _is_their_need(verb, lead, clause)
        or _is_for_theirs(verb, lead, clause)
    ):
        return None
    if kind == "proposal" and verb.concepts & {"receive", "go"} and mode is Mode.DONE:
        by_customer = False  # it is our offer that they got
    act = Act(kind, mode, verb.first, verb.last, by_customer, False, sends)
    return None if mode is Mode.PLAN and _is_no_step(act, verb, clause, before) else act


def _is_among_them(verb: Verb, clause: Clause) -> bool:
    """Whether the customer's own people are whom it reaches, who in English stand soon after the verb."""
    if clause.has("our"):
        return False
    ends = range(verb.first, verb.last + _TO_THEIRS)
    return any(s.language != "en" or s.first in ends for s in clause.all("internal"))


_TO_THEIRS = 6
_AMONG_THEM = frozenset({"call", "meeting", "task", "email", "message", "proposal"})


def _is_order_coming(act: Act, verb: Verb, clause: Clause) -> bool:
    """Whether an order is what will come: "the PO will be raised on Friday"."""
    before = any(s.value == "order" and s.last <= verb.first for s in clause.all("thing"))
    return act.sends == "order" or (before and act.kind == "task")


def _is_no_step(act: Act, verb: Verb, clause: Clause, before: Clause | None) -> bool:
    """Whether what a verb tells of the future is nothing for us to do or to await."""
    if act.sends in {"", "product", "order"} and _is_delivery(verb, clause):
        return True
    if (
        verb.language == "en"
        and verb.tense == "fut"
        and verb.person != 1
        and _is_order_coming(act, verb, clause)
    ):
        return True
    if before is not None and verb.person != 3 and is_asked_about(clause, before):
        return True
    if before is not None and _is_waited_for(verb, before):
        return True
    if clause.joined == "condition" and (act.by_customer or verb.concepts & _CONCEDING):
        return True
    if not act.by_customer:
        return False
    if verb.concepts & {"speak", "discuss", "meet"} and clause.has("among_them"):
        return True  # "pasitars su vadovu"
    if act.kind in {"email", "message"} and verb.concepts & {"say", "agree"} and verb.language == "en":
        return False  # "he'll confirm the dates by email"
    someone = not clause.has("close") and not clause.has("thing")
    if act.kind == "meeting" and verb.concepts <= {"be"} and clause.has("our") and someone:
        return False  # "she will be here tomorrow at 11"
    among_themselves = verb.tense == "ing" and act.kind == "task" and not clause.whens
    return among_themselves or verb.concepts.isdisjoint(_STEPS_OF_CUSTOMER)
