"""The contact that took place, and whether it reached anybody."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.reading.grammar.acts import Act, Mode
from core.reading.grammar.verb import Verb
from core.reading.names.mention import Mention
from core.reading.topic import Part
from core.reading.voices import is_absent, voice_of
from core.terms import ContactKind, StageMeaning

CONTACT_ORDER = (
    ContactKind.DEMO, ContactKind.VISIT, ContactKind.MEETING, ContactKind.CALL, ContactKind.PROPOSAL,
    ContactKind.EMAIL, ContactKind.MESSAGE, ContactKind.NOTE,
)  # fmt: skip


class Contact(NamedTuple):
    """A contact with the clause that tells of it; `act` is None where only its failure or a fact is told."""

    kind: ContactKind
    part: Part
    act: Act | None


def contact_of(parts: Sequence[Part], stage: StageMeaning | None) -> tuple[Contact | None, bool]:
    """The contact that took place, first in the order of kinds; and whether it reached nobody."""
    done = [
        Contact(ContactKind(act.kind), part, act)
        for part in parts
        for act in part.acts
        if act.mode is Mode.DONE and act.kind in _KINDS
    ]
    voice = voice_of(parts)
    if voice and not done and voice[0] in {"write", "call"} and stage is StageMeaning.LOST:
        voice = None
    unmet = voice is not None and voice[0] == "meeting" and all(c.kind in _WRITTEN for c in done)
    apart = voice is not None and voice[0] == "any" and all(c.part is not voice[1] for c in done)
    if voice and (not done or voice[0] == "call" or apart or unmet):
        done.append(Contact(_KIND_OF_VOICE[voice[0]], voice[1], None))
    if not done:
        return None, False
    best = min(_without_place(done), key=lambda c: CONTACT_ORDER.index(c.kind))
    reached = voice is not None and best.act is not None and _reached_another(parts, voice[1], best.part)
    reached = reached or (best.act is not None and _spoke_for_a_while(best))
    reached = reached or (voice is not None and any(found_instead(parts, p) for p in _given(parts)))
    return best, voice is not None and not reached and _fits(voice[0], best.kind)


def is_plain_talk(contact: Contact | None, parts: Sequence[Part]) -> bool:
    """Whether a call is one only as nothing tells where or over what they talked: "aptarėm kainas"."""
    if contact is None or contact.act is None or contact.kind is not ContactKind.CALL:
        return False
    called = any(p.clause.verb("call", "reach") or p.clause.has("channel") for p in parts)
    return not called and contact.part.clause.verb("speak", "discuss") is not None


def _spoke_for_a_while(contact: Contact) -> bool:
    """Whether the length of a talk is told, so that somebody was reached: "penkias minutes šnekėjom"."""
    clause = contact.part.clause
    spoke = clause.verb("speak", "discuss")
    lasted = any(not d.is_offset and not d.is_travel and not d.maybe_clock for d in clause.durations)
    return spoke is not None and spoke.language == "lt" and not spoke.denied and lasted


def _given(parts: Sequence[Part]) -> list[Part]:
    """The parts in which something was handed to somebody."""
    return [p for p in parts if (verb := p.clause.verb("hand")) is not None and verb.language == "lt"]


def _without_place(done: Sequence[Contact]) -> Sequence[Contact]:
    """The contacts without the place where someone was met, said just before: "buvau pas Kuosą, susitikau
    su Jonu".
    """
    for place, met in pairwise(done):
        was = place.part.clause.verb("be", "go", "visit")
        if place.kind is not ContactKind.VISIT or was is None or was.denied or met.act is None:
            continue
        if _only_saw(met) or ("visit" in was.concepts and not _met_in_words(met)):
            continue
        same = place.part.clause.sentence == met.part.clause.sentence and place.part is not met.part
        if same and met.kind is ContactKind.MEETING and not met.act.from_noun and not met.part.clause.whens:
            return [contact for contact in done if contact is not place]
    return done


def _met_in_words(met: Contact) -> bool:
    """Whether "met" itself is said in English, not "had coffee with"."""
    verb = met.part.clause.verb("meet")
    return verb is not None and verb.language == "en" and not met.part.clause.has("event", "meeting")


def _only_saw(met: Contact) -> bool:
    """Whether who was at the place is told without "met": "been to Tiltas, saw Jonas", "spent an hour
    with Jonas".
    """
    return met.act is not None and any(
        v.first == met.act.first and v.language == "en" and v.concepts & {"see", "be"}
        for v in met.part.clause.verbs
    )


def _reached_another(parts: Sequence[Part], missed: Part, told: Part) -> bool:
    """Whether another person was reached after the one who was not: "Priya was out, so I talked to Tom"."""
    at = parts.index(missed)
    if any(found_instead(parts, p) or _picked_up(p) or _was_received(p) for p in parts[at + 1 :]):
        return True
    tried = any(a.kind == "call" and not a.by_customer for part in parts[: at + 1] for a in part.acts)
    if tried and any(_called_back(p) for p in parts[at + 1 :]):
        return True
    return bool(
        parts.index(told) > parts.index(missed)
        and any(not m.companies for m in told.clause.mentions)
        and missed.clause.mentions
        and not told.clause.has("voice")
    )


def _was_received(part: Part) -> bool:
    """Whether somebody else received us: "jos nėra, užtat priėmė pavaduotojas"."""
    verb = part.clause.verb("host")
    return (
        verb is not None and (verb.language, verb.tense, verb.person) == ("lt", "past", 3) and not verb.denied
    )


def _called_back(part: Part) -> bool:
    """Whether the customer rang back: "neatsiliepė, vėliau pati perskambino"."""
    verb = part.clause.verb("call")
    back = verb is not None and (verb.language, verb.tense, verb.person) == ("lt", "past", 3)
    return back and verb is not None and not verb.denied and any(act.by_customer for act in part.acts)


def _picked_up(part: Part) -> bool:
    """Whether a later try was answered: "užimta. Paskambinau dar kartą, atsiliepė Daiva"."""
    verb = part.clause.verb("pick_up", "reach")
    return verb is not None and verb.tense == "past" and not verb.denied


def found_instead(parts: Sequence[Part], part: Part) -> list[Mention]:
    """Who was there though another was not: "Kuosos neradau, bet Rūta buvo"."""
    at = next(n for n, other in enumerate(parts) if other is part)
    spoken = part.clause.verb("speak", "meet")
    if spoken is not None and _spoke_instead(spoken, parts[at - 1 : at]):
        return [m for m in part.clause.mentions if m.people and m.before_word == "su"]
    given = part.clause.verb("hand")
    shut = part.clause.has("left_for") and not _was_out(parts[at - 1 : at])
    if given is not None and not shut and _gave_instead(given, parts[at - 1 : at]):
        return [m for m in part.clause.mentions if m.people and "dat" in m.cases]
    verb = part.clause.verb("be", "host")
    if verb is None or verb.denied or verb.tense != "past" or verb.person != 3 or not at:
        return []
    if not parts[at - 1].clause.has("voice", "visit", "meeting") and not is_absent(parts[at - 1]):
        return []
    return [m for m in part.clause.mentions if m.people and (not m.cases or "nom" in m.cases)]


def _spoke_instead(verb: Verb, before: Sequence[Part]) -> bool:
    """Whether we spoke to somebody where another was not found just before: "Rūtos neradau, kalbėjau su"."""
    spoke = verb.language == "lt" and (verb.tense, verb.person, verb.denied) == ("past", 1, False)
    return spoke and any(part.clause.has("voice", "visit") or is_absent(part) for part in before)


def _was_out(before: Sequence[Part]) -> bool:
    """Whether it was a person who was not there, not a locked door: "jo nebuvo, palikau Rūtai"."""
    return any(v.denied and "be" in v.concepts for part in before for v in part.clause.verbs)


def _gave_instead(verb: Verb, before: Sequence[Part]) -> bool:
    """Whether something was left with somebody else: "jo nebuvo, atidaviau Rūtai"."""
    gave = verb.language == "lt" and (verb.tense, verb.person, verb.denied) == ("past", 1, False)
    return gave and any(part.clause.has("voice", "visit", "any") or is_absent(part) for part in before)


def contacted_in(parts: Sequence[Part]) -> list[Mention]:
    """The names in the first clause that tells of a contact, if one does."""
    found = next((there for part in parts if (there := found_instead(parts, part))), None)
    if found:
        return found
    for part in parts:
        answered = part.clause.verb("pick_up")
        if answered is not None and answered.tense == "past" and not answered.denied and part.clause.mentions:
            return part.clause.mentions
    for part in parts:
        if any(act.mode is Mode.DONE for act in part.acts) and part.clause.mentions:
            return part.clause.mentions
    return []


_KINDS = frozenset(kind.value for kind in ContactKind if kind is not ContactKind.NOTE)


_WRITTEN = frozenset({ContactKind.EMAIL, ContactKind.MESSAGE, ContactKind.PROPOSAL})


_KIND_OF_VOICE = {
    "call": ContactKind.CALL,
    "visit": ContactKind.VISIT,
    "meeting": ContactKind.MEETING,
    "write": ContactKind.EMAIL,
    "message": ContactKind.MESSAGE,
    "any": ContactKind.CALL,
}


def _fits(voice: str, kind: ContactKind) -> bool:
    if voice == "write":
        return kind in {ContactKind.EMAIL, ContactKind.MESSAGE, ContactKind.PROPOSAL, ContactKind.CALL}
    if voice == "call":
        return kind in {ContactKind.CALL}
    if voice == "any":
        return kind is not ContactKind.NOTE
    if voice in {"visit", "meeting"}:
        return kind in {ContactKind.VISIT, ContactKind.MEETING, ContactKind.DEMO, ContactKind.CALL}
    return kind.value == voice
