"""What each clause tells: contacts that took place, contacts and tasks to come."""

from core.reading.calendar import Direction
from core.reading.grammar.act import Act
from core.reading.grammar.invitations import invitations_of
from core.reading.grammar.kinds import SAID
from core.reading.grammar.modes import (
    CONTACT,
    Mode,
)
from core.reading.grammar.nouns import (
    events_of,
    retries_of,
    talks_of,
    told_after,
)
from core.reading.grammar.offers import offers_out
from core.reading.grammar.signs import Sign
from core.reading.grammar.stays import stays_of
from core.reading.grammar.text import Clause
from core.reading.grammar.untold import asked_price
from core.reading.grammar.verb import Verb
from core.reading.grammar.verb_acts import act_of
from core.reading.grammar.ways import is_at_premises
from core.reading.grammar.wishes import wishes_of
from core.reading.names.mention import Mention


def acts_of(clause: Clause, before: Clause | None) -> list[Act]:
    """The acts of a clause in order."""
    found = _acts_of_verbs(clause, before)
    if len(found) > 1 and any(_reminds(v) for v in clause.verbs):
        found = [act for act in found if not any(_reminds(v) and v.first == act.first for v in clause.verbs)]
    if any(_hands_over_coffee(act, clause) for act in found):
        where = _where_handed(clause)
        found.append(Act(where, Mode.DONE, found[0].first, found[0].last, False, True))
    if not found and _was_there(clause):
        found.append(Act("visit", Mode.DONE, clause.verbs[0].first, clause.verbs[0].last, False, True))
    elif _is_at_customer(clause, found):
        found.append(Act("visit", Mode.DONE, found[0].first, found[0].last, False, True))
    said = [act for act in found if act.sends == SAID]
    if said and len(said) == len(found):
        found.extend(act for act in events_of(clause, before) if act.is_step)
        found.extend(wishes_of(clause, before))
    elif not any(act.mode is Mode.DONE and act.from_noun for act in found) and (
        contact := told_after(clause)
    ):
        found = [*contact, *(found or wishes_of(clause, before))]
    elif not any(act.kind and not act.from_noun for act in found if act.mode is not Mode.DENIED):
        denied = set() if clause.has("voice") else {a.kind for a in found if a.mode is Mode.DENIED}
        told = {act.first for act in found if act.from_noun}
        events = events_of(clause, before)
        found.extend(act for act in events if act.kind not in denied and act.first not in told)
        if not found or all(a.mode is Mode.DENIED for a in found):
            found.extend(wishes_of(clause, before))
            found.extend(retries_of(clause))
        if not found:
            found.extend(invitations_of(clause) or offers_out(clause))
        if not found and (not clause.verbs or clause.verb("plan", "arrange", "do")):
            found.extend(stays_of(clause) or talks_of(clause))
        if not found:
            found.extend(_over_channel(clause) or asked_price(clause, before))
    return found


def _acts_of_verbs(clause: Clause, before: Clause | None) -> list[Act]:
    """The acts of the clause's verbs, and what a customer wished who made contact."""
    found = [act for verb in clause.verbs if (act := act_of(verb, clause, before))]
    if found and all(act.mode is Mode.DONE for act in found) and _wishes_beside(clause):
        found.extend(wishes_of(clause, before))
    if not any(act.mode is Mode.DONE for act in found) and (told := _told_over(clause)):
        found = [told, *(found or (act for act in wishes_of(clause, before) if act.kind != told.kind))]
    if found and all(act.mode is Mode.DONE for act in found):
        found.extend(_confirmed(clause))
    return found


def _confirmed(clause: Clause) -> list[Act]:
    """The contact to come that another was made to confirm: "rang Liis to confirm tomorrow's visit"."""
    verb = next((v for v in clause.verbs if v.tense == "inf" and v.concepts & {"agree"}), None)
    if verb is None or verb.language != "en" or not any(w.first >= verb.last for w in clause.whens):
        return []
    events = (s for s in clause.all("event") if s.first >= verb.last and s.value in _CONFIRMED)
    return [Act(s.value, Mode.PLAN, s.first, s.last, False, True) for s in events][:1]


_CONFIRMED = frozenset({"call", "meeting", "visit", "demo"})


def _wishes_beside(clause: Clause) -> bool:
    """Whether the customer made the contact wishing something: "rang looking for a quote"."""
    return any(
        v.language == "en" and v.tense == "ing" and v.person == 3 and v.concepts & {"want", "ask"}
        for v in clause.verbs
    )


def _over_channel(clause: Clause) -> list[Act]:
    """A contact told by how something was done with somebody: "telefonu laužėm kainą"."""
    channel = next(clause.all("channel"), None)
    source = channel is not None and any(s.last == channel.first for s in clause.all("way_from"))
    if source:
        return []  # "nauja užklausa iš Facebook"
    if channel is not None and channel.value in _BY_WHICH and clause.has("stage", "lead"):
        return [Act(channel.value, Mode.DONE, channel.first, channel.last, True, True)]
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
    if channel is not None and _is_arranged_over(channel, clause):
        return [Act(channel.value, Mode.PLAN, channel.first, channel.last, False, True)]
    if channel is None or not did or channel.value not in {"call", "meeting", "email", "message"}:
        return []
    return [Act(channel.value, Mode.DONE, channel.first, channel.last, False, True)]


