"""The kind of contact or step that a verb is, by what stands with it: channel, thing sent, place."""

from core.reading.grammar.sending import (
    TO,
    kind_of_answer,
    kind_of_receiving,
    kind_of_sending,
    kind_of_showing,
    kind_of_task,
    kind_of_writing,
)
from core.reading.grammar.text import Clause
from core.reading.grammar.things import channel_of, thing_of
from core.reading.grammar.verb import Verb


def kind_of(verb: Verb, clause: Clause, by_customer: bool, *, is_step: bool) -> tuple[str, str]:
    """The kind of contact or step that a verb is, and what it sends ("offer" or other); ("", "") if none."""
    for concept in sorted(verb.concepts):
        simple = _SIMPLE.get(concept)
        if (
            simple == "visit"
            and verb.language == "en"
            and verb.tense != "pass"
            and _is_of_thing(verb, clause)
        ):
            written = channel_of(clause)
            return (written, "") if written in {"email", "message"} and not is_step else ("", "")
        if simple:
            return ("meeting" if simple == "visit" and by_customer else simple), ""
        if is_step and concept in {"write", "hand"} and any(a.is_percent for a in clause.amounts):
            continue  # "duodu 60 %", "rašau 90 proc.": how likely it is
        if concept == "go" and not is_step and by_customer and verb.language == "lt" and _is_sent(clause):
            return "proposal", "offer"  # "pasiūlymas nukeliavo pas Joną"
        found = _kind_by_concept(concept, verb, clause, by_customer, is_step)
        if found[0]:
            return found
    return "", ""


_SIMPLE = {"call": "call", "reach": "call", "visit": "visit", "text": "message"}


def _kind_by_concept(
    concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool
) -> tuple[str, str]:
    if concept in {"write", "mail"}:
        return kind_of_writing(concept, clause)
    if concept in {"send", "hand", "quote", "offer", "rework"}:
        return kind_of_sending(concept, verb, clause, by_customer, is_step)
    if concept in {"present", "show"}:
        return kind_of_showing(concept, verb, clause, is_step)
    if concept in {"contact", "reply", "remind"}:
        return kind_of_answer(clause, by_customer, is_step)
    if concept == "go" and verb.language == "en" and _is_of_thing(verb, clause) and _is_sent(clause):
        return kind_of_sending("send", verb, clause, False, is_step)
    if concept == "receive" and by_customer and not is_step and clause.has("money", "ours"):
        return ("proposal", "offer") if thing_of(clause) == "offer" else ("", "")
    if concept == "receive" and is_step:
        theirs = by_customer and (verb.tense != "pres" or clause.has("us"))
        sent = theirs or thing_of(clause) or _goes_to_someone(clause)
        return kind_of_sending("send", verb, clause, False, is_step) if sent else ("", "")
    if concept == "do" and is_step and not by_customer and thing_of(clause) == "offer":
        return "proposal", "offer"
    if concept == "accept" and not is_step and _comes_across(verb, clause):
        return "meeting", ""
    if concept in _SAYING and not is_step:
        return _kind_of_saying(verb, clause), SAID
    if concept == "see" and is_step and thing_of(clause):
        return kind_of_sending("send", verb, clause, False, is_step)
    kind = _plain_kind(concept, verb, clause, by_customer, is_step)
    return kind, "offer" if kind == "proposal" and concept == "leave" else ""


def _sees_someone(verb: Verb, clause: Clause) -> bool:
    """Whether a customer is whom one sees: not "saw in the paper that Tiltas is growing"."""
    if verb.language != "en":
        return bool(clause.mentions)
    return any(m.first < verb.first or m.first - verb.last <= 1 for m in clause.mentions)


def _comes_across(verb: Verb, clause: Clause) -> bool:
    """Whether someone was come across: "sutikau Šarkaitį", which also means to agree."""
    return (
        verb.person == 1
        and verb.tense == "past"
        and not verb.denied
        and any(m.first == verb.last and "acc" in m.cases for m in clause.mentions)
    )


def _goes_to_someone(clause: Clause) -> bool:
    """Whether it is got to somebody: "get it to him", "get that across to Jonas"."""
    to = [s.last for s in clause.all("helper") if s.value == "to"]
    known = [s.first for s in clause.all("pronoun") if s.value == "customer"]
    return any(first in to for first in [*known, *(m.first for m in clause.mentions)])


