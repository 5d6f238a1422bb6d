"""What each clause tells: contacts that took place, contacts and tasks to come."""

from core.reading.grammar.act import Act
from core.reading.grammar.kinds import SAID, kind_of
from core.reading.grammar.modes import (
    CONTACT,
    Mode,
    governor,
    is_asked_about,
    is_by_customer,
    is_purpose,
    mode_of,
)
from core.reading.grammar.nouns import (
    events_of,
    invitations_of,
    offers_out,
    retries_of,
    stays_of,
    talks_of,
    told_after,
)
from core.reading.grammar.text import Clause
from core.reading.grammar.things import thing_of
from core.reading.grammar.verb import Verb
from core.reading.grammar.wishes import wishes_of
from core.reading.names.mention import Mention

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
    }
)


def acts_of(clause: Clause, before: Clause | None) -> list[Act]:
    """The acts of a clause in order."""
    found = [act for verb in clause.verbs if (act := _act_of(verb, clause, before))]
    if len(found) > 1 and any(_reminds(v) for v in clause.verbs):
        found = [act for act in found if not any(_reminds(v) and v.first == act.first for v in clause.verbs)]
    if any(_hands_over_coffee(act, clause) for act in found):
        found.append(Act("meeting", Mode.DONE, found[0].first, found[0].last, False, True))
    if not found and _was_there(clause):
        found.append(Act("visit", Mode.DONE, clause.verbs[0].first, clause.verbs[0].last, False, True))
    elif _is_at_customer(clause, found):
        found.append(Act("visit", Mode.DONE, found[0].first, found[0].last, False, True))
    said = [act for act in found if act.sends == SAID]
    if said and len(said) == len(found):
        found.extend(act for act in events_of(clause, before) if act.is_step)
        found.extend(wishes_of(clause, before))
    elif not any(act.mode is Mode.DONE for act in found) and (contact := told_after(clause)):
        found = [*contact, *(found or wishes_of(clause, before))]
    elif not any(act.kind and not act.from_noun for act in found if act.mode is not Mode.DENIED):
        denied = set() if clause.has("voice") else {a.kind for a in found if a.mode is Mode.DENIED}
        found.extend(act for act in events_of(clause, before) if act.kind not in denied)
        if not found or all(a.mode is Mode.DENIED for a in found):
            found.extend(wishes_of(clause, before))
            found.extend(retries_of(clause))
        if not found:
            found.extend(invitations_of(clause) or offers_out(clause))
        if not found and (not clause.verbs or clause.verb("plan", "arrange")):
            found.extend(stays_of(clause) or talks_of(clause))
        if not found:
            found.extend(_over_channel(clause))
    return found


def _over_channel(clause: Clause) -> list[Act]:
    """A contact told by how something was done with somebody: "telefonu laužėm kainą"."""
    channel = next(clause.all("channel"), None)
    did = any(
        v.language == "lt"
        and not v.denied
        and (
            (v.tense == "past" and v.person == 1)
            or (v.tense == "pass" and not clause.has("pronoun", "future_be"))
        )
        and v.concepts.isdisjoint(_ARRANGING - {"agree"})
        for v in clause.verbs
    )
    if channel is None or not did or channel.value not in {"call", "meeting", "email", "message"}:
        return []
    return [Act(channel.value, Mode.DONE, channel.first, channel.last, False, True)]


def _reminds(verb: Verb) -> bool:
    """Whether it only asks to be reminded of what follows, or arranges it: "remind me to ring"."""
    tenses = {"imp", "pres"} if verb.language == "en" else {"imp"}
    arranges = "arrange" in verb.concepts and verb.language == "en"
    return ("remind" in verb.concepts or arranges) and verb.tense in tenses


def _hands_over_coffee(act: Act, clause: Clause) -> bool:
    """Whether something was handed to a customer whom we sat with: "gave her the offer over lunch"."""
    handed = clause.verb("hand")
    return (
        handed is not None
        and act.first == handed.first
        and act.mode is Mode.DONE
        and not act.by_customer
        and (clause.has("channel", "meeting") or _is_at_meeting(clause))
    )


def _is_at_meeting(clause: Clause) -> bool:
    """Whether a meeting is where it happened: "at the meeting", "during our demo", "per susitikimą"."""
    places = [s.last for s in clause.all("during")]
    return any(s.first - last in {0, 1} for s in clause.all("event") for last in places)


def _is_at_customer(clause: Clause, acts: list[Act]) -> bool:
    """Whether something was handed over or said at the customer's: "At Merelaud I handed them the offer"."""
    if (
        not any(act.mode is Mode.DONE and not act.by_customer for act in acts)
        or clause.verb("hand", "speak", "discuss", "show") is None
    ):
        return False
    if clause.has("channel", "meeting"):
        return False
    return any(
        m.before_word in {"pas", "at"} and not _follows_person(m, clause) and not _is_spoken_to(m, clause)
        for m in clause.mentions
    )


def _is_spoken_to(mention: Mention, clause: Clause) -> bool:
    """Whether it only says where somebody works: "spoke to accounts at Krauthage"."""
    verb = clause.verb("speak", "discuss")
    whom = {s.first for s in (*clause.all("with"), *clause.all("helper")) if s.value in {"word", "to"}}
    return verb is not None and verb.last in whom and 0 < mention.first - verb.last <= _TO_PLACE


_TO_PLACE = 5