def _is_arranged_over(channel: Sign, clause: Clause) -> bool:
    """Whether only who, when and over what is told: "12-05 per Teams su Tiltu"."""
    over = channel.value in {"call", "meeting"} and channel.last - channel.first > 1
    ahead = any(w.has_date for w in clause.whens) and all(
        w.direction is not Direction.PAST and not w.is_now for w in clause.whens
    )
    told = clause.verbs or clause.has("thing") or clause.has("stage") or clause.has("negative")
    return over and ahead and bool(clause.mentions) and not told


def _told_over(clause: Clause) -> Act | None:
    """The way by which a customer said or asked something: "Rytis vaibere klausia", "Rasa laiške prašo"."""
    for verb in clause.verbs:
        said = verb.language == "lt" and verb.person == 3 and verb.tense in {"past", "pres"}
        if not said or verb.denied or verb.concepts.isdisjoint(_TELLING):
            continue
        way = next((s for s in clause.all("channel") if s.last == verb.first), None)
        if way is not None and way.language == "lt" and way.value in _BY_WHICH:
            return Act(way.value, Mode.DONE, way.first, way.last, True, True)
    return None


_TELLING = frozenset({"say", "ask", "want", "accept", "promise", "refuse"})
_BY_WHICH = frozenset({"call", "email", "message"})
"""Ways by which a new enquiry comes that are a contact: "per LinkedIn nauja užklausa"."""


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
    return _event_during(clause) is not None


def _event_during(clause: Clause) -> Sign | None:
    places = [s.last for s in clause.all("during")]
    return next((s for s in clause.all("event") if any(s.first - last in {0, 1} for last in places)), None)


def _where_handed(clause: Clause) -> str:
    """In which contact something was handed over: "during my visit on Friday"."""
    event = _event_during(clause)
    return event.value if event is not None and event.value == "visit" else "meeting"


def _is_at_customer(clause: Clause, acts: list[Act]) -> bool:
    """Whether something was handed over or said at the customer's: "At Merelaud I handed them the offer"."""
    if (
        not any(act.mode is Mode.DONE and not act.by_customer for act in acts)
        or clause.verb("hand", "speak", "discuss", "show") is None
    ):
        return False
    if clause.has("channel", "meeting") or _leaves_voicemail(clause):
        return False
    if any(w.is_now for w in clause.whens) and clause.mentions and _is_left(clause.mentions[0], clause):
        return True
    return any(
        m.before_word in {"pas", "at"} and not _follows_person(m, clause) and not _is_spoken_to(m, clause)
        for m in clause.mentions
    )


def _leaves_voicemail(clause: Clause) -> bool:
    """Whether what was left is a voicemail, wherever that is: "left Jonas at Tiltas two voicemails"."""
    verb = clause.verb("hand")
    return verb is not None and verb.language == "en" and clause.has("voice", "call")


def _is_left(mention: Mention, clause: Clause) -> bool:
    """Whether a clause opens with the company one has just left: "ką tik iš Tilto, kalbėjom"."""
    return (
        bool(mention.companies) and mention.before_word in {"iš", "is"} and mention.first - clause.first <= 4
    )


def _is_spoken_to(mention: Mention, clause: Clause) -> bool:
    """Whether it only says where somebody works: "spoke to accounts at Krauthage"."""
    verb = clause.verb("speak", "discuss")
    whom = {s.first for s in (*clause.all("with"), *clause.all("helper")) if s.value in {"word", "to"}}
    return verb is not None and verb.last in whom and 0 < mention.first - verb.last <= _TO_PLACE


_TO_PLACE = 5


_ARRANGING = frozenset(
    {"move", "cancel", "agree", "plan", "promise", "want", "need", "decide", "arrange", "win", "lose"}
)


def _was_there(clause: Clause) -> bool:
    """Whether something of ours was done at the customer's: "pas Kuosą praleidom visą dieną"."""
    ours = any(
        ((v.tense == "past" and v.person == 1) or (v.tense == "pass" and "forget" in v.concepts))
        and not v.denied
        and v.concepts.isdisjoint(_ARRANGING)
        for v in clause.verbs
    )
    return (
        ours
        and not clause.has("event")
        and (
            is_at_premises(clause)
            or clause.has("there")
            or any(m.before_word == "pas" or _is_inside(m) for m in clause.mentions)
        )
    )


def _is_inside(mention: Mention) -> bool:
    """Whether a company is where we were: "Medviltoje praleidau dvi valandas"."""
    return bool(mention.companies) and "loc" in mention.cases and mention.cases.isdisjoint({"nom", "voc"})


def _follows_person(mention: Mention, clause: Clause) -> bool:
    """Whether the place only says where a person named before works: "Tom at Northfell"."""
    beside = {mention.first - 1, mention.first}
    return any(m.last in beside for m in clause.mentions) or any(s.last in beside for s in clause.all("role"))


__all__ = ["CONTACT", "Act", "Mode", "acts_of"]