def _is_sent(clause: Clause) -> bool:
    """Whether a thing that goes is on its way to a customer: "the offer went out", "went over to Jonas"."""
    return clause.has("thing") and (thing_of(clause) == "offer" or _goes_to_someone(clause))


def _plain_kind(concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool) -> str:
    """The kind of a verb that sends nothing."""
    if concept in {"speak", "discuss"}:
        return _kind_of_talk(clause)
    if concept == "touch":
        return _kind_of_talk(clause) if not is_step or channel_of(clause) else "task"
    if concept in {"meet", "see"} and verb.tense == "inf" and clause.has("event", "visit", "demo"):
        return "demo" if clause.has("event", "demo") else "visit"
    if concept == "meet" or (concept == "see" and _sees_someone(verb, clause)):
        return "meeting"
    if concept == "return" and is_step:
        again = clause.has("back", "prie") or thing_of(clause) in {"reply", "offer", "document", "contract"}
        return "task" if again else ""
    if concept == "return":
        left = [m for m in clause.mentions if m.before_word in _FROM]
        came = any(m.companies or m.before_word == "nuo" for m in left)
        return "visit" if came and not by_customer and not is_step else ""
    if concept in {"sit", "glance"}:
        return _kind_of_sitting(verb, clause)
    if concept in {"go", "come", "host", "be"}:
        return _kind_of_way(concept, verb, clause, by_customer, is_step)
    if concept == "receive":
        return kind_of_receiving(clause, is_step)
    if concept == "have":
        if channel_of(clause) == "call" and not is_step:
            return "call"
        return "meeting" if clause.has("our") and not is_step else ""
    return _rarer_kind(concept, verb, clause, by_customer, is_step)


def _rarer_kind(concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool) -> str:
    """The kind of a verb that is a contact or task only in some places."""
    if concept == "consider" and not is_step and not by_customer and _goes_through(verb, clause):
        return _kind_of_going_through(clause)
    if concept == "leave" and not is_step and thing_of(clause) == "offer":
        return "proposal"
    if concept == "pick_up" and not is_step and by_customer and verb.language == "lt":
        return "" if verb.denied or verb.tense != "past" else channel_of(clause) or "call"
    if concept == "consider" and is_step and not by_customer and verb.tense == "inf":
        return "task"
    if concept == "dial" and verb.person == 1 and any("acc" in m.cases for m in clause.mentions):
        return "call"
    if concept == "ask" and is_step and not by_customer and verb.tense in {"inf", "imp", "fut"}:
        whom = any(m.before_word == "for" and m.first - verb.last == 1 for m in clause.mentions)
        return "" if whom else "task"  # "new lead, ask for Derek"
    return kind_of_task(concept, clause) if concept in {"task", "arrange"} and is_step else ""


SAID = "said"
"""What an act sends that only tells over which channel something was said."""
_SAYING = frozenset(
    {"say", "task", "ask", "accept", "refuse", "promise", "agree", "order", "cancel", "decide", "negotiate"}
)


def _kind_of_saying(verb: Verb, clause: Clause) -> str:
    """The contact in which something was said ("el. paštu patvirtino"); a channel after "asked" is the
    reply's.
    """
    agreed = verb.language == "lt" and verb.tense == "pass" and "agree" in verb.concepts
    if (verb.tense != "past" and not agreed) or verb.denied:
        return ""
    led = any(v.tense in {"inf", "fut", "cond"} for v in clause.verbs)
    for sign in clause.all("channel"):
        before = sign.first < verb.first
        ahead = any(w.first >= verb.last and w.has_time for w in clause.whens)
        if (led or ahead) and not before:
            continue
        if before or verb.concepts & _SAYING:
            return sign.value
    return ""


def _kind_of_talk(clause: Clause) -> str:
    channel = channel_of(clause)
    if channel in {"message", "meeting"}:
        return channel
    if any(m.before_word == "pas" for m in clause.mentions):
        return "visit"
    return "meeting" if clause.has("our") else "call"


def _kind_of_sitting(verb: Verb, clause: Clause) -> str:
    """Where we sat together: "pas Kuosą prasėdėjom valandą" was a visit, "sėdėjom su Kuosa" a meeting."""
    if verb.person != 1 or verb.tense == "pres" or verb.denied:
        return ""
    if "glance" in verb.concepts:
        return "visit" if clause.mentions else ""  # "užmečiau akį į Tilto sandėlį"
    if clause.has("their") or any(m.before_word == "pas" or m.cases == {"loc"} for m in clause.mentions):
        return "visit"
    return "meeting" if any(m.before_word == "su" for m in clause.mentions) else ""