def _is_own_wish(verb: Verb, lead: Verb, clause: Clause) -> bool:
    """Whether the customer wants to do something themselves: "nori išbandyti"."""
    return (
        verb.language == "lt"
        and verb.concepts == {"task"}
        and lead.concepts == {"want"}
        and lead.person == 3
        and not thing_of(clause)
    )


_ARRANGING = frozenset(
    {"move", "cancel", "agree", "plan", "promise", "want", "need", "decide", "arrange", "win", "lose"}
)


def _was_there(clause: Clause) -> bool:
    """Whether something of ours was done at the customer's: "pas Kuosą praleidom visą dieną"."""
    ours = any(
        v.tense == "past" and v.person == 1 and not v.denied and v.concepts.isdisjoint(_ARRANGING)
        for v in clause.verbs
    )
    return (
        ours
        and not clause.has("event")
        and any(m.before_word == "pas" or _is_inside(m) for m in clause.mentions)
    )


def _is_inside(mention: Mention) -> bool:
    """Whether a company is where we were: "Medviltoje praleidau dvi valandas"."""
    return bool(mention.companies) and "loc" in mention.cases and mention.cases.isdisjoint({"nom", "voc"})


def _follows_person(mention: Mention, clause: Clause) -> bool:
    """Whether the place only says where a person named before works: "Tom at Northfell"."""
    beside = {mention.first - 1, mention.first}
    return any(m.last in beside for m in clause.mentions) or any(s.last in beside for s in clause.all("role"))


def _sends_offer_from_before(verb: Verb, clause: Clause, before: Clause | None) -> bool:
    """Whether "sent it" is about the offer that the clause before speaks of."""
    return (
        not verb.concepts.isdisjoint({"send", "hand", "receive"})
        and not thing_of(clause)
        and not clause.has("event")
        and before is not None
        and (thing_of(before) == "offer" or before.verb("quote") is not None)
    )


def _is_told_to_bot(verb: Verb, lead: Verb) -> bool:
    """Whether only the bot is asked to note it: "prašau įrašyti"."""
    return (
        verb.concepts == {"task"} and lead.concepts == {"ask"} and lead.person == 1 and lead.tense == "pres"
    )


def _is_waited_for(verb: Verb, before: Clause) -> bool:
    """Whether we only wait for what the customer will do: "laukiu, ką atsakys"."""
    waited = before.verb("wait")
    return waited is not None and waited.person == 1 and verb.person == 3 and verb.tense == "fut"


def _is_delivery(verb: Verb, clause: Clause) -> bool:
    """Whether goods are to be delivered, which is no step: "vežam ketvirtadienį"."""
    return any(s.first == verb.first for s in clause.all("delivery"))


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
    return any(s.first < verb.first < s.last for s in (*clause.all("close"), *rivals, *vain))


def _is_chance(verb: Verb, clause: Clause) -> bool:
    """Whether only how likely it is is told: "tikimybė sudaryti sutartį"."""
    return verb.language == "lt" and any(s.last == verb.first for s in clause.all("chance"))


def _act_of(verb: Verb, clause: Clause, before: Clause | None) -> Act | None:
    lead = governor(verb, clause, before)
    mode = mode_of(verb, lead, clause)
    if mode is None or _is_in_phrase(verb, clause):
        return None
    if (
        verb.tense == "inf"
        and lead is None
        and (is_purpose(verb, clause, before) or _is_chance(verb, clause))
    ):
        return None
    leaves = "leave" in verb.concepts and (verb.language == "en" or thing_of(clause) == "offer")
    by_customer = not leaves and is_by_customer(verb, lead, clause, before)
    kind, sends = kind_of(verb, clause, by_customer, is_step=mode in {Mode.PLAN, Mode.ASKED})
    if kind in {"", "task", "email"} and not by_customer and _sends_offer_from_before(verb, clause, before):
        kind, sends = "proposal", "offer"
    if by_customer and kind in _AMONG_THEM and clause.has("internal") and not clause.has("our"):
        return None  # "he'll talk to his boss"
    if not kind or (by_customer and _is_what_was_said(verb, mode, clause, before)):
        return None
    if lead is not None and (_is_own_wish(verb, lead, clause) or _is_told_to_bot(verb, lead)):
        return None
    if kind == "proposal" and verb.concepts & {"receive", "go"} and mode is Mode.DONE:
        by_customer = False  # it is our offer that they got
    act = Act(kind, mode, verb.first, verb.last, by_customer, False, sends)
    return None if mode is Mode.PLAN and _is_no_step(act, verb, clause, before) else act


_AMONG_THEM = frozenset({"call", "meeting", "task"})


def _is_no_step(act: Act, verb: Verb, clause: Clause, before: Clause | None) -> bool:
    """Whether what a verb tells of the future is nothing for us to do or to await."""
    if act.sends in {"", "product", "order"} and _is_delivery(verb, clause):
        return True
    if before is not None and verb.person != 3 and is_asked_about(clause, before):
        return True
    if before is not None and _is_waited_for(verb, before):
        return True
    if clause.joined == "condition" and (act.by_customer or verb.concepts & _CONCEDING):
        return True
    if not act.by_customer:
        return False
    among_themselves = verb.tense == "ing" and act.kind == "task" and not clause.whens
    return among_themselves or verb.concepts.isdisjoint(_STEPS_OF_CUSTOMER)


__all__ = ["CONTACT", "Act", "Mode", "acts_of"]