def _only_leaves(verb: Verb, clause: Clause) -> bool:
    """Whether only where one comes from is told: "važiuoju iš Kauno"."""
    return (
        verb.tense == "pres"
        and clause.has("way_from")
        and any(s.first == verb.last for s in clause.all("way_from"))
        and not any(m.before_word in TO for m in clause.mentions)
    )


def _kind_of_way(concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool) -> str:
    """The kind of going, coming and being somewhere; "went over" and "went through" may be talk."""
    if _only_leaves(verb, clause) or (concept == "go" and by_customer) or _goes_to_sum(verb, clause):
        return ""
    if concept == "go" and verb.language == "en" and _goes_through(verb, clause):
        return _kind_of_going_through(clause)
    return _kind_of_going(concept, verb, clause, by_customer, is_step)


def _kind_of_going(concept: str, verb: Verb, clause: Clause, by_customer: bool, is_step: bool) -> str:
    event = next((s.value for s in clause.all("event") if s.value in {"meeting", "demo", "visit"}), "")
    if verb.language == "en" and concept in {"go", "come"} and _is_of_thing(verb, clause):
        return ""
    taken = clause.has("close", "decision") or thing_of(clause) in {"offer", "order", "contract"}
    if concept == "host" and (taken or verb.tense == "pass"):
        return ""
    if concept == "host" and by_customer and verb.language == "lt" and not clause.has("our"):
        return "visit"  # "priėmė Rūta"
    if clause.has("our") or concept == "host":
        return "meeting"
    if concept == "go" and verb.language == "lt" and thing_of(clause) == "offer" and not _goes_in(clause):
        return ""
    written = next((s.value for s in clause.all("event") if s.value in {"email", "message", "call"}), "")
    if concept == "come" and by_customer and written and not is_step:
        return written
    if concept == "be":
        if event and verb.tense == "past":
            return event
        here = {"at", "in", "to"} if verb.language == "en" else {"pas"} if verb.tense == "inf" else _AT
        at = any(
            ("loc" in m.cases and "nom" not in m.cases) or m.before_word in here for m in clause.mentions
        )
        return (
            "visit"
            if verb.tense in _BEING.get(verb.language, ()) and not by_customer and (at or clause.has("their"))
            else ""
        )
    if event in {"meeting", "demo"} or channel_of(clause) == "meeting":
        return event or "meeting"
    if concept == "come":
        if verb.language == "en" and not is_step:
            return ""
        return "meeting" if by_customer else "visit"
    return "visit" if clause.mentions or clause.has("their") or is_step else ""


def _goes_to_sum(verb: Verb, clause: Clause) -> bool:
    """Whether it is a price that goes or comes somewhere: "the deal would come to 6,250", "down from 87k"."""
    near = any(a.is_money and a.first - verb.last <= _TO_SUM for a in clause.amounts if a.first >= verb.last)
    return verb.language == "en" and near and not any(m.before_word == "to" for m in clause.mentions)


_TO_SUM = 2


def _goes_in(clause: Clause) -> bool:
    """Whether a customer is where one goes to: "į Tiltą", "pas Joną"."""
    return any(m.before_word in {"į", "i", "pas"} for m in clause.mentions)


def _goes_through(verb: Verb, clause: Clause) -> bool:
    """Whether papers are gone over, no way: "went over the contract with"."""
    over = next((s for s in clause.all("over_it") if s.first in {verb.last, verb.last - 1}), None)
    return over is not None and any(s.category in {"thing", "terms"} for s in clause.signs)


def _kind_of_going_through(clause: Clause) -> str:
    """What was gone over with somebody was talked about."""
    return _kind_of_talk(clause) if any(m.before_word == "with" for m in clause.mentions) else ""


def _is_of_thing(verb: Verb, clause: Clause) -> bool:
    """Whether what goes or comes is no one: "the decision comes", "our chance went up", "X is gone"."""
    if verb.tense == "pass" or clause.has("chance", "word"):
        return True
    return any(
        s.last <= verb.first <= s.last + 2
        for category in ("close", "thing", "delivery")
        for s in clause.all(category)
    ) and not any(
        s.category == "pronoun" and s.value in {"i", "customer"} and s.last <= verb.first
        for s in clause.signs
    )


_BEING = {"lt": ("past", "fut", "inf", "pass"), "en": ("past", "fut")}
_FROM = frozenset({"iš", "is", "nuo", "from"})
_AT = frozenset({"pas", "at", "in"})
